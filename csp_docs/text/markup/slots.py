"""Expressions are cut out of a text before Markdown reads it, and their values put into the slots afterwards.

So no mark inside an expression is read as Markdown, and no value is: a council's name may hold ``*`` or ``[``.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

from attrs import frozen

from csp_docs.errors import Code
from csp_docs.text.expressions import LONGEST, Expression, split
from csp_docs.text.expressions.faults import ExpressionError

# Unicode's private use areas hold more characters than one text may, so one of them is always free.
_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))

_Filling = TypeVar("_Filling")


@frozen
class Slots:
    """A ``text`` ready for Markdown, where expression 2 reads ``mark 2 mark`` without the spaces."""

    text: str
    mark: str
    expressions: tuple[Expression, ...]

    def written(self, text: str) -> str:
        """Return a piece of the text as its author wrote it."""
        return "".join(map(str, self.filled(text, self.expressions)))

    def filled(self, text: str, values: Sequence[_Filling]) -> Iterator[str | _Filling]:
        """Yield the parts of a piece of the text in order; of an expression, what ``values`` has in its place."""
        for position, part in enumerate(text.split(self.mark)):
            yield values[int(part)] if position % 2 else part


def cut(text: str) -> Slots:
    """Return ``text`` with its expressions cut out. Raises ExpressionError if one has no end or the text is long."""
    if len(text) > LONGEST:
        fact = f"the text has {len(text):,} characters; {LONGEST:,} are the most"
        raise ExpressionError(Code.TEXT_TOO_LONG, fact, "divide it into several texts")
    parts = split(text)
    mark = _free(text)
    expressions = tuple(part for part in parts if isinstance(part, Expression))
    numbers = iter(range(len(expressions)))
    written = (f"{mark}{next(numbers)}{mark}" if isinstance(part, Expression) else part for part in parts)
    return Slots("".join(written), mark, expressions)


def _free(text: str) -> str:
    """Return a private use character that the text does not hold, nor one of its entities (``&#xE000;``) names."""
    taken = text + html.unescape(text)
    return next(mark for mark in map(chr, chain(*_PRIVATE)) if mark not in taken)
