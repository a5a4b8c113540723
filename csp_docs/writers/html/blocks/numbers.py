"""The numbers of charts, and the classes of the areas of maps, in a table that readers can open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from csp_docs.blocks import (
    Align,
    AreaMap,
    Blocks,
    Caption,
    Chart,
    Figure,
    HeaderCell,
    Inlines,
    Note,
    Paragraph,
    RowGroup,
    Table,
    Text,
    Web,
    walk,
)
from csp_docs.drawing import numbers
from csp_docs.drawing.scale import axis_title
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.blocks.tables import table_html
from csp_docs.writers.html.elements import Html, h, joined
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def numbers_html(story: Story, figure: Figure, shown: Chart | AreaMap) -> Html:
    """Return the numbers of a figure, closed until a reader asks for them."""
    web = story.document.web
    named = figure.caption.label if figure.caption else web.figure
    table = _of_chart(web, shown) if isinstance(shown, Chart) else _of_map(web, shown)
    whole = evolve(table, caption=_caption(figure, shown))
    summary = h("summary", web.numbers.replace("{figure}", named))
    return h("details", summary, table_html(story, Place(), whole, _plain), class_="numbers", data_added=True)


def _of_chart(web: Web, chart: Chart) -> Table:
    names = numbers.names(chart, web.category, (web.lower, web.upper))
    table = _table(names, tuple(numbers.rows(chart, web.missing)), Align.RIGHT)
    return evolve(table, notes=tuple(map(_words, numbers.notes(chart))))


def _of_map(web: Web, shown: AreaMap) -> Table:
    classes = [shown.missing if area.level is None else shown.legend[area.level] for area in shown.areas]
    rows = [(area.name, found) for area, found in zip(shown.areas, classes, strict=True)]
    return _table((web.area, shown.unit or web.value), rows, Align.LEFT)


def _table(names: tuple[str, ...], rows: Sequence[tuple[str, ...]], align: Align) -> Table:
    """Return a table of words; all columns but the first, which has headers, are aligned alike."""
    head = tuple(HeaderCell(_words(name)) for name in names)
    cells = tuple(tuple((Paragraph(_words(word)),) for word in row) for row in rows)
    return Table((head,), (RowGroup(cells),), (Align.LEFT, *[align] * (len(names) - 1)), row_headers=True)


def _caption(figure: Figure, shown: Chart | AreaMap) -> Caption | None:
    """Return the caption of the figure, with the unit of the axis."""
    if not figure.caption:
        return None
    unit = f" ({axis_title(shown)})" if isinstance(shown, Chart) and axis_title(shown) else ""
    words = walk.words(tuple(_without_notes(figure.caption.inlines)))
    return Caption(figure.caption.word, _words(f"{words}{unit}"), figure.caption.number)


def _without_notes(inlines: Inlines) -> Iterator[Text]:
    return (Text(walk.words((inline,))) for inline in inlines if not isinstance(inline, Note))


def _words(words: str) -> Inlines:
    return (Text(words),)


def _plain(story: Story, place: Place, blocks: Blocks) -> Html:  # noqa: ARG001 (as all that writes blocks)
    """Return the words of cells, which are all paragraphs."""
    return joined([written(story, block.inlines) for block in blocks if isinstance(block, Paragraph)])
