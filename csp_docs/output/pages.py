"""The pages of a PDF as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_ONE_AT_A_TIME = Lock()
"""PDFium may be called by one thread at a time."""


@contextmanager
def opened(pdf: bytes) -> Iterator[PdfDocument]:
    """Open a PDF; no other thread can open one meanwhile. Raises ModuleNotFoundError without pypdfium2."""
    from pypdfium2 import PdfDocument  # only notebooks and the preview have it

    with _ONE_AT_A_TIME, PdfDocument(pdf) as file:
        yield file


def picture(page: PdfPage, scale: float, *, compression: int = 6) -> bytes:
    """Return a page of an opened PDF as PNG; each point has ``scale`` pixels."""
    png = BytesIO()
    page.render(scale=scale).to_pil().save(png, "PNG", compress_level=compression)
    return png.getvalue()
