"""Quotations, grids and signatures as Word and its readers see them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from csp_docs.blocks import Block, Callout, Grid, GridCell, List, Numbering, Quote, Section
from csp_docs.blocks.counters import NumberPattern
from csp_docs.theme.theme import Theme
from tests.docx_file import W, WordFile, find_all, strings, text
from tests.figure_sample import (
    GRID,
    NUMBERED_HEADINGS,
    NUMBERED_PARAGRAPHS,
    QUOTE,
    SIGNATURE,
    STEPS,
    TABLE,
    figures_document,
)
from tests.judges.readers import nodes, words
from tests.printing import render_docx
from tests.sample import p, t


def _opened(*blocks: Block, numbering: Numbering = NUMBERED_HEADINGS) -> WordFile:
    return WordFile(render_docx(figures_document(*blocks, numbering=numbering), Theme()))


def _styles(word_file: WordFile) -> list[str]:
    return strings(word_file.body, "//w:body/w:p/w:pPr/w:pStyle/@w:val")


def test_a_quotation_has_word_s_own_style_and_ends_in_whose_words_they_are() -> None:
    word_file = _opened(QUOTE)
    *words, _ = map(word_file.built_on, word_file.paragraphs())
    assert set(words) == {"Quote"}
    assert text(word_file.paragraphs()[-1]) == "– A resident of Lutterworth"
    [name] = strings(word_file.styles["Quote"], "w:name/@w:val")
    assert name == "Quote"


def test_whose_words_they_are_stays_with_the_last_of_them() -> None:
    word_file = _opened(Quote((p("one"), p("two")), t("A")))
    assert [text(one) for one in find_all(word_file.body, "//w:p[w:pPr/w:keepNext]")] == ["two"]


def test_a_quotation_may_be_nothing_but_whose_it_is() -> None:
    assert [text(one) for one in _opened(Quote((), t("Anon"))).paragraphs()] == ["– Anon"]


def test_the_rule_of_a_quotation_stands_where_the_text_around_it_begins() -> None:
    theme = Theme()
    for numbering, column in ((NUMBERED_HEADINGS, 0.0), (NUMBERED_PARAGRAPHS, theme.number_width)):
        style = _opened(QUOTE, numbering=numbering).styles["Quote"]
        assert strings(style, "w:pPr/w:ind/@w:left") == [str(round((column + theme.quote_indent) * 20))]
        [space], [width] = (strings(style, f"w:pPr/w:pBdr/w:left/@w:{name}") for name in ("space", "sz"))
        assert int(space) + int(width) / 8 == theme.quote_indent


def test_lists_in_a_quotation_count() -> None:
    numbered = List(((p("first"),), (p("second"),)), NumberPattern.parse("1."))
    assert _opened(Quote((p("They said:"), numbered))).numbered_texts() == ["They said:", "1. first", "2. second"]


def _nested(markers: list[NumberPattern | None]) -> List:
    """Return a list with lists in it, one for each of ``markers``; each item has two paragraphs."""
    first, *others = markers
    below = (_nested(others),) if others else ()
    return List(((p("first"), p("more of it")), (p("second"), *below), (p("last"),)), first)


MARKERS: dict[str, list[NumberPattern | None]] = {
    "bullets": [None] * 4,
    "numbers": [NumberPattern.parse("1.")] * 4,
    "wide numbers": [NumberPattern.parse("Objective 1:"), None, NumberPattern.parse("(a)"), None],
}


def _edges(word_file: WordFile) -> list[int]:
    """Return the left edge of each paragraph: where its first line begins, or the others if they are further left."""
    levels = word_file.root("word/numbering.xml")
    found = []
    for paragraph in word_file.paragraphs():
        own = [word_file.said(paragraph, "ind", name) for name in ("left", "hanging")]
        [*number] = strings(paragraph, "w:pPr/w:numPr/w:numId/@w:val")
        if number:
            [abstract] = strings(levels, f"//w:num[@w:numId={number[0]}]/w:abstractNumId/@w:val")
            [depth] = strings(paragraph, "w:pPr/w:numPr/w:ilvl/@w:val")
            place = f"//w:abstractNum[@w:abstractNumId={abstract}]/w:lvl[@w:ilvl={depth}]/w:pPr/w:ind/@w:"
            own = [strings(levels, place + name)[0] for name in ("left", "hanging")]
        found.append(int(own[0] or 0) - int(own[1] or 0))
    return found


@pytest.mark.parametrize("markers", MARKERS)
@pytest.mark.parametrize("kind", [Quote, Callout])
@pytest.mark.parametrize("numbering", [NUMBERED_HEADINGS, NUMBERED_PARAGRAPHS], ids=["headings", "paragraphs"])
def test_all_paragraphs_of_a_box_begin_at_its_edge(
    kind: type[Quote | Callout], markers: str, numbering: Numbering
) -> None:
    """Word joins the borders of paragraphs only if they begin at the same place."""
    word_file = _opened(kind((p("They said:"), _nested(MARKERS[markers]), p("So.")), t("Who")), numbering=numbering)
    assert len(_edges(word_file)) > 15
    assert len(set(_edges(word_file))) == 1


def test_the_words_of_all_paragraphs_of_an_item_begin_at_one_place() -> None:
    """A tab leads from the edge of the box to the words."""
    word_file = _opened(Callout((_nested([None, None]),)))
    first, more, *_ = word_file.paragraphs()
    [number] = strings(first, "w:pPr/w:numPr/w:numId/@w:val")
    levels = word_file.root("word/numbering.xml")
    [abstract] = strings(levels, f"//w:num[@w:numId={number}]/w:abstractNumId/@w:val")
    [left] = strings(levels, f"//w:abstractNum[@w:abstractNumId={abstract}]/w:lvl[@w:ilvl=0]/w:pPr/w:ind/@w:left")
    assert word_file.said(more, "ind", "left") == left
    assert [one.tag for one in find_all(more, "w:r/*")] == [W + "tab", W + "t"]


def test_two_quotations_are_two() -> None:
    word_file = _opened(Quote((p("one"),), t("A")), Quote((p("two"),)))
    assert [text(one) for one in word_file.paragraphs()] == ["one", "– A", "", "two"]


def test_a_grid_is_read_row_by_row_and_an_odd_cell_leaves_the_last_one_empty() -> None:
    rows = [[text(cell) for cell in find_all(row, "w:tc")] for row in find_all(_opened(GRID).body, "//w:tr")]
    assert [len(row) for row in rows] == [2, 2, 2]
    assert [row[0].split(" ")[0] for row in rows] == ["BurglaryFewer", "Country", "RoadsThe"]
    assert rows[2][1] == ""


def test_columns_of_a_grid_are_equal_and_stand_apart_by_its_gutter() -> None:
    theme, word_file = Theme(), _opened(GRID)
    widths = set(strings(word_file.body, "//w:gridCol/@w:w"))
    assert widths == {str(round(theme.page.text_width * 10))}
    inner = [strings(cell, "w:tcPr/w:tcMar/*/@w:w") for cell in find_all(word_file.body, "//w:tr[1]/w:tc")]
    assert inner == [[str(round(theme.grid_gutter * 10))]] * 2
    sides = find_all(word_file.body, "//w:tr[1]/w:tc/w:tcPr/w:tcMar/*")
    assert [str(side.tag).rpartition("}")[2] for side in sides] == ["right", "left"]


@pytest.mark.parametrize("columns", [3, 4])
def test_the_content_of_all_columns_of_a_grid_is_equally_wide(columns: int) -> None:
    theme = Theme()
    word_file = _opened(Grid((GridCell((p("one"),)),) * (columns + 1), columns=columns))
    rows = [find_all(row, "w:tc") for row in find_all(word_file.body, "//w:tr")]
    assert [len(row) for row in rows] == [columns, columns]
    room = (theme.page.text_width + theme.grid_gutter) / columns - theme.grid_gutter
    for cell in rows[0]:
        [width] = strings(cell, "w:tcPr/w:tcW/@w:w")
        margins = strings(cell, "w:tcPr/w:tcMar/*/@w:w")
        assert abs(int(width) - sum(map(int, margins)) - room * 20) <= 1


def test_titles_in_a_grid_have_a_strong_style() -> None:
    word_file = _opened(GRID)
    titles = find_all(word_file.body, "//w:p[w:pPr/w:pStyle/@w:val='GridHeading']")
    assert [text(one) for one in titles] == ["Burglary", "Anti-social behaviour", "Country lanes", "Roads"]
    assert find_all(word_file.styles["GridHeading"], "w:rPr/w:b")


def test_a_grid_begins_where_the_text_around_it_does() -> None:
    theme = Theme()
    for numbering, column in ((NUMBERED_HEADINGS, 0.0), (NUMBERED_PARAGRAPHS, theme.number_width)):
        word_file = _opened(Section(t("Title"), (GRID,)), numbering=numbering)
        [left], [wide] = (strings(word_file.body, f"//w:tbl/w:tblPr/w:{name}/@w:w") for name in ("tblInd", "tblW"))
        assert int(left) == round(column * 20)
        assert abs(int(left) + int(wide) - theme.page.text_width * 20) <= 1


def test_rows_of_a_grid_part_between_pages_because_nothing_holds_them_together() -> None:
    """Word holds a row to the next one when a paragraph in it is held to the next paragraph."""
    word_file = _opened(GRID, Grid((GridCell((p("Look:"), GRID, SIGNATURE)),)))
    assert find_all(word_file.body, "//w:tc//w:keepNext[not(@w:val=0)]") == []


@pytest.mark.parametrize(
    "first", [Section(t("Title"), (p("words"),)), STEPS, TABLE, Callout((p("words"),), t("Box")), p("words"), QUOTE]
)
def test_whatever_is_first_in_a_cell_of_a_grid_does_not_hold_its_row_to_what_follows(first: Block) -> None:
    """Word reads that of the first paragraph of a row, and of the style of it: those of captions and headings hold."""
    word_file = _opened(Grid((GridCell((first,)), GridCell((p("words"),)))), p("after"))
    cells = find_all(word_file.body, "//w:body/w:tbl/w:tr/w:tc")
    assert [word_file.kept(next(cell.iter(W + "p"))) for cell in cells] == [False, False]


def test_a_row_of_a_grid_stays_on_a_page_unless_it_is_very_long() -> None:
    long = Grid((GridCell((p("short"),)), GridCell((p("short"),)), GridCell((p("word " * 900),))))
    rows = find_all(_opened(long).body, "//w:tr")
    assert [len(find_all(row, "w:trPr/w:cantSplit")) for row in rows] == [1, 0]


def test_a_table_in_a_grid_is_no_wider_than_its_cell() -> None:
    theme = Theme()
    word_file = _opened(Grid((GridCell((evolve(TABLE, caption=None),)),)))
    [inner] = strings(word_file.body, "//w:tc//w:tblW/@w:w")
    assert abs(int(inner) - (theme.page.text_width - theme.grid_gutter) * 10) <= 1


def test_a_grid_without_cells_is_nothing() -> None:
    assert find_all(_opened(Grid(()), p("after")).body, "//w:tbl") == []


def test_a_signature_shows_its_pictures_above_the_name_on_one_page() -> None:
    word_file = _opened(p("Signed:"), SIGNATURE)
    lead, portrait, signature, name = word_file.paragraphs()
    assert [strings(one, ".//wp:docPr/@descr")[0] for one in (portrait, signature)] == [
        "Portrait of Jo Smith",
        "Signature of Jo Smith",
    ]
    assert text(name) == "Cllr Jo Smith Chair of the partnership Example District Council"
    assert [text(run) for run in find_all(name, "w:r[w:rPr/w:rStyle/@w:val='Strong']")] == ["Cllr Jo Smith"]
    assert [len(find_all(one, "w:pPr/w:keepNext")) for one in (lead, portrait, signature, name)] == [1, 1, 1, 0]
    assert any(find_all(own, "w:keepLines") for own in word_file.style_chain(name))


def test_pictures_of_a_signature_are_as_high_as_the_theme_says() -> None:
    theme = Theme()
    heights = strings(_opened(SIGNATURE).body, "//wp:extent/@cy")
    assert heights == [str(round(points * 12700)) for points in (theme.portrait_height, theme.signature_height)]


def test_a_signature_without_pictures_is_its_name() -> None:
    word_file = _opened(evolve(SIGNATURE, portrait=None, signature=None))
    assert [text(one) for one in word_file.paragraphs()] == [
        "Cllr Jo Smith Chair of the partnership Example District Council"
    ]


def test_pandoc_reads_a_quotation(tmp_path: Path, pandoc: Callable[[Path], dict[str, Any]]) -> None:
    path = tmp_path / "quotation.docx"
    path.write_bytes(render_docx(figures_document(QUOTE), Theme()))
    quoted = " ".join(words(quote) for quote in nodes(pandoc(path)["blocks"], "BlockQuote"))
    assert "I feel safer on my street" in quoted
    assert "– A resident of Lutterworth" in quoted
