"""Daily life and habits; never urgent."""

from diary.vocabulary import rules, sources
from diary.vocabulary.catalogue.rule import FORTNIGHT, Rule

GROUP = "Daily life"

LIFE = (
    Rule(
        "FATIGUE_MEMORY",
        "Tiredness and memory",
        GROUP,
        "ROUTINE",
        f"Tiredness on at least 7 and memory or concentration trouble on at least 3 of {FORTNIGHT} days",
        "Put both on your list for the doctor.",
        sources.SEED,
        is_our_choice=True,
    ),
    Rule(
        "THYROID_LIKE",
        "Several changes at once",
        GROUP,
        "ROUTINE",
        "Twitching and at least 3 of heat being hard to bear, an unusual heartbeat, weight loss without "
        f"trying, trembling, sleeping badly on {rules.BAD_NIGHTS} nights, and diarrhoea, "
        f"within {FORTNIGHT} days",
        "A doctor can do a simple blood test if they think it useful.",
        sources.HSE_GLAND,
        is_our_choice=True,
    ),
    Rule(
        "IMPACT",
        "Gets in the way",
        GROUP,
        "ROUTINE",
        f"Twitching that gets in the way on at least 3 of {FORTNIGHT} days",
        "That alone is a good reason to ask for help.",
        sources.GOOD_PRACTICE,
        is_our_choice=True,
        days=3,
    ),
    Rule(
        "WORRY",
        "Worry",
        GROUP,
        "NOTE",
        f"Worrying about it a lot on at least 3 of {FORTNIGHT} days",
        "Worry is common and can make twitches more noticeable. Talking it over with someone can help.",
        sources.NHS,
        is_our_choice=True,
        days=3,
    ),
    Rule(
        "CAFFEINE_HIGH",
        "Caffeine",
        GROUP,
        "NOTE",
        f"More than {rules.CAFFEINE_MG} mg a day on average over 7 days, counting the days with an amount; "
        f"more than {rules.CAFFEINE_PREGNANT_MG} mg where the health record says that you are pregnant",
        f"{rules.CAFFEINE_MG} mg is the usual upper guide for adults.",
        sources.EFSA,
    ),
    Rule(
        "SLEEP_SHORT",
        "Sleep",
        GROUP,
        "NOTE",
        f"Less than {rules.SLEEP_H} h of sleep on average over 7 days, with a value for at least 4 nights",
        f"Most adults need {rules.SLEEP_H} or more.",
        sources.CDC,
        is_our_choice=True,
    ),
    Rule(
        "ALCOHOL_HIGH",
        "Alcohol",
        GROUP,
        "NOTE",
        f"More than {rules.ALCOHOL_UNITS} units in 7 days",
        f"The UK low-risk guide is {rules.ALCOHOL_UNITS}.",
        sources.ALCOHOL,
    ),
    Rule(
        "SCREEN_LONG",
        "Screens and an eyelid",
        GROUP,
        "NOTE",
        f"Twitching of an eyelid that goes on, and more than {rules.SCREEN_H} h of screen time a day on "
        "average over 7 days, counting the days with an amount",
        "In one study people with eyelid twitching spent more time on screens. Breaks may help.",
        sources.SCREENS,
        is_our_choice=True,
    ),
)
