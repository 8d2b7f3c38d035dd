"""Ask pages for themselves and say what it cost."""

import gzip
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

WARM_UP = 2
ROUNDS = 11


@dataclass(frozen=True, slots=True)
class PageCost:
    """One page: median milliseconds of the processor, as a ratio to the bare page, queries, gzipped."""

    name: str
    median_ms: float
    ratio: float
    queries: int
    gzipped_bytes: int


def page_costs(client: Client, pages: Mapping[str, str], bare: str = "/bare/") -> list[PageCost]:
    """Measure each page in turn with the bare one, so that a slow moment of the machine hits both."""
    return [_cost(client, name, url, bare) for name, url in pages.items()]


def _cost(client: Client, name: str, url: str, bare: str) -> PageCost:
    with CaptureQueriesContext(connection) as queries:
        body = _get(client, url)
        asked = len(queries)  # the next page forgets them
    for _ in range(WARM_UP):
        _seconds(client, url), _seconds(client, bare)
    pairs = [(_seconds(client, bare), _seconds(client, url)) for _ in range(ROUNDS)]
    ratio = statistics.median(page / yardstick for yardstick, page in pairs)
    median = statistics.median(page for _, page in pairs)
    return PageCost(name, median * 1000, ratio, asked, len(gzip.compress(body)))


def _seconds(client: Client, url: str) -> float:
    started = time.process_time()
    _get(client, url)
    return time.process_time() - started


def _get(client: Client, url: str) -> bytes:
    response = client.get(url, secure=True)
    if response.status_code != 200:
        raise RuntimeError(f"{url} answered {response.status_code}; there is nothing to measure")
    return b"".join(response)


def memory_mb(process: int | str = "self") -> int | None:
    """Return what a process holds in memory now, in MB; None where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024)
