"""Heads and feet are not compared: what they say, and the text does not, is named."""

from __future__ import annotations

import pytest

from csp_docs.comparing import html, word
from csp_docs.comparing.reading import Reading
from tests.comparing.word_sample import field, p, r, word_file

SHOWN = '<w:sectPr><w:{kind}Reference w:type="{type}" r:id="r{kind}"/>{title}</w:sectPr>'
REPEATS = ["", "The Council", "THE COUNCIL · Safer Streets", "1", "Page 1"]
SAYS = ["Not approved", "The Council · Not approved", "Safer streets | Pay 500", "Page 1 is wrong"]


def in_page(tag: str, said: str) -> Reading:
    return html.read("a", f"<html><main><h1>Safer streets</h1><p>The council</p></main><{tag}>{said}</{tag}>".encode())


def in_word(kind: str, content: str, shown: str = "") -> Reading:
    shown = shown or SHOWN.format(kind=kind, type="default", title="")
    body = p("The council: safer streets") + shown
    return word.read("a", word_file(body, strict=False, **{kind: content}))


def numbered(said: str) -> str:
    """Return a paragraph in which "1" is the number of a page, as it is in Word."""
    before, one, after = said.partition("1")
    return p(r(before), field("PAGE", "1") if one else r(""), r(after))


@pytest.mark.parametrize("said", SAYS)
def test_a_head_or_foot_that_says_something_is_named(said: str) -> None:
    found = [in_page("footer", said), in_page("header", said)]
    found += [in_word(kind, numbered(said)) for kind in ("header", "footer")]
    assert all(len(one.but_for) == 1 and one.but_for[0].startswith('the head or foot "') for one in found)


@pytest.mark.parametrize("said", REPEATS)
def test_a_head_or_foot_that_repeats_the_text_is_not_named(said: str) -> None:
    found = [in_page("footer", said.partition("1")[0]), in_word("footer", numbered(said))]
    assert [one.but_for for one in found] == [(), ()]


def test_navigation_in_the_foot_of_a_page_is_not_named() -> None:
    assert in_page("footer", "<nav>Home</nav><a href=#top>Back</a><p hidden>x</p>").but_for == ()


@pytest.mark.parametrize(("kind", "title", "named"), [
    ("first", "", 0), ("first", "<w:titlePg/>", 1), ("even", "", 0), ("default", "", 1),
])  # fmt: skip
def test_heads_that_word_does_not_show_are_not_named(kind: str, title: str, named: int) -> None:
    found = in_word("header", p("Secret"), SHOWN.format(kind="header", type=kind, title=title))
    assert len(found.but_for) == named
