"""What a page says about the entry just saved or deleted; the address names it, so it stays on reload."""

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from diary.forms.panel import LENGTHS
from diary.models import Episode, User
from diary.views.person import PersonRequest
from diary.vocabulary import episodes as words
from diary.vocabulary.sites import Place

RECENT = timedelta(days=30)
CHIPS = 6

NO_ADVICE = "What you tried. This is a note, not advice."
ASK_FIRST = "Do not stop a prescribed medicine without asking your doctor."  # clinical.md D2, NHS


@dataclass(frozen=True, slots=True)
class Chip:
    """An answer as a button that saves; one that is chosen takes the answer back."""

    name: str
    value: str
    label: str
    is_chosen: bool
    id: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A question in words and its answers."""

    words: str
    chips: list[Chip]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent and swapped together: a question, and those its answers lead to."""

    name: str
    asks: list[Ask]

    @property
    def has_answer(self) -> bool:
        """Whether something is chosen."""
        return any(chip.is_chosen for ask in self.asks for chip in ask.chips)


def recent_places(user: User, day: date, besides: Episode | None = None) -> list[Place]:
    """Return the places to offer as chips."""
    return Episode.objects.for_user(user).besides(besides).places_used(since=day - RECENT)[:CHIPS]


def named(request: PersonRequest, parameter: str) -> Episode | None:
    """Return the person's episode whose uuid the address has, if there is one."""
    try:
        uuid = UUID(request.GET[parameter])
    except (KeyError, ValueError):
        return None
    return Episode.objects.for_user(request.user).within_reach(timezone.now()).with_uuid(uuid)


def uuids(texts: Iterable[str]) -> list[UUID]:
    """Return the uuids among the texts that can be read as one."""
    found = []
    for text in texts:
        with suppress(ValueError):
            found.append(UUID(text))
    return found


def also_named(request: PersonRequest) -> list[Episode]:
    """Return what was saved together with the entry of the panel, where the address names it."""
    if not (asked := uuids(request.GET.getlist("also"))):
        return []
    return list(Episode.objects.for_user(request.user).within_reach(timezone.now()).with_uuids(asked))


def saved_panel(user: User, saved: Episode | None, answered: Container[str] = ()) -> dict[str, Any]:
    """Return the panel about a saved episode; `answered` names what was answered with this very request."""
    if saved is None:
        return {}
    return {
        "saved": saved,
        "place_question": place_question(user, saved) if "place" in answered or not saved.site else None,
        "questions": [*questions(saved)],
        "folded": [triggers(saved), relief(saved)],
    }


def place_question(user: User, saved: Episode) -> Question:
    """Ask where it was. The chips stay in their places when one of them is tapped."""
    places = recent_places(user, saved.started_on, besides=saved)
    offered = {place.code: place.label for place in places}
    return Question("place", [one_of("place", "Where was it?", offered, saved.place.code)])


def questions(saved: Episode) -> Iterator[Question]:
    """Yield what is asked of every entry; first how long a twitch lasted, where these chips can say it."""
    is_chip = saved.length_precision == "about" and saved.length_s in LENGTHS
    if saved.kind == "twitch" and (is_chip or saved.length_precision == "unknown"):
        yield Question("length_s", [one_of("length_s", "How long did it last?", LENGTHS, saved.length_s)])
    yield Question("strength", [one_of("strength", "How strong was it?", words.STRENGTHS, saved.strength)])
    yield Question("seen", [one_of("seen", "Could you see it move?", words.SEEN, saved.seen)])


def triggers(saved: Episode) -> Question:
    """Ask what the person suspects."""
    chips = several("trigger", "no_trigger", words.SUSPECTED_TRIGGERS, saved.suspected_triggers)
    hint = f"Your own guess. {ASK_FIRST}" if "medicine" in saved.suspected_triggers else "Your own guess."
    return Question("trigger", [Ask("What might have set it off?", chips, hint)])


def relief(saved: Episode) -> Question:
    """Ask what helped; of what was tried, how much."""
    tried = Ask("What helped?", several("tried", "not_tried", words.RELIEF, saved.relief), NO_ADVICE)
    return Question("tried", [tried, *(how_much(code, much) for code, much in saved.relief.items())])


def how_much(code: str, much: int | None) -> Ask:
    """Ask how much that helped."""
    said = {f"{code}:{value}": label for value, label in words.HELPED.items()}
    chosen = "" if much is None else f"{code}:{much}"
    return one_of("helped", f"{words.RELIEF[code]}: how much did it help?", said, chosen, nothing=f"{code}:")


def one_of(name: str, asked: str, answers: Mapping[Any, str], chosen: Any, nothing: str = "") -> Ask:
    """Return a question with one answer; the chosen one sends `nothing`."""
    return Ask(
        asked,
        [
            Chip(name, nothing if value == chosen else str(value), label, value == chosen, f"{name}-{value}")
            for value, label in answers.items()
        ],
    )


def several(name: str, not_name: str, answers: Mapping[str, str], chosen: Container[str]) -> list[Chip]:
    """Return answers of which several can be chosen; a chosen one is sent as `not_name`."""
    return [
        Chip(not_name if code in chosen else name, code, label, code in chosen, f"{name}-{code}")
        for code, label in answers.items()
    ]
