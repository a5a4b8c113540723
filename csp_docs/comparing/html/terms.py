"""The words that csp_docs puts on its web pages around those of a document, in English and Welsh.

They say nothing of their own. Councils may change them: other words in their places are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from csp_docs.comparing.words import canonical

TERMS = (
    "Contents", "Cynnwys", "Pages", "Tudalennau", "Previous:", "Blaenorol:", "Next:", "Nesaf:", "A to Z", "A i Y",
    "All on one page", "Y cyfan ar un dudalen", "Search", "Chwilio", "Search this document", "Chwilio'r ddogfen hon",
    "Skip to the document", "Neidio i'r ddogfen", "Scroll sideways to see more columns",
    "Sgroliwch i'r ochr i weld rhagor o golofnau", "this figure", "y ffigur hwn",
)  # fmt: skip
KNOWN = frozenset(canonical(term).casefold() for term in TERMS)
"""The terms in the form in which words are compared, in small letters."""
OF_NUMBERS = frozenset(
    {"numbers", "in", "this", "figure", "category", "area", "value", "lower", "upper", "limit", "target", "[x]",
     "rhifau", "yn", "y", "ffigur", "hwn", "categori", "ardal", "gwerth", "terfyn", "isaf", "uchaf", "targed"}
)  # fmt: skip
"""The words around the numbers of a chart."""
_WORD = re.compile(r"\w")


def unknown(what: str, *said: str) -> Iterator[str]:
    """Yield the words that are not terms, to be named: ``what`` says where they are.

    >>> list(unknown("shown", "Contents", "Crime rose"))
    ['the words "Crime rose", shown']
    """
    for words in (" ".join(one.split()) for one in said):
        if _WORD.search(words) and canonical(words).casefold() not in KNOWN:
            yield f'the words "{words}", {what}'
