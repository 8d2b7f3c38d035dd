"""What the parts behind page 1 are made of: words, pictures and lists, the same on the page and on paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from diary.charts.axis import plural
from diary.charts.svg import escaped
from diary.report.pictures import Picture

NONE = "-"
"""Stands where nothing was recorded or said; never a zero."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list; a narrow one is as wide as its words, the wide ones share the rest."""

    name: str
    is_number: bool = False
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list whose foot says how many of how many entries it shows."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    shown: str

    @property
    def markup(self) -> SafeString:
        """The list as HTML; written here, because a template takes 20 times as long for a year of days."""
        head = "".join(
            f'<th scope="col"{_class(column)}>{escaped(column.name)}</th>' for column in self.columns
        )
        body = "".join(f"<tr>{''.join(self._cells(row))}</tr>" for row in self.rows)
        return mark_safe(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")  # noqa: S308

    def _cells(self, row: tuple[str, ...]) -> Iterator[str]:
        first, *others = zip(self.columns, row, strict=True)
        yield f'<th scope="row"{_class(first[0])}>{escaped(first[1])}</th>'
        for column, words in others:
            yield f"<td{_class(column)}>{escaped(words)}</td>"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a part, kept together on paper where it has a picture; `key` explains the signs in it."""

    title: str = ""
    words: tuple[str, ...] = ()
    picture: Picture | None = None
    listing: Listing | None = None
    key: str = ""
    is_rtl: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A chosen part of the appendix; without a block there is nothing recorded."""

    code: str
    title: str
    blocks: tuple[Block, ...]


def listing(
    columns: Iterable[Column], rows: Iterable[tuple[str, ...]], noun: str, total: int | None = None
) -> Listing | None:
    """Return the list with its count: "26 of 26 days shown."; None without a row."""
    found = tuple(rows)
    if not found:
        return None
    every = len(found) if total is None else total
    return Listing(tuple(columns), found, f"{len(found):,} of {plural(every, noun, _many(noun))} shown.")


def _class(column: Column) -> str:
    kinds = {"number": column.is_number, "wide": column.is_wide}
    names = " ".join(name for name, has in kinds.items() if has)
    return f' class="{names}"' if names else ""


def _many(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun != "day" else f"{noun}s"
