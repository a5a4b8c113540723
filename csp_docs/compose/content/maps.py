"""Maps of the format to the block tree: areas in classes of their numbers, and the highest in a ranked table."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, walk
from csp_docs.compose.content.in_words.maps import MapWords, Ranked
from csp_docs.compose.content.legible import check_words
from csp_docs.compose.content.tables import caption_of, source_of
from csp_docs.compose.context import Context
from csp_docs.drawing.projection import projected
from csp_docs.errors import Code, LoadError, Located, Origin, Problem, did_you_mean, nearest, origin_of
from csp_docs.measures.sums import is_called_total
from csp_docs.model import AreaMap
from csp_docs.reading.areas import Area, read_areas
from csp_docs.reading.faults import first_of, shortened
from csp_docs.reading.folder import Folder

_LISTED = 5
"""Names of areas that a hint lists if none is close."""


def area_map(given: AreaMap, context: Context) -> Blocks:
    """Return a map and the table of its highest areas; nothing, and problems, if its areas cannot be drawn."""
    areas = _areas(given, context)
    if not areas:
        return ()
    ranked = _ranked(areas, given)
    words = MapWords(ranked, context.bare(given.value_unit), context.document.language.value)
    shown = _drawn(areas, ranked, given, words)
    check_words(shown, _called(given), context)
    figure = b.Figure(
        shown,
        alt=f"{context.bare(given.alt) or words.description()} {words.numbers()}".strip(),
        caption=caption_of(given.caption, context.bare(given.label) or context.term("figure"), context),
        source=source_of(given.source, context),
        id=given.id,
        origin=origin_of(_called(given)) or origin_of(given.caption),
    )
    return (figure, _table(ranked, given, words, figure, context)) if given.top and given.table else (figure,)


def class_ends(numbers: Iterable[Decimal], most: int) -> list[Decimal]:
    """Return the highest number of each class, the lowest class first.

    Classes are quantiles: the numbers are shared out evenly among ``most`` classes, as far as equal ones stay
    together. There are fewer classes only if there are fewer different numbers.
    """
    counted = sorted(Counter(numbers).items())
    ends, left, size = list[Decimal](), sum(count for _, count in counted), 0
    for place, (number, count) in enumerate(counted, 1):
        following, classes = counted[place][1] if place < len(counted) else 0, most - len(ends)
        size += count
        # A class ends where one more number would take it further from its share, or leave too few for those above.
        full = (2 * size + following) * classes >= 2 * left or len(counted) - place < classes
        if place == len(counted) or (classes > 1 and full):
            ends.append(number)
            left, size = left - size, 0
    return ends


def _areas(given: AreaMap, context: Context) -> tuple[Area, ...]:
    """Return the areas of the file; none, and problems, if it cannot be read or lacks areas that have values."""
    try:
        areas = _read(given, context)
    except LoadError as error:
        context.problems.extend(error.findings)
        return ()
    keys = dict.fromkeys(area.key for area in areas)
    unknown = [key for key in given.values if key not in keys]
    context.problems.extend(first_of((_unknown(key, [*keys], given) for key in unknown), len(unknown), "keys"))
    if unknown:
        return ()
    shown = tuple(area for area in areas if area.key in given.values) if given.values_only else areas
    nameless = [area.key for area in shown if not area.name]
    if nameless:
        fact = f'the area "{shortened(nameless[0])}" in {_called(given)} has no name in the property "{given.name}"'
        context.problem(Code.WRONG_AREA, fact, "fill it in, or choose another property", given.name)
    return () if nameless else shown


def _read(given: AreaMap, context: Context) -> tuple[Area, ...]:
    """Return all areas of the file, or of its content. Raises LoadError."""
    file, content = _called(given), given.areas if isinstance(given.areas, bytes) else None
    words, some = {"key": given.key, "name": given.name}, given.values_only
    return read_areas(file, Folder.of(file), context.problems, **words, some=some, content=content)


def _called(given: AreaMap) -> str:
    """Return what messages call the areas: the name of their file or, for its content, a name with the map's place."""
    if isinstance(given.areas, str):
        return given.areas
    texts = (given.caption, given.source, given.alt, given.key, given.name, given.unit, given.label)
    place = next((origin for text in texts if text and (origin := origin_of(text))), None)
    path = f"{place.path.rpartition('.')[0]}.areas".removeprefix(".") if place else ""
    return Located.at("the GeoJSON", Origin(path=path))


def _unknown(key: str, keys: list[str], given: AreaMap) -> Problem:
    fact = f'there is no area "{shortened(key)}" in {_called(given)}'
    hint = did_you_mean(key, nearest(key, keys) or keys[:_LISTED], "areas, among others")
    if is_called_total(key):
        hint = "it is called a total: leave it out"
    return Problem(Code.UNKNOWN_AREA, fact, hint, origin_of(key) or origin_of(_called(given)))


def _ranked(areas: Iterable[Area], given: AreaMap) -> tuple[Ranked, ...]:
    """Return all areas from the highest to the lowest number, equal ones by name, then those without a number."""
    numbers = {area.key: amount.value for area in areas if (amount := given.values.get(area.key))}
    known = sorted((number for number in numbers.values() if number is not None), reverse=True)
    ends = class_ends(known, given.classes)

    def ranked(area: Area) -> Ranked:
        number = numbers.get(area.key)
        if number is None:
            return Ranked(area.key, area.name, None, None, len(known) + 1)
        return Ranked(area.key, area.name, number, bisect_left(ends, number), known.index(number) + 1)

    return tuple(sorted(map(ranked, areas), key=lambda area: (area.rank, area.name, area.key)))


def _drawn(areas: tuple[Area, ...], ranked: tuple[Ranked, ...], given: AreaMap, words: MapWords) -> b.AreaMap:
    """Return the map; the highest areas have their ranks on it."""
    marks = {area.key: area.rank for area in ranked[: given.top] if area.number is not None}
    levels = {area.key: area.level for area in ranked}
    rings, size = projected([area.polygons for area in areas])
    drawn = (
        b.MapArea(area.name, shape, levels[area.key], marks.get(area.key, 0))
        for area, shape in zip(areas, rings, strict=True)
    )
    return b.AreaMap(tuple(drawn), size, words.legend(), words.missing(), words.heading())


def _table(ranked: tuple[Ranked, ...], given: AreaMap, words: MapWords, figure: b.Figure, context: Context) -> b.Table:
    """Return the highest areas with their ranks and numbers."""
    known = [area for area in ranked if area.number is not None]
    shown, others = known[: given.top], known[given.top :]
    alike = [area for area in others if area.number == shown[-1].number]
    head = (context.term("map_rank"), context.term("map_area"), words.heading() or context.term("map_value"))
    rows = ((str(area.rank), area.name, words.printed(area.number or Decimal(0))) for area in shown)
    title = words.title(walk.words(figure.caption.inlines), len(shown), len(others)) if figure.caption else ""
    return b.Table(
        head=(tuple(b.HeaderCell((b.Text(name),)) for name in head),),
        groups=(b.RowGroup(tuple(tuple(_cell(text) for text in row) for row in rows)),),
        aligns=(b.Align.LEFT, b.Align.LEFT, b.Align.RIGHT),
        row_headers=True,
        caption=b.Caption(context.term("table"), (b.Text(title),)) if title else None,
        notes=((b.Text(words.alike(len(alike), shown[-1])),),) if alike else (),
        origin=figure.origin,
    )


def _cell(text: str) -> Blocks:
    return (b.Paragraph((b.Text(text),)),)
