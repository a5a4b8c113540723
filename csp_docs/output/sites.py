"""The folder of a site: what csp_docs wrote there before is replaced or removed, and nothing of anybody else's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from csp_docs.errors import Code, Problem, RenderError, Severity
from csp_docs.records import record

_GENERATED, _HEAD = b'<meta name="generator" content="csp_docs">', 10_000
"""What each page of a site has in its head, and how much of a file that is."""
_OTHERS = re.compile(r'<link rel="(?:alternate|sitemap)"[^>]* href="([^"/\\]+)"')
"""How the head of a page names the files of its site that are not pages."""


@record
class Site:
    """A folder for the pages of a site, and the address where it will be published, or an empty one."""

    folder: Path
    address: str = ""


def site_at(folder: Path, address: str) -> Site:
    """Return a site. Raises RenderError if its address is not one of the web."""
    if address and not re.fullmatch(r"https?://[^\s/?#<>\"']+(/[^\s?#<>\"']*)?", address):
        hint = 'write it as in "https://www.example.gov.uk/plan"'
        raise RenderError([Problem(Code.WRONG_ADDRESS, f'the address "{address}" is not that of a website', hint)])
    return Site(folder, address)


def site_notes(address: str) -> Iterator[Problem]:
    """Yield a note if a site has no sitemap, because there it needs its address."""
    if not address:
        fact, hint = "the site has no sitemap, because its address is not known", "to get one, name it with --address"
        yield Problem(Code.NO_SITEMAP, fact, hint, None, Severity.NOTE)


def keep_pages(pages: Iterable[Path]) -> None:
    """Refuse to replace a page that csp_docs did not write. Raises RenderError."""
    for page in pages:
        if page.suffix == ".html" and page.is_file() and not _head(page):
            fact = f'"{page}" is a page that csp_docs did not write, and was not changed'
            raise RenderError([Problem(Code.FILE_EXISTS, fact, "move it, or choose another folder with --out")])


def written_before(folder: Path) -> set[Path]:
    """Return the files that csp_docs wrote to the folder of a site: its pages, and those that their heads name."""
    heads = {page: head for page in folder.glob("*.html") if page.is_file() and (head := _head(page))}
    named = {folder / unescape(name) for head in heads.values() for name in _OTHERS.findall(head)}
    return {*heads, *(path for path in named if path.is_file())}


def _head(page: Path) -> str:
    """Return the beginning of a page that csp_docs wrote, or nothing."""
    with page.open("rb") as file:
        head = file.read(_HEAD)
    return head.decode(errors="replace") if _GENERATED in head else ""
