"""What a day can be asked about, with its unit in the code and its bounds (contract.md, clinical.md B1).

One row here is one column of the day: it makes the database's constraint, the question of the check-in, the
column of the files, the summary and the habit of the report.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "scale", "yes_no"]


@dataclass(frozen=True, slots=True)
class Factor:
    """A thing measured once a day, between `low` and `high` in `unit`; yes and no are kept as 1 and 0.

    `question` is what the check-in asks, `zero` the words with which none at all is said in one tap. A core
    factor is always asked; the others are off until a person chooses them.
    """

    code: str
    label: str
    unit: str
    low: int
    high: int
    is_whole: bool
    out_of_range: str
    kind: Kind = "number"
    question: str = ""
    hint: str = ""
    zero: str = ""
    is_core: bool = False


def _yes_no(code: str, label: str, question: str) -> Factor:
    return Factor(code, label, "", 0, 1, True, "Choose yes or no", "yes_no", question)


_FACTORS = (
    Factor(
        "sleep_hours",
        "Sleep",
        "h",
        0,
        24,
        False,
        "Sleep must be between 0 and 24 hours",
        question="Sleep last night",
        hint="For example, 7.5 or 7 h 30 min",
        is_core=True,
    ),
    Factor(
        "caffeine_mg",
        "Caffeine",
        "mg",
        0,
        3000,
        True,
        "Caffeine must be between 0 and 3,000 mg",
        question="Caffeine",
        hint="In mg. A cup of coffee has about 90, a cup of tea about 50.",  # as vocabulary/drinks.py
        zero="No caffeine today",
        is_core=True,
    ),
    Factor(
        "water_ml",
        "Drinks",
        "ml",
        0,
        15000,
        True,
        "Drinks must be between 0 and 15,000 ml",
        question="All drinks together",
        is_core=True,
    ),
    Factor(
        "stress",
        "Stress",
        "0 to 10",
        0,
        10,
        True,
        "Stress must be between 0 and 10",
        kind="scale",
        question="Stress, 0 to 10",
        hint="0 is no stress. 10 is the most you can imagine.",
        is_core=True,
    ),
    Factor(
        "exercise_min",
        "Exercise",
        "min",
        0,
        1440,
        True,
        "Exercise must be between 0 and 1,440 minutes",
        question="Exercise, in minutes",
        zero="No exercise",
    ),
    Factor(
        "screen_hours",
        "Screen time",
        "h",
        0,
        24,
        False,
        "Screen time must be between 0 and 24 hours",
        question="Time at a screen",
        hint="For example, 5 or 2 h 30 min",
    ),
    Factor(
        "alcohol_units",
        "Alcohol",
        "units",
        0,
        100,
        False,
        "Alcohol must be between 0 and 100 units",
        question="Alcohol, in units",
        hint="A small glass of wine has about 1.5, a pint of beer about 2.3.",  # NHS, clinical.md B4
        zero="No alcohol",
    ),
    Factor(
        "magnesium_mg",
        "Magnesium",
        "mg",
        0,
        10000,
        True,
        "Magnesium must be between 0 and 10,000 mg",
        question="Magnesium taken, in mg",
        hint="What the packet says is in it. Other supplements can go in the note.",
        zero="None taken",
    ),
    _yes_no("heavy_sweating", "Heavy sweating", "Heavy sweating?"),
    _yes_no("upset_stomach", "Diarrhoea or vomiting", "Diarrhoea or vomiting?"),
    _yes_no("illness", "Illness", "Ill, for example with a cold or fever?"),
    Factor(
        "meals_skipped",
        "Meals skipped",
        "meals",
        0,
        3,
        True,
        "Meals skipped must be between 0 and 3",
        kind="scale",
        question="Meals skipped",
    ),
    Factor(
        "cycle_day",
        "Cycle day",
        "",
        1,
        60,
        True,
        "Cycle day must be between 1 and 60",
        question="Day of your cycle",
        hint="The first day of bleeding is day 1.",
    ),
    Factor(
        "own_answer",
        "Own question",
        "",
        0,
        100000,
        False,
        "Your answer must be between 0 and 100,000",
    ),
)

FACTORS = {factor.code: factor for factor in _FACTORS}
CORE = tuple(factor.code for factor in _FACTORS if factor.is_core)
OPTIONAL = tuple(factor.code for factor in _FACTORS if not factor.is_core)
OWN = "own_answer"
"""The answer to the person's own question, which is worded in their settings."""

OWN_KINDS = {"yes_no": "Yes or no", "scale": "0 to 10", "number": "A number"}

SOURCES = {
    "entered": "given by hand",
    "usual": "by “usual”",
    "drinks": "added up from the drinks",
    "imported": "from a file",
}
"""Where a value came from (ux 2); a value without a word about it was entered."""

SLEEP_QUALITIES = {1: "Badly", 2: "So-so", 3: "Well"}

TWITCHING = {"none": "No twitching", "yes": "Yes, and that was all"}
