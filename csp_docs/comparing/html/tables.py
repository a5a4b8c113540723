"""The tables of a web page: their cells, and what a style sheet of csp_docs shows of their attributes on phones."""

from __future__ import annotations

from lxml import etree

from csp_docs.comparing.counters import whole
from csp_docs.comparing.html.around import words
from csp_docs.comparing.tables import Cell, Table, listed, table
from csp_docs.comparing.words import canonical

_BETWEEN = ":,;.()"
CELLS = frozenset({"td", "th"})
_OF_LIST = frozenset({"dt", "dd"})


class Tables:
    """Collects the words of cells, and lays out each table when all of it is read."""

    def __init__(self) -> None:
        self._words: dict[etree._Element, str] = {}
        self._heads: dict[etree._Element, dict[int, list[str]]] = {}

    def add(self, cell: etree._Element, said: str) -> None:
        """Keep the words of a cell."""
        self._words[cell] = said

    def of(self, element: etree._Element, place: str) -> Table:
        """Return a table, all cells of which were added."""
        rows = (row for row in element.iter("tr") if next(row.iterancestors("table"), None) is element)
        return table(place, [[self._cell(cell) for cell in row if cell.tag in CELLS] for row in rows])

    def of_terms(self, element: etree._Element, place: str) -> Table:
        """Return a list of terms and their values, or a group of such lists and of what is between them."""
        inside = (part for part in element.iter(etree.Element) if part in self._words)
        parts = (part for part in inside if part.tag in _OF_LIST or part.getparent() is element)
        return listed(place, [self._words[part] for part in parts])

    def _cell(self, cell: etree._Element) -> Cell:
        return Cell(self._words.get(cell, ""), _across(cell), whole(cell.get("rowspan"), 1))

    def label(self, cell: etree._Element) -> str:
        """Return the label that a phone shows before a cell, if it is not the one of the head of its column."""
        given = " ".join(str(cell.get("data-label") or "").split())
        if not given:
            return ""
        rest = canonical(given)
        for head in self._heads_of(cell):
            rest = rest.replace(head, "", 1) if head else rest
        return given if rest.strip(_BETWEEN) else ""

    def _heads_of(self, cell: etree._Element) -> list[str]:
        """Return the heads of the column of a cell, the lowest first."""
        around = next(cell.iterancestors("table"), None)
        if around is None:
            return []
        if around not in self._heads:
            self._heads[around] = _heads(around)
        at = sum(_across(before) for before in cell.itersiblings(*CELLS, preceding=True))
        return self._heads[around].get(at, [])


def is_list(element: etree._Element) -> bool:
    """Tell whether an element is a list of terms and values that is not in a group, or a group that has one."""
    return (element.tag == "dl" and not _is_group(element.getparent())) or _is_group(element)


def is_part(element: etree._Element) -> bool:
    """Tell whether an element has the words of a cell, of a term or a value, or is between lists in their group."""
    return element.tag in CELLS | _OF_LIST or (element.tag != "dl" and _is_group(element.getparent()))


def _is_group(element: etree._Element | None) -> bool:
    return element is not None and element.get("role") == "group" and next(element.iterchildren("dl"), None) is not None


def _heads(around: etree._Element) -> dict[int, list[str]]:
    """Return the heads of each column, those of the last row first."""
    found: dict[int, list[str]] = {}
    for row in reversed([row for head in around.iterchildren("thead") for row in head.iterchildren("tr")]):
        at = 0
        for cell in row.iterchildren(*CELLS):
            for _ in range(_across(cell)):
                found.setdefault(at, []).append(canonical(words(cell)))
                at += 1
    return found


def _across(cell: etree._Element) -> int:
    return min(max(whole(cell.get("colspan"), 1), 1), 1_000)
