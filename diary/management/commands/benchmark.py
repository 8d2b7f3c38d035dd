"""`manage.py benchmark`: pages at 1,000, 10,000 and 50,000 episodes beside the bare Django page."""

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from diary.benchmark import links, load, reports, trying
from diary.benchmark.diaries import fill
from diary.benchmark.measure import memory_mb, page_costs
from diary.models import Episode, User
from diary.periods import Period

SIZES = (1_000, 10_000, 50_000)
YEAR_OF_A_BUSY_DIARY = 5_100
DECADE, DECADE_DAYS = 20_000, 3_650
"""Episodes and days of the one diary that shows what a longer period costs."""
ROW = "{:<20}{:>10}{:>10}{:>8}{:>9}{:>11}{:>17}"


def pages(user: User) -> dict[str, str]:
    """Return the pages with a speed target, by the name the targets use."""
    today = user.today(timezone.now())
    year = Period.ending(today, 365, user.timezone)
    month = Period.ending(today, 28, user.timezone)
    return {
        "Today": "/today/",
        "Diary list": "/diary/",
        "Calendar": "/diary/calendar/",
        "Patterns, 4 weeks": "/patterns/time/",
        "Patterns, 3 months": "/patterns/time/?span=3m",
        "Patterns, a year": "/patterns/time/?span=1y",
        "Places, 4 weeks": "/patterns/places/",
        "Places, a year": "/patterns/places/?span=1y",
        "Triggers": "/patterns/triggers/",
        "Look it over": "/report/",
        "Report, 4 weeks": f"/report/preview/?from={month.first}&to={month.last}",
        "Report, a year": f"/report/preview/?from={year.first}&to={year.last}",
    }


def periods(user: User) -> dict[str, str]:
    """Return Patterns over longer and longer periods of one diary."""
    decade = Period.ending(user.today(timezone.now()), DECADE_DAYS, user.timezone)
    whole = f"?from={decade.first}&to={decade.last}"
    return {
        "Patterns, 4 weeks": "/patterns/time/",
        "Patterns, a year": "/patterns/time/?span=1y",
        "Patterns, 10 years": f"/patterns/time/{whole}",
        "Places, 4 weeks": "/patterns/places/",
        "Places, 10 years": f"/patterns/places/{whole}",
    }


class Command(BaseCommand):
    help = "Measure pages, queries, bytes and memory on invented diaries in a temporary folder"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="EPISODES")
        parser.add_argument(
            "--links",
            nargs="*",
            choices=links.PARTS,
            metavar="PART",
            help=f"simulate how often the links are wrong; takes an hour, or one of {', '.join(links.PARTS)}",
        )
        parser.add_argument(
            "--experiments",
            action="store_true",
            help="simulate how often an experiment is wrong; minutes too",
        )
        parser.add_argument("--diaries", type=int, default=1_000, help="invented diaries per cell of those")
        parser.add_argument("--real", type=Path, metavar="FOLDER", help="real diaries for a placebo test")
        parser.add_argument(
            "--load",
            nargs="?",
            const="",
            metavar="DATABASE_URL",
            help="eight people at once, on SQLite or on an empty PostgreSQL database",
        )
        parser.add_argument("--report", action="store_true", help="printed reports: time, pages and memory")
        steps = ("fill", "measure", "print_reports", "sign_in", "count")
        parser.add_argument("--step", choices=steps, help="used by the command itself")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["links"] is not None:
            parts = options["links"] or links.PARTS
            return links.measure(self.stdout.write, parts, options["diaries"], options["real"])
        if options["load"] is not None:
            return load.measure(self.stdout.write, max(options["sizes"]), options["load"])
        if options["experiments"]:
            return trying.measure(self.stdout.write, options["diaries"])
        if options["report"]:
            return self.stdout.write(self.printed_apart(YEAR_OF_A_BUSY_DIARY, "print_reports"))
        if options["step"]:
            return getattr(self, options["step"])(options["sizes"][0])
        self.print_table({size: self.run_apart(size) for size in options["sizes"]})
        self.print_decade(self.run_apart(DECADE))
        return None

    def run_apart(self, size: int) -> dict[str, Any]:
        """Return what was measured at a size."""
        return json.loads(self.printed_apart(size, "measure"))

    def printed_apart(self, size: int, step: str) -> str:
        """Fill and measure in processes of their own: memory is that of a worker, nothing real is touched."""
        with tempfile.TemporaryDirectory() as folder:
            environment = {
                **os.environ,
                "DIARY_DATA": folder,
                "DEBUG": "false",
                "SITE_URL": "https://localhost",
            }
            environment.pop("DATABASE_URL", None)
            for each in ("fill", step):
                command = [sys.executable, "manage.py", "benchmark", "--step", each, "--sizes", str(size)]
                printed = subprocess.run(
                    command,
                    env=environment,
                    cwd=settings.BASE_DIR,
                    check=True,
                    stdout=subprocess.PIPE,
                    text=True,
                ).stdout
        return printed

    def print_reports(self, size: int) -> None:
        reports.measure(self.stdout.write, User.objects.get(username="benchmark"), timezone.now())

    def fill(self, size: int) -> None:
        call_command("migrate", verbosity=0)
        user = User.objects.create_user("benchmark", timezone="Europe/London")
        fill(user, size, timezone.now(), DECADE_DAYS if size == DECADE else None)

    def sign_in(self, _: int) -> None:
        client = Client()
        client.force_login(User.objects.get(username="benchmark"))
        self.stdout.write(client.cookies[settings.SESSION_COOKIE_NAME].value)

    def count(self, _: int) -> None:
        self.stdout.write(str(Episode.objects.count()))

    def measure(self, size: int) -> None:
        with override_settings(ROOT_URLCONF="diary.benchmark.bare_page", ALLOWED_HOSTS=["*"], STORAGES=PLAIN):
            client, user = Client(), User.objects.get(username="benchmark")
            client.force_login(user)
            client.get("/bare/", secure=True)
            before = memory_mb()
            costs = page_costs(client, periods(user) if size == DECADE else pages(user))
        size_mb = (Path(settings.DATA_FOLDER) / "diary.sqlite3").stat().st_size / 1e6
        facts = {
            "costs": [asdict(cost) for cost in costs],
            "memory_mb": memory_mb(),
            "bare_memory_mb": before,
        }
        self.stdout.write(json.dumps({**facts, "database_mb": size_mb}))

    def print_table(self, results: dict[int, dict[str, Any]]) -> None:
        columns = ("page", "episodes", "ms", "ratio", "queries", "gzip kB", "to the smallest")
        self.stdout.write(ROW.format(*columns))
        smallest = results[min(results)]["costs"]
        for index, yardstick in enumerate(smallest):
            for size, result in results.items():
                self.stdout.write(self.row(size, result["costs"][index], yardstick))
        self.stdout.write("\nms: of the processor, so that what else runs on the machine counts little")
        self.stdout.write("ratio: to the bare signed-in page of 50 rows, measured in turn with the page")
        for size, result in results.items():
            memory, bare = result["memory_mb"], result["bare_memory_mb"]
            self.stdout.write(
                f"{size:>8,} episodes: worker {memory} MB after all pages, {bare} MB after the bare"
            )
            self.stdout.write(f"{'':>8}  database {result['database_mb']:.1f} MB")

    def print_decade(self, result: dict[str, Any]) -> None:
        self.stdout.write(
            f"\nOne diary of {DECADE:,} episodes in {DECADE_DAYS:,} days, over longer periods\n"
        )
        self.stdout.write(ROW.format("page", "episodes", "ms", "ratio", "queries", "gzip kB", "to the first"))
        for cost in result["costs"]:
            self.stdout.write(self.row(DECADE, cost, result["costs"][0]))

    def row(self, size: int, cost: dict[str, Any], yardstick: dict[str, Any]) -> str:
        growth = cost["median_ms"] / yardstick["median_ms"]
        figures = (f"{cost['median_ms']:.1f}", f"{cost['ratio']:.1f}", cost["queries"])
        size_kb = f"{cost['gzipped_bytes'] / 1000:.1f}"
        return ROW.format(cost["name"], f"{size:,}", *figures, size_kb, f"{growth:.2f}")


PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
