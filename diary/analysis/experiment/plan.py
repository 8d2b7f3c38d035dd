"""The plan of an experiment: which days are held to the limit, fixed before the first of them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from diary.models import Experiment
from diary.periods import DAY
from diary.vocabulary.trying import LIMITED, Way

State = Literal["planned", "running", "stopped", "over"]


@dataclass(frozen=True, slots=True)
class Block:
    """Days that are all held to the limit or all as usual, first and last included."""

    first: date
    last: date
    is_limited: bool

    @property
    def days(self) -> int:
        """Calendar days."""
        return (self.last - self.first).days + 1

    def number_of(self, day: date) -> int:
        """Return which of its days that is, from 1."""
        return (day - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What is tried out: `factor` is held `way` ("at_most", "at_least") `limit`, in its unit.

    `order` has a letter for each block of `block_days`, L with the limit, U as usual. `stopped_on` is the day
    it was ended early. The words and the kind of the person's own question are those of when it was made.
    """

    factor: str
    way: Way
    limit: float
    first: date
    block_days: int
    order: str
    stopped_on: date | None = None
    own_question: str = ""
    own_kind: str = "yes_no"

    @classmethod
    def of(cls, kept: Experiment) -> "Plan":
        """Return the plan that is kept."""
        return cls(
            factor=kept.factor,
            way=cast("Way", kept.way),
            limit=kept.limit,
            first=kept.first,
            block_days=kept.block_days,
            order=kept.order,
            stopped_on=kept.stopped_on,
            own_question=kept.own_question,
            own_kind=kept.own_kind,
        )

    @property
    def days(self) -> int:
        """Calendar days in all."""
        return self.block_days * len(self.order)

    @property
    def last(self) -> date:
        """The last day as planned."""
        return self.first + (self.days - 1) * DAY

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in order."""
        firsts = (self.first + at * self.block_days * DAY for at in range(len(self.order)))
        return tuple(
            Block(first, first + (self.block_days - 1) * DAY, letter == LIMITED)
            for first, letter in zip(firsts, self.order, strict=True)
        )

    def block_on(self, day: date) -> Block | None:
        """Return the block of a day; None outside the plan."""
        return next((block for block in self.blocks if block.first <= day <= block.last), None)

    def number_of(self, day: date) -> int:
        """Return which day of the plan that is, from 1."""
        return (day - self.first).days + 1

    def state_on(self, today: date) -> State:
        """Return how far it is; the day after the last one it is over."""
        if self.stopped_on:
            return "stopped"
        if today < self.first:
            return "planned"
        return "running" if today <= self.last else "over"

    def holds(self, value: float) -> bool:
        """Whether a value keeps to the limit; the limit itself does."""
        return value <= self.limit if self.way == "at_most" else value >= self.limit
