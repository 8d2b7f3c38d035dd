"""The look as numbers and words: contrast of the tokens, colours in one place, discreet and calm pages."""

import gzip
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

BASE = Path(__file__).parent.parent
STATIC = BASE / "diary" / "static" / "diary"
TOKENS = STATIC / "css" / "tokens.css"
TEMPLATES = sorted((BASE / "templates").rglob("*.html"))
SHEETS = sorted((STATIC / "css").glob("*.css"))
MODULES = sorted((STATIC / "js").glob("*.js"))

TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\);")
COLOURS = {name: (light, dark) for name, light, dark in TOKEN.findall(TOKENS.read_text(encoding="utf-8"))}
CODE = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
FORBIDDEN = (
    r"\b(?:attacks?|compliance|failed|missed|abnormal|causes?|normal|healthy|oops|please|invalid|streaks?"
    r"|(?-i:ALS|MND))\b"
)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


PAPERS = ("bg", "surface", "sunken")
SOFT = ("live", "ok", "note", "warn", "danger")
TEXT = [
    *[(ink, paper) for ink in ("ink", "ink2", "link", "primary") for paper in PAPERS],
    *[("ink", f"{name}-soft") for name in SOFT],
    *[("ink2", f"{name}-soft") for name in SOFT],
    *[(name, f"{name}-soft") for name in SOFT],
    *[(name, "surface") for name in SOFT],
    ("on-primary", "primary"),
    ("on-live", "live"),
    ("surface", "note"),
    ("chart-ink", "surface"),
]
EDGES = [
    *[("control", paper) for paper in ("bg", "surface")],
    *[(name, "bg") for name in ("primary", "live", "danger", "focus")],
    ("focus", "halo"),
    *[(f"series-{number}", "surface") for number in range(1, 5)],
    ("chart-neutral", "surface"),
    ("chart-hatch", "surface"),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "needed"), [(TEXT, 4.5), (EDGES, 3.0)], ids=["text", "edges"])
def test_colours_that_meet_stand_apart(pairs: list[tuple[str, str]], needed: float, scheme: int) -> None:
    ratios = {pair: contrast(COLOURS[pair[0]][scheme], COLOURS[pair[1]][scheme]) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < needed} == {}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_step_of_the_ramp_can_carry_words(scheme: int) -> None:
    inks = ("#FFFFFF", COLOURS["ink"][0]) if scheme == 0 else (COLOURS["ink"][1], COLOURS["bg"][1])
    best = [max(contrast(COLOURS[f"seq-{step}"][scheme], ink) for ink in inks) for step in range(5)]
    assert min(best) >= 4.5


def test_the_contrast_formula_knows_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_colours_are_written_in_the_token_file_alone() -> None:
    files = [path for path in [*SHEETS, *TEMPLATES] if path != TOKENS]
    found = {path.name: re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b", words(path)) for path in files}
    assert {name: colours for name, colours in found.items() if colours} == {}


def test_sheets_use_only_tokens_that_exist() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SHEETS)
    assert set(re.findall(r"var\(--([\w-]+)\)", text)) - set(re.findall(r"--([\w-]+):", text)) == set()


def in_files(pattern: str, files: Iterable[Path], read: Callable[[Path], str]) -> dict[str, list[str]]:
    """Return what a pattern finds, by file."""
    found = {path: re.findall(pattern, read(path), re.IGNORECASE) for path in files}
    return {str(path.relative_to(BASE)): words for path, words in found.items() if words}


def test_templates_say_nothing_that_judges_or_frightens() -> None:
    pages = [path for path in TEMPLATES if path.parent.name != "help"]
    assert in_files(FORBIDDEN, pages, lambda path: re.sub(r"<[^>]*>", " ", words(path))) == {}


def test_titles_do_not_say_what_is_kept() -> None:
    assert in_files("twitch|muscle|symptom|eyelid", TEMPLATES, titles) == {}


def titles(path: Path) -> str:
    return " ".join(re.findall(r"{% block (?:head_)?title %}(.*?){% endblock", written(path)))


def test_templates_carry_no_code_and_no_style_of_their_own() -> None:
    inline = r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=[\"']|hx-on|javascript:"
    assert in_files(inline, TEMPLATES, written) == {}


def test_nothing_comes_from_elsewhere() -> None:
    files = [*TEMPLATES, *SHEETS, *MODULES]
    found = in_files(r"https?:[^\"' ]*|[\"'(]//|@import", files, written)
    assert {word for words in found.values() for word in words} <= {"http://www.w3.org/2000/svg"}


def test_the_first_visit_is_light() -> None:
    """What Today loads, as far as its templates name it; a real browser counts all of it, the page too."""
    named = [
        path
        for path in TEMPLATES
        if path.parent.name == "today" or path.name in ("base.html", "_styles.html")
    ]
    files = {name for path in named for name in re.findall(r"static '(\S+\.(?:css|js))'", path.read_text())}
    loaded = [Path(str(finders.find(name))) for name in (*files, "django_htmx/htmx-2.min.js")]
    assert {"tap.js", "today.css"} < {path.name for path in loaded}
    assert (
        sum(len(gzip.compress(path.read_bytes())) for path in loaded) <= 40_000
    )  # leaves 20 kB for the page


def written(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def words(path: Path) -> str:
    """Return the file without template code."""
    return CODE.sub(" ", written(path))
