"""The rules about other signs (clinical.md A5). Not asked is never a no, and a no is never a yes."""

from collections.abc import Iterator
from datetime import date

from diary.analysis.flags.flag import Flag
from diary.analysis.flags.person import at_once, began, flag
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import days_phrase, listed
from diary.quantities import format_date
from diary.vocabulary.catalogue import CATALOGUE, FORTNIGHT
from diary.vocabulary.signs import ASKED
from diary.vocabulary.sites import SITES


def wasting(seen: Situation) -> Iterator[Flag]:
    """A muscle looks thinner."""
    return _noted(seen, "WASTING", "wasting")


def coord_falls(seen: Situation) -> Iterator[Flag]:
    """Falls or clumsy hands, more than once."""
    return _noted(seen, "COORD_FALLS", "coordination")


def cramps_same_area(seen: Situation) -> Iterator[Flag]:
    """Cramps where it twitches, on several days."""
    return _noted(seen, "CRAMPS_SAME_AREA", "cramps")


def numb_tingle(seen: Situation) -> Iterator[Flag]:
    """Numbness or tingling where it twitches, on several days."""
    return _noted(seen, "NUMB_TINGLE", "numbness")


def eyelid_closes(seen: Situation) -> Iterator[Flag]:
    """An eyelid that closes fully or is hard to open, more than once."""
    return _noted(seen, "EYELID_CLOSES", "eyelid_closes")


def eyelid_both_tight(seen: Situation) -> Iterator[Flag]:
    """Both eyes squeezing shut, more than once."""
    return _noted(seen, "EYELID_BOTH_TIGHT", "both_eyes_shut")


def eye_local(seen: Situation) -> Iterator[Flag]:
    """A red, swollen, sticky or drooping eye, with a twitching eyelid."""
    groups = seen.lately
    if any(group.site in SITES and SITES[group.site].is_eyelid for group in groups):
        yield from _noted(seen, "EYE_LOCAL", "eye_local")


def breath_exertion(seen: Situation) -> Iterator[Flag]:
    """More short of breath than usual, more than once."""
    return _noted(seen, "BREATH_EXERTION", "breath_effort")


def impact(seen: Situation) -> Iterator[Flag]:
    """Twitching that gets in the way of daily life."""
    return _noted(seen, "IMPACT", "impact")


def worry(seen: Situation) -> Iterator[Flag]:
    """Worrying about it a lot, on several days."""
    return _noted(seen, "WORRY", "worry")


def breath_rest(seen: Situation) -> Iterator[Flag]:
    """Breathless at rest or lying flat."""
    return _today(seen, "BREATH_REST", "breath_rest")


def speech_swallow(seen: Situation) -> Iterator[Flag]:
    """Changes in speech, or trouble swallowing."""
    return _today(seen, "SPEECH_SWALLOW", "speech_swallow")


def palpitations(seen: Situation) -> Iterator[Flag]:
    """An unusual heartbeat, together with twitching."""
    if seen.has_twitched(FORTNIGHT):
        yield from _today(seen, "PALPITATIONS", "heartbeat")


def sudden_fast(seen: Situation) -> Iterator[Flag]:
    """A sudden change in face, arm or speech."""
    return _now(seen, "SUDDEN_FAST", "sudden_change")


def breath_severe(seen: Situation) -> Iterator[Flag]:
    """Severe trouble breathing."""
    return _now(seen, "BREATH_SEVERE", "breath_severe")


def seizure(seen: Situation) -> Iterator[Flag]:
    """A blackout or a fit."""
    return _now(seen, "SEIZURE", "seizure")


def confusion(seen: Situation) -> Iterator[Flag]:
    """Sudden confusion or drowsiness."""
    return _now(seen, "CONFUSION", "confusion")


def _noted(seen: Situation, code: str, sign: str) -> Iterator[Flag]:
    """A sign on as many of the last 14 days as the catalogue asks for."""
    dates = seen.yes_days(sign, FORTNIGHT)
    if len(dates) >= CATALOGUE[code].days:
        fact = f"You noted {ASKED[sign].noted} on {days_phrase(len(dates))} {seen.in_the_last(FORTNIGHT)}."
        yield flag(seen, code, dates, fact, began_on=began(seen, sign))


def _today(seen: Situation, code: str, sign: str) -> Iterator[Flag]:
    """A sign to get advice about on the day; the sentence names its days, for it may be read later."""
    if dates := seen.yes_days(sign, FORTNIGHT):
        yield flag(seen, code, dates, _on(seen, sign, dates))


def _now(seen: Situation, code: str, sign: str) -> Iterator[Flag]:
    """A sign that needs help at once, and on later days somebody to ask about it."""
    if dates := seen.yes_days(sign, FORTNIGHT):
        yield at_once(seen, code, dates, _on(seen, sign, dates), last=dates[-1])


def _on(seen: Situation, sign: str, dates: list[date]) -> str:
    days = listed([format_date(day, seen.present) for day in dates[-3:]])
    return f"You noted {ASKED[sign].noted} on {days}."
