"""The rows of frames and files: what an empty cell of a measure means, and which rows belong together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from csp_docs.model.measures import Amount, Measure
from csp_docs.model.reach import marked, types_of
from csp_docs.model.values import Markdown

T = TypeVar("T")
K = TypeVar("K", bound=str)

FIGURES = marked(Measure, "counted")
"""The parts of a measure that are not available if their cell is empty. Other parts are left out."""
AMOUNTS = tuple(name for name, kind in types_of(Measure).items() if kind == Amount | None)
"""The parts of a measure that are numbers."""
WORDS = tuple(name for name, kind in types_of(Measure).items() if kind == Markdown)
"""The parts of a measure that are printed exactly as in their cells."""


def by_category(
    titles: Sequence[K], categories: Sequence[K], cells: Sequence[T], missing: T
) -> tuple[list[K], dict[K, list[T]], list[int]]:
    """Return the categories, the cells of each title with one for each category, and the rows that are given twice.

    Each row has the title of a small chart, a category and a cell. A cell without a row is ``missing``.
    """
    found, twice = dict[tuple[K, K], T](), list[int]()
    for row, (title, category, cell) in enumerate(zip(titles, categories, cells, strict=True)):
        if (title, category) in found:
            twice.append(row)
        found.setdefault((title, category), cell)
    names, columns = list(dict.fromkeys(categories)), dict.fromkeys(titles)
    return names, {title: [found.get((title, name), missing) for name in names] for title in columns}, twice


def by_title(rows: Sequence[T], titles: Sequence[str]) -> tuple[list[T], dict[str, list[T]]]:
    """Return the rows without a title, and the rows of each title, in the order of the titles."""
    loose, groups = list[T](), dict[str, list[T]]()
    for row, title in zip(rows, titles, strict=True):
        (groups.setdefault(title, []) if title else loose).append(row)
    return loose, groups
