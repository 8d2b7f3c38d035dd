"""Counting twitches as they happen: every tap is kept by its own moment, none is lost or kept twice."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction

from diary.forms.now import AHEAD, OLDEST, DeviceTime, PageUuid, PlaceField
from diary.models import Episode, User


class Moments(forms.Field):
    """Any number of instants as a script writes them; one that cannot be read counts as "now" (None)."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[datetime | None]:
        return [DeviceTime().to_python(moment) for moment in value or ()]


class TallyForm(forms.Form):
    """The taps a page has not sent yet, those it takes back, and where it twitches.

    A script corrects its clock by the page's own time, so that a tap sent again has the same moment again.
    """

    uuid = PageUuid(required=False)
    tap = Moments(required=False)
    undo = Moments(required=False)
    place = PlaceField(required=False)

    @transaction.atomic
    def save(self, user: User, now: datetime) -> Episode | None:
        """Keep the count, from the first tap on; without a tap left it is deleted. None if there is none."""
        User.objects.select_for_update().get(
            pk=user.pk
        )  # of many taps at once each waits here for the others
        kept = Episode.objects.for_user(user).with_uuid(self.cleaned_data["uuid"])
        if kept and not kept.taps:
            return kept
        taps = {*(kept.tapped_at if kept and not kept.deleted_at else ()), *self._moments("tap", now)}
        taps -= {*self._moments("undo", now)}
        if not taps:
            return self._none_left(kept, now)
        return self._count(kept or self._new(user, min(taps)), taps, now)

    def _moments(self, name: str, now: datetime) -> Iterator[datetime]:
        for at in self.cleaned_data[name]:
            yield at if at and now - OLDEST <= at <= now + AHEAD else now

    def _none_left(self, kept: Episode | None, now: datetime) -> Episode | None:
        if kept and not kept.deleted_at:
            kept.discard(now)
        return kept

    def _new(self, user: User, at: datetime) -> Episode:
        made_at = at.replace(microsecond=0)
        uuid = self.cleaned_data["uuid"]
        return Episode(user=user, uuid=uuid, kind="spell", zone=user.timezone, made_at=made_at)

    def _count(self, episode: Episode, taps: Iterable[datetime], now: datetime) -> Episode:
        if "place" in self.data and "place" in self.cleaned_data:
            episode.put_at(self.cleaned_data["place"], episode.place_words)
        episode.count(taps)
        episode.deleted_at, episode.changed_at = None, now
        episode.save()
        return episode
