"""What a look at the links finds."""

from dataclasses import dataclass
from datetime import date

from diary.analysis.links.exposures import Cut

VERDICTS = ("too_early", "cannot_tell", "no_clear_link", "possible_link", "consistent_link")
POSSIBLE = 0.05
"""The chance of any false finding among all factors together, up to which a link is called possible."""
CHECK_INS_NEEDED = 60
EPISODES_NEEDED = 20
TWITCHING_DAYS_NEEDED = 10

# Check-ins that become rarer by more than this share make a diary hard to compare with itself.
FELL = 0.2


@dataclass(frozen=True, slots=True)
class Group:
    """Days of one kind: how many were checked in, on how many there was twitching, how many episodes."""

    days: int
    twitching: int
    episodes: int

    @property
    def per_day(self) -> float | None:
        """Episodes a day; None without a day."""
        return self.episodes / self.days if self.days else None


@dataclass(frozen=True, slots=True)
class Link:
    """One factor beside the twitching.

    `check_ins` are the days checked in on which the factor is known, `exposed` and `unexposed` share them by
    the `cut`, which is None while all values are alike. `waits_for` is what the comparison still needs:
    "check_ins", "days" on either side, or "episodes"; empty when there is enough.

    `rho` and `p` (after Holm, over all that were judged) are the test, and never shown. `ratio` is how many
    times as often on exposed days, drawn towards 1 as early findings are too large; `unshrunk` is it before
    that, `interval` what would fit (95 %). All are None where nothing could be tested or compared.
    `entangled` are the other factors from which this one cannot be told apart; `seen_before` says that the
    review before found it too.
    """

    factor: str
    lag_days: int
    cut: Cut | None
    check_ins: int
    exposed: Group
    unexposed: Group
    waits_for: str = ""
    verdict: str = "too_early"
    rho: float | None = None
    p: float | None = None
    ratio: float | None = None
    unshrunk: float | None = None
    interval: tuple[float, float] | None = None
    entangled: tuple[str, ...] = ()
    seen_before: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether there is enough of it for a verdict."""
        return not self.waits_for

    @property
    def is_judged(self) -> bool:
        """Whether it was tested."""
        return self.p is not None

    @property
    def is_found(self) -> bool:
        """Whether it goes with twitching more than chance would explain."""
        return self.verdict in ("possible_link", "consistent_link")


@dataclass(frozen=True, slots=True)
class Review:
    """A look at all factors on one day; `first` to `last` are the days it saw, `checked_in` of them count.

    `checked_in_late` is how many of those lie in the later half.
    """

    made_on: date
    first: date
    last: date
    checked_in: int
    checked_in_late: int
    links: tuple[Link, ...]

    @property
    def in_period(self) -> int:
        """Calendar days seen."""
        return (self.last - self.first).days + 1

    @property
    def is_patchy(self) -> bool:
        """Whether so many days are blank that it is to be read with care (statistics.md 6, rule 5)."""
        late = self.in_period // 2
        early = self.in_period - late
        fell = (self.checked_in - self.checked_in_late) / early - (self.checked_in_late / late if late else 0)
        return self.checked_in < self.in_period / 2 or (late > 0 and fell > FELL)

    @property
    def judged(self) -> tuple[Link, ...]:
        """Those that were tested, which share the risk of a chance finding."""
        return tuple(link for link in self.links if link.is_judged)

    @property
    def ready(self) -> tuple[Link, ...]:
        """Those past the gate."""
        return tuple(link for link in self.links if link.is_ready)

    def of(self, factor: str) -> Link | None:
        """Return what was found about a factor."""
        return next((link for link in self.links if link.factor == factor), None)
