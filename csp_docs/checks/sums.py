"""Expressions that add a total to what it is the total of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from csp_docs.errors import Code, Problem, Severity, origin_of
from csp_docs.measures.sums import is_called_total
from csp_docs.model import CouncilDocument
from csp_docs.text.expressions import Expression, split
from csp_docs.text.expressions.faults import ExpressionError

_MEASURE = re.compile(r"(?:^|\+)[\s(]*measures\.(\w+)\.|measures\.(\w+)\.\w+[\s)]*\+")


def totals_in_expressions(document: CouncilDocument) -> Iterator[Problem]:
    """Find expressions that add a measure that is called a total to one that is not."""
    names = {measure.id: measure.name for measure in document.defined_measures if measure.id}
    if not any(map(is_called_total, names.values())):
        return
    for text in document.own_parts:
        for source in _expressions(text) if isinstance(text, str) and "measures." in text else ():
            added = {one or other for one, other in _MEASURE.findall(source)} & names.keys() if "+" in source else set()
            totals = [names[key] for key in sorted(added) if is_called_total(names[key])]
            if 0 < len(totals) < len(added):
                fact = f'"{Expression(source)}" adds "{totals[0]}", which is called a total, to other measures'
                hint = "leave it out, or give it another name if it is not their total"
                yield Problem(Code.TOTAL_AMONG_ROWS, fact, hint, origin_of(text), Severity.WARNING)


def _expressions(text: str) -> list[str]:
    try:
        return [part.source for part in split(text) if isinstance(part, Expression)]
    except ExpressionError:  # this is reported where the text is printed
        return []
