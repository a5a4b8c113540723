"""Signs, quotation marks and spaces as Word and a reader of the PDF find them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from csp_docs import Facts, Measure, Performance, Table, highlight_report, save
from tests.docx_file import WordFile, text
from tests.small import COUNCIL

CELLS = {
    "- 149": "− 149",
    "+ 149": "+ 149",
    "-19.9%": "−19.9%",
    "1. first": "1. first",
    "# 1": "# 1",
    "* x": "* x",
    'the council\'s "own" words': "the council’s “own” words",
    "2019-2024": "2019–2024",
    "10 km in 6' 2\"": "10 km in 6′ 2″",
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("signs")
    figures = Performance([Measure("- 5 is the change", 5, note="+ 4 since May")])
    report = (
        highlight_report("It's -5", council=COUNCIL)
        .position(Table(["Area", "Change"], [["Kent", cell] for cell in CELLS]), Facts({"Change": "- 1,685"}), figures)
        .activity("+ 20 officers were hired")
    )
    return save(report, folder / "signs.docx", folder / "signs.pdf")


def test_word_has_them(files: tuple[Path, ...]) -> None:
    found = [text(paragraph).replace("\u00a0", " ") for paragraph in WordFile(files[0].read_bytes()).paragraphs()]
    expected = [*CELLS.values(), "− 1,685", "− 5 is the change", "+ 20 officers were hired", "It’s −5"]
    assert [words for words in expected if words not in found] == []


def test_a_reader_of_the_pdf_finds_them(files: tuple[Path, ...], pdf_text: Callable[..., str]) -> None:
    found = pdf_text(files[1], layout=True).splitlines()
    shown = {"".join(line.split()).removeprefix("Kent") for line in found}
    expected = [*CELLS.values(), "Change − 1,685", "− 5 is the change 5", "+ 20 officers were hired", "It’s −5"]
    assert [words for words in expected if "".join(words.split()) not in shown] == []
    assert "\u00a0" not in "".join(found)  # poppler, and who copies or searches, finds a space


def test_text_is_printed_as_it_is_typed(tmp_path: Path) -> None:
    council = {"council": {"name": "King's Council"}, "typography": "as_typed", "terms": {"foreword": "Chair's words"}}
    report = highlight_report("It's -5", council=council).position('{{ council.name }}: "2019-2024"', "- 149 km")
    (file,) = save(report, tmp_path / "typed.docx")
    found = [text(paragraph) for paragraph in WordFile(file.read_bytes()).paragraphs()]
    assert "It's -5" in found
    assert 'King\'s Council: "2019-2024"' in found
    assert "- 149 km" in found
