"""What goes with twitching as plain values, for other programs (contract.md)."""

from typing import Any

from diary.analysis.links import Group, Link, Review


def as_triggers(review: Review) -> list[dict[str, Any]]:
    """Return one object per factor, the judged and those it is too early for."""
    return [_link(link) for link in review.links]


def _link(link: Link) -> dict[str, Any]:
    """`cut` is the number, `exposed_when` on which side of it the exposed days lie: under, over or from."""
    return {
        "factor": link.factor,
        "lag_days": link.lag_days,
        "cut": link.cut and link.cut.value,
        "exposed_when": link.cut and link.cut.side,
        "check_ins": link.check_ins,
        "exposed": _group(link.exposed),
        "unexposed": _group(link.unexposed),
        "ratio": link.ratio,
        "interval": link.interval and list(link.interval),
        "verdict": link.verdict,
        "entangled": list(link.entangled),
    }


def _group(group: Group) -> dict[str, Any]:
    return {"days": group.days, "twitching": group.twitching, "per_day": group.per_day}
