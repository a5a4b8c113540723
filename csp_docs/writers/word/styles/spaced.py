"""Styles for paragraphs whose place gives them another space, such as the last item of a list or a note below a table.

The text is written with that space on the paragraph itself. Here it becomes a style like the paragraph's own, so that
an officer changes the space of all such paragraphs in one place, and no paragraph differs from its style.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.styles.style import ParagraphStyle, spaced

_PROPERTIES = re.compile(r'<w:pPr><w:pStyle w:val="([^"]+)"/>(?!</w:pPr>)(.*?)</w:pPr>')
_SIDES = {(True, True): "Around", (True, False): "Above", (False, True): "Below", (False, False): ""}
_CELL = "</w:tcPr><w:p>"
"""What is before the properties of the first paragraph of a cell."""
_TOGETHER = "<w:keepLines/>"
_SPACING = re.compile(r'<w:spacing(?: w:before="(\d+)")?(?: w:after="(\d+)")?/>')


class SpacedStyle(NamedTuple):
    """A style like ``base`` with other space, in twips, where it is given; its lines are ``together`` on one page."""

    base: str
    before: int | None
    after: int | None
    together: bool

    @property
    def words(self) -> str:
        """What the name of the style says after the name of the one that it is based on."""
        more = _SIDES[bool(self.before), bool(self.after)]
        less = _SIDES[self.before == 0, self.after == 0]
        parts = "Together" * self.together, f"Space {more}" * bool(more), f"No Space {less}" * bool(less)
        return " ".join(filter(None, parts))

    @property
    def joined(self) -> str:
        """The id of the style, but for a number."""
        return f"{self.base}{self.words.replace(' ', '')}"

    def style(self, id_: str, base: ParagraphStyle) -> ParagraphStyle:
        """Return the style called ``id_``; after it comes what comes after ``base``, or that itself."""
        name = f"{base.name[:1].upper()}{base.name[1:]} {self.words} {id_.removeprefix(self.joined)}".rstrip()
        look = spaced(base.look, self.before, self.after) if base.look else None
        keep = (w("keepLines"),) if self.together else ()
        return ParagraphStyle(id_, name, base.id, look, base.following or base.id, keep, base.priority, own=True)


class SpacedStyles:
    """The styles that the paragraphs of one file need, by id, in reading order."""

    def __init__(self) -> None:
        self.found: dict[SpacedStyle, str] = {}

    def applied(self, xml: Xml) -> Xml:
        """Return ``xml`` with these styles in place of other space.

        A heading without space above, at the top of a page, keeps Word's own style: programs know a chapter by that.
        """
        return Xml(_PROPERTIES.sub(self._applied, xml))

    def _applied(self, properties: re.Match[str]) -> str:
        base, others = properties.groups()
        given = _SPACING.search(others)
        together = _TOGETHER in others
        before, after = (int(one) if one else None for one in (given.groups() if given else (None, None)))
        in_cell = properties.string.endswith(_CELL, 0, properties.start())
        if not (given or together) or (before == 0 and not in_cell):
            return properties[0]
        rest = others.replace(_TOGETHER, "").replace(given[0] if given else "", "")
        id_ = self._id(SpacedStyle(base, before, after, together))
        return f'<w:pPr><w:pStyle w:val="{id_}"/>{rest}</w:pPr>'

    def _id(self, style: SpacedStyle) -> str:
        """Return the id of a style; the name is numbered where styles differ only in how much space they have."""
        if style not in self.found:
            alike = sum(one.joined == style.joined for one in self.found)
            self.found[style] = f"{style.joined}{alike + 1 if alike else ''}"
        return self.found[style]
