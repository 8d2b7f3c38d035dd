"""The folder outside the checkout where the diary, its secret key and their explanation live."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from platformdirs import user_data_path

DATABASE = "diary.sqlite3"
SECRET_KEY = "secret.key"
MARKER = "README.txt"


def data_folder(chosen: str = "") -> Path:
    """Where the diary is kept: the chosen folder, else the platform's own place for user data."""
    return Path(chosen).expanduser().absolute() if chosen else user_data_path("twitch-diary", appauthor=False)


def settle(folder: Path) -> Path:
    """Makes the folder, readable by its owner alone, and returns it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise ImproperlyConfigured(f"The data folder {folder} cannot be used: {problem.strerror}.") from None
    return folder


def secret_key(folder: Path) -> str:
    """The key kept in the folder; made on first use, in a file only its owner can read."""
    path = settle(folder) / SECRET_KEY
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(made := secrets.token_urlsafe(50))
    return made


EXPLANATION = """\
This folder holds a diary of muscle twitches. The program that made it is Twitch Diary.

diary.sqlite3       the diary itself: everything that was ever written in it
diary.sqlite3-wal   its newest pages, while the program runs; it belongs to diary.sqlite3
diary.sqlite3-shm   a scratch file of the same
backups             copies of the diary, one a day, of the last 7 days and 4 weeks
secret.key          signs the cookies of people who are signed in; without it they sign in again

To keep a copy, use "python3 manage.py backup FILE" of the program, even while it runs.
Keep this folder on a disk of this computer: a network drive can damage the diary.
This file also tells the program that there was a diary here, so that it never quietly begins an empty one.
"""


def mark_as_used(folder: Path) -> None:
    """Leaves an explanation for people, which also tells later starts that a diary was here."""
    (folder / MARKER).write_text(EXPLANATION, encoding="utf-8")


def has_been_used(folder: Path) -> bool:
    return (folder / MARKER).exists()
