"""What one tap sends: start, stop, and the one answer about a day that needs no form."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from diary.models import Day, Episode, User
from diary.vocabulary.factors import TWITCHING
from diary.vocabulary.sites import Place, is_possible

# A device clock this far off is corrected by its own "now" (ux F-8). Beyond the next two bounds the tap
# is taken to be now: a page left open for days, or a clock that is simply wrong.
SKEW = timedelta(minutes=2)
AHEAD = timedelta(minutes=5)
OLDEST = timedelta(hours=24)


def tapped(tapped_at: datetime | None, sent_at: datetime | None, now: datetime) -> datetime:
    """Return when the tap was, to the second, by our clock and never later than now.

    The device says when it was tapped and when it was sent; without a script it says neither.
    """
    if tapped_at is None:
        return now.replace(microsecond=0)
    skew = sent_at - now if sent_at else timedelta()
    at = tapped_at - skew if abs(skew) > SKEW else tapped_at
    is_believable = now - OLDEST <= at <= now + AHEAD
    return min(at if is_believable else now, now).replace(microsecond=0)


class DeviceTime(forms.Field):
    """An instant with its offset, as a script writes it; anything else counts as not sent."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> datetime | None:
        try:
            at = datetime.fromisoformat(value or "")
        except ValueError:
            return None
        return at if at.tzinfo and 2000 <= at.year < 2200 else None


class KnownUuid(forms.Field):
    """The uuid of a record there is; None where it is missing or cannot be read."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> UUID | None:
        try:
            return UUID(value)
        except (TypeError, ValueError):
            return None


class PageUuid(KnownUuid):
    """A uuid made in the page; where it is missing or cannot be read, one made here."""

    def to_python(self, value: Any) -> UUID:
        return super().to_python(value) or uuid4()


class TapForm(forms.Form):
    """When a button was pressed, by the device's clock."""

    at = DeviceTime(required=False)
    sent_at = DeviceTime(required=False)

    def moment(self, now: datetime) -> datetime:
        """Return when it was pressed; asks for `is_valid` first."""
        return tapped(self.cleaned_data["at"], self.cleaned_data["sent_at"], now)


class PlaceField(forms.Field):
    """A place as its code in a button, such as "eyelid_lower:left"; empty when it was not said."""

    widget = forms.HiddenInput
    default_error_messages = {"unknown": "That place is not on the list. Choose another one"}

    def to_python(self, value: Any) -> Place:
        site, _, side = (value or "").partition(":")
        if not is_possible(site, side):
            raise ValidationError(self.error_messages["unknown"])
        return Place(site, side)


class PlacesField(forms.Field):
    """Any number of places, each once and in the order they came."""

    widget: Any = forms.MultipleHiddenInput
    one = PlaceField(required=False)

    def to_python(self, value: Any) -> tuple[Place, ...]:
        codes = [value] if isinstance(value, str) else value or []
        return tuple(dict.fromkeys(place for place in map(self.one.to_python, codes) if place.site))


class OwnWordsField(forms.CharField):
    """Where "somewhere else" is, in the person's own words."""

    default_error_messages = {"max_length": "Say where in 60 characters at most"}

    def __init__(self, **kwargs: Any) -> None:
        said = {"label": "Somewhere else: where?", "help_text": "For example, behind the ear"}
        super().__init__(required=False, max_length=60, **said | kwargs)


class StartForm(TapForm):
    """A tap on "It is twitching now", on a place, or (`is_over`) on "It just twitched, it is over".

    `again` is the uuid of the twitch that started again: the new one is at its place and linked to the first
    of them, whose own uuid is the name of the group, so that starting again changes nothing kept before.
    """

    uuid = PageUuid(required=False)
    place = PlacesField(required=False)
    place_words = OwnWordsField()
    is_over = forms.BooleanField(required=False)
    again = KnownUuid(required=False)

    @transaction.atomic
    def save(self, user: User, now: datetime) -> list[Episode]:
        """Keep one episode at each place once; a place that is being timed already goes on as it was."""
        User.objects.select_for_update().get(pk=user.pk)  # of two taps at once the second waits here
        new = self._episode(user, self.moment(now), self.cleaned_data["is_over"])
        timed = {one.where: one for one in Episode.objects.for_user(user).ongoing() if new.is_ongoing}
        places, own_words = self.cleaned_data["place"], self.cleaned_data["place_words"]
        if earlier := self._earlier(user):
            new.spell_group = earlier.spell_group or earlier.uuid
            places, own_words = (earlier.place,), earlier.place_words
        each = new.at_each(places, own_words)
        return [timed.get(one.where) or Episode.objects.keep_once(one) for one in each]

    def _earlier(self, user: User) -> Episode | None:
        """Return the person's own twitch that started again; an unknown one is passed over."""
        uuid = self.cleaned_data["again"]
        return Episode.objects.for_user(user).kept().with_uuid(uuid) if uuid else None

    def _episode(self, user: User, at: datetime, is_over: bool) -> Episode:
        return Episode(
            user=user,
            uuid=self.cleaned_data["uuid"],
            started_at=at,
            start_precision="about" if is_over else "exact",
            is_ongoing=not is_over,
            zone=user.timezone,
            made_at=at,
            changed_at=at,
        )


class TwitchingForm(forms.Form):
    """The one-tap answer to "any twitching?" about a day; empty takes it back."""

    twitching = forms.ChoiceField(choices=TWITCHING.items(), required=False)

    def save(self, user: User, day: date, now: datetime) -> None:
        """Keep the answer beside what the day already says."""
        Day.objects.keep(user, day, {"twitching": self.cleaned_data["twitching"]}, now)
