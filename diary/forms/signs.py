"""The questions about other signs: yes, no, or skipped, which stays "not answered".

They are asked about a day, and about one episode: what was noticed with a twitch is kept with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.db import transaction
from django.forms import BoundField

from diary.forms.answers import RadiosField
from diary.models import Episode, Sign, User
from diary.vocabulary.signs import ASKED, GROUPS, RATED, RATINGS

ANSWERS = {"yes": "Yes", "no": "No", "skip": "Skip"}
HOW_STRONG = {str(n): str(n) for n in range(RATINGS[0], RATINGS[1] + 1)}


@dataclass(frozen=True, slots=True)
class Question:
    """One question on the page; `level` is set where a yes needs help at once, `rating` asks how strong."""

    field: BoundField
    level: str
    rating: BoundField | None


class SignsForm(forms.Form):
    """What may come along with twitching. Nothing is chosen but what was said before."""

    use_required_attribute = False

    def __init__(self, data: Any, said: dict[str, Any]) -> None:
        super().__init__(data, initial=said)
        for code, sign in ASKED.items():
            self.fields[code] = RadiosField(ANSWERS, label=sign.question, empty_value="")

    def answers(self) -> dict[str, bool | None]:
        """Return the answers given; None takes back what was said, one left alone is not among them.

        "None of these" says no to all that was left alone.
        """
        otherwise = "no" if self.data.get("none") else ""
        said = {code: self.cleaned_data[code] or otherwise for code in ASKED}
        return {code: {"yes": True, "no": False}.get(answer) for code, answer in said.items() if answer}

    @property
    def groups(self) -> Iterator[tuple[str, list[Question]]]:
        """The questions as the page asks them."""
        for group, codes in GROUPS.items():
            yield group, [Question(self[code], ASKED[code].level, self._rating(code)) for code in codes]

    def _rating(self, code: str) -> BoundField | None:
        return self[f"{code}_rating"] if f"{code}_rating" in self.fields else None


class DaySignsForm(SignsForm):
    """The signs of a day; how strong some of them were can be said, too."""

    def __init__(self, data: Any, *, user: User, day: date) -> None:
        kept = list(Sign.objects.for_user(user).on(day))
        said = {sign.sign: "yes" if sign.answer else "no" for sign in kept}
        super().__init__(data, said | {f"{sign.sign}_rating": sign.rating for sign in kept})
        self.user, self.day = user, day
        for code in RATED:
            label = f"How strong was it, {RATINGS[0]} to {RATINGS[1]}?"
            self.fields[f"{code}_rating"] = RadiosField(HOW_STRONG, label=label, coerce=int)

    @transaction.atomic
    def save(self, now: datetime) -> None:
        """Keep the answers given."""
        for code, answer in self.answers().items():
            rating = {"rating": self.cleaned_data[f"{code}_rating"]} if code in RATED else {}
            Sign.objects.keep_answer(self.user, self.day, code, answer, now, **rating)


class EpisodeSignsForm(SignsForm):
    """What else there was at the time of one episode."""

    def __init__(self, data: Any, *, episode: Episode) -> None:
        super().__init__(data, {code: "yes" if said else "no" for code, said in episode.signs.items()})
        self.episode = episode

    def save(self, today: date, now: datetime) -> None:
        """Keep the answers with it; of one that goes on for days they are about the day they were given."""
        said = {**self.episode.signs, **self.answers()}
        self.episode.signs = {code: said[code] for code in ASKED if said.get(code) is not None}
        is_of_one_day = self.episode.ended_on == self.episode.started_on
        self.episode.change(now, signs_on=None if is_of_one_day or not self.episode.signs else today)
