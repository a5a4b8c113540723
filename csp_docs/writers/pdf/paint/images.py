"""Pictures as image objects (ISO 32000-1, 8.9.5): a JPEG as it is, a PNG as its pixels, in grey or sRGB."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from csp_docs.blocks import Picture, PictureFormat
from csp_docs.records import record
from csp_docs.writers.pdf.objects import Objects

if TYPE_CHECKING:
    from PIL import Image as pillow  # noqa: N813

_DEEP = 256
"""The number of 16-bit values for each 8-bit value."""


@record
class Image:
    """A picture, and the name of its ``resource`` on pages."""

    resource: str
    picture: Picture

    def write(self, objects: Objects) -> int:
        """Return the number of the image object; transparency is a soft mask (ISO 19005-2, 6.2.10).

        The pixels are unpacked only now, one picture after the other, because they need memory.
        """
        from PIL import Image as pillow  # noqa: N813

        with pillow.open(io.BytesIO(self.picture.data)) as pixels:
            if self.picture.format is PictureFormat.JPEG:
                entries = self._entries("Gray" if pixels.mode == "L" else "RGB")
                return objects.stream(f"{entries}/Filter/DCTDecode", self.picture.data, compress=False)
            space, data, alpha = _plain(pixels)
        mask = f"/SMask {objects.stream(self._entries('Gray'), alpha)} 0 R" if alpha else ""
        return objects.stream(self._entries(space) + mask, data)

    def _entries(self, space: str) -> str:
        size = f"/Width {self.picture.width}/Height {self.picture.height}"
        return f"/Type/XObject/Subtype/Image{size}/ColorSpace/Device{space}/BitsPerComponent 8"


def _plain(pixels: pillow.Image) -> tuple[str, bytes, bytes]:
    """Return the colour space, the colours and the alpha of ``pixels``, 8 bits each."""
    alpha = b""
    if pixels.has_transparency_data:
        pixels = pixels.convert("RGBA")
        mask = pixels.getchannel("A")
        alpha = b"" if mask.getextrema() == (255, 255) else mask.tobytes()
    if pixels.mode.startswith("I"):
        pixels = pixels.convert("I").point(lambda value: value / _DEEP)
    grey = pixels.mode in ("1", "L", "I")
    return ("Gray" if grey else "RGB"), pixels.convert("L" if grey else "RGB").tobytes(), alpha
