"""What goes into the log: where something went wrong, never what somebody wrote."""

import logging
import re
import traceback
from types import TracebackType

OF_A_LINK = re.compile(r"(/shared/+)[^/\s]+", re.IGNORECASE)


class WithoutWords(logging.Formatter):
    """Formats an exception as its kind and its path through the code, and leaves out the token of a link.

    The message of an exception stays out: a database puts the whole failing row into it, notes included.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own name
        return OF_A_LINK.sub(r"\1…", super().formatMessage(record))

    def formatException(  # noqa: N802  logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        kind, _, frames = ei
        lines = traceback.format_tb(frames)
        return "".join([*lines, kind.__qualname__ if kind else ""])
