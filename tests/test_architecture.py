"""The arrows between the rooms point one way, as the README draws them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

DIARY = Path(__file__).parent.parent / "diary"
LEAVES = {"periods", "vocabulary", "quantities"}
MODELS = LEAVES | {"models"}

# What each room may import of the others.
MAY_IMPORT = {
    "periods": set(),
    "vocabulary": {"periods"},
    "quantities": {"periods", "vocabulary"},
    "models": LEAVES,
    "forms": MODELS,
    "transfer": MODELS | {"forms"},
    "analysis": MODELS,
    "charts": {"periods", "quantities", "vocabulary"},
    "report": MODELS | {"analysis", "charts"},
    "middleware": MODELS,
    "context": MODELS,
    "templatetags": MODELS | {"analysis", "charts"},
    "migrations": MODELS,
}
LAST = {"views", "api", "management", "apps", "accounts", "context", "urls", "benchmark", "demo"}


def sources(folder: Path = DIARY) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(DIARY).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    names = imported_names(ast.parse(path.read_text(encoding="utf-8")))
    return {name.split(".")[1] for name in names if name.startswith("diary.")}


def imported_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the room they come from"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_imports_point_one_way() -> None:
    inside = [path for path in sources() if room_of(path) in MAY_IMPORT]
    wrong = {path: imported_rooms(path) - {room_of(path)} - MAY_IMPORT[room_of(path)] for path in inside}
    assert {str(path): rooms for path, rooms in wrong.items() if rooms} == {}


def test_every_room_is_known() -> None:
    rooms = {room_of(path) for path in sources()} - {"__init__"}
    assert rooms <= MAY_IMPORT.keys() | LAST


def test_nothing_imports_the_rooms_at_the_end_of_the_way() -> None:
    assert not {room for rooms in MAY_IMPORT.values() for room in rooms} & LAST


def test_queries_are_written_in_models_alone() -> None:
    query = re.compile(r"objects\.all\(|\.filter\(|\.exclude\(")
    elsewhere = [path for path in sources() if room_of(path) not in ("models", "migrations")]
    assert [path for path in elsewhere if query.search(path.read_text(encoding="utf-8"))] == []


def test_the_clock_is_read_outside_and_passed_in() -> None:
    clock = re.compile(r"timezone\.now\(|datetime\.now\(|date\.today\(|time\.time\(")
    rooms = [DIARY / room for room in ("analysis", "charts", "report")]
    assert [path for room in rooms for path in sources(room) if clock.search(path.read_text())] == []
