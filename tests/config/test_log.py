import logging
import sys

from config.log import WithoutWords

FORMATTER = WithoutWords("{levelname} {message}", style="{")


def formatted(error: Exception) -> str:
    try:
        raise error
    except Exception:
        record = logging.LogRecord("diary", logging.ERROR, "", 0, "Broken", (), sys.exc_info())
    return FORMATTER.format(record)


def test_the_log_says_what_kind_of_error_and_where() -> None:
    text = formatted(ValueError("x"))
    assert text.startswith("ERROR Broken\n")
    assert "test_log.py" in text
    assert text.endswith("ValueError")


def test_the_log_never_repeats_what_somebody_wrote() -> None:
    assert "afraid" not in formatted(ValueError("Failing row contains (I am afraid it is back)"))


def test_everything_that_is_logged_goes_that_way() -> None:
    formatters = [handler.formatter for handler in logging.getLogger().handlers]
    assert sum(isinstance(formatter, WithoutWords) for formatter in formatters) == 1
