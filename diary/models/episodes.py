"""One spell of twitching: where, from when to when, and what the person noticed."""

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from datetime import date, datetime, timedelta
from functools import reduce
from operator import itemgetter, or_
from typing import Any, Self, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Count, F, Max, Min, Q, Subquery
from django.db.models.functions import Coalesce

from diary import periods
from diary.models.counting import Counted, CountedQuerySet
from diary.models.days import Day
from diary.models.history import grown
from diary.periods import Period
from diary.vocabulary import episodes as words
from diary.vocabulary.sites import ELSEWHERE, SIDES, SITES, Place, is_possible, place_label

KEEP_DELETED = timedelta(days=30)


class EpisodeQuerySet(CountedQuerySet):
    """Episodes in words. Deleted ones are left out unless asked for by name."""

    def deleted(self, now: datetime) -> Self:
        """Return those deleted in the last 30 days, the latest first."""
        return self.filter(deleted_at__gt=now - KEEP_DELETED).order_by("-deleted_at")

    def within_reach(self, now: datetime) -> Self:
        """Return those that were not deleted, or so lately that they can be brought back."""
        return self.filter(Q(deleted_at=None) | Q(deleted_at__gt=now - KEEP_DELETED))

    def past_keeping(self, now: datetime) -> Self:
        """Return those deleted longer ago than we promise to keep them."""
        return self.filter(deleted_at__lte=now - KEEP_DELETED)

    def started_in(self, period: Period) -> Self:
        """Return those whose start, on the calendar of their own zone, lies in the period."""
        return self.kept().filter(started_on__range=(period.first, period.last))

    def touching(self, period: Period) -> Self:
        """Return those that touch a day of the period: started before its end, not ended before its start."""
        # No end date means still going; asked this way, the answer lies in an index.
        ends_inside = Q(ended_on=None) | Q(ended_on__gte=period.first)
        return self.kept().filter(ends_inside, started_on__lte=period.last)

    def ended_touching(self, period: Period) -> Self:
        """Return those with an end that touch the period; those still going are `ongoing`."""
        return self._begun_by(period.last).filter(ended_on__gte=period.first)

    def list_touching(self, period: Period) -> "list[Episode]":
        """Return those with an end that touch the period and all that run, by start, the latest first.

        In one query of two halves, as rows_touching.
        """
        ended: Any = self.ended_touching(period)
        found: Iterable[Episode] = ended.union(self.kept().filter(ended_on=None), all=True)
        return sorted(found, key=lambda episode: (episode.started_at, episode.pk), reverse=True)

    def rows_touching(self, period: Period, *fields: str) -> "models.QuerySet[Any, Any]":
        """Return the fields of those touching the period, as plain rows in no order."""
        begun = self._begun_by(period.last).values_list(*fields)
        ended, going = _over_or_going(begun, period.first)
        return ended.union(going, all=True)

    def rows_started_on(
        self, sites: Collection[str], days: Collection[date], *fields: str
    ) -> "models.QuerySet[Any, Any]":
        """Return the fields of those at one of the sites that started on one of the days, in no order."""
        rows = self.kept().filter(site__in=sites, started_on__in=days).order_by()
        return rows.values_list(*fields)

    def place_dates(self, period: Period) -> "models.QuerySet[Any, Any]":
        """Return site, side, first and last date of those touching the period, each combination once."""
        fields = ("site", "side", "started_on", "ended_on")
        begun = self._begun_by(period.last).values_list(*fields).distinct()
        ended, going = _over_or_going(begun, period.first)
        return ended.union(going, all=True)

    def place_days(self, period: Period, starts: Collection[date] = ()) -> "models.QuerySet[Any, Any]":
        """Return those touching the period, added up: one row per kind, place, zone, first and last date.

        With `starts` also those that started on these dates and ended before the period.
        Each row is kind, site, side, started_on, ended_on, is_ongoing, zone, how many, first start, last end
        (the start where none is known), longest length in seconds, and when the first of them was written.
        """
        keys = ("kind", "site", "side", "started_on", "ended_on", "is_ongoing", "zone")
        added_up = {
            "n": Count("id"),
            "first_start": Min("started_at"),
            "last_end": Max(Coalesce("ended_at", "started_at")),
            "longest_s": Max("length_s"),
            "first_made": Min("made_at"),
        }
        groups = self._added_up(period.last, keys, added_up)
        ended, going = _over_or_going(groups, period.first)
        before = groups.filter(started_on__in=starts, ended_on__lt=period.first)
        return ended.union(going, *([before] if starts else []), all=True)

    def day_groups(self, period: Period) -> "models.QuerySet[Any, Any]":
        """Return those touching the period, added up as far as counting days needs them.

        Each row is kind, site, side, started_on, ended_on, zone, how many, and when the first was written.
        """
        keys = ("kind", "site", "side", "started_on", "ended_on", "zone")
        groups = self._added_up(period.last, keys, {"n": Count("id"), "first_made": Min("made_at")})
        ended, going = _over_or_going(groups, period.first)
        return ended.union(going, all=True)

    def _added_up(self, last: date, keys: Sequence[str], added_up: Mapping[str, Any]) -> Any:
        """Return one row for each combination of the keys among those that started by the day."""
        return self._begun_by(last).values(*keys).annotate(**added_up).values_list(*keys, *added_up)

    def _begun_by(self, last: date) -> Self:
        """Return those that started by the day, in no order.

        With the start as a plain column SQLite reads every year before the day by `episode_by_day`, so it is
        hidden in an expression, and the halves of `_over_or_going` are read by `episode_by_last_day`.
        """
        kept = self.kept().alias(first_day=Coalesce("started_on", "ended_on"))
        return kept.filter(first_day__lte=last).order_by()

    def guesses(self) -> "models.QuerySet[Any, Any]":
        """Return the suspected triggers of those that have any."""
        return self.exclude(suspected_triggers=[]).order_by().values_list("suspected_triggers", flat=True)

    def signs_in(self, period: Period) -> "models.QuerySet[Any, Any]":
        """Return the dates, the day of the answers, and the answers about other signs, of those touching."""
        fields = ("started_on", "ended_on", "signs_on", "signs")
        return self.exclude(signs={}).rows_touching(period, *fields)

    def at_place(self, place: Place) -> Self:
        """Return those at this site and side."""
        return self.filter(site=place.site, side=place.side)

    def ended(self) -> Self:
        """Return those that are over, with a length or without."""
        return self.filter(ended_on__isnull=False)

    def of_kind(self, kind: str) -> Self:
        """Return those of this kind."""
        return self.filter(kind=kind)

    def as_long_as(self, seconds: int, now: datetime) -> Self:
        """Return the twitches that lasted that long, or have so far."""
        so_far = Q(is_ongoing=True, started_at__lte=now - timedelta(seconds=seconds))
        return self.filter(so_far | Q(length_s__gte=seconds), kind="twitch")

    def begun_since(self, since: Mapping[Place, date]) -> Self:
        """Return those at each of these places that started on its day or later."""
        there = (Q(site=at.site, side=at.side, started_on__gte=day) for at, day in since.items())
        return self.filter(reduce(or_, there)) if since else self.none()

    def besides(self, episode: "Episode | None") -> Self:
        """Return the others."""
        return self.exclude(pk=episode.pk) if episode else self

    def with_note(self) -> Self:
        """Return those that somebody wrote a note about."""
        return self.exclude(note="")

    def date_range(self) -> tuple[date | None, date | None]:
        """Return the local dates of the earliest and the latest start; None and None without any.

        One query looks into the index twice; asked for MIN and MAX together, SQLite reads every row.
        """
        kept = self.kept().order_by()
        ends = (Subquery(kept.order_by(by).values("started_on")[:1]) for by in ("started_on", "-started_on"))
        return next(iter(kept.values_list(*ends)[:1]), (None, None))

    def latest_dates(self, until: date, count: int) -> list[date]:
        """Return that many dates with a start, the latest first, none after the given one."""
        dates = self.kept().filter(started_on__lte=until).order_by("-started_on")
        return list(dates.values_list("started_on", flat=True).distinct()[:count])

    def crowded_on(self, until: date, count: int) -> date | None:
        """Return the day on which that many starts are passed, counted back from the given day."""
        starts = self.kept().filter(started_on__lte=until).order_by("-started_on")
        return starts.values_list("started_on", flat=True)[count : count + 1].first()

    def newest_first(self) -> Self:
        """Return them by start, latest first."""
        return self.order_by("-started_at", "-id")

    def places_used(self, since: date) -> list[Place]:
        """Return the places to offer first: the last one used, then those most used from that day on."""
        used, place = self.kept().exclude(site=""), ("site", "side")
        lately = (
            used.filter(started_on__gte=since).values(*place).annotate(n=Count("id"), at=Max("started_at"))
        )
        often = [(Place(*row[:2]), row[2]) for row in lately.order_by("-n", *place).values_list(*place, "at")]
        if not often:
            return [Place(*row) for row in used.newest_first().values_list(*place)[:1]]
        last, _ = max(often, key=itemgetter(1))
        return list(dict.fromkeys([last, *(there for there, _ in often)]))

    def places_ever(self) -> list[Place]:
        """Return every place that was said, by its words."""
        said = self.kept().exclude(site="").order_by("site", "side").values_list("site", "side").distinct()
        return sorted((Place(*place) for place in said), key=str)

    def timed_beside(self, episode: "Episode") -> "Episode | None":
        """Return another one that is being timed at the same place."""
        others = self.ongoing().besides(episode).at_place(episode.place)
        return cast("Episode | None", others.filter(place_words=episode.place_words).first())

    def with_uuid(self, uuid: uuid.UUID) -> "Episode | None":
        """Return the one under this public id, deleted or not."""
        return cast("Episode | None", self.filter(uuid=uuid).first())

    def with_uuids(self, uuids: Collection[uuid.UUID]) -> Self:
        """Return those under these public ids, in the order they were made."""
        return self.filter(uuid__in=uuids).order_by("pk")

    def keep_once(self, episode: "Episode") -> "Episode":
        """Save a new episode, or return the one this person already keeps under its uuid.

        A double tap, a repeat after a lost answer and eight of them at once all end in one row.
        """
        try:
            with transaction.atomic():
                episode.save(force_insert=True)
        except IntegrityError:
            kept = self.for_user(episode.user).with_uuid(episode.uuid)
            if kept is None:
                raise
            return kept
        return episode


def _over_or_going(rows: Any, first: date) -> tuple[Any, Any]:
    """Return the rows that ended on the day or later, and those still going; at once no index helps."""
    return rows.filter(ended_on__gte=first), rows.filter(ended_on=None)


class Episode(Counted):
    """One spell of twitching at one place.

    The `DERIVED` columns are kept beside the times because counting 50,000 episodes by day needs columns.
    """

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    site = models.CharField(max_length=20, blank=True, choices={c: s.label for c, s in SITES.items()})
    side = models.CharField(max_length=6, blank=True, choices=SIDES)
    place_words = models.CharField(max_length=60, blank=True)  # where "somewhere else" is

    spell_group = models.UUIDField(null=True, blank=True)  # "It started again": the first one's uuid

    strength = models.PositiveSmallIntegerField(null=True, blank=True, choices=words.STRENGTHS)
    seen = models.CharField(max_length=10, blank=True, choices=words.SEEN)
    suspected_triggers = models.JSONField(default=list, blank=True)
    relief = models.JSONField(default=dict, blank=True)
    signs = models.JSONField(default=dict, blank=True)  # what else was noticed with it: code to yes or no
    signs_on = models.DateField(null=True, blank=True)  # of one that goes on for days: the day they are about
    note = models.TextField(blank=True, max_length=5000)

    deleted_at = models.DateTimeField(null=True, blank=True)
    history = models.JSONField(
        default=list, blank=True
    )  # what it said before each change, the first one first

    started_on = models.DateField(editable=False)
    ended_on = models.DateField(null=True, editable=False)
    started_minute = models.PositiveSmallIntegerField(editable=False)
    length_s = models.PositiveBigIntegerField(null=True, editable=False)

    DERIVED = ("started_on", "ended_on", "started_minute", "length_s", "is_forgotten")

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "uuid"], name="episode_uuid_once_per_person"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("started_at")),
                name="episode_ends_after_start",
                violation_error_message="The end must be after the start",
            ),
            models.CheckConstraint(
                condition=Q(is_ongoing=False) | Q(ended_at=None),
                name="episode_ongoing_has_no_end",
                violation_error_message="An episode that is still going has no end yet",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, length_precision="unknown")
                | (Q(ended_at__isnull=False) & ~Q(length_precision="unknown")),
                name="episode_length_known_with_end",
                violation_error_message="Give an end, or say that the length was not recorded",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=words.KINDS),
                name="episode_kind_known",
                violation_error_message="Choose a twitch, or came and went",
            ),
            models.CheckConstraint(
                condition=Q(side="") | (Q(side__in=SIDES) & ~Q(site="")),
                name="episode_side_needs_site",
                violation_error_message="Choose a place for the side",
            ),
            models.CheckConstraint(
                condition=Q(strength=None) | Q(strength__range=(1, 4)),
                name="episode_strength_1_to_4",
                violation_error_message="Strength must be between 1 (faint) and 4 (strong)",
            ),
            models.CheckConstraint(
                condition=Q(length_low_s=None, length_high_s=None)
                | Q(
                    length_low_s__isnull=False,
                    length_high_s__isnull=False,  # SQL takes a comparison with null for no objection
                    length_high_s__gte=F("length_low_s"),
                ),
                name="episode_length_range_in_order",
                violation_error_message="The shorter length comes first",
            ),
            models.CheckConstraint(
                condition=Q(times_high=None) | Q(times_low__isnull=False, times_high__gte=F("times_low")),
                name="episode_times_in_order",
                violation_error_message="The smaller number of times comes first",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "-started_at"], name="episode_newest"),
            models.Index(
                fields=["user", "started_on", "ended_on", "kind", "length_s"],
                condition=Q(deleted_at=None),
                name="episode_by_day",
            ),
            models.Index(
                # All that `day_groups` asks for, in order: added up without sorting or reading the rows.
                fields=["user", "ended_on", "started_on", "site", "side", "kind", "zone", "made_at"],
                condition=Q(deleted_at=None),
                name="episode_by_last_day",
            ),
            models.Index(
                fields=["user", "site", "side", "started_on"],
                condition=Q(deleted_at=None),
                name="episode_by_place",
            ),
            models.Index(fields=["user"], condition=Q(is_ongoing=True), name="episode_running"),
        ]

    def __str__(self) -> str:
        return f"{self.place} at {self.started_at:%Y-%m-%d %H:%M} UTC"

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Keep the counted columns true to the instants and the zone."""
        self.derive()
        if update_fields is not None:
            update_fields = {*update_fields, *self.DERIVED}
        if self._state.adding and self.deleted_at is None:
            said = Day.objects.for_user(self.user)
            said.overrule_none(self.started_on, self.ended_on or self.started_on, self.made_at)
        super().save(*args, update_fields=update_fields, **kwargs)

    def clean(self) -> None:
        """Refuse a side that the site does not have."""
        if not is_possible(self.site, self.side):
            raise ValidationError({"side": "That place has no such side"})

    def derive(self) -> None:
        """Work out the counted columns; whoever writes in bulk calls this first."""
        self.started_on = periods.local_date(self.started_at, self.zone)
        self.started_minute = periods.local_minute(self.started_at, self.zone)
        self.is_forgotten &= self.ended_at is None and not self.is_ongoing  # until it is said after all
        self.ended_on = self._last_day()
        self.length_s = None if self.duration is None else round(self.duration.total_seconds())

    def _last_day(self) -> date | None:
        if self.is_ongoing:
            return None
        return periods.last_touched_date(self.started_at, self.known_until, self.zone)

    def discard(self, now: datetime) -> None:
        """Delete it for the person; it can be brought back for 30 days."""
        self.deleted_at = self.deleted_at or now
        self._keep_changed(now)

    def restore(self, now: datetime) -> None:
        """Bring it back."""
        self.deleted_at = None
        self._keep_changed(now)

    def change(self, now: datetime, **facts: Any) -> None:
        """Set these facts and keep it, with what it said before in its history: the way of every correction.

        Facts set before the call count too: what was kept is asked of the database.
        """
        for name, fact in facts.items():
            setattr(self, name, fact)
        self.history = grown(Episode.objects.get(pk=self.pk), self, now)
        self._keep_changed(now)

    @property
    def place(self) -> Place:
        """Where it was; the empty place when it was not said."""
        return Place(self.site, self.side)

    @property
    def where(self) -> str:
        """Where it was in words, with the person's own for "somewhere else"."""
        return place_label(self.site, self.side, self.place_words)

    def put_at(self, place: Place, own_words: str = "") -> None:
        """Say where it was; own words belong to "somewhere else" alone."""
        self.site, self.side = place.site, place.side
        self.place_words = own_words if place.site == ELSEWHERE else ""

    def at_each(self, places: Sequence[Place], own_words: str = "") -> "list[Episode]":
        """Return it at each of the places, not saved yet; without any, as it is.

        The first keeps its uuid and the others have one made of it and their place: however often a form
        is sent, each is kept once.
        """
        self.put_at(places[0] if places else Place(""), own_words)
        return [self, *(self._copied_to(place, own_words) for place in places[1:])]

    def _copied_to(self, place: Place, own_words: str) -> "Episode":
        episode = copy(self)
        episode.uuid = uuid.uuid5(self.uuid, place.code)
        episode.put_at(place, own_words)
        return episode

    @property
    def rev(self) -> int:
        """How often it was changed."""
        return len(self.history)
