"""One text where a list is expected: it is a list of one, and its commas may have been meant to divide it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from csp_docs.errors import Code, Located, Problem, Severity, origin_of

_COMMA = re.compile(r",\s+(?:and\s+)?(?![^{]*\}\})")
"""A comma between words, not one inside of ``{{ }}``."""
_SENTENCE = re.compile(r"[.!?:;]\W*$")
_MOST_WORDS = 5
"""More words between two commas are those of a sentence."""


def divided_by_commas(texts: Iterable[Located]) -> Iterator[Problem]:
    """Yield a note for each text that looks like several items with commas between them: not for sentences."""
    for text in texts:
        pieces = _COMMA.split(text)
        if len(pieces) > 1 and not _SENTENCE.search(text) and all(map(_is_short, pieces)):
            yield _note(text, pieces)


def _is_short(piece: str) -> bool:
    return 0 < len(piece.split()) <= _MOST_WORDS


def _note(text: Located, pieces: list[str]) -> Problem:
    fact = f'the list has one item, "{text}": commas do not divide a text'
    hint = f"if it is meant as {len(pieces)} items, write them in square brackets: [{', '.join(pieces)}]"
    return Problem(Code.COMMAS_IN_ONE_ITEM, fact, hint, origin_of(text), Severity.NOTE)
