"""The public edition, in every format that there is: not a word of what is not for the public, all else as before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import has

from csp_docs import render
from csp_docs.api import numbered
from csp_docs.blocks import AreaMap, Chart, Figure, Reference, Table, walk
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code, RenderError
from csp_docs.model import CouncilDocument
from csp_docs.model.choices import FormatName
from csp_docs.model.parts import every_part, parts_of
from csp_docs.model.reach import classes_in, types_of
from csp_docs.output.formats import FORMATS
from csp_docs.output.printing import Printing
from tests.closed_sample import PAPERS, PLANTED, Planter, planted

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")


OF_TABLES = ("xlsx", "csv")
"""The formats that have the tables and charts of a document, and nothing else."""
NOT_PLANTED = {
    "Access.public_reason", "Access.public_title", "Appendix.label",  # for the public
    "AreaMap.key", "AreaMap.name", "AreaMap.values", "MeasureGroup.measures", "Partner.under", "Performance.measures",
    "Amount.unit", "Figure.width", "Generated.generate", "ListOf.name", "Measure.unit", "Numbered.style",
    "Table.align", "Action.rag", "Risk.impact", "Risk.likelihood", "Residual.impact", "Residual.likelihood",
    # names and choices
}  # fmt: skip
"""What holds no words of an author's, or words for the public."""


@pytest.fixture
def paper(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[CouncilDocument, Planter]:
    """A paper by its name, in a folder with its files, and the words planted in it."""
    monkeypatch.chdir(tmp_path)
    planter = Planter()
    return PAPERS[request.param](tmp_path, planter), planter


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("paper", PAPERS, indirect=True)
def test_no_planted_word_is_anywhere_in_a_public_file(
    paper: tuple[CouncilDocument, Planter], format_: FormatName
) -> None:
    document, _ = paper
    assert planted(_written(document, format_, public=True)) == set()


@pytest.mark.parametrize("paper", PAPERS, indirect=True)
def test_no_planted_word_is_anywhere_in_a_public_site(paper: tuple[CouncilDocument, Planter]) -> None:
    """Nor in the names of its files, which are made of ids."""
    site = Printing(*numbered(paper[0], public=True)).site("https://anytown.example", {})
    assert {word for name, data in site.items() for word in planted(name.encode() + b"\n" + data)} == set()


def test_references_lead_to_the_notice_in_place_of_what_is_withheld(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks, _ = numbered(PAPERS["part exempt"](tmp_path, Planter()), public=True)
    targets = [inline.target for inline in walk.every_inline(blocks.blocks) if isinstance(inline, Reference)]
    notices = {name for name in walk.ids(blocks.blocks) if name.startswith("withheld")}
    assert len(notices & set(targets)) > 1
    assert set(targets) <= set(walk.ids(blocks.blocks))


@pytest.mark.parametrize("format_", [name for name in FORMATS if name not in OF_TABLES])
@pytest.mark.parametrize("paper", PAPERS, indirect=True)
def test_the_whole_edition_has_all_planted_words(paper: tuple[CouncilDocument, Planter], format_: FormatName) -> None:
    """Otherwise the test above could not fail."""
    document, planter = paper
    written = {word for part in every_part(document, lambda _: True) for word in PLANTED.findall(str(part))}
    assert written - planter.ids - planted(render(document, format_)) == set()


@pytest.mark.parametrize("format_", OF_TABLES)
@pytest.mark.parametrize("paper", PAPERS, indirect=True)
def test_the_whole_edition_has_all_planted_words_of_its_tables(
    paper: tuple[CouncilDocument, Planter], format_: FormatName
) -> None:
    words = {word for text in _of_tables(paper[0]) for word in PLANTED.findall(text.lower())}
    assert words
    assert words - planted(_written(paper[0], format_, public=False)) == set()


def _of_tables(document: CouncilDocument) -> list[str]:
    """Return the words of all tables and charts, with their captions."""
    shown = [block for block in walk.every_block(numbered(document)[0].blocks) if isinstance(block, Table | Figure)]
    tables = [block for block in shown if isinstance(block, Table) or isinstance(block.content, Chart | AreaMap)]
    charts = [block.content for block in tables if isinstance(block, Figure) and isinstance(block.content, Chart)]
    return [*walk.texts(tables), *(name for one in charts for name in (*one.categories, *(s.name for s in one.series)))]


def _written(document: CouncilDocument, format_: FormatName, *, public: bool) -> bytes:
    """Return a file or, where the edition has no tables for it, what the error says."""
    try:
        return render(document, format_, public=public)
    except RenderError as error:
        if {problem.code for problem in error.findings} != {Code.NO_TABLES}:
            raise
        return str(error).encode()


def test_words_are_planted_in_every_text_of_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    papers = [make(tmp_path, Planter()) for make in PAPERS.values()]
    parts = [part for paper in papers for part in (paper, *every_part(paper, lambda _: True)) if has(type(part))]
    full = {(type(part), name) for part in parts for name in types_of(type(part)) if _is_planted(getattr(part, name))}
    classes = {cls for kind in KINDS.values() for cls in classes_in(kind) if not issubclass(cls, CouncilDocument)}
    needed = {(cls, name) for cls in classes for name, kind in types_of(cls).items() if _holds_text(kind)}
    assert sorted({f"{cls.__name__}.{name}" for cls, name in needed - full} - NOT_PLANTED) == []


def _holds_text(kind: Any) -> bool:
    return kind is str or any(_holds_text(part) for part in get_args(kind) if part is not kind)


def _is_planted(value: object) -> bool:
    texts = [value] if isinstance(value, str) else [*value, *parts_of(value)] if isinstance(value, tuple | dict) else []
    return any(
        PLANTED.search(part)
        for text in texts
        for part in (text if isinstance(text, tuple) else (text,))
        if isinstance(part, str)
    )


@pytest.mark.parametrize("paper", PAPERS, indirect=True)
def test_a_writer_of_a_public_edition_sees_no_planted_word(paper: tuple[CouncilDocument, Planter]) -> None:
    blocks, _ = numbered(paper[0], public=True)
    assert PLANTED.findall(repr(blocks).lower()) == []
    assert re.findall(r"\b(?:Part|Closed|Withheld)\(", repr(blocks)) == []
