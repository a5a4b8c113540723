"""Texts as scalars of YAML: without quotes where that is safe, folded below their key where they are long."""

from __future__ import annotations

import io
import json
import re
from typing import Any

from yaml import ScalarNode
from yaml.emitter import Emitter
from yaml.resolver import Resolver

from csp_docs.documents.writing.short import AsItIs

_EMITTER = Emitter(io.StringIO(), allow_unicode=True)
_RESOLVER: Any = Resolver()
_STRING = "tag:yaml.org,2002:str"
_EMPTY = ("", "~", "null", "Null", "NULL")
"""What YAML takes for no value."""
_SAME_EVERYWHERE = re.compile(r"-?(0|[1-9]\d*)", re.ASCII)
"""A whole number: every program that reads it as a number prints it as the same text."""
_LATER_NUMBER = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+", re.ASCII)
"""A number of YAML 1.2."""
_UNPRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_WORDS = re.compile(r"(?:\{\{.{0,500}?\}\}|  +|[^ ])+")
"""What is not divided between two lines: words, expressions, and words with several spaces between them."""


def in_line(text: str, *, in_brackets: bool = False) -> str:
    """Return a text as it is written in one line, ``in_brackets`` or after a key."""
    found = _EMITTER.analyze_scalar(text)
    bare = found.allow_flow_plain if in_brackets else found.allow_block_plain
    if isinstance(text, AsItIs) and (text == "[x]" or (bare and text not in _EMPTY)):
        return str(text)
    if bare and not isinstance(text, AsItIs) and not _is_more_than_text(text):
        return text
    if not found.allow_single_quoted or found.multiline:
        return _UNPRINTED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def folded(text: str, width: int) -> list[str] | None:
    """Return the lines of a text that is written below its key, the first of them its sign; None if it cannot be."""
    found = _EMITTER.analyze_scalar(text)
    if not found.allow_block or text[0] in " \n" or text.endswith("\n\n") or _UNPRINTED.search(text):
        return None
    if "\n" in text:
        return ["|" if text.endswith("\n") else "|-", *text.removesuffix("\n").split("\n")]
    return [">-", *_filled(text, width)]


def _is_more_than_text(text: str) -> bool:
    """Tell whether other programs would read a number, a time, yes or no, and print it as another text."""
    if _SAME_EVERYWHERE.fullmatch(text):
        return False
    return bool(_LATER_NUMBER.fullmatch(text)) or _RESOLVER.resolve(ScalarNode, text, (True, False)) != _STRING


def _filled(text: str, width: int) -> list[str]:
    """Return a text in lines that are no longer than ``width``, if its words allow that."""
    first, *words = _WORDS.findall(text)
    lines = [first]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines
