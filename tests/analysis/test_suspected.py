"""A suspicion stands beside the numbers."""

from datetime import timedelta

from diary.analysis.days import suspected
from diary.analysis.links import links
from diary.analysis.suspected import FACTOR_OF, suspicions
from diary.models import User
from diary.vocabulary.episodes import SUSPECTED_TRIGGERS
from diary.vocabulary.factors import FACTORS
from tests.analysis.links.invented import FIRST, linked
from tests.analysis.made import period
from tests.factories import NOON, make_episode

REVIEW = links(linked(90, {"stress": 3}), FIRST + timedelta(days=89))


def test_what_was_suspected_most_comes_first_with_its_link() -> None:
    found = suspicions([["tired"], ["stressed", "cold"], ["stressed"], []], REVIEW)
    assert [(each.label, each.times) for each in found] == [("Stressed", 2), ("Tired", 1), ("Cold", 1)]
    assert [each.link for each in found] == [REVIEW.of("stress"), REVIEW.of("sleep_hours"), None]


def test_a_factor_that_is_not_in_use_has_no_link() -> None:
    assert suspicions([["alcohol"]], REVIEW)[0].link is None


def test_nothing_suspected() -> None:
    assert suspicions([[], ["a code of long ago"]], REVIEW) == []


def test_every_suspicion_stands_for_a_factor_that_there_is() -> None:
    assert {*FACTOR_OF} <= {*SUSPECTED_TRIGGERS}
    assert {*FACTOR_OF.values()} <= {*FACTORS}


def test_the_suspicions_of_a_person_are_read(alice: User, bob: User) -> None:
    make_episode(alice, suspected_triggers=["tired", "cold"])
    make_episode(alice)
    make_episode(bob, suspected_triggers=["caffeine"])
    assert suspected(alice, period(str(NOON.date()), str(NOON.date()))) == [["tired", "cold"]]
