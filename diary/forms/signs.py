"""The questions about other signs: yes, no, or skipped, which stays "not answered"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.db import transaction
from django.forms import BoundField

from diary.forms.answers import RadiosField
from diary.models import Sign, User
from diary.vocabulary.signs import ASKED, GROUPS

ANSWERS = {"yes": "Yes", "no": "No", "skip": "Skip"}


@dataclass(frozen=True, slots=True)
class Question:
    """One question on the page; `level` is set where a yes needs help at once."""

    field: BoundField
    level: str


class SignsForm(forms.Form):
    """What may come along with twitching, of one day. Nothing is chosen but what was said before."""

    use_required_attribute = False

    def __init__(self, data: Any, *, user: User, day: date) -> None:
        said = {sign.sign: "yes" if sign.answer else "no" for sign in Sign.objects.for_user(user).on(day)}
        super().__init__(data, initial=said)
        self.user, self.day = user, day
        for code, sign in ASKED.items():
            self.fields[code] = RadiosField(ANSWERS, label=sign.question, empty_value="")

    @transaction.atomic
    def save(self, now: datetime) -> None:
        """Keep the answers given; one skipped takes back what was said of the day, one left alone nothing.

        "None of these" says no to all that was left alone.
        """
        otherwise = "no" if self.data.get("none") else ""
        for code in ASKED:
            if answer := self.cleaned_data[code] or otherwise:
                said = {"yes": True, "no": False}.get(answer)
                Sign.objects.keep_answer(self.user, self.day, code, said, now)

    @property
    def groups(self) -> Iterator[tuple[str, list[Question]]]:
        """The questions as the page asks them."""
        for group, codes in GROUPS.items():
            yield group, [Question(self[code], ASKED[code].level) for code in codes]
