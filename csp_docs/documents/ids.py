"""The ids of a document, which references lead to: each is given once."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.documents.kinds import body, language_of
from csp_docs.errors import Code, Origin, Problem, origin_of
from csp_docs.reading.tree import LocatedDict


def repeated_ids(tree: LocatedDict) -> Iterator[Problem]:
    """Find the ids that sections, blocks and appendices share, as reported for the later of them."""
    first: dict[str, Origin] = {}
    for node in body(tree, language_of(tree)):
        given = node.get("id")
        if not isinstance(given, str) or not given:
            continue
        origin = origin_of(given)
        if origin and first.setdefault(given, origin) != origin:
            hint = f"it is the id at {first[given]} ({first[given].path}) too: choose another"
            yield Problem(Code.ID_TWICE, f'the id "{given}" is given twice', hint, origin)
