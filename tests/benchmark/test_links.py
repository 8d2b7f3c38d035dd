"""What is simulated is what is said of it; the figures themselves are measured by the command."""

from itertools import pairwise

import pytest
from django.core.management import call_command

from diary.analysis.links.exposures import Cut
from diary.benchmark.intervals import true_ratio
from diary.benchmark.looks import reviews
from diary.benchmark.worlds import LINKS, REAL, World, diaries

TOP_THIRD = {
    "stress": Cut("from", 6),
    "sleep_hours": Cut("under", 6.5),
    "caffeine_mg": Cut("from", 220),
}


@pytest.mark.parametrize("world", LINKS, ids=lambda world: world.name)
def test_a_link_is_as_strong_as_its_name_says(world: World) -> None:
    factor = next(iter(world.effects))
    said = float(world.name.rpartition("x")[2])
    assert true_ratio(world, factor, TOP_THIRD[factor]) == pytest.approx(said, rel=0.05)


def test_without_a_link_no_days_differ() -> None:
    assert true_ratio(REAL, "stress", Cut("from", 7)) == pytest.approx(1)


def test_a_world_is_the_same_each_time() -> None:
    one, other = (list(diaries(REAL, 60, 2)) for _ in range(2))
    assert one == other
    assert one[0] != one[1]


def test_a_year_is_reviewed_once_a_month_and_each_review_knows_the_one_before() -> None:
    made = list(reviews(next(diaries(LINKS[2], 365, 1))))
    apart = {(later.made_on - earlier.made_on).days for earlier, later in pairwise(made)}
    assert (9 <= len(made) <= 11, apart) == (True, {30})
    assert not made[0].of("stress").seen_before
    assert made[-1].of("stress").seen_before


@pytest.mark.parametrize(("part", "rows"), [("chance", 15), ("looks", 3)])
def test_the_command_prints_a_part(part: str, rows: int, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("benchmark", "--links", part, diaries=1)
    lines = capsys.readouterr().out.splitlines()
    assert (lines[2].split()[0], len(lines)) == (REAL.name, 2 + rows)
