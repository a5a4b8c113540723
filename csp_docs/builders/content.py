"""Plain functions for the content of a section: they take children as arguments and return the model's values."""

from __future__ import annotations

from csp_docs.model import (
    Access,
    Bullets,
    Callout,
    Diagram,
    DiagramType,
    Figure,
    Generated,
    Grid,
    GridCell,
    Landscape,
    Lines,
    Numbered,
    Passage,
    Pending,
    Plain,
    Quote,
    Section,
)
from csp_docs.model.choices import DiagramTypeName
from csp_docs.model.content import ContentItem
from csp_docs.model.drawn import PictureLike
from csp_docs.model.lists import ListItem
from csp_docs.model.sections import SectionItem


def bullets(*items: ListItem) -> Bullets:
    """Return a bullet list; a list among the items nests below the item before it. Raises ModelError without items.

    >>> bullets("Police", bullets("Leicestershire"), "Fire").items
    ('Police', Bullets(items=('Leicestershire',)), 'Fire')
    """
    return Bullets(items)


def numbered(*items: ListItem, start: int = 1, style: str = "1.") -> Numbered:
    """Return a numbered list that begins at ``start`` (1 to 9999).

    ``style`` shows its first number as it is to be printed: ``1.``, ``(1)``, ``a)``, ``(a)``, ``A.``, ``(i)``, ``I.``.
    Raises ModelError without items.

    >>> numbered("note the report", "agree the plan", start=3, style="(a)").start
    3
    """
    return Numbered(items, start, style)


def lines(*items: str) -> Lines:
    """Return short lines without bullets: an address, a contact. Raises ModelError without items.

    >>> lines("Council Offices", "Anytown").items
    ('Council Offices', 'Anytown')
    """
    return Lines(items)


def plain(text: str) -> Plain:
    """Return a text that the house style must not number. Raises ModelError for an empty one.

    >>> plain("This text has no number.").text
    'This text has no number.'
    """
    return Plain(text)


def callout(*content: ContentItem, title: str = "") -> Callout:
    """Return a box that stands out from the text, with texts and lists. Raises ModelError for other content.

    >>> callout("Call 999.", ["Police", "Fire"], title="In danger?").title
    'In danger?'
    """
    return Callout(content, title)


def quote(*content: ContentItem, title: str = "") -> Quote:
    """Return words of somebody else, texts and lists; ``title`` says whose. Raises ModelError for other content.

    >>> quote("We feel safer.", title="A resident of Anytown").content
    ('We feel safer.',)
    """
    return Quote(content, title)


def diagram(
    type: DiagramType | DiagramTypeName,  # noqa: A002
    *items: ListItem,
    caption: str = "",
    alt: str = "",
    id: str = "",  # noqa: A002
) -> Diagram:
    """Return a diagram of two or more items: ``steps``, ``cycle`` or ``tree``.

    Bullets after an item of a tree hold what is below it. ``alt`` describes the diagram to those who cannot see it
    (WCAG 2.2, 1.1.1); without it, a description is written from the items. Raises ModelError for items that cannot be
    drawn.

    >>> diagram("tree", "Partnership", bullets("Police", "Council"), caption="Who does what").caption
    'Who does what'
    """
    return Diagram(type, items, id=id, caption=caption, alt=alt)


def figure(
    file: PictureLike = "",
    alt: str = "",
    *,
    pending: Pending | None = None,
    decorative: bool = False,
    caption: str = "",
    source: str = "",
    width: str = "",
    label: str = "",
    id: str = "",  # noqa: A002
) -> Figure:
    """Return a picture with its caption and source; ``alt`` describes it to those who cannot see it (WCAG 2.2, 1.1.1).

    ``file`` is the name of a PNG or JPEG file, its content as bytes, a figure or axes of matplotlib, a figure of
    plotly, a chart of altair, or an image of Pillow. What is drawn is saved as PNG with 200 dots per inch. ``width`` is
    a share of the text's width (``60%``), and ``label`` the printed word for its series ("Map"). Raises ModelError
    without a text for ``alt`` unless it is ``decorative``, and for a figure that its library cannot save. A figure
    that is ``pending`` has no file yet.

    >>> figure("town.jpg", "The market place", caption="Anytown").caption
    'Anytown'
    """
    return Figure(
        file=file,
        alt=alt,
        pending=pending,
        decorative=decorative,
        caption=caption,
        source=source,
        width=width,
        label=label,
        id=id,
    )


def grid(*cells: GridCell, columns: int = 2) -> Grid:
    """Return cells in two ``columns`` of equal width, or in up to four, read row by row.

    Raises ModelError without cells.

    >>> len(grid(cell("Residents", "Burglary"), cell("Farmers", "Stolen machines")).cells)
    2
    """
    return Grid(cells, columns)


def cell(title: str, *content: ContentItem) -> GridCell:
    """Return a cell of a grid: a title, or ``""``, over texts, lists, tables, facts, figures, diagrams and charts.

    Raises ModelError for other content, or without any.

    >>> cell("Residents", "They speak of:", ["speeding", "burglary"]).title
    'Residents'
    """
    return GridCell(title, content)


def landscape(*content: ContentItem) -> Landscape:
    """Return content on pages turned sideways: a table with many columns. Raises ModelError without content.

    >>> landscape(Table(["Action", "Lead"], [["Patrols", "Police"]])).content[0].columns
    ('Action', 'Lead')
    """
    return Landscape(content)


def passage(*content: ContentItem, access: Access) -> Passage:
    """Return content that is not for the public; ``access`` says why. Raises ModelError if it does not.

    >>> passage("Bidder A offers £1m.", access=Access([3], "Prices of bidders")).access.exempt
    (3,)
    """
    return Passage(content, access)


def section(
    title: str,
    *children: ContentItem | SectionItem,
    id: str = "",  # noqa: A002
    numbered: bool = True,
    access: Access | None = None,
) -> Section:
    """Return a section; sections among the children are below it. What follows a section goes on without a title.

    ``id`` is what ``{{ ref("…") }}`` leads to. Without ``numbered``, the heading has no number. ``access`` says that
    the section is not for the public. Raises ModelError without title and children.

    >>> section("Background", "Crime fell.", section("Burglary", "By 11%."), id="background").sections[0].title
    'Burglary'
    """
    content: list[ContentItem] = []
    below: list[SectionItem] = []
    for child in children:
        if isinstance(child, Section | Generated):
            below.append(child)
        elif below:
            below.append(Section("", [child]))
        else:
            content.append(child)
    return Section(title, content, below, id=id, numbered=numbered, access=access)
