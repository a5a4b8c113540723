"""One page with a complete document: its landmarks, in the order in which they are read."""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import (
    Blocks,
    Contents,
    Cover,
    CoverRole,
    Document,
    Landscape,
    Listing,
    Masthead,
    Part,
    RunningWords,
    Section,
    Text,
)
from csp_docs.comparing.words import META
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import with_entries
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.blocks.body import flow
from csp_docs.writers.html.blocks.contents import contents_html
from csp_docs.writers.html.blocks.parts import marking
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import NOTHING, Html, h
from csp_docs.writers.html.page.head import head_html, is_hidden, with_description
from csp_docs.writers.html.page.looks import style_sheet
from csp_docs.writers.html.page.notes import notes_html
from csp_docs.writers.html.story import Story

_FEWEST = 3
"""The fewest headings of which a page has contents that the document itself does not have."""
_LEVELS = 2


def page_html(document: Document, theme: Theme, words: str) -> str:
    """Return ``document`` (with its numbers) as a page that carries the fingerprint of its ``words``."""
    document = with_description(document)
    whole, added = _with_contents(document)
    main = _main(Story.of(whole, theme), added)
    carried = h("meta", name=META, content=words)
    head = head_html(document, style_sheet(theme.colours), further=carried, hidden=is_hidden(document))
    return around(document, head, main, contents=f"{OWN}contents" if added or has_contents(whole.blocks) else "")


def around(document: Document, head: Html, main: Html, *, contents: str) -> str:
    """Return a page: ``head``, ``main``, and what is around the document; ``contents`` is the id of its contents."""
    web = document.web
    skip = h("a", web.skip, href=f"#{OWN}main", class_="skip")
    above = running_words(document.running.head)
    running = h("p", above, class_="running") if above else NOTHING
    banner = h("header", h("p", document.author, class_="council"), running, marking(document.marking))
    back = h("p", h("a", f"↑ {web.contents}", href=f"#{contents}"), class_="back") if contents else NOTHING
    foot = h("footer", back, h("p", said) if (said := _foot(document)) else NOTHING)
    body = h("body", skip, h("div", banner, main, foot, class_="sheet"))
    return f"<!doctype html>\n{h('html', head, body, lang=document.language)}\n"


def running_words(words: RunningWords) -> str:
    """Return what a running head or foot says, without numbers of pages: a web page has none."""
    return " · ".join(text for text in words if text and "{page" not in text)


def _foot(document: Document) -> str:
    given = document.running.foot
    return (document.foot[0] if document.foot else "") if given is None else running_words(given)


def with_ids(document: Document) -> Document:
    """Return ``document`` with an id for each heading and caption, so that links can lead to them."""
    words = (Text(document.web.contents),)
    lists = (Contents(words), Contents(words, of=Listing.TABLES))
    whole, _ = with_entries(evolve(document, blocks=(*lists, *document.blocks)))
    return evolve(whole, blocks=whole.blocks[len(lists) :])


def _with_contents(document: Document) -> tuple[Document, Contents | None]:
    """Return ``document`` with contents after what is before its body, if it has none and is not short."""
    if has_contents(document.blocks):
        return document, None
    place = _front(document.blocks)
    contents = Contents((Text(document.web.contents),), levels=_LEVELS)
    blocks = (*document.blocks[:place], contents, *document.blocks[place:])
    whole, _ = with_entries(evolve(document, blocks=blocks))
    added = whole.blocks[place]
    if isinstance(added, Contents) and sum(entry.level == 1 for entry in added.entries) >= _FEWEST:
        return whole, added
    return document, None


def has_contents(blocks: Blocks) -> bool:
    """Return whether blocks have contents, but those of documents and appendices inside the document."""
    return any(
        block.of is Listing.HEADINGS if isinstance(block, Contents) else has_contents(block.blocks)
        for block in blocks
        if isinstance(block, Contents | Section | Part | Landscape)
    )


def _front(blocks: Blocks) -> int:
    """Return how many blocks are before the body."""
    return int(isinstance(next(iter(blocks), None), Cover | Masthead))


def _main(story: Story, added: Contents | None) -> Html:
    front, rest = front_html(story, story.document.blocks)
    listed = contents_html(story, Place(), added, added=True) if added else NOTHING
    body = flow(story, Place(), rest[bool(added) :])
    columns = "with-contents" if added or has_contents(rest) else None
    return h("main", front, h("div", listed, body, notes_html(story), class_="text"), id=f"{OWN}main", class_=columns)


def front_html(story: Story, blocks: Blocks) -> tuple[Html, Blocks]:
    """Return what is before the body, with the title of the page, and the blocks after it."""
    place = _front(blocks)
    if _has_title(blocks[:place]):
        return flow(story, Place(), blocks[:place]), blocks[place:]
    story.titles.append((Text(story.document.title),))
    heading = h("h1", story.document.title, data_added=True)
    return heading + flow(story, Place(), blocks[:place]), blocks[place:]


def _has_title(blocks: Blocks) -> bool:
    match blocks:
        case (Masthead() as first,):
            return bool(first.title)
        case (Cover() as first,):
            return any(line.role is CoverRole.TITLE for line in first.lines)
    return False
