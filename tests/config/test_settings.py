from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is empty or too short"),
        ("SECRET_KEY", "x" * 60, "SECRET_KEY is empty or too short"),
        ("DEBUG", "perhaps", "DEBUG is “perhaps”"),
        ("SIGN_UP", "ajar", "SIGN_UP is “ajar”"),
        ("SITE_URL", "diary.example", "SITE_URL is “diary.example”"),
        ("SITE_URL", "https://diary.example/here", "SITE_URL is “https://diary.example/here”"),
        ("SITE_URL", "http://[::1", "SITE_URL is “http://[::1”"),
        ("SITE_URL", "https://a b", "SITE_URL is “https://a b”"),
        ("SITE_URL", "http://localhost:abc", "SITE_URL is “http://localhost:abc”"),
        ("DATABASE_URL", "", "DATABASE_URL is not understood"),
        ("DATABASE_URL", "oracle://x/y", "DATABASE_URL is not understood"),
        ("DATABASE_URL", "postgres://", "DATABASE_URL is not understood"),
        ("DIARY_DATA", "/dev/null/diary", "The data folder /dev/null/diary cannot be used"),
    ],
)
def test_an_unsafe_or_senseless_value_stops_the_start_with_one_sentence(
    run: Run, name: str, value: str, sentence: str
) -> None:
    done = run("check", **{name: value})
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("url", ["sqlite:////dev/null/diary.sqlite3", "postgres://someone@localhost:1/diary"])
def test_a_database_that_cannot_be_opened_stops_the_start_with_one_sentence(run: Run, url: str) -> None:
    done = run("start", "--no-browser", DATABASE_URL=url)
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: The database cannot be opened: ")
    assert done.stderr.count("\n") == 1


def test_debug_is_refused_where_others_can_look(run: Run) -> None:
    done = run("check", DEBUG="true", SITE_URL="https://diary.example")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("DEBUG shows the diary's insides")


def test_a_site_behind_https_passes_the_deploy_checks(run: Run) -> None:
    done = run("check", "--deploy", "--fail-level", "WARNING", SITE_URL="https://diary.example")
    assert done.returncode == 0, done.stderr


def test_checking_makes_no_database(run: Run, folder: Path) -> None:
    assert run("check").returncode == 0
    assert [path.name for path in folder.iterdir()] == ["secret.key"]


def test_a_secret_key_of_the_environment_is_not_written_down(run: Run, folder: Path) -> None:
    run("check", SECRET_KEY="k3y-of-the-environment-" + "0123456789" * 4)
    assert list(folder.iterdir()) == []


def test_the_content_security_policy_allows_nothing_inline(settings: object) -> None:
    sources = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]  # type: ignore[attr-defined]
    assert sources["default-src"] == ["'self'"]
    assert sources["frame-ancestors"] == ["'none'"]
    assert not any("unsafe" in source for allowed in sources.values() for source in allowed)
