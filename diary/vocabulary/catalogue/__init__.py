"""The catalogue of what the diary points out (clinical.md A5): what the rules run on and what Help shows.

A rule says what was seen before who advises what. None names a condition. No clinician has reviewed them;
those marked `is_our_choice` rest on a number that no source states and need one most.
"""

from diary.vocabulary.catalogue import body, face, life, muscles, places, urgent
from diary.vocabulary.catalogue.rule import FORTNIGHT, Rule

__all__ = ["CATALOGUE", "FORTNIGHT", "GROUPS", "NO_FLAG", "Rule"]

GROUPS = {
    places.GROUP: places.PLACES,
    face.GROUP: face.FACE,
    muscles.GROUP: muscles.MUSCLES,
    urgent.GROUP: urgent.URGENT,
    body.GROUP: body.BODY,
    life.GROUP: life.LIFE,
}
CATALOGUE = {rule.code: rule for group in GROUPS.values() for rule in group}

NO_FLAG = (
    "None of your entries match the short list the diary checks. That is not a medical opinion: "
    "if something worries you, ask a doctor."
)
"""What is said when no rule is open."""
