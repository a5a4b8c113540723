"""What is read without a parser is what the parser would give: the property that lets it be left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.blocks import Paragraph
from csp_docs.text.expressions import Expression, Value
from csp_docs.text.markup.lines import Heads
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
    ),
]


def value_of(expression: Expression) -> Value:
    return f"the value of {expression.source.strip()}"


@pytest.mark.parametrize("lists", [True, False])
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_simple_words_are_those_of_the_parser(lists: bool, text: str) -> None:
    simple = simple_words(text, value_of, lists=lists)
    if simple is not None:
        reader = Reader.of(text, value_of)
        parsed = reader.document(Heads.LISTS if lists else Heads.REFUSED, numbered=False)
        assert not reader.problems
        assert (Paragraph(simple),) == parsed if simple else parsed == ()


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_simple_text_has_nothing_wrong(text: str) -> None:
    if is_simple(text, lists=False):
        reader = Reader.of(text, value_of)
        reader.document(Heads.LISTS, numbered=False)
        assert not reader.problems


@pytest.mark.parametrize("text", ["Crime fell by 11% (2,041).", "It **fell** by *far*.", "{{ name }} & others"])
def test_common_lines_need_no_parser(text: str) -> None:
    assert simple_words(text, value_of, lists=True) is not None
