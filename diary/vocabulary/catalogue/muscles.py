"""What muscles may do besides twitching."""

from diary.vocabulary import rules, sources
from diary.vocabulary.catalogue.rule import FORTNIGHT, GP, Rule

GROUP = "Muscles"

MUSCLES = (
    Rule(
        "WEAK_OR_STIFF",
        "Weak or stiff",
        GROUP,
        "ROUTINE",
        f"Weak or stiff, answered yes on at least 1 of {FORTNIGHT} days; soon from 3 days on",
        f"{GP} a twitching area feels weak or stiff.",
        sources.NHS,
    ),
    Rule(
        "WASTING",
        "Muscle looks thinner",
        GROUP,
        "SOON",
        f"A muscle that looks thinner, answered yes in the last {FORTNIGHT} days",
        "Have this checked in the next few days.",
        sources.NICE,
    ),
    Rule(
        "WEAK_PROGRESS",
        "Weakness that grows",
        GROUP,
        "SOON",
        f"Weakness on at least {rules.WEAK_DAYS} of {2 * FORTNIGHT} days, on average at least "
        f"{rules.WEAK_POINTS} points of 10 stronger in the last third of them than in the first; advice "
        "today if it rose so far within the last 7 days",
        "Speak to a doctor in the next few days.",
        sources.NICE_WEAKNESS,
        is_our_choice=True,
    ),
    Rule(
        "COORD_FALLS",
        "Falls or clumsy hands",
        GROUP,
        "SOON",
        f"Falls or clumsy hands on at least 2 of {FORTNIGHT} days",
        "This is useful for a doctor to know about soon.",
        sources.RED_FLAGS,
        is_our_choice=True,
        days=2,
    ),
    Rule(
        "CRAMPS_SAME_AREA",
        "Cramps",
        GROUP,
        "NOTE",
        f"Cramps where it twitches on at least 3 of {FORTNIGHT} days",
        "Stretching and massage may ease cramps. Mention it at your next appointment.",
        sources.NHS,
        is_our_choice=True,
        days=3,
    ),
    Rule(
        "NUMB_TINGLE",
        "Numbness or tingling",
        GROUP,
        "ROUTINE",
        f"Numbness or tingling where it twitches on at least 3 of {FORTNIGHT} days",
        "Include this when you see a doctor.",
        sources.NHS,
        is_our_choice=True,
        days=3,
    ),
)
