"""The law on access to meetings and papers of councils, by nation.

England: Local Government Act 1972, Part 5A and Schedule 12A, Parts 1 to 3; for executives, SI 2012/2089, which refers
to the same Schedule. Wales: Schedule 12A, Parts 4 to 6 (SI 2007/969). Scotland: Local Government (Scotland) Act 1973,
Part 3A and Schedule 7A. Northern Ireland: Local Government Act (Northern Ireland) 2014, Part 8 and Schedule 6.

Notice of papers: sections 100B(3) (with SI 2002/715) and 100BA(3) of the Act of 1972, section 50B of that of 1973.
The words that name these provisions, the law on partnerships for community safety, and the officer for finance (Local
Government Act 1972, section 151; Local Government (Scotland) Act 1973, section 95; Local Government Finance Act
(Northern Ireland) 2011) are among the printed words.
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
    """The paragraphs of exempt information, ``first`` to ``last``, and the ``clear_days`` of ``notice`` of papers.

    Information under the paragraphs ``weighed`` is exempt only while the public interest in maintaining the exemption
    outweighs the public interest in disclosing it. ``described`` says whether the printed words have those of its
    paragraphs. ``clear_days`` is 0 where the number has not been confirmed in the law itself.
    """

    first: int
    last: int
    weighed: frozenset[int] = frozenset()
    described: bool = False
    clear_days: int = 0
    notice: str = ""


_ACT = "Local Government Act 1972"
LAWS = {
    Nation.ENGLAND: Law(1, 7, frozenset(range(1, 8)), True, 5, f"section 100B(3) of the {_ACT}"),  # paragraph 10
    Nation.WALES: Law(  # paragraph 21; 16 is legal privilege
        12, 18, frozenset({12, 13, 14, 15, 17, 18}), True, 3, f"section 100BA(3) of the {_ACT}"
    ),
    Nation.SCOTLAND: Law(1, 15, clear_days=3, notice="section 50B of the Local Government (Scotland) Act 1973"),
    Nation.NORTHERN_IRELAND: Law(1, 7),
}
"""The law of each nation."""
