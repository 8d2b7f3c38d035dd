"""The catalogue of what the diary points out (clinical.md A5): what the rules run on and what Help shows.

A rule says what was seen before who advises what. None names a condition. No clinician has reviewed them;
those marked `is_our_choice` rest on a number that no source states and need one most.
"""

from dataclasses import dataclass

from diary.vocabulary import rules, sources
from diary.vocabulary.sources import Source

FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `condition` says in words when it is raised; `advice` follows the fact in its sentence.

    `level` is where it starts; a rule may rise above it. `days` is how many dates of the last fortnight it
    takes, where it counts them.
    """

    code: str
    name: str
    group: str
    level: str
    condition: str
    advice: str
    source: Source
    is_our_choice: bool = False
    days: int = 1

    @property
    def level_words(self) -> str:
        """What the level means for the person."""
        return rules.LEVELS[self.level]


_PLACES, _EYES, _MUSCLES, _URGENT, _BODY, _LIFE = (
    "Twitching that goes on",
    "Eyelid and face",
    "Muscles",
    "Speech, swallowing, breathing, sudden events",
    "Medicines, fluids and salts",
    "Daily life",
)

MORE_PLACES = "More places twitched in 2 weeks than in the 2 weeks before, by at least 2"
_GP = "UK health advice is to see a GP when"

_RULES = (
    Rule(
        "SITE_14D",
        "One place, more than 2 weeks",
        _PLACES,
        "ROUTINE",
        "Twitching at one place, on and off, for more than 2 weeks",
        f"{_GP} a twitch has lasted more than 2 weeks. Most twitches turn out to be harmless.",
        sources.NHS,
    ),
    Rule(
        "SITE_90D",
        "One place, more than 3 months",
        _PLACES,
        "ROUTINE",
        "The same for more than 3 months, and no visit recorded since",
        "If no one has looked at it yet, it is worth booking an appointment.",
        sources.OUR_CHOICE,
        is_our_choice=True,
    ),
    Rule(
        "EYELID_7D",
        "An eyelid, more than a week",
        _PLACES,
        "ROUTINE",
        "Twitching of one eyelid, on and off, for more than a week",
        "Eye doctors suggest having it looked at from this point if it bothers you or is not settling.",
        sources.AAO,
    ),
    Rule(
        "EYELID_21D",
        "An eyelid, more than 3 weeks",
        _PLACES,
        "ROUTINE",
        "The same for more than 3 weeks",
        "A routine appointment is a sensible next step.",
        sources.MAYO,
        is_our_choice=True,
    ),
    Rule(
        "EYELID_90D",
        "An eyelid, more than 3 months",
        _PLACES,
        "ROUTINE",
        "The same for more than 3 months",
        "If it has not been checked yet, it is worth booking an appointment and taking your report.",
        sources.NICE,
    ),
    Rule(
        "EPISODE_LONG",
        "A long twitch",
        _PLACES,
        "NOTE",
        "One twitch of 5 minutes or longer",
        "That can be quite ordinary; it is marked so that it is easy to find later.",
        sources.OUR_CHOICE,
        is_our_choice=True,
    ),
    Rule(
        "EPISODE_VERY_LONG",
        "A twitch of more than a day",
        _PLACES,
        "ROUTINE",
        "One twitch logged as going on for more than a day",
        "If that is right, it is worth mentioning to a doctor.",
        sources.OUR_CHOICE,
        is_our_choice=True,
    ),
    Rule(
        "MULTI_PLACE",
        "Several places",
        _PLACES,
        "ROUTINE",
        f"At least {rules.MULTI_PLACE_PLACES} places and {rules.MULTI_PLACE_EPISODES} episodes "
        f"in {rules.MULTI_PLACE_WINDOW_DAYS} days",
        f"{_GP} it is in more than one place.",
        sources.NHS,
        is_our_choice=True,
    ),
    Rule(
        "SPREADING",
        "More places",
        _PLACES,
        "ROUTINE",
        MORE_PLACES,
        "That is useful to show a doctor.",
        sources.OUR_CHOICE,
        is_our_choice=True,
    ),
    Rule(
        "RISING",
        "More days",
        _PLACES,
        "NOTE",
        "Twitching on at least 4 days of a week, and on at least twice as many as in the week before, "
        "all of it filled in",
        "Weeks differ; a longer look says more.",
        sources.OUR_CHOICE,
        is_our_choice=True,
    ),
    Rule(
        "EYELID_CLOSES",
        "Eyelid closes",
        _EYES,
        "ROUTINE",
        f"An eyelid that closes fully or is hard to open, on at least 2 of {FORTNIGHT} days",
        "That is worth showing to a doctor or optometrist.",
        sources.AAO,
        days=2,
    ),
    Rule(
        "EYELID_BOTH_TIGHT",
        "Both eyes squeeze shut",
        _EYES,
        "SOON",
        f"Both eyes squeezing shut, on at least 2 of {FORTNIGHT} days",
        "Ask your doctor about this; they may arrange for a specialist to look.",
        sources.NICE,
        days=2,
    ),
    Rule(
        "EYE_LOCAL",
        "Red or drooping eye",
        _EYES,
        "SOON",
        f"A red, swollen, sticky or drooping eye within {FORTNIGHT} days of eyelid twitching",
        "Have the eye checked.",
        sources.AAO,
        is_our_choice=True,
    ),
    Rule(
        "FACE_SPREAD",
        "Eyelid and face",
        _EYES,
        "SOON",
        f"An eyelid and another part of the same side of the face, within {FORTNIGHT} days",
        "Eye doctors advise having that checked without delay.",
        sources.AAO,
        is_our_choice=True,
    ),
    Rule(
        "TONGUE",
        "Tongue",
        _EYES,
        "SOON",
        f"Twitching of the tongue on at least 2 of {FORTNIGHT} days",
        "Mention it to a doctor.",
        sources.RED_FLAGS,
        is_our_choice=True,
        days=2,
    ),
    Rule(
        "WEAK_OR_STIFF",
        "Weak or stiff",
        _MUSCLES,
        "ROUTINE",
        f"Weak or stiff, answered yes on at least 1 of {FORTNIGHT} days; soon from 3 days on",
        f"{_GP} a twitching area feels weak or stiff.",
        sources.NHS,
    ),
    Rule(
        "WASTING",
        "Muscle looks thinner",
        _MUSCLES,
        "SOON",
        f"A muscle that looks thinner, answered yes in the last {FORTNIGHT} days",
        "Have this checked in the next few days.",
        sources.NICE,
    ),
    Rule(
        "COORD_FALLS",
        "Falls or clumsy hands",
        _MUSCLES,
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
        _MUSCLES,
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
        _MUSCLES,
        "ROUTINE",
        f"Numbness or tingling where it twitches on at least 3 of {FORTNIGHT} days",
        "Include this when you see a doctor.",
        sources.NHS,
        is_our_choice=True,
        days=3,
    ),
    Rule(
        "SUDDEN_FAST",
        "Sudden change",
        _URGENT,
        "NOW",
        "A sudden change in face, arm or speech",
        "This needs emergency help. Call {emergency} now. Do not wait to finish this entry.",
        sources.FAST,
    ),
    Rule(
        "BREATH_SEVERE",
        "Severe trouble breathing",
        _URGENT,
        "NOW",
        "Cannot finish words, choking, lips blue or grey, or a tight or heavy chest",
        "Call {emergency} now.",
        sources.NHS_BREATH,
    ),
    Rule(
        "SEIZURE",
        "Blackout or fit",
        _URGENT,
        "NOW",
        "A blackout or fit",
        "Call {emergency} now if it was the first, lasted more than 5 minutes, came again, or you were "
        "hurt. Otherwise get advice today, and do not drive until you have.",
        sources.FITS_999,
    ),
    Rule(
        "CONFUSION",
        "Sudden confusion",
        _URGENT,
        "NOW",
        "Sudden confusion or drowsiness",
        "This needs urgent help. Call {emergency} now.",
        sources.NHS_BREATH,
    ),
    Rule(
        "BREATH_REST",
        "Breathless at rest",
        _URGENT,
        "TODAY",
        "Breathless at rest or when lying flat",
        "Get medical advice today.",
        sources.NICE_WEAKNESS,
    ),
    Rule(
        "SPEECH_SWALLOW",
        "Speech or swallowing",
        _URGENT,
        "TODAY",
        "Changes in speech, or trouble swallowing",
        "Get advice today.",
        sources.NICE_WEAKNESS,
        is_our_choice=True,
    ),
    Rule(
        "PALPITATIONS",
        "Unusual heartbeat",
        _URGENT,
        "TODAY",
        "An irregular or racing heartbeat together with twitching",
        "Get advice today; call {emergency} if you have chest pain or feel faint.",
        sources.NHS_BREATH,
        is_our_choice=True,
    ),
    Rule(
        "BREATH_EXERTION",
        "Short of breath",
        _URGENT,
        "SOON",
        f"More short of breath than usual on at least 2 of {FORTNIGHT} days",
        "Get this checked soon.",
        sources.NHS_BREATH,
        is_our_choice=True,
        days=2,
    ),
    Rule(
        "MED_LINK",
        "A medicine before it",
        _BODY,
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
        _BODY,
        "TODAY",
        "Lithium, twitching, and weakness, drowsiness or confusion, slurred speech, clumsiness, vomiting, "
        f"diarrhoea or an irregular heartbeat, within {FORTNIGHT} days",
        "With lithium these together should be checked straight away. Get medical advice today, or call "
        "{emergency} if you feel very unwell.",
        sources.LITHIUM,
    ),
    Rule(
        "MED_STOPPED",
        "A sedative stopped",
        _BODY,
        "SOON",
        "Twitching within 28 days of stopping a benzodiazepine or similar",
        "Twitching can appear when certain medicines are cut down. Talk to your doctor or pharmacist before "
        "changing anything further.",
        sources.BENZO,
        is_our_choice=True,
    ),
    Rule(
        "SALTS",
        "Signs of lost salts",
        _BODY,
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
        _BODY,
        "SOON",
        "Diarrhoea or vomiting on 2 days in a row in the last week, with twitching",
        "Small sips often; a pharmacist can advise on rehydration drinks. Call your local advice line if "
        "it is not easing.",
        sources.RDUH,
    ),
    Rule(
        "FATIGUE_MEMORY",
        "Tiredness and memory",
        _LIFE,
        "ROUTINE",
        f"Tiredness on at least 7 and memory or concentration trouble on at least 3 of {FORTNIGHT} days",
        "Put both on your list for the doctor.",
        sources.SEED,
        is_our_choice=True,
    ),
    Rule(
        "IMPACT",
        "Gets in the way",
        _LIFE,
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
        _LIFE,
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
        _LIFE,
        "NOTE",
        f"More than {rules.CAFFEINE_MG} mg a day on average over 7 days, counting the days with an amount",
        f"{rules.CAFFEINE_MG} mg is the usual upper guide for adults.",
        sources.EFSA,
    ),
    Rule(
        "SLEEP_SHORT",
        "Sleep",
        _LIFE,
        "NOTE",
        f"Less than {rules.SLEEP_H} h of sleep on average over 7 days, with a value for at least 4 nights",
        f"Most adults need {rules.SLEEP_H} or more.",
        sources.CDC,
        is_our_choice=True,
    ),
)

CATALOGUE = {rule.code: rule for rule in _RULES}
GROUPS = {
    group: tuple(rule for rule in _RULES if rule.group == group)
    for group in dict.fromkeys(rule.group for rule in _RULES)
}
