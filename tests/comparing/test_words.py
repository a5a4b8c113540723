"""The form in which words are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.comparing.reading import Piece
from csp_docs.comparing.stream import Stream
from csp_docs.comparing.words import canonical

SAME = [
    ("to gether", "together"),
    ("It\u2019s \u201cnew\u201d", 'It\'s "new"'),
    ("2011\u201314", "2011-14"),
    ("\ufb01re \ufb02at", "fire flat"),
    ("re\u00aduse, a\u200bb", "reuse, ab"),
    ("\u2022 item", "item"),
    ("Cafe\u0301", "Caf\u00e9"),
    ("5\u00a0%", "5%"),
]
DIFFERENT = [("1 12", "11 2"), ("1 2", "12"), ("-5%", "5%"), ("m\u00b2", "m2"), ("Fire", "fire"), ("a \u2022b", "a b")]


@pytest.mark.parametrize(("one", "other"), SAME, ids=str)
def test_what_only_looks_different_is_the_same(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT, ids=str)
def test_what_says_something_else_is_different(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


texts = st.text("ab12 \t\n\u2022\u00ad\u200b\u2019\u2013-.\ufb01\ue010\u0301\u0661e", max_size=30)


@given(st.lists(texts, max_size=5))
def test_the_words_that_are_compared_are_those_of_the_fingerprint(pieces: list[str]) -> None:
    stream = Stream(tuple(Piece(piece, "") for piece in pieces), certain=False)
    assert stream.text == canonical(" ".join(pieces))


@given(texts)
def test_spacing_at_the_ends_is_nothing(text: str) -> None:
    assert canonical(f" {text}\n") == canonical(text)
