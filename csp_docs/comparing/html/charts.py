"""The numbers of a chart of a web page, which are in a table that is folded up below it."""

from __future__ import annotations

import re

from lxml import etree

from csp_docs.comparing.drawn.charts import number_in
from csp_docs.comparing.html.terms import OF_NUMBERS
from csp_docs.comparing.reading import Charted


def charted(
    table: etree._Element, folded: etree._Element, drawings: list[etree._Element], description: str, place: str
) -> Charted:
    """Return the chart whose numbers are in a table. The limits of confidence intervals are not compared."""
    rows = [[_words(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
    known = bool(rows) and len({len(row) for row in rows}) == 1
    known = known and all(_is_number(cell) for row in rows[1:] for cell in row[1:])
    categories, *series = zip(*rows, strict=True) if known else ((),)
    named = [column for column in series if not any(column[0].startswith(f"{name[0]}: ") for name in series)]
    values = ((name, *map(number_in, cells)) for name, *cells in named)
    targets = _targets(table) if known else []
    columns = (("", *categories[1:]), *values, *targets) if known else ()
    titles = " ".join(_words(one) for one in folded.iter("summary", "caption", "p"))
    drawn = tuple(" ".join(map(str, drawing.itertext())) for drawing in drawings)
    said = titles if not known else f"{titles} {rows[0][0]}"
    return Charted(description, place, columns, drawn, titles, _fresh(said, table), len(targets))


def _fresh(said: str, table: etree._Element) -> str:
    """Return the words around the numbers of a chart that are not those of its caption, nor the usual ones."""
    figure = next(table.iterancestors("figure"), None)
    captions = (_words(one) for one in (() if figure is None else figure.iterchildren("figcaption")))
    usual = OF_NUMBERS | {_bare(word) for one in captions for word in one.split()}
    return " ".join(word for word in said.split() if _bare(word) not in usual)


def _bare(word: str) -> str:
    return word.strip(".,:;()").casefold()


def _is_number(cell: str) -> bool:
    """Tell whether a cell has one number, or none; the classes of a map may have two."""
    return len(re.findall(r"\d[\d,]*(?:\.\d+)?", cell)) <= 1


def _targets(table: etree._Element) -> list[tuple[str, ...]]:
    """Return the targets that are said below a table, each with its name and its number."""
    around = next((one for one in table.iterancestors("div") if one.get("class") == "table"), None)
    said = [_words(one).rpartition(": ") for one in (() if around is None else around.iter("p"))]
    return [(name, number_in(value)) for name, colon, value in said if colon and _is_number(value)]


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
