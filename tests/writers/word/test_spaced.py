"""Space that the place of a paragraph asks for becomes a style like its own."""

from __future__ import annotations

from typing import Any

import pytest

from csp_docs.theme.theme import TextStyle
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.paragraphs import paragraph, xml_of
from csp_docs.writers.word.pages.flow import Flow
from csp_docs.writers.word.styles.spaced import SpacedStyle, SpacedStyles, named
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


BULLET = ParagraphStyle("ListBullet", "List Bullet", look=TextStyle(12, 16.5, after=4), priority=2)
HEADING = ParagraphStyle("Heading1", "heading 1", look=TextStyle(16, 21, before=22, after=8), heading=True)


MASTHEAD = ParagraphStyle("Masthead", "Masthead", look=TextStyle(14, 18, after=4), heading=True)


@pytest.mark.parametrize(
    ("base", "spaces", "name"),
    [
        (BULLET, {"after": 180}, "List Bullet Last"),
        (BULLET, {"before": 280}, "List Bullet First"),
        (BULLET, {"before": 280, "after": 180}, "List Bullet Alone"),
        (BULLET, {"after": 40}, "List Bullet Close"),
        (BULLET, {"after": 0}, "List Bullet Close"),
        (BULLET, {"after": 180, "together": True}, "List Bullet Together Last"),
        (MASTHEAD, {"after": 180}, "Masthead Last"),
        (HEADING, {"after": 280}, "Heading 1 Above Table"),
        (HEADING, {"before": 600}, "Heading 1 Below Text"),
        (HEADING, {"before": 0}, "Heading 1 At Top"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_name_says_where_a_paragraph_of_a_style_is(base: ParagraphStyle, spaces: Any, name: str) -> None:
    one = SpacedStyle(base.id, **{"before": None, "after": None, "together": False, **spaces})
    [made] = named([(one, one.joined)], {base.id: base})
    assert made.name == name


def test_styles_with_other_amounts_of_the_same_space_are_numbered() -> None:
    styles = SpacedStyles()
    for after in (180, 360, 180, 40):
        styles.applied(paragraph("ListBullet", [], w("spacing", after=after)))
    made = list(named([*styles.found.items()], {"ListBullet": BULLET}))
    assert [(style.id, style.name, style.look and style.look.after) for style in made] == [
        ("ListBulletSpaceBelow", "List Bullet Last", 9),
        ("ListBulletSpaceBelow2", "List Bullet Last 2", 18),
        ("ListBulletSpaceBelow3", "List Bullet Close", 2),
    ]
    assert {style.based for style in made} == {"ListBullet"}


def test_what_comes_after_such_a_style_is_what_comes_after_its_own() -> None:
    one = SpacedStyle("Quote", None, 280, together=False)
    quote = ParagraphStyle("Quote", "Quote", look=TextStyle(12, 16.5), following="BodyText")
    assert one.style(one.joined, quote, "Quote Last").following == "BodyText"
    assert one.style(one.joined, quote._replace(following=""), "Quote Last").following == "Quote"


@pytest.mark.parametrize("space", [0, 14])
def test_a_figure_above_its_source_keeps_its_own_style(space: float) -> None:
    """It has no space below it, so a style without space would be the same; space that it had before is gone."""
    flow = Flow()
    flow.paragraph("Figure", [])
    flow.end_with(space)
    flow.end_with(0)
    assert SpacedStyles().applied(xml_of(flow.elements[0])) == paragraph("Figure", [])
