"""The lines of titles end where they read well, and are no more than they need to be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.blocks import Caption, Emphasis, Inlines, Link, Note, Text
from csp_docs.blocks.walk import words
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import TextStyle
from csp_docs.typesetting.titles import balanced, without_lone_word

LOOK = TextStyle(10, 12)
RULED = TextStyle(10, 12, rule="accent")


def room(printed: str) -> float:
    """Return the room that just holds ``printed``."""
    return width(printed) * LOOK.size + 0.01


def set_lines(title: str, points: float, before: str = "", look: TextStyle = LOOK) -> list[str]:
    """Return the lines in which both writers set a title in so much room."""
    found, narrower = balanced((Text(title),), look, points, before)
    return wrapped(before + words(found), points - narrower)


@pytest.mark.parametrize(
    ("title", "line", "lines"),
    [
        ("Three Year Partnership Plan", "Three Year Partnership", ["Three Year", "Partnership Plan"]),
        ("Three Year Partnership Plan", "Three Year Partnership Plan", ["Three Year Partnership Plan"]),
        ("Partnership Plan", "Partnership", ["Partnership", "Plan"]),
        ("Plan", "Plan", ["Plan"]),
        ("Our strategy 2011–14", "Our strategy 2011–", ["Our strategy", "2011–14"]),
        ("Our strategy for well-being", "Our strategy for well-", ["Our strategy", "for well-being"]),
    ],
)
def test_a_last_word_is_not_alone_and_no_line_ends_at_a_dash(title: str, line: str, lines: list[str]) -> None:
    assert set_lines(title, room(line)) == lines


@pytest.mark.parametrize("title", ["Three Year Partnership Plan", "Our strategy 2011–14", "The years (2013 refresh)"])
def test_the_words_of_a_narrower_title_are_what_was_written(title: str) -> None:
    found, narrower = balanced((Text(title),), LOOK, room(title) - 1)
    assert words(found) == title
    assert narrower > 0


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ((Text("Three Year Plan"), Note((Text("n"),), 1)), "Three Year\u00a0Plan"),
        ((Text("Three "), Emphasis((Text("Year Plan"),))), "Three Year\u00a0Plan"),
        ((Text("Three "), Link((Text("Year Plan"),), "https://example.org")), "Three Year Plan"),
    ],
)
def test_the_words_of_links_are_not_joined(title: Inlines, printed: str) -> None:
    assert words(balanced(title, RULED, room("Three Year")).words) == printed


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
    assert [set_lines(title, room(widest), look=look) for look in (LOOK, RULED)] == [lines, lines]


def test_the_label_of_an_appendix_is_on_one_line_with_the_first_word() -> None:
    found = set_lines("The plan of last year", room("Appendix B – The plan of"), "Appendix B – ")
    assert found == ["Appendix B – The", "plan of last year"]


def test_no_line_ends_with_the_first_word_after_the_label_of_an_appendix() -> None:
    found = set_lines("A highlight report in Welsh", room("Appendix D – A highlight report in"), "Appendix D – ")
    assert found == ["Appendix D – A highlight", "report in Welsh"]


@given(
    st.lists(st.sampled_from(["a", "plan", "partnership", "community", "2008", "to"]), min_size=1, max_size=12),
    st.integers(70, 300),
)
def test_a_title_has_as_few_lines_as_can_be(parts: list[str], points: int) -> None:
    given = " ".join(parts)
    lines = set_lines(given, points)
    assert len(lines) == len(at_spaces(given, points))
    assert all(width(line) * LOOK.size <= points for line in lines)


@pytest.mark.parametrize("look", [LOOK, RULED], ids=["plain", "ruled"])
@given(
    st.lists(
        st.sampled_from(["a", "anti-social", "well-being", "re-use", "of", "partnership", "mid-year"]),
        min_size=1,
        max_size=12,
    ),
    st.integers(70, 300),
)
def test_no_line_ends_inside_a_word_with_a_hyphen(look: TextStyle, parts: list[str], points: int) -> None:
    lines = set_lines(" ".join(parts), points, look=look)
    assert [word.replace("\u2011", "-") for line in lines for word in line.split(" ")] == parts
    assert len(lines) == len(at_spaces(" ".join(parts), points))


def at_spaces(printed: str, points: float) -> list[str]:
    return _wrapped(printed.split(" "), " ", points)


def wrapped(printed: str, points: float, further: float = 0) -> list[str]:
    """Return lines as Word breaks them: at spaces and after dashes, but not at no-break spaces."""
    pieces = re.findall(r".+?(?:[-–—](?=\w)| |$)", printed)
    return [line.rstrip(" ").replace("\u00a0", " ") for line in _wrapped(pieces, "", points, further)]


def _wrapped(pieces: list[str], between: str, points: float, further: float = 0) -> list[str]:
    """Return lines of ``pieces``; the first is ``further`` points wider than its words, because some are in bold."""
    lines = [""]
    for piece in pieces:
        longer = f"{lines[-1]}{between}{piece}" if lines[-1] else piece
        bold = further if len(lines) == 1 else 0
        if lines[-1] and width(longer.rstrip(" ")) * LOOK.size + bold > points:
            lines.append(piece)
        else:
            lines[-1] = longer
    return lines


@given(
    st.lists(st.sampled_from(["a", "plan", "partnership", "community"]), min_size=1, max_size=12), st.integers(20, 300)
)
def test_the_words_of_a_title_stay_the_same(parts: list[str], points: int) -> None:
    printed = words(balanced((Text(" ".join(parts)),), LOOK, points).words)
    assert printed.split() == parts


@given(
    st.lists(st.sampled_from(["a", "in", "crime", "2011–14", "partnership", "burglaries"]), min_size=1, max_size=20),
    st.integers(150, 300),
)
def test_the_last_word_of_a_caption_is_not_alone(parts: list[str], points: int) -> None:
    caption = Caption("Table", (Text(" ".join(parts)),), 1)
    label = f"{caption.label}: "
    further = (width(label, bold=True) - width(label)) * LOOK.size
    found, narrower = without_lone_word(caption, LOOK, points)
    fewest = _wrapped([label.rstrip(), *parts], " ", points, further)
    lines = wrapped(label + words(found), points - narrower, further)
    assert words(found).split() == parts
    assert len(lines) <= len(fewest)
    if len(lines) > 1 and len(fewest[-2].split(" ")) > len(label.split(" ")) + 1:
        assert len(lines[-1].split(" ")) > 1
    if len(fewest) == 1 or " " in fewest[-1]:
        assert (words(found), narrower) == (" ".join(parts), 0)
