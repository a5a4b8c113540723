"""Titles of 300 characters are whole in both files: on covers, in heads, in contents and among the bookmarks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml

from csp_docs import load, save
from csp_docs.output.checked import checked
from tests.docx_file import WordFile, text
from tests.judges import pages

LENGTH = 300
PARTS = (4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15)
"""Tens of characters. With 80, it depends on a few points whether the page number is on the line of the title."""
SENTENCE = "Safer streets for all the residents and visitors of the district, with the police and the county council; "
COUNCIL = {"council": {"name": "Anytown Borough Council"}}
MEETING = {"meeting": {"body": "Cabinet", "date": "2013-07-23"}}


def title(name: str) -> str:
    return f"{name} {SENTENCE * 4}"[: LENGTH - 1] + "."


def sections() -> list[dict[str, Any]]:
    table = {"table": {"caption": title("Caption"), "columns": ["A", "B"], "rows": [["c", "d"]]}}
    below = {"title": title("Section"), "content": ["words", table]}
    return [{"title": title(f"Part {length}")[: length * 10], "content": ["words"]} for length in PARTS] + [
        {"title": title("Chapter"), "content": ["words"], "sections": [below]}
    ]


def appendices() -> list[dict[str, Any]]:
    return [{"title": title("Appendix"), "content": ["words"]}]


KINDS: dict[str, dict[str, Any]] = {
    "plan": {"contents": True, "period": "2026-2029", "sections": sections(), "appendices": appendices()},
    "strategic_assessment": {"contents": True, "period": "2026", "sections": sections()},
    "cabinet_report": {**MEETING, "purpose": "words", "recommendations": ["note"], "sections": sections(),
                       "appendices": appendices()},
    "scrutiny_report": {**MEETING, "sections": sections()},
    "highlight_report": {"position": ["words"]},
}  # fmt: skip


def squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.fixture(params=KINDS)
def built(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path, Path]:
    given = {"kind": request.param, "council": COUNCIL, "title": title("Title"), **KINDS[request.param]}
    source = tmp_path / "titles.yaml"
    source.write_text(yaml.safe_dump(given, sort_keys=False).replace("'2013-07-23'", "2013-07-23"), encoding="utf-8")
    pdf, docx = save(load(source), tmp_path / "titles.pdf", tmp_path / "titles.docx")
    return source, pdf, docx


def titles(kind: dict[str, Any]) -> list[str]:
    """Return all titles of a document in the order of its text."""
    return [title("Title"), *(_titles(kind.get("sections", []))), *(one["title"] for one in kind.get("appendices", []))]


def _titles(given: list[dict[str, Any]]) -> list[str]:
    return [each for one in given for each in (one["title"], *_titles(one.get("sections", [])))]


@pytest.mark.filterwarnings("ignore::csp_docs.DocumentWarning")
@pytest.mark.needs("pdftotext")
def test_long_titles_are_whole_in_both_files(
    built: tuple[Path, Path, Path], soffice_pdf: Callable[[Path], Path]
) -> None:
    source, pdf, docx = built
    printed, found = soffice_pdf(docx), checked(load(source))
    wanted = [squeezed(one) for one in titles(yaml.safe_load(source.read_text(encoding="utf-8")))]
    for file in (pdf, printed):
        words = squeezed("".join(word.text for page in pages.read(file) for word in page.words))
        assert [one for one in wanted if one not in words] == []
    word = [squeezed(text(paragraph)) for paragraph in WordFile(docx.read_bytes()).paragraphs()]
    assert [one for one in wanted if not any(one in paragraph for paragraph in word)] == []
    faults = pages.faults(pages.read(pdf), pages.Expected.of(found.blocks, found.theme))
    assert [fault for fault in faults if "…" not in fault] == []  # the running head, of one line, ends with an ellipsis
    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:
        marks = "".join(squeezed(item.title) for item in _all(outline.root))
    assert [one for one in wanted[1:] if one not in marks] == []
    assert [len(page) for page in lines(pdf)] == [len(page) for page in lines(printed)]


def lines(pdf: Path) -> list[list[int]]:
    """Return where the lines of each page of contents are; no other text of a document is compared here."""
    found = []
    for page in pages.read(pdf):
        if any(word.text == "Contents" for word in page.words):
            tops = sorted({round(word.top) for word in page.words if word.left < 200})
            found.append([top for top, above in zip(tops, [0, *tops], strict=False) if top - above > 5])
    return found


def _all(items: Any) -> list[Any]:
    return [one for item in items for one in (item, *_all(item.children))]
