"""Documents of random parts keep every word and every rule of tagging, wherever their pages end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from attrs import evolve

from csp_docs.blocks import (
    Block,
    Blocks,
    Callout,
    Caption,
    Document,
    Figure,
    Frame,
    Grid,
    GridCell,
    Lines,
    List,
    PageBreak,
    Paragraph,
    Quote,
    RowGroup,
    Section,
    Text,
)
from csp_docs.blocks.counters import NumberPattern
from tests import sample
from tests.judges.verapdf import faults
from tests.printing import render_pdf
from tests.sample import p, t
from tests.writers.pdf.making import THEME, noted, table
from tests.writers.pdf.reading import spoken
from tests.writers.pdf.test_tags import all_heard
from tests.writers.pdf.things import PENDING, figure, steps

WORDS = (
    "crime", "disorder", "anti-social", "strategy", "re-offending", "£12,000", "2011-14", "partnership’s", "a", "of",
)  # fmt: skip
SEEDS = range(8)
JUDGED = (1, 2)
"""The judge takes seconds for each document."""


class Author:
    """Writes documents of random parts; the seed says which."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.notes = 0

    def document(self) -> Document:
        blocks = tuple(self.section(0) for _ in range(self.random.randint(1, 4)))
        return evolve(sample.document(), blocks=(sample.COVER, *blocks))

    def words(self, most: int) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, most)))

    def section(self, depth: int) -> Section:
        blocks: list[Block] = [self.block(0) for _ in range(self.random.randint(1, 7))]
        if depth < 3 and self.random.random() < 0.4:
            blocks.append(self.section(depth + 1))
        title = t(self.words(12)) if self.random.random() < 0.8 else ()
        number = self.random.choice(("", "1.0", "12.34.56.78")) if title else ""
        return Section(title, tuple(blocks), number=number)

    def blocks(self, depth: int) -> Blocks:
        return tuple(self.block(depth) for _ in range(self.random.randint(1, 3)))

    def block(self, depth: int) -> Block:
        makers: list[Callable[[], Block]] = [self.paragraph, self.paragraph, self.noted, self.lines]
        if depth < 3:
            makers += [lambda: self.list(depth), lambda: self.table(), lambda: Callout(self.blocks(3), t("Title"))]
            makers += [lambda: Quote(self.blocks(3), t(self.words(4))), self.grid, self.figure, self.pending]
        if depth == 0:
            makers.append(PageBreak)
        return self.random.choice(makers)()

    def paragraph(self) -> Paragraph:
        return p(self.words(200), self.random.choice(("", "1.1", "100.100.100")))

    def noted(self) -> Paragraph:
        self.notes += 1
        return noted(self.words(40), self.notes, self.words(60))

    def lines(self) -> Lines:
        return Lines(tuple(t(self.words(5)) for _ in range(self.random.randint(1, 4))))

    def list(self, depth: int) -> List:
        marker = self.random.choice((None, NumberPattern.parse("(a)"), NumberPattern.parse("I.")))
        return List(tuple(self.blocks(depth + 1) for _ in range(self.random.randint(1, 8))), marker)

    def table(self) -> Block:
        columns = self.random.randint(1, 5)
        rows = tuple(tuple(self.cell() for _ in range(columns)) for _ in range(self.random.randint(1, 20)))
        caption = self.random.choice((None, Caption("Table", t(self.words(9)), 1)))
        return evolve(table(1, columns), groups=(RowGroup(rows, t(self.words(3))),), totals=(rows[0],), caption=caption)

    def grid(self) -> Grid:
        return Grid(tuple(GridCell(self.blocks(3), t(self.words(3))) for _ in range(self.random.randint(1, 5))))

    def figure(self) -> Figure:
        content = self.random.choice(
            (steps(*(self.words(9) for _ in range(self.random.randint(1, 20)))), Frame(PENDING))
        )
        return figure(content, self.random.choice(("", self.words(9))), source=t(self.words(5)))

    def pending(self) -> Paragraph:
        return Paragraph((Text("before "), evolve(PENDING, text=self.words(60)), Text(" after")))

    def cell(self) -> Blocks:
        makers: list[Callable[[], Block]] = [self.noted, lambda: self.list(2), *[lambda: p(self.words(5))] * 12]
        return (self.random.choice(makers)(),)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_is_heard_in_order(seed: int) -> None:
    document = Author(seed).document()
    assert all_heard(document) == spoken(document)


@pytest.mark.needs("java")
def test_random_documents_keep_both_standards(tmp_path: Path) -> None:
    files = [tmp_path / f"{seed}.pdf" for seed in JUDGED]
    for seed, file in zip(JUDGED, files, strict=True):
        file.write_bytes(render_pdf(Author(seed).document(), THEME))
    assert faults(files) == []


@pytest.mark.needs("java")
def test_the_sample_keeps_both_standards(tmp_path: Path) -> None:
    file = tmp_path / "sample.pdf"
    file.write_bytes(render_pdf(evolve(sample.document(), marking="OFFICIAL"), THEME))
    assert faults([file]) == []
