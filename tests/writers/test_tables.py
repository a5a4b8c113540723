"""Tables of random columns: every figure is whole on its page in both files, and the columns have the same widths."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from attrs import field, frozen

from csp_docs import load, save
from csp_docs.blocks import Facts, Table
from csp_docs.blocks.walk import every_block
from csp_docs.output.checked import checked
from tests import tagtree
from tests.docx_file import W, WordFile, find_all
from tests.judges import pages

WORDS = ("crime", "of", "Responsibilities", "partnership’s", "Safety", "a", "neighbourhood", "Leicestershire")
ADDRESS = "https://www.example.gov.uk/statistics/recorded-crime-by-partnership/annex-{}.ods"
MAIL = "data_and_insight_team_{}@anytown-borough-council.example.gov.uk"
SIGNED = ("{}", "£{}", "−{}", "({})", "{}%", "£{}/hour", "{}.5")
SEEDS = (1, 2, 3)


@frozen
class Author:
    """Writes a plan of tables with 2 to 12 columns. ``figures`` has all the figures in them, each written once."""

    random: Random
    figures: list[str] = field(factory=list)

    def plan(self) -> dict[str, Any]:
        turned = {"landscape": [{"table": self.table(columns)} for columns in range(7, 13)]}
        upright = [{"table": self.table(columns)} for columns in (2, 3, 4, 5, 6) for _ in range(2)]
        facts = [{"facts": {f"{n} {self.cell()}": self.cell() for n in range(4)}} for _ in range(3)]
        section = {"title": "Tables", "content": [*upright, *facts, turned]}
        return {"kind": "plan", "council": {"council": {"name": "A"}}, "title": "Tables", "sections": [section]}

    def table(self, columns: int) -> dict[str, Any]:
        cell = self.cell if columns < 7 else self.short_figure
        names = [f"{n} {self.word()}" for n in range(columns)]
        given: dict[str, Any] = {"columns": names, "rows": [[cell() for _ in names] for _ in range(2)]}
        if self.random.random() < 0.3:
            given["widths"] = [self.random.randint(20, 40) for _ in names]
        return {**given, "total": [self.short_figure() for _ in names], "row_headers": self.random.random() < 0.3}

    def cell(self) -> str:
        kind = self.random.random()
        if kind < 0.2:
            return self.random.choice((ADDRESS, MAIL)).format(len(self.figures))
        return f"{self.word()} {self.figure()} {self.word()}" if kind < 0.4 else self.figure()

    def word(self) -> str:
        return self.random.choice(WORDS)

    def short_figure(self) -> str:
        return self.figure(SIGNED[:5])

    def figure(self, signed: tuple[str, ...] = SIGNED) -> str:
        figure = self.random.choice(signed).format(f"{len(self.figures) + 1234:,}")
        self.figures.append(figure)
        return figure


def split(figures: list[str], pdf: Path) -> list[str]:
    """Return the figures that are not one word on a page; those of a column with fractions are printed with zeros."""
    words = {word.text.replace(".0", "") for page in pages.read(pdf) for word in page.words}
    return [figure for figure in figures if figure.replace(".0", "") not in words]


@pytest.mark.filterwarnings("ignore::csp_docs.DocumentWarning")
@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_is_whole_and_columns_are_alike(
    seed: int, tmp_path: Path, soffice_pdf: Callable[[Path], Path]
) -> None:
    author, source = Author(Random(seed)), tmp_path / "tables.yaml"
    source.write_text(yaml.safe_dump(author.plan(), allow_unicode=True), encoding="utf-8")
    plan = load(source)
    pdf, docx = save(plan, tmp_path / "tables.pdf", tmp_path / "tables.docx")
    assert len(author.figures) > 100
    assert split(author.figures, pdf) == []
    assert split(author.figures, soffice_pdf(docx)) == []
    found = checked(plan)
    blocks = [block for block in every_block(found.blocks.blocks) if isinstance(block, Table | Facts)]
    word = WordFile(docx.read_bytes())
    shares = [[int(str(one.get(W + "w"))) for one in grid] for grid in find_all(word.body, "//w:tblGrid")]
    assert [[one / sum(grid) for one in grid] for grid in shares] == [
        pytest.approx(block.widths, abs=0.001) for block in blocks
    ]


def test_only_an_address_that_does_not_fit_has_marks_in_word_and_none_is_copied_from_the_pdf(tmp_path: Path) -> None:
    address = "https://www.example.gov.uk/government/statistics/recorded_crime/by_community_safety_partnership_2024.ods"
    table = {"table": {"columns": ["No", "Address", "Owner", "Count"], "rows": [["1", address, "Police", "2,410"]]}}
    source = tmp_path / "address.yaml"
    plan = {"kind": "plan", "council": {"council": {"name": "A"}}, "title": "Address", "sections": [
        {"title": "Where", "content": [table, f"The owner of {address[:40]} is not known."]}]}  # fmt: skip
    source.write_text(yaml.safe_dump(plan), encoding="utf-8")
    pdf, docx = save(load(source), tmp_path / "address.pdf", tmp_path / "address.docx")
    cells = [cell.text().strip() for cell in tagtree.read(pdf.read_bytes()).root.all("TD")]
    assert address in cells
    cell, line = (text for text in WordFile(docx.read_bytes()).numbered_texts() if "example" in text)
    assert cell.replace("\u200b", "") == address
    assert ("\u200b" in cell, "\u200b" in line) == (True, False)
