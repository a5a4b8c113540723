"""Tables of great_tables, read from the HTML that they write: the words that their authors see, with all formats.

(https://posit-dev.github.io/great-tables: ``GT.as_raw_html`` is its public way out; the names of classes are those that
its themes style.)
"""

from __future__ import annotations

from typing import Any, NoReturn, Protocol, TypeAlias, TypeGuard

from lxml import etree

from csp_docs.errors import Code
from csp_docs.model import ColumnGroup, ModelError, Table
from csp_docs.model.choices import Align
from csp_docs.text.literal import in_one_line

Element: TypeAlias = Any
_ALIGNS: dict[str, Align] = {"gt_left": "left", "gt_center": "centre", "gt_right": "right"}
_SPANS = ("rowspan", "colspan")
_SOURCE = "Source:"
_REFUSED = {
    "gt_group_heading": ("groups of rows", "leave out `groupname_col`: then the groups are a column"),
    "gt_summary_row": ("totals of groups", "leave out the summary rows"),
}
"""What a table here cannot have, by the class of great_tables, and what to do about it."""


class GreatTable(Protocol):
    """A ``GT`` object."""

    def as_raw_html(self, *args: Any, **kwargs: Any) -> str:
        """Return it as HTML."""


def is_great(value: object) -> TypeGuard[GreatTable]:
    """Tell whether a value is a table of great_tables."""
    return callable(getattr(value, "as_raw_html", None)) and not isinstance(value, type)


def of_great(great: GreatTable, *formats: Any) -> Table:
    """Return a table of great_tables. Raises ModelError if ``formats`` say what it says itself."""
    if any(part or part == 0 for part in formats):
        fact, hint = (
            "a table of great_tables has its own columns and formats",
            "use its steps, such as `.fmt_number(…)`",
        )
        raise ModelError(Code.ONE_OF_SEVERAL, fact, hint)
    return great_table(great)


def great_table(given: GreatTable) -> Table:
    """Return a table of great_tables. Raises ModelError for what no table here can show."""
    tree = _tree(given)
    columns, groups = _heads(tree)
    rows, total = _rows(tree)
    return Table(
        columns,
        [list(map(_words, row)) for row in rows],
        groups=groups,
        total=list(map(_words, total)),
        align=list(map(_align, rows[0])) if rows else [],
        row_headers=bool(_all(tree, "gt_stub")),
        caption=": ".join(map(_words, [*_all(tree, "gt_title"), *_all(tree, "gt_subtitle")])),
        notes=list(map(_words, _all(tree, "gt_footnote"))),
        source="; ".join(map(_source, _all(tree, "gt_sourcenote"))),
    )


def _tree(given: GreatTable) -> Element:
    """Return the table in its HTML; the mark of a footnote is words, as in an accessible spreadsheet."""
    tree: Element = etree.HTML(given.as_raw_html()).find(".//table")
    for name, (what, hint) in _REFUSED.items():
        if _all(tree, name):
            _refuse(f"a table here cannot have {what}", hint)
    if len(_all(tree, "gt_spanner_row")) > 1:
        _refuse("the columns of a table have spanners in two rows", "use one row of spanners")
    if any(int(cell.get(span, 1)) > 1 for row in tree.iter("tbody") for cell in row.iter() for span in _SPANS):
        _refuse("cells of a table span rows or columns", "use one column for the names of rows")
    if next(tree.iter("svg", "img"), None) is not None:
        _refuse("a cell of a table has a drawing", "print the numbers, or make a chart of them")
    _spell_marks(tree)
    return tree


def _spell_marks(tree: Element) -> None:
    """Put each mark of a footnote after the words of its cell, in words that can be read aloud: "[note 1]"."""
    for mark in _all(tree, "gt_footnote_marks"):
        number, cell = "".join(mark.itertext()), mark.getparent()
        is_note = "gt_footnote" in cell.get("class", "").split()
        mark.text = f"Note {number}:" if is_note else ""
        if not is_note:
            etree.SubElement(cell, "span").text = f" [note {number}]"


def _heads(tree: Element) -> tuple[list[str], list[ColumnGroup]]:
    """Return the names of columns, and the spanners over them."""
    *upper, lower = _all(tree, "gt_col_headings")
    below = list(lower)
    columns, groups = list[str](), list[ColumnGroup]()
    for head in upper[0] if upper else []:
        if "gt_col_heading" in head.get("class").split():
            columns.append(_words(head))
            continue
        span = int(head.get("colspan", 1))
        names, below = list(map(_words, below[:span])), below[span:]
        columns += names
        if title := _words(head):
            groups.append(ColumnGroup(title, names))
    columns += map(_words, below)
    if "" in columns:
        hint = 'give the column of the names of rows one: `.tab_stubhead("Ward")`'
        raise ModelError(Code.EMPTY_TEXT, f"column {columns.index('') + 1} of a table has no name", hint)
    return columns, groups


def _rows(tree: Element) -> tuple[list[Element], Element]:
    """Return the rows, and the row of the total; an empty list without one."""
    rows = list(tree.find("tbody"))
    totals = [row for row in rows if _all(row, "gt_grand_summary_row")]
    if len(totals) > 1:
        _refuse(f"a table has {len(totals)} rows of totals", "give one summary row, the total")
    return [row for row in rows if row not in totals], totals[0] if totals else []


def _all(tree: Element, name: str) -> list[Element]:
    """Return all elements with a class."""
    found: list[Element] = tree.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")
    return found


def _words(element: Element) -> str:
    """Return the words of an element, which are printed as they are."""
    return in_one_line("".join(element.itertext()))


def _source(element: Element) -> str:
    """Return a source without the word that is printed before all of them."""
    return _words(element).removeprefix(_SOURCE).strip()


def _align(cell: Element) -> Align:
    return next((_ALIGNS[name] for name in cell.get("class").split() if name in _ALIGNS), "left")


def _refuse(fact: str, hint: str) -> NoReturn:
    raise ModelError(Code.NOT_A_FRAME, f"{fact}, but the one of great_tables has", hint)
