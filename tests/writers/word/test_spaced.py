"""Space that the place of a paragraph asks for becomes a style like its own."""

from __future__ import annotations

import pytest

from csp_docs.theme.theme import TextStyle
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.paragraphs import paragraph
from csp_docs.writers.word.styles.spaced import SpacedStyle, SpacedStyles
from csp_docs.writers.word.styles.style import ParagraphStyle

PLAIN = paragraph("BodyText", [])
BELOW, ABOVE, NONE_ABOVE = w("spacing", after=180), w("spacing", before=280), w("spacing", before=0)
TOGETHER, KEEP = w("keepLines"), w("keepNext")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (PLAIN, PLAIN),
        (paragraph("BodyText", [], KEEP), paragraph("BodyText", [], KEEP)),
        (PLAIN + paragraph("ListBullet", [], BELOW), PLAIN + paragraph("ListBulletSpaceBelow", [])),
        (paragraph("BodyText", [], KEEP, ABOVE), paragraph("BodyTextSpaceAbove", [], KEEP)),
        (paragraph("Caption", [], w("spacing", before=120, after=280)), paragraph("CaptionSpaceAround", [])),
        (paragraph("ListBullet", [], w("spacing", after=0)), paragraph("ListBulletNoSpaceBelow", [])),
        (paragraph("BodyText", [], TOGETHER), paragraph("BodyTextTogether", [])),
        (paragraph("BodyText", [], TOGETHER, ABOVE), paragraph("BodyTextTogetherSpaceAbove", [])),
        (paragraph("Heading1", [], NONE_ABOVE), paragraph("Heading1", [], NONE_ABOVE)),
        (
            w("tc", w("tcPr", w("tcW", w=5)), paragraph("Heading3", [], NONE_ABOVE), PLAIN),
            w("tc", w("tcPr", w("tcW", w=5)), paragraph("Heading3NoSpaceAbove", []), PLAIN),
        ),
    ],
    ids=["plain", "kept", "below", "above", "around", "none", "together", "both", "top of a page", "top of a cell"],
)  # fmt: skip
def test_a_paragraph_has_the_style_that_its_place_asks_for(given: Xml, expected: Xml) -> None:
    assert SpacedStyles().applied(given) == expected


def test_styles_with_other_amounts_of_the_same_space_are_numbered() -> None:
    styles = SpacedStyles()
    for after in (180, 360, 180):
        styles.applied(paragraph("ListBullet", [], w("spacing", after=after)))
    bullet = ParagraphStyle("ListBullet", "List Bullet", look=TextStyle(12, 16.5, after=4), priority=2)
    made = [(id_, one.style(id_, bullet)) for one, id_ in styles.found.items()]
    assert [(id_, style.name, style.look and style.look.after) for id_, style in made] == [
        ("ListBulletSpaceBelow", "List Bullet Space Below", 9),
        ("ListBulletSpaceBelow2", "List Bullet Space Below 2", 18),
    ]
    assert {style.based for _, style in made} == {"ListBullet"}


def test_what_comes_after_such_a_style_is_what_comes_after_its_own() -> None:
    one = SpacedStyle("Quote", None, 280, together=False)
    quote = ParagraphStyle("Quote", "Quote", look=TextStyle(12, 16.5), following="BodyText")
    assert one.style(one.joined, quote).following == "BodyText"
    assert one.style(one.joined, quote._replace(following="")).following == "Quote"
