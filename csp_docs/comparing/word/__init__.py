"""The words of a Word file: its text with the numbers that Word prints, its notes, and its descriptions of pictures."""

from __future__ import annotations

from csp_docs.comparing.files import Parts
from csp_docs.comparing.reading import NEVER, Pieces, Reading, reading, refused
from csp_docs.comparing.word.body import Body
from csp_docs.comparing.word.package import Package

_ALWAYS = ("running heads and feet", "page numbers of contents", "breaks of lines and pages, and spacing", *NEVER)


def read(file: str, content: bytes) -> Reading:
    """Return the words of a Word file. Raises CspDocsError if it cannot be read."""
    package = Package(Parts(file, content))
    found = Pieces()
    try:
        Body(package, found).read()
    except RecursionError:
        raise refused(file, "the file is nested too deeply to be read", "save it again in Word") from None
    return reading(file, "Word", found, package.stated(), _ALWAYS)
