"""What a day can be asked about, with its unit in the code and its bounds (contract.md, clinical.md B1)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Factor:
    """A thing measured once a day, between `low` and `high` in `unit`."""

    code: str
    label: str
    unit: str
    low: int
    high: int
    is_whole: bool
    out_of_range: str


_FACTORS = (
    Factor("sleep_hours", "Sleep", "h", 0, 24, False, "Sleep must be between 0 and 24 hours"),
    Factor("caffeine_mg", "Caffeine", "mg", 0, 3000, True, "Caffeine must be between 0 and 3,000 mg"),
    Factor("water_ml", "Drinks", "ml", 0, 15000, True, "Drinks must be between 0 and 15,000 ml"),
    Factor("stress", "Stress", "0 to 10", 0, 10, True, "Stress must be between 0 and 10"),
)

FACTORS = {factor.code: factor for factor in _FACTORS}

SLEEP_QUALITIES = {1: "Badly", 2: "So-so", 3: "Well"}

TWITCHING = {"none": "No twitching", "yes": "Yes, and that was all"}
