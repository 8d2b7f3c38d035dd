"""What a flag says, and how it was worked out."""

from datetime import date

import pytest

from diary.analysis.flags import Flag, Thresholds, flags, worked_out
from diary.analysis.flags.words import dated
from diary.analysis.records import SignRecord
from diary.vocabulary import rules
from tests.analysis.flags.marches import EYELID, found, march, the, two_ends
from tests.analysis.made import LONDON, at, said, twitch


def test_the_sentence_counts_days_filled_in_and_says_who_advises_what() -> None:
    quiet = [said(f"2026-03-{day:02}", "none") for day in (2, 3, 6, 7)]
    flag = the("SITE_14D", *march([1, 5, 9, 13, 17]), checkins=quiet)
    assert flag.sentence == (
        "You have logged twitching in your left calf on 5 of the 9 days filled in since 1 March, "
        "for more than 2 weeks. UK health advice is to see a GP when a twitch has lasted more than 2 weeks. "
        "Most twitches turn out to be harmless."
    )
    assert worked_out(flag) == [
        "The rule: twitching at one place, on and off, for more than 2 weeks.",
        "The days: 1 March, 5 March, 9 March, 13 March, 17 March.",
        "From the first start to the last end: 16 days.",
        "Counted as one run while gaps are at most 3 days.",
        "8 days were not filled in; they count neither way.",
        "Source: NHS, Twitching eyes and muscles, reviewed 30 October 2023. Rules of 2026-11.",
    ]


DAYS = [
    pytest.param(["2026-03-01"], "1 March", id="one"),
    pytest.param(["2026-03-01", "2026-03-02", "2026-03-04"], "1 to 2 March, 4 March", id="a span and one"),
    pytest.param(["2026-03-31", "2026-04-01"], "31 March to 1 April", id="over the end of a month"),
    pytest.param(["2025-12-31", "2026-01-01"], "31 December 2025 to 1 January", id="over new year"),
    pytest.param(
        [f"2026-03-{day:02}" for day in (1, 2, *range(4, 29, 2))],
        "3 days before, " + ", ".join(f"{day} March" for day in range(6, 29, 2)),
        id="the latest twelve",
    ),
]


@pytest.mark.parametrize(("days", "words"), DAYS)
def test_the_days_are_written_out_as_spans(days: list[str], words: str) -> None:
    assert dated([date.fromisoformat(day) for day in days]) == words


def test_a_blank_day_counts_neither_way() -> None:
    flag = the("SITE_14D", *march([1, 4, 8, 12, 16]))
    assert (flag.evidence.filled_in, flag.evidence.blank) == (5, 11)
    assert flag.evidence.days == tuple(date(2026, 3, day) for day in (1, 4, 8, 12, 16))


def test_days_that_were_not_read_leave_the_denominator_out() -> None:
    episodes = march([1, 5, 9, 13, 17])
    (flag,) = flags(episodes, [], [], [], Thresholds(), at("2026-03-17 13:00"), LONDON)
    assert "on 5 days since 1 March" in flag.sentence
    assert (flag.evidence.filled_in, flag.evidence.blank) == (None, None)


def everything() -> list[Flag]:
    signs = [SignRecord(date(2026, 9, 1), "weakness", True)]
    coffee = [said("2026-09-01", caffeine_mg=900)]
    day = "2026-09-01 12:00"
    running = twitch("2026-08-25 12:00", ongoing=True, place="thumb left")
    rows = [
        *two_ends("2026-05-25 08:00", "2026-09-01 08:00", EYELID),
        *two_ends("2026-08-01 08:00", "2026-09-01 08:00", "eyelid_upper right"),
        *two_ends("2026-08-20 08:00", "2026-09-01 08:00", "eyelid_upper left"),
        *two_ends("2026-05-25 08:00", "2026-09-01 08:00", "calf left"),
        *two_ends("2026-08-10 08:00", "2026-09-01 08:00", ""),
        *two_ends("2026-08-10 08:00", "2026-09-01 08:00", "widespread"),
        *two_ends("2026-04-10 08:00", "2026-05-01 08:00", "calf left"),
        running,
        twitch("2026-05-01 08:00", 90_000, "knee left"),
    ]
    return found(*rows, now=day, signs=signs, checkins=coffee)


def test_every_rule_can_be_raised_at_once() -> None:
    assert {flag.rule for flag in everything()} == {
        "SITE_14D", "SITE_90D", "EYELID_7D", "EYELID_21D", "EYELID_90D", "EPISODE_LONG", "EPISODE_VERY_LONG",
        "MULTI_PLACE", "SPREADING", "WEAK_OR_STIFF", "CAFFEINE_HIGH",
    }  # fmt: skip


def test_no_sentence_pleads_or_names_a_condition() -> None:
    forbidden = (
        "please",
        "motor neuron",
        "mnd",
        "als ",
        "epilep",
        "parkinson",
        "fibromyal",
        "cause",
        "normal",
        "!",
    )
    texts = [" ".join([flag.sentence, *worked_out(flag)]).lower() for flag in everything()]
    assert [(word, text) for text in texts for word in forbidden if word in text] == []


def test_every_sentence_reads_whole() -> None:
    for flag in everything():
        assert flag.sentence[0].isupper()
        assert flag.sentence.endswith(".")
        assert "  " not in flag.sentence
        assert flag.sentence.startswith(("You ", "In the last 2 weeks you ", "A twitch", "Twitches"))
        assert flag.source.name in worked_out(flag)[-1]


def test_every_level_is_known() -> None:
    assert {flag.level for flag in everything()} <= set(rules.LEVELS)
