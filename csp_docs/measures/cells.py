"""What a cell of a table is: a figure, one with a mark, a range of figures, a mark where there is none, or words.

Tables that authors write and those of frames decide by the same rule which columns have figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ABOUT = r"(?:(?:c\.|ca\.|circa|approx\.)[\s\u00a0]?)?"
_MARK = (
    r"[\s\u00a0]?(?:[*†‡]{1,3}|\+|[(\[](?:[a-z]|provisional|revised|estimated?|dros dro|diwygiedig|amcangyfrif)[)\]])"
)
FIGURE = re.compile(
    rf"(?P<about>{_ABOUT})(?P<before>[<>≤≥~≈]?[\s\u00a0]?[-+−]?\s?£?\(?[-+−]?£?)"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?"
    rf"(?P<after>[\s\u00a0]?(?:%|pp|[kmbn]{{1,2}})?\)?)(?P<mark>(?:{_MARK}){{0,2}})",
    re.ASCII | re.IGNORECASE,
)
"""A figure, with its sign, £ and unit, and with marks of statisticians: "c. 1,204", "1,204*", "1,204 (r)"."""
_PART = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
RANGE = re.compile(rf"£?{_PART}(?:\s?[-–]\s?|\sto\s|\si\s)£?{_PART}%?", re.ASCII)
"""A figure that is known only to be between two."""
_NONE = re.compile(r"[-–—:*]|\.{2,3}|…|n/?a|n\.a\.|amh\.|\[[a-z]\]", re.IGNORECASE)
"""A mark in place of a figure."""
_NONE_IN_WORDS = re.compile(
    r"unknown|not (?:known|available|applicable|recorded|collected|held)|suppressed|nil|anhysbys|ddim ar gael",
    re.IGNORECASE,
)


def is_empty(cell: str) -> bool:
    """Tell whether a cell is empty, or has a mark in place of a figure."""
    return not cell or bool(_NONE.fullmatch(cell))


def of_figures(cells: Sequence[str]) -> bool:
    """Tell whether a column has figures: most of its cells are, and the others are ranges, or say that none is known.

    >>> [of_figures(cells) for cells in (["12", "3*", "[x]", "unknown"], ["12", "3", "Ashby"], ["10-20", "20-30"])]
    [True, False, False]
    """
    filled = [cell for cell in cells if not is_empty(cell)]
    return bool(filled) and mostly_figures(filled) and not other_words(filled)


def mostly_figures(cells: Sequence[str]) -> bool:
    """Tell whether more than half of the cells that are filled are figures."""
    filled = [cell for cell in cells if not is_empty(cell)]
    return 2 * sum(bool(FIGURE.fullmatch(cell)) for cell in filled) > len(filled)


def other_words(cells: Sequence[str]) -> str:
    """Return the first cell that has words in a column of figures; empty if there is none."""
    return next((cell for cell in cells if not (is_empty(cell) or _is_known(cell))), "")


def _is_known(cell: str) -> bool:
    return bool(FIGURE.fullmatch(cell) or RANGE.fullmatch(cell) or _NONE_IN_WORDS.fullmatch(cell))
