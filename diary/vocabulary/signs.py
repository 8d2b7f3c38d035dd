"""What else a day may be asked about: answered yes, answered no, or not asked (clinical.md A2, A5, C3).

HPO codes follow the Human Phenotype Ontology. The words are those of the person, never a diagnosis.
"""

from dataclasses import dataclass

HELP = {"NOW": "Call for help now", "TODAY": "Get advice today"}
"""Signs of these levels are answered at once, before anything is saved."""


@dataclass(frozen=True, slots=True)
class AskedSign:
    """One question of a day; `noted` is how a sentence names it. A `level` means help is due at once."""

    code: str
    label: str
    question: str
    noted: str
    group: str
    hpo: tuple[str, ...] = ()
    level: str = ""


_NOW, _MUSCLES, _FACE, _SPEECH, _FLUIDS, _WHOLE = (
    "Is one of these happening now?",
    "Muscles",
    "Eyes",
    "Speech, swallowing, breathing",
    "Fluids, heat and weight",
    "You as a whole",
)

_SIGNS = (
    AskedSign(
        "weakness",
        "Weakness",
        "Did a place that twitches feel weak?",
        "weakness",
        _MUSCLES,
        ("HP:0001324",),
    ),
    AskedSign(
        "stiffness",
        "Stiffness",
        "Did a place that twitches feel stiff?",
        "stiffness",
        _MUSCLES,
        ("HP:0003552",),
    ),
    AskedSign(
        "wasting",
        "Muscle looks thinner",
        "Does a muscle look thinner than before, or than on the other side?",
        "a muscle that looks thinner",
        _MUSCLES,
        ("HP:0003202",),
    ),
    AskedSign("cramps", "Cramps", "Cramps where it twitches?", "cramps", _MUSCLES, ("HP:0003394",)),
    AskedSign(
        "numbness",
        "Numbness or tingling",
        "Numbness or tingling where it twitches?",
        "numbness or tingling",
        _MUSCLES,
        ("HP:0003401",),
    ),
    AskedSign(
        "coordination",
        "Falls or clumsy hands",
        "Tripping, falling, dropping things, or trouble with buttons, keys or jars?",
        "falls or clumsy hands",
        _MUSCLES,
        ("HP:0002311", "HP:0002527"),
    ),
    AskedSign(
        "salts_tingling",
        "Tingling round the mouth, or spasms",
        "Tingling round the mouth or in fingers and toes, or spasms of a hand or foot?",
        "tingling round the mouth or in fingers and toes, or spasms",
        _MUSCLES,
    ),
    AskedSign(
        "eyelid_closes",
        "Eyelid closes",
        "Does an eyelid close fully, or is it hard to open?",
        "an eyelid that closes fully or is hard to open",
        _FACE,
    ),
    AskedSign(
        "both_eyes_shut",
        "Both eyes squeeze shut",
        "Do both eyes squeeze shut?",
        "both eyes squeezing shut",
        _FACE,
    ),
    AskedSign(
        "eye_local",
        "Red, sticky or drooping eye",
        "Is an eye red, swollen or sticky, or is its lid drooping?",
        "a red, swollen, sticky or drooping eye",
        _FACE,
        ("HP:0000508",),
    ),
    AskedSign(
        "speech_swallow",
        "Speech or swallowing",
        "Slurred or quiet speech, or trouble swallowing?",
        "changes in speech or swallowing",
        _SPEECH,
        ("HP:0001260", "HP:0002015"),
        "TODAY",
    ),
    AskedSign(
        "breath_rest",
        "Breathless at rest",
        "Breathless at rest or when lying flat?",
        "breathlessness at rest or when lying flat",
        _SPEECH,
        ("HP:0033710", "HP:0012764"),
        "TODAY",
    ),
    AskedSign(
        "breath_effort",
        "Short of breath",
        "More short of breath than usual on effort?",
        "being more short of breath than usual",
        _SPEECH,
        ("HP:0002875",),
    ),
    AskedSign(
        "heartbeat",
        "Unusual heartbeat",
        "An irregular or racing heartbeat?",
        "an unusual heartbeat",
        _SPEECH,
        ("HP:0001962",),
        "TODAY",
    ),
    AskedSign("diarrhoea", "Diarrhoea", "Diarrhoea?", "diarrhoea", _FLUIDS, ("HP:0002014",)),
    AskedSign("vomiting", "Vomiting", "Vomiting?", "vomiting", _FLUIDS, ("HP:0002013",)),
    AskedSign("sweating", "Heavy sweating", "Heavy sweating?", "heavy sweating", _FLUIDS, ("HP:0000975",)),
    AskedSign(
        "no_urine",
        "No urine for 8 hours",
        "No urine for 8 hours?",
        "no urine for 8 hours",
        _FLUIDS,
        level="TODAY",
    ),
    AskedSign(
        "dizzy",
        "Dizzy on standing",
        "Dizzy on standing up, and it does not settle?",
        "dizziness on standing that does not settle",
        _FLUIDS,
        level="TODAY",
    ),
    AskedSign(
        "heat",
        "Heat hard to bear",
        "Is heat harder to bear than before?",
        "heat that is hard to bear",
        _FLUIDS,
        ("HP:0002046",),
    ),
    AskedSign(
        "weight_loss",
        "Weight loss",
        "Losing weight without trying?",
        "weight loss without trying",
        _FLUIDS,
        ("HP:0001824",),
    ),
    AskedSign("tiredness", "Tiredness", "Unusually tired?", "tiredness", _WHOLE, ("HP:0012378",)),
    AskedSign(
        "memory",
        "Memory or concentration",
        "Trouble with memory or concentration?",
        "memory or concentration trouble",
        _WHOLE,
        ("HP:0002354",),
    ),
    AskedSign("shivering", "Shivering", "Shivering?", "shivering", _WHOLE),
    AskedSign("trembling", "Trembling", "Trembling or shaking?", "trembling", _WHOLE, ("HP:0001337",)),
    AskedSign(
        "agitation",
        "Agitation",
        "Agitated, or far more restless than usual?",
        "agitation",
        _WHOLE,
        ("HP:0000713",),
    ),
    AskedSign(
        "hallucinations",
        "Seeing or hearing things",
        "Seeing or hearing things that others do not?",
        "seeing or hearing things that others do not",
        _WHOLE,
    ),
    AskedSign("fever", "Fever", "Fever?", "fever", _WHOLE, ("HP:0001945",)),
    AskedSign(
        "impact",
        "Gets in the way",
        "Did twitching get in the way of sleep, work, reading or driving?",
        "twitching that got in the way of daily life",
        _WHOLE,
    ),
    AskedSign(
        "worry",
        "Worry",
        "Did you worry about it a lot, 7 or more out of 10?",
        "worrying about it a lot",
        _WHOLE,
    ),
    AskedSign(
        "sudden_change",
        "Sudden change in face, arm or speech",
        "Has a side of the face suddenly dropped, an arm or leg suddenly gone weak, or speech suddenly gone?",
        "a sudden change in face, arm or speech",
        _NOW,
        level="NOW",
    ),
    AskedSign(
        "breath_severe",
        "Severe trouble breathing",
        "Too short of breath to finish words, choking, lips blue or grey, or a tight or heavy chest?",
        "severe trouble breathing",
        _NOW,
        ("HP:0002094",),
        "NOW",
    ),
    AskedSign(
        "seizure",
        "Blackout or fit",
        "A blackout or a fit?",
        "a blackout or a fit",
        _NOW,
        ("HP:0001250",),
        "NOW",
    ),
    AskedSign(
        "confusion",
        "Sudden confusion",
        "Sudden confusion or drowsiness?",
        "sudden confusion or drowsiness",
        _NOW,
        ("HP:0001289",),
        "NOW",
    ),
)

ASKED = {sign.code: sign for sign in _SIGNS}
SIGNS = {sign.code: sign.label for sign in _SIGNS}
QUESTIONS = {sign.code: sign.question for sign in _SIGNS}

GROUPS = {
    group: tuple(s.code for s in _SIGNS if s.group == group)
    for group in (_NOW, _MUSCLES, _FACE, _SPEECH, _FLUIDS, _WHOLE)
}
"""The questions in the order a page asks them: what cannot wait comes first."""

ON_PAGE_1 = (
    "weakness",
    "wasting",
    "speech_swallow",
    "breath_rest",
    "numbness",
    "cramps",
    "stiffness",
    "coordination",
)
"""What a doctor asks first (ux 8.2): answered or not, it stands on page 1 of the report."""

RATED = ("weakness",)
"""Answered yes, these can be rated."""
RATINGS = (1, 10)

IN_CHECK_IN = ("weakness", "stiffness", "cramps", "numbness", "tiredness", "memory", "impact", "worry")
"""What the check-in asks of a day; the others have their own page."""
