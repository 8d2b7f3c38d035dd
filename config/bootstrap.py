"""Makes `.venv` and fills it, with nothing but Python and pip, then runs on inside it.

Standard library only, and written so that an older Python can read it and be told that it is too old.
`python3 -m config.bootstrap dev` sets up everything a developer needs.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent
VENV = BASE / ".venv"
OLDEST_PYTHON = (3, 11)

# Each lock contains the ones before it; beside it, modules that show it is installed.
LOCKS = {
    "run": ("django", "allauth", "crispy_forms", "typst", "waitress"),
    "test": ("pytest", "pytest_django", "hypothesis"),
    "dev": ("ruff", "mypy", "playwright"),
}


def ensure(wanted: str) -> None:
    """Comes back once this Python can import what the lock holds; else starts over inside `.venv`."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("Twitch Diary needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))
    if not is_inside():
        if is_importable(wanted):
            return
        set_up(wanted)
        run_inside(sys.argv)
    elif set_up(wanted):
        run_inside(sys.argv)


def is_inside() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


def is_importable(wanted: str) -> bool:
    """Whether the packages are already there another way, in a container or somebody's own venv."""
    names = [name for lock in contained_in(wanted) for name in LOCKS[lock]]
    return all(importlib.util.find_spec(name) for name in names)


def contained_in(lock: str) -> list[str]:
    order = list(LOCKS)
    return order[: order.index(lock) + 1]


def set_up(wanted: str) -> bool:
    """Brings `.venv` up to the lock; whether there was anything to do."""
    installed = read_stamp()
    if installed and wanted in contained_in(installed[0]):
        wanted = installed[0]  # a fuller environment is kept full
    if installed == stamp(wanted):
        return False
    print("Setting up (only needed now and after an update) ...", flush=True)
    if not installed or installed[1] != python_version():
        venv.create(VENV, clear=True, with_pip=False, symlinks=os.name != "nt")
    install(wanted)
    (VENV / "stamp.txt").write_text("\n".join(stamp(wanted)), encoding="ascii")
    return True


def stamp(lock: str) -> list[str]:
    """What `.venv` holds: the lock's name, the Python it is for, and the lock's hash."""
    return [lock, python_version(), hashlib.sha256(lock_file(lock).read_bytes()).hexdigest()]


def read_stamp() -> list[str] | None:
    try:
        read = (VENV / "stamp.txt").read_text(encoding="ascii").split("\n")
    except OSError:
        return None
    return read if len(read) == 3 and read[0] in LOCKS and python_inside().exists() else None


def python_version() -> str:
    return "{}.{}".format(*sys.version_info[:2])


def lock_file(lock: str) -> Path:
    return BASE / "config" / "locks" / f"{lock}.txt"


def python_inside() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(lock: str) -> None:
    """Installs exactly the locked packages, each checked by its hash and none of them built here."""
    # `.venv` has no pip of its own: the one beside the Python that made it works from outside,
    # without ensurepip and where the system's own packages are off limits (PEP 668).
    outer = getattr(sys, "_base_executable", sys.executable)
    if subprocess.run([outer, "-c", "import pip"], capture_output=True, check=False).returncode:
        sys.exit(f"pip is missing from {outer}; install it first (on Debian: apt install python3-pip).")
    pip = [outer, "-m", "pip", "--python", str(python_inside()), "--disable-pip-version-check", "--quiet"]
    options = ["install", "--require-hashes", "--only-binary=:all:", "--no-input", "-r", str(lock_file(lock))]
    done = subprocess.run([*pip, *options], stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        reason = errors[0] if errors else done.stderr[-400:]
        sys.exit(
            "The packages could not be installed. Is this machine online, and is pip 22.3 or newer?\n"
            f"pip said: {reason.strip()}"
        )


def run_inside(arguments: list[str]) -> None:
    """Starts the same command over with the Python of `.venv`."""
    sys.stdout.flush()
    command = [str(python_inside()), *arguments]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    # Takes this process over: ending it then ends the server, too.
    os.execv(command[0], command)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in LOCKS:
        sys.exit(f"Say which: python3 -m config.bootstrap {' | '.join(LOCKS)}")
    if sys.version_info < OLDEST_PYTHON:
        ensure("run")
    set_up(sys.argv[1])
    print(f"Ready: {python_inside()}")
