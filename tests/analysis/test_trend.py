"""More or less often: reference values on real series, behaviour on invented ones."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.days import NOTHING_SAID
from diary.analysis.records import DayRecord
from diary.analysis.trend import Change, change, finding
from diary.analysis.weekly import known_weeks
from tests.analysis.series import REFERENCE, restless, visits

# An invented diary of 26 weeks, episodes per day, "." where nobody checked in.
INVENTED = (
    "3102401 5.21340 4310225 21.4130 0312314 2.12040 1302.13 0211302 31200.1 1021201 0210.20 1100210 01.2101 "
    "2010110 0.01201 1000210 01.0010 0110100 .010010 0100.01 1000100 0001.00 0100010 00.1000 0001000 0100.00"
)


def days(values: Sequence[int | None]) -> list[DayRecord]:
    first = date(2026, 1, 5)
    return [
        DayRecord(
            first + timedelta(days=n),
            "blank",
            value is not None,
            value or 0,
            0,
            frozenset(),
            None,
            NOTHING_SAID,
        )
        for n, value in enumerate(values)
    ]


def of(text: str) -> list[DayRecord]:
    return days([None if mark == "." else int(mark) for mark in text.replace(" ", "")])


def weekly(counts: Sequence[int]) -> list[DayRecord]:
    """Every day checked in, the whole week's episodes on its first."""
    return days([value for count in counts for value in (count, 0, 0, 0, 0, 0, 0)])


# The series may not be copied in here; where they lie beside it, the published values must come out.
if REFERENCE.exists():  # a newcomer has no reference series; the invented one below always runs

    @pytest.mark.real_data
    @pytest.mark.parametrize(
        ("series", "days_in_all", "total", "expected"),
        [
            (restless, 239, 417, (34, 1.0793, 0.9687, 1.2025)),
            (visits, 365, 694, (52, 0.9641, 0.9266, 1.0032)),
        ],
    )
    def test_the_reference_values(
        series: Callable[[], Sequence[int | None]], days_in_all: int, total: int, expected: tuple[float, ...]
    ) -> None:
        values = series()
        assert (len(values), sum(value or 0 for value in values)) == (days_in_all, total)
        found = change(days(values))
        assert found.interval is not None
        assert (found.weeks, found.rate_ratio_4_weeks, *found.interval) == pytest.approx(expected, abs=5e-5)
        assert found.verdict == "no_clear_change"


def test_an_invented_diary_gives_the_values_of_the_checked_code() -> None:
    """The numbers were written down while the reference values above came out to every digit."""
    found = change(of(INVENTED))
    assert found.interval is not None
    assert (found.weeks, found.rate_ratio_4_weeks, *found.interval) == pytest.approx(
        (26, 0.6540656397771262, 0.621255711117254, 0.6886083354754372), rel=1e-6
    )
    assert found.verdict == "less"


def test_weeks_that_resemble_their_neighbours_say_less_than_their_number() -> None:
    """The same weeks, shuffled or in long waves: the waves leave a far wider interval."""
    waves = [2, 3, 8, 14, 20, 22, 18, 12, 6, 3, 2, 4, 9, 15, 21, 22, 16, 10, 5, 2]
    shuffled = [2, 22, 3, 18, 8, 6, 14, 2, 20, 9, 12, 21, 3, 16, 4, 5, 15, 2, 22, 10]
    in_waves, mixed = change(weekly(waves)), change(weekly(shuffled))
    assert in_waves.interval == pytest.approx((0.13188425620415986, 7.842547976877734), rel=1e-6)
    assert mixed.interval == pytest.approx((0.8115237003145228, 1.2831572370799649), rel=1e-6)


def test_a_rate_that_halves_every_four_weeks_is_found_exactly() -> None:
    found = change(weekly([1024, 861, 724, 609, 512, 431, 362, 304, 256, 215, 181, 152]))
    assert found.rate_ratio_4_weeks == pytest.approx(0.5, rel=1e-3)
    assert found.verdict == "less"


def test_weeks_that_do_not_change_have_a_ratio_of_one() -> None:
    found = change(weekly([5, 3, 4, 6, 2, 2, 6, 4, 3, 5]))
    assert found.rate_ratio_4_weeks == pytest.approx(1)
    assert found.verdict == "no_clear_change"


@given(st.lists(st.integers(1, 30), min_size=8, max_size=20))
def test_time_run_backwards_turns_the_ratio_over(counts: list[int]) -> None:
    there, back = change(weekly(counts)), change(weekly(counts[::-1]))
    assert there.rate_ratio_4_weeks is not None
    assert back.rate_ratio_4_weeks == pytest.approx(1 / there.rate_ratio_4_weeks, rel=1e-6)
    assert (there.verdict, back.verdict) in {("more", "less"), ("less", "more"), ("no_clear_change",) * 2}


def test_days_without_a_check_in_do_not_exist() -> None:
    """Half as many days checked in at the same rate: no change, though half as much was logged."""
    steady = [2] * 7 * 8 + [2, None, 2, None, 2, None, 2] * 8
    found = change(days(steady))
    assert found.rate_ratio_4_weeks == pytest.approx(1)
    assert found.weeks == 16


def test_an_episode_on_a_day_without_a_check_in_is_left_out() -> None:
    values = days([2, 2, 2, 2, 2, 2, 2] * 8)
    logged = [
        DayRecord(values[0].date, "twitching", False, 99, 0, frozenset(), True, NOTHING_SAID),
        *values[1:],
    ]
    assert change(logged).rate_ratio_4_weeks == pytest.approx(1)


def test_spells_count_as_episodes() -> None:
    spells = [
        DayRecord(d.date, d.state, d.checked_in, 0, d.twitches, d.places, None, d.factors)
        for d in of(INVENTED)
    ]
    assert change(spells) == change(of(INVENTED))


def test_twitching_that_was_only_said_is_no_day_without() -> None:
    """Eight weeks of one entry a day, then eight of "yes" alone: no change, and no fall to nothing."""
    logged = days([1] * 7 * 16)
    said = [*logged[:56], *(replace(day, state="twitching", twitches=0) for day in logged[56:])]
    assert change(said).rate_ratio_4_weeks == pytest.approx(1)


@pytest.mark.parametrize(("weeks", "verdict"), [(7, "too_few_weeks"), (8, "no_clear_change")])
def test_eight_weeks_are_needed(weeks: int, verdict: str) -> None:
    assert change(weekly([4] * weeks)).verdict == verdict


@pytest.mark.parametrize(("week", "known"), [("1.1.1.1", 8), ("1.1.1..", 0)])
def test_a_week_needs_four_check_ins(week: str, known: int) -> None:
    assert len(known_weeks(of(week * 8))) == known
    assert change(of(week * 8)).weeks == known


def test_weeks_are_counted_back_from_the_last_day() -> None:
    assert [week.start for week in known_weeks(of("111" + "1111111" * 2))] == [3, 10]


@pytest.mark.parametrize("counts", [[0] * 10, [*[0] * 9, 7], [7, *[0] * 9]])
def test_nothing_to_compare_gives_no_ratio(counts: list[int]) -> None:
    assert change(weekly(counts)) == Change(None, None, "no_clear_change", 10)


def test_no_days_at_all() -> None:
    assert change([]) == Change(None, None, "too_few_weeks", 0)


@given(st.lists(st.one_of(st.none(), st.integers(0, 3)), max_size=120))
def test_whatever_was_written_the_answer_is_a_number_or_says_so(values: list[int | None]) -> None:
    found = change(days(values))
    if found.interval is None:
        assert (found.rate_ratio_4_weeks, found.verdict in ("too_few_weeks", "no_clear_change")) == (
            None,
            True,
        )
    else:
        low, high = found.interval
        assert found.rate_ratio_4_weeks is not None
        assert low - 1e-9 <= found.rate_ratio_4_weeks <= high + 1e-9 < exp(700)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Change(None, None, "too_few_weeks", 5), "5 of 8 weeks have enough check-ins"),
        (Change(None, None, "no_clear_change", 9), "Nothing to compare over 9 weeks"),
        (
            Change(1, (0.68, 1.4), "no_clear_change", 9),
            "No clear change over time; if there is one, it is small.",
        ),
        (Change(1, (0.66, 1.4), "no_clear_change", 9), "Cannot tell"),
        (Change(1, (0.7, 1.5), "no_clear_change", 9), "Cannot tell"),
        (Change(1.5, (1.1, 2), "more", 9), "more often"),
        (Change(0.5, (0.2, 0.9), "less", 9), "less often"),
    ],
)
def test_the_sentence_says_no_more_than_the_numbers(found: Change, words: str) -> None:
    assert words in finding(found)
