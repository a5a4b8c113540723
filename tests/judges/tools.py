"""Which of the programs and files that some tests need are here."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.judges import verapdf

SHARED = Path(__file__).parents[3] / "shared"
"""Cases, seeds and tools that lie beside the repository and are no part of it."""

PROGRAMS = {
    "chromium": "Chromium",
    "soffice": "LibreOffice Writer",
    "localc": "LibreOffice Calc",
    "pandoc": "pandoc",
    "pdftotext": "poppler's pdftotext",
    "pdftohtml": "poppler's pdftohtml",
    "pdftoppm": "poppler's pdftoppm",
}
NAMES = (*PROGRAMS, "java", "shared")
NEEDED_BY_FIXTURE = {
    "browser": ("chromium",),
    "fidelity": ("shared", "pandoc", "pdftotext"),
    "ooxml_schemas": ("shared",),
    "pandoc": ("pandoc",),
    "pandoc_text": ("pandoc",),
    "pdf_text": ("pdftotext",),
    "shared": ("shared",),
    "soffice_contents": ("soffice",),
    "soffice_csvs": ("soffice", "localc"),
    "soffice_fods": ("soffice", "localc"),
    "soffice_pdf": ("soffice",),
    "soffice_pdfs": ("soffice",),
    "verapdf": ("java",),
    "words_kept": ("shared",),
    "workbook_schemas": ("shared",),
}


def needed(item: pytest.Item) -> list[str]:
    """Return what a test needs: its markers say so, and its fixtures."""
    fixtures: Sequence[str] = getattr(item, "fixturenames", ())
    by_fixture = [name for fixture in fixtures for name in NEEDED_BY_FIXTURE.get(fixture, ())]
    return by_fixture + [name for marker in item.iter_markers("needs") for name in marker.args]


@cache
def missing(name: str) -> str:
    """Return why ``name`` can't be used here, or ``""``."""
    match name:
        case "shared":
            return "" if SHARED.is_dir() else "there is no ../shared beside the repository"
        case "java":
            return _missing_java()
        case "chromium" if find_spec("playwright") is None:
            return "the package playwright is not installed"
        case _:
            return "" if shutil.which(name) else f"{PROGRAMS[name]} is not installed"


def _missing_java() -> str:
    absent = [program for program in ("java", "javac", "apt-get") if not shutil.which(program)]
    return f"veraPDF needs {', '.join(absent)}" if absent else verapdf.prepare()
