"""The numbers of a chart of a Word file: those that are kept with its series (ISO/IEC 29500-1, 21.2.2.24)."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from lxml import etree

from csp_docs.comparing.counters import whole
from csp_docs.comparing.drawn.charts import GAP, digits
from csp_docs.comparing.reading import Charted
from csp_docs.comparing.word.formats import formats, printed

_MOST_FIGURES = 100
_MOST = 100_000
"""The most points of a series."""
_QUOTED = re.compile(r'"[^"]*"|\\.')


def charted(parts: list[etree._Element], description: str, place: str) -> Charted:
    """Return the chart that is in a part of a Word file; the others have the shapes on it.

    The areas of a chart with lines are the band of a confidence interval, which is not compared.
    """
    chart, *shapes = parts
    has_band = next(chart.iter("{*}lineChart"), None) is not None
    series = [one for one in chart.iter("{*}ser") if not (has_band and _local(one.getparent()) == "areaChart")]
    categories = next((found for one in series if (found := _points(one, "cat", "xVal"))), ())
    columns = (("", *categories), *((_name(one), *_points(one, "val", "yVal")) for one in series)) if series else ()
    titles = " ".join(str(text.text or "") for title in chart.iter("{*}title") for text in title.iter("{*}t"))
    drawn = " ".join(str(text.text or "") for part in shapes for text in part.iter("{*}t"))
    typed = (str(text.text or "") for label in chart.iter("{*}dLbl") for text in label.iter("{*}t"))
    own = " ".join((titles, *typed, *map(printed, formats(chart))))
    return Charted(description, place, columns, (drawn,) if drawn else (), f"{titles} {drawn}", own)


def _points(series: etree._Element, *kinds: str) -> tuple[str, ...]:
    """Return the names or numbers that are kept in a series; where there is none, a gap."""
    for cache in (cache for kind in kinds for one in series.iter(f"{{*}}{kind}") for cache in one.iter(*_CACHES)):
        code = next((str(one.text or "") for one in cache.iter("{*}formatCode")), "")
        points = {whole(one.get("idx")): _value(one, code, _local(cache)) for one in cache.iter("{*}pt")}
        count = next((whole(one.get("val")) for one in cache.iter("{*}ptCount")), 0)
        return tuple(points.get(at, GAP) for at in range(min(max(count, *points, 0), _MOST)))
    return ()


_CACHES = "{*}numCache", "{*}strCache", "{*}numLit", "{*}strLit"


def _value(point: etree._Element, code: str, cache: str) -> str:
    """Return a name or a number; the format of a number with a per cent sign multiplies it by a hundred."""
    given = "".join(str(one.text or "") for one in point.iter("{*}v"))
    if cache.startswith("str"):
        return given
    if not given.strip() or given.startswith("#"):  # "#N/A", an error of a spreadsheet
        return GAP
    try:
        number = Decimal(given)
    except InvalidOperation:
        return given
    if not number.is_finite() or number.adjusted() > _MOST_FIGURES:
        return given
    return digits(number * (100 if "%" in _QUOTED.sub("", code) else 1))


def _name(series: etree._Element) -> str:
    return " ".join(str(one.text or "") for name in series.iter("{*}tx") for one in name.iter("{*}v"))


def _local(element: etree._Element | None) -> str:
    return "" if element is None else etree.QName(element).localname
