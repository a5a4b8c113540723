r"""The words of others, such as a database's, as text that prints as it is given.

A character after a backslash is printed as it is: it is not a mark, and it is not replaced by one that is better print.
"""

from __future__ import annotations

import re

from csp_docs.text.typography import printed

_MARKS = re.compile(
    r"""(?P<kept>\d+(?:-\d+){2,})      # dates, and other numbers that are not ranges
    | [\\`*_['"]                     # strong and emphasised words, code, links, footnotes, quotation marks
    | \{(?=[{%#]) | (?<=\{)[{%#]       # expressions
    | <(?=[a-z/!?])                    # HTML
    | &(?=[#a-z])                      # entities
    | ^[#>~=] | ^\+(?=[\s+]|$)         # headings, quotations, code, lists, lines across the page
    | (?<![^\W\d_])- | -(?![^\W\d_])   # the same, minus signs and ranges, but not the hyphens of words
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.ASCII)
_SIGNED_FIGURE = re.compile(r"[-+]\s?[£$€]?\d[\d,]*(\.\d+)?\s?%?", re.ASCII)
_HELD = "\v"
"""Takes the place of a space that would become a no-break space; lines have none."""


def literal(words: str) -> str:
    r"""Return text that prints ``words`` exactly as they are given.

    Nothing in them is Markdown or an expression, and no quotation mark, hyphen or space is replaced. Lines stay lines,
    and after an empty line a new paragraph begins; spaces around a line are left out. The text can be used on its own
    or as a part of another one, wherever texts may have marks: not in an ``id``, an address or the name of a file. A
    number in a column of figures gets its comma all the same: ``align`` the column to the left to keep it as it is.

    >>> print(f"They said: {literal('[see below]')}")
    They said: \[see below]
    """
    paragraphs = re.split(r"\n(?:[ \t]*\n)+", "\n".join(words.splitlines()).strip())
    return "\n\n".join("\\\n".join(map(_line, paragraph.strip("\n").split("\n"))) for paragraph in paragraphs)


def in_one_line(words: str) -> str:
    """Return text that prints the cell of a data file as it is, in one line; a sign before a figure is a true sign."""
    line = " ".join(words.split())
    return line if _SIGNED_FIGURE.fullmatch(line) else _line(line)


def _line(words: str) -> str:
    line = words.strip(" \t")
    held, typeset = line, printed(line)
    if typeset != line:
        held = "".join(_HELD if sign == " " != new else sign for sign, new in zip(line, typeset, strict=True))
    escaped = _MARKS.sub(lambda mark: mark["kept"] or f"\\{mark[0]}", held)
    return _NUMBERED.sub(r"\1\\\2", escaped).replace(_HELD, "&#32;")
