"""An uploaded file between its check and the word to take it: one per person, an hour at most.

It stays when it was taken, so that a second press of the button finds it and changes nothing.
"""

import hashlib
import time
from pathlib import Path

from django.conf import settings

from diary.models import User

KEPT_FOR_S = 3600


def folder() -> Path:
    """Return where files wait: beside the database, readable by the owner alone."""
    path: Path = settings.DATA_FOLDER / "waiting"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def keep(user: User, data: bytes) -> str:
    """Keep the person's file, in place of an earlier one; return the name it is asked for by."""
    sweep()
    name = hashlib.sha256(data).hexdigest()
    _path(user).write_bytes(data)
    return name


def waiting(user: User, name: str) -> bytes | None:
    """Return the person's file of that name; None when it is gone or another one has taken its place."""
    sweep()
    try:
        data = _path(user).read_bytes()
    except FileNotFoundError:
        return None
    return data if hashlib.sha256(data).hexdigest() == name else None


def drop(user: User) -> None:
    """Remove the person's file."""
    _path(user).unlink(missing_ok=True)


def sweep() -> None:
    """Remove the files that nobody came back for."""
    oldest = time.time() - KEPT_FOR_S
    for path in folder().iterdir():
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)


def _path(user: User) -> Path:
    return folder() / str(user.pk)
