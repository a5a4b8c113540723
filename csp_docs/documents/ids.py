"""The ids of a document, for references: each is given once."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.documents.kinds import body, language_of
from csp_docs.errors import Code, Origin, Problem, origin_of
from csp_docs.reading.tree import LocatedDict


def repeated_ids(tree: LocatedDict) -> Iterator[Problem]:
    """Find the ids that several sections, blocks or appendices have. Each is reported at the later place."""
    first: dict[str, Origin] = {}
    for node in body(tree, language_of(tree)):
        given = node.get("id")
        if not isinstance(given, str) or not given:
            continue
        origin = origin_of(given)
        if origin and first.setdefault(given, origin) != origin:
            hint = f"it is also the id at {first[given]} ({first[given].path}): choose another"
            yield Problem(Code.ID_TWICE, f'the id "{given}" is given twice', hint, origin)
