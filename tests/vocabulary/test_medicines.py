"""What the list of medicine classes says is said by a source, and calmly."""

import pytest

from diary.vocabulary.medicines import CLASSES, MedicineClass


@pytest.mark.parametrize("kind", CLASSES.values(), ids=lambda kind: kind.code)
def test_what_was_reported_names_who_says_so(kind: MedicineClass) -> None:
    assert bool(kind.reported) == bool(kind.source)
    assert kind.source is None or kind.source.url.startswith("https://")
    assert "cause" not in kind.reported


def test_the_classes_that_rules_ask_for_are_there() -> None:
    assert {"lithium", "benzodiazepine", "diuretic", "ssri", "stimulant", "supplement"} <= CLASSES.keys()
