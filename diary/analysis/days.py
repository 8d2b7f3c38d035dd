"""From what is kept to what is counted: the one path by which episodes and days reach the analysis."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from operator import attrgetter
from types import MappingProxyType

from diary.analysis.memory import given_later
from diary.analysis.records import (
    Answers,
    CheckIn,
    DayGroup,
    DayRecord,
    EpisodeRecord,
    Group,
    PlaceDay,
    SignRecord,
    Start,
    Touch,
    Try,
)
from diary.models import Day, Drink, Episode, Sign, User, Visit
from diary.periods import DAY, Period, local_date
from diary.vocabulary.factors import FACTORS
from diary.vocabulary.sites import Place

_DAY = ("date", "twitching", "made_at", "zone", "sources", "entered_on", "sleep_quality", *FACTORS)
HABITS = (
    *("caffeine_mg", "sleep_hours", "sleep_quality", "water_ml", "alcohol_units", "screen_hours"),
    *("upset_stomach", "heavy_sweating"),
)
"""What the rules ask about a day (flags/habits.py, flags/fluids.py)."""
HOUR = timedelta(hours=1)
NOTHING_SAID = MappingProxyType(dict.fromkeys(FACTORS))


def episode_records(user: User, period: Period) -> list[EpisodeRecord]:
    """Return the kept episodes that touch the period, by start, in one query."""
    rows = Episode.objects.for_user(user).rows_touching(period, *EpisodeRecord._fields)
    return sorted(map(EpisodeRecord._make, rows), key=attrgetter("started_at", "uuid"))


def starts(user: User, period: Period) -> list[Start | EpisodeRecord]:
    """Return the kept episodes that started in the period, by date and minute, in two queries.

    Years of them are read quickly: only those still going are read whole.
    """
    begun = Episode.objects.for_user(user).started_in(period)
    over = map(Start._make, begun.ended().values_list(*Start._fields))
    going = map(EpisodeRecord._make, begun.ongoing().values_list(*EpisodeRecord._fields))
    return sorted((*over, *going), key=attrgetter("started_on", "started_minute"))


def tries(user: User, period: Period) -> list[Try]:
    """Return what was tried against each kept episode that started in the period, in one query."""
    rows = Episode.objects.for_user(user).started_in(period).order_by()
    return [Try(*row) for row in rows.values_list("kind", "length_s", "relief")]


def guesses(user: User, period: Period) -> list[list[str]]:
    """Return what the person suspected of each kept episode that started in the period, in one query."""
    return list(Episode.objects.for_user(user).started_in(period).guesses())


def place_days(user: User, period: Period, starts: Collection[date] = ()) -> list[PlaceDay]:
    """Return the kept episodes that touch the period, added up by place and dates, in one query.

    With `starts` also those that started on these dates and ended before the period.
    """
    return [*map(PlaceDay._make, Episode.objects.for_user(user).place_days(period, starts))]


def day_groups(user: User, period: Period) -> list[DayGroup]:
    """Return the kept episodes that touch the period, added up to count days by, in one query."""
    return [*map(DayGroup._make, Episode.objects.for_user(user).day_groups(period))]


def apart(user: User, groups: Iterable[PlaceDay]) -> Iterator[PlaceDay]:
    """Yield the groups, but one by one the episodes of days on which both sides of a site began at once.

    Added up, both sides at once and one of them again later cannot be told from two that came apart. One
    query where there is such a day.
    """
    found = list(groups)
    sides: dict[tuple[str, date, datetime], set[str]] = defaultdict(set)
    for group in found:
        sides[group.site, group.started_on, group.first_start].add(group.side)
    days = {(site, day) for (site, day, _), both in sides.items() if len(both) > 1}
    several = {(g.site, g.started_on) for g in found if g.n > 1} & days
    yield from (group for group in found if (group.site, group.started_on) not in several)
    if several:
        sites, dates = {site for site, _ in several}, {day for _, day in several}
        rows = Episode.objects.for_user(user).rows_started_on(sites, dates, *EpisodeRecord._fields)
        singles = (EpisodeRecord(*row) for row in rows)
        yield from (PlaceDay.of(one) for one in singles if (one.site, one.started_on) in several)


def touched(user: User, period: Period) -> list[Touch]:
    """Return the dates on which each place was touched in the period, in one query that an index answers."""
    return [*map(Touch._make, Episode.objects.for_user(user).place_dates(period))]


def check_ins(user: User, period: Period) -> list[CheckIn]:
    """Return what the person said about the days of the period, in one query."""
    return [_check_in(*row) for row in Day.objects.for_user(user).dated_in(period).values_list(*_DAY)]


def _check_in(
    day: date,
    twitching: str,
    made_at: datetime,
    zone: str,
    sources: dict[str, str],
    entered_on: dict[str, str],
    sleep_quality: int | None,
    *values: float | None,
) -> CheckIn:
    made_on, given = local_date(made_at, zone), dict(zip(FACTORS, values, strict=True))
    usual = frozenset(code for code, source in sources.items() if source == "usual")
    late = given_later(day, made_on, given, sources, entered_on)
    return CheckIn(day, twitching, made_on, given, usual, late, sleep_quality)


def answers(user: User, period: Period) -> list[Answers]:
    """Return the answer about twitching and the habits of the days of the period, in one query."""
    rows = Day.objects.for_user(user).dated_in(period).order_by().values_list("date", "twitching", *HABITS)
    return [Answers(day, twitching, dict(zip(HABITS, given, strict=True))) for day, twitching, *given in rows]


def sign_records(user: User, period: Period) -> list[SignRecord]:
    """Return the answers about other signs in the period, of days and episodes, by date, in two queries."""
    rows = Sign.objects.for_user(user).dated_in(period).values_list("date", "sign", "answer", "rating")
    of_days = [SignRecord(*row) for row in rows]
    said = Episode.objects.for_user(user).signs_in(period)
    of_episodes = [
        SignRecord(day, sign, answer)
        for first, last, on, signs in said
        if (day := _day_of_signs(first, last, on)) in period
        for sign, answer in signs.items()
    ]
    return sorted(of_days + of_episodes, key=lambda record: record.date)


def signs_so_far(user: User, period: Period, today: date) -> list[SignRecord]:
    """Return the answers of the period; what was said before a flight west, dated tomorrow, is today's."""
    if period.last < today:
        return sign_records(user, period)
    said = sign_records(user, replace(period, last=today + DAY))
    return [replace(sign, date=min(sign.date, today)) for sign in said]


def _day_of_signs(first: date, last: date | None, on: date | None) -> date:
    """The day that the signs of an episode are about: the one of the answer, within the episode."""
    said = max(first, on or first)
    return min(said, last) if last else said


def poured(user: User, period: Period) -> dict[date, int]:
    """Return the most that was drunk within 60 minutes, by the date it was reached, in one query."""
    most: dict[date, int] = {}
    lately: deque[tuple[datetime, int]] = deque()
    for day, at, ml in Drink.objects.for_user(user).timed_in(period):
        lately.append((at, ml))
        while at - lately[0][0] >= HOUR:
            lately.popleft()
        most[day] = max(most.get(day, 0), sum(amount for _, amount in lately))
    return most


def visit_dates(user: User) -> list[date]:
    """Return the days on which the person saw someone, in one query."""
    return list(Visit.objects.for_user(user).kept().order_by("date").values_list("date", flat=True))


def visits_so_far(user: User, today: date) -> list[date]:
    """Return those days; what was kept before a flight west, dated tomorrow, is today's."""
    return [min(visit, today) for visit in visit_dates(user) if visit <= today + DAY]


def day_records(user: User, period: Period, now: datetime) -> list[DayRecord]:
    """Return every calendar day of the period up to today, in order, in two queries."""
    today = local_date(now, period.timezone)
    return days_from(day_groups(user, period), check_ins(user, period), period, today)


def days_from(
    episodes: Iterable[Group], checkins: Iterable[CheckIn], period: Period, today: date
) -> list[DayRecord]:
    """Return every calendar day of the period up to today, in order.

    An episode counts on the date it starts and touches every date it covers, up to today while it runs.
    """
    if period.first > today:
        return []
    shown = period.until(today)
    by_date = _by_date(episodes, shown)
    said = {checkin.day: checkin for checkin in checkins}
    return [_day(day, by_date.get(day, ()), said.get(day)) for day in shown.days()]


def started_in(episodes: Iterable[EpisodeRecord], period: Period) -> list[EpisodeRecord]:
    """Return those whose start, on the calendar of their own zone, lies in the period."""
    return [episode for episode in episodes if episode.started_on in period]


def _by_date(groups: Iterable[Group], period: Period) -> dict[date, list[Group]]:
    touched: dict[date, list[Group]] = defaultdict(list)
    for group in groups:
        for day in group.dates(period.first, period.last):
            touched[day].append(group)
    return touched


def _day(day: date, touching: Sequence[Group], said: CheckIn | None) -> DayRecord:
    answer = said.twitching if said else ""
    started = [group for group in touching if group.started_on == day]
    return DayRecord(
        date=day,
        state="twitching" if touching or answer == "yes" else answer or "blank",
        checked_in=bool(answer),
        twitches=sum(group.n for group in started if group.is_twitch),
        spells=sum(group.n for group in started if not group.is_twitch),
        places=frozenset(group.place for group in touching) - {Place("")},
        is_same_day=_is_same_day(day, touching, said),
        factors=said.factors if said else NOTHING_SAID,
        usual=said.usual if said else frozenset(),
        late=said.late if said else {},
        sleep_quality=said.sleep_quality if said else None,
    )


def _is_same_day(day: date, touching: Sequence[Group], said: CheckIn | None) -> bool | None:
    """A twitch that runs for days is written once; the days after that count as written in time."""
    answered_on = said.made_on if said and said.twitching else None
    if not touching and answered_on is None:
        return None
    is_answered = answered_on is not None and answered_on <= day
    return is_answered or any(local_date(group.first_made, group.zone) <= day for group in touching)
