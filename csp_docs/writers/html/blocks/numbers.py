"""The numbers of charts, and the classes of the areas of maps, in a table that readers can open."""

from __future__ import annotations

from collections.abc import Iterator

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
    walk,
)
from csp_docs.drawing.scale import axis_title, exact, exact_target
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.blocks.tables import table_html
from csp_docs.writers.html.elements import Html, h, joined
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def numbers_html(story: Story, figure: Figure, shown: Chart | AreaMap) -> Html:
    """Return the numbers of a figure, closed until a reader asks for them."""
    web = story.document.web
    named = figure.caption.label if figure.caption else web.figure
    table = _of_chart(story, shown) if isinstance(shown, Chart) else _of_map(story, shown)
    whole = Table(**table, row_headers=True, caption=_caption(figure, shown))
    summary = h("summary", web.numbers.replace("{figure}", named))
    return h("details", summary, table_html(story, Place(), whole, _plain), class_="numbers", data_added=True)


def _of_chart(story: Story, chart: Chart) -> dict[str, object]:
    rows = []
    for place, category in enumerate(chart.categories):
        values = [series.values[place] for series in chart.series]
        printed = [story.document.web.missing if value is None else exact(value, chart) for value in values]
        rows.append(_cells(category, *printed))
    names = (story.document.web.category, *(series.name for series in chart.series))
    target = chart.target and _words(f"{chart.target.name}: {exact_target(chart.target, chart)}")
    aligns = Align.LEFT, *[Align.RIGHT] * len(chart.series)
    return _parts(names, rows, aligns) | {"notes": (target,) if target else ()}


def _of_map(story: Story, shown: AreaMap) -> dict[str, object]:
    web = story.document.web
    classes = [shown.missing if area.level is None else shown.legend[area.level] for area in shown.areas]
    rows = [_cells(area.name, found) for area, found in zip(shown.areas, classes, strict=True)]
    return _parts((web.area, shown.unit or web.value), rows, (Align.LEFT, Align.RIGHT))


def _parts(names: tuple[str, ...], rows: list[tuple[Blocks, ...]], aligns: tuple[Align, ...]) -> dict[str, object]:
    head = tuple(HeaderCell(_words(name)) for name in names)
    return {"head": (head,), "groups": (RowGroup(tuple(rows)),), "aligns": aligns}


def _caption(figure: Figure, shown: Chart | AreaMap) -> Caption | None:
    """Return the caption of the figure, with the unit of the axis."""
    if not figure.caption:
        return None
    unit = f" ({axis_title(shown)})" if isinstance(shown, Chart) and axis_title(shown) else ""
    words = walk.words(tuple(_without_notes(figure.caption.inlines)))
    return Caption(figure.caption.word, _words(f"{words}{unit}"), figure.caption.number)


def _without_notes(inlines: Inlines) -> Iterator[Text]:
    return (Text(walk.words((inline,))) for inline in inlines if not isinstance(inline, Note))


def _cells(*words: str) -> tuple[Blocks, ...]:
    return tuple((Paragraph(_words(word)),) for word in words)


def _words(words: str) -> Inlines:
    return (Text(words),)


def _plain(story: Story, place: Place, blocks: Blocks) -> Html:  # noqa: ARG001 (as all that writes blocks)
    """Return the words of cells, which are all paragraphs."""
    return joined([written(story, block.inlines) for block in blocks if isinstance(block, Paragraph)])
