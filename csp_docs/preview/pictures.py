"""The pages of a PDF as pictures, made when they are asked for."""

from __future__ import annotations

from attrs import define, field

from csp_docs.output.pages import opened, picture

_SCALE = 2
"""How many pixels a point has: enough for a sharp page in a third of a wide screen."""


@define(eq=False)
class Pages:
    """The pages of a PDF."""

    pdf: bytes
    sizes: tuple[tuple[int, int], ...] = field(init=False)
    """The width and height of each, in points."""

    @sizes.default
    def _measured(self) -> tuple[tuple[int, int], ...]:
        with opened(self.pdf) as file:
            return tuple((round(width), round(height)) for width, height in map(file.get_page_size, range(len(file))))

    def picture(self, number: int) -> bytes:
        """Return a page, the first is 0, as PNG."""
        with opened(self.pdf) as file:
            return picture(file[number], _SCALE, compression=1)  # it goes no further than this computer
