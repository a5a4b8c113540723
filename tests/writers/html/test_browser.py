"""Web pages in Chromium: what axe-core finds, what the keyboard reaches, what is asked for, and how wide a page is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from attrs import evolve

from csp_docs import load
from csp_docs.api import numbered
from csp_docs.blocks import Appendix, Blocks, Embedded, PageBreak, Section
from csp_docs.theme.theme import Theme
from csp_docs.writers.html.page.page import page_html
from csp_docs.writers.html.site.pages import site_files
from tests import sample
from tests.sample import p, t

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.judges.browser import Opened

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
EXAMPLES = {path.stem: path for path in sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))}
OF_SITE = {"index": 0, "chapter": 2, "a-to-z": -3, "search": -1}
"""Pages of the site of a plan, and where each is among its files."""
NARROW, WIDE = 320, 1280
_ROOMS = """all => all.filter((one) => one.checkVisibility()).map((one) => {
  const [caption, words] = ['caption', 'caption > span'].map((part) => one.querySelector(part).getBoundingClientRect());
  return [one.scrollWidth > one.clientWidth, caption.bottom - words.bottom > 24];
})"""
"""For each table with a caption whether it scrolls, and whether there is room for words below its caption."""


@cache
def site() -> dict[str, bytes]:
    document, theme = numbered(load(EXAMPLES["plan"]))
    return site_files(document, theme, "", address="", files={})


def made(page: str) -> tuple[str, dict[str, bytes]]:
    """Return the name of a page, and the files that it is one of."""
    if page in OF_SITE:
        return list(site())[OF_SITE[page]], site()
    document, theme = numbered(load(EXAMPLES[page]))
    return f"{page}.html", {f"{page}.html": page_html(document, theme, "").encode()}


@pytest.fixture(scope="module", params=[*EXAMPLES, *OF_SITE])
def saved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page in a file: that of an example, or one of the site of the plan."""
    folder = tmp_path_factory.mktemp("pages")
    page, files = made(request.param)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / page


@pytest.fixture
def opened(browser: Browser, saved: Path) -> Iterator[Opened]:
    """The page as a reader gets it, open in the browser."""
    from tests.judges.browser import opened

    with opened(browser, saved) as one:
        yield one


def test_nothing_leaves_the_page_and_only_the_search_has_a_script(opened: Opened) -> None:
    opened.show(NARROW)
    own, others = opened.requests[0], opened.requests[1:]
    assert own == opened.page.url
    assert [address for address in others if not address.startswith("data:")] == []
    assert opened.messages == []
    assert len(opened.scripts()) == (2 if opened.page.url.endswith("/search.html") else 0)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_keyboard_reaches_links_disclosures_and_what_scrolls_in_order(opened: Opened, width: int) -> None:
    opened.show(width)
    stops = opened.stops()
    assert opened.reached(len(stops) + 1) == stops
    assert 'href="#page_main"' in stops[0]


def test_the_keyboard_opens_what_is_folded_up(opened: Opened) -> None:
    for summary in opened.page.query_selector_all("summary"):
        summary.press("Enter")
    assert opened.page.query_selector_all("details:not([open])") == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_page_is_wider_than_its_screen(opened: Opened, width: int) -> None:
    opened.show(width)
    opened.unfold()
    assert opened.wider() == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_words_in_cells_are_whole_and_what_scrolls_says_so(opened: Opened, width: int) -> None:
    opened.show(width)
    opened.unfold()
    assert opened.split() == []
    hinted = opened.hinted(".scroll" if width == NARROW else ".scroll:has(caption)")
    assert [(scrolls, hint) for scrolls, hint in hinted if scrolls != hint] == []


def test_paper_does_not_scroll(opened: Opened) -> None:
    from tests.judges.browser import PAPER

    opened.show(PAPER, printed=True)
    assert opened.split() == []
    assert [hint for _, hint in opened.hinted() if hint] == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_axe_finds_nothing_on_light_screens(opened: Opened, width: int) -> None:
    opened.show(width)
    opened.unfold()
    assert opened.violations() == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_axe_finds_nothing_in_the_colours_of_dark_screens(opened: Opened, width: int) -> None:
    from tests.judges.browser import COLOURS

    opened.show(width, dark=True)
    opened.unfold()
    assert opened.violations(*COLOURS) == []


def test_axe_finds_nothing_on_paper(opened: Opened) -> None:
    from tests.judges.browser import PAPER

    opened.show(PAPER, printed=True)
    assert opened.violations() == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the plan."""
    folder = tmp_path_factory.mktemp("site")
    for name, content in site().items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("burglaries", "Burglary and theft"),
        ("BURGLARY thefts", "Burglary and theft"),
        ("Búrglary", "Burglary and theft"),
        ("glossar", "Glossary"),
        ("\ufb01rst", "The first plan"),
    ],
)
def test_a_search_from_a_chapter_finds_words_in_any_form_without_a_server(
    browser: Browser, folder: Path, asked: str, title: str
) -> None:
    from tests.judges.browser import opened

    with opened(browser, folder / "foreword.html") as one:
        one.page.get_by_role("searchbox").fill(asked)
        one.page.get_by_role("button", name="Search").click()
        one.page.wait_for_url("**/search.html?q=*")
        results = one.page.locator(".results > li")
        assert one.page.get_by_role("status").inner_text() == f"Results for {asked}: {results.count()}"
        assert title in results.first.inner_text()
        assert results.first.locator("mark").count() > 0
        assert one.violations() == []
        assert one.messages == []
        results.first.get_by_role("link").click()
        assert one.page.locator(":target").count() == 1


TEXTS = {
    "Forms": "They reported it. A report. Policing prevents harm.",
    "Words": "Reporting by the police: prevention of harmful acts.",
    "Others": "A policy is carried out with care.",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small site."""
    chapters = tuple(Section(t(name), (p(text),)) for name, text in TEXTS.items())
    same = (Section(t("Aims"), (p("Fewer thefts"),)),)
    areas = Section(t("Areas"), tuple(Section(t(name), same) for name in ("People", "Places")))
    folder = tmp_path_factory.mktemp("small")
    document = evolve(sample.document(), blocks=(*chapters, areas))
    for name, content in site_files(document, Theme(), "", address="", files={}).items():
        (folder / name).write_bytes(content)
    return folder


@contextmanager
def searched(browser: Browser, folder: Path, asked: str) -> Iterator[Opened]:
    """Open the page with what a site has for ``asked``."""
    from tests.judges.browser import opened

    (folder / "asking.html").write_text(f'<a href="search.html?q={quote(asked)}">x</a>')
    with opened(browser, folder / "asking.html") as one:
        one.page.get_by_role("link").click()
        yield one
        assert one.violations() == []
        assert one.messages == []


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("report", ["Forms", "Words"]),
        ("reporting", ["Words", "Forms"]),
        ("reports", ["Forms", "Words"]),
        ("police", ["Words", "Forms"]),
        ("policing", ["Forms", "Words"]),
        ("prevented", ["Forms", "Words"]),
        ("policies", ["Others"]),
        ("car", []),
        ("carry", ["Others"]),
        ("preve", ["Forms", "Words"]),
        ("police policy", []),
    ],
)
def test_a_search_finds_all_forms_of_a_word_and_the_word_itself_first(
    browser: Browser, small: Path, asked: str, titles: list[str]
) -> None:
    with searched(browser, small, asked) as one:
        assert one.page.locator(".results > li > a").all_inner_texts() == titles


def test_the_forms_of_a_word_are_those_of_the_paper_on_the_algorithm(browser: Browser, small: Path) -> None:
    given = {
        "caresses": "caress", "ponies": "poni", "feed": "feed", "agreed": "agre", "bled": "bled", "motoring": "motor",
        "sing": "sing", "conflated": "conflat", "sized": "size", "hopping": "hop", "falling": "fall", "filing": "file",
        "happy": "happi", "sky": "sky", "relational": "relat", "hopefulness": "hope", "triplicate": "triplic",
        "electrical": "electr", "replacement": "replac", "adoption": "adopt", "communism": "commun", "rate": "rate",
        "cease": "ceas", "controll": "control", "roll": "roll",
    }  # fmt: skip
    with searched(browser, small, "x") as one:
        assert one.page.evaluate("words => words.map(stem)", list(given)) == list(given.values())


WELSH = {
    "Y cyngor": "Mae gan y cyngor gynllun. Yng nghyngor y dref mae adroddiadau ar droseddau.",
    "Cymuned": "Gweithredu ym mharciau'r dref, a'r tŷ.",
}
LOOKED_FOR = {
    "gyngor": ["Y cyngor"], "cymuned": ["Cymuned"], "chymunedau": ["Cymuned"], "adroddiad": ["Y cyngor"],
    "tref": [*WELSH], "weithredu": ["Cymuned"], "parciau": ["Cymuned"], "trosedd": ["Y cyngor"], "ty": ["Cymuned"],
    "cynllun": ["Y cyngor"], "plant": [],
}  # fmt: skip
"""What is looked for, and below which headings it is found: with changes of first letters, and in the plural."""


@pytest.fixture(scope="module", params=["a Welsh document", "a Welsh document in an English one"])
def in_welsh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with a document in Welsh."""
    blocks: Blocks = (p("Diogelwch"), *(Section(t(name), (p(text),)) for name, text in WELSH.items()))
    document = evolve(sample.document(), title="Iechyd", language="cy-GB", blocks=blocks)
    if "English" in request.param:
        around = Appendix(t("In Welsh"), (Embedded(document),))
        document = evolve(sample.document(), blocks=(Section(t("Crimes"), (p("It fell."),)), around))
    folder = tmp_path_factory.mktemp("welsh")
    for name, content in site_files(document, Theme(), "", address="", files={}).items():
        (folder / name).write_bytes(content)
    return folder


def test_a_search_finds_welsh_words_with_other_first_letters_and_in_the_plural(
    browser: Browser, in_welsh: Path
) -> None:
    for asked, titles in LOOKED_FOR.items():
        with searched(browser, in_welsh, asked) as one:
            assert sorted(one.page.locator(".results > li > a").all_inner_texts()) == sorted(titles), asked


def test_results_in_another_language_say_so(browser: Browser, in_welsh: Path) -> None:
    with searched(browser, in_welsh, "ddiogelwch") as one:
        languages = one.page.locator(".results > li > a").evaluate_all(
            "all => all.map((one) => one.closest('[lang]').lang)"
        )
        assert languages == ["cy-GB"]


def test_results_with_the_same_title_say_where_they_are(browser: Browser, small: Path) -> None:
    with searched(browser, small, "aims") as one:
        ways = one.page.locator(".results .way")
        assert [way.split() for way in ways.all_text_contents()] == [["Areas", "People"], ["Areas", "Places"]]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("xyzzy", "Nothing was found for xyzzy."),
        ("<b>$&", "Nothing was found for <b>$&."),
        *((sign, "Write a word or a number to search for.") for sign in ("£", "\\", "—", " ")),
    ],
)
def test_a_search_without_results_says_so_and_leads_to_other_pages(
    browser: Browser, small: Path, asked: str, said: str
) -> None:
    with searched(browser, small, asked) as one:
        assert one.page.get_by_role("status").inner_text() == said
        links = one.page.locator("#page_instead a")
        assert links.evaluate_all("all => all.map((one) => one.getAttribute('href'))") == ["a-to-z.html", "whole.html"]
        assert links.first.is_visible()


def test_a_search_is_at_the_top_of_each_page_of_a_site_on_a_telephone(browser: Browser, folder: Path) -> None:
    from tests.judges.browser import opened

    for name in ("index", "foreword", "a-to-z"):
        with opened(browser, folder / f"{name}.html") as one:
            one.show(NARROW)
            ways = one.page.locator("main :is(form, .ways > [href='search.html'])")
            assert ways.first.evaluate("one => one.getBoundingClientRect().top") < 900, name


def test_the_words_about_more_columns_are_between_a_table_and_its_caption(browser: Browser, tmp_path: Path) -> None:
    from tests.judges.browser import opened

    name, files = made("strategic_assessment")
    (tmp_path / name).write_bytes(files[name])
    with opened(browser, tmp_path / name) as one:
        one.show(NARROW)
        found = one.page.locator(".scroll:has(caption)").evaluate_all(_ROOMS)
    assert [room for scrolls, room in found if scrolls] == [True] * 2
    assert [room for scrolls, room in found if not scrolls and room] == []


_CENTRED = ".masthead .centre > :first-child, .masthead p.centre"
_MIDDLES = """all => all.map((one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  const {left, right} = one.matches('svg, img') ? one.getBoundingClientRect() : range.getBoundingClientRect();
  return Math.round((left + right) / 2);
})"""
_BREAKS = (
    """all => all.map((one) => [getComputedStyle(one).display, getComputedStyle(one.nextElementSibling).breakBefore])"""
)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_centred_lines_are_below_the_centred_logo(browser: Browser, tmp_path: Path, width: int) -> None:
    from tests.judges.browser import opened

    name, files = made("borough_decision")
    (tmp_path / name).write_bytes(files[name])
    with opened(browser, tmp_path / name) as one:
        one.show(width)
        middles = one.page.locator(_CENTRED).evaluate_all(_MIDDLES)
    assert len(middles) == 4
    assert max(middles) - min(middles) <= 1


def test_a_page_of_paper_begins_with_what_is_after_a_break(browser: Browser, tmp_path: Path) -> None:
    """A break that were an element of its own would be on an empty page if the page before it is full."""
    from tests.judges.browser import PAPER, opened

    blocks = (p("Before"), PageBreak(), p("After"))
    (tmp_path / "a.html").write_text(page_html(evolve(sample.document(), blocks=blocks), Theme(), ""))
    with opened(browser, tmp_path / "a.html") as one:
        one.show(PAPER, printed=True)
        assert one.page.locator(".page-break").evaluate_all(_BREAKS) == [["none", "page"]]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_page_shows_the_whole_picture_of_a_cover(browser: Browser, tmp_path: Path, width: int) -> None:
    from tests.judges.browser import opened

    name, files = made("everything")
    (tmp_path / name).write_bytes(files[name])
    with opened(browser, tmp_path / name) as one:
        one.show(width)
        assert one.page.locator(".cover > img").evaluate("one => getComputedStyle(one).objectFit") == "contain"


def test_names_and_the_foot_are_not_alone_on_a_page_of_paper(browser: Browser, tmp_path: Path) -> None:
    from tests.judges.browser import PAPER, opened

    name, files = made("everything")
    (tmp_path / name).write_bytes(files[name])
    with opened(browser, tmp_path / name) as one:
        one.show(PAPER, printed=True)
        last = one.page.locator(":has(+ .signature)")
        before = last.evaluate_all("all => all.map((one) => getComputedStyle(one).breakAfter)")
        groups = one.page.locator("tr.group").evaluate_all("all => all.map((one) => getComputedStyle(one).breakAfter)")
        assert one.page.locator("footer").evaluate("one => getComputedStyle(one).breakBefore") == "avoid"
    assert before
    assert groups
    assert {*before, *groups} == {"avoid"}


def test_a_small_line_chart_of_a_card_is_on_the_line_of_its_name(browser: Browser, tmp_path: Path) -> None:
    from tests.judges.browser import opened

    name, files = made("quarterly_scorecard")
    (tmp_path / name).write_bytes(files[name])
    with opened(browser, tmp_path / name) as one:
        one.show(NARROW)
        heights = one.page.locator(".cards td:has(> figure)").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight))"
        )
    assert heights
    assert max(heights) < 1.5


def test_rows_with_ratings_are_cards_on_a_narrow_screen_and_a_table_for_those_who_listen(
    browser: Browser, tmp_path: Path
) -> None:
    from tests.judges.browser import opened

    name, files = made("highlight_report")
    (tmp_path / name).write_bytes(files[name])
    with opened(browser, tmp_path / name) as one:
        wide = _heard(one)
        one.show(NARROW)
        table = one.page.locator("table.cards")
        assert table.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")
        cells = table.locator("tbody tr").first.locator("td")
        lefts = cells.evaluate_all("all => all.map((one) => one.getBoundingClientRect().left)")
        assert len(set(lefts)) == 1
        labels = cells.evaluate_all("all => all.map((one) => getComputedStyle(one, '::before').content)")
        heads = table.locator("thead th").all_text_contents()[1:]
        assert [head in label for head, label in zip(heads, labels, strict=True)] == [True] * len(heads)
        assert _heard(one) == wide
    assert wide["columnheader"] == wide["cell"] // wide["rowheader"] + 1


def _heard(one: Opened) -> Counter[str]:
    """Count the parts of tables that a screen reader gets."""
    nodes = one.page.context.new_cdp_session(one.page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(str(node["role"]["value"]) for node in nodes if "role" in node)
    return Counter({role: roles[role] for role in ("table", "row", "cell", "rowheader", "columnheader")})
