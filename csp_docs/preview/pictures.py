"""The pages of a PDF as pictures, made when they are asked for."""

from __future__ import annotations

from io import BytesIO
from threading import Lock

import pypdfium2
from attrs import define, field

_SCALE = 2
"""How many pixels a point has: enough for a sharp page in a third of a wide screen."""
_ONE_AT_A_TIME = Lock()
"""PDFium may be called by one thread at a time."""


@define(eq=False)
class Pages:
    """The pages of a PDF."""

    pdf: bytes
    sizes: tuple[tuple[int, int], ...] = field(init=False)
    """The width and height of each, in points."""

    @sizes.default
    def _measured(self) -> tuple[tuple[int, int], ...]:
        with _ONE_AT_A_TIME, pypdfium2.PdfDocument(self.pdf) as file:
            return tuple((round(width), round(height)) for width, height in map(file.get_page_size, range(len(file))))

    def picture(self, number: int) -> bytes:
        """Return a page, the first is 0, as PNG."""
        with _ONE_AT_A_TIME, pypdfium2.PdfDocument(self.pdf) as file:
            painted = file[number].render(scale=_SCALE).to_pil()
        content = BytesIO()
        painted.save(content, "PNG", compress_level=1)  # it goes no further than this computer
        return content.getvalue()
