"""A site: a page for each chapter, all of its links, and what programs want to know of it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from attrs import evolve

from csp_docs import loads
from csp_docs.api import numbered
from csp_docs.blocks import Contents, Document, PageBreak, Part, Section
from csp_docs.documents.load import read_file
from csp_docs.theme.theme import Theme
from csp_docs.writers.html.page.head import with_description
from csp_docs.writers.html.site.pages import site_files
from tests import sample
from tests.closed_sample import HASH, PAPERS, PLANTED, Planter
from tests.random_plans import Author
from tests.sample import p, t
from tests.tree_words import notes_of, words_of
from tests.writers.html.reading import Page, attributes, words

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))
ADDED = ("a-to-z.html", "whole.html", "search.html")


def made(document: Document, *, address: str = "", files: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    return site_files(document, Theme(), "", address=address, files=files or {})


def pages(site: dict[str, bytes]) -> dict[str, Page]:
    return {name: Page(content) for name, content in site.items() if name.endswith(".html")}


def _document(name: str) -> Document:
    if name == "report":
        return sample.document()
    if name.isdigit():
        return numbered(loads(yaml.safe_dump(Author(int(name)).plan(), allow_unicode=True)))[0]
    return numbered(read_file(next(path for path in EXAMPLES if path.stem == name))[0])[0]


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest) -> tuple[Document, dict[str, Page]]:
    document = _document(request.param)
    return document, pages(made(document))


every_site = pytest.mark.parametrize(
    "site", ["report", *(path.stem for path in EXAMPLES), *map(str, range(10))], indirect=True, ids=str
)


@every_site
def test_the_chapters_have_the_words_of_the_document_in_its_order(site: tuple[Document, dict[str, Page]]) -> None:
    document, found = site
    chapters = [page.one("main") for name, page in found.items() if name not in ADDED]
    notes = [section for main in chapters for section in main.iter("section") if section.get("role") == "doc-endnotes"]
    of_notes = [words(item, added=False) for section in notes for item in section.iter("li")]
    for section in notes:
        section.attrib["data-added"] = ""
    assert " ".join(words(main, added=False) for main in chapters).split() == words_of(_listed_first(document)).split()
    assert of_notes == notes_of(document)
    for section in notes:
        del section.attrib["data-added"]


def _listed_first(document: Document) -> Document:
    """Return ``document`` with its contents before its first chapter, where the first page has them."""
    contents = tuple(block for block in document.blocks if isinstance(block, Contents))
    place = next(
        place for place, block in enumerate(document.blocks) if not isinstance(block, Contents) and _begins(block)
    )
    rest = document.blocks[place:]
    before = tuple(block for block in document.blocks[:place] if not isinstance(block, Contents))
    early = tuple(block for block in document.blocks[:place] if isinstance(block, Contents))
    later = tuple(block for block in contents if block not in early)
    kept = tuple(block for block in rest if not isinstance(block, Contents))
    listed = document.blocks[:place] if early else before
    return evolve(document, blocks=(*listed, *later, *kept))


def _begins(block: object) -> bool:
    return type(block).__name__ in ("Section", "Appendix", "Part", "Landscape")


@every_site
def test_every_link_leads_to_something(site: tuple[Document, dict[str, Page]]) -> None:
    found = site[1]
    ids = {name: set(page.ids) for name, page in found.items()}
    for name, page in found.items():
        links = [value for tag, attribute, value in attributes(page) if attribute == "href" and tag == "a"]
        inside = [link for link in links if not re.match(r"[a-z]+:", link)]
        for link in inside:
            file, _, target = link.partition("#")
            assert not target or target in ids[file or name], (name, link)
            assert (file or name) in found, (name, link)


@every_site
def test_each_page_has_one_title_and_no_heading_level_is_left_out(site: tuple[Document, dict[str, Page]]) -> None:
    for name, page in site[1].items():
        levels = [level for level, _ in page.headings]
        assert levels.count(1) == 1, name
        body = [level for level, title in page.headings if title != site[0].web.contents]
        assert [(above, below) for above, below in pairwise(body) if below > above + 1] == [], name
        assert len(page.ids) == len(set(page.ids)), name


@every_site
def test_readers_turn_from_each_page_to_the_next_and_back(site: tuple[Document, dict[str, Page]]) -> None:
    chapters = [name for name in site[1] if name not in ADDED]
    turned = {name: {a.get("rel"): a.get("href") for a in site[1][name].all("a") if a.get("rel")} for name in chapters}
    assert chapters[0] == "index.html"
    assert [turned[name].get("next") for name in chapters] == [*chapters[1:], None]
    assert [turned[name].get("prev") for name in chapters] == [None, *chapters[:-1]]


@every_site
def test_only_the_search_has_a_script_and_pages_have_their_own_titles(site: tuple[Document, dict[str, Page]]) -> None:
    titles = [words(page.all("title", within="head")[0]) for page in site[1].values()]
    assert [name for name, page in site[1].items() if page.all("script", within="html")] == ["search.html"]
    assert len(set(titles) - {titles[0]}) >= len(titles) - 2  # the whole document has the title of the first page


def test_all_that_has_a_title_is_listed_from_a_to_z() -> None:
    page = pages(made(sample.document()))["a-to-z.html"]
    sections = [section for section in page.all("section") if section.get("class") == "letter"]
    assert [[words(part) for part in section.iter() if part.tag in ("h2", "li")] for section in sections] == [
        ["A", "Aims"],
        ["B", "Background"],
        ["C", "Closing words"],
        ["F", "Funding"],
        ["I", "Introduction"],
        ["R", "Recorded crime by area (Table 1)"],
        ["S", "The strategy"],
    ]


def listed_in(*chapters: Section) -> list[tuple[str, list[str]]]:
    """Return the letters of the list from A to Z, each with the titles below it."""
    return letters_of(evolve(sample.document(), blocks=chapters))


def letters_of(document: Document) -> list[tuple[str, list[str]]]:
    page = pages(made(document))["a-to-z.html"]
    letters = [section for section in page.all("section") if section.get("class") == "letter"]
    return [(words(letter.findall("h2")[0]), [words(item) for item in letter.iter("li")]) for letter in letters]


def test_a_welsh_document_has_the_letters_of_welsh_in_their_order() -> None:
    names = ("Llwybrau", "Lleoedd", "Lampau", "Dŵr", "Y Ddraig", "Cymorth", "Chwarae", "Cŵn", "Tai", "Theatr")
    chapters = tuple(Section(t(name), (p("x"),)) for name in names)
    in_welsh = evolve(sample.document(), language="cy-GB", blocks=chapters)
    listed = [
        ("C", ["Cŵn", "Cymorth"]), ("Ch", ["Chwarae"]), ("D", ["Dŵr"]), ("Dd", ["Y Ddraig"]), ("L", ["Lampau"]),
        ("Ll", ["Lleoedd", "Llwybrau"]), ("T", ["Tai"]), ("Th", ["Theatr"]),
    ]  # fmt: skip
    assert letters_of(in_welsh) == listed
    assert [letter for letter, _ in listed_in(*chapters)] == ["C", "D", "L", "T"]


def test_headings_that_several_chapters_have_are_not_listed() -> None:
    below = (Section(t("Aims:"), (p("x"),)), Section(t("Aims:"), (p("x"),)))
    chapters = [Section(t(name), (*below, Section(t(f"More {name}"), (p("x"),)))) for name in ("People", "Places")]
    assert listed_in(*chapters) == [("M", ["More People", "More Places"]), ("P", ["People", "Places"])]


def test_chapters_with_the_same_title_are_listed_with_their_numbers() -> None:
    chapters = [Section(t("Aims"), (p("x"),), number=number) for number in ("1.", "2.", "")]
    assert listed_in(*chapters) == [("A", ["Aims (1)", "Aims (2)", "Aims"])]


def test_titles_of_all_scripts_are_below_letters_with_ids_of_their_own() -> None:
    titles = ("Zebra", "Ελλάδα", "2026", "???", "العنوان", "מזרח", "Élan", "!", "apple", "Ωmega", "東")
    document = evolve(sample.document(), blocks=tuple(Section(t(title), (p("x"),)) for title in titles))
    page = pages(made(document))["a-to-z.html"]
    assert len(page.ids) == len(set(page.ids))
    letters = [letter for letter, _ in listed_in(*document.blocks)]  # type: ignore[arg-type]
    assert letters == ["0–9", "A", "E", "Z", "Ε", "Ω", "מ", "ا", "東"]


def test_other_formats_are_in_the_site_and_named_with_format_and_size() -> None:
    files = {"plan.pdf": b"%" * 340_400, "plan.docx": b"P" * 1_640_000}
    site = made(sample.document(), files=files)
    assert {name: site[name] for name in files} == files
    [links] = [part for part in pages(site)["index.html"].all("div") if part.get("class") == "files"]
    assert [(a.get("href"), words(a)) for a in links.iter("a")][2:] == [
        ("plan.pdf", "Safer Streets (PDF, 340 KB)"),
        ("plan.docx", "Safer Streets (Word, 1.6 MB)"),
    ]


@pytest.mark.parametrize("address", ["https://a.gov.uk/plan", "https://a.gov.uk/plan/"])
def test_search_engines_get_the_addresses_of_all_pages(address: str) -> None:
    document = evolve(sample.document(), date=date(2026, 3, 10))
    site = made(document, address=address)
    root = ElementTree.fromstring(site["sitemap.xml"])
    urls = [url.text for url in root.iter() if url.tag.endswith("loc")]
    assert urls[:2] == ["https://a.gov.uk/plan/", "https://a.gov.uk/plan/introduction.html"]
    assert len(urls) == len(pages(site)) - 1  # without the search
    assert {day.text for day in root.iter() if day.tag.endswith("lastmod")} == {"2026-03-10"}
    page = pages(site)["introduction.html"]
    given = {meta.get("property"): meta.get("content") for meta in page.all("meta", within="head")}
    assert given["og:title"] == "1.0 Introduction"
    assert given["og:url"] == "https://a.gov.uk/plan/introduction.html"
    assert given["og:locale"] == "en_GB"
    assert "sitemap.xml" not in made(document)


def test_search_engines_get_no_list_of_the_pages_of_a_draft() -> None:
    site = made(evolve(sample.document(), marking="Draft"), address="https://a.gov.uk")
    assert "sitemap.xml" not in site
    for page in pages(site).values():
        assert "sitemap" not in [link.get("rel") for link in page.all("link", within="head")]
        assert "noindex" in [meta.get("content") for meta in page.all("meta", within="head")]


@pytest.mark.parametrize(
    ("count", "here", "listed"),
    [
        (50, 30, [*range(1, 51)]),
        (51, 1, [*range(1, 12), "…"]),
        (51, 11, [*range(1, 22), "…"]),
        (51, 12, ["…", *range(2, 23), "…"]),
        (120, 60, ["…", *range(50, 71), "…"]),
        (120, 111, ["…", *range(101, 121)]),
        (120, 120, ["…", *range(110, 121)]),
    ],
)  # fmt: skip
def test_a_page_lists_all_chapters_or_those_near_it_if_there_are_very_many(
    count: int, here: int, listed: list[object]
) -> None:
    chapters = tuple(Section(t(f"C{place}"), (Section(t("In it"), (p("x"),)),)) for place in range(1, count + 1))
    site = pages(made(evolve(sample.document(), blocks=chapters)))
    contents = {name: [words(item) for item in _contents(page).iter("li")] for name, page in site.items()}
    names = [f"C{place}" for place in range(1, count + 1)]
    links = ["A to Z", "All on one page"]
    shown = [name if name == "…" else f"C{name}" for name in listed]
    place = shown.index(f"C{here}")
    assert contents[f"c{here}.html"] == [*shown[:place], f"C{here} In it", "In it", *shown[place + 1 :], *links]
    assert contents["index.html"] == names
    assert contents["a-to-z.html"] == [*names, *links]
    assert _contents(site[f"c{here}.html"]).find("div/h2/a").get("href") == "index.html"


def _contents(page: Page) -> Any:
    return next(nav for nav in page.all("nav") if "contents" in str(nav.get("class")))


LONG = " ".join(["word"] * 60)


@pytest.mark.parametrize(
    ("subtitle", "text", "described"),
    [
        ("A subtitle", "Less crime.", "A subtitle"),
        ("", "Less crime.", "Less crime."),
        ("", f"Less crime. More light? {LONG}.", "Less crime. More light?"),
        ("", LONG + ".", "word " * 30 + "word…"),
    ],
    ids=["subtitle", "paragraph", "sentences", "long sentence"],
)
def test_each_page_says_in_short_what_the_document_is(subtitle: str, text: str, described: str) -> None:
    blocks = (Section(t("Aims"), (p("By the leader"), p(text), p("No more."))),)
    site = pages(made(evolve(sample.document(), subject=subtitle, blocks=blocks)))
    for name, page in site.items():
        given = {
            meta.get("name") or meta.get("property"): meta.get("content") for meta in page.all("meta", within="head")
        }
        assert given["description"] == described
        assert name == "whole.html" or given["og:description"] == described
        assert len(described) <= 160


@pytest.mark.parametrize("name", PAPERS)
def test_the_description_of_a_public_edition_has_only_what_it_prints(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document, _ = numbered(PAPERS[name](tmp_path, Planter()), public=True)
    assert not PLANTED.search(with_description(document).subject)


def test_a_part_with_several_chapters_has_a_page_for_each() -> None:
    inside = Part((Section(t("One"), (p("a"),)), Section(t("Two"), (p("b"),))), "Not for publication", ())
    site = pages(made(evolve(sample.document(), blocks=(inside, PageBreak()))))
    assert [name for name in site if name not in ADDED] == ["index.html", "one.html", "two.html"]
    assert words(site["two.html"].one("main")).count("Not for publication") == 1


def test_a_chapter_cannot_have_the_name_of_another_page() -> None:
    chapters = tuple(Section(t(name), (p("x"),)) for name in ("Index", "Whole", "A to Z", "Contents"))
    names = list(made(evolve(sample.document(), blocks=chapters)))
    assert names[:5] == ["index.html", "page_index.html", "page_whole.html", "page_a-to-z.html", "contents.html"]


@pytest.mark.parametrize("name", ["Con", "PRN", "aux", "Nul", "COM1", "LPT9", "Con.1"])
def test_a_chapter_has_a_name_that_every_system_can_store(name: str) -> None:
    _, file, *_ = made(evolve(sample.document(), blocks=(Section(t(name), (p("x"),)),)))
    assert file == f"page_{name.lower()}.html"


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("“Our” plan", "O"),
        ("A plan", "P"),
        ("“The” plan", "T"),
        ("“The plan”", "P"),
        ("An", "A"),
        ("Yr Wyddfa", "W"),
        ("(a) Élan", "A"),
        ("Émigrés", "E"),
        ("£100", "0–9"),
        ("2026", "0–9"),
        ("???", "0–9"),
    ],
)
def test_a_title_is_listed_below_its_first_letter_or_figure(title: str, letter: str) -> None:
    page = pages(made(evolve(sample.document(), blocks=(Section(t(title), (p("x"),)),))))["a-to-z.html"]
    [section] = [section for section in page.all("section") if section.get("class") == "letter"]
    assert words(next(part for part in section.iter() if part.tag == "h2")) == letter


@pytest.mark.parametrize("name", PAPERS)
def test_no_planted_word_is_anywhere_in_a_public_site(name: str, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    paper = PAPERS[name](tmp_path, Planter())
    public, whole = (
        made(numbered(paper, public=public)[0], address="https://a.gov.uk", files={}) for public in (True, False)
    )
    assert PLANTED.findall(_all_of(public)) == []
    assert PLANTED.findall(_all_of(whole))


def _all_of(site: dict[str, bytes]) -> str:
    files = "\n".join(f"{name}\n{content.decode()}" for name, content in site.items())
    return HASH.sub("", files).lower()


def _index(site: dict[str, bytes]) -> list[list[str]]:
    found = re.findall(r'<script type="application/json" id="page_index">(.*?)</script>', site["search.html"].decode())
    return list(json.loads(found[0]))


@pytest.mark.parametrize("name", ["report", *(path.stem for path in EXAMPLES), *map(str, range(5))])
def test_the_index_of_the_search_has_words_of_its_pages_and_no_others(name: str) -> None:
    site = made(_document(name))
    found = pages(site)
    rows = _index(site)
    assert {link.partition("#")[0] for link, *_ in rows} == {*found} - {*ADDED}
    printed = {file: _letters(words(page.one("body"))) for file, page in found.items()}
    for link, title, _, text, *_ in rows:
        file, _, anchor = link.partition("#")
        assert not anchor or anchor in {element.get("id") for element in found[file].all()}
        assert _letters(f"{title} {text}") <= printed[file], link


def _letters(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))


@pytest.mark.parametrize("hostile", ["</script><b>", "<!--", "<script>", "]]>", "\u2028", "&lt;", "</SCRIPT >"])
def test_no_words_can_end_the_index(hostile: str) -> None:
    site = made(evolve(sample.document(), blocks=(Section(t("Aims"), (p(f"a {hostile} b"),)),)))
    page = site["search.html"].decode()
    assert page.lower().count("<script") == page.lower().count("</script") == 2
    assert "<!--" not in page
    assert _index(site)[-1][-1] == " ".join(f"a {hostile} b".split())


def test_only_the_page_of_the_search_may_run_a_script_which_is_its_own() -> None:
    site = made(sample.document())
    policies = {
        name: next(m.get("content", "") for m in page.all("meta", within="head") if "Policy" in m.get("http-equiv", ""))
        for name, page in pages(site).items()
    }
    assert [name for name, policy in policies.items() if "script-src" in policy] == ["search.html"]
    script = re.findall(r"<script>(.*?)</script>", site["search.html"].decode(), re.DOTALL)[0]
    assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policies["search.html"]


def test_search_engines_leave_out_the_page_of_the_search() -> None:
    site = made(sample.document(), address="https://a.gov.uk")
    assert b"search.html" not in site["sitemap.xml"]
    assert b"noindex" in site["search.html"]
