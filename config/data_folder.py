"""The folder outside the checkout where the diary, its secret key and their explanation live."""

import os
import secrets
from pathlib import Path

from platformdirs import user_data_path

DATABASE = "diary.sqlite3"
SECRET_KEY = "secret.key"
MARKER = "README.txt"


def data_folder(chosen: str = "") -> Path:
    """Where the diary is kept: the chosen folder, else the platform's own place for user data."""
    return Path(chosen).expanduser().absolute() if chosen else user_data_path("twitch-diary", appauthor=False)


def settle(folder: Path) -> Path:
    """Makes the folder, readable by its owner alone, and returns it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
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
