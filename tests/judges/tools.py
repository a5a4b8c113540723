"""Which of the programs and files that some tests need are here."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from tests.judges import verapdf

SHARED = Path(__file__).parents[3] / "shared"
"""Cases, seeds and tools that lie beside the repository and are no part of it."""

PROGRAMS = {
    "soffice": "LibreOffice Writer",
    "localc": "LibreOffice Calc",
    "pandoc": "pandoc",
    "pdftotext": "poppler's pdftotext",
}
NAMES = (*PROGRAMS, "java", "shared")


@cache
def missing(name: str) -> str:
    """Return why ``name`` can't be used here, or ``""``."""
    match name:
        case "shared":
            return "" if SHARED.is_dir() else "there is no ../shared beside the repository"
        case "java":
            return _missing_java()
        case _:
            return "" if shutil.which(name) else f"{PROGRAMS[name]} is not installed"


def _missing_java() -> str:
    absent = [program for program in ("java", "javac", "apt-get") if not shutil.which(program)]
    return f"veraPDF needs {', '.join(absent)}" if absent else verapdf.prepare()
