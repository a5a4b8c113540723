"""Figures, diagrams and pending content."""

from __future__ import annotations

import re
from enum import Enum
from os import PathLike
from typing import TYPE_CHECKING, Any

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.choices import DiagramTypeName
from csp_docs.model.dates import Day, given_day
from csp_docs.model.lists import ListItem, list_items
from csp_docs.model.values import Markdown, ModelError, PictureFile, file_shown, named, path, some

if TYPE_CHECKING:
    from csp_docs.model.drawn import PictureLike

_WIDTH = re.compile(r"([1-9]\d|100)\s?%", re.ASCII)
_MOST_ITEMS = 50
"""The most items of a diagram. With more, the words would be too small to read on one page."""
_HINT = "say what the picture shows with `alt: …`, or write `decorative: yes` if it gives no information"
_HINT_IN_PYTHON = 'say what the picture shows with `alt="…"`, or give `decorative=True` if it gives no information'
"""For a picture that only a script can give."""


def picture_file(value: PictureLike) -> PictureFile:
    """Return the content of a picture, or the path of its file as a text. Raises ModelError."""
    if isinstance(value, str | PathLike):
        return path(value)
    if isinstance(value, bytes):
        return value
    from csp_docs.model.drawn import content_of  # few documents have what other libraries drew

    return content_of(value)


@model_record
class Pending:
    """Content that is still to come: ``what``, from ``owner``, by ``due`` if there is a date."""

    owner: Markdown
    what: Markdown
    due: Day | None = field(default=None, converter=given_day)

    def __attrs_post_init__(self) -> None:
        for name in ("owner", "what"):
            if not getattr(self, name).strip():
                raise ModelError(
                    Code.EMPTY_TEXT,
                    f'the "{name}" of a pending item is empty',
                    "say what is pending and who must give it",
                    (name,),
                )


@model_record
class Picture:
    """The file of a picture (PNG or JPEG), with its alternative text.

    A script may give the content of the file, or a figure of a drawing library.
    """

    file: PictureFile = field(converter=picture_file, repr=file_shown)
    alt: Markdown = ""
    decorative: bool = False

    def __attrs_post_init__(self) -> None:
        _described(self.file, self.alt, self.decorative)


@model_record(kw_only=True)
class Figure:
    """A picture with its caption and source, or a placeholder for one that is ``pending``.

    ``file`` is the name of a file (PNG or JPEG) or, in a script, its content as ``bytes``, a figure of matplotlib,
    plotly or altair, or an image of Pillow, which is saved as PNG at once. ``width`` is a share of the text's width,
    ``60%``. ``label`` is the printed word for its numbered series ("Map").
    """

    file: PictureFile = field(default="", converter=picture_file, repr=file_shown)
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
                f'"{width}" is not a width for a figure',
                "give a share of the text's width, 10% to 100%",
                ("width",),
            )

    def __attrs_post_init__(self) -> None:
        if bool(self.file) == bool(self.pending):
            raise ModelError(
                Code.ONE_OF_SEVERAL, "a figure must have a file or be pending", "give just one of `file` and `pending`"
            )
        if self.file:
            _described(self.file, self.alt, self.decorative)
        if self.decorative and self.caption:
            raise ModelError(
                Code.TEXT_ALTERNATIVE,
                "a decorative picture cannot have a caption",
                "describe it with `alt`, or remove `decorative` or the caption",
                ("caption",),
            )


def _described(file: PictureFile, alt: str, decorative: bool) -> None:
    """Refuse a picture without a text for people who cannot see it (WCAG 2.2, 1.1.1)."""
    is_content = isinstance(file, bytes)
    called = f"the picture of {file_shown(file)}" if is_content else f"the picture {file_shown(file)}"
    if not alt.strip() and not decorative:
        hint = _HINT_IN_PYTHON if is_content else _HINT
        raise ModelError(Code.TEXT_ALTERNATIVE, f"{called} has no alternative text", hint, ("file",))
    if alt.strip() and decorative:
        raise ModelError(
            Code.TEXT_ALTERNATIVE,
            f"{called} is decorative but has alternative text",
            "give just one of `alt` and `decorative`",
            ("alt",),
        )


class DiagramType(Enum):
    """How a diagram is drawn: as steps, in a circle, or as a tree."""

    STEPS = "steps"
    CYCLE = "cycle"
    TREE = "tree"


def _type(value: DiagramType | DiagramTypeName) -> DiagramType:
    return named(DiagramType, value)


@model_record
class Diagram:
    """A diagram drawn from words. In a tree, a list after an item has the items below it.

    ``alt`` says what the diagram shows; without it, the items are read out in order.
    """

    type: DiagramType = field(converter=_type)
    items: tuple[ListItem, ...] = field(converter=list_items, validator=some)
    id: str = field(default="", kw_only=True)
    caption: Markdown = field(default="", kw_only=True)
    alt: Markdown = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        for position, item in enumerate(self.items):
            if not isinstance(item, str) and self.type is not DiagramType.TREE:
                hint = "only a tree can have items below items"
                raise ModelError(
                    Code.WRONG_DIAGRAM,
                    f"a diagram of the type {self.type.value} cannot contain a list",
                    hint,
                    ("items", position),
                )
        if (count := _count(self.items)) > _MOST_ITEMS:
            raise ModelError(
                Code.WRONG_DIAGRAM,
                f"a diagram has {count} items",
                f"use {_MOST_ITEMS} at most, or divide it",
                ("items",),
            )
        if not isinstance(self.items[0], str):
            raise ModelError(
                Code.WRONG_DIAGRAM,
                "a diagram begins with a list",
                "first give the item that it belongs to",
                ("items", 0),
            )


def _count(items: tuple[ListItem, ...]) -> int:
    return sum(1 if isinstance(item, str) else _count(item.items) for item in items)


def nested(items: tuple[ListItem, ...]) -> tuple[tuple[str, tuple[ListItem, ...]], ...]:
    """Return each text of ``items`` with the items of the lists directly after it."""
    out: list[tuple[str, tuple[ListItem, ...]]] = []
    for item in items:
        if isinstance(item, str):
            out.append((item, ()))
        else:
            text, below = out[-1]
            out[-1] = (text, below + item.items)
    return tuple(out)
