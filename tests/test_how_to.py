"""The programs of the how-to pages do what the pages say: a service, many reports, and papers at night."""

from __future__ import annotations

import asyncio
import csv
import re
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from csp_docs import from_dict, render
from csp_docs.cli import main
from tests.gallery import tutorial
from tests.test_docs import ROOT, code_blocks

HOW_TO = ROOT / "docs" / "how-to"
REQUESTS = 40
KEYS = {"kind": "highlight_report", "council": "harborough", "title": "Road safety", "rag": "green"}
PARTNERSHIPS = 314
NAME, CODE = "Community Safety Partnership name", "Community Safety Partnership code"
Given = Callable[[str], None]


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Given:
    """``given(page)``: the files of a page are in the working folder."""

    def write(page: str) -> None:
        monkeypatch.chdir(tmp_path)
        for block in code_blocks(HOW_TO / page):
            if block.file:
                block.write()

    return write


def test_forty_requests_at_once_get_the_same_bytes(given: Given) -> None:
    given("service.md")
    answers = asyncio.run(_answers([("pdf", KEYS), ("docx", KEYS)] * (REQUESTS // 2)))
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.content for answer in answers[::2]} == {_rendered("pdf")}
    assert {answer.content for answer in answers[1::2]} == {_rendered("docx")}
    assert answers[0].headers["content-type"] == "application/pdf"


def test_a_request_with_mistakes_gets_all_of_them(given: Given) -> None:
    given("service.md")
    wrong = {**KEYS, "rag": "purple", "titel": "T"}
    secret = {**KEYS, "council": "../council.yaml"}
    [mistakes, outside, format_] = asyncio.run(_answers([("pdf", wrong), ("pdf", secret), ("odt", KEYS)]))
    assert [answer.status_code for answer in (mistakes, outside, format_)] == [422, 422, 422]
    assert {word for word in ("CSP201", "CSP206") if word in mistakes.text} == {"CSP201", "CSP206"}
    assert "CSP304" in outside.text


def test_reports_are_made_of_all_rows_but_the_wrong_one_which_is_reported(given: Given) -> None:
    given("many-reports.md")
    lines, problems = _run("reports.py")
    assert lines == [
        "1 of 3: Anytown",
        "2 of 3: Otherton",
        "3 of 3: Newtown",
        "2 reports were made. Failed: Newtown",
    ]
    [shown] = [line for line in _page("many-reports.md").splitlines() if line.startswith("    Newtown failed")]
    assert problems[0] == shown.strip()
    assert sorted(path.name for path in Path("reports").iterdir()) == [
        f"E2200090{number}.{ending}" for number in (1, 2) for ending in ("docx", "pdf")
    ]
    assert len(Path("reports.py").read_text(encoding="utf-8").splitlines()) < 40


@pytest.mark.needs("shared")
def test_reports_are_made_of_the_published_table(given: Given, shared: Path) -> None:
    given("many-reports.md")
    table = shared / "data" / "ons_csp_recorded_crime_ye_dec_2024_england_wales.csv"
    Path("crime.csv").write_bytes(table.read_bytes())
    with Path("crime.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    lines, problems = _run("reports.py")
    assert problems == []
    assert lines[:-1] == [f"{number} of {PARTNERSHIPS}: {row[NAME]}" for number, row in enumerate(rows, 1)]
    assert lines[-1] == f"{PARTNERSHIPS} reports were made. Failed: none"
    made = {path.name for path in Path("reports").iterdir()}
    assert made == {f"{row[CODE]}.{ending}" for row in rows for ending in ("docx", "pdf")}


def test_at_night_papers_with_errors_keep_their_old_files_and_are_counted(given: Given) -> None:
    given("nightly.md")
    Path("papers/wrong.yaml").write_text("kind: plan\n", encoding="utf-8")
    Path("published").mkdir(exist_ok=True)
    Path("published/wrong.pdf").write_text("that of yesterday", encoding="utf-8")
    lines, problems = _run("nightly.py")
    assert lines == ["1 papers were not built."]
    assert problems[0] == "papers/wrong.yaml was not built:"
    assert Path("published/wrong.pdf").read_text(encoding="utf-8") == "that of yesterday"
    assert sorted(path.name for path in Path("published").iterdir()) == ["safer.docx", "safer.pdf", "wrong.pdf"]


def test_what_is_owed_is_printed_as_the_page_shows_it(given: Given) -> None:
    given("pending.md")
    result = CliRunner().invoke(main, ["pending", "plan.yaml"])
    shown = "".join(f"    {line}\n" for line in result.stdout.splitlines())
    assert shown in _page("pending.md")


def test_the_tutorial_shows_what_the_command_says_of_two_mistakes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report = tutorial(tmp_path).source
    mistakes = report.read_text(encoding="utf-8").replace("2026-03-10", "10/03/2026").replace("\nrecomm", "\nrecom")
    report.write_text(mistakes, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "report.yaml"])
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    shown = [
        line.strip().removesuffix("…") for line in re.findall(r"^    (?:report\.yaml|  hint).*$", page, re.MULTILINE)
    ]
    assert len(shown) == 4
    assert all(line.strip().startswith(words) for line, words in zip(result.stdout.splitlines(), shown, strict=True)), (
        result.stdout
    )


async def _answers(wanted: list[tuple[str, dict[str, Any]]]) -> list[httpx.Response]:
    """Return the answers of the service to requests that come at once."""
    app = runpy.run_path("service.py")["app"]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://service") as client:
        return await asyncio.gather(*(client.post(f"/documents/{ending}", json=keys) for ending, keys in wanted))


def _rendered(ending: str) -> bytes:
    return render(from_dict(KEYS), "pdf" if ending == "pdf" else "docx")


def _run(script: str) -> tuple[list[str], list[str]]:
    """Return what a script prints, and what it reports."""
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    return done.stdout.splitlines(), done.stderr.splitlines()


def _page(name: str) -> str:
    return (HOW_TO / name).read_text(encoding="utf-8")
