"""Nobody sees, changes or even learns of what somebody else wrote, at any address of the project.

Every address is in one of the tables below; a new one that is in none fails the first test.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pypdf
import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver
from django.utils import timezone

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
    SharedReport,
    Sign,
    User,
    Visit,
)
from diary.transfer.exports import archive_zip, csv_file
from diary.transfer.imports import import_file
from diary.transfer.tables import CSV_FILES
from tests.conftest import client_of
from tests.factories import (
    NOON,
    make_blood_test,
    make_condition,
    make_day,
    make_drink,
    make_episode,
    make_experiment,
    make_medicine,
    make_question,
    make_shared_report,
    make_sign,
    make_visit,
)
from tests.transfer.diaries import contents

SECRET = "bobs-secret"
PLACE = "left calf"  # where it twitches for Bob now; the report and the charts show no notes
DAY = {"day": NOON.date()}
LATER = NOON + timedelta(days=36500)  # a link that is open whenever the tests run

# Anyone may open these, signed in or not; they hold nobody's data.
PUBLIC: dict[str, dict[str, Any]] = {
    "help": {}, "help-rules": {}, "privacy": {}, "healthz": {}, "robots": {}, "manifest": {},
    "account_login": {}, "account_logout": {}, "account_inactive": {}, "account_signup": {},
    "mfa_authenticate": {}, "mfa_login_webauthn": {}, "all-deleted": {},
    "shared": {"token": "bobs-token"}, "shared-pdf": {"token": "bobs-token"},
}  # fmt: skip

# Not there for anyone: the diary knows nobody's e-mail address.
SHUT: dict[str, dict[str, Any]] = {
    "account_email": {}, "account_email_verification_sent": {}, "account_set_password": {},
    "account_reset_password": {}, "account_reset_password_done": {},
    "account_reset_password_from_key_done": {},
    "account_confirm_login_code": {}, "account_confirm_email": {"key": "some-key"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "some-key"},
}  # fmt: skip
# The pattern that shuts them has no name of its own.
PATTERNS_WITHOUT_NAME = 1

# A person's own pages: the address names no record.
OWN: dict[str, dict[str, Any]] = {
    "home": {}, "today": {}, "log": {}, "log-now": {}, "log-earlier": {}, "log-came-and-went": {},
    "tally": {}, "tally-tap": {},
    "checkin": {}, "checkin-day": DAY, "checkin-twitching": DAY, "checkin-answer": DAY,
    "checkin-leave-blank": DAY, "drink-create": DAY, "own-drinks": {},
    "diary": {}, "diary-calendar": {}, "diary-deleted": {}, "diary-day": DAY, "episode-create": {},
    "flag-put-away": {}, "flag-bring-back": {}, "flag-seen": {}, "signs": {}, "rest": {},
    "patterns": {}, "patterns-time": {}, "patterns-places": {},
    "patterns-triggers": {}, "patterns-triggers-csv": {"name": "dots-stress"},
    "experiments": {}, "experiment-create": {"factor": "caffeine_mg"},
    "patterns-time-csv": {"name": "counts"}, "patterns-places-csv": {"name": "where"},
    "diary-calendar-csv": {"name": "year"}, "record": {},
    "medicine-create": {}, "test-create": {}, "visit-create": {}, "condition-create": {},
    "question-create": {},
    "report": {}, "report-change": {"what": "notes"}, "report-preview": {}, "report-pdf": {},
    "report-share": {}, "report-links": {},
    "import": {}, "import-take": {}, "export": {}, "export-zip": {}, "export-csv": {"name": "episodes"},
    "settings": {}, "delete-entries": {}, "delete-account": {},
    "account_reauthenticate": {}, "account_change_password": {},
    "mfa_index": {}, "mfa_reauthenticate": {}, "mfa_activate_totp": {}, "mfa_deactivate_totp": {},
    "mfa_view_recovery_codes": {}, "mfa_generate_recovery_codes": {}, "mfa_download_recovery_codes": {},
    "mfa_list_webauthn": {}, "mfa_add_webauthn": {}, "mfa_reauthenticate_webauthn": {},
    "usersessions_list": {}, "sign-out-everywhere": {}, "hide-words": {},
    "lock": {}, "unlock": {}, "lock-stop": {},
}  # fmt: skip


def uuid_of_the_only(model: Any, owner: User) -> dict[str, Any]:
    return {"uuid": model.objects.for_user(owner).get(deleted_at=None).uuid}


def first_episode(owner: User) -> Episode:
    return Episode.objects.for_user(owner).earliest("pk")


# The address names one record, here one of Bob's.
RECORD: dict[str, Callable[[User], dict[str, Any]]] = {
    name: lambda bob: {"uuid": first_episode(bob).uuid}
    for name in (
        "episode", "episode-place", "episode-stop", "episode-going", "episode-answer", "episode-delete",
        "episode-undo", "episode-signs",
    )
} | {
    "tally-count": lambda bob: {"uuid": Episode.objects.for_user(bob).get(kind="spell").uuid},
    "episode-fact": lambda bob: {"uuid": first_episode(bob).uuid, "fact": "note"},
    "experiment": lambda bob: {"uuid": Experiment.objects.for_user(bob).get().uuid},
    "experiment-stop": lambda bob: {"uuid": Experiment.objects.for_user(bob).get().uuid},
    "experiment-csv": lambda bob: {"uuid": Experiment.objects.for_user(bob).get().uuid, "name": "days"},
    "report-link-close": lambda bob: {"uuid": SharedReport.objects.for_user(bob).get().uuid},
    "drink-change": lambda bob: DAY | {"uuid": Drink.objects.for_user(bob).get().uuid},
    "mfa_remove_webauthn": lambda bob: {"pk": Authenticator.objects.filter(user=bob).earliest("pk").pk},
    "mfa_edit_webauthn": lambda bob: {"pk": Authenticator.objects.filter(user=bob).earliest("pk").pk},
} | {
    name: partial(uuid_of_the_only, model)
    for model, names_of_model in {
        Medicine: ("medicine", "medicine-delete", "medicine-undo", "dose", "dose-delete"),
        BloodTest: ("test", "test-delete", "test-undo"),
        Visit: ("visit", "visit-delete", "visit-undo"),
        Condition: ("condition", "condition-delete", "condition-undo"),
        Question: ("question", "question-delete", "question-undo", "question-tick"),
    }.items()
    for name in names_of_model
}  # fmt: skip

# What the forms at those addresses take.
FILLED_IN = {"note": "mine", "step": "stop", "site": "calf", "side": "left", "strength": "1"}

# allauth asks for the password again before it looks at the key.
ASKS_FIRST = {"mfa_remove_webauthn", "mfa_edit_webauthn"}


@pytest.fixture
def bob(bob: User) -> User:
    """Bob, with something of his in every table and his word in every text."""
    fill(bob, SECRET)
    key = {"name": SECRET, "credential": {}}
    Authenticator.objects.create(user=bob, type=Authenticator.Type.WEBAUTHN, data=key)
    return bob


def fill(user: User, word: str) -> None:
    """Put something of this person into every table, with the word in every text."""
    make_episode(user, note=word, strength=4)
    going = {"is_ongoing": True, "going_at": timezone.now(), "seconds": None}
    make_episode(user, note=f"{word} running", site="calf", **going)
    make_episode(user, note=f"{word} deleted", deleted_at=timezone.now())
    make_episode(user, note=word * 2, kind="spell", taps=[NOON.isoformat()], times_low=1, times_high=1)
    make_day(user, note=word, stress=9, twitching="yes")
    make_sign(user)
    make_visit(user, who=word, note=word)
    make_visit(user, NOON.date() - timedelta(days=1), who=word, deleted_at=timezone.now())
    make_medicine(user, word, dose=word, note=word)
    make_blood_test(user, "other", name=word, unit=word, note=word)
    make_condition(user, word, relative=word, note=word)
    make_question(user, word)
    make_shared_report(user, page=word, pdf=word.encode(), label=word, expires_at=LATER)
    make_drink(user, name=word)
    begun, asked = NOON.date() - timedelta(days=10), {"factor": "own_answer", "own_question": word}
    make_experiment(user, begun, **asked)
    make_day(user, begun, twitching="none")  # one with the limit; the other is one as usual
    DrinkPreset.objects.create(user=user, name=word, ml=300, mg=7)
    dates = {"made_on": NOON.date(), "until": NOON.date()}
    PutAway.objects.create(user=user, rule="EYELID_7D", site="eyelid_lower", side="left", **dates)


def all_of(user: User) -> Any:
    keys = list(Authenticator.objects.filter(user=user).values())
    links = list(SharedReport.objects.for_user(user).values())
    return contents(user), keys, links, User.objects.filter(pk=user.pk).values().get()


def names(resolver: URLResolver) -> Iterator[str | None]:
    """Yield the name of every address of the project."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern)
        else:
            yield pattern.name


def words_in(response: Any) -> str:
    """Return what a person could read in an answer: page, headers, PDF or zip."""
    data = b"".join(response) if response.streaming else response.content
    kind = response.get("Content-Type", "")
    if "pdf" in kind:
        data = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).encode()
    if "zip" in kind:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(name) for name in archive.namelist())
    said = [str(message) for message in get_messages(response.wsgi_request)]
    return "\n".join([data.decode(), str(response.headers), *said])


def knock(user: User | None, method: str, address: str, data: dict[str, Any] | None = None) -> Any:
    """Ask for an address in a browser of its own."""
    client = Client() if user is None else client_of(user)
    return getattr(client, method)(address, data or {})


def every(table: dict[str, Any], bob: User | None = None) -> Iterator[tuple[str, str, str]]:
    """Yield name, method and address of every door in a table; what is done behind it is undone after."""
    for name, kwargs in table.items():
        address = reverse(name, kwargs=kwargs(bob) if callable(kwargs) else kwargs)
        for method in ("get", "post"):
            with transaction.atomic():
                yield name, method, address
                transaction.set_rollback(True)


def test_every_address_of_the_project_is_in_a_table() -> None:
    known = PUBLIC.keys() | SHUT.keys() | OWN.keys() | RECORD.keys()
    found = list(names(get_resolver()))
    assert set(found) - {None} == known
    assert found.count(None) == PATTERNS_WITHOUT_NAME


def test_a_page_of_ones_own_and_a_record_ask_to_sign_in(bob: User) -> None:
    for *door, address in every(OWN | RECORD, bob):
        answer = knock(None, door[1], address)
        assert answer.status_code == 302, door
        assert answer["Location"].startswith("/accounts/login/?next="), door


def test_a_public_page_holds_nothing_of_anybody(bob: User) -> None:
    before = all_of(bob)
    for *door, address in every(PUBLIC):
        answer = knock(None, door[1], address)
        assert answer.status_code < 500, door
        assert SECRET not in words_in(answer), door
        assert all_of(bob) == before, door


def test_what_would_need_an_email_address_is_shut(alice: User) -> None:
    for *door, address in every(SHUT):
        assert {knock(user, door[1], address).status_code for user in (None, alice)} == {404}, door


def test_a_record_of_somebody_else_is_not_there(alice: User, bob: User) -> None:
    before = all_of(bob)
    for name, method, address in every(RECORD, bob):
        answer = knock(alice, method, address, FILLED_IN)
        shut = {302} if name in ASKS_FIRST else {404, 405} if method == "get" else {404}
        assert answer.status_code in shut, (name, method)
        assert SECRET not in words_in(answer), (name, method)
        assert all_of(bob) == before, (name, method)


def test_the_same_address_with_ones_own_record_is_there(bob: User) -> None:
    """Otherwise a mistyped address would pass for a shut door."""
    found: dict[str, set[int]] = {name: set() for name in RECORD}
    for name, method, address in every(RECORD, bob):
        found[name].add(knock(bob, method, address, FILLED_IN).status_code)
    assert {name: codes for name, codes in found.items() if not codes & {200, 302}} == {}


def test_a_page_of_ones_own_shows_and_changes_nothing_of_somebody_else(alice: User, bob: User) -> None:
    before, tempting = all_of(bob), temptations(bob)
    for *door, address in every(OWN):
        answer = knock(alice, door[1], address, tempting)
        assert answer.status_code < 500, door
        assert SECRET not in words_in(answer), door
        assert PLACE not in words_in(answer), door
        assert all_of(bob) == before, door


def temptations(bob: User) -> dict[str, Any]:
    """Return what a curious person would put into an address or a form: Bob's own numbers."""
    theirs = Episode.objects.for_user(bob).get(note=SECRET)
    pointers = dict.fromkeys(
        ("saved", "deleted", "episode", "uuid", "id", "visit", "notes"), str(theirs.uuid)
    )
    account = dict.fromkeys(("user", "user_id", "owner"), str(bob.pk))
    period = {"from": "2026-05-01", "to": "2026-05-31", "site": theirs.site, "side": theirs.side}
    card = {"rule": "EYELID_7D", "date": "2026-05-28", "at": NOON.isoformat(), "place": "eyelid_lower:left"}
    medicine = Medicine.objects.for_user(bob).get()
    record = {"deleted": f"medicine:{medicine.uuid}", "dropped": "1", "dose": "1 mg"}
    return pointers | account | period | card | record


@pytest.mark.parametrize(
    "name", ["diary", "today", "export-zip", "record", "diary-deleted", "report-preview"]
)
def test_ones_own_records_are_on_the_same_pages(bob: User, name: str) -> None:
    """Otherwise a page that shows nothing at all would pass."""
    period = {"from": "2026-05-01", "to": "2026-05-31"}
    answer = knock(bob, "get", reverse(name, kwargs=OWN[name]), period)
    assert answer.status_code == 200
    assert SECRET in words_in(answer) or PLACE in words_in(answer)


def test_pages_of_two_people_with_the_same_uuid_stay_apart(alice: User, bob: User) -> None:
    theirs = Episode.objects.for_user(bob).get(note=SECRET)
    make_episode(alice, uuid=theirs.uuid, note="alice's own")
    before = all_of(bob)
    address = reverse("episode-delete", kwargs={"uuid": theirs.uuid})
    assert knock(alice, "post", address).status_code == 302
    assert all_of(bob) == before
    assert not Episode.objects.for_user(alice).kept().exists()


def test_importing_somebody_elses_archive_makes_records_of_ones_own(alice: User, bob: User) -> None:
    before = all_of(bob)
    now = timezone.now()
    archive = archive_zip(bob, now)
    for data in (archive, archive, *(csv_file(bob, table) for table in CSV_FILES)):
        assert import_file(alice, data, now).problems == ()
    assert all_of(bob) == before
    assert contents(alice) == contents(bob)


def test_an_upload_with_somebody_elses_uuids_touches_nothing_of_theirs(alice: User, bob: User) -> None:
    theirs = Episode.objects.for_user(bob).get(note=SECRET)
    before = all_of(bob)
    file = SimpleUploadedFile(
        "e.csv", f"uuid,started_at,note\n{theirs.uuid},2026-05-01T10:00Z,mine\n".encode()
    )
    client = client_of(alice)
    checked = client.post(reverse("import"), {"file": file})
    client.post(reverse("import-take"), {"name": checked.context["name"]})
    assert Episode.objects.for_user(alice).get().note == "mine"
    assert SECRET not in words_in(checked)
    assert all_of(bob) == before


def test_exports_hold_ones_own_data_alone(alice: User, bob: User, tmp_path: Path) -> None:
    make_episode(alice, note="alice's own")
    call_command("export_diary", tmp_path / "alice.zip", user="alice")
    with zipfile.ZipFile(tmp_path / "alice.zip") as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert "alice's own" in everything
    assert SECRET not in everything
    assert str(Episode.objects.for_user(bob).get(note=SECRET).uuid) not in everything


@pytest.mark.parametrize(
    "model",
    [Episode, Day, Sign, PutAway, Medicine, BloodTest, Visit, Condition, Question, Experiment, SharedReport],
)
def test_there_is_something_of_bobs_that_could_leak(alice: User, bob: User, model: Any) -> None:
    assert model.objects.for_user(bob).exists()
    assert not model.objects.for_user(alice).exists()


def test_devices_of_somebody_else_are_not_listed(alice: User, bob: User) -> None:
    UserSession.objects.create(user=bob, session_key=SECRET, ip="203.0.113.7", user_agent=SECRET)
    answer = knock(alice, "get", reverse("usersessions_list"))
    assert SECRET not in words_in(answer)
    assert "203.0.113.7" not in words_in(answer)
