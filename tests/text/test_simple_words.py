"""What is read without a parser is what the parser would give: the property that lets it be left out."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.blocks import Link, Paragraph, Pending, Reference, Strong, Text
from csp_docs.text import markup
from csp_docs.text.expressions import Expression, Value, engine, split
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.markup import linked
from csp_docs.text.markup.lines import Heads, Place, heads
from csp_docs.text.markup.reader import Reader
from csp_docs.text.markup.simple import is_simple, simple_words

PIECES = [
    *("word", "A", "7", "12", "1.", "2)", "-", "+", "#", ">", "~", "=", "*", "**", "_", "`", "|", "<", "&", "&amp;"),
    *(
        " ",
        "  ",
        "\n",
        "\t",
        "!",
        "[",
        "]",
        "(",
        ")",
        "\\",
        "/",
        ":",
        ".",
        ",",
        "%",
        "£",
        "\u2013",
        "\u2019",
        "é",
        "e\u0301",
    ),
    *(
        "{{ name }}",
        "{{ name.part }}",
        "{{ a b }}",
        "{{",
        "}}",
        "**bold**",
        "*it*",
        " **b c**, ",
        "http://x.uk",
        "a@b.uk",
        "[words](https://x.uk/a_b?c=d#e)",
        "[w x](http://x.uk)",
        "[words](HTTP://X.uk/%20)",
        "(https://x.uk)",
        "\n**bold**",
        "\nlast",
        "\n\n",
        "\x1a",
        "{{ ref('x') }}",
        "{{ pending }}",
        "{{ linked }}",
        "{{ name | upper }}",
        '{{ "}}" }}',
    ),
]
VALUES: dict[str, Value] = {
    "name": "the name",
    "name.part": "e\u0301 & *more*",
    "ref('x')": Reference("x"),
    "pending": Pending("[to follow]", "a comment", "owner", "what"),
    "linked": (Text("some "), Strong((Text("strong"),)), Link((Text("words"),), "https://y.uk")),
}


def value_of(expression: Expression) -> Value:
    return VALUES.get(source := expression.source.strip(), f"the value of {source}")


TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(TEXTS)
def test_texts_are_split_as_the_engine_does(text: str) -> None:
    assert outcome(lambda: split(text)) == outcome(lambda: list(engine.split(text)))


def outcome(work: Callable[[], list[str | Expression]]) -> object:
    try:
        return work()
    except ExpressionError as error:
        return error.fact, error.hint


@given(TEXTS.filter(bool))
def test_words_without_a_sign_of_an_address_have_none(text: str) -> None:
    words = (Text(text),)
    found = linked(words)
    with patch.object(markup, "_may_have_address", lambda _: True):
        assert linked(words) == found


@pytest.mark.parametrize("place", Place)
@given(TEXTS, st.booleans())
def test_simple_words_are_those_of_the_parser(place: Place, text: str, as_typed: bool) -> None:
    simple = simple_words(text, value_of, heads(text, place), as_typed=as_typed)
    if simple is not None:
        reader = Reader.of(text, value_of, as_typed=as_typed)
        parsed = reader.document(heads(text, place), numbered=False)
        assert not reader.problems
        assert (Paragraph(simple),) == parsed if simple else parsed == ()


@pytest.mark.parametrize("place", Place)
@given(TEXTS)
def test_simple_text_has_nothing_wrong(place: Place, text: str) -> None:
    if is_simple(text, heads(text, place)):
        reader = Reader.of(text, value_of, as_typed=False)
        reader.document(heads(text, place), numbered=False)
        assert not reader.problems


@pytest.mark.parametrize(
    "text",
    [
        "Crime fell by 11% (2,041).",
        "It **fell** by *far*.",
        "{{ name }} & others",
        "**{{ name }}**: {{ name | upper }}, see {{ ref('x') }} and [the Act](https://x.uk/1998).",
        "Text of two lines\nof a file\n",
    ],
)
def test_common_lines_need_no_parser(text: str) -> None:
    assert simple_words(text, value_of, Heads.LISTS, as_typed=False) is not None
