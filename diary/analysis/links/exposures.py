"""Which days of a factor are compared with which: the lag, and the cut between them.

Both are fixed before anybody looks at the twitching: a cut chosen because it looks best triples the false
findings, and a second lag for everything costs as much as it finds (statistics.md 3.1 and 3.4).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from diary.vocabulary.factors import OWN

Side = Literal["under", "over", "from"]

GROUP_DAYS = 10
SHARE_OF_DAYS = 6
"""One in so many days must lie on either side of a known number while the diary is young."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A number between two kinds of days, in the factor's unit: exposed are those under, over or from it."""

    side: Side
    value: float

    def holds(self, value: float) -> bool:
        """Whether a day with this value is exposed."""
        if self.side == "under":
            return value < self.value
        return value > self.value if self.side == "over" else value >= self.value


@dataclass(frozen=True, slots=True)
class Exposure:
    """How a factor is looked at. `lag_days` 1 sets the twitching beside the factor of the day before.

    `known` is the number people know, `side` where the exposed days lie of the person's own third without it.
    """

    side: Side = "from"
    known: Cut | None = None
    lag_days: int = 0


YES = Exposure(known=Cut("from", 1))
HIGH_OF_10 = Exposure(known=Cut("from", 7))

# The night before a day is asked about on that day, so sleep has no lag here (statistics.md 3.4 and 7).
EXPOSURES: Mapping[str, Exposure] = {
    "sleep_hours": Exposure("under", Cut("under", 6)),
    "caffeine_mg": Exposure("over", Cut("over", 200)),
    "water_ml": Exposure("under"),
    "stress": HIGH_OF_10,
    "exercise_min": Exposure(lag_days=1),
    "screen_hours": Exposure(),
    "alcohol_units": Exposure(lag_days=1),
    "magnesium_mg": Exposure(),
    "heavy_sweating": YES,
    "upset_stomach": YES,
    "illness": YES,
    "meals_skipped": YES,
    "cycle_day": Exposure(known=Cut("from", 15)),
}
OWN_EXPOSURES = {"yes_no": YES, "scale": HIGH_OF_10, "number": Exposure()}


def exposure_of(factor: str, own_kind: str) -> Exposure:
    """Return how a factor is looked at; the person's own question by its kind."""
    return OWN_EXPOSURES[own_kind] if factor == OWN else EXPOSURES[factor]


def choose_cut(exposure: Exposure, values: Sequence[float], kept: Cut | None) -> Cut | None:
    """Return the cut: the one an earlier review used, else the known number, else the person's own third.

    The first with enough days on either side is taken; None when all values are alike.
    """
    own = own_third(exposure.side, values)
    for cut in (kept, exposure.known, own):
        if cut and _splits(cut, values):
            return cut
    return exposure.known or own


def _splits(cut: Cut, values: Sequence[float]) -> bool:
    exposed = sum(map(cut.holds, values))
    enough = min(GROUP_DAYS, len(values) / SHARE_OF_DAYS)
    return min(exposed, len(values) - exposed) >= max(1, enough)


def own_third(side: Side, values: Sequence[float]) -> Cut | None:
    """Return the cut that leaves nearest to a third of the days exposed; None when all are alike."""
    ordered, at = sorted(values), "under" if side == "under" else "from"
    cuts = sorted(set(ordered))[1:]
    below = {cut: bisect_left(ordered, cut) for cut in cuts}
    exposed = below if at == "under" else {cut: len(ordered) - count for cut, count in below.items()}
    nearest = min(cuts, key=lambda cut: abs(exposed[cut] - len(ordered) / 3), default=None)
    return None if nearest is None else Cut(cast("Side", at), nearest)
