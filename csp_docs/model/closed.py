"""What a document has in parts that are not for the public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, fields

from csp_docs.model.access import Access
from csp_docs.model.document import Appendix, CouncilDocument
from csp_docs.model.measures import Measure
from csp_docs.model.parts import parts_of
from csp_docs.model.sections import Generated, Section

_HOLD_SECTIONS = (tuple, Section, Appendix)


def access_of(appendix: Appendix, document: CouncilDocument) -> Access | None:
    """Return the access of an appendix: its own, or that of a document that is not for the public."""
    if appendix.access is None and document.access.closed:
        return Access(document.access.exempt, confidential=document.access.confidential)
    return appendix.access


def closed_names(document: CouncilDocument) -> frozenset[str]:
    """Return the names of what a document prints in parts that are not for the public, such as its priorities."""
    if _is_open(document):
        return frozenset()
    found = _by_access((document.sections, document.appendices), _HOLD_SECTIONS, closed=document.access.closed)
    return frozenset(part.generate for part, closed in found if closed and isinstance(part, Generated))


def closed_measures(document: CouncilDocument) -> frozenset[str]:
    """Return the ids of the measures that a document has in parts that are not for the public."""
    if _is_open(document):
        return frozenset()
    names, closed = closed_names(document), document.access.closed
    fields_of = ((field.name, getattr(document, field.name)) for field in fields(type(document)))
    found = (item for name, value in fields_of for item in _by_access(value, object, closed=closed or name in names))
    return frozenset(part.id for part, inside in found if inside and isinstance(part, Measure))


def _is_open(document: CouncilDocument) -> bool:
    return not (document.access.closed or document.closed_parts)


def _by_access(value: object, entered: type | tuple[type, ...], *, closed: bool) -> Iterator[tuple[Any, bool]]:
    """Yield the objects below ``value``, each with whether it is not for the public; no document of an appendix.

    They are looked for in those of the types ``entered``. What is inside a part that is not for the public is not
    either, except an appendix of a document that is opened.
    """
    waiting = [(value, closed)]
    while waiting:
        around, closed = waiting.pop()
        for part in parts_of(around):
            access: Access | None = getattr(part, "access", None)
            own = bool(access and access.closed)
            inside = own if isinstance(part, Appendix) and access else closed or own
            yield part, inside
            if isinstance(part, entered) and not (isinstance(around, Appendix) and isinstance(part, CouncilDocument)):
                waiting.append((part, inside))


def with_public_titles(document: CouncilDocument) -> CouncilDocument:
    """Return a document in which it, and all documents inside it, have the titles that they have for the public.

    One that is not for the public keeps its title, which the public edition leaves out with the rest.
    """
    access, changes = document.access, dict[str, Any]()
    if access.public_title and not access.closed:
        changes["title"] = access.public_title
    for name in ("appendices", "highlight_reports"):
        given = getattr(document, name, ())
        if (found := tuple(map(_with_public_title, given))) != given:
            changes[name] = found
    return evolve(document, **changes) if changes else document


def _with_public_title(part: Any) -> Any:
    if isinstance(part, CouncilDocument):
        return with_public_titles(part)
    return evolve(part, document=with_public_titles(part.document)) if part.document else part
