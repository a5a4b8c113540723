"""Which style a heading takes: its level in Word's outline, and the list that gives it its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from csp_docs.blocks import Appendix, Numbering, Section
from csp_docs.render.word.styles import HEADING_LEVELS, number_reference

if TYPE_CHECKING:
    from csp_docs.render.word.story import Story


def section_style(section: Section, depth: int, in_appendix: bool, numbering: Numbering) -> str:
    """Return the style of a heading ``depth`` sections deep; in an appendix it is one level below that."""
    level = min(depth + in_appendix, HEADING_LEVELS)
    if section.number and in_appendix:
        return f"AppendixSection{level - 1}"
    if section.number or not is_numbered(level, numbering):
        return f"Heading{level}"
    return f"Heading{level}Unnumbered"


def is_numbered(level: int, numbering: Numbering) -> bool:
    """Whether the style of headings of ``level`` (from 1) has a number."""
    return level <= min(len(numbering.headings), HEADING_LEVELS) and numbering.headings[level - 1] is not None


def appendix_style(story: Story, appendix: Appendix) -> tuple[str, list[etree._Element]]:
    """Return the style of an appendix's heading, and its list where its label is not the next one of that style."""
    story.appendices += 1
    label = f"{appendix.prefix}{appendix.label}{appendix.suffix}"
    if label == story.lists.appendix_label(story.appendices):
        return "AppendixHeading", []
    return "AppendixHeading", [number_reference(story.lists.labelled(label))]
