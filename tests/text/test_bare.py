"""Addresses that are written without marks are links; what only looks like one, and the end of a sentence, is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs import Contact, Facts, Meeting, ScrutinyReport, Section, Table, check
from csp_docs.api import numbered
from csp_docs.blocks import Document, Link, Numbering, Paragraph, walk
from csp_docs.text.expressions import Scope
from csp_docs.text.markup import blocks, inlines, linked, linked_blocks
from csp_docs.text.markup.markdown import mailto
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
        ("sean.o'brien@a.uk", "[sean.o'brien@a.uk](mailto:sean.o'brien@a.uk)"),
        ("sean.o’brien@a.uk", "[sean.o’brien@a.uk](mailto:sean.o'brien@a.uk)"),
        ("**sean.o'brien@a.uk**", "**[sean.o'brien@a.uk](mailto:sean.o'brien@a.uk)**"),
        ("[Sean](mailto:sean.o’brien@a.uk)", "[Sean](mailto:sean.o'brien@a.uk)"),
        ("a&b@a.uk's", "[a&b@a.uk](mailto:a%26b@a.uk)’s"),
        ("a&amp;b@a.uk", "[a&b@a.uk](mailto:a%26b@a.uk)"),
        ("100%er@a.uk", "[100%er@a.uk](mailto:100%25er@a.uk)"),
        ("a#b!c@a.uk, x", "[a#b!c@a.uk](mailto:a%23b!c@a.uk), x"),
        (r"d\'arcy_x+y@a.uk; b", "[d'arcy_x+y@a.uk](mailto:d'arcy_x+y@a.uk); b"),
        ("'sean@a.uk'", "‘[sean@a.uk](mailto:sean@a.uk)’"),
        ("'sean.o'brien@a.uk is his'", "‘[sean.o'brien@a.uk](mailto:sean.o'brien@a.uk) is his’"),
        ("(‘sean@a.uk’)", "(‘[sean@a.uk](mailto:sean@a.uk)’)"),
        # no link, rather than one for a part of an address
        ("Sean/sean@a.uk", "Sean/sean@a.uk"),
        ("x.uk/@a.uk and x.uk?mail=a@b.uk", "x.uk/@a.uk and x.uk?mail=a@b.uk"),
        ("-sean@a.uk .sean@a.uk a..b@a.uk a.@a.uk", "-sean@a.uk .sean@a.uk a..b@a.uk a.@a.uk"),
        ("**sean**.o@a.uk", "**sean**.o@a.uk"),
        ("sean*o*brien@a.uk", "sean*o*brien@a.uk"),
        ("https://a.org/b*c*d", "https://a.org/b*c*d"),
        ("{{ site }}/b", "[https://a.org/b](https://a.org/b)"),
        ("@sean@a.uk a@b.uk@c.uk", "@sean@a.uk a@b.uk@c.uk"),
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


ATEXT = "abcXYZ019!#$%&'’*+-/=?^_`{|}~"
"""What RFC 5322, 3.2.3, lets an address have before its @, and the apostrophe that Word types."""
LOCAL = st.lists(st.text(ATEXT, min_size=1, max_size=6), min_size=1, max_size=3).map(".".join)
PLACES = ["Write to {}, please.", "{}", "See **{}**.", "({})", "\\- A {}", "Owner: {}; others"]


@given(LOCAL, st.sampled_from(PLACES))
def test_a_link_covers_a_whole_address(local: str, place: str) -> None:
    found, problems = blocks(place.format(f"{local}@a.uk"), SCOPE)
    links = [inline for inline in walk.every_inline(linked_blocks(found)) if isinstance(inline, Link)]
    shown = walk.texts(found)[0] if not problems and found else ""
    for link in links:
        words = walk.words(link.inlines)
        before, _, after = shown.partition(words)
        assert link.url == mailto(words)
        assert not before or before[-1] in " (" or (before[-1] == "‘" and "’" in after)
        assert words.endswith("@a.uk")


def report(email: str, *content: object) -> ScrutinyReport:
    return ScrutinyReport(
        "T",
        council={"council": {"name": "A"}},
        meeting=Meeting("Panel", date(2026, 3, 10)),
        outcomes_sought=["x"],
        contacts=[Contact(name="B", email=email)],
        layouts={"scrutiny_report": {"cover": ["title", "meeting.body", "contacts"]}},
        sections=[Section("S", list(content))] if content else [],
    )


@pytest.mark.parametrize("local", ["sean.o'brien", "d’arcy", "a&b", "a+b_c", "a#b", "a!b$c%d"])
def test_an_address_is_a_link_in_every_place(local: str) -> None:
    email = f"{local}@a.uk"
    content = [f"Write to {email}.", Facts({"Email": email}), Table(["A", "B"], [[email, f"or {email}"]])]
    document = numbered(report(email, *content))[0]
    found = [inline for inline in walk.every_inline(document.blocks) if isinstance(inline, Link)]
    assert [(walk.words(link.inlines), link.url) for link in found] == [(email, mailto(email))] * 5


@pytest.mark.parametrize("email", ["a*b*c@a.uk", "_a_@a.uk"])
def test_signs_that_are_marks_are_reported(email: str) -> None:
    assert [problem.code.value for problem in check(report(email)) if "read as marks" in problem.fact] == ["CSP413"]


@pytest.mark.parametrize("text", ["See.[^1]", "**See.[^1]**", "- One\n- See.[^1]"])
def test_an_address_in_a_footnote_alone_is_a_link(text: str) -> None:
    found = linked_blocks(blocks(f"{text}\n\n[^1]: At https://a.org/b.", SCOPE)[0])
    links = [inline.url for inline in walk.every_inline(found) if isinstance(inline, Link)]
    assert links == ["https://a.org/b"]
