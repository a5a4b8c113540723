"""Figures, diagrams, and what somebody still owes."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

from attrs import Attribute, field, frozen

from csp_docs.errors import Code
from csp_docs.model.checked import checked
from csp_docs.model.dates import Day, given_day
from csp_docs.model.lists import ListItem, list_items
from csp_docs.model.values import FileName, Markdown, ModelError, named, path, some

_WIDTH = re.compile(r"([1-9]\d|100)\s?%", re.ASCII)
_MOST_ITEMS = 50
"""Of a diagram: the words of more than these nobody could read on one page."""
_HINT = "say what the picture shows with `alt: …`, or write `decorative: yes` when it says nothing"


@frozen(field_transformer=checked)
class Pending:
    """What somebody still owes: ``owner`` owes ``what``, until ``due`` where a date is set."""

    owner: Markdown
    what: Markdown
    due: Day | None = field(default=None, converter=given_day)

    def __attrs_post_init__(self) -> None:
        for name in ("owner", "what"):
            if not getattr(self, name).strip():
                raise ModelError(Code.EMPTY_TEXT, f'"{name}" of what is pending is empty', "say who owes what", (name,))


@frozen(field_transformer=checked)
class Picture:
    """A picture's file (PNG or JPEG, below the document's folder), with words for those who cannot see it."""

    file: FileName = field(converter=path)
    alt: Markdown = ""
    decorative: bool = False

    def __attrs_post_init__(self) -> None:
        _described(self.file, self.alt, self.decorative)


@frozen(kw_only=True, field_transformer=checked)
class Figure:
    """A picture with its caption and source, or the place of one that is ``pending``.

    ``width`` is a share of the text's width, ``60%``. ``label`` is the printed word of the series it counts in ("Map").
    """

    file: FileName = field(default="", converter=path)
    pending: Pending | None = None
    id: str = ""
    caption: Markdown = ""
    alt: Markdown = ""
    decorative: bool = False
    source: Markdown = ""
    width: str = field(default="")
    label: Markdown = ""

    @width.validator
    def _share(self, _: Attribute[Any], width: str) -> None:
        if width and not _WIDTH.fullmatch(width):
            raise ModelError(
                Code.OUT_OF_RANGE,
                f'"{width}" is no width of a figure',
                "give a share of the text's width, 10% to 100%",
                ("width",),
            )

    def __attrs_post_init__(self) -> None:
        if bool(self.file) == bool(self.pending):
            raise ModelError(
                Code.ONE_OF_SEVERAL, "a figure is a file or is pending", "give just one of `file` and `pending`"
            )
        if self.file:
            _described(self.file, self.alt, self.decorative)
        if self.decorative and self.caption:
            raise ModelError(
                Code.TEXT_ALTERNATIVE,
                "a decorative picture with a caption",
                "describe it with `alt`, or take one away",
                ("caption",),
            )


def _described(file: str, alt: str, decorative: bool) -> None:
    """Refuse a picture that says nothing to those who cannot see it (WCAG 2.2, 1.1.1)."""
    if not alt.strip() and not decorative:
        raise ModelError(Code.TEXT_ALTERNATIVE, f'the picture "{file}" has no alternative text', _HINT, ("file",))
    if alt.strip() and decorative:
        raise ModelError(
            Code.TEXT_ALTERNATIVE,
            f'the picture "{file}" is decorative and has alternative text',
            "give just one",
            ("alt",),
        )


class DiagramType(Enum):
    """How a diagram is drawn: one step after the other, in a circle, or as a tree."""

    STEPS = "steps"
    CYCLE = "cycle"
    TREE = "tree"


def _type(value: DiagramType | str) -> DiagramType:
    return named(DiagramType, value)


@frozen(field_transformer=checked)
class Diagram:
    """A diagram drawn from words. In a tree a list behind an item holds what stands below it.

    ``alt`` says what the diagram shows; without it the items are read one after the other.
    """

    type: DiagramType = field(converter=_type)
    items: tuple[ListItem, ...] = field(converter=list_items, validator=some)
    id: str = field(default="", kw_only=True)
    caption: Markdown = field(default="", kw_only=True)
    alt: Markdown = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        for position, item in enumerate(self.items):
            if not isinstance(item, str) and self.type is not DiagramType.TREE:
                hint = "only a tree has items below items"
                raise ModelError(
                    Code.WRONG_DIAGRAM,
                    f"the {self.type.value} of a diagram cannot hold a list",
                    hint,
                    ("items", position),
                )
        if (count := _count(self.items)) > _MOST_ITEMS:
            raise ModelError(
                Code.WRONG_DIAGRAM, f"a diagram of {count} items", f"{_MOST_ITEMS} are the most: divide it", ("items",)
            )
        if not isinstance(self.items[0], str):
            raise ModelError(
                Code.WRONG_DIAGRAM,
                "a diagram begins with a list",
                "give the item that it belongs to first",
                ("items", 0),
            )


def _count(items: tuple[ListItem, ...]) -> int:
    return sum(1 if isinstance(item, str) else _count(item.items) for item in items)


def nested(items: tuple[ListItem, ...]) -> tuple[tuple[str, tuple[ListItem, ...]], ...]:
    """Return each text of ``items`` with the items of the lists right behind it."""
    out: list[tuple[str, tuple[ListItem, ...]]] = []
    for item in items:
        if isinstance(item, str):
            out.append((item, ()))
        else:
            text, below = out[-1]
            out[-1] = (text, below + item.items)
    return tuple(out)
