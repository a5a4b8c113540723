"""Words from other sources, such as the cells of a data file, as text without marks or expressions."""

from __future__ import annotations

import re

_MARKS = re.compile(
    r"""[\\`*_[]                     # strong and emphasised words, code, links, footnotes
    | \{(?=[{%#]) | (?<=\{)[{%#]   # expressions
    | <(?=[a-z/!?])                # HTML
    | &(?=[#a-z])                  # entities
    | ^[#>~] | ^[+-](?=[\s+-]|$)   # headings, quotations, code, lists, lines across the page
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.ASCII)


def literal(words: str) -> str:
    r"""Return text that prints ``words`` exactly as they are, in one line: ``a * b`` as ``a \* b``."""
    line = " ".join(words.split())
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", line))
