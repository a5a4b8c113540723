"""Words of others, such as the cells of a data file, as text in which nothing is a mark or an expression."""

from __future__ import annotations

import re

_MARKS = re.compile(
    r"""[\\`*_[]                     # strong and stressed words, code, links, footnotes
    | \{(?=[{%#]) | (?<=\{)[{%#]   # expressions
    | <(?=[a-z/!?])                # HTML
    | &(?=[#a-z])                  # entities
    | ^[#>~] | ^[+-](?=[\s+-]|$)   # headings, quotations, code, lists, lines across the page
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.ASCII)


def literal(words: str) -> str:
    r"""Return text that prints ``words`` as they stand, in one line: ``a * b`` as ``a \* b``."""
    line = " ".join(words.split())
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", line))
