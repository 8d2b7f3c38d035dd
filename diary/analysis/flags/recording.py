"""How much of a report's period was written down at all (clinical.md A5)."""

from collections.abc import Iterator

from diary.analysis.flags.flag import Flag
from diary.analysis.flags.person import flag
from diary.analysis.flags.situation import Situation
from diary.periods import Period


def recording_gap(seen: Situation, reported: Period) -> Iterator[Flag]:
    """Fewer than half of the days have any entry; where there is none at all, nothing is said."""
    written = [day for day in reported.until(seen.today).days() if day in seen.written]
    if written and 2 * len(written) < len(reported):
        fact = f"Your diary has entries on {len(written)} of {len(reported)} days."
        yield flag(seen, "RECORDING_GAP", written, fact)
