"""What a notebook shows of documents, builders and blocks, and how long they are as Python."""

from __future__ import annotations

import re
import sys
from functools import cache
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Any

import html5lib
import pytest
from attrs import has
from PIL import Image

from csp_docs import (
    Access,
    Bullets,
    Callout,
    Chart,
    CheckError,
    Generated,
    ListOf,
    Meeting,
    ModelError,
    Plan,
    Section,
    Table,
    cabinet_report,
    load,
    plan,
)
from csp_docs.model.content import BLOCKS, BlankPage, PageBreak
from csp_docs.model.parts import every_part

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
NOTHING_TO_SHOW = PageBreak, BlankPage
HOSTILE = "<script>alert('x')</script>"


def _name(kind: Any) -> str:
    return str(kind.__name__)


@cache
def parts() -> list[Any]:
    """Return all parts of the examples."""
    documents = map(load, EXAMPLES)
    return [part for whole in documents for part in (whole, *every_part(whole, lambda _: True)) if has(type(part))]


def html(part: Any) -> str:
    found = part._repr_html_()
    assert type(found) is str  # marimo shows nothing of a class over it
    html5lib.HTMLParser(strict=True).parseFragment(found)
    return found


def words(part: Any) -> str:
    """Return the words that readers see."""
    tree = html5lib.parseFragment(html(part), namespaceHTMLElements=False)
    for style in list(tree.iter("style")):
        style.clear()
    return " ".join(" ".join(tree.itertext()).split())


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_document_is_shown_whole(file: Path) -> None:
    document = load(file)
    assert re.search(r'class="csp-docs csp-docs-\w+ whole"', html(document))
    for section in document.sections:
        assert section.title in words(document)


@pytest.mark.parametrize("kind", sorted({*BLOCKS} - {*NOTHING_TO_SHOW}, key=_name), ids=_name)
def test_every_block_of_the_examples_is_shown(kind: type) -> None:
    for part in [part for part in parts() if type(part) is kind][:3]:
        assert getattr(part, "caption", "").split(" ")[0] in words(part)


def test_a_table_is_shown_with_its_caption_its_words_and_its_number() -> None:
    shown = words(Table(["Ward", "Crimes"], [["Ashby", "1204"]], caption="Crime in 2024"))
    assert shown == "Table 1: Crime in 2024 Ward Crimes Ashby 1,204"


def test_a_chart_is_a_drawing_with_its_numbers() -> None:
    shown = html(Chart("bar", ["Burglary", "Theft"], {"2024": [3, 5]}, caption="Crime"))
    assert "<svg" in shown
    assert 'role="img"' in shown


def test_a_section_is_shown_with_its_heading_and_what_is_below_it() -> None:
    assert "Background Crime fell." in words(Section("Background", ["Crime fell."]))


def test_what_only_a_document_knows_is_left_out_and_said() -> None:
    shown = words(Callout(['See {{ ref("x") }} and {{ measures.burglary.current }}.']))
    assert "only the document knows" in shown
    assert "CSP" not in shown


def test_a_part_that_is_not_for_the_public_or_made_from_the_document_has_no_findings() -> None:
    for part in (
        Section("A", ["x"], access=Access([3])),
        ListOf("priorities"),
        Section("B", [], [Generated("topics")]),
    ):
        assert "CSP" not in words(part)


def test_what_is_wrong_with_a_part_is_said_with_its_place_in_the_part() -> None:
    shown = words(Table(["A", "B"], [["*x", "<b>1</b>"]], caption="C"))
    assert 'rows[0][1]: "<b>" is HTML, which is not allowed in text [CSP409]' in shown


def test_a_document_that_cannot_be_built_shows_its_outline_and_why() -> None:
    shown = words(Plan("Safer", council="nowhere", sections=[Section("Background", ["Words"])]))
    assert "Plan Safer Background" in shown
    assert "[CSP302]" in shown


def test_a_builder_shows_what_is_in_it_what_is_missing_and_what_was_found() -> None:
    report = cabinet_report("Strategy", council="harborough", meeting=Meeting("Cabinet", "2024-03-01"))
    report = report.section("Background", 'See {{ ref("nothing") }}.', id="back").options()
    shown = words(report)
    assert shown.startswith(
        "Cabinet report Strategy Meeting Background (back) Missing the report has no recommendations"
    )
    assert 'Errors sections[0].content[0]: nothing has the id "nothing" [CSP703]' in shown
    assert "Missing" not in words(report.recommend("note it"))


@pytest.mark.parametrize(
    "part",
    [
        Plan(HOSTILE, council="harborough"),
        Plan("T", council="harborough", sections=[Section(HOSTILE, [HOSTILE], id=HOSTILE)]),
        plan(HOSTILE, council="harborough").section(HOSTILE, HOSTILE, id=HOSTILE).appendix(HOSTILE, HOSTILE),
        plan("T", council={"council": {"name": HOSTILE}}),
        Table([HOSTILE, "B"], [[HOSTILE, HOSTILE]], caption=HOSTILE, id=HOSTILE),
        Chart("bar", [HOSTILE, "B"], {HOSTILE: [1, 2]}, caption=HOSTILE, id=HOSTILE),
        Callout([HOSTILE], title=HOSTILE),
        Section(HOSTILE, [HOSTILE]),
    ],
    ids=["title", "section", "builder", "council", "table", "chart", "callout", "section-alone"],
)
def test_words_never_become_markup(part: Any) -> None:
    assert "<script" not in html(part).lower()


def test_all_ids_and_links_of_a_box_are_its_own() -> None:
    for part in parts():
        if type(part) is Section or (isinstance(part, BLOCKS) and not isinstance(part, NOTHING_TO_SHOW)):
            shown = html(part)
            ids = re.findall(r'\sid="([^"]+)"', shown)
            assert len(ids) == len(set(ids))
            assert all(name.startswith("csp-") for name in ids)
            led = re.findall(r'href="#([^"]+)"', shown) + re.findall(r"url\(#([^)]+)\)", shown)
            assert set(led) <= set(ids)


def test_the_styles_of_a_box_hold_in_the_box_alone() -> None:
    style = re.findall(r"<style>(.*?)</style>", html(Bullets(["a"])), re.DOTALL)[0]
    assert re.match(r"\.(csp-docs-\w{8})\.\1\.\1{", style)
    depths = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in style.rstrip()))
    assert depths.index(1) < depths.index(2)
    assert 0 not in depths[depths.index(1) : -1]  # no rule is outside that of the box
    assert depths[-1] == 0
    assert re.findall(r":root|(?<![.\w-])(?:html|body)\b|@page|@import|prefers-color-scheme", style) == []


def test_a_box_follows_a_dark_notebook() -> None:
    shown = html(Bullets(["a"]))
    for dark in ('[data-jp-theme-light="false"]', ".vscode-dark", '[theme="dark"]'):
        assert dark in shown


def test_a_part_that_is_not_printed_on_its_own_is_shown_as_python() -> None:
    assert words(Meeting("Cabinet <b>", "2024-03-01")).startswith("Meeting(body='Cabinet <b>', date=")


def test_everything_is_short_as_python() -> None:
    longest = max(map(repr, parts()), key=len)
    assert len(longest) < 1500


def test_a_document_says_what_it_is() -> None:
    document = Plan("Safer", council="harborough", sections=[Section("A", ["x"]), Section("B", ["y"])])
    assert repr(document) == "<Plan 'Safer': council 'harborough', 2 sections>"
    assert repr(Section("A", ["x" * 100, *"abcdef"])).endswith("'a', 'b', 'c', …))")


def test_a_preview_shows_the_pages_that_are_asked_for_each_with_its_words() -> None:
    safer = plan('Safer "Anytown" & us', council="harborough").section("Background", "Burglary is rare.")
    shown = safer.preview()
    assert [page.number for page in shown.pages] == list(range(1, shown.of + 1))
    assert shown.pages[-1].alt.startswith(f"Page {shown.of} of {shown.of} of Safer “Anytown” & us.")
    assert "Burglary is rare" in shown.pages[-1].alt
    assert [page.number for page in safer.build().preview(pages=[2]).pages] == [2]
    assert Image.open(BytesIO(shown.pages[0].png)).height > 1000
    tree = html5lib.parseFragment(html(shown), namespaceHTMLElements=False)
    assert [picture.get("alt") for picture in tree.iter("img")] == [page.alt for page in shown.pages]


@pytest.mark.parametrize("pages", [[0], [99], 0, [], "1"], ids=["zero", "too-many", "none", "empty", "text"])
def test_pages_that_do_not_exist_are_refused(pages: Any) -> None:
    with pytest.raises(ModelError, match="page"):
        plan("Safer", council="harborough").section("A", "B.").preview(pages=pages)


def test_a_preview_of_the_public_edition_has_none_of_the_words_that_are_left_out() -> None:
    closed = plan("Secret one", council="harborough").access(exempt=[3], public_title="Tenders").section("Secret", "x")
    shown = closed.preview(public=True)
    assert shown.title == "Tenders"
    assert "Secret" not in repr(shown) + words(shown) + "".join(page.alt for page in shown.pages)


def test_a_preview_of_a_document_with_errors_says_them() -> None:
    with pytest.raises(CheckError, match="CSP703"):
        plan("Safer", council="harborough").section("A", '{{ ref("x") }}').preview()


def test_without_pypdfium2_a_preview_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ModuleNotFoundError, match=re.escape("pip install 'path/to/csp_docs[notebook]'")):
        plan("Safer", council="harborough").preview()
