"""The rules about several signs that come together over two weeks, none of which says much alone (A5)."""

from collections.abc import Iterator
from datetime import date

from diary.analysis.flags.flag import Flag
from diary.analysis.flags.medicines import UPSET
from diary.analysis.flags.person import flag
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import days_phrase, listed
from diary.vocabulary import rules
from diary.vocabulary.catalogue import FORTNIGHT
from diary.vocabulary.signs import ASKED

TIRED_DAYS, MEMORY_DAYS = 7, 3
BADLY = 1
CHANGES = 3


def fatigue_memory(seen: Situation) -> Iterator[Flag]:
    """Tiredness on half the days, and trouble with memory or concentration on several."""
    tired, memory = seen.yes_days("tiredness", FORTNIGHT), seen.yes_days("memory", FORTNIGHT)
    if len(tired) >= TIRED_DAYS and len(memory) >= MEMORY_DAYS:
        fact = (
            f"You noted tiredness on {days_phrase(len(tired))} and memory or concentration trouble on "
            f"{len(memory)} {seen.in_the_last(FORTNIGHT)}."
        )
        yield flag(seen, "FATIGUE_MEMORY", {*tired, *memory}, fact)


def thyroid_like(seen: Situation) -> Iterator[Flag]:
    """Three or more of the changes for which a doctor may think of one blood test, with twitching."""
    if not seen.has_twitched(FORTNIGHT):
        return
    noted = {words: days for words, days in _changes(seen) if days}
    if len(noted) >= CHANGES:
        fact = f"{seen.in_the_last(FORTNIGHT)} you noted {listed([*noted])}, along with twitching."
        dates = {day for days in noted.values() for day in days}
        yield flag(seen, "THYROID_LIKE", dates, fact[0].upper() + fact[1:])


def _changes(seen: Situation) -> Iterator[tuple[str, list[date]]]:
    for sign in ("heat", "heartbeat", "weight_loss", "trembling"):
        yield ASKED[sign].noted, seen.yes_days(sign, FORTNIGHT)
    nights = [day for day, how in seen.amounts("sleep_quality", FORTNIGHT).items() if how == BADLY]
    yield "sleeping badly", nights if len(nights) >= rules.BAD_NIGHTS else []
    yield "diarrhoea", seen.said_days([code for code in UPSET if code != "vomiting"], FORTNIGHT)
