"""What every report to a meeting must say."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.errors import Code, Origin, Problem, origin_of
from csp_docs.model import CabinetReport, CouncilDocument, ScrutinyReport


def missing_title(document: CouncilDocument) -> Iterator[Problem]:
    """Find a document, or a highlight report inside it, without a title.

    PDF/UA-1 (ISO 14289-1, 7.1) and WCAG 2.4.2 require one.
    """
    highlights = document.highlight_reports if isinstance(document, ScrutinyReport) else ()
    for given in (document, *highlights):
        if not given.title.strip():
            yield Problem(Code.EMPTY_TITLE, "the title is empty", "say what the paper is about", origin_of(given.title))


def missing_recommendations(document: CouncilDocument) -> Iterator[Problem]:
    """Find a cabinet report without recommendations."""
    if isinstance(document, CabinetReport) and not document.recommendations:
        place = _top(document)
        how = (
            "`recommendations:`, a list of"
            if place and place.file
            else '`.recommend("…")`, or `recommendations=[…]`, with'
        )
        hint = f"add {how} what {document.meeting.body} is asked to decide or note"
        yield Problem(Code.NO_RECOMMENDATIONS, "the report has no recommendations", hint, place)


def _top(document: CouncilDocument) -> Origin | None:
    """Return the top of the file; for a script's document, the empty field."""
    origin = origin_of(document.title)
    if not origin or origin.file:
        return origin and Origin(origin.file, 1, 1)
    return Origin(path=origin.path.removesuffix("title") + "recommendations")
