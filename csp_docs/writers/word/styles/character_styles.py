"""Styles of words: strong and stressed ones, links, marks of notes and comments, ratings, and what is pending."""

from __future__ import annotations

from typing import NamedTuple

from csp_docs.blocks import RatingLevel
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, run_properties, w
from csp_docs.writers.word.file.measures import shading, themed
from csp_docs.writers.word.styles.gallery import visibility

PENDING = "Pending"


class CharacterStyle(NamedTuple):
    """A style of words. ``name`` is Word's name for a built-in style; ``own`` marks other styles."""

    id: str
    name: str
    properties: tuple[Xml, ...] = ()
    priority: int = 99
    own: bool = False

    def element(self) -> Xml:
        """Return ``w:style``; the schema sets the order."""
        based = [] if self.id == _DEFAULT else [w("basedOn", val=_DEFAULT)]
        children = [w("name", val=self.name), *based, w("uiPriority", val=self.priority), *visibility(self.id)]
        if self.properties:
            children.append(run_properties(self.properties))
        flags = {**({"default": 1} if self.id == _DEFAULT else {}), **({"customStyle": 1} if self.own else {})}
        return w("style", *children, type="character", **flags, styleId=self.id)


_DEFAULT = "DefaultParagraphFont"


def rating_style(level: RatingLevel) -> str:
    """Return the id of the style of a rating."""
    return f"Rating{level.value.title()}"


def character_styles(theme: Theme) -> tuple[CharacterStyle, ...]:
    """Return the styles of words."""
    link = w("color", **themed(theme, "link", "val")), w("u", val="single")
    ratings = (
        CharacterStyle(
            rating_style(level), f"Rating {level.value.title()}", (shading(theme, level.value),), 37, own=True
        )
        for level in RatingLevel
    )
    return (
        CharacterStyle(_DEFAULT, "Default Paragraph Font", (), 1),
        CharacterStyle("Emphasis", "Emphasis", (w("i"), w("iCs")), 20),
        CharacterStyle("Strong", "Strong", (w("b"), w("bCs")), 22),
        CharacterStyle("Hyperlink", "Hyperlink", link),
        CharacterStyle("FollowedHyperlink", "FollowedHyperlink", link),
        CharacterStyle("CommentReference", "annotation reference"),
        CharacterStyle("FootnoteReference", "footnote reference", (w("vertAlign", val="superscript"),)),
        CharacterStyle(PENDING, "Pending", (shading(theme, "pending"),), 37, own=True),
        *ratings,
    )
