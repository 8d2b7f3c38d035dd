"""Eyelids, the face and the tongue."""

from diary.vocabulary import sources
from diary.vocabulary.catalogue.rule import FORTNIGHT, Rule

GROUP = "Eyelid and face"

FACE = (
    Rule(
        "EYELID_CLOSES",
        "Eyelid closes",
        GROUP,
        "ROUTINE",
        f"An eyelid that closes fully or is hard to open, on at least 2 of {FORTNIGHT} days",
        "That is worth showing to a doctor or optometrist.",
        sources.AAO,
        days=2,
    ),
    Rule(
        "EYELID_BOTH_TIGHT",
        "Both eyes squeeze shut",
        GROUP,
        "SOON",
        f"Both eyes squeezing shut, on at least 2 of {FORTNIGHT} days",
        "Ask your doctor about this; they may arrange for a specialist to look.",
        sources.NICE,
        days=2,
    ),
    Rule(
        "EYE_LOCAL",
        "Red or drooping eye",
        GROUP,
        "SOON",
        f"A red, swollen, sticky or drooping eye within {FORTNIGHT} days of eyelid twitching",
        "Have the eye checked.",
        sources.AAO,
        is_our_choice=True,
    ),
    Rule(
        "FACE_SPREAD",
        "Eyelid and face",
        GROUP,
        "SOON",
        f"An eyelid and another part of the same side of the face, within {FORTNIGHT} days",
        "Eye doctors advise having that checked without delay.",
        sources.AAO,
        is_our_choice=True,
    ),
    Rule(
        "TONGUE",
        "Tongue",
        GROUP,
        "SOON",
        f"Twitching of the tongue on at least 2 of {FORTNIGHT} days",
        "Mention it to a doctor.",
        sources.RED_FLAGS,
        is_our_choice=True,
        days=2,
    ),
)
