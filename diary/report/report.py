"""The facts of a report, gathered once; every outlet shows these and computes none of its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import cast

from diary.analysis import duration, factors, frequency, places, strength, timing, trend
from diary.analysis.days import check_ins, days_from, episode_records, signs_so_far, tries
from diary.analysis.flags import Flag, flags_of, look_back
from diary.analysis.health import (
    BloodResult,
    ConditionRecord,
    MedicineRecord,
    VisitRecord,
    as_it_stood,
    blood_results,
    condition_records,
    medicine_records,
    questions,
    taken_by,
    visit_records,
)
from diary.analysis.links import Review
from diary.analysis.notes import NoteRecord, note_records
from diary.analysis.records import DayRecord, EpisodeRecord, SignRecord, Try
from diary.analysis.reviews import review_as_of, reviewed_days
from diary.models import User
from diary.periods import Period
from diary.quantities import Clock, VolumeUnit
from diary.report.choices import Choices
from diary.vocabulary.signs import SIGNS


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """What was answered about one other sign: yes when it ever was, None when it never was answered.

    `rating` is how strong it was at most, 1 to 10; None where nobody said.
    """

    sign: str
    answer: bool | None
    asked_on: date | None
    yes_days: int
    rating: int | None = None

    @property
    def symptom(self) -> str:
        """What was asked about, in words."""
        return SIGNS[self.sign]


@dataclass(frozen=True, slots=True)
class Report:
    """A person's diary over a period as it stood at an instant; absent facts are None, never 0.

    Twitches, spells, lengths, strength and hours are of the `episodes`, those that started in the period;
    `places` and `ongoing` also count those that only reach into it. What only the appendix shows is gathered
    for the parts that were chosen: the review of the links with the days it saw, visits, conditions, notes,
    what was tried.
    """

    choices: Choices
    period: Period
    seen_at: datetime
    made_on: date
    first_noticed_on: date | None
    days: tuple[DayRecord, ...]
    episodes: tuple[EpisodeRecord, ...]
    touching: tuple[EpisodeRecord, ...]
    counts: frequency.Counts
    lengths: duration.Lengths
    strength: strength.Strength
    places: tuple[places.PlaceCount, ...]
    weeks: tuple[frequency.Span, ...]
    hours: tuple[int, ...]
    factors: Mapping[str, factors.FactorSummary | None]
    asked_about: tuple[AskedAbout, ...]
    change: trend.Change
    flags: tuple[Flag, ...]
    gap_days: int
    clock: Clock
    volume_unit: VolumeUnit
    own_question: str = ""
    own_kind: str = "yes_no"
    medicines: tuple[MedicineRecord, ...] = ()
    tests: tuple[BloodResult, ...] = ()
    questions: tuple[str, ...] = ()
    review: Review | None = None
    review_days: tuple[DayRecord, ...] = ()
    visits: tuple[VisitRecord, ...] = ()
    conditions: tuple[ConditionRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    tries: tuple[Try, ...] = ()

    @property
    def twitches(self) -> int:
        """Twitches that started in the period."""
        return sum(episode.is_twitch for episode in self.episodes)

    @property
    def spells(self) -> int:
        """Spells that came and went and started in the period."""
        return len(self.episodes) - self.twitches

    @property
    def ongoing(self) -> int:
        """Episodes that still go on and reach into the period."""
        return sum(episode.is_ongoing for episode in self.touching)

    @property
    def is_empty(self) -> bool:
        """Whether the person wrote nothing at all about these days."""
        said = any(self.factors.values()) or any(asked.asked_on for asked in self.asked_about)
        return not (self.counts.filled_in or said)


@dataclass(frozen=True, slots=True)
class Sources:
    """What a report is gathered from: episodes that touch the period, days, answers, flags, the record."""

    touching: Sequence[EpisodeRecord] = ()
    days: Sequence[DayRecord] = ()
    answers: Sequence[SignRecord] = ()
    flags: Sequence[Flag] = ()
    medicines: Sequence[MedicineRecord] = ()
    tests: Sequence[BloodResult] = ()
    questions: Sequence[str] = ()
    review: Review | None = None
    review_days: Sequence[DayRecord] = ()
    visits: Sequence[VisitRecord] = ()
    conditions: Sequence[ConditionRecord] = ()
    notes: Sequence[NoteRecord] = ()
    tries: Sequence[Try] = ()


def make_report(user: User, choices: Choices, now: datetime) -> Report:
    """Gather what was chosen, as the diary stood at the end of the period, or stands now if earlier."""
    period = choices.period
    seen_at = min(now, period.end - timedelta(microseconds=1))
    shown = period.until(user.today(now))
    touching, medicines = episode_records(user, shown), medicine_records(user)
    answers = signs_so_far(user, replace(shown, first=look_back(shown.first)), user.today(now))
    sources = Sources(
        touching=touching,
        days=days_from(touching, check_ins(user, shown), shown, user.today(seen_at)),
        answers=[answer for answer in answers if answer.date in shown],
        flags=flags_of(user, seen_at, shown.first, medicines, answers),
        medicines=medicines,
        tests=blood_results(user),
        questions=questions(user),
    )
    sources = for_the_appendix(sources, user, choices, shown, seen_at, now)
    return report_from(sources, user, choices, shown, seen_at, user.today(now))


def for_the_appendix(
    sources: Sources, user: User, choices: Choices, period: Period, seen_at: datetime, now: datetime
) -> Sources:
    """Add what only the chosen parts of the appendix show; what was not chosen is not read."""
    parts = choices.parts
    compared = reviewed_days(user, seen_at) if "comparisons" in parts else []
    return replace(
        sources,
        review=review_as_of(user, seen_at, now, compared) if compared else None,
        review_days=compared,
        visits=visit_records(user) if parts & {"visits", "over_time"} else (),
        conditions=condition_records(user) if "conditions" in parts else (),
        notes=note_records(user, period) if "notes" in parts and choices.notes else (),
        tries=tries(user, period) if "tried" in parts else (),
    )


def report_from(
    sources: Sources, user: User, choices: Choices, period: Period, seen_at: datetime, made_on: date
) -> Report:
    """Work the facts out; `seen_at` is the instant looked at, `made_on` the day the report is made."""
    days = tuple(sources.days)
    touching = tuple(sources.touching)
    episodes = tuple(episode for episode in touching if episode.started_on in period)
    return Report(
        choices=choices,
        period=period,
        seen_at=seen_at,
        made_on=made_on,
        first_noticed_on=user.first_noticed_on,
        days=days,
        episodes=episodes,
        touching=touching,
        counts=frequency.counts(days),
        lengths=duration.lengths(episodes, seen_at),
        strength=strength.strength(episodes),
        places=tuple(places.places(touching, period, user.today(seen_at))),
        weeks=tuple(frequency.by_week(days)),
        hours=timing.hours(episodes),
        factors=factors.summaries(days),
        asked_about=asked_about(sources.answers),
        change=trend.change(days),
        flags=tuple(sources.flags),
        gap_days=user.gap_days,
        clock=cast("Clock", user.clock),
        volume_unit=cast("VolumeUnit", user.volume_unit),
        own_question=user.own_question,
        own_kind=user.own_kind,
        medicines=tuple(as_it_stood(sources.medicines, period.last)),
        tests=tuple(taken_by(sources.tests, period.last)),
        questions=tuple(sources.questions),
        review=sources.review,
        review_days=tuple(sources.review_days),
        visits=tuple(visit for visit in sources.visits if visit.date <= period.last),
        conditions=tuple(sources.conditions),
        notes=tuple(note for note in sources.notes if note.uuid in choices.notes),
        tries=tuple(sources.tries),
    )


def asked_about(given: Iterable[SignRecord]) -> tuple[AskedAbout, ...]:
    """Return what was answered about each other sign, the unanswered ones too."""
    answers: dict[str, list[SignRecord]] = defaultdict(list)
    for answer in given:
        answers[answer.sign].append(answer)
    return tuple(_asked(code, answers[code]) for code in SIGNS)


def _asked(sign: str, answers: list[SignRecord]) -> AskedAbout:
    if not answers:
        return AskedAbout(sign, None, None, 0)
    yes_days = {answer.date for answer in answers if answer.answer}  # asked of the day and of a twitch on it
    rating = max((answer.rating for answer in answers if answer.rating), default=None)
    return AskedAbout(sign, bool(yes_days), answers[-1].date, len(yes_days), rating)
