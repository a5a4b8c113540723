"""pandoc and poppler: what a foreign reader finds in a Word file and in a PDF."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.judges.tools import SHARED

SECONDS = 60


def pandoc(docx: Path) -> dict[str, Any]:
    """Return pandoc's own tree of the file: ``blocks`` is the list of its blocks, ``meta`` its properties."""
    tree: dict[str, Any] = json.loads(pandoc_text(docx, "json"))
    return tree


def pandoc_text(docx: Path, to: str = "plain") -> str:
    """Return the file as one of pandoc's formats, ``plain`` by default, paragraphs unwrapped."""
    return _output("pandoc", "--from=docx", f"--to={to}", "--wrap=none", docx)


def pdf_text(pdf: Path, *, layout: bool = False) -> str:
    """Return the text of the file in the order of its content, or placed as on the page."""
    return _output("pdftotext", "-enc", "UTF-8", *(["-layout"] if layout else []), pdf, "-")


def words_lost(source: Path, built: Path) -> list[str]:
    """Return the runs of words of a source text that the .docx or .pdf built from it does not hold, in order."""
    return words_kept(source, built)[1]


def words_kept(source: Path, built: Path) -> tuple[float, list[str]]:
    """Return how many of a hundred words of a source text the .docx or .pdf holds in order, and the runs lost."""
    command: list[str | Path] = [sys.executable, SHARED / "tools/fidelity.py", source, built, "--missing", "100000"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    share = re.search(r"words in order \((.*)%\)", run.stdout)
    assert share, run.stderr
    return float(share[1]), [line for line in run.stdout.splitlines() if line.startswith("  lost ")]


def _output(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS).stdout
