"""The report on paper: a tagged PDF of page 1 and the chosen parts, set by Typst from a fixed template."""

import json
import logging
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from diary.report.appendix import appendix
from diary.report.letters import font_folders, printable
from diary.report.page1 import page1
from diary.report.pictures import pictures
from diary.report.report import Report

TEMPLATE = Path(__file__).with_name("report.typ")
log = logging.getLogger(__name__)


@cache
def fonts() -> typst.Fonts:
    """Return the fonts of the report, found once: reading their folders takes 80 ms.

    The fonts of the machine stay out, so that the page is the same everywhere.
    """
    folders = [str(folder) for folder in font_folders()]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def as_pdf(report: Report) -> bytes:
    """Return the PDF. It is PDF/UA-1; where that cannot be, it is tagged all the same and the log says so."""
    compiler = typst.Compiler(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=fonts(),
        ignore_system_fonts=True,
        # What the person wrote goes in as data and never becomes markup.
        sys_inputs={"report": json.dumps(printable(_facts(report)))},
    )
    try:
        return cast("bytes", compiler.compile(format="pdf", pdf_standards="ua-1"))
    except typst.TypstError:
        log.warning("A report is not PDF/UA-1")
        return cast("bytes", compiler.compile(format="pdf"))


def _facts(report: Report) -> dict[str, Any]:
    """Return all that is printed as plain values."""
    return {
        "page1": asdict(page1(report)),
        "pictures": asdict(pictures(report)),
        "parts": [asdict(part) for part in appendix(report)],
    }
