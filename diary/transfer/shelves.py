"""What the diary holds already, to find each row's record in; and what an import puts beside it."""

from collections.abc import Hashable, Iterable
from datetime import datetime
from typing import Any

from diary.models import (
    BloodTest,
    Condition,
    Day,
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
from diary.transfer.cells import BadCell
from diary.transfer.records import Owner, Values, in_utc

Key = tuple[Hashable, ...]


class Shelf:
    """The person's records of one kind.

    `unique` are the fields that tell one from another; a row that does not name them is found by `otherwise`.
    """

    def __init__(self, user: User, model: Any, *unique: str, otherwise: tuple[str, ...] = ()) -> None:
        self.model = model
        self.unique = unique
        self.otherwise = otherwise
        names = [field.name for field in model._meta.concrete_fields if not field.primary_key]
        self.fields = [name for name in names if name not in ("user", *unique)]
        self.known: dict[Key, Any] = {}
        self.rows: dict[Key, int] = {}
        self.counts = {"created": 0, "unchanged": 0, "changed": 0}
        self.to_write: list[Any] = []
        for record in self.stored(user):
            for key in self.keys(record):
                self.known.setdefault(key, record)

    def stored(self, user: User) -> Iterable[Any]:
        """Return the person's records; of two that a row may mean, the one to take comes first."""
        return self.model.objects.for_user(user).order_by("pk")

    def keys(self, record: Any) -> list[Key]:
        """Return all that a record is found by; the first is its own alone."""
        ways = (self.unique, self.otherwise) if self.otherwise else (self.unique,)
        return [tuple(getattr(record, name) for name in fields) for fields in ways]

    def find(self, values: Values, owner: Owner) -> Any | None:
        """Return the record a row is about, None when it is a new one."""
        is_named = not self.otherwise or any(values.get(name) for name in self.unique)
        fields = self.unique if is_named else self.otherwise
        return self.known.get(tuple(self.sought(name, values, owner) for name in fields))

    def sought(self, name: str, values: Values, owner: Owner) -> Hashable:
        """Return a field's value as a row gives it."""
        found: Hashable = values.get(name) or ""
        return in_utc(found, owner.zone_of(values), name) if isinstance(found, datetime) else found

    def put(self, record: Any, row: int, said: set[str], now: datetime) -> None:
        """Count a row's record, and keep it to be written if it is new or changed.

        Raises BadCell where an earlier row says something else about the same record.
        """
        key = self.keys(record)[0]
        known = self.known.get(key)
        is_same = known is not None and self._is_same(known, record, said)
        if key in self.rows and not is_same:
            raise BadCell(
                f"Row {self.rows[key]} is about the same {self.model._meta.verbose_name} and says otherwise"
            )
        self.rows.setdefault(key, row)
        self.counts["unchanged" if is_same else "created" if known is None else "changed"] += 1
        if not is_same:
            self._keep(record, known is not None and "changed_at" not in said, now)

    def _is_same(self, known: Any, record: Any, said: set[str]) -> bool:
        fields = (name for name in self.fields if name != "made_at" or name in said)
        return all(getattr(known, name) == getattr(record, name) for name in fields)

    def _keep(self, record: Any, is_change: bool, now: datetime) -> None:
        if is_change and "changed_at" in self.fields:
            record.changed_at = now
        self.to_write.append(record)
        self.known |= dict.fromkeys(self.keys(record), record)

    def write(self) -> None:
        """Store what is new and what has changed."""
        self.model.objects.bulk_create(
            self.to_write,
            batch_size=1000,
            update_conflicts=True,
            unique_fields=["user", *self.unique],
            update_fields=self.fields,
        )


class KeptShelf(Shelf):
    """Records that stay for a while when deleted; of two that a row may mean, the one that was not."""

    def stored(self, user: User) -> Iterable[Any]:
        """Return those that were not deleted first."""
        return sorted(super().stored(user), key=lambda record: record.deleted_at is not None)


class SignShelf(Shelf):
    """Answers about other signs; a row of days.csv that gives no rating leaves the one that is there."""

    def put(self, record: Any, row: int, said: set[str], now: datetime) -> None:
        """Keep the rating of a yes that stays a yes, unless the row is of the table of signs itself."""
        known = self.known.get(self.keys(record)[0])
        if not said and known and known.answer and record.answer and record.rating is None:
            record.rating = known.rating
        super().put(record, row, said, now)


def shelves_of(user: User) -> dict[str, Shelf]:
    """Return the person's shelves by the name of their table."""
    return {
        "episodes": KeptShelf(user, Episode, "uuid", otherwise=("started_at", "site", "side")),
        "days": Shelf(user, Day, "date"),
        "signs": SignShelf(user, Sign, "date", "sign"),
        "drinks": Shelf(user, Drink, "uuid"),
        "own_drinks": Shelf(user, DrinkPreset, "name"),
        "put_away": Shelf(user, PutAway, "rule", "site", "side"),
        "reviews": Shelf(user, Review, "made_on", "version"),
        "experiments": Shelf(user, Experiment, "uuid"),
        "medicines": KeptShelf(user, Medicine, "uuid"),
        "tests": KeptShelf(user, BloodTest, "uuid"),
        "visits": KeptShelf(user, Visit, "uuid", otherwise=("date", "who")),
        "conditions": KeptShelf(user, Condition, "uuid"),
        "questions": KeptShelf(user, Question, "uuid"),
    }
