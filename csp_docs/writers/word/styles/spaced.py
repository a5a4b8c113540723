"""Styles for paragraphs whose place gives them another space, such as the last item of a list or a note below a table.

The text is written with that space on the paragraph itself. Here it becomes a style like the paragraph's own, so that
an officer changes the space of all such paragraphs in one place, and no paragraph differs from its style. Word has no
other place for it: tables have no space of their own, and contextual spacing leaves no space between items at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from csp_docs.theme.theme import TextStyle
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.styles.style import ParagraphStyle, spaced

_PROPERTIES = re.compile(r'<w:pPr><w:pStyle w:val="([^"]+)"/>(?!</w:pPr>)(.*?)</w:pPr>')
_SIDES = {(True, True): "Around", (True, False): "Above", (False, True): "Below", (False, False): ""}
_MORE = {(False, False): "", (True, False): "First", (False, True): "Last", (True, True): "Alone"}
"""What the name of a style says of more space above and below: an officer knows "List Bullet Last" from templates."""
_MORE_OF_HEADINGS = {**_MORE, (True, False): "Below Text", (False, True): "Above Table", (True, True): "Between"}
_LESS = {(False, False): "", (True, False): "At Top", (False, True): "Close", (True, True): "Close Around"}
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
    def joined(self) -> str:
        """The id of the style, but for a number."""
        more = _SIDES[bool(self.before), bool(self.after)]
        less = _SIDES[self.before == 0, self.after == 0]
        parts = "Together" * self.together, f"Space{more}" * bool(more), f"NoSpace{less}" * bool(less)
        return "".join((self.base, *parts))

    def words(self, base: ParagraphStyle) -> str:
        """Return what the name of the style says after that of ``base``, which has its look."""
        own = base.look or TextStyle(0, 0)
        before, after = (0 if one is None else one - twips(usual) for one, usual in self._sides(own))
        more = (_MORE_OF_HEADINGS if base.is_heading else _MORE)[before > 0, after > 0]
        parts = "Together" * self.together, more, _LESS[before < 0, after < 0]
        return " ".join(filter(None, parts))

    def _sides(self, look: TextStyle) -> tuple[tuple[int | None, float], ...]:
        return (self.before, look.before), (self.after, look.after)

    def style(self, id_: str, base: ParagraphStyle, name: str) -> ParagraphStyle:
        """Return the style called ``name``; after it comes what comes after ``base``, or that itself."""
        look = spaced(base.look, self.before, self.after) if base.look else None
        keep = (w("keepLines"),) if self.together else ()
        return ParagraphStyle(id_, name, base.id, look, base.following or base.id, keep, base.priority, own=True)


def named(found: Iterable[tuple[SpacedStyle, str]], styles: dict[str, ParagraphStyle]) -> Iterator[ParagraphStyle]:
    """Yield the styles that are ``found``, with their ids; names are numbered where only the amount of space differs.

    ``styles`` are those that they are based on, which have their looks.
    """
    names = Counter[str]()
    for spaced_style, id_ in found:
        base = styles[spaced_style.base]
        name = f"{base.name[:1].upper()}{base.name[1:]} {spaced_style.words(base)}".rstrip()
        names[name] += 1
        alike = names[name] > 1 or name == base.name
        yield spaced_style.style(id_, base, f"{name} {names[name]}" if alike else name)


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
