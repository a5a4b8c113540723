"""All files of a site."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from csp_docs.blocks import Document, Listing, walk
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import listed
from csp_docs.writers.html.anchors import OWN, Anchors
from csp_docs.writers.html.blocks.body import flow
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import NOTHING, Html, h
from csp_docs.writers.html.page.head import head_html, is_hidden, title_of, with_description
from csp_docs.writers.html.page.looks import style_sheet
from csp_docs.writers.html.page.notes import notes_html
from csp_docs.writers.html.page.page import around, front_html, has_contents, page_html, with_ids
from csp_docs.writers.html.site.a_to_z import a_to_z
from csp_docs.writers.html.site.around import SITEMAP, Site, contents_nav, files_list, metadata, sitemap, turning
from csp_docs.writers.html.site.chapters import A_TO_Z, INDEX, SEARCH, WHOLE, Chapter, divided
from csp_docs.writers.html.site.search import FORMS, search_form, search_html, with_script
from csp_docs.writers.html.story import Story


def site_files(
    document: Document, theme: Theme, words: str, *, address: str, files: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the files of a site by their names: its pages, and ``files``, the other formats, which they link to.

    The whole document on one page carries the fingerprint of its ``words``. The site has a sitemap if it has an
    ``address``, which search engines need for that, and if they may find it.
    """
    whole = with_ids(with_description(document))
    anchors = Anchors(whole.blocks)
    chapters = divided(whole.blocks, anchors)
    site = Site(whole, chapters, listed(whole)[Listing.HEADINGS], address, is_hidden(document), dict(files))
    story = Story(whole, theme, anchors, files=_files(chapters))
    pages = {chapter.file: _chapter(story.on(chapter.file), site, chapter) for chapter in chapters}
    pages[A_TO_Z] = _list(story.on(A_TO_Z), site)
    pages[WHOLE] = page_html(document, theme, words)
    maps = {SITEMAP: sitemap(site, pages)} if site.mapped else {}
    pages[SEARCH] = _search(story.on(SEARCH), site)
    made = {name: content.encode() for name, content in pages.items()}
    return {**made, **maps, **files}


def _files(chapters: tuple[Chapter, ...]) -> dict[str, str]:
    """Return the page of each thing that references can lead to."""
    return {target: chapter.file for chapter in chapters for target in walk.ids(chapter.blocks)}


def _chapter(story: Story, site: Site, chapter: Chapter) -> str:
    if chapter.file == INDEX:
        return _page(story, site, INDEX, "", _index(story, site, chapter))
    story.titles.append(chapter.title)
    first, further = chapter.blocks[:1], chapter.blocks[1:]  # headings in boxes after the chapter are below its title
    body = flow(story, Place(level=1), first) + flow(story, Place(), further)
    body += notes_html(story) + turning(site, chapter)
    return _page(story, site, chapter.file, chapter.label, _with_contents(story, site, chapter, body))


def _index(story: Story, site: Site, chapter: Chapter) -> Html:
    """Return the first page: what is before the first chapter, with the contents, and links to all files."""
    front, rest = front_html(story, chapter.blocks)
    nav = NOTHING if has_contents(rest) else contents_nav(story, site, chapter, aside=False)
    body = flow(story, Place(inner=True), rest)
    form = search_form(site.document.web)
    return front + h("div", form, nav, body, files_list(site), notes_html(story), turning(site, chapter), class_="text")


def _list(story: Story, site: Site) -> str:
    """Return the page with the list from A to Z."""
    words = site.document.web.index
    body = h("h1", words) + a_to_z(story, site.document)
    return _page(story, site, A_TO_Z, words, _with_contents(story, site, Chapter(A_TO_Z, ()), body))


def _search(story: Story, site: Site) -> str:
    """Return the page with what readers look for, which search engines leave out."""
    body = _with_contents(story, site, Chapter(SEARCH, ()), search_html(story, site.chapters))
    return _page(story, evolve(site, hidden=True), SEARCH, site.document.web.search, body, with_script())


def _with_contents(story: Story, site: Site, here: Chapter, body: Html) -> Html:
    """Return ``body`` below the way back; contents and search are after it for those who have no room next to it."""
    web = site.document.web
    search = h("a", web.find, href=SEARCH) if here.file != SEARCH else NOTHING
    ways = h("span", h("a", web.contents, href=f"#{OWN}pages"), " ", search, class_="ways")
    back = h("p", h("a", site.document.title, href=INDEX), " ", ways, class_="document", data_added=True)
    return back + h("div", body, contents_nav(story, site, here, aside=True), class_="text")


def _page(story: Story, site: Site, file: str, title: str, main: Html, allowed: str = FORMS) -> str:
    document = site.document
    named = " – ".join(filter(None, (title, title_of(document))))
    shared = metadata(site, file, title or document.title)
    head = head_html(document, style_sheet(story.theme.colours), named, shared, hidden=site.hidden, allowed=allowed)
    return around(
        document,
        head,
        h("main", main, id=f"{OWN}main", class_=None if file == INDEX else "with-contents"),
        contents=f"{OWN}{'contents' if file == INDEX and has_contents(site.chapters[0].blocks) else 'pages'}",
    )
