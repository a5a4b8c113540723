"""What is wrong with YAML is said in plain words, with a hint that is right."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.api import loads
from csp_docs.errors import Code, CspDocsError, LoadError
from csp_docs.reading.faults import quoted
from csp_docs.reading.tree import parse

PARSERS_WORDS = re.compile(
    r"while|expected|found|scalar|flow|token|node|stream|mapping values|alphabetic|block", re.ASCII
)


def refused(text: str) -> str:
    """Return the fact and the hint about a text that is not YAML; "" if it is."""
    try:
        parse(text, "a.yaml")
    except CspDocsError as error:
        return "\n".join(f"{p.fact}\n{p.hint}" for p in error.problems if p.code is Code.NOT_YAML)
    return ""


@pytest.mark.parametrize(
    ("text", "fact", "hint"),
    [
        ('title: "He said "yes" to us"', "words after the end of a value", 'inside double quotes, write \\"'),
        ("title: 'It's ours'", "words after the end of a value", "inside single quotes '' for an apostrophe"),
        ('a: ["He said "yes"", b]', "words after the end of a value", "put the whole text in quotes"),
        ("a: [| words]", 'a text inside brackets begins with "|"', "| has its meaning only outside [ ] and { }"),
        ("a: {b: >}", 'a text inside brackets begins with ">"', "> has its meaning only outside [ ] and { }"),
        (
            "a: | words",
            'a text begins with "|" or ">", and more is in the same line',
            "begin the text in the next line",
        ),
        ("a: @b", "a text without quotes begins with @", "in quotes"),
        ("a: [b]]", "a bracket is closed that was not opened", "remove it"),
        ('a: "\\d"', "a backslash before d, which has no meaning", "write \\\\ for a backslash"),
        ("a: - b", 'a "- " is in a place where no list can begin', "begin the list on a new line"),
        ("a: [b", "the brackets [ ] of a list are not closed", "close the bracket"),
        ("a: {b: c", "the brackets { } of a mapping are not closed", "close the bracket"),
        ("a: [b, {{ c }} d]", "words after the end of a value", "put the whole text in quotes"),
        ('a: "b', "a quotation mark is not closed", "close the quotation mark that opens here"),
    ],
)
def test_each_slip_has_its_words_and_its_hint(text: str, fact: str, hint: str) -> None:
    said, advised = refused(text).split("\n")
    assert said.startswith("this is not YAML: ")
    assert fact in said
    assert hint in advised


PIECES = [
    *"ab \n\t:-[]{},\"'|>*&!%@`#?\\",
    ": ",
    "- ",
    "\n  ",
    "a: ",
    "{{ a }}",
    '"b"',
    "!!x",
    "%YAML 2.0\n",
    "\n---\n",
    "\n...\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_words_of_the_parser_are_ever_printed(text: str) -> None:
    said = refused(f"key: {text}") + refused(text)
    assert not PARSERS_WORDS.search(said.replace("YAML", "")), said


@given(st.text(st.sampled_from("ab \"'\\:é"), min_size=1, max_size=20))
def test_a_text_that_a_hint_quotes_is_that_text_in_yaml(text: str) -> None:
    line = " ".join(text.split())
    assert yaml.safe_load(quoted(text)) == line


@pytest.mark.parametrize(
    ("yaml", "value"),
    [
        ("kind: plan\ntitle: T\ncouncil: {theme: {colours: {accent: #5B2A86}}}", "#5B2A86"),
        ("kind: plan\ntitle: T\ncouncil: {theme: {colours: {accent: #5B2A86, shade: #F3EEF8}}}\ndate: 2026", "#5B2A86"),
        ("kind: plan\ncouncil: {theme: {colours: {shade: '#F3EEF8', accent: #5B2A86}}}\ntitle: T", "#5B2A86"),
        ("kind: plan\ncouncil:\n  theme:\n    colours:\n      accent: #5B2A86\ntitle: T", "#5B2A86"),
        ("kind: plan\ntitle: #5 is alive\ncouncil: c", "#5"),
        ("kind: plan\ntitle: T\ncouncil: c\nsections: [#2, b]", "#2"),
    ],
)
def test_a_value_that_is_read_as_a_comment(yaml: str, value: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(yaml)
    hint = f'a # after a space begins a comment: put the value in quotes, "{value}"'
    assert hint in [found.hint for found in caught.value.problems]


@pytest.mark.parametrize("yaml", ["title: {a: b # a comment\n", "title: {a: 'b #c'\n", "# {x: #y}\ntitle: {a: b\n"])
def test_other_brackets_that_are_not_closed_have_their_own_hint(yaml: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(yaml)
    assert "close the bracket" in caught.value.problems[0].hint
