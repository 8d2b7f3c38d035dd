"""Drinks: one tap for a drink, all the usual ones, one's own, and taking one out again."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.core.exceptions import ValidationError

from diary.forms.answers import NumberField
from diary.forms.fields import CaffeineField, LineField, VolumeField, read_by
from diary.forms.now import PageUuid, TapForm
from diary.models import Drink, DrinkPreset, User
from diary.quantities.clock import local_instant
from diary.vocabulary.drinks import DRINKS, MAX_MG, MAX_ML, MAX_USUAL, PARTS, KnownDrink
from diary.vocabulary.factors import FACTORS, Factor

ML = Factor("ml", "Amount", "ml", 0, MAX_ML, True, f"A drink can have up to {MAX_ML:,} ml")
MG = Factor("mg", "Caffeine", "mg", 0, MAX_MG, True, f"A drink can have up to {MAX_MG:,} mg of caffeine")
USUAL = Factor(
    "usual", "On a usual day", "", 0, MAX_USUAL, True, f"A usual day can have 0 to {MAX_USUAL} of a drink"
)
UNKNOWN = "That drink is not on your list any more"
NO_USUAL = "You have no usual drinks yet"
NAME_NEEDED = "Write what the drink is called"


class NameField(LineField):
    """What a drink is called."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {"max_length": "The name can have 40 letters at most", "required": NAME_NEEDED}
        super().__init__(label="Name", max_length=40, error_messages=messages, **kwargs)
        self.widget.attrs |= {"autocomplete": "off"}


class DrinkForm(TapForm):
    """A tap on a drink, on "my usual drinks", or a drink of one's own, for one day."""

    drink_uuid = PageUuid(required=False)
    drink = forms.CharField(required=False)
    own_name = NameField(required=False)
    own_ml = VolumeField(ML, label="How much")
    own_mg = CaffeineField(MG, label="Caffeine in it")

    use_required_attribute = False

    def __init__(self, data: Any = None, *, user: User, day: date, now: datetime) -> None:
        super().__init__(data)
        self.user, self.day, self.now = user, day, now
        self.known = {known.name: known for known in DrinkPreset.objects.for_user(user).all_drinks()}
        self.chosen: Sequence[KnownDrink] = ()
        self.fields["own_ml"].help_text = "For example, 300 ml or 10 fl oz"
        self.fields["own_mg"].help_text = "In mg; 0 when there is none."
        read_by(self, user, now, user.timezone)

    @property
    def visible_own(self) -> list[forms.BoundField]:
        """The boxes for a drink of one's own."""
        return [self[name] for name in ("own_name", "own_ml", "own_mg")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            self.chosen = self._chosen(cleaned)
        if not self.errors:
            self._check_day()
        return cleaned

    def _chosen(self, cleaned: dict[str, Any]) -> list[KnownDrink]:
        if "usual_drinks" in self.data:
            return [known for known in self.known.values() for _ in range(known.usual)]
        if cleaned["drink"]:
            known = self.known.get(cleaned["drink"])
            return [known] if known else []
        return self._own(cleaned)

    def _own(self, cleaned: dict[str, Any]) -> list[KnownDrink]:
        needed = {
            "own_name": NAME_NEEDED,
            "own_ml": "Write how much it is",
            "own_mg": "Write 0 when there is none",
        }
        for name, sentence in needed.items():
            if cleaned.get(name) in (None, ""):
                self.add_error(name, sentence)
        if self.errors:
            return []
        return [KnownDrink(cleaned["own_name"], cleaned["own_ml"], cleaned["own_mg"])]

    def _check_day(self) -> None:
        """A day has bounds, so its drinks have."""
        if not self.chosen:
            raise ValidationError(NO_USUAL if "usual_drinks" in self.data else UNKNOWN)
        had = Drink.objects.for_user(self.user).on(self.day)
        together: list[Drink | KnownDrink] = [*had, *self.chosen]
        for code, total in (
            ("water_ml", sum(d.ml for d in together)),
            ("caffeine_mg", sum(d.mg for d in together)),
        ):
            if total > FACTORS[code].high:
                raise ValidationError(FACTORS[code].out_of_range)

    def save(self) -> list[Drink]:
        """Keep the drinks, and one's own as one to tap the next time."""
        first = self.cleaned_data["drink_uuid"]
        is_usual = "usual_drinks" in self.data
        drinks = [self._drink(known, number, first, is_usual) for number, known in enumerate(self.chosen)]
        Drink.objects.log(self.user, self.day, drinks, self.now)
        if self.cleaned_data["own_name"] and not self.cleaned_data["drink"] and not is_usual:
            (own,) = self.chosen
            DrinkPreset.objects.keep(self.user, own)
        return drinks

    def _drink(self, known: KnownDrink, number: int, first: UUID, is_usual: bool) -> Drink:
        is_today = self.day == self.user.today(self.now)
        return Drink(
            uuid=uuid5(first, str(number)) if number else first,
            user=self.user,
            at=self.moment(self.now) if is_today and not is_usual else None,
            zone=self.user.timezone,
            name=known.name,
            ml=known.ml,
            mg=known.mg,
            is_usual=is_usual,
        )


class WhenForm(forms.Form):
    """About when a drink was had: a part of its day."""

    when = forms.ChoiceField(choices=[(code, label) for code, (label, _) in PARTS.items()])

    def save(self, drink: Drink, now: datetime) -> None:
        """Keep the time."""
        _, hour = PARTS[self.cleaned_data["when"]]
        drink.at = min(local_instant(drink.date, time(hour), drink.zone), now)
        drink.save()


class OwnDrinkForm(forms.Form):
    """A drink in one's own size, and how many of it a usual day has."""

    use_required_attribute = False

    name = NameField()
    ml = VolumeField(ML, label="How much")
    mg = CaffeineField(MG, label="Caffeine in it")
    usual = NumberField(USUAL, label="On a usual day")

    def __init__(
        self, data: Any = None, *, user: User, now: datetime, kept: KnownDrink | None = None
    ) -> None:
        initial = {name: getattr(kept, name) for name in ("name", "ml", "mg", "usual")} if kept else {}
        super().__init__(data, initial=initial, auto_id=f"id_%s_{kept.name}" if kept else "id_%s")
        self.user, self.kept = user, kept
        if kept:
            self.fields["name"].widget = forms.HiddenInput()
        read_by(self, user, now, user.timezone)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, sentence in {"ml": "Write how much it is", "mg": "Write 0 when there is none"}.items():
            if name not in self.errors and cleaned.get(name) is None:
                self.add_error(name, sentence)
        return cleaned

    @property
    def boxes(self) -> list[forms.BoundField]:
        """The boxes beside the name."""
        return [self[name] for name in ("ml", "mg", "usual")]

    def save(self) -> None:
        """Keep it under its name, once."""
        said = self.cleaned_data
        DrinkPreset.objects.keep(
            self.user, KnownDrink(said["name"], said["ml"], said["mg"], int(said["usual"] or 0))
        )


def to_offer(known: Iterable[KnownDrink], favourites: Sequence[str], most: int) -> list[KnownDrink]:
    """Return the few drinks to offer first: what was had most, then the commonest."""
    by_name = {drink.name: drink for drink in known}
    names = [*(name for name in favourites if name in by_name), *DRINKS]
    return [by_name[name] for name in dict.fromkeys(names)][:most]
