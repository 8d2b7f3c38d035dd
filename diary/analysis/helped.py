"""What was tried and how much the person said it helped; and how long those twitches were, with care.

People try something when a twitch is already long, so the lengths say nothing about what made them so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from diary.analysis.records import Try
from diary.quantities import format_length
from diary.vocabulary.episodes import RELIEF

HELPED_FROM = 2
"""From "somewhat" on it counts as having helped."""
LENGTHS_NEEDED = 5
"""Recorded lengths on either side before two middles are set side by side; our choice."""

CARE = (
    "People often try something when a twitch is already long, "
    "so this does not show that it made them longer or shorter."
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that was tried: `tried` times, of which it was said `answered` times how much it helped.

    `helped` times it helped somewhat or more. The middle lengths are of twitches with and without it, None
    below 5 recorded lengths on either side.
    """

    code: str
    tried: int
    answered: int
    helped: int
    median_with_s: float | None
    median_without_s: float | None
    lengths: tuple[int, int]

    @property
    def label(self) -> str:
        """What it is called."""
        return RELIEF[self.code]


def measures(tries: Iterable[Try]) -> list[Measure]:
    """Return everything that was tried, most often first."""
    listed = list(tries)
    codes = [code for code in RELIEF if any(code in each.relief for each in listed)]
    return sorted((_measure(code, listed) for code in codes), key=lambda measure: -measure.tried)


def _measure(code: str, tries: Sequence[Try]) -> Measure:
    those = [each for each in tries if code in each.relief]
    said = [helped for each in those if (helped := each.relief[code]) is not None]
    sides = [
        _lengths(each for each in tries if (code in each.relief) is with_it) for with_it in (True, False)
    ]
    is_enough = min(map(len, sides)) >= LENGTHS_NEEDED
    with_it, without = (float(median(side)) if is_enough else None for side in sides)
    helped = sum(each >= HELPED_FROM for each in said)
    return Measure(code, len(those), len(said), helped, with_it, without, (len(sides[0]), len(sides[1])))


def _lengths(tries: Iterable[Try]) -> list[int]:
    return [each.length_s for each in tries if each.is_twitch and each.length_s is not None]


def finding(measure: Measure) -> str:
    """Say how often it was tried and how often it was said to help."""
    tried = f"Tried {_times(measure.tried)}."
    if not measure.answered:
        return f"{tried} You did not say whether it helped."
    if measure.answered == 1:
        one_time = "It" if measure.tried == 1 else "The one time you said, it"
        return f"{tried} {one_time} helped {'somewhat or more' if measure.helped else 'a little at most'}."
    return f"{tried} It helped somewhat or more {measure.helped} of the {measure.answered} times you said."


def lengths(measure: Measure) -> str:
    """Say how long the twitches were with and without it; "" without enough recorded lengths."""
    if measure.median_with_s is None or measure.median_without_s is None:
        return ""
    with_it, without = (_middle(s) for s in (measure.median_with_s, measure.median_without_s))
    return (
        f"The middle length was {with_it} with it ({measure.lengths[0]} twitches) and {without} without it "
        f"({measure.lengths[1]}). {CARE}"
    )


def _times(count: int) -> str:
    return "1 time" if count == 1 else f"{count} times"


def _middle(seconds: float) -> str:
    return format_length(max(1, round(seconds)), "sentence")
