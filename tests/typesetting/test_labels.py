"""Text is next to the column of numbers where there are numbers."""

from __future__ import annotations

import pytest
from attrs import evolve

from csp_docs.blocks import Appendix, Block, Landscape, Numbering, Paragraph, Part, Section, walk
from csp_docs.blocks.counters import NumberPattern
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.numbering import resolve
from tests.sample import document, p, t

STYLE = Numbering(headings=(NumberPattern.parse("1.0"),), paragraphs=NumberPattern.parse("1.1"))
WORDS = Section((), (p("words"),))
PLAIN = Section(t("Plain"), (p("words"), Section(t("Deeper"), (p("words"),))), numbered=False)
NUMBERED = Section(t("Title"), (Paragraph(t("words"), numbered=True),))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((WORDS, PLAIN), [True, True, True]),
        ((Landscape((PLAIN,)),), [True, True]),
        ((Part((PLAIN,), "", None),), [True, True]),
        ((WORDS, NUMBERED), [True, False]),
        ((WORDS, PLAIN, NUMBERED, WORDS), [True, True, True, False, False]),
        ((Section(t("Title"), (p("words"),)),), [False]),
    ],
    ids=["plain", "landscape", "part", "above a number", "around a number", "numbered"],
)
def test_an_appendix_is_at_the_margin_above_its_first_number(blocks: tuple[Block, ...], expected: list[bool]) -> None:
    given = evolve(document(), numbering=STYLE, blocks=(PLAIN, Appendix(t("A"), blocks)))
    body, appendix = resolve(given, Theme())[0].blocks
    assert body == PLAIN
    found = [block.at_margin for block in walk.every_block((appendix,)) if isinstance(block, Section)]
    assert found == expected
