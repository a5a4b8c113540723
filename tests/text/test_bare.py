"""Addresses that are written without marks are links; what only looks like one, and the end of a sentence, is not."""

from __future__ import annotations

import pytest

from csp_docs.blocks import Document, Numbering, Paragraph
from csp_docs.text.expressions import Scope
from csp_docs.text.markup import blocks, inlines, linked, linked_blocks
from csp_docs.writers.text import render_text

SCOPE = Scope({"site": "https://a.org"}, {})


def shown(text: str) -> str:
    found = linked_blocks(blocks(text, SCOPE)[0])
    document = Document(title="T", language="en-GB", author="A", subject="", blocks=found, numbering=Numbering(),
                        foot=(), page_label="")  # fmt: skip
    return render_text(document).split("author: A\n")[1].replace("\n", " ").strip().removeprefix("p ")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("See https://a.org/b.", "See [https://a.org/b](https://a.org/b)."),
        ("(www.a.org/b)", "([www.a.org/b](https://www.a.org/b))"),
        ("at www.a.org/b_(c), now", "at [www.a.org/b_(c)](https://www.a.org/b_(c)), now"),
        ("a.b@c.org!", "[a.b@c.org](mailto:a.b@c.org)!"),
        ("**http://a.org**", "**[http://a.org](http://a.org)**"),
        ("{{ site }}", "[https://a.org](https://a.org)"),
        ("[www.a.org](https://b.org)", "[www.a.org](https://b.org)"),
        ("<https://a.org>", "[https://a.org](https://a.org)"),
        ("a@b", "a@b"),
        ("www.", "www."),
        ("www.a", "www.a"),
        ("1.2 e.g. x.y U.K.", "1.2 e.g. x.y U.K."),
        ("https://", "https://"),
        ("- www.a.org\n- b", "bullets   • p [www.a.org](https://www.a.org)   • p b"),
    ],
)
def test_an_address_is_a_link(text: str, printed: str) -> None:
    assert shown(text) == printed


def test_words_of_a_title_too() -> None:
    assert linked(inlines("x www.a.org", SCOPE)[0]) == shown_inlines("x www.a.org")


def shown_inlines(text: str) -> object:
    (paragraph,) = linked_blocks(blocks(text, SCOPE)[0])
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines
