from pathlib import Path

import pytest

from config import bootstrap


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """An empty checkout in which installing a lock only notes its name."""
    noted: list[str] = []
    monkeypatch.setattr(bootstrap, "BASE", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "install", noted.append)
    (tmp_path / "config/locks").mkdir(parents=True)
    for lock in bootstrap.LOCKS:
        write_lock(lock, "1")
    return noted


def write_lock(lock: str, text: str) -> None:
    bootstrap.lock_file(lock).write_text(text)


def test_the_first_start_installs_and_the_second_does_not(installs: list[str]) -> None:
    assert bootstrap.set_up("run")
    assert not bootstrap.set_up("run")
    assert installs == ["run"]


def test_a_fuller_environment_serves_a_leaner_command(installs: list[str]) -> None:
    bootstrap.set_up("dev")
    bootstrap.set_up("run")
    assert installs == ["dev"]


def test_a_leaner_environment_grows(installs: list[str]) -> None:
    bootstrap.set_up("run")
    bootstrap.set_up("test")
    assert installs == ["run", "test"]


def test_a_changed_lock_is_installed_without_making_the_environment_leaner(installs: list[str]) -> None:
    bootstrap.set_up("test")
    write_lock("test", "2")
    bootstrap.set_up("run")
    assert installs == ["test", "test"]


def test_another_python_starts_over(installs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    bootstrap.set_up("run")
    (bootstrap.VENV / "of-the-old-python").touch()
    monkeypatch.setattr(bootstrap, "python_version", lambda: "3.99")
    bootstrap.set_up("run")
    assert installs == ["run", "run"]
    assert not (bootstrap.VENV / "of-the-old-python").exists()


def test_an_interrupted_setup_is_done_again(installs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "install", interrupt)
    with pytest.raises(KeyboardInterrupt):
        bootstrap.set_up("run")
    monkeypatch.setattr(bootstrap, "install", installs.append)
    assert bootstrap.set_up("run")


def interrupt(lock: str) -> None:
    raise KeyboardInterrupt


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is 3\."):
        bootstrap.ensure("run")


@pytest.mark.parametrize("lock", bootstrap.LOCKS)
def test_locks_name_no_host_and_hash_every_package(lock: str) -> None:
    text = bootstrap.lock_file(lock).read_text()
    assert "://" not in text
    assert "--find-links" not in text
    packages = [line for line in text.splitlines() if "==" in line]
    assert all(line.endswith("\\") for line in packages), "a package without a hash"
    assert len(packages) > 15


def test_each_lock_contains_the_one_before() -> None:
    run, test, dev = (pinned(lock) for lock in bootstrap.LOCKS)
    assert run < test < dev


def pinned(lock: str) -> set[str]:
    lines = bootstrap.lock_file(lock).read_text().splitlines()
    return {line.split()[0] for line in lines if "==" in line}
