"""Messages, docstrings and comments are plain English: phrases that readers stumble over are refused."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import csp_docs

PACKAGE = Path(csp_docs.__file__).parent

ROOMS = sorted(path.name for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists())

INSTEAD = {
    r"(?<!there )\b(is|are) no (?!longer|more|less|doubt|higher|wider)\w+": '"is not a", or "there is no"',
    r"\b(is|are|be|been) told\b(?! apart)": '"is reported"',
    r"\bparted\b": '"split" or "separated"',
    r"\bstands?\b(?! for \w| out\b)": '"is" or "appears"',
    r"\bstands? for itself\b": '"is"',
    r"\bwork(s|ed)? out\b": '"calculate"',
    r"\bas (it|they) stands?\b": '"as it is"',
    r"\btak(e|es|en|ing) (it|them|the \w+|this|one|some) away\b": '"remove"',
    r"\bbehind\b": '"after" or "below"',
    r"\bbeside\b": '"next to" or "with"',
    r"(?:^|[.;:] )else\b": '"otherwise", or a clause with "if"',
}
"""Phrases that are refused, and what to write instead."""


@pytest.mark.parametrize("room", ROOMS)
def test_the_words_of_a_room_are_plain_english(room: str) -> None:
    faults = [
        f"{path.relative_to(PACKAGE)}:{line}: {fault}"
        for path in sorted((PACKAGE / room).rglob("*.py")) or [PACKAGE / room]
        for line, words in _words(path.read_text(encoding="utf-8"))
        for fault in _faults(words)
    ]
    assert faults == []


@pytest.mark.parametrize(
    "words",
    ["it is no date", "All are told at once.", "a list stands in a cell", "values behind it", "Else it is left out."],
)
def test_an_odd_phrase_is_refused(words: str) -> None:
    assert len(list(_faults(words))) == 1


@pytest.mark.parametrize(
    "words",
    ["there is no column", "it is no longer read", "shades that can be told apart", "a text that stands for it"],
)
def test_a_plain_phrase_is_accepted(words: str) -> None:
    assert list(_faults(words)) == []


def _faults(words: str) -> Iterator[str]:
    """Yield what is odd in ``words``; names in the code are not words."""
    words = re.sub(r"``.*?``", "X", words)
    for phrase, better in INSTEAD.items():
        if found := re.search(phrase, words, re.IGNORECASE):
            yield f'"{found[0]}": write {better}'


def _words(source: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module with their lines: strings, with X for the values in them, and comments."""
    tree = ast.parse(source)
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(str(p.value) if isinstance(p, ast.Constant) else "X" for p in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
            yield node.lineno, " ".join(node.value.split())
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string.removeprefix("#").strip()
