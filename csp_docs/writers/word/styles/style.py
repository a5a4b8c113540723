"""One style of paragraphs, made from a text style of the theme: only how it differs from what it is based on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import evolve

from csp_docs.theme.theme import TextStyle, Theme
from csp_docs.writers.word.file.elements import Xml, paragraph_properties, run_properties, w
from csp_docs.writers.word.file.measures import half_points, rule, themed, twips
from csp_docs.writers.word.styles.gallery import visibility

HEADING_LEVELS = 6
_NOTHING = TextStyle(0, 0, colour="")
"""What Normal is based on: it says all that it has itself."""
_FONT_OF_HEADINGS = {"asciiTheme": "majorHAnsi", "hAnsiTheme": "majorHAnsi", "eastAsiaTheme": "majorEastAsia"}


class ParagraphStyle(NamedTuple):
    """A paragraph style. ``name`` is Word's name for a built-in style; ``own`` marks other styles.

    Without a ``look`` it looks like the style that it is ``based`` on. A ``heading`` has the theme's font of headings,
    so that it keeps it when somebody changes the font of Normal.
    """

    id: str
    name: str
    based: str = "Normal"
    look: TextStyle | None = None
    following: str = ""
    properties: tuple[Xml, ...] = ()
    priority: int = 99
    own: bool = False
    heading: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it is one of Word's headings, or like one."""
        return any(one.startswith("Heading") for one in (self.id, self.based))

    def element(self, theme: Theme, parent: TextStyle) -> Xml:
        """Return ``w:style``, based on a style that looks like ``parent``; the schema sets the order."""
        look = self.look or parent
        children = [w("name", val=self.name)]
        if self.id != "Normal":
            children.append(w("basedOn", val=self.based))
        if self.following:
            children.append(w("next", val=self.following))
        children += [w("uiPriority", val=self.priority), *visibility(self.id)]
        paragraph = [*_spacing(look, parent), *_rule_below(look, parent, theme), *self.properties]
        font = [w("rFonts", **_FONT_OF_HEADINGS, cstheme="majorBidi")] if self.heading else []
        children += _given(paragraph_properties(paragraph), run_properties([*font, *_type_face(look, parent, theme)]))
        return w("style", *children, type="paragraph", **_flags(self.own, self.id == "Normal"), styleId=self.id)


def resolved(styles: Iterable[ParagraphStyle]) -> dict[str, ParagraphStyle]:
    """Return ``styles`` by id, each with its look; a style comes after the one that it is based on."""
    found: dict[str, ParagraphStyle] = {}
    for style in styles:
        found[style.id] = style if style.look else style._replace(look=found[style.based].look)
    return found


def elements(styles: dict[str, ParagraphStyle], theme: Theme) -> Iterator[Xml]:
    """Yield ``w:style`` of each of ``styles``, which have their looks."""
    for id_, style in styles.items():
        parent = styles[style.based].look if id_ != "Normal" else None
        yield style.element(theme, parent or _NOTHING)


def spaced(look: TextStyle, before: float | None, after: float | None) -> TextStyle:
    """Return ``look`` with other space ``before`` and ``after``, in twips, where they are given."""
    above = look.before if before is None else before / 20
    below = look.after if after is None else after / 20
    return evolve(look, before=above, after=below)


def _spacing(look: TextStyle, parent: TextStyle) -> Iterator[Xml]:
    """Yield the space above, below and from line to line, as far as it differs.

    The rule "at least" gives the exact leading, but increases with larger type when somebody edits the style.
    """
    said: dict[str, object] = {}
    for side in ("before", "after"):
        points = twips(getattr(look, side))
        if points != twips(getattr(parent, side)):
            said[side] = points
    if twips(look.leading) != twips(parent.leading):
        said |= {"line": twips(look.leading), "lineRule": "atLeast"}
    if said:
        yield w("spacing", **said)


def _type_face(look: TextStyle, parent: TextStyle, theme: Theme) -> Iterator[Xml]:
    """Yield weight, colour and size, as far as they differ."""
    if look.bold != parent.bold:
        off = {} if look.bold else {"val": 0}
        yield from (w("b", **off), w("bCs", **off))
    if look.colour != parent.colour:
        yield w("color", **themed(theme, look.colour, "val"))
    if look.size != parent.size:
        yield from (w("sz", val=half_points(look.size)), w("szCs", val=half_points(look.size)))


def _rule_below(look: TextStyle, parent: TextStyle, theme: Theme) -> list[Xml]:
    distance, thickness = theme.heading_rule
    new = look.rule and look.rule != parent.rule
    return [w("pBdr", rule("bottom", theme, look.rule, thickness, distance))] if new else []


def _given(*properties: Xml) -> list[Xml]:
    """Return the groups of properties that have any."""
    return [group for group in properties if not group.endswith("Pr/>")]


def number_reference(number: int, depth: int = 0) -> Xml:
    """Return the property that makes a paragraph part of list ``number``; 0 removes it from every list."""
    level = [w("ilvl", val=depth)] if number else []
    return w("numPr", *level, w("numId", val=number))


def _flags(own: bool, default: bool) -> dict[str, int]:
    return {**({"default": 1} if default else {}), **({"customStyle": 1} if own else {})}
