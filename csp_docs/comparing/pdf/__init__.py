"""The words of a PDF: in the order of its tags, or page by page where it has none."""

from __future__ import annotations

from csp_docs.comparing.pdf.file import PdfFile
from csp_docs.comparing.pdf.tagged import Tagged, is_tagged
from csp_docs.comparing.pdf.untagged import read_pages
from csp_docs.comparing.reading import NEVER, Pieces, Reading, reading, refused

_ALWAYS = ("running heads and feet", "page numbers", "repeated header rows", "line breaks and spacing", *NEVER)
_UNTAGGED = "descriptions of pictures, as the file has no tags; its words are in the order in which they were painted"
_MOST_UNREADABLE = 0.02
"""The share of letters that may be without a meaning; more is a text that nobody can copy."""
_UNKNOWN = "\ufffd"


def read(file: str, content: bytes) -> Reading:
    """Return the words of a PDF. Raises CspDocsError if it cannot be read."""
    with PdfFile.opened(file, content) as pdf:
        found = Pieces()
        if is_tagged(pdf):
            Tagged(pdf, found).read()
        tagged = bool(found.text)
        found = found if tagged else read_pages(pdf)
        _check(file, found)
        found.titles += pdf.titles()
        always = _ALWAYS if tagged else (*_ALWAYS, _UNTAGGED)
        return reading(file, "PDF", found, pdf.stated(), always, describes=tagged)


def _check(file: str, found: Pieces) -> None:
    """Refuse a file without words, or with letters that it does not name."""
    text = "".join([piece.text for piece in (*found.text, *found.notes)])
    if not text.strip():
        fact = "the PDF has no words in it; its pages may be pictures"
        raise refused(file, fact, "compare the file that was printed or scanned, or have its words recognised (OCR)")
    unknown = text.count(_UNKNOWN)
    if unknown > _MOST_UNREADABLE * len(text):
        fact = f"the PDF does not say which letters its fonts print: {unknown:,} of {len(text):,} are not known"
        raise refused(file, fact, "export it again with text that can be copied")
    if unknown:
        found.but_for.append(
            f"{unknown:,} letters that the file does not name"
            if unknown > 1
            else "a letter that the file does not name"
        )
