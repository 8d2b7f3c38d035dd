"""Which rows of the diary carry a mark: long ones, and those of twitching that persists."""

from datetime import date

from diary.analysis.flags import Thresholds, flags
from diary.analysis.marks import LONG, PERSISTS, Marks
from diary.analysis.records import EpisodeRecord
from tests.analysis.made import LONDON, at, spell, twitch

NOW = at("2026-03-17 13:00")
RUN = [twitch(f"2026-03-{day:02} 12:00") for day in (1, 5, 9, 13, 17)]


def marks(*episodes: EpisodeRecord, minutes: int = 5) -> Marks:
    return Marks.of(flags(episodes, [], [], [], Thresholds(), NOW, LONDON), minutes, NOW)


def test_every_episode_of_a_run_that_persists_is_marked() -> None:
    found = marks(*RUN)
    assert [found.on(episode) for episode in RUN] == [[PERSISTS]] * 5


def test_an_earlier_episode_and_another_place_are_not_marked() -> None:
    earlier, elsewhere = twitch("2026-02-20 12:00"), twitch("2026-03-17 12:00", place="calf right")
    found = marks(earlier, elsewhere, *RUN)
    assert found.on(earlier) == found.on(elsewhere) == []


def test_what_is_over_is_not_marked() -> None:
    old = [twitch(f"2026-01-{day:02} 12:00") for day in (1, 5, 9, 13, 17)]
    assert marks(*old).on(old[0]) == []


def test_long_is_from_the_persons_own_minutes_on() -> None:
    short, long = twitch("2026-03-17 12:00", 299), twitch("2026-03-17 12:00", 300)
    assert (marks().on(short), marks().on(long), marks(minutes=6).on(long)) == ([], [LONG], [])


def test_one_still_going_is_long_once_it_has_gone_on_for_so_long() -> None:
    assert marks().on(twitch("2026-03-17 12:55", ongoing=True)) == [LONG]
    assert marks().on(twitch("2026-03-17 12:56", ongoing=True)) == []


def test_a_spell_and_a_length_not_recorded_are_never_long() -> None:
    assert marks().on(spell("2026-03-17 08:00", "2026-03-17 12:00")) == []
    assert marks().on(twitch("2026-03-17 12:00", None)) == []


def test_of_two_reasons_at_a_place_the_earlier_day_counts() -> None:
    going = twitch("2026-03-10 12:00", ongoing=True)
    found = marks(*RUN, going)
    assert found.since[RUN[0].place] == date(2026, 3, 1)
    assert found.on(going) == [LONG, PERSISTS]
