"""A review as plain values to be kept, and back; what cannot be read is no review, never half of one."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from diary.analysis.links.exposures import Cut
from diary.analysis.links.result import VERDICTS, Group, Link, Review
from diary.vocabulary.factors import FACTORS

VERSION = 1
"""Counts up when a review would be made otherwise; one of another version is not compared with."""

NUMBERS = ("rho", "p", "ratio", "unshrunk")


def as_plain(review: Review) -> dict[str, Any]:
    """Return the review in values that JSON knows."""
    dates = {name: getattr(review, name).isoformat() for name in ("made_on", "first", "last")}
    return {**asdict(review), **dates, "links": [asdict(link) for link in review.links]}


def from_plain(kept: Any) -> Review | None:
    """Return the review that `as_plain` wrote; None when it is not one."""
    try:
        made_on, first, last = (date.fromisoformat(kept[name]) for name in ("made_on", "first", "last"))
        checked_in, late = (int(kept[name]) for name in ("checked_in", "checked_in_late"))
        return Review(made_on, first, last, checked_in, late, tuple(map(_link, kept["links"])))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _link(kept: Mapping[str, Any]) -> Link:
    if kept["factor"] not in FACTORS or kept["verdict"] not in VERDICTS:
        raise ValueError("an unknown word")
    return Link(
        factor=kept["factor"],
        lag_days=int(kept["lag_days"]),
        cut=_cut(kept["cut"]),
        check_ins=int(kept["check_ins"]),
        exposed=_group(kept["exposed"]),
        unexposed=_group(kept["unexposed"]),
        waits_for=str(kept["waits_for"]),
        verdict=kept["verdict"],
        interval=_interval(kept["interval"]),
        entangled=tuple(code for code in kept["entangled"] if code in FACTORS),
        seen_before=bool(kept["seen_before"]),
        **{name: None if kept[name] is None else float(kept[name]) for name in NUMBERS},
    )


def _cut(kept: Mapping[str, Any] | None) -> Cut | None:
    if kept is None:
        return None
    if kept["side"] not in ("under", "over", "from"):
        raise ValueError("an unknown side")
    return Cut(kept["side"], float(kept["value"]))


def _group(kept: Mapping[str, Any]) -> Group:
    return Group(*(int(kept[name]) for name in ("days", "twitching", "episodes")))


def _interval(kept: Any) -> tuple[float, float] | None:
    if kept is None:
        return None
    low, high = map(float, kept)
    return low, high
