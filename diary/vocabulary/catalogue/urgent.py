"""Speech, swallowing, breathing, and what comes on suddenly."""

from diary.vocabulary import sources
from diary.vocabulary.catalogue.rule import FORTNIGHT, Rule

GROUP = "Speech, swallowing, breathing, sudden events"

URGENT = (
    Rule(
        "SUDDEN_FAST",
        "Sudden change",
        GROUP,
        "NOW",
        "A sudden change in face, arm or speech",
        "This needs emergency help. Call {emergency} now.",
        sources.FAST,
    ),
    Rule(
        "BREATH_SEVERE",
        "Severe trouble breathing",
        GROUP,
        "NOW",
        "Cannot finish words, choking, lips blue or grey, or a tight or heavy chest",
        "Call {emergency} now.",
        sources.NHS_BREATH,
    ),
    Rule(
        "SEIZURE",
        "Blackout or fit",
        GROUP,
        "NOW",
        "A blackout or fit",
        "Call {emergency} now if it was the first, lasted more than 5 minutes, came again, or you were "
        "hurt. Otherwise get advice today, and do not drive until you have.",
        sources.FITS_999,
    ),
    Rule(
        "CONFUSION",
        "Sudden confusion",
        GROUP,
        "NOW",
        "Sudden confusion or drowsiness",
        "This needs urgent help. Call {emergency} now.",
        sources.NHS_BREATH,
    ),
    Rule(
        "BREATH_REST",
        "Breathless at rest",
        GROUP,
        "TODAY",
        "Breathless at rest or when lying flat",
        "Get medical advice today.",
        sources.NICE_WEAKNESS,
    ),
    Rule(
        "SPEECH_SWALLOW",
        "Speech or swallowing",
        GROUP,
        "TODAY",
        "Changes in speech, or trouble swallowing",
        "Get advice today.",
        sources.NICE_WEAKNESS,
        is_our_choice=True,
    ),
    Rule(
        "PALPITATIONS",
        "Unusual heartbeat",
        GROUP,
        "TODAY",
        "An irregular or racing heartbeat together with twitching",
        "Get advice today; call {emergency} if you have chest pain or feel faint.",
        sources.NHS_BREATH,
        is_our_choice=True,
    ),
    Rule(
        "BREATH_EXERTION",
        "Short of breath",
        GROUP,
        "SOON",
        f"More short of breath than usual on at least 2 of {FORTNIGHT} days",
        "Get this checked soon.",
        sources.NHS_BREATH,
        is_our_choice=True,
        days=2,
    ),
)
