"""The style of a heading: its level in Word's outline, and the list that gives it its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Appendix, Numbering, Section
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import indent, twips
from csp_docs.writers.word.styles.style import HEADING_LEVELS, number_reference

if TYPE_CHECKING:
    from csp_docs.writers.word.story import Story


def section_style(story: Story, section: Section, depth: int, in_appendix: bool) -> tuple[str, list[Xml]]:
    """Return the style of a heading ``depth`` sections deep, and the differences from it.

    In an appendix it is one level lower, and one more for each document around its own.
    """
    if section.like_appendix:
        return f"{story.document_lists.prefix}BackHeading", []
    level = min(depth + in_appendix + story.shift, HEADING_LEVELS)
    if section.number and (in_appendix or story.shift):
        return f"{story.document_lists.prefix}{'AppendixSection' if in_appendix else 'Heading'}{depth}", []
    if section.number:
        return f"Heading{level}", []
    edge = [indent(0)] if (section.at_margin or section.over) and story.zones.section.indent else []
    if section.over and level <= story.styles.parents.start and not story.zones.section.prefix:
        return f"Heading{level}", []  # a style that is at the margin
    if moved := story.zones.section.prefix:
        return f"{moved}Heading{level}Unnumbered", edge
    plain = "Unnumbered" if is_numbered(level, story.styles) else ""
    return f"Heading{level}{plain}", edge


def is_numbered(level: int, numbering: Numbering) -> bool:
    """Whether the style of headings of ``level`` (from 1) has a number."""
    return level <= min(len(numbering.headings), HEADING_LEVELS) and numbering.headings[level - 1] is not None


def appendix_style(story: Story, appendix: Appendix) -> tuple[str, list[Xml]]:
    """Return the style of an appendix's heading, and the differences from it.

    They are its list, if its label is not the next one of that style, and its place if it does not begin a page.
    """
    story.appendices += 1
    style, properties = f"{story.document_lists.prefix}AppendixHeading", list[Xml]()
    label = appendix.printed_label
    if label != story.document_lists.appendix_label(story.appendices):
        properties.append(number_reference(story.lists.labelled(story.document_lists, label)))
    if appendix.together:
        above = twips(story.theme.appendix(story.shift + 1, together=True).before)
        properties += [w("pageBreakBefore", val=0), w("spacing", before=above)]
    return style, properties
