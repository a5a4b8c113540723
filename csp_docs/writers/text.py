"""The block tree as text: for golden tests, and for authors of templates who want a quick look at the result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines

INDENT = "  "
_LISTINGS = {
    b.Listing.HEADINGS: "contents",
    b.Listing.FIGURES: "list of figures",
    b.Listing.TABLES: "list of tables",
}


def render_text(document: Document) -> str:
    """Return the document as text: a line for each node, indented below its parent."""
    head = [f"document: {document.title}", f"language: {document.language}", f"author: {document.author}"]
    return "\n".join([*head, *_furniture(document), *_all(document.blocks)]) + "\n"


def _furniture(document: Document) -> Iterator[str]:
    yield from _running(document.running)
    if document.marking:
        yield f"marking: {_in_a_line(document.marking)}"
    if document.watermark:
        yield f"watermark: {document.watermark}"


def _running(running: b.Running) -> Iterator[str]:
    given = {"head": running.head, "foot": running.foot, "first head": running.first_head}
    for name, words in {**given, "first foot": running.first_foot}.items():
        if words and (any(words) or name != "head"):
            yield f"{name}: {' | '.join(words)}"


def _in_a_line(marking: str) -> str:
    return " / ".join(filter(None, marking.splitlines()))


def _all(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterable[str]:  # noqa: C901 (a case for each)
    match block:
        case b.Paragraph():
            return [_line("p", block.number, block.inlines)]
        case b.Lines() | b.Masthead():
            return _below(type(block).__name__.lower(), _short_lines(block))
        case b.List():
            return _list(block)
        case b.Section():
            return _below(_line("section", block.number, block.title), _all(block.blocks))
        case b.Appendix():
            return _below(f"appendix {block.printed_label}{_words(block.title)}", _all(block.blocks))
        case b.Facts():
            return _below(f"facts ({block.summary})", _facts(block))
        case b.Table():
            return _below("table", _table(block))
        case b.Callout() | b.Quote():
            return _below(_line(type(block).__name__.lower(), "", block.title), _all(block.blocks))
        case b.Grid():
            return _below("grid", _grid(block))
        case b.Figure():
            return _below("figure", _figure(block))
        case b.Signature():
            return _below(_line("signature", "", block.name), _signature(block))
        case b.Embedded():
            return _below("embedded", render_text(block.document).splitlines())
        case b.Cover():
            return _below("cover", _cover(block))
        case b.Contents():
            return _below(_line(_LISTINGS[block.of], "", block.title), map(_entry, block.entries))
        case b.Landscape():
            return _below("landscape", _all(block.blocks))
        case b.Part():
            return _below(f"part: {_in_a_line(block.marking) or 'open'}", _all(block.blocks))
        case b.BlankPage():
            return [_line("blank page", "", block.inlines)]
        case b.PageBreak():
            return ["page break"]
        case _:
            assert_never(block)


def _list(block: b.List) -> Iterator[str]:
    yield "list" if block.marker else "bullets"
    for position, item in enumerate(block.items):
        marker = block.marker.format(block.start + position) if block.marker else "•"
        first, *rest = _all(item)
        yield f"{INDENT}{marker} {first}"
        yield from _indented(_indented(rest))


def _facts(block: b.Facts) -> Iterator[str]:
    for row in block.rows:
        match row:
            case b.FactHeading():
                yield f"heading: {_words(row.title)}"
            case b.FactRow():
                for fact in row.facts:
                    yield from _below(f"[{_words(fact.label)}]", _all(fact.blocks))
            case _:
                assert_never(row)


def _table(table: b.Table) -> Iterator[str]:
    if table.caption:
        yield f"caption: {table.caption.word} {table.caption.number}: {_words(table.caption.inlines)}"
    yield f"columns: {' '.join(f'{align.value} {width:.0%}' for align, width in _columns(table))}"
    for row in table.head:
        yield "head: " + " | ".join(_words(cell.inlines) + (f" ×{cell.span}" if cell.span > 1 else "") for cell in row)
    for group in table.groups:
        if group.title:
            yield f"group: {_words(group.title)}"
        yield from map(_body_row, group.rows)
    yield from (_row("total", row) for row in table.totals)
    yield from (f"note: {_words(note)}" for note in table.notes)
    if table.source:
        yield f"source: {_words(table.source)}"


def _grid(grid: b.Grid) -> Iterator[str]:
    for cell in grid.cells:
        yield from _below(_line("cell", "", cell.title), _all(cell.blocks))


def _figure(figure: b.Figure) -> Iterator[str]:
    yield from _figure_content(figure.content)
    yield f"size: {figure.size[0]:.0f} × {figure.size[1]:.0f} pt"
    yield f"alt: {figure.alt}" if figure.alt else "decorative" if figure.decorative else "no alt"
    if figure.caption:
        yield f"caption: {figure.caption.word} {figure.caption.number}: {_words(figure.caption.inlines)}"
    if figure.source:
        yield f"source: {_words(figure.source)}"


def _figure_content(content: b.FigureContent) -> Iterator[str]:
    match content:
        case b.Picture():
            yield f"{content.format.value} {content.width} × {content.height} px"
        case b.Vector():
            yield f"drawn {content.width:g} × {content.height:g}, {len(content.shapes)} shapes"
        case b.Diagram():
            yield from _below(content.kind.value, _diagram_items(content.items))
        case b.RiskMatrix():
            yield from _below(f"matrix: {content.likelihood} by {content.impact}", map(_matrix_row, content.rows))
        case b.Chart():
            yield from _chart(content)
        case b.AreaMap():
            yield from _below(f"map of {len(content.areas)} areas", _map(content))
        case b.Sparkline():
            yield "sparkline"
        case b.Frame():
            yield f"frame: {_inline(content.pending)}"
        case _:
            assert_never(content)


def _matrix_row(row: tuple[b.MatrixCell, ...]) -> str:
    return " | ".join(f"{cell.level.sign} {cell.text}".strip() for cell in row)


def _chart(chart: b.Chart) -> Iterator[str]:
    yield f"{chart.kind.value} chart: {' | '.join(chart.categories)}"
    for series in chart.series:
        values = ("–" if value is None else f"{value:f}" for value in series.values)
        yield f"{INDENT}{series.name}: {' | '.join(values)}"
    if chart.unit:
        yield f"{INDENT}unit: {chart.unit}"
    if chart.target:
        yield f"{INDENT}target: {chart.target.name} {chart.target.value:f}"


def _map(shown: b.AreaMap) -> Iterator[str]:
    if shown.unit:
        yield shown.unit
    yield from reversed(shown.legend)
    if shown.missing:
        yield shown.missing
    for area in shown.areas:
        level = "–" if area.level is None else f"class {area.level + 1}"
        yield f"{area.name}: {level}" + (f", rank {area.rank}" if area.rank else "")


def _diagram_items(items: tuple[b.DiagramItem, ...]) -> Iterator[str]:
    for item in items:
        yield from _below(item.text, _diagram_items(item.items))


def _signature(signature: b.Signature) -> Iterator[str]:
    yield from map(_words, signature.lines)
    for name, figure in (("portrait", signature.portrait), ("signature", signature.signature)):
        if figure:
            yield from _below(name, _figure(figure))


def _entry(entry: b.ContentsEntry) -> str:
    page = f" … {entry.page}" if entry.page else ""
    return INDENT * (entry.level - 1) + f"{entry.number} {_words(entry.title)}".strip() + page


def _columns(table: b.Table) -> Iterator[tuple[b.Align, float]]:
    return zip(table.aligns, table.widths, strict=True)


def _body_row(row: tuple[Blocks, ...] | b.Across) -> str:
    return _row("across", (row.blocks,)) if isinstance(row, b.Across) else _row("row", row)


def _row(kind: str, cells: tuple[Blocks, ...]) -> str:
    return f"{kind}: " + " | ".join(" / ".join(_all(cell)) for cell in cells)


def _line(kind: str, number: str, inlines: Inlines) -> str:
    return " ".join(filter(None, [kind, number, _words(inlines)]))


def _below(head: str, lines: Iterable[str]) -> list[str]:
    return [head, *_indented(lines)]


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (INDENT + line for line in lines)


def _cover(cover: b.Cover) -> Iterator[str]:
    if cover.ground is not b.CoverGround.BAND:
        yield f"ground: {cover.ground.value}"
    yield from _logo(cover.logo)
    yield from (f"{line.role.value}: {_words(line.inlines)}" for line in cover.lines)
    if cover.picture:
        yield from _below("picture", _figure(cover.picture))


def _short_lines(block: b.Lines | b.Masthead) -> Iterator[str]:
    if isinstance(block, b.Lines):
        yield from map(_words, block.lines)
        return
    yield from _logo(block.logo)
    for line, look in block.looked:
        named = [look.align.value] if look.align is not b.Align.LEFT else []
        said = [*named, *([] if look.bold else ["plain"])]
        yield f"{' '.join(said)}: {_words(line)}" if said else _words(line)
    if block.title:
        yield f"title: {_words(block.title)}"


def _logo(logo: b.Logo | None) -> Iterator[str]:
    if logo:
        yield from _below(f"logo, {logo.align.value}", _figure(logo.figure))


def _words(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case b.Text():
            return inline.text
        case b.Strong():
            return f"**{_words(inline.inlines)}**"
        case b.Emphasis():
            return f"*{_words(inline.inlines)}*"
        case b.Link():
            return f"[{_words(inline.inlines)}]({inline.url})"
        case b.Reference():
            return f"[{inline.text}](#{inline.target})"
        case b.Note():
            return f"[^{inline.number}]" if inline.repeated else f"[^{inline.number}: {_words(inline.inlines)}]"
        case b.InLanguage():
            return f"<{inline.language}: {_words(inline.inlines)}>"
        case b.Closed():
            return _words(inline.inlines)
        case b.Pending():
            return f"{{pending: {inline.text}; {inline.comment}}}"
        case b.Rating():
            return f"{{{inline.printed}}}"
        case b.LineBreak():
            return " ⏎ "
        case _:
            assert_never(inline)
