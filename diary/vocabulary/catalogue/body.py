"""Medicines, fluids and salts: what came with what in time, never why."""

from diary.vocabulary import rules, sources
from diary.vocabulary.catalogue.rule import FORTNIGHT, Rule

GROUP = "Medicines, fluids and salts"

BODY = (
    Rule(
        "MED_LINK",
        "A medicine before it",
        GROUP,
        "ROUTINE",
        "Twitching at a place that began within 30 days of the start or change of a medicine of a class with "
        "which twitching was reported",
        "Timing alone does not show a link. Ask your pharmacist or doctor. Do not stop a prescribed medicine "
        "on your own.",
        sources.NHS,
        is_our_choice=True,
    ),
    Rule(
        "MED_LITHIUM",
        "Lithium and other signs",
        GROUP,
        "TODAY",
        "Lithium, twitching, and weakness, drowsiness or confusion, slurred speech, clumsiness, vomiting, "
        f"diarrhoea or an irregular heartbeat, within {FORTNIGHT} days",
        "With lithium these together should be checked straight away. Get medical advice today, or call "
        "{emergency} if you feel very unwell.",
        sources.LITHIUM,
    ),
    Rule(
        "MED_SEROTONIN",
        "A medicine just begun and other signs",
        GROUP,
        "NOW",
        f"Twitching, trembling or stiffness, and at least {rules.SEROTONIN_SIGNS} of fever, heavy sweating, "
        "shivering, agitation, confusion, a fast heartbeat, diarrhoea and vomiting, all within "
        f"{rules.SEROTONIN_DAYS} days of the start of an antidepressant of the kinds SSRI or SNRI, or of a "
        "change of its dose that is not known to be downwards",
        "This mix soon after a medicine change needs urgent medical help. Call {emergency} or go to the "
        "nearest emergency department, and take your medicines with you.",
        sources.MSD_MEDICINES,
        is_our_choice=True,
    ),
    Rule(
        "MED_STOPPED",
        "A sedative or alcohol cut down",
        GROUP,
        "SOON",
        f"Twitching within {rules.STOPPED_DAYS} days of stopping a benzodiazepine or similar or of "
        f"lowering its dose, or within {rules.ALCOHOL_STOPPED_DAYS} days of the last drink after a week with "
        f"more than {rules.HEAVY_UNITS} units of alcohol a day; emergency help with a fit, or with seeing or "
        "hearing things that others do not",
        "Twitching can appear when certain medicines or alcohol are cut down. Talk to your doctor or "
        "pharmacist before changing anything further.",
        sources.BENZO,
        is_our_choice=True,
    ),
    Rule(
        "SALTS",
        "Signs of lost salts",
        GROUP,
        "TODAY",
        "Twitching with tingling round the mouth or spasms, and with heavy sweating, a water tablet, or "
        f"diarrhoea or vomiting on 2 days, all within {FORTNIGHT} days",
        "These together can happen when body salts are out of balance. Get advice today.",
        sources.LOW_SALTS,
        is_our_choice=True,
    ),
    Rule(
        "FLUID_LOSS",
        "Diarrhoea or vomiting",
        GROUP,
        "SOON",
        "Diarrhoea or vomiting on 2 days in a row in the last week, with twitching",
        "Small sips often; a pharmacist can advise on rehydration drinks. Call your local advice line if "
        "it is not easing.",
        sources.RDUH,
    ),
    Rule(
        "DEHYDRATED",
        "Signs of too little fluid",
        GROUP,
        "TODAY",
        "No urine for 8 hours, or dizziness on standing that does not settle; emergency help with sudden "
        "confusion or drowsiness on the same day",
        "Get medical help now.",
        sources.TOO_LITTLE_FLUID,
    ),
    Rule(
        "OVER_FLUID",
        "Much to drink",
        GROUP,
        "NOTE",
        f"Drinks of more than {rules.FLUID_AN_HOUR_ML:,} ml within 60 minutes, or of more than "
        f"{rules.FLUID_A_DAY_ML:,} ml in a day, in the last 7 days",
        "Drinking far more than you need can upset body salts, too.",
        sources.MUCH_FLUID,
        is_our_choice=True,
    ),
)
