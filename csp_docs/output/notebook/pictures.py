"""Pictures of the pages of a document, made from its PDF."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING

from csp_docs.errors import CheckError, Code, errors_in, to_install
from csp_docs.model import CouncilDocument, ModelError
from csp_docs.model.pages import Page, Preview
from csp_docs.model.values import shown
from csp_docs.output.checked import checked
from csp_docs.output.files import printed
from csp_docs.output.pages import opened, picture
from csp_docs.theme.colours import Colours
from csp_docs.writers.html.elements import NOTHING, Html, h
from csp_docs.writers.html.page.fragment import boxed

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_SCALE = 1.5
"""Pixels for each point: 108 dpi, on which small print can be read."""
_BEGINNING = 150
"""How many letters of the words of a page its alternative text has."""


def pages_html(given: Preview) -> str:
    """Return pictures of pages, each with its alternative text."""
    listed = [h("li", _picture(page)) for page in given.pages]
    left = f"{len(given.pages)} of {given.of} pages" if len(given.pages) < given.of else ""
    return boxed(Colours(), h("ul", *listed, class_="pages"), h("p", left, class_="source") if left else NOTHING)


def preview(
    document: CouncilDocument, pages: int | Iterable[int], folder: str = "", *, public: bool = False
) -> Preview:
    """Return pictures of ``pages`` of a document: so many from the first, or those with these numbers.

    Raises CspDocsError with all problems, and ModuleNotFoundError without pypdfium2.
    """
    try:
        import pypdfium2  # noqa: F401 (before anything is built)
    except ModuleNotFoundError:
        raise ModuleNotFoundError(f"pictures of pages need pypdfium2: {to_install('notebook')}") from None
    found = checked(document, folder, public=public)
    if errors_in(found.findings):
        raise CheckError(found.findings)
    title = found.blocks.title  # of the edition: that of the whole document may not be for the public
    with opened(printed(found, ["pdf"])["pdf"]) as pdf:
        pictures = [_page(pdf, number, title) for number in _numbers(pages, len(pdf))]
        return Preview(title, tuple(pictures), len(pdf))


def _numbers(pages: int | Iterable[int], last: int) -> list[int]:
    """Return the numbers of the pages that are asked for. Raises ModelError for one that does not exist."""
    wanted = range(1, min(pages, last) + 1) if isinstance(pages, int) else dict.fromkeys(pages)
    for number in wanted:
        if not isinstance(number, int):
            raise ModelError(Code.WRONG_TYPE, f"the number of a page must be a whole number, not {shown(number)}")
        if not 1 <= number <= last:
            fact = f"page {number} does not exist"
            raise ModelError(Code.OUT_OF_RANGE, fact, f"the document has the pages 1 to {last}")
    if not wanted:
        raise ModelError(Code.OUT_OF_RANGE, "no page is asked for", "give how many to show, or the numbers of some")
    return list(wanted)


def _page(pdf: PdfDocument, number: int, title: str) -> Page:
    page: PdfPage = pdf[number - 1]
    words = " ".join(page.get_textpage().get_text_bounded().split())
    said = words if len(words) <= _BEGINNING else f"{words[:_BEGINNING].rpartition(' ')[0]}…"
    return Page(number, picture(page, _SCALE), f"Page {number} of {len(pdf)} of {title}. {said}".rstrip())


def _picture(page: Page) -> Html:
    return h("img", src=f"data:image/png;base64,{b64encode(page.png).decode()}", alt=page.alt)
