"""The tag tree says what the block tree says, in the same order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from attrs import evolve
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.blocks import Document, Lines, List, Paragraph, Section, Table
from csp_docs.theme.theme import Theme
from tests import sample, tagtree
from tests.printing import render_pdf
from tests.sample import p, t
from tests.tagtree import Tag
from tests.writers.pdf.making import read, section, table
from tests.writers.pdf.reading import spoken

TEXTS = ("P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Caption", "TH", "Note")


def heard(tag: Tag) -> Iterator[str]:
    """The words of each element of text: inline elements belong to the text around them, a note's label does not."""
    own = ""
    for kid in tag.kids:
        if isinstance(kid, str):
            own += kid
        elif kid.name in ("Link", "Reference", "Span"):
            own += kid.text()
        else:
            yield own
            own = ""
            yield from heard(kid)
    yield own


def all_heard(document: Document) -> list[str]:
    root = tagtree.read(render_pdf(document, Theme())).root
    return [" ".join(text.split()) for text in heard(root) if text.split()]


def test_the_tags_of_every_block(file_regression: FileRegressionFixture) -> None:
    root = tagtree.read(render_pdf(sample.document(), Theme())).root
    file_regression.check("\n".join(root.outline()) + "\n", extension=".txt")


def test_a_screen_reader_hears_every_word_in_order() -> None:
    assert all_heard(sample.document()) == spoken(sample.document())


def test_the_depth_of_sections_is_the_level_of_headings() -> None:
    inner = section("deep", p("text"))
    for _ in range(6):
        inner = section("above", inner)
    headings = [tag.name for tag in read(inner).root.all(*TEXTS) if tag.name.startswith("H")]
    assert headings == ["H1", "H2", "H3", "H4", "H5", "H6", "H6"]


def test_a_section_without_a_title_adds_no_level() -> None:
    root = read(section("above", Section((), (section("below", p("text")),)))).root
    assert [tag.name for tag in root.all("H1", "H2", "H3")] == ["H1", "H2"]


@pytest.mark.parametrize("language", ["cy-GB", "en-GB"])
def test_the_language_of_the_document_is_told(language: str) -> None:
    root = tagtree.read(render_pdf(evolve(sample.document(), language=language), Theme())).root
    assert root.attributes["Lang"] == language


HEAD = table(2).head
GROUP = evolve(table(2).groups[0], title=t("group"))


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (table(2), []),
        (evolve(table(2), row_headers=True), []),
        (evolve(table(2), head=()), []),
        (evolve(table(2), head=HEAD * 2), [["head0", "head0"], ["head1", "head1"]] * 2),
        (evolve(table(2), groups=(GROUP,)), [["head0", "group"], ["head1", "group"]] * 2),
        (
            evolve(table(2), groups=(GROUP,), row_headers=True),
            [["head1", "group", "cell0"], ["head1", "group", "cell1"]],
        ),
        (
            evolve(table(1), groups=(*table(1).groups, GROUP), totals=(((p("all"),), (p("sum"),)),)),
            [["head0"], ["head1"], *[["head0", "group"], ["head1", "group"]] * 2, ["head0"], ["head1"]],
        ),
    ],
    ids=["simple", "row headers", "no head", "two heads", "group", "group and row headers", "group and total"],
)
def test_cells_name_their_headers_where_their_place_does_not_show_them(given: Table, named: list[list[str]]) -> None:
    [found] = read(given).root.all("Table")
    headers = {tag.attributes["ID"]: tag.text() for tag in found.all("TH") if "ID" in tag.attributes}
    cells = [str(cell.attributes["Headers"]).split() for cell in found.all("TD") if "Headers" in cell.attributes]
    assert [[headers[name] for name in names] for names in cells] == named
    assert bool(headers) == bool(named)


def test_an_empty_cell_stays_in_the_grid() -> None:
    towns = list(tagtree.read(render_pdf(sample.document(), Theme())).root.all("TBody"))[1]
    cells = [[cell for cell in row.kids if isinstance(cell, Tag)] for row in towns.all("TR")]
    assert [sum(int(cell.attributes.get("ColSpan", 1)) for cell in row) for row in cells] == [3, 3, 3]
    assert cells[2][2].text() == ""


def test_words_around_a_link_are_not_in_it() -> None:
    links = [tag.text() for tag in tagtree.read(render_pdf(sample.document(), Theme())).root.all("Link")]
    assert links == ["the Act", "Appendix\u00a01", "Table\u00a01", "1 ", "1 "]  # the mark of the note, and its number


def test_the_head_and_the_foot_are_artifacts() -> None:
    pdf = tagtree.read(render_pdf(evolve(sample.document(), marking="OFFICIAL"), Theme()))
    furniture = [" ".join(filter(None, page)) for page in pdf.artifacts]
    assert furniture == [f"OFFICIAL Safer StreetsPage {number} of 4" for number in (1, 2, 3, 4)]


def test_titles_of_callouts_are_no_headings() -> None:
    [callout] = tagtree.read(render_pdf(sample.document(), Theme())).root.all("Div")
    assert [kid.name for kid in callout.kids if isinstance(kid, Tag)] == ["P", "P"]


def test_an_item_that_begins_with_a_table_keeps_its_marker() -> None:
    [item] = read(List(((table(1),),))).root.all("LI")
    assert [kid.name for kid in item.kids if isinstance(kid, Tag)] == ["Lbl", "LBody"]
    assert [tag.text() for tag in item.all("Lbl", "TD")] == ["•", "cell0", "cell0"]


def test_empty_lists_and_paragraphs_are_no_error() -> None:
    assert read(List(()), Paragraph(()), Lines(()), p("text")).pages == ["text"]
