"""Answers "Where are the highest crime areas?"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from csp_docs.data.answers.subject import Subject
from csp_docs.data.figures import Area
from csp_docs.data.months import during, span
from csp_docs.data.rates import printed, rate
from csp_docs.data.shapes import Shapes
from csp_docs.data.words import crimes, figure, in_words, listed, of_all, sentence, share, unit
from csp_docs.measures import formats
from csp_docs.model import AreaMap, Chart, Table
from csp_docs.model.content import ContentItem

_TOP = 5
_FEW = 3
"""An area with fewer is not a hot spot: one or two happen anywhere."""
_BY_CHANCE = 10
"""A smaller number may well be twice or half as high in the next period."""
_SNAPPED = (
    "data.police.uk moves each record to one of a list of points nearby, so that no home can be found: "
    "numbers of small areas are near the truth, and no more."
)
_RATES = "Rates are for each 1,000 residents. They are high where few live and many come, as in a town centre."


def hotspots(subject: Subject) -> tuple[ContentItem, ...]:
    """Return the areas (LSOAs) with the highest counts of the latest year, with rates if populations are given."""
    areas = subject.figures.areas[subject.area].get(subject.kind, ())
    if not areas or areas[0].count < _FEW:
        most = f"more than {in_words(_FEW - 1)} {crimes(subject.kind)}"
        said = f"{during(subject.year)}, no area of {subject.area} had {most}, so none stands out"
        return (sentence(said),)
    shown = (_table(subject, areas), _chart(subject, areas[:_TOP]))
    return (_sentence(subject, areas), *shown, *([_map(subject, areas, subject.shapes)] if subject.shapes else ()))


def _sentence(subject: Subject, areas: tuple[Area, ...]) -> str:
    """Return the highest areas, without those that are as high as one that is left out."""
    left_out = areas[_TOP].count if len(areas) > _TOP else 0
    first = [area for area in areas[:_TOP] if area.count > max(left_out, _FEW - 1)]
    if not first:
        level = in_words(sum(area.count == areas[0].count for area in areas))
        said = f"{level} areas of {subject.area} share the highest number of {crimes(subject.kind)}, {areas[0].count}"
        return sentence(f"{during(subject.year)}, {said}, so none stands out")
    highest = f"{during(subject.year)}, {crimes(subject.kind)} were highest in"
    together = of_all(sum(area.count for area in first), subject.count)
    if len(first) == 1:
        return sentence(f"{highest} {first[0].name}: {together}")
    names = listed([f"{area.name} ({formats.number(area.count)})" for area in first])
    return sentence(f"{highest} {names}" + (f": together {together}" if len(areas) > len(first) else ""))


def _table(subject: Subject, areas: tuple[Area, ...]) -> Table:
    people, notes = subject.populations, [_SNAPPED]
    columns = ["Area", "Code", "Rank", "Number", "Share"]
    ranks = [str(1 + sum(other.count > area.count for other in areas)) for area in areas[:_TOP]]
    rows = [
        [area.name, area.code, rank, formats.number(area.count), share(area.count, subject.count)]
        for area, rank in zip(areas, ranks, strict=False)
    ]
    if people:
        columns.append("Rate")
        rates = _rates(people.areas[subject.area], areas[:_TOP])
        for row, area in zip(rows, areas, strict=False):
            row.append(figure(rates.get(area.code)))
        notes.append(_RATES)
    if ties := sum(area.count == areas[_TOP - 1].count for area in areas[_TOP:]):
        others = "One more area has" if ties == 1 else f"{formats.number(ties)} more areas have"
        notes.append(f"{others} as many as the last one of the table.")
    if areas[0].count < _BY_CHANCE:
        notes.append("Numbers this small rise and fall by chance.")
    caption = f"{subject.kind}: highest areas (LSOAs) of {subject.area}, {span(subject.year)}"
    return Table(columns, rows, caption=caption, row_headers=True, notes=notes, source=subject.source)


def _rates(people: Mapping[str, int], areas: tuple[Area, ...]) -> dict[str, Decimal]:
    """Return the rates of areas where somebody lives, as they are printed."""
    found = {area.code: rate(area.count, people[area.code]) for area in areas}
    return printed({code: known for code, known in found.items() if known is not None})


def _chart(subject: Subject, top: tuple[Area, ...]) -> Chart:
    return Chart(
        "bar",
        [area.name for area in top],
        {"Recorded": [area.count for area in top]},
        unit=unit(subject.kind),
        caption=f"{subject.kind} in the highest areas of {subject.area}, {span(subject.year)}",
        source=subject.source,
    )


def _map(subject: Subject, areas: tuple[Area, ...], shapes: Shapes) -> AreaMap:
    """Return all areas of the district, and only these; the table has the ranks. Areas that no row names have 0."""
    counts = dict.fromkeys(sorted(shapes.names), 0) | {area.code: area.count for area in areas}
    return AreaMap(
        shapes.file,
        counts,
        key=shapes.key,
        name=shapes.name,
        values_only=True,
        unit=unit(subject.kind),
        top=len(areas[:_TOP]),
        table=False,
        label="Map",
        caption=f"{subject.kind} by area (LSOA) of {subject.area}, {span(subject.year)}",
        source=subject.source,
    )
