"""How a flag was worked out, in sentences for the person (ux 7, P-2)."""

from diary.analysis.flags.flag import Flag
from diary.analysis.flags.words import dated, days_phrase
from diary.quantities import format_length
from diary.vocabulary.catalogue import CATALOGUE
from diary.vocabulary.rules import VERSION


def worked_out(flag: Flag) -> list[str]:
    """Return the rule in words, the days it rests on, what was not filled in, and who says so."""
    evidence = flag.evidence
    lines = [f"The rule: {_lower(evidence.rule)}.", f"The days: {dated(evidence.days)}."]
    if evidence.elapsed is not None:
        lines.append(f"From the first start to the last end: {format_length(evidence.elapsed, 'sentence')}.")
    if evidence.gap_days is not None:
        lines.append(f"Counted as one run while gaps are at most {days_phrase(evidence.gap_days)}.")
    if evidence.blank:
        lines.append(_blank(evidence.blank))
    if CATALOGUE[flag.rule].is_our_choice:
        lines.append("A number in this rule is our own choice; no doctor has checked it.")
    lines.append(f"Source: {flag.source}. Rules of {VERSION}.")
    return lines


def _blank(count: int) -> str:
    if count == 1:
        return "1 day was not filled in; it counts neither way."
    return f"{count} days were not filled in; they count neither way."


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
