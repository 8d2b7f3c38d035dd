"""The links as plain values."""

from datetime import date

import pytest
from django.core.management import call_command

from diary.analysis.links import links
from diary.models import Review, User
from diary.report.triggers import as_triggers
from tests.analysis.links.invented import linked
from tests.factories import NOON, make_day

KEYS = {
    "factor", "lag_days", "cut", "exposed_when", "check_ins", "exposed", "unexposed", "ratio", "interval",
    "verdict", "entangled",
}  # fmt: skip


def test_a_judged_factor() -> None:
    found = as_triggers(links(linked(180, {"stress": 3}), date(2026, 7, 3)))
    stress = next(link for link in found if link["factor"] == "stress")
    assert {*stress} == KEYS
    assert (stress["cut"], stress["exposed_when"], stress["lag_days"]) == (7, "from", 0)
    assert stress["verdict"] == "consistent_link"
    assert stress["interval"][0] <= stress["ratio"] <= stress["interval"][1]
    assert stress["exposed"]["days"] + stress["unexposed"]["days"] == stress["check_ins"] == 180


def test_nothing_known_is_none_and_never_0() -> None:
    found = as_triggers(links([], date(2026, 7, 3)))
    assert {link["verdict"] for link in found} == {"too_early"}
    assert {link["ratio"] for link in found} == {None}
    assert found[0]["exposed"] == {"days": 0, "twitching": 0, "per_day": None}


def test_the_command_prints_them(alice: User, capsys: pytest.CaptureFixture[str]) -> None:
    make_day(alice, NOON.date(), twitching="none", stress=3)
    call_command("report", "--user", "alice", "--to", str(NOON.date()), "--json")
    printed = capsys.readouterr().out
    assert '"factor": "stress"' in printed
    assert not Review.objects.for_user(alice).exists()
