"""What a plain document loads: parsers, libraries and modules that it does not need stay out, so that it is quick."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

PLAN = """\
kind: plan
council: {council: {name: Example District Council}}
title: Safer Streets
period: 2024/25
sections:
  - title: Background
    content:
      - Burglary is **rare**, and fell by 11% in {{ council.name }}.
      - [Fewer thefts, Fewer fires]
      - table: {caption: Offences, columns: [Offence, Number], rows: [[Burglary, "120"], [Theft, "1,204"]]}
"""
REPORT = """\
kind: cabinet_report
council: {council: {name: Example District Council}}
title: Safer Streets
meeting: {body: Cabinet, date: 2013-07-23}
recommendations:
  - note the report
sections:
  - title: Background
    content:
      - Burglary is **rare**, and fell by 11% in {{ council.name }}.
"""
PLAIN = {"plan": PLAN, "cabinet_report": REPORT}
CODE = """\
import atexit, sys
atexit.register(lambda: print(*sys.modules))
from csp_docs.cli import main
main()
"""

NEVER = (
    "jinja2",
    "markdown_it",
    "mdit_py_plugins",
    "csp_docs.builders",
    "csp_docs.compose.chart_data",
    "csp_docs.compose.content.charts",
    "csp_docs.compose.content.in_words",
    "csp_docs.compose.content.maps",
    "csp_docs.compose.content.performance",
    "csp_docs.compose.content.registers",
    "csp_docs.comparing.compared",
    "csp_docs.data",
    "csp_docs.documents.given",
    "csp_docs.drawing",
    "csp_docs.preview",
    "csp_docs.reading.areas",
    "csp_docs.reading.csv",
    "csp_docs.reading.meant",
    "csp_docs.reading.pictures",
    "csv",
    "duckdb",
    "fontTools",
    "narwhals",
    "num2words",
    "pandas",
    "polars",
    "pypdf",
    "starlette",
    "watchfiles",
)
BY_FORMAT = {
    "docx": ("PIL", "reportlab", "csp_docs.writers.pdf", "csp_docs.writers.word.drawings.charts"),
    "pdf": ("docx", "lxml", "csp_docs.writers.word", "csp_docs.writers.pdf.paint.art"),
    "html": (
        "PIL",
        "docx",
        "lxml",
        "reportlab",
        "csp_docs.writers.pdf",
        "csp_docs.writers.word",
        "csp_docs.writers.html.blocks.figures",
        "csp_docs.writers.html.drawings",
    ),
}
BY_KIND = {"plan": ("babel", "csp_docs.compose.reports"), "cabinet_report": ("csp_docs.compose.publications",)}
MOST_OF_OURS, MOST = {"docx": 241, "pdf": 225, "html": 207}, {"docx": 630, "pdf": 570, "html": 470}
"""The most modules that may be loaded: of the library, and in all."""

every_plain_document = pytest.mark.parametrize(
    ("kind", "to"), [(kind, to) for kind in PLAIN for to in BY_FORMAT], ids=str
)


@cache
def loaded(kind: str, to: str, folder: Path) -> frozenset[str]:
    """Return the modules that are loaded when a plain document has been built in a new process."""
    file = folder / f"{kind}.yaml"
    file.write_text(PLAIN[kind], encoding="utf-8")
    command = [sys.executable, "-c", CODE, "build", str(file), "--to", to, "--out", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return frozenset(run.stdout.splitlines()[-1].split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plain")


def within(modules: frozenset[str], rooms: tuple[str, ...]) -> list[str]:
    """Return the modules that are one of the ``rooms`` or inside one."""
    return sorted(name for name in modules if any(name == room or name.startswith(f"{room}.") for room in rooms))


@every_plain_document
def test_a_plain_document_loads_only_what_it_needs(kind: str, to: str, folder: Path) -> None:
    modules = loaded(kind, to, folder)
    assert "csp_docs.output.whole" in modules
    assert within(modules, (*NEVER, *BY_FORMAT[to], *BY_KIND[kind])) == []


@every_plain_document
def test_a_plain_document_loads_few_modules(kind: str, to: str, folder: Path) -> None:
    modules = loaded(kind, to, folder)
    assert len(within(modules, ("csp_docs",))) <= MOST_OF_OURS[to]
    assert len(modules) <= MOST[to]


@pytest.mark.parametrize("to", ["xlsx", "csv"])
def test_a_workbook_loads_nothing_that_draws_or_lays_out_pages(to: str, folder: Path) -> None:
    modules = loaded("plan", to, folder)
    unneeded = ("docx", "fontTools", "jinja2", "markdown_it", "reportlab", "csp_docs.drawing", "csp_docs.writers.pdf")
    assert within(modules, (*unneeded, "csp_docs.writers.word", *(("openpyxl",) if to == "csv" else ()))) == []
