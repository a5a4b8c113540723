"""A paragraph as it is written: its properties may change until it is text, because of what follows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from csp_docs.writers.word.file.elements import Xml, paragraph_properties, tag_of, w, with_attribute

_KEEP = w("keepNext")
_KEPT = re.compile(r'(<w:pPr><w:pStyle w:val="[^"]*"/>)(?:<w:keepNext(?: w:val="0")?/>)?')
"""The style of a paragraph, and whether it is kept with the next one: the schema's order puts that after the style."""


class Paragraph:
    """A paragraph in ``style``; ``properties`` has the differences from it, ``content`` one element in each place.

    ``after`` is the space below it, in twips, where it differs from that of the style.
    """

    __slots__ = ("after", "content", "properties", "style")

    def __init__(self, style: str, content: Iterable[Xml], *properties: Xml) -> None:
        self.style, self.content, self.properties, self.after = style, list(content), list(properties), 0

    def xml(self) -> Xml:
        """Return ``w:p``."""
        return Xml(f"<w:p>{_properties(self.style, tuple(self.properties))}{''.join(self.content)}</w:p>")

    def usual_space_below(self) -> None:
        """Give the paragraph the space below it that its style has: none, in the styles that are asked for it."""
        self.after = 0
        others = [one for one in self.properties if tag_of(one) != "spacing" or "w:before=" in one]
        self.properties = [with_attribute(one, "after", 0) if tag_of(one) == "spacing" else one for one in others]

    def space_below(self, after: int) -> None:
        """Give the paragraph ``after`` twips of space below it."""
        self.after = after
        for place, one in enumerate(self.properties):
            if tag_of(one) == "spacing":
                self.properties[place] = with_attribute(one, "after", after)
                return
        self.properties.append(w("spacing", after=after))


@lru_cache(maxsize=4096)
def _properties(style: str, others: tuple[Xml, ...]) -> Xml:
    return paragraph_properties((w("pStyle", val=style), *others))


Written: TypeAlias = Paragraph | Xml
"""A paragraph, or something else that is already text, such as a table."""


def xml_of(element: Written) -> Xml:
    """Return ``element`` as text."""
    return element.xml() if isinstance(element, Paragraph) else element


def paragraph(style: str, content: Iterable[Xml], *properties: Xml) -> Xml:
    """Return ``w:p`` in ``style``; ``properties`` has the differences from it."""
    return Paragraph(style, content, *properties).xml()


def kept_with_next(element: Written) -> Written:
    """Return ``element`` with each paragraph in it kept with the next one, also those in shapes."""
    if not isinstance(element, Paragraph):
        return all_kept(element)
    element.properties = [_KEEP, *(one for one in element.properties if tag_of(one) != "keepNext")]
    element.content = list(map(all_kept, element.content))
    return element


def all_kept(xml: Xml) -> Xml:
    """Return ``xml`` with each paragraph in it kept with the next one."""
    return Xml(_KEPT.sub(r"\1<w:keepNext/>", xml)) if "<w:pStyle" in xml else xml


def none_kept(xml: Xml) -> Xml:
    """Return ``xml`` with no paragraph in it kept with the next one."""
    return Xml(xml.replace(_KEEP, ""))


def first_unkept(xml: Xml) -> Xml:
    """Return ``xml`` with its first paragraph not kept with the next one, whatever its style says.

    A heading or a caption at the top of a cell would keep the row with the next: Word reads it there alone.
    """
    return Xml(_KEPT.sub(r'\1<w:keepNext w:val="0"/>', xml, count=1))
