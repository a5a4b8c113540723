"""Words of others stay words: nothing in a text, a name or an address becomes markup."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from csp_docs import blocks as b
from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.writers.html import render_html
from csp_docs.writers.html.anchors import slug
from csp_docs.writers.html.elements import h, joined
from tests import figure_sample, sample
from tests.sample import p, t
from tests.writers.html.reading import Page, words

HOSTILE = (
    "<script>alert(1)</script>", '" onload="alert(1)', "' style='color:red", "</title><img src=x onerror=alert(1)>",
    "&lt;b&gt;", "</style><script>", "<!-- -->", "{{ 7*7 }}", "]]>", "javascript:alert(1)", "\u202ereversed",
)  # fmt: skip


def _everywhere(words: str) -> Document:
    """Return a document that has ``words`` in each kind of text."""
    named = t(words)
    chart = b.Chart(b.ChartKind.BAR, (words, "B"), (b.Series(words, (Decimal(1), Decimal(2))),), words)
    picture = figure_sample.picture(b.PictureFormat.PNG, 8, 8)
    document = figure_sample.figures_document(
        b.Masthead((named,), named),
        b.Facts((b.FactRow((b.Fact(named, (p(words),)),)), b.FactHeading(named)), words),
        b.Section(named, (p(words), b.List(((p(words),),)), b.Callout((p(words),), named)), id=words),
        b.Quote((p(words),), named),
        b.Section(named, (b.Paragraph((b.Reference(words), b.Link(named, "https://a.uk/'\"<>"), b.Note(named))),)),
        b.Figure(chart, words, caption=b.Caption(words, named), source=named),
        b.Figure(picture, words),
        b.Figure(b.Diagram(b.DiagramKind.STEPS, (b.DiagramItem(words), b.DiagramItem("B"))), words),
        evolve(sample.TABLE, caption=b.Caption(words, named), id=f"{words} table", notes=(named,)),
        b.Signature(named, (named,)),
        b.Contents(named, 2),
    )  # fmt: skip
    web = b.Web(*[words] * 9)
    furnished = evolve(document, title=words, author=words, subject=words, marking=words, foot=(words,))
    return evolve(furnished, web=web, heard=b.Heard(words, words, words))


@pytest.mark.parametrize("words_given", HOSTILE)
def test_hostile_words_are_words_in_every_place(words_given: str) -> None:
    """A drawing with words that are too wide for a narrow screen has other elements."""
    harmless = re.sub(r"[<>&\"'{}\[\]\u202e]", "+", words_given)
    given_words = ("plain", harmless, words_given)
    plain, long, hostile = (Page(render_html(_everywhere(each), Theme(), "")) for each in given_words)
    assert _kinds(hostile) <= _kinds(plain) | _kinds(long)
    assert words(hostile.one("h1")) == " ".join(words_given.split())


def _kinds(page: Page) -> set[tuple[str, ...]]:
    """Return the kinds of elements of a page, each with the names of its attributes; drawings may differ in size."""
    given = ((str(element.tag), set(map(str, element.attrib))) for element in page.root.iter())
    return {(tag, *sorted(names - {"class", "data-added"})) for tag, names in given}


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_text_is_the_same_text_in_a_page(given: str) -> None:
    page = Page(f"<!doctype html><title>x</title>{h('p', given, title=given)}")
    assert (page.one("p").text or "") == given
    assert page.one("p").get("title") == given


@given(st.text())
def test_an_id_is_a_word_that_any_address_can_end_with(given: str) -> None:
    assert slug(given)
    assert set(slug(given)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")


@pytest.mark.parametrize(
    ("words_given", "expected"),
    [("We’ll do", "we-ll-do"), ("1.1", "1.1"), ("Tŷ Hywel", "ty-hywel"), ("…", "part"), ("Annex A – ", "annex-a")],
)  # fmt: skip
def test_ids_are_made_of_the_words_that_they_are_for(words_given: str, expected: str) -> None:
    assert slug(words_given) == expected


def test_what_is_not_markup_is_escaped_wherever_it_is_put() -> None:
    assert joined(["<b>", h("b", "<i>")]) == "&lt;b&gt;<b>&lt;i&gt;</b>"
    assert h("a", href='"><', class_=None, hidden=True) == '<a href="&#34;&gt;&lt;" hidden></a>'
