"""What somebody still owes: listed by owner, and never in a document that is final."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from csp_docs import blocks as b
from csp_docs.blocks.walk import every_inline
from csp_docs.errors import Problem
from csp_docs.model import CouncilDocument, Status


def owed(documents: Iterable[b.Document]) -> dict[str, list[b.Pending]]:
    """Return what is pending in documents, by owner in alphabetical order; of each what is due first, then by line."""
    found = sorted(_pending(*documents), key=_order)
    return {owner: list(group) for owner, group in groupby(found, key=lambda pending: pending.owner)}


def pending_in_final(document: CouncilDocument, composed: b.Document) -> Iterator[Problem]:
    """Find what is pending in a final document, or in a final one that stands inside it."""
    if document.status is Status.FINAL:
        yield from map(_problem, _pending(composed))
        return
    appendices = (block for block in composed.blocks if isinstance(block, b.Appendix))
    for given, appendix in zip(document.appendices, appendices, strict=False):
        for block in appendix.blocks:
            if given.document and isinstance(block, b.Embedded):
                yield from pending_in_final(given.document, block.document)


def _pending(*documents: b.Document) -> list[b.Pending]:
    """Return what is pending in reading order, once even where it is printed in several places."""
    inlines = (inline for document in documents for inline in every_inline(document.blocks))
    found = (inline for inline in inlines if isinstance(inline, b.Pending))
    return list({(pending.origin, pending): pending for pending in found}.values())


def _problem(pending: b.Pending) -> Problem:
    fact = f'the document is final, but {pending.owner} still owes "{pending.what}"'
    return Problem(fact, "put it in, or take `status: final` away until it is there", pending.origin)


def _order(pending: b.Pending) -> tuple[str, str, date, str, int, int]:
    origin = pending.origin
    place = (origin.file, origin.line, origin.column) if origin else ("", 0, 0)
    return (pending.owner.casefold(), pending.owner, pending.by or date.max, *place)
