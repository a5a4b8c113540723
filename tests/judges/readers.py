"""pandoc and poppler: what a foreign reader finds in a Word file and in a PDF."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.judges.tools import SHARED

SECONDS = 60

_SENTENCE = 8
_NUMBER = re.compile(r"^\d+(\.\d+)*\.?\s+")


def pandoc(docx: Path) -> dict[str, Any]:
    """Return pandoc's own tree of the file: ``blocks`` is the list of its blocks, ``meta`` its properties."""
    tree: dict[str, Any] = json.loads(pandoc_text(docx, "json"))
    return tree


def pandoc_text(docx: Path, to: str = "plain", notes: str = "document") -> str:
    """Return the file as one of pandoc's formats, ``plain`` by default, paragraphs unwrapped.

    ``notes`` stand at the end of the ``document``, or each behind its ``block``.
    """
    return _output("pandoc", "--from=docx", f"--to={to}", "--wrap=none", f"--reference-location={notes}", docx)


def nodes(tree: Any, kind: str) -> Iterator[Any]:
    """Yield the contents of all nodes of ``kind`` ("Header") in a tree of pandoc's."""
    if isinstance(tree, dict):
        if tree.get("t") == kind:
            yield tree["c"]
        tree = list(tree.values())
    if isinstance(tree, list):
        for below in tree:
            yield from nodes(below, kind)


def words(tree: Any) -> str:
    """Return the words below a node of pandoc's."""
    return "".join(node.get("c", " ") for node in _leaves(tree))


def _leaves(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict) and tree.get("t") in ("Str", "Space", "SoftBreak", "LineBreak"):
        yield tree
    elif isinstance(tree, (dict, list)):
        for below in tree.values() if isinstance(tree, dict) else tree:
            yield from _leaves(below)


def pdf_text(pdf: Path, *, layout: bool = False) -> str:
    """Return the text of the file in the order of its content, or placed as on the page."""
    return _output("pdftotext", "-enc", "UTF-8", *(["-layout"] if layout else []), pdf, "-")


def words_lost(source: Path, built: Path) -> list[str]:
    """Return the runs of words of a source text that the .docx or .pdf built from it does not hold, in order."""
    command: list[str | Path] = [sys.executable, SHARED / "tools/fidelity.py", source, built, "--missing", "100000"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    assert "words in order" in run.stdout, run.stderr
    return [line for line in run.stdout.splitlines() if line.startswith("  lost ")]


def words_kept(source: str, printed: str) -> tuple[float, list[str]]:
    """Return the share of a source's words that a printed text holds in order, and the runs of words that it lacks.

    The words are those that fidelity.py sees, without the numbers of paragraphs. Sentences that stand whole in another
    place, as footnotes and captions may, are kept.
    """
    fidelity = _fidelity()
    paragraphs = (_NUMBER.sub("", paragraph) for paragraph in fidelity.source_paragraphs(source))
    wanted = [word for paragraph in paragraphs for word in fidelity.words(paragraph)]
    found = fidelity.words(printed)
    changes = SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes()
    missed = [wanted[begin:end] for kind, begin, end, _, _ in changes if kind in ("delete", "replace")]
    text = f" {' '.join(found)} "
    lost = [left for run in missed if (left := _not_elsewhere(run, text))]
    return 1 - sum(map(len, lost)) / len(wanted), [" ".join(run) for run in lost]


def _not_elsewhere(run: list[str], text: str) -> list[str]:
    """Return the words of ``run`` that belong to no sentence which ``text`` holds."""
    lost, at = list[str](), 0
    while at < len(run):
        end = at + _SENTENCE
        if end > len(run) or f" {' '.join(run[at:end])} " not in text:
            lost.append(run[at])
            at += 1
            continue
        while end < len(run) and f" {' '.join(run[at : end + 1])} " in text:
            end += 1
        at = end
    return lost


def _fidelity() -> ModuleType:
    spec = spec_from_file_location("fidelity", SHARED / "tools/fidelity.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _output(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS).stdout
