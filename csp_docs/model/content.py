"""The content of a section: texts, lists, tables, figures and boxes, as named in the document format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, TypeAlias, get_args

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.access import Access, of_one_part
from csp_docs.model.charts import Chart
from csp_docs.model.checked import model_record
from csp_docs.model.choices import ModelListName
from csp_docs.model.figures import Diagram, Figure, Pending
from csp_docs.model.lists import Bullets, Facts, Lines, Numbered, Paragraph, Plain
from csp_docs.model.maps import AreaMap
from csp_docs.model.registers import ActionPlan, Performance, RiskRegister
from csp_docs.model.tables import Table
from csp_docs.model.values import (
    Markdown,
    ModelError,
    check_lists,
    items,
    name_of,
    named_values,
    shown,
    some,
    within,
    worded,
)
from csp_docs.records import record


class ModelList(Enum):
    """Lists that are generated from the model."""

    PRIORITIES = "priorities"
    CROSS_CUTTING = "cross_cutting"
    RESPONSIBLE_AUTHORITIES = "responsible_authorities"
    OTHER_AGENCIES = "other_agencies"
    STATUTORY_PARTNERS = "statutory_partners"


def _model_list(value: ModelList | ModelListName) -> str:
    return name_of(ModelList, value)


def content_items(value: list[Any] | tuple[ContentItem, ...]) -> tuple[ContentItem, ...]:
    """Return the items of a section; a list among them is a bullet list."""
    found = items(value, object)
    if any(isinstance(item, list | tuple) for item in found):
        check_lists(found)
    blocks = tuple(Bullets(item) if isinstance(item, list | tuple) else item for item in found)
    return worded(items(blocks, (str, *BLOCKS)))


def named_content(value: Mapping[str, str | Sequence[ContentItem]]) -> dict[str, TextOrContent]:
    """Return names with texts or with content."""
    for name, given in named_values(value).items():
        if not isinstance(given, str | list | tuple):
            hint = "give a text, or a list of what a section may contain"
            raise ModelError(Code.WRONG_TYPE, f"this must be a text or a list, not {shown(given)}", hint, (name,))
    return {name: given if isinstance(given, str) else _content_of(name, given) for name, given in value.items()}


def _content_of(name: str, given: Any) -> tuple[ContentItem, ...]:
    try:
        return content_items(given)
    except ModelError as error:
        raise ModelError(error.code, error.fact, error.hint, (name, *error.at)) from None


def _boxed(box: str, content: tuple[ContentItem, ...], kinds: tuple[type, ...], around: str = "") -> None:
    """Refuse content that a box, or the box ``around`` it, cannot have."""
    for position, item in enumerate(content):
        if not isinstance(item, (str, *kinds)):
            name = _NAMES.get(type(item), type(item).__name__.lower())
            raise ModelError(
                Code.BLOCK_NOT_HERE,
                f"a {box} cannot contain a {name}",
                f"put it after the {around or box}",
                ("content", position),
            )


_MOST_COLUMNS = 4
"""More columns are narrower than most words on upright paper."""


@model_record
class ListOf:
    """A list generated from the model, such as the priorities; ``ModelList`` has the names."""

    name: str = field(converter=_model_list)


@model_record
class Callout:
    """A highlighted box, such as a notice, a key point or a case study. It contains texts, lists and quotations."""

    content: tuple[ContentItem, ...] = field(converter=content_items, validator=some)
    title: Markdown = ""

    def __attrs_post_init__(self) -> None:
        _boxed("callout", self.content, (*_WORDS, Quote))


@model_record
class Quote:
    """A quotation; ``title`` says whose words they are. It contains texts and lists."""

    content: tuple[ContentItem, ...] = field(converter=content_items, validator=some)
    title: Markdown = ""

    def __attrs_post_init__(self) -> None:
        _boxed("quote", self.content, _WORDS)


@model_record
class GridCell:
    """A cell of a grid: texts, lists, tables and figures below a title."""

    title: Markdown = ""
    content: tuple[ContentItem, ...] = field(default=(), converter=content_items)

    def __attrs_post_init__(self) -> None:
        if not (self.title.strip() or self.content):
            raise ModelError(
                Code.NOTHING_GIVEN, "a cell of a grid has no title and no content", "give it words, or remove it"
            )
        _boxed("cell", self.content, (*_WORDS, Table, Facts, Figure, Diagram, Chart), around="grid")


def _cells(value: list[GridCell] | tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    return items(value, GridCell)


@model_record
class Grid:
    """Cells in two ``columns`` of equal width, or in up to four, read row by row."""

    cells: tuple[GridCell, ...] = field(converter=_cells, validator=some)
    columns: int = field(default=2, metadata=within(2, _MOST_COLUMNS))

    @columns.validator
    def _side_by_side(self, attribute: Attribute[Any], columns: int) -> None:
        least, most = attribute.metadata["within"]
        if not least <= columns <= most:
            raise ModelError(
                Code.OUT_OF_RANGE,
                f"a grid cannot have {columns} column{'s' * (columns != 1)}",
                f"give it {least} to {most}, or write the content without a grid",
                ("columns",),
            )


@model_record
class Landscape:
    """Content on landscape pages, such as a table with many columns."""

    content: tuple[ContentItem, ...] = field(converter=content_items, validator=some)

    def __attrs_post_init__(self) -> None:
        kinds = tuple(kind for kind in BLOCKS if kind not in (Landscape, BlankPage))
        _boxed("landscape page", self.content, kinds)


@model_record
class Passage:
    """Content that is not for the public: its ``access`` says why. It has pages of its own in the whole edition."""

    content: tuple[ContentItem, ...] = field(converter=content_items, validator=some)
    access: Access = field(validator=of_one_part)

    def __attrs_post_init__(self) -> None:
        _boxed("passage", self.content, tuple(kind for kind in BLOCKS if kind is not Passage))
        if not self.access.closed:
            hint = "add `access: {exempt: [3]}`, or write the content without a passage"
            raise ModelError(Code.NO_EXEMPT_PARAGRAPH, "a passage does not say why it is not for the public", hint)


@record
class PageBreak:
    """A page break: the next block begins on a new page."""


@record
class BlankPage:
    """A page that only says that it is blank."""


_WORDS = (Plain, Bullets, Numbered, Lines, Pending, ListOf)
_NAMES: dict[type, str] = {
    PageBreak: "page break",
    BlankPage: "blank page",
    Landscape: "landscape page",
    Performance: "performance table",
    ActionPlan: "action plan",
    RiskRegister: "risk register",
    AreaMap: "map",
}
ContentItem: TypeAlias = (
    Markdown
    | Paragraph
    | Plain
    | Bullets
    | Numbered
    | Lines
    | Pending
    | ListOf
    | Table
    | Performance
    | ActionPlan
    | RiskRegister
    | Facts
    | Figure
    | Diagram
    | Chart
    | AreaMap
    | Callout
    | Quote
    | Grid
    | Landscape
    | Passage
    | PageBreak
    | BlankPage
)
Content: TypeAlias = tuple[ContentItem, ...]
"""What a section, a box or a part of an item may contain."""
TextOrContent: TypeAlias = Markdown | tuple[ContentItem, ...]
"""What an implication or a council's own field may be."""
BLOCKS: tuple[type, ...] = tuple(kind for kind in get_args(ContentItem) if kind != Markdown)
"""The classes of content that is not a text."""
