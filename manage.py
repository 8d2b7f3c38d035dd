#!/usr/bin/env python3
"""Every command of the diary: `python3 manage.py start` is the one to begin with."""

import os
import sys

from config.bootstrap import BASE, ensure


def main() -> None:
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    ensure("test" if command == "test" else "run")
    if command == "test":
        sys.exit(run_tests(sys.argv[2:]))
    run_command()


def run_tests(arguments: list[str]) -> int:
    import pytest

    os.chdir(BASE)
    return pytest.main(arguments or ["-n", "auto"])  # the whole suite takes every core


def run_command() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        settings.configured or settings.DEBUG  # noqa: B018  reads them now, so that a bad value is one sentence
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
