"""The answers about a spell, as any form about one entry can ask for them."""

from typing import Any

import pytest

from diary.forms.spell import SpellAnswers
from diary.models import Episode, User
from tests.factories import NOON, make_episode


def asked(episode: Episode, data: dict[str, str] | None = None) -> SpellAnswers:
    return SpellAnswers(data, user=episode.user, now=NOON, instance=episode)


def chosen(episode: Episode) -> tuple[Any, Any]:
    form = asked(episode)
    return form["times"].value(), form["each_lasted"].value()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("", "")),
        ({"times_low": 6, "times_high": 20, "each_lasted": "seconds"}, ("6-20", "seconds")),
        ({"times_low": 21}, ("21-", "")),
        ({"is_constant": True}, ("nearly_all", "")),
        ({"times_low": 7, "times_high": 7}, ("kept", "")),
    ],
)
def test_what_is_kept_is_chosen(alice: User, fields: dict[str, Any], expected: tuple) -> None:
    assert chosen(make_episode(alice, kind="spell", **fields)) == expected


def test_a_counted_number_has_an_answer_of_its_own(alice: User) -> None:
    counted = make_episode(alice, kind="spell", times_low=7, times_high=7)
    assert asked(counted).fields["times"].choices[0] == ("kept", "7 times")
    assert ("kept", "7 times") not in SpellAnswers(user=alice, now=NOON).fields["times"].choices


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"note": "the same"}, (7, 7, False, "seconds")),
        ({"times": "kept", "each_lasted": "seconds"}, (7, 7, False, "seconds")),
        ({"times": "2-5"}, (2, 5, False, "seconds")),
        ({"times": "nearly_all", "each_lasted": ""}, (None, None, True, "")),
        ({"times": "", "each_lasted": "minutes"}, (None, None, False, "minutes")),
    ],
)
def test_an_answer_not_sent_changes_nothing(alice: User, data: dict[str, str], expected: tuple) -> None:
    spell = make_episode(alice, kind="spell", times_low=7, times_high=7, each_lasted="seconds")
    asked(spell, data).save()
    spell.refresh_from_db()
    assert (spell.times_low, spell.times_high, spell.is_constant, spell.each_lasted) == expected
