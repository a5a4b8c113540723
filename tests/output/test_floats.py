"""Tables and figures that float: pages are filled, nothing is lost, and Word has them where the PDF prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs import blocks as b
from csp_docs.api import loads, numbered
from csp_docs.output.printing import Printing
from csp_docs.theme.theme import Theme
from csp_docs.writers.pdf import Layout
from csp_docs.writers.pdf.pages.pages import Page
from csp_docs.writers.pdf.type.shapes import AnyBox, Line
from tests.docx_file import WordFile, text
from tests.sample import p, t
from tests.writers.word.plans import resolved

WORD = re.compile(r"zq\d+zq")
CHART = b.Chart(b.ChartKind.COLUMN, ("A", "B"), (b.Series("S", (Decimal(1), Decimal(2))),))
FLOATS = {"Figure", "Table"}


def figure(word: str, share: float = 0.6) -> b.Figure:
    return b.Figure(CHART, "A chart", caption=b.Caption("Figure", t(word)), width=share)


def table(word: str, rows: int) -> b.Table:
    cells = tuple((((p(f"row {row}"),), (p("1"),))) for row in range(rows))
    head = (b.HeaderCell(t("A")), b.HeaderCell(t("B")))
    aligns = b.Align.LEFT, b.Align.RIGHT
    return b.Table((head,), (b.RowGroup(cells),), aligns, caption=b.Caption("Table", t(word)))


def prose(word: str, lines: int, end: str = ".") -> b.Paragraph:
    line = "a line of this text is about so long that it needs all of the width of the page "
    return p(f"{word} {line * lines}{end}")


@st.composite
def contents(draw: st.DrawFn) -> tuple[b.Block, ...]:
    """Sections of text, tables and figures in any order; each has a word of its own."""
    words = (f"zq{number}zq" for number in range(1000))

    def one() -> b.Block:
        match draw(st.sampled_from(["text", "text", "text", "list", "figure", "table"])):
            case "figure":
                return figure(next(words), draw(st.sampled_from([0.5, 0.8, 1.0])))
            case "table":
                return table(next(words), draw(st.integers(1, 14)))
            case "list":
                return b.List(tuple((p(next(words)),) for _ in range(draw(st.integers(1, 5)))))
        return prose(next(words), draw(st.integers(1, 9)), draw(st.sampled_from([".", ".", ":"])))

    def section() -> b.Section:
        return b.Section(t(next(words)), tuple(one() for _ in range(draw(st.integers(1, 9)))))

    return tuple(section() for _ in range(draw(st.integers(1, 4))))


def printing(blocks: tuple[b.Block, ...], *, floats: bool) -> Printing:
    return Printing(evolve(resolved(*blocks), floats=floats, watermark=""), Theme())


def pages(layout: Layout) -> list[list[str]]:
    """The words of each page, in the order in which they are printed."""
    return [WORD.findall(" ".join(_words(placed.box for placed in page.boxes))) for page in layout.pages]


def _words(boxes: Iterator[AnyBox]) -> Iterator[str]:
    for box in boxes:
        if isinstance(box, Line):
            yield "".join(piece.text for piece in box.pieces)


def floating(blocks: tuple[b.Block, ...]) -> list[str]:
    """The words of tables and figures, in their order."""
    captions = (block.caption for block in b.walk.every_block(blocks) if isinstance(block, b.Figure | b.Table))
    return [b.walk.words(caption.inlines) for caption in captions if caption]


@settings(max_examples=60, deadline=None)
@given(contents())
def test_nothing_is_lost_and_no_page_is_emptier(blocks: tuple[b.Block, ...]) -> None:
    before, after = printing(blocks, floats=False).layout, printing(blocks, floats=True).layout
    fixed, moved = (list(chain(*pages(layout))) for layout in (before, after))
    assert sorted(fixed) == sorted(moved)
    known = set(floating(blocks))
    assert [word for word in moved if word in known] == floating(blocks)
    assert [word for word in moved if word not in known] == [word for word in fixed if word not in known]
    assert len(after.pages) <= len(before.pages)
    reached = {word: place for place, page in enumerate(pages(after)) for word in page}
    for place, page in enumerate(pages(before)):
        assert all(reached[word] <= place for word in page)


@settings(max_examples=15, deadline=None)
@given(contents())
def test_word_has_everything_in_the_order_of_the_pdf(blocks: tuple[b.Block, ...]) -> None:
    printed = printing(blocks, floats=True)
    word = WORD.findall(" ".join(map(text, WordFile(printed.word()).body)))
    assert word == list(chain(*pages(printed.layout)))


def gap(before: int, *after: b.Block) -> tuple[b.Block, ...]:
    """A page whose end is too short for the figure, and what follows this."""
    lead = tuple(prose(f"zq{number}zq", 4) for number in range(before))
    return (b.Section(t("Heading"), (*lead, figure("zq90zq", 1.0), *after)),)


def test_the_text_after_a_figure_fills_the_page_and_the_figure_is_at_the_top_of_the_next() -> None:
    text_below = prose("zq91zq", 3), prose("zq92zq", 3), prose("zq93zq", 30)
    first, second, *_ = pages(printing(gap(7, *text_below), floats=True).layout)
    assert first[-1] in {"zq91zq", "zq92zq"}
    assert second[0] == "zq90zq"
    assert pages(printing(gap(7, *text_below), floats=False).layout)[1][:2] == ["zq90zq", "zq91zq"]


def test_a_page_does_not_have_a_single_figure_while_there_is_text_for_it() -> None:
    names = tuple(map(str, range(1, 23)))
    bars = b.Chart(b.ChartKind.BAR, names, (b.Series("S", tuple(map(Decimal, names))),))
    text_below = [prose(f"zq{word}zq", 2) for word in range(92, 96)]
    tall = evolve(figure("zq91zq", 1.0), content=bars)
    first, second, third = printing(gap(6, tall, *text_below), floats=True).layout.pages
    assert max(_empty(first), _empty(second)) < 0.45
    assert third.boxes


STAYS = {
    "a heading follows": (b.Section(t("zq91zq"), (prose("zq92zq", 2),)),),
    "a paragraph of more than the rest of the page follows": (prose("zq91zq", 40),),
    "another figure follows": (figure("zq91zq"),),
    "a table without a caption follows": (evolve(table("zq91zq", 2), caption=None), prose("zq92zq", 2)),
    "words that lead to another figure follow": (
        prose("zq91zq", 2, "as follows:"),
        figure("zq92zq"),
        prose("zq93zq", 2),
    ),
}


@pytest.mark.parametrize("after", STAYS.values(), ids=STAYS)
def test_a_figure_stays_where_nothing_can_be_drawn_up(after: tuple[b.Block, ...]) -> None:
    fixed, floated = (pages(printing(gap(7, *after), floats=floats).layout) for floats in (False, True))
    assert floated == fixed


ROWS = st.one_of(st.integers(2, 8), st.integers(20, 60))
FLOATING = st.lists(st.one_of(st.sampled_from([0.5, 0.8, 1.0]), ROWS), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 12), FLOATING)
def test_no_page_is_a_quarter_empty_while_there_is_text_after_tables_and_figures(lead: int, kinds: list[float]) -> None:
    captions = [f"zq{number}zq" for number in range(len(kinds))]
    shown = [
        figure(word, kind) if isinstance(kind, float) else table(word, kind)
        for word, kind in zip(captions, kinds, strict=True)
    ]
    around = [
        [prose(f"zq{number}zq", 1) for number in range(first, first + count)]
        for first, count in ((100, lead), (200, 60))
    ]
    blocks = (b.Section(t("Heading"), (*around[0], *shown, *around[1])),)
    laid_out = printing(blocks, floats=True).layout
    assert [word for page in pages(laid_out) for word in page if word in captions] == captions
    assert max((_empty(page) for page in laid_out.pages[:-1]), default=0) < 1 / 4


def _empty(page: Page) -> float:
    """The share of a page below its last box."""
    last = page.boxes[-1]
    return 1 - (last.top + last.box.height) / page.style.room


def test_a_figure_stays_below_words_that_lead_to_it_with_a_colon_and_with_its_footnote() -> None:
    [section] = gap(7, prose("zq91zq", 2))
    assert isinstance(section, b.Section)
    *lead, shown, after = section.blocks
    assert isinstance(shown, b.Figure)
    noted = evolve(shown, source=(b.Text("Source"), b.Note(t("A note"), 1)))
    for blocks in ((*lead[:-1], prose("zq6zq", 4, "as follows:"), shown, after), (*lead, noted, after)):
        around = (evolve(section, blocks=blocks),)
        fixed, floated = (pages(printing(around, floats=floats).layout) for floats in (False, True))
        assert floated == fixed


def test_a_template_asks_for_floats() -> None:
    yaml = """
        kind: plan
        council: {council: {name: Anytown Council}, layouts: {plan: {floats: %s}}}
        title: Plan
        sections: [{title: S, content: [Words.]}]
    """
    for asked in (True, False):
        document, _ = numbered(loads(yaml % ("yes" if asked else "no"), "plan.yaml"))
        assert document.floats is asked
