"""Which notes may be seen on the report: each ticked by itself, none at first (ux V-8)."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol
from uuid import UUID

from django import forms

from diary.forms.details import SeveralField
from diary.models import User
from diary.models.ticks import tick_of


class Note(Protocol):
    """Something the person wrote, with an id of its own."""

    @property
    def uuid(self) -> UUID: ...
    @property
    def words(self) -> str: ...


class NotesForm(forms.Form):
    """The notes of a report's days to be ticked; one that was changed since has lost its tick."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, user: User, notes: Sequence[Note]) -> None:
        self.user, self.offered = user, notes
        self.ticks = {str(note.uuid): tick_of(note.uuid, note.words) for note in notes}
        kept = set(user.report_choices.get("notes", ()))
        super().__init__(data, initial={"notes": [uuid for uuid, tick in self.ticks.items() if tick in kept]})
        field = SeveralField(dict.fromkeys(self.ticks, ""), label="Notes")
        field.error_messages["invalid_choice"] = "Choose from the notes on this page"
        self.fields["notes"] = field

    @property
    def rows(self) -> Iterator[tuple[Note, Any]]:
        """Each note with its box."""
        return zip(self.offered, self["notes"], strict=True)

    def save(self) -> None:
        """Remember which are ticked; those of other days stay as they are."""
        kept = self.user.report_choices.get("notes", ())
        others = [tick for tick in kept if tick.partition(":")[0] not in self.ticks]
        self.user.keep_report(
            {"notes": [*others, *(self.ticks[uuid] for uuid in self.cleaned_data["notes"])]}
        )
