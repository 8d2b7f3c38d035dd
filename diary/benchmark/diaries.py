"""Big invented diaries, the same on every machine.

All are equally dense and as long as need be: a page shows the same, and only what lies behind it grows.
Real diaries logged as densely were not found; the busiest one we know has 1.7 entries a day.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from diary.models import Day, Episode, User

PER_DAY = 14
PLACES = (("eyelid_lower", "left"), ("calf", "right"), ("thigh_front", "left"), ("thumb", "left"))
BATCH = 2_000


def fill(user: User, episodes: int, now: datetime, days: int | None = None) -> None:
    """Write that many twitches over the days up to now, 14 a day unless told, and a check-in on most days."""
    chance = random.Random(episodes)  # noqa: S311  a repeatable diary, no secret
    days = days or episodes // PER_DAY
    Episode.objects.bulk_create(_episodes(user, episodes, days, now, chance), batch_size=BATCH)
    Day.objects.bulk_create(_days(user, days, now, chance), batch_size=BATCH)


def _episodes(user: User, count: int, days: int, now: datetime, chance: random.Random) -> Iterator[Episode]:
    for _ in range(count):
        start = now - timedelta(seconds=chance.randrange(600, days * 86_400))
        site, side = chance.choices(PLACES, (6, 2, 1, 1))[0]
        end = start + timedelta(seconds=round(chance.lognormvariate(3.7, 1.2)) + 1)
        episode = Episode(
            user=user,
            site=site,
            side=side,
            zone=user.timezone,
            started_at=start,
            ended_at=min(end, now),
            length_precision="timed",
            strength=chance.choice((None, 1, 2, 3)),
            made_at=start,
            changed_at=start,
        )
        episode.derive()
        yield episode


def _days(user: User, count: int, now: datetime, chance: random.Random) -> Iterator[Day]:
    today = user.today(now)
    for back in range(count):
        if chance.random() < 0.85:
            yield _day(user, today - timedelta(days=back), chance)


def _day(user: User, date: date, chance: random.Random) -> Day:
    evening = datetime(date.year, date.month, date.day, 20, tzinfo=UTC)
    return Day(
        user=user,
        date=date,
        zone=user.timezone,
        twitching=chance.choice(("", "none", "yes")),
        sleep_hours=round(chance.gauss(7, 1) * 4) / 4,
        water_ml=chance.randrange(800, 2_600, 50),
        caffeine_mg=chance.randrange(0, 400, 10),
        stress=chance.randrange(11),
        made_at=evening,
        changed_at=evening,
    )
