"""The base of every node of the block tree."""

from __future__ import annotations

from attrs import field

from csp_docs.errors import Origin
from csp_docs.records import record


@record(kw_only=True)
class Node:
    """The base of every node, which knows where its author wrote it. Comparison of nodes ignores the place."""

    origin: Origin | None = field(default=None, eq=False, repr=False)
