"""What was tried out, in the archive: its table, and how a row becomes a plan."""

import uuid

from diary.models import Experiment
from diary.models.experiments import LONGEST_BLOCK
from diary.transfer import cells
from diary.transfer.cells import BadCell
from diary.transfer.columns import Column, Table, field, listed, text
from diary.transfer.records import Owner, Record, Values, need
from diary.transfer.tables import MADE_AT, UUID
from diary.vocabulary.factors import OWN, OWN_KINDS
from diary.vocabulary.trying import HOLDABLE, LIMITED, MOST_BLOCKS, USUAL, WAYS

HIGHEST = 100_000

EXPERIMENTS = Table(
    "experiments",
    "first",
    (
        UUID,
        Column(
            "factor", "the habit that was held to a limit", cells.one_of((*HOLDABLE, OWN)), field("factor")
        ),
        Column("way", listed(WAYS), cells.one_of(WAYS), field("way")),
        Column(
            "limit",
            "the limit, in the unit of days.csv",
            cells.decimal(0, HIGHEST, f"The limit must be between 0 and {HIGHEST:,}"),
            field("limit"),
        ),
        Column(
            "own_question", "your question as it was", cells.words_of(80), field("own_question"), is_text=True
        ),
        Column("own_kind", listed(OWN_KINDS), cells.one_of(OWN_KINDS), field("own_kind"), has_default=True),
        Column("first", "its first day", cells.day, text("first")),
        Column(
            "block_days",
            "the days of one block",
            cells.whole(7, LONGEST_BLOCK, f"A block must have 7 to {LONGEST_BLOCK} days"),
            field("block_days"),
        ),
        Column(
            "order",
            f"the blocks one after another, {LIMITED} with the limit, {USUAL} as usual",
            cells.words_of(MOST_BLOCKS),
            field("order"),
        ),
        Column(
            "stopped_on",
            "the day it was stopped early",
            cells.day,
            text("stopped_on"),
            has_default=True,  # nothing starts again: an archive from before the stop does not take it back
        ),
        MADE_AT,
    ),
)


def experiment(values: Values, owner: Owner) -> list[Record]:
    """Build a plan. Raises BadCell where its blocks or its end cannot be."""
    need(values, "factor", "way", "limit", "block_days", "order")
    if {*values["order"]} != {LIMITED, USUAL}:
        raise BadCell(f"The order must be of {LIMITED} and {USUAL}, both of them", "order")
    given = {name: values[name] for name in ("factor", "way", "limit", "first", "block_days", "order")}
    plan = Experiment(
        user=owner.user,
        uuid=values.get("uuid") or uuid.uuid4(),
        own_question=values.get("own_question") or "",
        own_kind=values.get("own_kind") or "yes_no",
        stopped_on=values.get("stopped_on"),
        made_at=owner.instant(values, "made_at") or owner.now,
        **given,
    )
    plan.settle()
    if plan.stopped_on and not plan.first <= plan.stopped_on <= plan.last:
        raise BadCell("The day it was stopped must be one of its days", "stopped_on")
    return [plan]
