"""A case for each kind of inline and of block: what a page has of it."""

from __future__ import annotations

from typing import get_args
from xml.etree import ElementTree

import pytest
from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Block, Inline, Rating, RatingLevel
from csp_docs.blocks.counters import NumberPattern
from tests import figure_sample, sample
from tests.sample import p, t
from tests.writers.html.making import inline, markup

NOTE = b.Note(t("Of 1998."), 3)
INLINES: dict[str, tuple[Inline, str]] = {
    "text": (b.Text("a < b & “c”"), "a &lt; b &amp; “c”"),
    "divided": (b.Text("Llanfair\u200bpwll"), "Llanfair<wbr>pwll"),
    "strong": (b.Strong(t("now")), "<strong>now</strong>"),
    "emphasis": (b.Emphasis(t("now")), "<em>now</em>"),
    "link": (b.Link(t("the Act"), "https://a.uk/?a=1&b=2"), '<a href="https://a.uk/?a=1&amp;b=2">the Act</a>'),
    "bare link": (b.Link(t("a@b.uk"), "mailto:a@b.uk"), '<a href="mailto:a@b.uk" class="bare">a@b.uk</a>'),
    "reference": (b.Reference("aims", text="Section 1"), '<a href="#aims">Section 1</a>'),
    "left out": (b.Reference("gone", text="Appendix A"), "Appendix A"),
    "note": (NOTE, '<sup class="mark"><a href="#page_note-3" id="page_mark-3" role="doc-noteref">3</a></sup>'),
    "again": (
        b.Note(t("Of 1998."), 3, repeated=True),
        '<sup class="mark"><a href="#page_note-3" role="doc-noteref">3</a></sup>',
    ),
    "language": (b.InLanguage(t("Croeso"), "cy-GB"), '<span lang="cy-GB">Croeso</span>'),
    "pending": (figure_sample.OWED, '<mark class="pending">[Satisfaction figures to follow]</mark>'),
    "rating": (
        Rating(RatingLevel.AMBER, "Amber"),
        '<span class="rating amber"><span aria-hidden="true">▲\u00a0</span>Amber</span>',
    ),
    "closed": (b.Closed(t("the site"), t("[left out]")), "the site"),
    "new line": (b.LineBreak(), "<br>"),
}
AIMS = b.Section(t("Aims"), (p("Less crime."),), id="aims")


@pytest.mark.parametrize("name", INLINES)
def test_an_inline(name: str) -> None:
    given, expected = INLINES[name]
    assert inline(given, around=(AIMS,)) == expected


def test_no_kind_of_inline_is_left_out() -> None:
    assert {type(given) for given, _ in INLINES.values()} == set(get_args(Inline))


FRAME = b.Figure(b.Frame(figure_sample.OWED))
PART = b.Part((p("Prices."),), "Not for publication", (p("Left out."),))
CONTENTS = b.Contents(t("Contents"), 2, entries=(
    b.ContentsEntry(1, "1.", t("Aims"), "aims"), b.ContentsEntry(2, "", t("Streets"), "gone"),
    b.ContentsEntry(1, "", t("Closing"), ""),
))  # fmt: skip
COVER = b.Cover((b.CoverLine(b.CoverRole.TITLE, t("Safer")), b.CoverLine(b.CoverRole.DETAIL, t("Draft"))))
RED = b.Paragraph((Rating(RatingLevel.RED, "Red"),))
GROUPED = b.Table(
    head=((b.HeaderCell(t("Area")), b.HeaderCell(t("Rate"))),),
    groups=(b.RowGroup((((p("Blaby"),), (p("–"),)), ((p("Melton"),), (RED,))), t("East")),),
    aligns=(b.Align.LEFT, b.Align.RIGHT),
    row_headers=True,
    totals=(((p("All"),), (p("7"),)),),
)
BLOCKS: dict[str, tuple[Block, str]] = {
    "paragraph": (p("Crime fell."), "<p>Crime fell.</p>"),
    "numbered": (
        p("Crime fell.", "1.1"),
        '<p id="para-1.1" class="numbered"><span class="number">1.1</span> Crime fell.</p>',
    ),
    "lines": (b.Lines((t("A"), t("B"))), '<div class="lines"><p>A</p><p>B</p></div>'),
    "bullets": (b.List(((p("a"), p("b")), (p("c"),))), "<ul><li>a<p>b</p></li><li>c</li></ul>"),
    "markers": (
        b.List(((p("a"),), (p("b"),)), NumberPattern.parse("(a)"), start=3),
        '<ol class="marked room-0" role="list"><li><span class="marker">(c) </span>a</li>'
        '<li><span class="marker">(d) </span>b</li></ol>',
    ),
    "quotation": (
        b.Quote((p("I agree."),), t("A resident")),
        '<figure class="quote"><blockquote><p>I agree.</p></blockquote><figcaption>– A resident</figcaption></figure>',
    ),
    "callout": (
        b.Callout((p("Ring 999."),), t("Danger")),
        '<div class="callout" role="note" aria-labelledby="page_box">'
        '<p class="label" id="page_box"><strong>Danger</strong></p>'
        "<p>Ring 999.</p></div>",
    ),
    "grid": (
        b.Grid((b.GridCell((p("a"),), t("One")), b.GridCell((p("b"),)))),
        '<div class="grid"><div><p class="label"><strong>One</strong></p><p>a</p></div><div><p>b</p></div></div>',
    ),
    "grid of three columns": (
        b.Grid((b.GridCell((p("a"),)),), columns=3),
        '<div class="grid columns-3"><div><p>a</p></div></div>',
    ),
    "facts": (
        b.Facts(
            (
                b.FactRow((b.Fact(t("Ward"), (p("All"),)), b.Fact(t("Lead"), (p("Police"),)))),
                b.FactHeading(t("Costs")),
                b.FactRow((b.Fact((), (p("None"),)),)),
            ),
            "Cover sheet",
        ),
        '<div class="facts" role="group" aria-label="Cover sheet">'
        "<dl><div><dt>Ward</dt><dd>All</dd></div><div><dt>Lead</dt><dd>Police</dd></div></dl>"
        '<p class="fact-heading"><strong>Costs</strong></p><div class="fact-alone">None</div></div>',
    ),
    "table": (
        GROUPED,
        '<div class="table" id="page_table"><table class="columns-2 row-headers brief"><thead><tr>'
        '<th scope="col" id="page_table_h1">Area</th>'
        '<th scope="col" id="page_table_h2" class="right">Rate</th></tr></thead>'
        '<tbody><tr class="group"><th scope="rowgroup" colspan="2" id="page_table_h3"><span>East</span></th></tr>'
        '<tr><th scope="row" id="page_table_h4">Blaby</th>'
        '<td headers="page_table_h2 page_table_h3 page_table_h4" class="right">'
        '<span role="img" aria-label="none">–</span></td></tr>'
        '<tr><th scope="row" id="page_table_h5">Melton</th>'
        '<td headers="page_table_h2 page_table_h3 page_table_h5" class="right rated red">'
        '<span class="rating red"><span aria-hidden="true">■\u00a0</span>Red</span></td></tr></tbody>'
        '<tfoot><tr><th scope="row" id="page_table_h6">All</th>'
        '<td headers="page_table_h2 page_table_h6" class="right">7</td></tr>'
        "</tfoot></table></div>",
    ),
    "frame": (
        FRAME,
        '<figure><p class="frame"><mark class="pending">[Satisfaction figures to follow]</mark></p></figure>',
    ),
    "signature": (
        b.Signature(t("Jo Smith"), (t("Chair"),)),
        '<div class="signature lines"><p><strong>Jo Smith</strong></p><p>Chair</p></div>',
    ),
    "section": (AIMS, '<section class="hanging"><h2 id="aims">Aims</h2><p>Less crime.</p></section>'),
    "appendix": (
        b.Appendix(t("Maps"), (p("Here.", "1"),), id="maps", prefix="Appendix ", label="A", suffix=" – "),
        '<section class="appendix new-page hanging"><h2 id="maps"><span class="label">Appendix A – </span>Maps</h2>'
        '<p id="appendix-a-para-1" class="numbered"><span class="number">1</span> Here.</p></section>',
    ),
    "embedded": (
        b.Embedded(evolve(sample.document(), blocks=(p("Ie."),), language="cy-GB", marking="DRAFFT")),
        '<article class="embedded" lang="cy-GB">'
        '<p class="marking running-head" data-added><strong>DRAFFT</strong></p>'
        "<p>Ie.</p></article>",
    ),
    "masthead": (
        b.Masthead((t("COUNCIL"),), t("Streets")),
        '<header class="masthead"><p>COUNCIL</p><h1>Streets</h1></header>',
    ),
    "cover": (COVER, '<header class="cover band"><h1>Safer</h1><p class="detail">Draft</p></header>'),
    "contents": (
        CONTENTS,
        '<nav class="contents aside" role="doc-toc" aria-labelledby="page_contents"><div>'
        '<h2 id="page_contents">Contents</h2><ol role="list">'
        '<li><span class="number">1.</span> Aims<ol role="list"><li>Streets</li></ol></li><li>Closing</li></ol></div>'
        "</nav>",
    ),
    "landscape": (b.Landscape((p("Wide."),)), '<div class="landscape"><p>Wide.</p></div>'),
    "part": (
        PART,
        '<div class="part"><p class="marking running-head" data-added><strong>Not for publication</strong></p>'
        "<p>Prices.</p></div>",
    ),
    "blank page": (b.BlankPage(t("Left blank")), '<p class="blank-page">Left blank</p>'),
    "page break": (b.PageBreak(), '<div class="page-break"></div>'),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block(name: str) -> None:
    given, expected = BLOCKS[name]
    assert markup(given) == expected


def test_no_kind_of_block_is_left_out() -> None:
    assert {type(given) for given, _ in BLOCKS.values()} == set(get_args(Block))


def test_a_contents_entry_leads_to_its_heading() -> None:
    assert '<li><a href="#aims"><span class="number">1.</span> Aims</a>' in markup(CONTENTS, AIMS)


def test_headings_over_several_columns_are_headers_of_all_of_them() -> None:
    made = markup(sample.TABLE)
    assert '<colgroup span="1"></colgroup><colgroup span="2"></colgroup>' in made
    assert '<th scope="colgroup" colspan="2" id="tab-crime_h1" class="centre over">Recorded crime</th>' in made
    assert 'headers="tab-crime_h1 tab-crime_h3 tab-crime_h5 tab-crime_h6"' in made


def test_a_title_below_another_title_is_not_a_second_heading_of_the_page() -> None:
    made = markup(COVER, b.Appendix(t("Plan"), (b.Embedded(evolve(sample.document(), blocks=(COVER,))),)))
    assert made.count("<h1>") == 1
    assert '<p class="title">Safer</p>' in made


def test_headings_are_no_deeper_than_html_has_them() -> None:
    deep = p("End.")
    for depth in range(8):
        deep = b.Section(t(f"Level {depth}"), (deep,))  # type: ignore[assignment]
    assert [f"<h{level}" in markup(deep) for level in range(2, 8)] == [True] * 5 + [False]


HEBREW = "שלום 12"
LINES: dict[str, Block] = {
    "paragraph": p(HEBREW),
    "in English": p(f"In Hebrew: {HEBREW}."),
    "strong": b.Paragraph((b.Strong(t(HEBREW)),)),
    "heading": b.Section(t(HEBREW), (p("x"),)),
    "item": b.List(((p(HEBREW),),)),
    "item with a list": b.List(((p(HEBREW), b.List(((p("x"),),))),)),
    "cell": b.Table((), (b.RowGroup((((p(HEBREW),), (p("x"),)),)),), (b.Align.LEFT,) * 2),
    "caption": evolve(GROUPED, caption=b.Caption("Table", t(HEBREW), 1)),
    "fact": b.Facts((b.FactRow((b.Fact(t("Name"), (p(HEBREW),)),)),), "x"),
    "callout": b.Callout((p("x"),), t(HEBREW)),
    "contents": b.Contents(t("x"), 2, entries=(b.ContentsEntry(1, "", t(HEBREW), ""),)),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_that_are_read_from_right_to_left_have_a_direction_of_their_own_and_no_others(name: str) -> None:
    found = ElementTree.fromstring(f"<div>{markup(LINES[name]).replace(' data-added', '')}</div>")
    turned = ["".join(one.itertext()) for one in found.iter() if one.get("dir") == "auto"]
    assert turned
    assert all(HEBREW in words for words in turned)


def test_an_item_from_right_to_left_does_not_turn_the_list_below_it() -> None:
    assert '<li dir="auto"><p dir="auto">' in markup(LINES["item with a list"])
