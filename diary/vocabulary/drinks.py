"""Drinks with their usual size and caffeine: typical values, every one of which a person can change.

Caffeine: EFSA, Scientific Opinion on the safety of caffeine (2015), the figures ux C-5 takes over; brands and
cups differ, so these are a beginning and not a measurement (clinical.md B3 lists how far sources differ).
"""

from dataclasses import dataclass

from diary.vocabulary.factors import FACTORS

MAX_ML = 5000
MAX_MG = FACTORS["caffeine_mg"].high
MAX_USUAL = 20
"""The most of one drink on a usual day."""


@dataclass(frozen=True, slots=True)
class KnownDrink:
    """A drink as it is usually served; `usual` is how many of it a person has on a usual day."""

    name: str
    ml: int
    mg: int
    usual: int = 0


_DRINKS = (
    KnownDrink("Coffee", 200, 90),
    KnownDrink("Tea", 220, 50),
    KnownDrink("Water", 250, 0),
    KnownDrink("Espresso", 60, 80),
    KnownDrink("Cola", 355, 40),
    KnownDrink("Energy drink", 250, 80),
    KnownDrink("Bottle of water", 500, 0),
    KnownDrink("Decaf", 200, 5),  # judged: sources run from 1 to 7 mg
)

DRINKS = {drink.name: drink for drink in _DRINKS}

# Parts of the day at which a drink can be said to have been had, each by its middle hour.
PARTS = {
    "morning": ("Morning", 9),
    "midday": ("Midday", 12),
    "afternoon": ("Afternoon", 15),
    "evening": ("Evening", 19),
}
