"""The status of a document in the council's own words: "To approve" where that is printed for ``for_decision``."""

from __future__ import annotations

from collections.abc import Callable

from csp_docs.council.template import CouncilTemplate
from csp_docs.errors import Code, CspDocsError, Located, Origin, Problem, origin_of
from csp_docs.model import Status
from csp_docs.reading.faults import shortened
from csp_docs.reading.tree import LocatedDict, NoValue


def with_status(tree: LocatedDict, council: Callable[[], CouncilTemplate]) -> list[Problem]:
    """Put the name of a status in the place of the council's words for it; return a problem if it has no such words."""
    given = tree["status"]
    place = origin_of(given) or Origin()
    try:
        terms = council().terms
    except CspDocsError:  # reported already
        return []
    words = {status.value: " ".join(terms[f"status_{status.value}"].split()) for status in Status}
    found = next((name for name, word in words.items() if _plain(word) == _plain(given)), "")
    if found or isinstance(given, NoValue):
        tree["status"] = Located.at(found, place) if found else given
        return []
    tree["status"] = NoValue.at(given, place)
    known = ", ".join(f'{name} ("{word}")' for name, word in words.items())
    fact = f'the council has no status "{shortened(given)}"'
    hint = f'known values: {known}; for other words, write `terms: {{status_for_decision: "{shortened(given)}"}}`'
    return [Problem(Code.UNKNOWN_VALUE, fact, hint, place)]


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
