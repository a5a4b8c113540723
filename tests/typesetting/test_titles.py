"""The last line of a title has more than one word where another break fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.blocks import Emphasis, Inlines, Note, Text
from csp_docs.blocks.walk import words
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import TextStyle
from csp_docs.typesetting.titles import balanced

LOOK = TextStyle(10, 12)


def room(printed: str) -> float:
    """Return the room that just holds ``printed``."""
    return width(printed) * LOOK.size + 0.01


@pytest.mark.parametrize(
    ("title", "line", "printed"),
    [
        ("Three Year Partnership Plan", "Three Year Partnership", "Three Year Partnership\u00a0Plan"),
        ("Three Year Partnership Plan", "Three Year Partnership Plan", "Three Year Partnership Plan"),
        ("Three Year Partnership Plan", "Three Year", "Three Year Partnership Plan"),  # one line more
        ("Partnership Plan", "Partnership", "Partnership Plan"),
        ("Plan", "Plan", "Plan"),
    ],
)
def test_a_last_word_is_not_alone_where_that_needs_no_other_line(title: str, line: str, printed: str) -> None:
    assert words(balanced((Text(title),), LOOK, room(line))) == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ((Text("Three Year Plan"), Note((Text("n"),), 1)), "Three Year\u00a0Plan"),
        ((Text("Three "), Emphasis((Text("Year Plan"),))), "Three Year Plan"),
    ],
)
def test_only_plain_words_are_joined(title: Inlines, printed: str) -> None:
    assert words(balanced(title, LOOK, room("Three Year"))) == printed


@given(
    st.lists(st.sampled_from(["a", "plan", "partnership", "community"]), min_size=1, max_size=12), st.integers(20, 300)
)
def test_the_words_of_a_title_stay_the_same(parts: list[str], points: int) -> None:
    printed = words(balanced((Text(" ".join(parts)),), LOOK, points))
    assert printed.split() == parts
