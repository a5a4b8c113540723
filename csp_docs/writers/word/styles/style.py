"""One style of paragraphs, made from a text style of the theme."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from csp_docs.records import record
from csp_docs.theme.theme import TextStyle, Theme
from csp_docs.writers.word.file.elements import paragraph_properties, run_properties, w
from csp_docs.writers.word.file.measures import rule, spacing, type_face

HEADING_LEVELS = 6


@record
class ParagraphStyle:
    """A paragraph style. ``name`` is Word's name for a built-in style; ``own`` marks other styles."""

    id: str
    name: str
    based: str = "Normal"
    look: TextStyle | None = None
    following: str = ""
    properties: tuple[etree._Element, ...] = ()
    priority: int = 99
    own: bool = False

    def element(self, theme: Theme) -> etree._Element:
        """Return ``w:style``; the schema sets the order.

        It gets copies of ``properties``, because styles may share them: lxml would move them to the last one.
        """
        children = [w("name", val=self.name)]
        if self.id != "Normal":
            children.append(w("basedOn", val=self.based))
        if self.following:
            children.append(w("next", val=self.following))
        children += [w("uiPriority", val=self.priority), w("qFormat")]
        look = [spacing(self.look), *_rule_below(self.look, theme)] if self.look else []
        children.append(paragraph_properties([*look, *map(deepcopy, self.properties)]))
        if self.look:
            children.append(run_properties(type_face(self.look, theme)))
        return w("style", *children, type="paragraph", **_flags(self.own, self.id == "Normal"), styleId=self.id)


def _rule_below(look: TextStyle, theme: Theme) -> list[etree._Element]:
    distance, thickness = theme.heading_rule
    return [w("pBdr", rule("bottom", theme.colour(look.rule), thickness, distance))] if look.rule else []


def number_reference(number: int, depth: int = 0) -> etree._Element:
    """Return the property that makes a paragraph part of list ``number``; 0 removes it from every list."""
    level = [w("ilvl", val=depth)] if number else []
    return w("numPr", *level, w("numId", val=number))


def _flags(own: bool, default: bool) -> dict[str, int]:
    return {**({"default": 1} if default else {}), **({"customStyle": 1} if own else {})}
