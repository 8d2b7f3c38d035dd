"""What goes into the log: where something went wrong, never what somebody wrote."""

import logging
import traceback
from types import TracebackType


class WithoutWords(logging.Formatter):
    """Formats an exception as its kind and its path through the code.

    Its message stays out: a database puts the whole failing row into it, notes included.
    """

    def formatException(  # noqa: N802  logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        kind, _, frames = ei
        lines = traceback.format_tb(frames)
        return "".join([*lines, kind.__qualname__ if kind else ""])
