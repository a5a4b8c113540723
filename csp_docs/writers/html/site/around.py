"""What is around a chapter: the way to the other pages, and what programs want to know of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field

from csp_docs.blocks import ContentsEntry, Document, Text
from csp_docs.records import record
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.blocks.contents import listed
from csp_docs.writers.html.elements import NOTHING, Html, h, joined, text
from csp_docs.writers.html.site.chapters import A_TO_Z, INDEX, SEARCH, WHOLE, Chapter
from csp_docs.writers.html.site.search import search_form
from csp_docs.writers.html.story import Story

SITEMAP = "sitemap.xml"
_BELOW = 2
_MANY = 50
"""The most chapters that each page lists: with more, a page would have more bytes of contents than of text."""
_NEAR = 10
"""How many chapters before and after its own a page lists if there are too many for all."""
_LEFT_OUT = ContentsEntry(level=1, number="", title=(Text("…"),), target="")
_NAMES = {"docx": "Word", "pdf": "PDF"}


@record
class Site:
    """All that the pages of a site share; ``address`` is where it is published, or empty.

    It is ``hidden`` if search engines must leave it out. ``entries`` are its headings, and ``files`` the other formats
    of the document, by their names.
    """

    document: Document
    chapters: tuple[Chapter, ...]
    entries: tuple[ContentsEntry, ...]
    address: str = ""
    hidden: bool = False
    files: dict[str, bytes] = field(factory=dict, repr=False)

    @property
    def mapped(self) -> bool:
        """Whether search engines get a list of its pages."""
        return bool(self.address) and not self.hidden

    def url(self, file: str) -> str:
        """Return the address of one of its files."""
        return f"{self.address.rstrip('/')}/{'' if file == INDEX else file}"


def contents_nav(story: Story, site: Site, here: Chapter, *, aside: bool) -> Html:
    """Return the list of chapters; the headings of the page that a reader is on are below its title.

    If there are very many, a chapter lists those near it, and the heading leads to all of them on the first page.
    """
    heading = h("h2", h("a", site.document.web.contents, href=INDEX), id=f"{OWN}pages")
    near = _near(site, here)
    entries = listed(story, list(_shown(near, here.target)), 1, current=here.target)
    form = search_form(site.document.web) if here.file != SEARCH else NOTHING
    others = form + _others(site, here) if aside else NOTHING
    look = "contents aside" if aside else "contents"
    return h("nav", h("div", heading, entries, others), class_=look, aria_labelledby=f"{OWN}pages", data_added=True)


def _others(site: Site, here: Chapter) -> Html:
    """Return links to the other pages with which readers find what they look for."""
    pages = (site.document.web.index, A_TO_Z), (site.document.web.whole, WHOLE)
    links = [h("a", name, href=file, aria_current="page" if file == here.file else None) for name, file in pages]
    return h("ul", joined([h("li", link) for link in links]), class_="others")


def files_list(site: Site) -> Html:
    """Return links to the other pages and to the other formats, with format and size in their words."""
    links = [h("li", h("a", _named(site, name, content), href=name)) for name, content in site.files.items()]
    files = h("ul", joined(links), class_="others") if links else NOTHING
    return h("div", _others(site, site.chapters[0]), files, class_="files", data_added=True)


def _near(site: Site, here: Chapter) -> Iterable[ContentsEntry]:
    """Return the entries of a page, with a mark where chapters that are too far from it are left out."""
    starts = [place for place, entry in enumerate(site.entries) if entry.level == 1]
    own = [place for place, start in enumerate(starts) if here.target and site.entries[start].target == here.target]
    if len(starts) <= _MANY or not own:
        return site.entries
    first, last = max(own[0] - _NEAR, 0), min(own[0] + _NEAR + 1, len(starts))
    kept = site.entries[starts[first] : [*starts, len(site.entries)][last]]
    before, after = (_LEFT_OUT,)[:first], (_LEFT_OUT,)[: len(starts) - last]
    return (*before, *kept, *after)


def _shown(entries: Iterable[ContentsEntry], target: str) -> Iterator[ContentsEntry]:
    """Yield the entries of chapters, and those of the second level below ``target``."""
    inside = False
    for entry in entries:
        if entry.level == 1:
            inside = bool(target) and entry.target == target
        if entry.level == 1 or (inside and entry.level == _BELOW):
            yield entry


def turning(site: Site, here: Chapter) -> Html:
    """Return the links to the page before this one and the one after it."""
    place = [chapter.file for chapter in site.chapters].index(here.file)
    before = site.chapters[place - 1] if place else None
    after = site.chapters[place + 1] if place + 1 < len(site.chapters) else None
    links = [
        _turn(chapter, site, word, way)
        for chapter, word, way in (
            (before, site.document.web.previous, "prev"),
            (after, site.document.web.next, "next"),
        )
        if chapter
    ]
    return h("nav", joined(links), class_="turning", aria_label=site.document.web.pages, data_added=True)


def _turn(chapter: Chapter, site: Site, word: str, way: str) -> Html:
    label = chapter.label or site.document.title
    return h("a", h("span", word, class_="way"), " ", h("span", text(label)), href=chapter.file, rel=way)


def _named(site: Site, name: str, content: bytes) -> str:
    format_ = name.rpartition(".")[2]
    return f"{site.document.title} ({_NAMES.get(format_, format_.upper())}, {_size(len(content))})"


def _size(length: int) -> str:
    """Return the size of a file in words: "85 KB", "1.4 MB"."""
    return f"{length / 1_000_000:.1f} MB" if length >= 1_000_000 else f"{max(1, round(length / 1_000))} KB"


def metadata(site: Site, file: str, title: str) -> Html:
    """Return what other sites show of a page that is shared, where the page is published, and the site's other files.

    By them csp_docs knows its own files when the site is written again.
    """
    document = site.document
    given = {
        "og:type": "article", "og:title": title, "og:description": document.subject, "og:site_name": document.author,
        "og:locale": document.language.replace("-", "_"), "og:url": site.url(file) if site.address else "",
    }  # fmt: skip
    shared = joined([h("meta", property=name, content=content) for name, content in given.items() if content])
    others = joined([h("link", rel="alternate", href=name) for name in site.files])
    canonical = h("link", rel="canonical", href=site.url(file)) if site.address else NOTHING
    return shared + others + canonical + (h("link", rel="sitemap", href=SITEMAP) if site.mapped else NOTHING)


def sitemap(site: Site, files: Iterable[str]) -> bytes:
    """Return the list of pages for search engines (sitemaps.org)."""
    day = site.document.date.isoformat() if site.document.date else ""
    dated = h("lastmod", day) if day else NOTHING
    urls = joined([h("url", h("loc", site.url(file)), dated) for file in files])
    root = h("urlset", urls, xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode()
