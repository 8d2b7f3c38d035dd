"""What holds for every count of any diary: what is missing is no zero, no order counts, days stay days."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from diary.analysis import duration, factors, frequency, places, timing
from diary.analysis.days import days_from
from diary.analysis.links.judging import counts as link_counts
from diary.analysis.records import CheckIn, EpisodeRecord
from diary.periods import local_time
from diary.vocabulary.factors import FACTORS
from tests.analysis.made import LONDON, at, period, said, spell, twitch

MARCH = period("2026-03-01", "2026-03-31")
LAST = MARCH.last
NOW = at("2026-03-31 20:00")

days_of_march = st.integers(1, 31).map(lambda n: f"2026-03-{n:02}")
moments = st.tuples(days_of_march, st.integers(0, 23)).map(lambda it: f"{it[0]} {it[1]:02}:30")
sites = st.sampled_from(("calf left", "calf right", "thumb left"))
twitches = st.builds(
    lambda start, place, seconds, about: twitch(
        start,
        seconds,
        place,
        length_precision=("unknown" if seconds is None else "about" if about else "timed"),
    ),
    moments,
    sites,
    st.one_of(st.none(), st.integers(1, 200_000)),
    st.booleans(),
)
spells = st.builds(lambda day, place: spell(f"{day} 09:00", f"{day} 17:00", place), days_of_march, sites)
episodes = st.lists(st.one_of(twitches, spells), max_size=12)
answers = st.dictionaries(
    st.sampled_from(("sleep_hours", "stress", "caffeine_mg", "illness")), st.integers(0, 1), max_size=4
)
check_ins = st.lists(
    st.builds(
        lambda day, twitching, given: said(day, twitching, **given),
        days_of_march,
        st.sampled_from(("", "none", "yes")),
        answers,
    ),
    max_size=12,
    unique_by=lambda said_so: said_so.day,
)


def everything(found: Sequence[EpisodeRecord], said_so: Sequence[CheckIn]) -> list[object]:
    """Every count of the pages at once."""
    days = days_from(found, said_so, MARCH, LAST)
    return [
        days,
        frequency.counts(days),
        frequency.by_week(days),
        frequency.running_means(days),
        duration.lengths(found, NOW),
        duration.classes(found, NOW),
        timing.by_weekday(found),
        places.places(found, MARCH, LAST),
        factors.summaries(days),
        link_counts(days, LAST),
    ]


@settings(max_examples=20)
@given(episodes, check_ins, st.randoms())
def test_the_order_of_the_records_changes_nothing(
    found: list[EpisodeRecord], said_so: list[CheckIn], chance: st.DataObject
) -> None:
    other, other_said = list(found), list(said_so)
    chance.shuffle(other)  # type: ignore[attr-defined]
    chance.shuffle(other_said)  # type: ignore[attr-defined]
    assert everything(other, other_said) == everything(found, said_so)


@settings(max_examples=20)
@given(check_ins.filter(bool), st.data())
def test_a_value_that_is_deleted_leaves_fewer_values_and_never_a_zero(
    said_so: list[CheckIn], data: st.DataObject
) -> None:
    at_which = data.draw(st.integers(0, len(said_so) - 1))
    whole = said_so[at_which]
    code = data.draw(st.sampled_from(list(FACTORS)))
    rest = [
        *said_so[:at_which],
        CheckIn(whole.day, whole.twitching, whole.made_on, {**whole.factors, code: None}),
    ]
    before = factors.summary(days_from([], said_so, MARCH, LAST), code)
    after = factors.summary(days_from([], [*rest, *said_so[at_which + 1 :]], MARCH, LAST), code)
    was_given = whole.factors[code] is not None
    assert (after.n if after else 0) == (before.n if before else 0) - was_given


@settings(max_examples=20)
@given(episodes, check_ins.filter(bool), st.data())
def test_a_check_in_that_is_deleted_leaves_a_day_blank_or_twitching_never_quiet(
    found: list[EpisodeRecord], said_so: list[CheckIn], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(said_so))
    days = days_from(found, [each for each in said_so if each is not gone], MARCH, LAST)
    (day,) = [day for day in days if day.date == gone.day]
    assert day.state == ("twitching" if day.places else "blank")
    assert frequency.running_means([day]) == [None]


@settings(max_examples=20)
@given(episodes, check_ins, st.sampled_from(("Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata")))
def test_a_person_in_another_zone_sees_the_same_days(
    found: list[EpisodeRecord], said_so: list[CheckIn], zone: str
) -> None:
    """The same wall clocks, elsewhere: nothing but the instants differs."""
    there = [moved(each, zone) for each in found]
    assume(all(clock(now, zone) == clock(then, LONDON) for now, then in zip(there, found, strict=True)))
    assert days_from(there, said_so, period("2026-03-01", "2026-03-31", zone), LAST) == days_from(
        found, said_so, MARCH, LAST
    )
    assert timing.by_weekday(there) == timing.by_weekday(found)


def clock(episode: EpisodeRecord, zone: str) -> str:
    """The wall clock of its start; no zone has every one, for an hour is skipped in spring."""
    return local_time(episode.started_at, zone).strftime("%Y-%m-%d %H:%M")


def moved(episode: EpisodeRecord, zone: str) -> EpisodeRecord:
    start = clock(episode, LONDON)
    if episode.kind == "spell":
        end = local_time(episode.ended_at or episode.started_at, LONDON).strftime("%Y-%m-%d %H:%M")
        return spell(start, end, f"{episode.site} {episode.side}", zone=zone)
    ended = episode.ended_on or date.max
    seconds = episode.length_s if ended == episode.started_on else None
    return twitch(start, seconds, f"{episode.site} {episode.side}", zone, ended_on=ended)


def test_a_day_after_today_is_no_day() -> None:
    assert len(days_from([], [], MARCH, MARCH.first + timedelta(days=2))) == 3
