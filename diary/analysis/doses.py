"""Whether a dose became more or less, as far as its words can be compared."""

import re
from fractions import Fraction
from typing import Literal

from diary.models import DoseChange

AMOUNT = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*([a-zµμ]*)\.?\s*")


def compared(before: DoseChange, after: DoseChange) -> Literal["more", "less", "same", ""]:
    """Return what became of it; "" where the unit, how often, or the words themselves differ too much."""
    was, now = _amount(before.dose), _amount(after.dose)
    often = {_plain(dose.how_often) for dose in (before, after)} - {""}
    if was is None or now is None or was[1] != now[1] or len(often) > 1:
        return ""
    return "same" if was[0] == now[0] else "more" if now[0] > was[0] else "less"


def _amount(dose: str) -> tuple[Fraction, str] | None:
    found = AMOUNT.fullmatch(dose.casefold())
    return (Fraction(found[1].replace(",", ".")), found[2]) if found else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
