"""What was tried, and how much each of it helped."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from diary.vocabulary.episodes import HELPED, RELIEF

NOT_ANSWERED = "Not answered"


class ReliefInput(forms.Widget):
    """Tick boxes of what was tried. Each that is ticked asks under it how much it helped.

    The boxes are sent under the name of the field, an answer about one of them under "name_code".
    """

    template_name = "diary/widgets/relief.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        helped = {code: "" if much is None else str(much) for code, much in (value or {}).items()}
        tried = [(code, label, code in helped, helped.get(code, "")) for code, label in RELIEF.items()]
        answers = [*((str(much), label) for much, label in HELPED.items()), ("", NOT_ANSWERED)]
        return super().get_context(name, value, attrs) | {"tried": tried, "answers": answers}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        codes = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
        return {code: data.get(f"{name}_{code}", "") for code in codes}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False  # no box ticked is an answer, and nothing is sent for it

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Return the first box, where a link to the field leads."""
        return f"{id_}_{next(iter(RELIEF))}"


class ReliefField(forms.Field):
    """What was tried: code to how much it helped, 0 to 4, or None where that was not answered."""

    widget = ReliefInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def to_python(self, value: Mapping[str, Any] | None) -> dict[str, int | None]:
        said = {code: "" if much is None else str(much) for code, much in (value or {}).items()}
        if not said.keys() <= RELIEF.keys() or not {*said.values()} <= {"", *map(str, HELPED)}:
            raise ValidationError("Choose from the answers")
        return {code: int(said[code]) if said[code] else None for code in RELIEF if code in said}

    def has_changed(self, initial: Any, data: Any) -> bool:
        return {code: str(much) for code, much in (data or {}).items()} != {
            code: "" if much is None else str(much) for code, much in (initial or {}).items()
        }
