"""The law on access to meetings and papers of councils, by nation.

England: Local Government Act 1972, Part 5A and Schedule 12A, Parts 1 to 3; for executives, SI 2012/2089, which refers
to the same Schedule. Wales: Schedule 12A, Parts 4 to 6 (SI 2007/969). Scotland: Local Government (Scotland) Act 1973,
Part 3A and Schedule 7A. Northern Ireland: Local Government Act (Northern Ireland) 2014, Part 8 and Schedule 6.
"""

from __future__ import annotations

from enum import Enum

from csp_docs.records import record


class Nation(Enum):
    """The nation of a council, whose law says what is exempt information."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


@record
class Law:
    """The paragraphs of exempt information, ``first`` to ``last``.

    Information under the paragraphs ``weighed`` is exempt only while the public interest in maintaining the exemption
    outweighs the public interest in disclosing it.
    """

    first: int
    last: int
    weighed: frozenset[int] = frozenset()


LAWS = {
    Nation.ENGLAND: Law(1, 7, frozenset(range(1, 8))),  # Schedule 12A, paragraph 10
    Nation.WALES: Law(12, 18, frozenset({12, 13, 14, 15, 17, 18})),  # paragraph 21; 16 is legal privilege
    Nation.SCOTLAND: Law(1, 15),
    Nation.NORTHERN_IRELAND: Law(1, 7),
}
"""The law of each nation."""
