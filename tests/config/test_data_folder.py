from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.data_folder import data_folder, has_been_used, mark_as_used, secret_key, settle


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_folder_and_its_secret_key_are_for_their_owner_alone(folder: Path) -> None:
    secret_key(folder)
    assert (mode(folder), mode(folder / "secret.key")) == (0o700, 0o600)


def test_the_secret_key_is_made_once(folder: Path) -> None:
    first = secret_key(folder)
    assert len(first) >= 50
    assert secret_key(folder) == first


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(ImproperlyConfigured, match="cannot be used"):
        settle(tmp_path / "taken")


def test_a_folder_counts_as_used_once_it_is_marked(folder: Path) -> None:
    settle(folder)
    assert not has_been_used(folder)
    mark_as_used(folder)
    assert has_been_used(folder)


def test_the_chosen_folder_wins_over_the_platforms_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert data_folder("~/mine") == tmp_path / "mine"
    assert data_folder().is_relative_to(tmp_path)
    assert data_folder().name == "twitch-diary"
