"""The page with which readers search a site: its index and its script are in the page itself, so it needs no server."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from attrs import field
from markupsafe import Markup

from csp_docs.blocks import Appendix, Block, Contents, Document, Embedded, Landscape, Part, Section, Web, walk
from csp_docs.records import record
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.elements import NOTHING, Html, h, joined
from csp_docs.writers.html.site.chapters import A_TO_Z, SEARCH, WHOLE, Chapter
from csp_docs.writers.html.story import Story
from csp_docs.writers.words import texts_of

FORMS = "form-action 'self' file:"
"""What pages with a form may do: send it to a page of the site, on a server or in a folder."""
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end a script, or begin a comment in it: JSON can write it in another way."""

_PAGES = re.compile(r"(\{index\}|\{whole\})")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))
"""Invisible characters that say where to break and join words: words are found without them."""


@record
class _Passage:
    """What is below one heading, up to the next one; ``way`` has the headings above it.

    It has a ``language`` if that is not the one of the site.
    """

    link: str
    title: str
    way: tuple[str, ...] = ()
    texts: list[str] = field(factory=list)
    language: str = ""

    @property
    def row(self) -> tuple[str | tuple[str, ...], ...]:
        """The passage as the script reads it."""
        text = " ".join(map(_ended, self.texts)).removesuffix(" ·")
        return self.link, self.title, self.way, text, *filter(None, [self.language])


def search_form(web: Web, heading: str = "") -> Html:
    """Return the form that leads to the page with what was found.

    The page itself has a ``heading`` with this id, which names the form; the script of the page shows it.
    """
    label = NOTHING if heading else h("label", web.search, for_=f"{OWN}q")
    box = h("input", type="search", name="q", id=f"{OWN}q", autocomplete="off", aria_labelledby=heading or None)
    named = {"id": f"{OWN}search", "class_": "search", "role": "search"}
    return h("form", label, box, h("button", web.find), action=SEARCH, hidden=bool(heading), data_added=True, **named)


def search_html(story: Story, chapters: Iterable[Chapter]) -> Html:
    """Return the form, the place of the results, the index, and the script; without it there are two other pages.

    The index has the words that pages print, and nothing else.
    """
    web = story.document.web
    without = h("noscript", h("p", web.no_script), _instead(web))
    heading = f"{OWN}find"
    said = {"data_found": web.found, "data_nothing": web.nothing, "data_no_words": web.no_words}
    count = h("p", role="status", id=f"{OWN}count", **said)
    instead = h("div", _instead(web), id=f"{OWN}instead", hidden=True)
    results = h("ol", id=f"{OWN}results", class_="results")
    rows = [passage.row for chapter in chapters for passage in _of_chapter(story, chapter)]
    index = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
    data = f'<script type="application/json" id="{OWN}index">{index}</script>'
    script = f"<script>{_script()}</script>"
    own = h("h1", web.search, id=heading), without, search_form(web, heading), count, instead, results
    return joined((*own, Markup(data + script)))  # noqa: S704 (escaped above)


def _instead(web: Web) -> Html:
    """Return the sentence that leads to the list from A to Z, and to the page that a browser can search."""
    links = {"{index}": h("a", web.index, href=A_TO_Z), "{whole}": h("a", web.whole, href=WHOLE)}
    return h("p", *(links.get(part, part) for part in _PAGES.split(web.instead)))


def with_script() -> str:
    """Return what the page with the results may do: run its own script, and show its own form."""
    return f"script-src 'sha256-{b64encode(sha256(_script().encode()).digest()).decode()}'; {FORMS}"


@cache
def _script() -> str:
    folder = Path(__file__).parent
    return "".join((folder / name).read_text(encoding="utf-8") for name in ("stem.js", "welsh.js", "search.js"))


def _of_chapter(story: Story, chapter: Chapter) -> list[_Passage]:
    """Return the passages of a page that have words; what is before its first heading has the title of the document."""
    first = _Passage(chapter.file, chapter.label or story.document.title)
    return [one for one in (first, *_passages(story, chapter.blocks, first)) if one.texts or one is not first]


def _passages(story: Story, blocks: Iterable[Block], around: _Passage) -> Iterator[_Passage]:
    """Yield a passage for each heading; words before the first one are those of the passage ``around`` them."""
    for block in blocks:
        match block:
            case Section() | Appendix() if block.title:
                title = f"{_number(block)} {walk.words(block.title)}".strip()
                way = around.way if title == around.title else (*around.way, around.title)
                passage = _Passage(story.href(block.id) or around.link, title, way, language=around.language)
                yield passage
                yield from _passages(story, block.blocks, passage)
            case Section() | Appendix() | Part() | Landscape():
                yield from _passages(story, block.blocks, around)
            case Embedded():
                inside = _embedded(story, block.document, around)
                yield from () if inside is around else (inside,)
                yield from _passages(story, block.document.blocks, inside)
            case Contents():
                pass
            case _:
                around.texts.extend(texts_of((block,)))


def _embedded(story: Story, document: Document, around: _Passage) -> _Passage:
    """Return the passage of the words before the first heading of a document: its own if they have another language."""
    language = story.language(document.language) or ""
    if language == around.language:
        return around
    return _Passage(around.link, document.title, (*around.way, around.title), language=language)


def _ended(text: str) -> str:
    """Return a text in one line, with a sign after it where it has none: items of a list are not one sentence."""
    line = " ".join(text.translate(_UNSEEN).split())
    return f"{line} ·" if line[-1:].isalpha() else line


def _number(block: Section | Appendix) -> str:
    return block.number if isinstance(block, Section) else block.printed_label.strip()
