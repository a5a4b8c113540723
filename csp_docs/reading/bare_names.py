"""Texts that are only the name of a block: `- page_break` would be printed as words."""

from __future__ import annotations

import re
from collections.abc import Container
from difflib import get_close_matches

from csp_docs.errors import Code, Problem, Severity, file_of, origin_of
from csp_docs.model import ListOf
from csp_docs.model.reach import types_of
from csp_docs.reading.blocks import BLOCKS

_CONTENTS = "contents"
_LONGEST = 30
"""More characters than any name of a block has, with signs around it."""
_SIGNS = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[.:;!?]\W*$")
_CODED = re.compile(r"\w+_\w+")
_OF_SEVERAL_WORDS = {name.replace("_", ""): name for name in BLOCKS if "_" in name}


def bare_name(text: str, keys: Container[str] = (), *, in_list: bool = False) -> Problem | None:
    """Return the problem of a text that is the name of a block: an error if it cannot be words, otherwise a warning.

    "page_break" is never words, and in a section "Page break" is not either; "table" may be. In a list, an item such
    as "risks" is words. ``keys`` are those of the document.
    """
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return None
    words, origin = text.strip(), origin_of(text)
    if name := _never_words(words, in_list=in_list):
        return Problem(
            Code.BLOCK_NAME_ALONE, f'the text "{words}" is the name of a block', _written(name, text), origin
        )
    if in_list or (words not in BLOCKS and not (words == _CONTENTS and words in keys)):
        return None
    of = "a key of the document" if words == _CONTENTS else "the name of a block"
    fact = f'the text "{words}" is also {of}, and is printed as a word'
    hint = f"{_written(words, text)}, or begin it with a capital letter if it is words"
    return Problem(Code.BLOCK_NAME_ALONE, fact, hint, origin, Severity.WARNING)


def _never_words(words: str, *, in_list: bool) -> str:
    """Return the name of the block that a text can only mean; empty if it may be words."""
    if _CODED.fullmatch(words):
        near = get_close_matches(_SIGNS.sub("", words.casefold()), _OF_SEVERAL_WORDS, 1, 0.8)
        return _OF_SEVERAL_WORDS[near[0]] if near else ""
    return "" if in_list else _OF_SEVERAL_WORDS.get(_SIGNS.sub("", words.casefold()), "")


def _written(name: str, text: str) -> str:
    """Return how a block is written, in the door that the text came through."""
    if name == _CONTENTS:
        return "write `contents: yes` below the title of the document"
    cls = BLOCKS[name]
    if not file_of(text):
        return f"write {cls.__name__}({'…' if types_of(cls) else ''})"
    if cls is ListOf:
        return "write `list_of: priorities`, or the name of another list"
    return f"write `{name}: …` with its content" if types_of(cls) else f"write `{name}: yes`"
