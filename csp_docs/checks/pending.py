"""What is pending: a note, or an error in a final document; listed by owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from attrs import field

from csp_docs import blocks as b
from csp_docs.blocks.walk import every_inline
from csp_docs.errors import Code, Problem, Severity
from csp_docs.model import CouncilDocument, Status
from csp_docs.records import record


@record
class Owed(Problem):
    """The finding that something is pending: its ``owner``, what it is, and its due date as printed and as a day."""

    owner: str = field(default="", kw_only=True)
    what: str = field(default="", kw_only=True)
    due: str = field(default="", kw_only=True)
    by: date | None = field(default=None, kw_only=True)


def owed(document: CouncilDocument, composed: b.Document) -> Iterator[Owed]:
    """Find what is pending, in reading order, once even if it is printed in several places."""
    found = dict.fromkeys(map(_key, _pending(composed)))
    final = found if document.status is Status.FINAL else set(_in_final(document, composed))
    for key in found:
        yield _finding(key[1], is_final=key in final)


def by_owner(findings: Iterable[Problem]) -> dict[str, list[Owed]]:
    """Return what is pending, by owner in alphabetical order; for each owner by due date, then by line."""
    found = sorted((finding for finding in dict.fromkeys(findings) if isinstance(finding, Owed)), key=_order)
    return {owner: list(group) for owner, group in groupby(found, key=lambda finding: finding.owner)}


def _in_final(document: CouncilDocument, composed: b.Document) -> Iterator[tuple[object, b.Pending]]:
    """Yield what is pending in a final document, or in a final one inside it."""
    if document.status is Status.FINAL:
        yield from map(_key, _pending(composed))
        return
    appendices = (block for block in composed.blocks if isinstance(block, b.Appendix))
    for given, appendix in zip(document.appendices, appendices, strict=False):
        for block in _inside(appendix.blocks):
            if given.document and isinstance(block, b.Embedded):
                yield from _in_final(given.document, block.document)


def _inside(blocks: b.Blocks) -> b.Blocks:
    """Return the blocks of an appendix, which are in a part if it has an access of its own."""
    match blocks:
        case (b.Part() as part,):
            return part.blocks
    return blocks


def _pending(document: b.Document) -> Iterator[b.Pending]:
    return (inline for inline in every_inline(document.blocks) if isinstance(inline, b.Pending))


def _key(pending: b.Pending) -> tuple[object, b.Pending]:
    return pending.origin, pending


def _finding(pending: b.Pending, *, is_final: bool) -> Owed:
    due = f" (due {pending.due})" if pending.due else ""
    missing = (
        f'{pending.owner} has not yet provided "{pending.what}"' if pending.owner else f"{pending.what} is not set"
    )
    fact, hint, severity = f"{missing}{due}", "", Severity.NOTE
    if is_final:
        fact = f"the document is final, but {missing}"
        hint, severity = "add it, or remove `status: final` until you have it", Severity.ERROR
    words = {"owner": pending.owner, "what": pending.what, "due": pending.due}
    return Owed(Code.PENDING, fact, hint, pending.origin, severity, by=pending.by, **words)


def _order(finding: Owed) -> tuple[str, str, date, str, int, int]:
    place = (finding.file, finding.line or 0, finding.column or 0)
    return (finding.owner.casefold(), finding.owner, finding.by or date.max, *place)
