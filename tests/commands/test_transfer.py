"""import_diary and export_diary at the command line."""

import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from diary.models import Day, Episode, User
from tests.factories import make_episode
from tests.transfer.diaries import contents

BAD = "date,stress\n2026-05-27,-2\n2026-05-28,11\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "days.csv"
    path.write_text(text)
    return path


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_an_import_says_what_it_did(alice: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "date,stress\n2026-05-27,3\n2026-05-28,4\n")
    call_command("import_diary", path, user="alice")
    path.write_text("date,stress\n2026-05-27,3\n2026-05-28,5\n2026-05-29,6\n")
    call_command("import_diary", path, user="alice")
    assert said(capsys) == [
        "days: 2 created, 0 unchanged, 0 changed", "Done.",
        "days: 1 created, 1 unchanged, 1 changed", "Done.",
    ]  # fmt: skip


def test_a_dry_run_writes_nothing(alice: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_diary", write(tmp_path, "date\n2026-05-27\n"), user="alice", dry_run=True)
    assert said(capsys) == [
        "days: 1 created, 0 unchanged, 0 changed",
        "Nothing was written: this was a dry run.",
    ]
    assert not Day.objects.for_user(alice).exists()


def test_every_bad_row_is_named_and_the_command_fails(alice: User, tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refusal:
        call_command("import_diary", write(tmp_path, BAD), user="alice")
    assert str(refusal.value).splitlines() == [
        "Row 2, stress: Stress must be between 0 and 10, not -2",
        "Row 3, stress: Stress must be between 0 and 10, not 11",
        "Nothing was written.",
        "With --blank-bad-values these cells are left not recorded and the rest is taken.",
    ]
    assert refusal.value.returncode == 1
    assert not Day.objects.for_user(alice).exists()


def test_bad_values_are_left_out_when_asked_to(
    alice: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_diary", write(tmp_path, BAD), user="alice", blank_bad_values=True)
    assert said(capsys) == [
        "Left not recorded: Row 2, stress: Stress must be between 0 and 10, not -2",
        "Left not recorded: Row 3, stress: Stress must be between 0 and 10, not 11",
        "days: 2 created, 0 unchanged, 0 changed",
        "Done.",
    ]
    assert list(Day.objects.for_user(alice).values_list("stress", flat=True)) == [None, None]


def test_an_export_comes_back_in_through_the_command(alice: User, bob: User, tmp_path: Path) -> None:
    make_episode(alice, note="mine")
    call_command("export_diary", tmp_path / "diary.zip", user="alice", verbosity=0)
    call_command("import_diary", tmp_path / "diary.zip", user="bob")
    assert contents(bob) == contents(alice)


def test_a_json_file_of_the_archive_goes_in_alone(alice: User, bob: User, tmp_path: Path) -> None:
    make_episode(alice)
    call_command("export_diary", tmp_path / "diary.zip", user="alice")
    with zipfile.ZipFile(tmp_path / "diary.zip") as archive:
        archive.extract("diary.json", tmp_path)
    call_command("import_diary", tmp_path / "diary.json", user="bob")
    assert Episode.objects.for_user(bob).count() == 1


def test_an_export_never_writes_over_a_file(alice: User, tmp_path: Path) -> None:
    path = write(tmp_path, "kept")
    with pytest.raises(CommandError, match="is already there; give a new name"):
        call_command("export_diary", path, user="alice")
    assert path.read_text() == "kept"


def test_an_export_is_readable_by_its_owner_alone(alice: User, tmp_path: Path) -> None:
    call_command("export_diary", tmp_path / "diary.zip", user="alice")
    assert (tmp_path / "diary.zip").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("file", "user", "sentence"), [
    ("days.csv", "nobody", "There is no account “nobody”."),
    ("absent.csv", "alice", "cannot be read: No such file or directory."),
    (".", "alice", "cannot be read: Is a directory."),
])  # fmt: skip
def test_a_wrong_name_gets_its_sentence(
    alice: User, tmp_path: Path, file: str, user: str, sentence: str
) -> None:
    write(tmp_path, BAD)
    with pytest.raises(CommandError, match=sentence.replace("“", ".")):
        call_command("import_diary", tmp_path / file, user=user)
