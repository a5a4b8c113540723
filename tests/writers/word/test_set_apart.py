"""Quotations, grids and signatures as Word and its readers see them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lxml import etree

from csp_docs.blocks import (
    Appendix,
    Block,
    Callout,
    Grid,
    GridCell,
    Landscape,
    Lines,
    List,
    Numbering,
    Quote,
    Section,
)
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

PLAIN_QUOTE = Quote((p("I feel safer."), p("So do my neighbours.")), t("A resident of Lutterworth"))


def _opened(*blocks: Block, numbering: Numbering = NUMBERED_HEADINGS) -> WordFile:
    return WordFile(render_docx(figures_document(*blocks, numbering=numbering), Theme()))


def _styles(word_file: WordFile) -> list[str]:
    return strings(word_file.body, "//w:body/w:p/w:pPr/w:pStyle/@w:val")


def test_a_quotation_has_word_s_own_style_and_ends_in_whose_words_they_are() -> None:
    word_file = _opened(PLAIN_QUOTE)
    assert set(map(word_file.built_on, word_file.paragraphs()[:2])) == {"Quote"}
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
    word_file = _opened(Quote((p("They said:"), numbered)), p("after"))
    assert word_file.numbered_texts() == ["They said:", "1. first", "2. second", "after"]


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


def _shape(word_file: WordFile, paragraph: etree._Element) -> tuple[int, int, int]:
    """Return the indents of a paragraph, which its list may say: left, right, and how far its first line hangs."""
    sides = {side: int(word_file.said(paragraph, "ind", side) or 0) for side in ("left", "right", "hanging")}
    [*number] = strings(paragraph, "w:pPr/w:numPr/w:numId/@w:val")
    if number:
        levels = word_file.root("word/numbering.xml")
        [abstract] = strings(levels, f"//w:num[@w:numId={number[0]}]/w:abstractNumId/@w:val")
        [depth] = strings(paragraph, "w:pPr/w:numPr/w:ilvl/@w:val")
        place = f"//w:abstractNum[@w:abstractNumId={abstract}]/w:lvl[@w:ilvl={depth}]/w:pPr/w:ind/@w:"
        sides |= {side: int(strings(levels, place + side)[0]) for side in ("left", "hanging")}
    return sides["left"], sides["right"], sides["hanging"]


RULES: dict[str, Callable[[int, int, int], tuple[int, int]]] = {
    "left and right indents": lambda left, right, _: (left, right),
    "edge of the first line that hangs": lambda left, right, hanging: (left - hanging, right),
}
"""What programs compare when they join the borders of two paragraphs: Word is said to follow the first one."""
BOX_TABLES = "w:tblPr/w:tblStyle[@w:val='CalloutBox' or @w:val='QuoteBox']"


def _boxes(word_file: WordFile, rule: Callable[[int, int, int], tuple[int, int]]) -> int:
    """Return how many boxes somebody sees: tables of one cell, and paragraphs with borders, joined by a ``rule``."""
    found, above = 0, None
    for one in word_file.body.iter(W + "p", W + "tbl"):
        if one.tag == W + "tbl":
            found, above = found + bool(find_all(one, BOX_TABLES)), None
            continue
        border = word_file.said(one, "pBdr/w:left")
        box = rule(*_shape(word_file, one)) if border not in {None, "nil"} else None
        found, above = found + (box not in {None, above}), box
    return found


CONTENT: dict[str, tuple[Block, ...]] = {
    "words": (p("They said:"), p("So.")),
    "words in several lines": (p("They said:"), Lines((t("one"), t("two")))),
    "nothing but a list": (List(((p("one"),), (p("two"),))),),
    **{f"list of {name}": (p("They said:"), _nested(markers), p("So.")) for name, markers in MARKERS.items()},
}
PLACES: dict[str, Callable[[Block], Block]] = {
    "a section": lambda box: Section(t("Title"), (p("before"), box)),
    "an appendix": lambda box: Appendix(t("Title"), (box, p("after")), prefix="Appendix "),
    "a section of an appendix": lambda box: Appendix(t("Title"), (Section(t("One"), (box,)),), prefix="Appendix "),
    "a grid": lambda box: Grid((GridCell((box,)), GridCell((p("words"),)))),
    "a landscape page": lambda box: Landscape((box,)),
}
NUMBERINGS = pytest.mark.parametrize("numbering", [NUMBERED_HEADINGS, NUMBERED_PARAGRAPHS], ids=["headings", "words"])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("content", CONTENT)
@pytest.mark.parametrize("kind", [Quote, Callout])
@NUMBERINGS
def test_a_box_is_one_box_by_each_rule(
    kind: type[Quote | Callout], content: str, place: str, numbering: Numbering
) -> None:
    box = kind(CONTENT[content], t("Who"))
    for count in (1, 2):
        word_file = _opened(*(PLACES[place](box) for _ in range(count)), numbering=numbering)
        assert [_boxes(word_file, rule) for rule in RULES.values()] == [count] * len(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_quotation_in_a_callout_is_in_its_box(rule: str) -> None:
    quotes = (Quote((p("quoted"), *blocks), t("Who"), boxed=True) for blocks in ((), CONTENT["list of bullets"]))
    for quote in quotes:
        assert _boxes(_opened(Callout((p("first"), quote, p("last")))), RULES[rule]) == 1


@pytest.mark.parametrize("kind", [Quote, Callout])
def test_items_in_a_box_look_like_those_of_text(kind: type[Quote | Callout]) -> None:
    """An officer finds the styles of lists: the next item is one of them, and stays in the box."""
    word_file = _opened(kind((p("first"), _nested([None, None, None])), t("Who")))
    items = {word_file.built_on(one) for one in find_all(word_file.body, "//w:tc/w:p")}
    assert {"ListBullet", "ListBullet2", "ListBullet3", "ListContinue"} <= items
    assert find_all(word_file.body, "//w:tc/w:p/w:pPr/w:ind") == []
    for style in items:
        below = word_file.styles[style].find(f"{W}next")
        assert below is None or below.get(f"{W}val") in {"Normal", style}


@NUMBERINGS
@pytest.mark.parametrize("kind", [Quote, Callout])
def test_a_box_with_a_list_is_where_one_without_is(kind: type[Quote | Callout], numbering: Numbering) -> None:
    """A table begins at the outer edge of its rule, and half of the rule is outside of the cell."""
    theme = Theme()
    plain, listed = (
        _opened(Section(t("Title"), (kind(CONTENT[content]),)), numbering=numbering)
        for content in ("words", "list of bullets")
    )
    left, right, _ = _shape(plain, plain.paragraphs()[-1])
    [bar, space] = (int(plain.said(plain.paragraphs()[-1], "pBdr/w:left", name) or 0) for name in ("sz", "space"))
    [begins], [width] = (strings(listed.body, f"//w:tblPr/w:{name}/@w:w") for name in ("tblInd", "tblW"))
    name = "CalloutBox" if kind is Callout else "QuoteBox"
    style = listed.styles[name]
    margins = {side: int(*strings(style, f"w:tblPr/w:tblCellMar/w:{side}/@w:w")) for side in ("top", "left", "right")}
    half = bar * 20 / 8 / 2
    assert strings(style, "w:tblPr/w:tblBorders/w:left/@w:sz") == [str(bar)]
    assert int(begins) == left - space * 20 - 2 * half
    assert int(begins) + half + margins["left"] == left
    assert margins["right"] == right
    assert int(begins) + half + int(width) == pytest.approx(theme.page.text_width * 20, abs=1)
    padding = theme.callout_padding + theme.rule if kind is Callout else 0
    assert margins["top"] == round(padding * 20)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("content", ["words", "list of bullets"])
@pytest.mark.parametrize("kind", [Quote, Callout])
@NUMBERINGS
def test_a_box_begins_where_text_does(
    kind: type[Quote | Callout], content: str, place: str, numbering: Numbering
) -> None:
    """In papers with numbered paragraphs, text in an appendix or in a card is at the margin."""
    theme = Theme()
    word_file = _opened(PLACES[place](kind(CONTENT[content])), numbering=numbering)
    [said] = [one for one in word_file.paragraphs() if text(one) == "They said:"]
    tables = strings(word_file.body, f"//w:tbl[{BOX_TABLES}]/w:tblPr/w:tblInd/@w:w")
    inside = theme.quote_indent if kind is Quote else theme.callout_bar + theme.callout_padding
    begins = int(tables[0]) if tables else _shape(word_file, said)[0] - round(inside * 20)
    beside = "section" in place and numbering is NUMBERED_PARAGRAPHS
    assert begins == (round(theme.number_width * 20) if beside else 0)


def test_a_box_with_a_list_is_on_one_page_unless_it_is_very_tall() -> None:
    short, tall = (Callout((p("words " * count), List(((p("item"),),)))) for count in (9, 3000))
    rows = find_all(_opened(short, tall).body, "//w:tr")
    assert [len(find_all(row, "w:trPr/w:cantSplit")) for row in rows] == [1, 0]


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
