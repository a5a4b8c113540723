"""Maps in the PDF: vectors in one Figure that says where it stands, hatching where there is no number."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests import tagtree
from tests.judges.verapdf import faults
from tests.map_sample import composed
from tests.printing import render_pdf


def rendered() -> bytes:
    return render_pdf(*composed())


def test_a_map_is_one_figure_with_its_words_and_a_table_follows() -> None:
    root = tagtree.read(rendered()).root
    [figure] = root.all("Figure")
    assert figure.attributes["Alt"].startswith("Map of 12 areas")
    words = figure.text().split()
    assert words[:10] == ["9", "7", "2", "4", "10", "1", "3", "4", "8", "6"]
    assert " ".join(words).endswith("7 to 9: 2 areas No figure: 1 area")
    [table] = root.all("Table")
    assert [row.text() for row in table.all("TR")][:3] == ["RankAreaOffences", "1Market Place160", "2Castle104"]


def test_areas_are_vectors_filled_by_the_even_odd_rule(tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"
    path.write_bytes(rendered())
    with pikepdf.open(path) as pdf:
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
        assert not any("/XObject" in page.Resources for page in pdf.pages)
    assert content.count(b" B*") == 11 + 5
    assert content.count(b" W* n") == 2


def test_the_same_bytes_each_time() -> None:
    assert rendered() == rendered()


@pytest.mark.needs("java")
def test_a_map_keeps_both_standards(tmp_path: Path) -> None:
    file = tmp_path / "map.pdf"
    file.write_bytes(rendered())
    assert faults([file]) == []
