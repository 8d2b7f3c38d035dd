"""Random diaries, hostile text among them, and what a diary holds as plain values to compare."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from diary.models import (
    BloodTest,
    Condition,
    Day,
    DoseChange,
    Drink,
    DrinkPreset,
    Episode,
    Experiment,
    Medicine,
    PutAway,
    Question,
    Review,
    Sign,
    User,
    Visit,
)
from diary.quantities import PartialDate
from diary.quantities.laboratory import Amount
from diary.vocabulary.episodes import (
    EACH_LASTED,
    HELPED,
    RELIEF,
    SEEN,
    START_PRECISIONS,
    STRENGTHS,
    SUSPECTED_TRIGGERS,
)
from diary.vocabulary.factors import FACTORS, OPTIONAL, OWN_KINDS, SLEEP_QUALITIES, TWITCHING
from diary.vocabulary.laboratory import ANALYTES, CHOICES
from diary.vocabulary.medicines import CLASSES
from diary.vocabulary.signs import RATED, RATINGS, SIGNS
from diary.vocabulary.sites import SITES
from diary.vocabulary.trying import HOLDABLE, WAYS

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
# East and west of UTC, half hours, quarters, a shift of 30 minutes, and a zone that once skipped a whole day.
ZONES = ["UTC", "Europe/London", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"]

hostile = st.sampled_from([
    "", " ", "=1+1", "'=1+1", "''-", "+44 20", "-", "@home", "\t=x", " =1", "'", "'tis", "a,b;c",
    'say "so"', '"', "two\nlines", "two\r\nlines", "\r", "<script>alert(1)</script>",
    "\u202eright to left", "ﷺ", "🫨", "\ufeffmark",
])  # fmt: skip
texts = hostile | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)
zones = st.sampled_from(ZONES)
names = texts.map(lambda text: text[:40]).filter(bool)
instants = st.datetimes(datetime(2010, 1, 1), datetime(2026, 11, 1), timezones=st.just(UTC))  # noqa: DTZ001
lately = st.timedeltas(timedelta(0), timedelta(days=29)).map(lambda ago: NOW - ago)
dates = st.dates(date(2010, 1, 1), date(2026, 11, 1))


def maybe(strategy: Any) -> Any:
    return st.none() | strategy


@st.composite
def places(draw: Any) -> dict[str, str]:
    site = draw(st.sampled_from(["", *SITES]))
    return {"site": site, "side": draw(st.sampled_from(["", *(SITES[site].sides if site else ())]))}


@st.composite
def lengths(draw: Any, started_at: datetime) -> dict[str, Any]:
    longest = NOW - started_at
    length = draw(
        maybe(st.timedeltas(timedelta(0), longest) | st.timedeltas(timedelta(0), timedelta(seconds=90)))
    )
    if length is None:
        return {"is_ongoing": draw(st.booleans())}
    low = draw(maybe(st.integers(0, 1000)))
    return {
        "ended_at": started_at + length,
        "length_precision": draw(st.sampled_from(["timed", "stated", "about"])),
        "length_low_s": low,
        "length_high_s": None if low is None else low + draw(st.integers(0, 1000)),
    }


@st.composite
def episodes(draw: Any) -> Episode:
    started_at = draw(instants)
    return Episode(
        uuid=draw(st.uuids()),
        started_at=started_at,
        **draw(lengths(started_at)),
        **draw(places()),
        kind=draw(st.sampled_from(["twitch", "spell"])),
        zone=draw(zones),
        start_precision=draw(st.sampled_from(list(START_PRECISIONS))),
        strength=draw(maybe(st.sampled_from(list(STRENGTHS)))),
        seen=draw(st.sampled_from(["", *SEEN])),
        suspected_triggers=draw(st.lists(st.sampled_from(list(SUSPECTED_TRIGGERS)), unique=True)),
        relief=draw(st.dictionaries(st.sampled_from(list(RELIEF)), maybe(st.sampled_from(list(HELPED))))),
        signs=draw(st.dictionaries(st.sampled_from(list(SIGNS)), st.booleans(), max_size=3)),
        signs_on=draw(maybe(dates)),
        note=draw(texts),
        made_at=draw(instants),
        changed_at=draw(instants),
        deleted_at=draw(maybe(lately)),
        place_words=draw(texts),
        is_forgotten=draw(st.booleans()),
        going_at=draw(maybe(instants)),
        spell_group=draw(maybe(st.uuids())),
        **draw(times()),
        history=draw(st.lists(st.fixed_dictionaries({"at": instants.map(str), "was": was}), max_size=2)),
    )


was = st.dictionaries(st.sampled_from(["note", "strength", "site"]), maybe(texts | st.integers(1, 4)))


@st.composite
def times(draw: Any) -> dict[str, Any]:
    low = draw(maybe(st.integers(1, 300)))
    return {
        "times_low": low,
        "times_high": None if low is None else draw(maybe(st.integers(low, 300))),
        "is_constant": draw(st.booleans()),
        "each_lasted": draw(st.sampled_from(["", *EACH_LASTED])),
        "taps": draw(st.lists(instants.map(datetime.isoformat), max_size=3)),
    }


@st.composite
def days(draw: Any) -> Day:
    return Day(
        date=draw(dates),
        zone=draw(zones),
        twitching=draw(st.sampled_from(["", *TWITCHING])),
        sleep_hours=draw(maybe(st.floats(0, 24))),
        sleep_quality=draw(maybe(st.sampled_from(list(SLEEP_QUALITIES)))),
        water_ml=draw(maybe(st.integers(0, 15000))),
        caffeine_mg=draw(maybe(st.integers(0, 3000))),
        stress=draw(maybe(st.integers(0, 10))),
        **{code: draw(maybe(values(code))) for code in OPTIONAL},
        sources=draw(st.dictionaries(st.sampled_from(list(FACTORS)), st.sampled_from(NOT_ENTERED))),
        entered_on=draw(st.dictionaries(st.sampled_from(list(FACTORS)), dates.map(str))),
        given_water_ml=draw(maybe(st.integers(0, 15000))),
        given_caffeine_mg=draw(maybe(st.integers(0, 3000))),
        overruled_at=draw(maybe(instants)),
        note=draw(texts),
        made_at=draw(instants),
        changed_at=draw(instants),
    )


NOT_ENTERED = ["usual", "drinks", "imported"]


def values(code: str) -> Any:
    factor = FACTORS[code]
    return (st.integers if factor.is_whole else st.floats)(factor.low, factor.high)


@st.composite
def drinks(draw: Any) -> Drink:
    return Drink(
        uuid=draw(st.uuids()),
        date=draw(dates),
        at=draw(maybe(instants)),
        zone=draw(zones),
        name=draw(names),
        ml=draw(st.integers(0, 5000)),
        mg=draw(st.integers(0, 3000)),
        is_usual=draw(st.booleans()),
        made_at=draw(instants),
    )


@st.composite
def own_drinks(draw: Any) -> DrinkPreset:
    return DrinkPreset(
        name=draw(names),
        ml=draw(st.integers(0, 5000)),
        mg=draw(st.integers(0, 3000)),
        usual=draw(st.integers(0, 20)),
    )


@st.composite
def reviews(draw: Any) -> Review:
    plain = st.none() | st.booleans() | st.integers(-9, 9**9) | st.floats(0, 9) | texts
    return Review(
        made_on=draw(dates),
        version=draw(st.integers(1, 3)),
        result=draw(st.dictionaries(texts, plain | st.lists(plain, max_size=2), max_size=3)),
        made_at=draw(instants),
    )


@st.composite
def experiments(draw: Any) -> Experiment:
    plan = Experiment(
        uuid=draw(st.uuids()),
        factor=draw(st.sampled_from([*HOLDABLE, "own_answer"])),
        way=draw(st.sampled_from(list(WAYS))),
        limit=draw(st.floats(0, 100_000)),
        own_question=draw(texts),
        own_kind=draw(st.sampled_from(list(OWN_KINDS))),
        first=draw(dates),
        block_days=draw(st.integers(7, 28)),
        order=draw(st.sampled_from(["LU", "UL", "LUUL", "ULLULU"])),
        made_at=draw(instants),
    )
    plan.settle()
    plan.stopped_on = draw(maybe(st.dates(plan.first, plan.last)))
    return plan


@st.composite
def partial_dates(draw: Any, first: date = date(2010, 1, 1)) -> PartialDate:
    day, known = draw(st.dates(first, date(2026, 11, 1))), draw(st.integers(0, 3))
    return PartialDate(*(day.year, day.month, day.day)[:known])


def amounts(signs: tuple[str, ...] = ("",)) -> Any:
    return st.builds(Amount, st.decimals(0, 10**6, places=3), st.sampled_from(signs))


@st.composite
def kept(draw: Any) -> dict[str, Any]:
    return {"uuid": draw(st.uuids()), "made_at": draw(instants), "deleted_at": draw(maybe(lately))}


@st.composite
def medicines(draw: Any) -> Medicine:
    changes = st.builds(DoseChange, maybe(partial_dates()), texts, texts).map(DoseChange.to_keep)
    return Medicine(
        **draw(kept()),
        name=draw(names),
        kind=draw(st.sampled_from(["", *CLASSES])),
        dose=draw(texts),
        how_often=draw(texts),
        started=draw(maybe(st.just(PartialDate(2010, 1)))),
        stopped=draw(maybe(partial_dates())),
        changes=draw(st.lists(changes, max_size=2)),
        note=draw(texts),
    )


def answers(sign: str) -> Any:
    """A yes, rated where that can be, or a no."""
    rating = maybe(st.integers(*RATINGS)) if sign in RATED else st.none()
    yes = st.fixed_dictionaries({"answer": st.just(True), "rating": rating})
    return yes | st.fixed_dictionaries({"answer": st.just(False), "rating": st.none()})


@st.composite
def signs(draw: Any) -> Sign:
    sign = draw(st.sampled_from(list(SIGNS)))
    return Sign(date=draw(dates), sign=sign, made_at=draw(instants), **draw(answers(sign)))


@st.composite
def put_aways(draw: Any) -> PutAway:
    return PutAway(rule="SITE_14D", made_on=draw(dates), until=date(2027, 1, 1), **draw(places()))


@st.composite
def blood_tests(draw: Any) -> BloodTest:
    what = draw(st.sampled_from(list(CHOICES)))
    low = draw(maybe(amounts()))
    return BloodTest(
        **draw(kept()),
        what=what,
        name=draw(names),
        value=draw(amounts(("", "<", ">"))),
        unit=draw(st.sampled_from(list(ANALYTES[what].units)) if what in ANALYTES else names)[:30],
        low=low,
        high=draw(maybe(st.just(low))),
        taken_on=draw(maybe(partial_dates())),
        note=draw(texts),
    )


@st.composite
def visits(draw: Any) -> Visit:
    seen = {"date": draw(dates), "who": draw(texts), "note": draw(texts)}
    return Visit(**draw(kept()), **seen, review_on=draw(maybe(partial_dates())))


@st.composite
def conditions(draw: Any) -> Condition:
    whose = {"whose": draw(st.sampled_from(["self", "family"])), "relative": draw(texts)}
    said = {"name": draw(names), "since": draw(maybe(partial_dates())), "note": draw(texts)}
    return Condition(**draw(kept()), **whose, **said)


@st.composite
def questions(draw: Any) -> Question:
    return Question(**draw(kept()), words=draw(names), asked_at=draw(maybe(instants)))


@st.composite
def diaries(draw: Any) -> list[Any]:
    return [
        *draw(st.lists(episodes(), max_size=5, unique_by=lambda episode: episode.uuid)),
        *draw(st.lists(days(), max_size=5, unique_by=lambda day: day.date)),
        *draw(st.lists(signs(), max_size=4, unique_by=lambda said: (said.date, said.sign))),
        *draw(st.lists(drinks(), max_size=3, unique_by=lambda drink: drink.uuid)),
        *draw(st.lists(own_drinks(), max_size=3, unique_by=lambda drink: drink.name)),
        *draw(st.lists(reviews(), max_size=2, unique_by=lambda review: (review.made_on, review.version))),
        *draw(st.lists(experiments(), max_size=2, unique_by=lambda plan: plan.uuid)),
        *draw(st.lists(put_aways(), max_size=1)),
        *draw(st.lists(medicines() | blood_tests() | visits() | conditions() | questions(), max_size=5)),
    ]


def keep(user: User, records: list[Any]) -> None:
    """Store the records in the person's diary."""
    for record in records:
        record.user = user
        record.save()


OWNED = (
    Episode, Day, Sign, PutAway, Drink, DrinkPreset, Review, Experiment, Medicine, BloodTest, Visit,
    Condition, Question,
)  # fmt: skip


def contents(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return all that a person's diary holds, without the database's own numbers."""
    return {model.__name__: rows(user, model) for model in OWNED}


def rows(user: User, model: Any) -> list[dict[str, Any]]:
    """Return one model's records as values, in a fixed order."""
    found = model.objects.for_user(user).values()
    return sorted(({k: v for k, v in row.items() if k not in ("id", "user_id")} for row in found), key=repr)
