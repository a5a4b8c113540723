"""Web pages in Chromium: what axe-core finds, what the keyboard reaches, what is asked for, and how wide a page is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from csp_docs import load
from csp_docs.api import numbered
from csp_docs.writers.html.page.page import page_html
from csp_docs.writers.html.site.pages import site_files

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.judges.browser import Opened

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
EXAMPLES = {path.stem: path for path in sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))}
OF_SITE = {"index": 0, "chapter": 2, "a-to-z": -3, "search": -1}
"""Pages of the site of a plan, and where each is among its files."""
NARROW, WIDE = 320, 1280


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
    assert width > NARROW or [(scrolls, hint) for scrolls, hint in opened.hinted() if scrolls != hint] == []


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


def test_a_search_that_finds_nothing_says_so(browser: Browser, folder: Path) -> None:
    from tests.judges.browser import opened

    (folder / "none.html").write_text('<a href="search.html?q=xyzzy">x</a>')
    with opened(browser, folder / "none.html") as one:
        one.page.get_by_role("link").click()
        assert one.page.get_by_role("status").inner_text() == "Results for xyzzy: 0"


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
