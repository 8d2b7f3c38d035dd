"""What the two kinds of days of a factor are called, in the unit the person reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from diary.analysis.links.exposures import Cut
from diary.quantities import VolumeUnit, format_hours, format_mg, format_volume
from diary.vocabulary.factors import FACTORS, OWN

Amount = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the unit of their drinks, and the words and kind of their own question."""

    volume_unit: VolumeUnit = "ml"
    own_question: str = ""
    own_kind: str = "yes_no"


# On which days, with {} for the number; a second form where the cut takes the number itself in or is 1.
DAYS = {
    "sleep_hours": "after less than {} of sleep",
    "caffeine_mg": "with more than {} of caffeine",
    "water_ml": "with less than {} to drink",
    "stress": "with stress of {} or more",
    "exercise_min": "after a day with {} or more of exercise",
    "screen_hours": "with {} or more at a screen",
    "alcohol_units": "after a day with {} or more of alcohol",
    "magnesium_mg": "with {} or more of magnesium",
    "heavy_sweating": "with heavy sweating",
    "upset_stomach": "with diarrhoea or vomiting",
    "illness": "with an illness",
    "meals_skipped": "with {} or more meals skipped",
    "cycle_day": "from day {} of the cycle on",
}
FROM = {"caffeine_mg": "with {} or more of caffeine"}
AT_ALL = {
    "meals_skipped": "with a meal skipped",
    "exercise_min": "after a day with exercise",
    "alcohol_units": "after a day with alcohol",
    "magnesium_mg": "with magnesium",
}

THINGS = {
    "sleep_hours": "short sleep",
    "caffeine_mg": "much caffeine",
    "water_ml": "little to drink",
    "stress": "high stress",
    "exercise_min": "much exercise",
    "screen_hours": "long screen time",
    "alcohol_units": "alcohol",
    "magnesium_mg": "magnesium",
    "heavy_sweating": "heavy sweating",
    "upset_stomach": "diarrhoea or vomiting",
    "illness": "illness",
    "meals_skipped": "skipped meals",
    "cycle_day": "the later days of the cycle",
}


def label(factor: str, reader: Reader) -> str:
    """Return the name of a factor; the person's own question in its words."""
    return reader.own_question if factor == OWN and reader.own_question else FACTORS[factor].label


def thing(factor: str, reader: Reader) -> str:
    """Return what exposed days have, as a sentence names it."""
    return THINGS.get(factor) or f"“{label(factor, reader)}”"


def which_days(factor: str, cut: Cut, reader: Reader) -> str:
    """Return on which days: "after less than 6 hours of sleep", "with stress of 7 or more"."""
    if factor == OWN:
        return _own_days(cut, reader)
    is_any = cut.side == "from" and cut.value <= 1 and factor in AT_ALL
    words = AT_ALL if is_any else FROM if cut.side == "from" and factor in FROM else DAYS
    return words[factor].format(amount(factor, cut.value, reader))


def _own_days(cut: Cut, reader: Reader) -> str:
    if reader.own_kind == "yes_no":
        return f"with yes to “{label(OWN, reader)}”"
    return f"with {number(cut.value)} or more for “{label(OWN, reader)}”"


def amount(factor: str, value: float, reader: Reader) -> str:
    """Return a value of a factor with its unit, as a sentence has it."""
    written = _AMOUNTS.get(factor)
    if factor == "water_ml":
        return format_volume(round(value), reader.volume_unit)
    return written(value) if written else number(value)


def number(value: float) -> str:
    """Return a number without a needless decimal: 7, 2.5."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _counted(unit: str) -> Amount:
    return lambda value: f"{number(value)} {unit}{'' if value == 1 else 's'}"


_AMOUNTS: Mapping[str, Amount] = {
    "sleep_hours": lambda hours: format_hours(hours, "sentence"),
    "screen_hours": lambda hours: format_hours(hours, "sentence"),
    "caffeine_mg": lambda mg: format_mg(round(mg)),
    "magnesium_mg": lambda mg: format_mg(round(mg)),
    "exercise_min": _counted("minute"),
    "alcohol_units": _counted("unit"),
}
