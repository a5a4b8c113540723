"""Builds a document in memory for the preview. Whatever is in its files, the result can be shown."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from time import perf_counter
from traceback import extract_tb

from attrs import evolve

from csp_docs.documents.load import read_file
from csp_docs.errors import Code, CspDocsError, Problem, Severity, errors_in, in_order
from csp_docs.output.checked import checked
from csp_docs.output.files import printed
from csp_docs.preview.board import Board, Found, Printed
from csp_docs.preview.pictures import Pages
from csp_docs.reading.source import source_text

_GRAVEST_FIRST = tuple(Severity)
_LONGEST = 160
"""How much of a line is shown with a finding."""


def build(file: Path, board: Board, *, public: bool) -> None:
    """Build a document, and put the result on the ``board``; what was printed before stays there if it has errors."""
    board.now = evolve(board.now, is_building=True)
    start = perf_counter()
    number = board.now.number + 1
    findings: list[Problem] = []
    made = _printed(file, number, findings, public)
    board.now = evolve(
        board.now,
        number=number,
        time=_time(),
        seconds=perf_counter() - start,
        found=_with_lines(findings),
        printed=made or board.now.printed,
        is_building=False,
    )


def _printed(file: Path, number: int, findings: list[Problem], public: bool) -> Printed | None:
    """Return a document as it is printed, or nothing if it has errors; all findings are added to ``findings``."""
    try:
        document, said = read_file(file)
        findings += said
        complete = checked(document, public=public)
        findings += complete.findings
        if errors_in(findings):
            return None
        made = printed(complete, ("html", "pdf"))
        return Printed(complete.blocks.title, made["html"], Pages(made["pdf"]), number, _time())
    except CspDocsError as error:
        findings += error.findings
    except Exception as error:  # the preview must go on
        findings.append(_defect(error))
    return None


def _defect(error: Exception) -> Problem:
    """Return a finding about an error that nobody has thought of."""
    *_, last = extract_tb(error.__traceback__)
    fact = f"csp_docs has a defect: {type(error).__name__} in {Path(last.filename).name}:{last.lineno}: {error}"
    return Problem(Code.DEFECT, fact, "report it; for now, change the part of the document that you wrote last")


def _with_lines(findings: list[Problem]) -> tuple[Found, ...]:
    """Return findings, errors first, each with its line."""
    files: dict[str, list[str]] = {}
    ordered = sorted(in_order(findings), key=lambda finding: _GRAVEST_FIRST.index(finding.severity))
    return tuple(Found(finding, _line(finding, files)) for finding in ordered)


def _line(finding: Problem, files: dict[str, list[str]]) -> str:
    """Return the line that a finding is about, or nothing; ``files`` are those that are read already."""
    if not finding.line:
        return ""
    if finding.file not in files:
        files[finding.file] = _lines(finding.file)
    line = "".join(files[finding.file][finding.line - 1 : finding.line]).strip()
    return line[:_LONGEST] if any(map(str.isalnum, line)) else ""  # "- >-" says nothing


def _lines(file: str) -> list[str]:
    try:
        return source_text(Path(file), file, []).split("\n")
    except CspDocsError:
        return []


def _time() -> str:
    return f"{datetime.now():%H:%M:%S}"
