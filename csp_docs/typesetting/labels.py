"""The room for labels, for all writers: numbers and bullets of lists, numbers in the contents, labels of facts."""

from __future__ import annotations

from collections.abc import Iterable

from csp_docs.blocks import FactRow, Facts
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import TextStyle, Theme

LABEL_GAP = 4.0
"""The least space between a hanging number and its words, in points."""
_NUMBER_GAP = 8.0
"""The space between the numbers of contents and the titles after them, in points."""
_PAIRED = (0.25, 0.20, 0.25)
"""The shares of the first value, the second label and the second value in the width that the first label leaves."""


def label_room(labels: Iterable[str], theme: Theme) -> float:
    """Return the indent of the items of a list, in points: wide labels need more, so that the words stay aligned."""
    return max([theme.list_indent, *(width(label) * theme.list_item.size + LABEL_GAP for label in labels)])


def number_room(number: str, look: TextStyle) -> float:
    """Return the room that the ``number`` of an entry of the contents needs before its title, in points."""
    return width(number, bold=look.bold) * look.size + _NUMBER_GAP


def fact_widths(facts: Facts, theme: Theme) -> tuple[float, ...]:
    """Return the shares of label and value, or of two labels and two values when any row holds two facts."""
    rest = 1 - theme.fact_label
    paired = any(isinstance(row, FactRow) and len(row.facts) > 1 for row in facts.rows)
    return theme.fact_label, *((share / sum(_PAIRED) * rest for share in _PAIRED) if paired else (rest,))
