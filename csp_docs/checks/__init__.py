"""Findings on model, document and output: what must be put right before publication. A new check is one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from csp_docs.checks.reports import missing_recommendations, missing_title
from csp_docs.checks.sums import totals_in_expressions
from csp_docs.errors import Located, Problem, origin_of
from csp_docs.model import CouncilDocument


def _lists_of_one(document: CouncilDocument) -> Iterator[Problem]:
    """Find texts of a file that are lists of one without brackets, and may have been meant as several items."""
    ones = (part[0] for part in document.own_parts if type(part) is tuple and len(part) == 1)
    if alone := [text for text in ones if isinstance(text, Located) and "," in text and _is_value(text)]:
        from csp_docs.checks.lists import divided_by_commas

        yield from divided_by_commas(alone)


def _is_value(text: Located) -> bool:
    """Tell whether a text is the value of a key: the place of an item of a list ends with its number."""
    place = origin_of(text)
    path = place.path.removesuffix(".en").removesuffix(".cy") if place and place.line else ""
    return bool(path) and not path.endswith("]")


_CHECKS: tuple[Callable[[CouncilDocument], Iterator[Problem]], ...] = (
    missing_title,
    missing_recommendations,
    totals_in_expressions,
    _lists_of_one,
)


def findings(document: CouncilDocument, own: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    """Return everything that prevents a document, or one inside it, from being published.

    ``own`` names checks of other packages. Raises CspDocsError if one of them does not work.
    """
    found = tuple(problem for check in _CHECKS for problem in check(document))
    if own:
        from csp_docs.checks.own import own_findings

        found += tuple(own_findings(document, own))
    inner = (appendix.document for appendix in document.appendices if appendix.document)
    return found + tuple(problem for below in inner for problem in findings(below, own))
