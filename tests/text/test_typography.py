"""Typed characters as they are printed; the cases are those of the table in docs/format.md."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.blocks import Inlines, LineBreak, Paragraph, Text, walk
from csp_docs.measures import formats
from csp_docs.measures.amounts import amount
from csp_docs.model.dates import Period
from csp_docs.text.expressions import Scope
from csp_docs.text.literal import literal
from csp_docs.text.markup import inlines, paragraphs, plain
from csp_docs.text.typography import Exact, printed, typeset

PAGE = Path(__file__).parents[2] / "docs/format.md"
SCOPE = Scope({"name": "King's", "unit": "km", "range": "5-10"}, {})
SECTION = re.search(r"\n## Typography\n(.*?)\n## ", PAGE.read_text(encoding="utf-8"), re.DOTALL)
ROWS = re.findall(r"^\| (`.*`) \| (.*) \|$", SECTION[1] if SECTION else "", re.MULTILINE)
CHANGED = [
    (typed, shown)
    for cells, outcome in ROWS
    if outcome != "the same"
    for typed, shown in zip(re.findall(r"`([^`]+)`", cells), outcome.split(" · "), strict=True)
]
THE_SAME = [typed for cells, outcome in ROWS if outcome == "the same" for typed in re.findall(r"`([^`]+)`", cells)]


def words(found: Inlines) -> str:
    return walk.words(found)


def test_the_page_has_the_cases() -> None:
    assert len(CHANGED) > 30
    assert len(THE_SAME) > 20


@pytest.mark.parametrize(("typed", "shown"), CHANGED)
def test_what_changes(typed: str, shown: str) -> None:
    found = plain(typed.replace("*", r"\*"), SCOPE)[0]
    assert found.replace("\u00a0", "_") == shown.replace("␣", "_")


@pytest.mark.parametrize("typed", THE_SAME)
def test_what_stays_the_same(typed: str) -> None:
    assert plain(typed, SCOPE) == (typed, ())


PIECES = [
    *("it's", "a", "A", "5", "2019", "2024", "25", "-", "–", "'", '"', "’", "“", " ", "\u00a0", "%", "£", "km", "pp."),
    *("(", ")", ".", ",", ":", "/", "am", "'90s", "https://a.uk/b'c", "a@b.uk", "x.pdf", "Ref ", "pages ", "years"),
    *("rhif ", "tud. ", " a ", ", ", "munud", "em", "http://a.uk/"),
]  # fmt: skip
TYPED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(TYPED)
def test_what_is_printed_does_not_change_again(text: str) -> None:
    once = printed(text)
    assert printed(once) == once
    assert len(once) == len(text)


@given(TYPED, st.booleans())
def test_a_text_is_printed_as_it_is_in_several_parts(text: str, as_typed: bool) -> None:
    """One text and several take different ways; a text that follows "" is one of several."""
    alone, after = (typeset(given, as_typed=as_typed) for given in ((Text(text),), (Text(""), Text(text))))
    assert alone == after


@given(st.text(max_size=40))
def test_letters_and_digits_never_change(text: str) -> None:
    pairs = [(old, new) for old, new in zip(text, printed(text), strict=True) if old != new]
    assert {old for old, _ in pairs} <= set("'\"- ")


@given(TYPED, st.integers(0, 12), st.integers(0, 12))
def test_marks_do_not_matter(text: str, first: int, last: int) -> None:
    """A paragraph in several pieces is printed as in one."""
    pieces = tuple(Text(piece) for piece in (text[:first], text[first : first + last], text[first + last :]) if piece)
    assert words(typeset(pieces)) == printed(text)


@given(TYPED)
def test_exact_characters_stay(text: str) -> None:
    assert words(typeset((Exact(text),))) == text
    assert words(typeset((Text(text),), as_typed=True)) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"**Safer** streets"', "“Safer streets”"),
        ("**\"Safer\"** *'streets'*", "“Safer” ‘streets’"),
        ("5-**10%**", "5–10%"),
        ("'*quoted* [words](https://example.org/it's-2019-2024)'", "‘quoted words’"),
        ("{{ name }} 'x'", "King's ‘x’"),
        ("10 {{ unit }}", "10\u00a0km"),
        ("{{ range }}% and 5-10%", "5-10% and 5–10%"),
        (r"it\'s \"so\" 5\-10% 10&#32;km", 'it\'s "so" 5-10% 10 km'),
        ('"One\\\ntwo"', "“One two”"),
        ('a 12"\\\nruler and a "rule"\\\n5-10%\\\n-5', "a 12″ ruler and a “rule” 5–10% −5"),
        ('said "it"[^1]\n\n[^1]: It\'s "so".', "said “it”"),
    ],
)
def test_marks_values_and_escapes(text: str, shown: str) -> None:
    assert plain(text, SCOPE) == (shown, ())


def test_a_quotation_ends_after_every_letter_and_sign() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz.,!?;%)]":
        assert printed(f"(\"so{letter}\") and ('so{letter}')") == f"(“so{letter}”) and (‘so{letter}’)"


def test_a_footnote_is_a_text_of_its_own() -> None:
    (_, note), _ = inlines('a[^1] b"\n\n[^1]: It\'s "so".', SCOPE)[0][:2], None
    assert walk.words(note.inlines) == "It’s “so”."  # type: ignore[union-attr]


def test_texts_are_printed_as_typed_where_the_council_says_so() -> None:
    as_typed = Scope({}, {}, as_typed=True)
    text = "\"It's\" -5, 2019-2024, 10 km and **'so'**"
    assert plain(text, as_typed) == (text.replace("**", ""), ())
    assert paragraphs("- 149", as_typed)[0] == paragraphs(r"\- 149", SCOPE)[0]


CALCULATED = [
    *(formats.change(before, now, "en-GB") for before in (1, 326) for now in (0, 1, 261, 326)),
    *(formats.change(326, now, "cy-GB") for now in (0, 1, 261, 326)),
    *(formats.money(value) for value in ("12000", "-12.5", "0.5")),
    *(formats.number(value) for value in (1234567, -5)),
    *(formats.percent(value) for value in (85, -3)),
    *(formats.period(Period.parse(text), "en-GB") for text in ("2011-2014", "2013/14", "2013-04-01/2014-03-31")),
]  # fmt: skip


@pytest.mark.parametrize("value", CALCULATED)
def test_calculated_values_are_printed_already(value: str) -> None:
    assert printed(value) == value


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["", "%", "£", "\u00a0pp"]))
def test_amounts_are_printed_already(value: object, unit: str) -> None:
    shown = amount(value, unit)  # type: ignore[arg-type]
    assert printed(shown) == shown
    assert printed(f"It was {shown}, less than {shown}.") == f"It was {shown}, less than {shown}."


@given(st.text(PIECES[0] + "a1 {}%#*_`[]()<>&;!\\-+=~|.^:/\n\"'’–£km", max_size=40))
def test_literal_words_are_printed_as_they_are(text: str) -> None:
    found, problems = paragraphs(literal(text), SCOPE)
    given_lines = "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n")
    assert problems == ()
    assert "\n\n".join(lines(block.inlines) for block in found if isinstance(block, Paragraph)) == re.sub(
        "\n\n+", "\n\n", given_lines
    )


def lines(found: Inlines) -> str:
    return "".join("\n" if isinstance(inline, LineBreak) else walk.words((inline,)) for inline in found)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('the "first" and "second" are 6" long', "the “first” and “second” are 6″ long"),
        ('"She wrote "safe" in 2019"', "“She wrote “safe” in 2019”"),
        ("'She wrote 'safe' in 2019'", "‘She wrote ‘safe’ in 2019’"),
        ('"She wrote "so "safe"" in 2019"', "“She wrote “so “safe”” in 2019”"),
        ('“She wrote "safe" in 2019"', "“She wrote “safe” in 2019”"),
        ('"She wrote “safe” in 2019"', "“She wrote “safe” in 2019”"),
        ("‘She wrote 'safe' in 2019'", "‘She wrote ‘safe’ in 2019’"),
        ('“safe” are 6" long', "“safe” are 6″ long"),
        ("‘safe' are 6' long", "‘safe’ are 6′ long"),
        ('so" and "from 2019"', "so” and “from 2019”"),
        ('so” and "from 2019" are 6" long', "so” and “from 2019” are 6″ long"),
        ("residents' and 'from 2019'", "residents’ and ‘from 2019’"),
        ('"as it was in 2019', "“as it was in 2019"),
    ],
)
def test_a_mark_after_a_figure_ends_a_quotation_only_where_one_is_open(text: str, shown: str) -> None:
    assert printed(text) == shown


SIGNS = st.lists(
    st.sampled_from(
        [
            "word",
            "12",
            "9",
            "7",
            "2011",
            "£",
            "-",
            " - ",
            " ",
            "'",
            '"',
            ".",
            "@",
            "/",
            "://",
            "www",
            "p. ",
            "%",
            "km",
            "(",
            ",",
            "uk",
        ]
    ),
    max_size=9,
).map("".join)


@pytest.mark.parametrize(
    ("module", "name"), [("", "_MAY_CHANGE"), (".untouched", "_MAY_HAVE_SOME"), (".figures", "_JOINING")]
)
@given(SIGNS)
def test_what_tells_quickly_that_nothing_changes_is_right(module: str, name: str, text: str) -> None:
    found = printed(text)
    with patch.object(sys.modules[f"csp_docs.text.typography{module}"], name, re.compile("")):
        assert printed(text) == found
