"""Whole pages: valid, self-contained, and with every word of the document in its order."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from csp_docs import loads
from csp_docs.api import numbered
from csp_docs.blocks import (
    Align,
    Appendix,
    BlankPage,
    Callout,
    Document,
    Embedded,
    HeaderCell,
    Note,
    Paragraph,
    Part,
    RowGroup,
    Section,
    Table,
)
from csp_docs.documents.load import read_file
from csp_docs.theme.theme import Theme
from csp_docs.writers.html import render_html
from csp_docs.writers.html.page.page import page_html
from tests import chart_sample, figure_sample, map_sample, sample
from tests.random_plans import Author
from tests.sample import p, t
from tests.tree_words import notes_of, words_of
from tests.writers.html.reading import Page, attributes, words

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))
SEEDS = range(40)


def _example(name: str) -> tuple[Document, Theme]:
    return numbered(read_file(next(path for path in EXAMPLES if path.stem == name))[0])


def _random(seed: str) -> tuple[Document, Theme]:
    import yaml

    return numbered(loads(yaml.safe_dump(Author(int(seed)).plan(), allow_unicode=True)))


def _inner() -> Document:
    """Return a document with another one, in Welsh, in an appendix; the ids in both are the same."""
    inner = evolve(sample.document(), blocks=figure_sample.BLOCKS, language="cy-GB", title="Strydoedd diogel")
    appendix = Appendix(t("In Welsh"), (Embedded(inner),), id="inner")
    return figure_sample.figures_document(*figure_sample.BLOCKS, BlankPage(t("Left blank")), appendix)


SAMPLES = {
    "report": (sample.document(), Theme()),
    "figures": (figure_sample.figures_document(), Theme()),
    "charts": (figure_sample.figures_document(*chart_sample.EVERY_KIND.values()), Theme()),
    "map": map_sample.composed(),
    "inner": (_inner(), Theme()),
    "short": (evolve(sample.document(), blocks=(p("No title, no contents."),)), Theme()),
}
NAMES = (*SAMPLES, *(path.stem for path in EXAMPLES), *map(str, SEEDS))


@pytest.fixture(scope="module")
def made(request: pytest.FixtureRequest) -> tuple[Document, Page]:
    """A document and its page."""
    name = request.param
    document, theme = SAMPLES.get(name) or (_random(name) if name.isdigit() else _example(name))
    return document, Page(render_html(document, theme, ""))


every_page = pytest.mark.parametrize("made", NAMES, indirect=True, ids=str)


@every_page
def test_the_words_are_those_of_the_document_in_its_order(made: tuple[Document, Page]) -> None:
    document, page = made
    main = page.one("main")
    notes = [element for element in main.iter("section") if element.get("role") == "doc-endnotes"]
    of_notes = [words(item, added=False) for section in notes for item in section.iter("li")]
    assert of_notes == notes_of(document)
    assert words(main, added=False).removesuffix(" ".join(of_notes)).strip() == words_of(document)


@every_page
def test_it_has_one_title_and_no_heading_level_is_left_out(made: tuple[Document, Page]) -> None:
    levels = [level for level, _ in made[1].headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [(above, below) for above, below in pairwise(levels) if below > above + 1] == []
    assert all(title for _, title in made[1].headings)


@every_page
def test_ids_are_given_once_and_all_that_name_one_find_it(made: tuple[Document, Page]) -> None:
    page = made[1]
    assert len(page.ids) == len(set(page.ids))
    named = [value[1:] for _, name, value in attributes(page) if name == "href" and value.startswith("#")]
    for wanted in ("aria-labelledby", "headers"):
        named += (part for _, name, value in attributes(page) if name == wanted for part in value.split())
    named += re.findall(r"url\(#(.*?)\)", page.text)
    assert set(named) - set(page.ids) == set()


@every_page
def test_nothing_runs_and_nothing_is_fetched(made: tuple[Document, Page]) -> None:
    page = made[1]
    given = [(tag, name, value) for tag, name, value in attributes(page)]
    assert [one for one in given if one[1] == "style" or one[1].startswith("on")] == []
    assert {str(element.tag) for element in page.root.iter()} & {"script", "iframe", "object", "form", "base"} == set()
    sources = [value for _, name, value in given if name in ("src", "srcset", "data", "poster", "action", "ping")]
    assert [value for value in sources if not value.startswith("data:image/")] == []
    links = [value for tag, name, value in given if name == "href" and tag != "a"]
    assert links == ["data:,"]
    [style] = page.all("style", within="head")
    assert "url(" not in (style.text or "")
    assert "@import" not in (style.text or "")


@every_page
def test_the_policy_permits_its_own_style_sheet_and_pictures_alone(made: tuple[Document, Page]) -> None:
    page = made[1]
    [style] = page.all("style", within="head")
    digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
    [policy] = [m.attrib["content"] for m in page.all("meta", within="head") if "Policy" in m.get("http-equiv", "")]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


@every_page
def test_what_scrolls_has_a_name_and_can_be_reached_by_the_keyboard(made: tuple[Document, Page]) -> None:
    scrolled = [element for element in made[1].all("div") if element.get("class") == "scroll"]
    names = [one.get("aria-labelledby") or one.get("aria-label") for one in scrolled]
    assert [one.get("tabindex") for one in scrolled] == ["0"] * len(scrolled)
    assert all(names)
    wide = [table for table in made[1].all("table") if any(len(row) > 2 for row in table.findall("tbody/tr"))]
    assert len(scrolled) == len(wide)


@every_page
def test_each_data_cell_has_the_headers_of_its_column_and_row(made: tuple[Document, Page]) -> None:
    for table in made[1].all("table"):
        heads = table.findall("thead/tr/th")
        assert [head for head in heads if head.get("scope") not in ("col", "colgroup")] == []
        rows = table.findall("tbody/tr/th")
        assert [row for row in rows if row.get("scope") not in ("row", "rowgroup")] == []


PART = Part((p("Prices."),), "Not for publication", (p("Left out."),))


@pytest.mark.parametrize(
    ("document", "hidden"),
    [
        (sample.document(), False),
        (evolve(sample.document(), marking="DRAFT"), True),
        (evolve(sample.document(), blocks=(PART,)), True),
    ],
    ids=["open", "draft", "exempt in part"],
)
def test_search_engines_leave_out_drafts_and_what_is_not_for_the_public(document: Document, hidden: bool) -> None:
    page = Page(render_html(document, Theme(), ""))
    robots = [meta.get("content") for meta in page.all("meta", within="head") if meta.get("name") == "robots"]
    assert robots == (["noindex"] if hidden else [])


CHOSEN = (
    "main",
    "contents",
    "notes",
    "box",
    "table",
    "table-1",
    "para-1.1",
    "mark-1",
    "note-1",
    "page-main",
    "letter-a",
)


@pytest.mark.parametrize("chosen", CHOSEN)
def test_an_id_of_an_author_stays_the_same_whatever_is_added_before_it(chosen: str) -> None:
    table = evolve(sample.TABLE, id="", caption=None)
    box = Callout((p("x"), table), t("Careful"))
    note = Paragraph((*t("See"), Note(t("Below"), 1)))
    added = Section(t(chosen), (Section(t(chosen.replace("-", " ")), (box, note)),))
    named = Section(t("Costs"), (p("x"),), id=chosen)
    document = evolve(sample.document(), blocks=(added, named, *(Section(t(f"Part {n}"), (p("x"),)) for n in "ab")))
    page = Page(page_html(document, Theme(), ""))
    assert len(page.ids) == len(set(page.ids))
    assert [words(element) for element in page.all() if element.get("id") == chosen] == ["Costs"]


@pytest.mark.parametrize(
    ("cells", "heads", "cards"),
    [
        ((("1", "2", "3"),) * 2, ("A", "B", "C"), False),
        ((("1", "2", "3"),), ("A", "B", "C"), True),
        ((("1", "Some words that are longer than a number", "3"),), ("A", "B", "C"), True),
        ((("Some words that are longer than a number", "2", "3"),) * 2, ("A", "B", "C"), False),
        ((("1", "Some words that are longer than a number"),), ("A", "B"), False),
    ],
    ids=["numbers", "one row", "long words", "long names of rows", "two columns"],
)
def test_rows_are_cards_if_they_are_read_one_by_one(
    cells: tuple[tuple[str, ...], ...], heads: tuple[str, ...], cards: bool
) -> None:
    rows = tuple(tuple((p(cell),) for cell in row) for row in cells)
    head = tuple(HeaderCell(t(name)) for name in heads)
    table = Table((head,), (RowGroup(rows),), (Align.LEFT,) * len(heads))
    page = Page(render_html(evolve(sample.document(), blocks=(table,)), Theme(), ""))
    assert ("cards" in page.one("table").get("class", "").split()) is cards
    labels = [cell.get("data-label") for cell in page.one("table").iter("td")]
    assert labels == ([f"{name}: " for name in heads] if cards else [None] * len(heads)) * len(rows)


@pytest.mark.parametrize(("name", "brief"), [("1", True), ("2024/25", True), ("Burglary of homes", False)])
def test_short_headers_of_rows_leave_the_room_to_other_columns(name: str, brief: bool) -> None:
    rows = RowGroup((((p("1"),), (p("2"),)), ((p(name),), (p("3"),))))
    table = Table(((HeaderCell(t("A")), HeaderCell(t("B"))),), (rows,), (Align.LEFT,) * 2, row_headers=True)
    page = Page(render_html(evolve(sample.document(), blocks=(table,)), Theme(), ""))
    assert ("brief" in page.one("table").get("class", "").split()) is brief
