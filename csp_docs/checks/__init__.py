"""Findings on model, document and output: what must be put right before publication. A new check is one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from csp_docs.checks.reports import missing_recommendations, missing_title
from csp_docs.checks.sums import totals_in_expressions
from csp_docs.errors import Problem
from csp_docs.model import CouncilDocument

_CHECKS: tuple[Callable[[CouncilDocument], Iterator[Problem]], ...] = (
    missing_title,
    missing_recommendations,
    totals_in_expressions,
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
