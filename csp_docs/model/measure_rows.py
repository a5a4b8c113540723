"""Measures in the rows of frames and files: what an empty cell means, and which rows belong to a group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from csp_docs.model.measures import Amount, Measure
from csp_docs.model.reach import classes_in, marked, types_of
from csp_docs.model.values import Markdown

T = TypeVar("T")

FIGURES = marked(Measure, "counted")
"""The parts of a measure that are not available if their cell is empty. Other parts are left out."""
AMOUNTS = tuple(name for name, kind in types_of(Measure).items() if Amount in classes_in(kind))
"""The parts of a measure that are numbers."""
WORDS = tuple(name for name, kind in types_of(Measure).items() if kind == Markdown)
"""The parts of a measure that are printed exactly as in their cells."""


def by_title(rows: Sequence[T], titles: Sequence[str]) -> tuple[list[T], dict[str, list[T]]]:
    """Return the rows without a title, and the rows of each title, in the order of the titles."""
    loose, groups = list[T](), dict[str, list[T]]()
    for row, title in zip(rows, titles, strict=True):
        (groups.setdefault(title, []) if title else loose).append(row)
    return loose, groups
