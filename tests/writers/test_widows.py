"""No line of a paragraph is alone at the foot or the top of a page, in either format: Word's default, and ours."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.blocks import Callout, List, Quote, Section
from csp_docs.output.printing import Printing
from csp_docs.theme.theme import Theme
from csp_docs.writers.pdf.type.shapes import Line
from tests.docx_file import WordFile, find_all, strings
from tests.sample import p, t
from tests.writers.word.plans import resolved

LINES = st.integers(1, 12)
SENTENCE = "These words are about as long as a line on the page, so that we know what they need. "


def words(lines: int) -> str:
    return SENTENCE * lines


BLOCKS = st.one_of(
    LINES.map(lambda lines: p(words(lines))),
    st.lists(LINES, min_size=1, max_size=4).map(lambda items: List(tuple((p(words(lines)),) for lines in items))),
    LINES.map(lambda lines: Callout((p(words(lines)), p(words(2))))),
    LINES.map(lambda lines: Quote((p(words(lines)),))),
)


def parts(printing: Printing) -> Iterator[list[int]]:
    """The number of lines of each paragraph on the pages that it is on."""
    found: list[list[int]] = []
    for number, page in enumerate(printing.layout.pages):
        for placed in page.boxes:
            if isinstance(placed.box, Line) and placed.box.pieces:
                if placed.box.opens or not found:
                    found.append([])
                found[-1].append(number)
    return ([pages.count(number) for number in sorted(set(pages))] for pages in found)


@settings(max_examples=40, deadline=None)
@given(st.lists(BLOCKS, min_size=8, max_size=30))
def test_two_lines_or_more_of_a_paragraph_are_on_each_of_its_pages(blocks: list[Section]) -> None:
    document = resolved(Section(t("Heading"), tuple(blocks)), watermark="")
    assert [lines for lines in parts(Printing(document, Theme())) if len(lines) > 1 and min(lines) < 2] == []


def test_word_keeps_two_lines_together_in_every_style() -> None:
    file = WordFile(Printing(resolved(Section(t("S"), (p(words(9)), Quote((p(words(9)),))))), Theme()).word())
    styles = file.root("word/styles.xml")
    assert len(find_all(styles, "//w:pPrDefault/w:pPr/w:widowControl[not(@w:val)]")) == 1
    for part in ("word/styles.xml", "word/document.xml"):
        assert strings(file.root(part), "//w:widowControl/@w:val") == []
