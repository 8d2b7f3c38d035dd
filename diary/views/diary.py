"""The diary as a list of days, the newest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from diary.analysis.flags import flags_today
from diary.analysis.marks import Marks
from diary.forms.find import FindForm
from diary.models import Day, Episode, User
from diary.periods import DAY, Period
from diary.views.person import PersonRequest
from diary.views.rows import besides, in_place, named_deleted

PAGE = 14
ROWS = 50
"""A page of days has about as many episodes at most, but for one day with more."""
BACKFILL_DAYS = 14
"""So many days back a blank day offers its check-in (ux C-10); what one remembers of more is a guess."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One day of the list: its check-in, where there is one, and the episodes that touch it.

    `listed` are the episodes and, in its place, the one that was deleted on the page before.
    """

    date: date
    day: Day | None
    episodes: list[Episode]
    listed: list[Episode]

    @property
    def state(self) -> str:
        """What is known of the day: "twitching", "none" or "blank"."""
        said = self.day.twitching if self.day else ""
        return "twitching" if self.episodes or said == "yes" else said or "blank"


def diary(request: PersonRequest) -> HttpResponse:
    """Show up to two weeks of days; the query says which, and what to leave out."""
    user, now = request.user, timezone.now()
    began, newest = reach(user, now)
    find = FindForm(request.GET, Episode.objects.for_user(user).places_ever())
    last = min(newest, (find.cleaned_data.get("before") or newest + DAY) - DAY)
    marks = Marks.of(flags_today(user, now), user.long_episode_min, now)
    deleted = named_deleted(request)
    shown = (
        found_days(user, find, last, marks, deleted) if find.is_on else all_days(user, began, last, deleted)
    )
    page = {"find": find, "marks": marks, **about_rows(shown["entries"], deleted, user.today(now))}
    return render(request, "days/list.html", {**page, **shown})


def diary_day(request: PersonRequest, day: date) -> HttpResponse:
    """Show one day."""
    user, now = request.user, timezone.now()
    if day > reach(user, now)[1]:
        raise Http404
    period = Period(day, day, user.timezone)
    episodes = Episode.objects.for_user(user).list_touching(period)
    days, deleted = Day.objects.for_user(user).dated_in(period), named_deleted(request)
    [entry] = entries(days, begun_until(day, episodes), period, deleted)
    shown = {
        "entry": entry,
        "marks": Marks.of(flags_today(user, now), user.long_episode_min, now),
        "running_episodes": [episode for episode in episodes if episode.is_ongoing],
        **about_rows([entry], deleted, user.today(now)),
    }
    return render(request, "days/day.html", shown)


def diary_deleted(request: PersonRequest) -> HttpResponse:
    """Show what was deleted in the last 30 days, with the way to bring it back; before that it is gone."""
    now, mine = timezone.now(), Episode.objects.for_user(request.user)
    mine.past_keeping(now).delete()
    return render(request, "days/deleted.html", {"episodes": mine.deleted(now)})


def reach(user: User, now: datetime) -> tuple[date | None, date]:
    """Return the day of the first episode, and today, or the later day of one made before a flight west."""
    first, last = Episode.objects.for_user(user).date_range()
    return first, max(user.today(now), last or date.min)


def about_rows(shown: list[Entry], deleted: Episode | None, today: date) -> dict[str, Any]:
    """Return what the page says besides its days, and since when blank ones offer their check-in."""
    rows = (episode for entry in shown for episode in entry.listed)
    return {**besides(rows, deleted), "fill_in_from": today - BACKFILL_DAYS * DAY}


def all_days(user: User, began: date | None, last: date, deleted: Episode | None) -> dict[str, Any]:
    """Return the days up to the last one, blank ones too, but none before the first record.

    One check-in more than a page can hold tells that there are earlier ones.
    """
    days = Day.objects.for_user(user).up_to(last, PAGE + 1)
    first = min((day for day in (began, *(day.date for day in days)) if day), default=None)
    if first is None or first > last:
        return {"entries": []}
    period = Period(max(first, first_of_page(user, last)), last, user.timezone)
    episodes = Episode.objects.for_user(user).list_touching(period)
    return {
        "entries": entries(days, begun_until(last, episodes), period, deleted),
        "earlier": period.first if first < period.first else None,
        "running_episodes": [episode for episode in episodes if episode.is_ongoing],
    }


def first_of_page(user: User, last: date) -> date:
    """Return the first day of two weeks, or a later one where there are many episodes."""
    crowded = Episode.objects.for_user(user).crowded_on(last, ROWS) or date.min
    return max(last - (PAGE - 1) * DAY, min(last, crowded + DAY))


def found_days(
    user: User, find: FindForm, last: date, marks: Marks, deleted: Episode | None
) -> dict[str, Any]:
    """Return the days on which something that was asked for began."""
    found = find.narrow(Episode.objects.for_user(user), marks.long_s, marks.since, marks.now)
    dates = found.latest_dates(last, PAGE + 1)
    if not dates:
        return {"entries": []}
    period = Period(dates[:PAGE][-1], dates[0], user.timezone)
    days = Day.objects.for_user(user).dated_in(period)
    shown = entries(days, found.started_in(period), period, deleted)
    return {
        "entries": [entry for entry in shown if entry.episodes],
        "earlier": period.first if len(dates) > PAGE else None,
    }


def begun_until(last: date, episodes: Iterable[Episode]) -> list[Episode]:
    """Return those that had begun; what runs now may have begun later."""
    return [episode for episode in episodes if episode.started_on <= last]


def entries(
    days: Iterable[Day], episodes: Iterable[Episode], period: Period, deleted: Episode | None
) -> list[Entry]:
    """Return every day of the period, the latest first; an episode stands under each day it touches."""
    said = {day.date: day for day in days}
    standing = defaultdict(list)
    for episode in sorted(episodes, key=lambda episode: episode.started_at):
        for day in touched(episode, period):
            standing[day].append(episode)
    return [
        Entry(day, said.get(day), standing[day], in_place(standing[day], deleted, day))
        for day in reversed(list(period.days()))
    ]


def touched(episode: Episode, period: Period) -> Iterator[date]:
    """Yield the days of the period on which the episode stands; one still going stands on each since."""
    last = min(period.last, episode.ended_on or period.last)
    return Period(max(period.first, episode.started_on), last, period.timezone).days()
