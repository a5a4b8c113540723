"""The lines of titles end where they read well, and are no more than they need to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.blocks import Emphasis, Inlines, Link, Note, Text
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
        ((Text("Three "), Emphasis((Text("Year Plan"),))), "Three Year\u00a0Plan"),
        ((Text("Three "), Link((Text("Year Plan"),), "https://example.org")), "Three Year Plan"),
    ],
)
def test_the_words_of_links_are_not_joined(title: Inlines, printed: str) -> None:
    assert words(balanced(title, LOOK, room("Three Year"))) == printed


@pytest.mark.parametrize(
    ("title", "widest", "lines"),
    [
        ("The first plan, 2008 to 2011", "The first plan, 2008", ["The first plan,", "2008 to 2011"]),
        ("Our plan 2008 to 2011", "Our plan 2008 to", ["Our plan", "2008 to 2011"]),
        ("Ein cynllun 2008 i 2011", "Ein cynllun 2008 i", ["Ein cynllun", "2008 i 2011"]),
        ("Safer streets: the year 2014", "Safer streets: the", ["Safer streets:", "the year 2014"]),
        (
            "Strategy for the town (2013 refresh)",
            "Strategy for the town (2013",
            ["Strategy for the town", "(2013 refresh)"],
        ),
        ("We keep the peace and order", "We keep the peace and", ["We keep the peace", "and order"]),
        ("One two three four five six", "One two three four five", ["One two three", "four five six"]),
    ],
)
def test_lines_end_where_they_read_well(title: str, widest: str, lines: list[str]) -> None:
    printed = wrapped_at_spaces(words(balanced((Text(title),), LOOK, room(widest))), room(widest))
    assert [line.replace("\u00a0", " ") for line in printed] == lines


def test_the_label_of_an_appendix_is_on_one_line_with_the_first_word() -> None:
    printed = words(balanced((Text("The plan of last year"),), LOOK, room("Appendix B – The plan of"), "Appendix B – "))
    lines = wrapped_at_spaces(f"Appendix B – {printed}", room("Appendix B – The plan of"))
    assert [line.replace("\u00a0", " ") for line in lines] == ["Appendix B – The", "plan of last year"]


@given(
    st.lists(st.sampled_from(["a", "plan", "partnership", "community", "2008", "to"]), min_size=1, max_size=12),
    st.integers(70, 300),
)
def test_a_title_has_as_few_lines_as_can_be(parts: list[str], points: int) -> None:
    given = " ".join(parts)
    printed = words(balanced((Text(given),), LOOK, points))
    lines = wrapped_at_spaces(printed, points)
    assert len(lines) == len(wrapped_at_spaces(given, points))
    assert all(width(line) * LOOK.size <= points for line in lines)


def wrapped_at_spaces(printed: str, points: float) -> list[str]:
    lines = [""]
    for word in printed.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width(longer) * LOOK.size > points:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@given(
    st.lists(st.sampled_from(["a", "plan", "partnership", "community"]), min_size=1, max_size=12), st.integers(20, 300)
)
def test_the_words_of_a_title_stay_the_same(parts: list[str], points: int) -> None:
    printed = words(balanced((Text(" ".join(parts)),), LOOK, points))
    assert printed.split() == parts
