"""All files of a site."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from csp_docs.blocks import Document, Listing, walk
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import listed
from csp_docs.writers.html.anchors import Anchors
from csp_docs.writers.html.blocks.body import flow
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import NOTHING, Html, h
from csp_docs.writers.html.page.head import head_html, title_of
from csp_docs.writers.html.page.looks import style_sheet
from csp_docs.writers.html.page.notes import notes_html
from csp_docs.writers.html.page.page import around, front_html, has_contents, page_html, with_ids
from csp_docs.writers.html.site.a_to_z import a_to_z
from csp_docs.writers.html.site.around import Site, contents_nav, downloads, metadata, sitemap, turning
from csp_docs.writers.html.site.chapters import A_TO_Z, INDEX, WHOLE, Chapter, divided
from csp_docs.writers.html.story import Story


def site_files(document: Document, theme: Theme, *, address: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a site by their names: its pages, and ``files``, the other formats, which they link to.

    It has a sitemap if it has an ``address``, which search engines need for that.
    """
    whole = with_ids(document)
    anchors = Anchors(whole.blocks)
    chapters = divided(whole.blocks, anchors)
    site = Site(whole, chapters, listed(whole)[Listing.HEADINGS], address, dict(files))
    story = evolve(Story.of(whole, theme), anchors=anchors, files=_files(chapters))
    pages = {chapter.file: _chapter(story.on(chapter.file), site, chapter) for chapter in chapters}
    pages[A_TO_Z] = _list(story.on(A_TO_Z), site)
    pages[WHOLE] = page_html(document, theme)
    made = {name: content.encode() for name, content in pages.items()}
    maps = {"sitemap.xml": sitemap(site, pages)} if address else {}
    return {**made, **maps, **files}


def _files(chapters: tuple[Chapter, ...]) -> dict[str, str]:
    """Return the page of each thing that references can lead to."""
    return {target: chapter.file for chapter in chapters for target in walk.ids(chapter.blocks)}


def _chapter(story: Story, site: Site, chapter: Chapter) -> str:
    if chapter.file == INDEX:
        front, rest = front_html(story, chapter.blocks)
        files = downloads(site)
    else:
        front, rest, files = _way_back(site), chapter.blocks, NOTHING
        story.titles.append(chapter.title)
    body = flow(story, Place(2 if chapter.file == INDEX else 1), rest)
    own = chapter.file == INDEX and has_contents(rest)
    nav = NOTHING if own else contents_nav(story, site, chapter)
    inside = h("div", nav, files, body, notes_html(story), turning(site, chapter), class_="text")
    return _page(story, site, chapter.file, chapter.label, front + inside)


def _list(story: Story, site: Site) -> str:
    """Return the page with the list from A to Z."""
    words = site.document.web.index
    nav = contents_nav(story, site, Chapter(A_TO_Z, ()))
    inside = h("div", nav, h("h1", words), a_to_z(story, site.document), class_="text")
    return _page(story, site, A_TO_Z, words, _way_back(site) + inside)


def _way_back(site: Site) -> Html:
    return h("p", h("a", site.document.title, href=INDEX), class_="document", data_added=True)


def _page(story: Story, site: Site, file: str, title: str, main: Html) -> str:
    document = site.document
    named = " – ".join(filter(None, (title, title_of(document))))
    head = head_html(document, style_sheet(story.theme.colours), named, metadata(site, file, title or document.title))
    return around(document, head, h("main", main, id="main", class_="with-contents"), contents="contents")
