"""Heads and feet are not compared: what they say, and neither the text nor a head of the other file does, is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from csp_docs import compare, save
from csp_docs.comparing import html, word
from csp_docs.comparing.compared import pair
from csp_docs.comparing.heads import Known, alone, repeated
from csp_docs.comparing.reading import Reading
from csp_docs.model import Access, Appendix, Section, Table
from tests.comparing.word_sample import field, p, r, word_file
from tests.small import small_report

SHOWN = '<w:sectPr><w:{kind}Reference w:type="{type}" r:id="r{kind}"/>{title}</w:sectPr>'
REPEATS = ["", "The Council", "THE COUNCIL · Safer Streets", "1", "Page 1"]
SAYS = ["Not approved", "The Council · Not approved", "Safer streets | Pay 500", "Page 1 is wrong"]


def in_page(tag: str, said: str) -> Reading:
    return html.read("a", f"<html><main><h1>Safer streets</h1><p>The council</p></main><{tag}>{said}</{tag}>".encode())


def in_word(kind: str, content: str, shown: str = "") -> Reading:
    shown = shown or SHOWN.format(kind=kind, type="default", title="")
    body = p("The council: safer streets") + shown
    return word.read("a", word_file(body, strict=False, **{kind: content}))


def shown(found: Reading) -> tuple[str, ...]:
    """Return what is named when a file is compared with another one that has its text, and no head or foot."""
    return pair(html.read("b", b"<html><main><h1>Safer streets</h1><p>The council</p></main>"), found).but_for


def numbered(said: str) -> str:
    """Return a paragraph in which "1" is the number of a page, as it is in Word."""
    before, one, after = said.partition("1")
    return p(r(before), field("PAGE", "1") if one else r(""), r(after))


@pytest.mark.parametrize("said", SAYS)
def test_a_head_or_foot_that_says_something_is_named(said: str) -> None:
    found = [in_page("footer", said), in_page("header", said)]
    found += [in_word(kind, numbered(said)) for kind in ("header", "footer")]
    assert all(len(shown(one)) == 1 and shown(one)[0].startswith('the head or foot "') for one in found)


@pytest.mark.parametrize("said", REPEATS)
def test_a_head_or_foot_that_repeats_the_text_is_not_named(said: str) -> None:
    found = [in_page("footer", said.partition("1")[0]), in_word("footer", numbered(said))]
    assert [shown(one) for one in found] == [(), ()]


def test_navigation_in_the_foot_of_a_page_is_not_named() -> None:
    assert shown(in_page("footer", "<nav>Home</nav><a href=#top>Back</a><p hidden>x</p>")) == ()


@pytest.mark.parametrize(("kind", "title", "named"), [
    ("first", "", 0), ("first", "<w:titlePg/>", 1), ("even", "", 0), ("default", "", 1),
])  # fmt: skip
def test_heads_that_word_does_not_show_are_not_named(kind: str, title: str, named: int) -> None:
    found = in_word("header", p("Secret"), SHOWN.format(kind="header", type=kind, title=title))
    assert len(shown(found)) == named


@pytest.mark.parametrize("said", ["Not approved", "OFFICIAL – SENSITIVE", "Item 5 – Annex A"])
def test_a_head_that_both_files_have_is_not_named(said: str) -> None:
    assert pair(in_page("header", said), in_word("header", p(said))).but_for == ()
    marked = html.read("a", f'<main><p>The council: safer streets<p class="running-head">{said}</p></main>'.encode())
    assert pair(in_word("header", p(said)), marked).but_for == ()


KNOWN = Known(["Item 5 – Annex A", "Exempt under paragraph 3 of Part 1 of the Act"], ["The Council"],
              ["Measure Q3 2024/25 Q1 2025/26"])  # fmt: skip


@pytest.mark.parametrize(("line", "said"), [
    ("The Council · Item 5 – Annex A Page 7 of 9", ""), ("Item 5 – Annex A 7", ""), ("Exempt under paragraph 3", ""),
    ("Measure Q3 Q1", ""), ("Q1 Measure", "Q1 Measure"), ("Item 6 – Annex A", "Item – Annex A"),
    ("Part 2 of", "Part of"),
])  # fmt: skip
def test_a_line_of_a_pdf_is_known_with_its_numbers_or_without_that_of_its_page(line: str, said: str) -> None:
    named_once = [f'the head or foot "{said}"'] if said else []
    assert [*repeated([line, line], KNOWN)] == named_once
    assert bool(alone(f"The Council\n{line}", KNOWN)) is bool(said)


@pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
def test_markings_and_repeated_header_rows_of_our_own_files_are_not_named(tmp_path: Path) -> None:
    table = Table(["Measure", "Q3 2024/25", "Q1 2025/26"], [[f"Row {row}", "1", "2"] for row in range(60)])
    marked = Appendix("A", access=Access([3], "Names", marking="OFFICIAL"), content=["Its words."])
    report = small_report(access=Access([3], "Names"), appendices=[marked], sections=[Section("S", ["Text.", table])])
    files = [tmp_path / f"a.{ending}" for ending in ("docx", "pdf", "html")]
    save(report, *files)
    assert [(one.same, one.but_for) for one in compare(*files).pairs] == [(True, ())] * 2
