"""What foreign readers find in a Word file: pandoc, and LibreOffice by way of its PDF."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csp_docs.theme.theme import Theme
from tests.judges.readers import nodes, words
from tests.printing import render_docx
from tests.sample import document


@pytest.fixture(name="sample")
def sample_fixture(tmp_path: Path) -> Path:
    path = tmp_path / "sample.docx"
    path.write_bytes(render_docx(document(), Theme()))
    return path


def test_pandoc_reads_headings(sample: Path, pandoc: Callable[[Path], dict[str, Any]]) -> None:
    found = [(level, words(title)) for level, _, title in nodes(pandoc(sample)["blocks"], "Header")]
    assert found == [
        (1, "Introduction"),
        (2, "Funding"),
        (1, "Background"),
        (1, "Closing words"),
        (1, "The strategy"),
        (2, "Aims"),
    ]


def test_pandoc_reads_nested_bullets_and_the_start_of_a_list(
    sample: Path, pandoc: Callable[[Path], dict[str, Any]]
) -> None:
    blocks = pandoc(sample)["blocks"]
    [bullets] = [items for block in blocks if block["t"] == "BulletList" for items in [block["c"]]]
    assert [words(item[0]) for item in bullets] == ["the district", "the county", "the police"]
    assert [words(item) for item in bullets[1][1]["c"]] == ["adult care", "highways"]
    starts = [attributes[0] for attributes, _ in nodes(blocks, "OrderedList") if attributes[1]["t"] == "LowerAlpha"]
    assert starts == [3]


def test_pandoc_reads_tables_notes_and_links(sample: Path, pandoc: Callable[[Path], dict[str, Any]]) -> None:
    blocks = pandoc(sample)["blocks"]
    assert len(list(nodes(blocks, "Table"))) == 2
    assert [words(note).strip() for note in nodes(blocks, "Note")] == ["As amended in 2006."]
    addresses = [target[0] for _, _, target in nodes(blocks, "Link")]
    assert addresses[0] == "https://www.legislation.gov.uk/ukpga/1998/37/contents"


def test_pandoc_loses_nowords(sample: Path, pandoc: Callable[[Path], dict[str, Any]]) -> None:
    text = json.dumps(pandoc(sample)["blocks"])
    assert all(word in text for word in ("EXAMPLE", "Coalville", "Croeso", "provisional.", "Co-ordinator,", "12,000."))


def test_libreoffice_computes_what_the_fields_hold(
    sample: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    words = " ".join(pdf_text(soffice_pdf(sample), layout=True).split())
    assert "See the Act, Appendix 1 and Table 1.1 Croeso" in words
    assert "Table 1: Recorded crime by area" in words
    assert "Page 1 of 4" in words
    assert words.count("Safer Streets") == 2 + 3  # the title, the cover sheet, and the foot of three pages
