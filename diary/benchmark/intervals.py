"""How often the interval of a ratio holds the true one (statistics.md 3.4 and 3.7); nominal 95 %."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from diary.analysis.links import Link
from diary.analysis.links.counting import Looked
from diary.analysis.links.exposures import Cut
from diary.analysis.links.judging import counts, judged, spanned
from diary.analysis.records import DayRecord
from diary.benchmark.shares import Say, share
from diary.benchmark.worlds import LINKS, REAL, STICKY, World, diaries, pull, read

DAYS = (60, 90, 180, 365)
# statistics.md 3.4, by number of days; it has none for a factor without a link.
DESIGN = dict(
    zip(
        (world.name for world in LINKS),
        ((95, 94, 93, 92), (94, 95, 92, 92), (93, 95, 94, 94), (96, 96, 94, 93), (93, 91, 93, 92)),
        strict=True,
    )
)
ROW = "{:<34}{:>8}{:>10}{:>20}{:>10}{:>24}"


def measure(say: Say, count: int) -> None:
    """Print how often the interval holds what is true, for the factor with a link, else for stress."""
    say("\n" + ROW.format("the interval holds what is true", "days", "diaries", "%", "design", "usual width"))
    for world in (REAL, STICKY, *LINKS):
        for at, days in enumerate(DAYS):
            design = f"{DESIGN[world.name][at]}" if world.name in DESIGN else "-"
            say(_row(world, days, design, diaries(world, days, count)))


def _row(world: World, days: int, design: str, found: Iterable[Sequence[DayRecord]]) -> str:
    factor, counted, widths = next(iter(world.effects), "stress"), Counter[str](), []
    for diary in found:
        link = _judged_alone(diary, factor)
        if link and link.cut and link.interval:
            low, high = link.interval
            counted.update(of=1, held=low <= true_ratio(world, factor, link.cut) <= high)
            widths.append(high / low)
    width = f"x{median(widths):.2f}" if widths else "-"
    held = share(counted["held"], counted["of"])
    return ROW.format(world.name, days, f"{counted['of']:,}", held, design, width)


def _judged_alone(diary: Sequence[DayRecord], factor: str) -> Link | None:
    """Return the link of one factor, whatever the gates say: an interval does not know of the others."""
    seen, looked = spanned(diary, diary[-1].date), Looked()
    link = counts(diary, diary[-1].date, None, looked).of(factor)
    return judged(seen, [link], None, looked)[0] if link and link.cut else None


def true_ratio(world: World, factor: str, cut: Cut) -> float:
    """Return how many times as often it twitches in that world on the days of the cut, over all its days."""
    import numpy as np

    scores = np.linspace(-6, 6, 2_401)
    shares, rates = np.exp(-(scores**2) / 2), np.exp(pull(world, factor) * scores)
    exposed = np.array([cut.holds(value) for value in read(factor, scores).tolist()])
    one, other = (np.average(rates[side], weights=shares[side]) for side in (exposed, ~exposed))
    return float(one / other)
