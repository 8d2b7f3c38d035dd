"""The appendix: the parts behind page 1 that were chosen, in their order (ux 8.3)."""

from collections.abc import Callable, Iterable

from diary.report.comparisons import comparisons, tried
from diary.report.how_made import how_made
from diary.report.in_full import pointed_out, questions, signs
from diary.report.kept import conditions, medicines, notes, tests, visits
from diary.report.lists import days, places, twitches
from diary.report.over_time import over_time
from diary.report.parts import Block, Part
from diary.report.report import Report
from diary.vocabulary.report import PARTS

MAKERS: dict[str, Callable[[Report], Iterable[Block]]] = {
    "questions": questions,
    "signs": signs,
    "pointed_out": pointed_out,
    "comparisons": comparisons,
    "tried": tried,
    "over_time": over_time,
    "places": places,
    "days": days,
    "twitches": twitches,
    "medicines": medicines,
    "tests": tests,
    "conditions": conditions,
    "visits": visits,
    "notes": notes,
    "how_made": how_made,
}


def appendix(report: Report) -> tuple[Part, ...]:
    """Return the chosen parts; one for which nothing is recorded says so."""
    chosen = (code for code in PARTS if code in report.choices.parts)
    return tuple(Part(code, PARTS[code], tuple(MAKERS[code](report))) for code in chosen)
