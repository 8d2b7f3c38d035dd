"""What a plan asks and what it showed, in counts first and no more than they hold (statistics.md 7).

Never that one thing is the reason of another.
"""

from datetime import date

from diary.analysis.experiment.plan import Block, Plan
from diary.analysis.experiment.result import DAYS_NEEDED, WEEKS_NEEDED, Arm, Result
from diary.analysis.links.sentences import between
from diary.analysis.links.words import Reader, amount, label, number
from diary.analysis.weekly import WEEK_CHECK_INS
from diary.periods import DAY
from diary.quantities import VolumeUnit, format_date
from diary.vocabulary.factors import OWN
from diary.vocabulary.trying import Way

# What is held to the limit, with {} for "at most" or "at least" and its amount.
HELD = {
    "sleep_hours": "{} of sleep",
    "caffeine_mg": "{} of caffeine",
    "water_ml": "{} to drink",
    "stress": "stress of {}",
    "exercise_min": "{} of exercise",
    "screen_hours": "{} at a screen",
    "alcohol_units": "{} of alcohol",
    "magnesium_mg": "{} of magnesium",
    "meals_skipped": "{} meals skipped",
}
NONE = {
    "caffeine_mg": "no caffeine",
    "stress": "no stress",
    "screen_hours": "no screen time",
    "alcohol_units": "no alcohol",
    "meals_skipped": "no meal skipped",
}
AT: dict[Way, str] = {"at_most": "at most", "at_least": "at least"}
NIGHT = "sleep_hours"
"""The night before a day belongs to it, so what Today says of sleep is about the day after."""

CANNOT = (
    "You knew which days were which, and expecting a difference can make one. Other things may have changed "
    "on the same days. What takes longer to act than one block would not show."
)
TOO_FEW_WEEKS = (
    f"Too few weeks to compare: it takes {WEEKS_NEEDED} of each kind with at least {WEEK_CHECK_INS} days "
    "checked in."
)
ONE_ROUND = "With one block of each, a change that was under way anyway looks just the same."


def reader_of(plan: Plan, volume_unit: VolumeUnit) -> Reader:
    """Return how the plan is read: in the person's unit, with their question as it was."""
    return Reader(volume_unit, plan.own_question, plan.own_kind)


def held(plan: Plan, reader: Reader) -> str:
    """Return what is held to: "at most 100 mg of caffeine", "no alcohol"."""
    if plan.factor == OWN:
        return _own(plan, reader)
    if plan.way == "at_most" and not plan.limit:
        return NONE[plan.factor]
    words = HELD[plan.factor].format(f"{AT[plan.way]} {amount(plan.factor, plan.limit, reader)}")
    return words.replace(" 1 meals", " 1 meal")


def _own(plan: Plan, reader: Reader) -> str:
    question = f"“{label(OWN, reader)}”"
    if plan.own_kind == "yes_no":
        return f"{'no' if plan.way == 'at_most' else 'yes'} to {question}"
    return f"{AT[plan.way]} {number(plan.limit)} for {question}"


def as_usual(plan: Plan, reader: Reader) -> str:
    """Return the other days: "caffeine as usual"."""
    name = label(plan.factor, reader)
    return f"“{name}” as usual" if plan.factor == OWN else f"{name.lower()} as usual"


def kind(plan: Plan, block: Block, reader: Reader) -> str:
    """Return what the days of a block are like."""
    return held(plan, reader) if block.is_limited else as_usual(plan, reader)


def capped(words: str) -> str:
    """Return the words as they begin a line."""
    return f"{words[0].upper()}{words[1:]}"


def reminder(plan: Plan, today: date, reader: Reader) -> str:
    """Say what today is about: "At most 100 mg of caffeine today (day 3 of 14)"; empty when there is nothing.

    Of sleep it speaks in time, as the night before a day belongs to it.
    """
    day, when = (today + DAY, "tonight") if plan.factor == NIGHT else (today, "today")
    block = plan.block_on(day)
    if block:
        of = f"day {block.number_of(day)} of {block.days}"
        return f"{capped(kind(plan, block, reader))} {when} ({f'for {of}' if when == 'tonight' else of})"
    if day > plan.last:
        return "Today is the last day of what you try out"
    begins = "tomorrow" if plan.first == today + DAY else f"on {format_date(plan.first, today)}"
    return f"Starts {begins}: {kind(plan, plan.blocks[0], reader)}"


def progress(plan: Plan, today: date) -> str:
    """Say how far it is: "Day 9 of 56", "Stopped on day 9 of 56"."""
    if plan.stopped_on:
        return f"Stopped on day {plan.number_of(plan.stopped_on)} of {plan.days}"
    return {
        "planned": f"Starts on {format_date(plan.first, today)}",
        "running": f"Day {plan.number_of(today)} of {plan.days}",
        "over": f"{plan.days} days",
    }[plan.state_on(today)]


def counts(found: Result, plan: Plan, reader: Reader) -> str:
    """Say how often it twitched on either kind of days checked in; of none at all there is no count."""
    limited, usual, planned = found.limited, found.usual, f"with {held(plan, reader)} planned"
    if not found.checked_in:
        return "No day of it is checked in, so nothing is counted."
    if not usual.checked_in:
        return f"{_logged(limited, planned)}; no day as usual is checked in."
    if not limited.checked_in:
        return f"{_logged(usual, 'as usual')}; no day {planned} is checked in."
    return f"{_logged(limited, planned)}; on the {_days(usual)} as usual {_rate(usual)}."


def _logged(arm: Arm, which: str) -> str:
    return f"On the {_days(arm)} {which} you logged {_rate(arm, ' episodes a day')}"


def twitching_days(found: Result) -> str:
    """Say on how many of the days checked in there was twitching."""
    limited, usual = found.limited, found.usual
    return (
        f"Twitching on {limited.twitching} of {_days(limited)} with the limit, and on {usual.twitching} of "
        f"{_days(usual)} as usual."
    )


def _days(arm: Arm) -> str:
    return f"{arm.checked_in} {'day' if arm.checked_in == 1 else 'days'}"


def _rate(arm: Arm, unit: str = "") -> str:
    if not arm.episodes:
        return "none"
    rate = arm.per_day or 0
    return f"{rate:.1f}{unit}" if rate >= 0.05 else f"hardly any{unit}"


def finding(found: Result, plan: Plan) -> str:
    """Say what that means, once it is over; of one that was stopped, that nothing is compared."""
    return {
        "": _stopped(plan),
        "too_few_days": _too_few(found),
        "too_few_weeks": TOO_FEW_WEEKS,
        "none_at_all": "No episode on any of these days, so there is nothing to compare.",
        "fewer": f"That is fewer than the ups and downs of these days explain. {_fits(found)}",
        "more": f"That is more than the ups and downs of these days explain. {_fits(found)}",
        "small": f"If there is a difference it is small. {_fits(found)}",
        "cannot_tell": f"Days as different as these are common, so this may be chance. {_fits(found)}",
    }[found.verdict].strip()


def _stopped(plan: Plan) -> str:
    if plan.stopped_on is None:
        return ""
    return (
        f"It was stopped on day {plan.number_of(plan.stopped_on)} of {plan.days}, so nothing is compared: "
        "an end chosen along the way can make anything look like a difference."
    )


def _too_few(found: Result) -> str:
    return (
        f"Too few days to compare: {found.limited.checked_in} with the limit and {found.usual.checked_in} as "
        f"usual are checked in. It takes {DAYS_NEEDED} of each."
    )


def _fits(found: Result) -> str:
    if found.interval is None:
        return ""
    low, high = between(found.interval)
    if low == high:
        return f"About {low} with the limit would fit."
    return f"Anything between {low} and {high} with the limit would fit."


def kept(found: Result, plan: Plan, reader: Reader) -> str:
    """Say how well the limit was kept, and whether that made the two kinds of days different.

    Empty while no day with the limit has come.
    """
    limited, usual = found.limited, found.usual
    if not limited.days:
        return ""
    if not limited.answered:
        return f"{label(plan.factor, reader)} was not answered on the days with the limit."
    silent = limited.days - limited.answered
    rest = f"; {silent} {'was' if silent == 1 else 'were'} not answered" if silent else ""
    also = f" As usual it was so on {usual.within} of {usual.answered}." if usual.answered else ""
    on = f"{limited.within} of {limited.answered} days answered"
    return f"The limit was kept on {on}{rest}.{also}{_alike(found)}"


def _alike(found: Result) -> str:
    if found.state != "over" or found.was_apart or not found.usual.answered:
        return ""
    return " The two kinds of days were much alike in it, so this was hardly a test."


def cannot(plan: Plan) -> str:
    """Say what no such comparison can show."""
    return f"{CANNOT} {ONE_ROUND}" if len(plan.order) == 2 else CANNOT


def care(found: Result) -> str:
    """Ask to read it with care where many days are blank."""
    return "Many days are blank, so read this with care." if found.verdict and found.is_patchy else ""
