"""A review is kept as plain values and comes back the same, or not at all."""

import json
from typing import Any

import pytest

from diary.analysis.links import Review, links
from diary.analysis.links.plain import as_plain, from_plain
from tests.analysis.links.invented import linked, today
from tests.analysis.links.test_judging import entwined


@pytest.mark.parametrize("days", [[], linked(30), linked(180, {"stress": 3}), entwined(True)])
def test_a_review_comes_back_as_it_was(days: list[Any]) -> None:
    review = links(days, today(linked(180)))
    assert from_plain(json.loads(json.dumps(as_plain(review), allow_nan=False))) == review


def broken(*path: Any, value: Any) -> dict[str, Any]:
    kept: Any = json.loads(json.dumps(as_plain(links(linked(90, {"stress": 3}), today(linked(90))))))
    inner = kept
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return kept


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {},
        "text",
        broken("made_on", value="yesterday"),
        broken("links", value=3),
        broken("links", 0, "factor", value="<script>"),
        broken("links", 0, "verdict", value="certain"),
        broken("links", 0, "cut", value={"side": "near", "value": 1}),
        broken("links", 3, "interval", value=[1]),
        broken("links", 3, "exposed", value={"days": 3}),
        broken("links", 3, "ratio", value="many"),
        broken("checked_in", value=float("inf")),
    ],
)
def test_what_is_no_review_is_none(kept: Any) -> None:
    assert from_plain(kept) is None


def test_what_was_not_broken_is_a_review() -> None:
    assert isinstance(from_plain(broken("links", 0, "check_ins", value=12)), Review)
