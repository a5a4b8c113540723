"""The folder of a site: its chapters in order, from the first page on, and its page with the whole document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve
from lxml import etree

from csp_docs.comparing import html
from csp_docs.comparing.files import content_of
from csp_docs.comparing.reading import Reading, refused
from csp_docs.errors import Code

_FIRST, _WHOLE = "index.html", "whole.html"
_LIST, _SEARCH = "a-to-z.html", "search.html"


def folder_of(file: str) -> Path | None:
    """Return the folder of a site that a name leads to: the folder itself, or its first page; None if there is none."""
    path = Path(file)
    folder = path.parent if path.name == _FIRST else path
    return folder if (folder / _FIRST).is_file() and (folder / _WHOLE).is_file() else None


def read(file: str, folder: Path) -> Iterator[Reading]:
    """Yield the words of the chapters, and those of the whole document on one page, which should be the same.

    Raises CspDocsError if a page cannot be read.
    """
    page = str(folder / _WHOLE)
    whole = html.read(page, content_of(page))
    chapters = dict(_chapters(folder))
    found = html.read_site(file, chapters, whole)
    others = {one.name for one in folder.glob("*.html")} - {*chapters, _WHOLE, _LIST, _SEARCH}
    more = (f"the page {name}, which is not one of the chapters" for name in sorted(others))
    listed = f"the list from A to Z ({_LIST}) and the search ({_SEARCH}), which were not compared"
    yield evolve(found, but_for=(*found.but_for, *more, listed))
    yield whole


def _chapters(folder: Path) -> Iterator[tuple[str, etree._Element]]:
    """Yield the pages from the first one on: each leads to the next."""
    name, seen = _FIRST, set[str]()
    while name:
        if name in seen or Path(name).name != name:
            fact = f'the page "{name}" follows itself' if name in seen else f'the page "{name}" is not in the folder'
            raise refused(str(folder), f"the pages of the site have no order: {fact}", "build the site again")
        seen.add(name)
        page = str(folder / name)
        if not (folder / name).is_file():
            fact = f'the site is incomplete: a page leads to "{name}", which is not in the folder'
            raise refused(str(folder), fact, "copy all pages of the site, or build it again", Code.FILE_NOT_FOUND)
        root = html.parsed(page, content_of(page))
        yield name, root
        name = next((str(link.get("href")) for link in root.iter("a") if link.get("rel") == "next"), "")
