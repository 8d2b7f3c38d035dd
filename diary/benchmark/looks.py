"""How often a year of monthly reviews shows a link at some time (statistics.md 3.9)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from diary.analysis.links import Link, Review, links
from diary.analysis.links.judging import CONSISTENT, counts
from diary.analysis.links.result import CHECK_INS_NEEDED
from diary.analysis.records import DayRecord
from diary.analysis.reviews import MONTH, is_due
from diary.benchmark.shares import Say, share
from diary.benchmark.worlds import LINKS, REAL, STICKY, World, diaries

YEAR = 365
RULES = ("possible or more", "at 1 in 100", "two looks running", "called consistent", "in the last look")
# statistics.md 3.9, monthly, in the order of the rules; it has none for the last two.
DESIGN = {REAL.name: "25 / 4 / 13", STICKY.name: "25 / 5 / 13", LINKS[1].name: "- / - / 97"}
ROW = "{:<26}{:>9}{:>7}" + "{:>20}" * len(RULES) + "{:>16}"


def measure(say: Say, count: int) -> None:
    """Print in how many diaries of a year a link is shown in any of the reviews, by each rule."""
    say("\n" + ROW.format("ever shown in a year, %", "diaries", "looks", *RULES, "design"))
    for world, of in ((REAL, count), (STICKY, count), (LINKS[1], max(1, count // 5))):
        say(_row(world, diaries(world, YEAR, of)))


def _row(world: World, years: Iterable[Sequence[DayRecord]]) -> str:
    factor, counted = next(iter(world.effects), ""), Counter[str]()
    for days in years:
        looks = list(reviews(days))
        counted.update(diaries=1, looks=len(looks))
        counted.update(_met([_of(review, factor) for review in looks]))
    n = counted["diaries"]
    shares = [share(counted[rule], n) for rule in RULES]
    return ROW.format(world.name, f"{n:,}", f"{counted['looks'] / n:.1f}", *shares, DESIGN[world.name])


def _of(review: Review, factor: str) -> list[Link]:
    return [link for link in review.links if factor in ("", link.factor)]


def _met(looks: Sequence[Sequence[Link]]) -> Iterator[str]:
    """Yield the rules by which a link is shown."""
    found = [[link for link in look if link.is_found] for look in looks]
    every = [link for look in found for link in look]
    met = (
        bool(every),
        any(link.p is not None and link.p <= CONSISTENT for link in every),
        any(link.seen_before for link in every),
        any(link.verdict == "consistent_link" for link in every),
        bool(found and found[-1]),
    )
    yield from (rule for rule, is_met in zip(RULES, met, strict=True) if is_met)


def reviews(days: Sequence[DayRecord]) -> Iterator[Review]:
    """Yield every review of a diary whose page is opened each day, as the diary makes and keeps them."""
    before, seen = None, CHECK_INS_NEEDED
    while seen <= len(days):
        so_far, today = days[:seen], days[seen - 1].date
        is_time = is_due(before, counts(so_far, today, before))
        if is_time:
            before = links(so_far, today, before)
            yield before
        seen += MONTH.days if is_time else 1
