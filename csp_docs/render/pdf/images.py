"""Pictures as image objects (ISO 32000-1, 8.9.5): a JPEG as it is, a PNG as its pixels, in grey or sRGB."""

from __future__ import annotations

import io

from attrs import frozen
from PIL import Image as pillow  # noqa: N813

from csp_docs.blocks import Picture, PictureFormat
from csp_docs.render.pdf.objects import Objects

_DEEP = 256
"""Values of 16 bits for each of 8."""


@frozen
class Image:
    """A picture as it is stored. ``space`` is RGB or Gray; ``alpha`` is empty where all is opaque.

    ``resource`` is its name on pages.
    """

    resource: str
    width: int
    height: int
    space: str
    data: bytes
    alpha: bytes = b""
    is_jpeg: bool = False

    @classmethod
    def of(cls, picture: Picture, resource: str) -> Image:
        """Return ``picture`` as it is stored."""
        with pillow.open(io.BytesIO(picture.data)) as pixels:
            if picture.format is PictureFormat.JPEG and pixels.mode in ("L", "RGB"):
                space = "Gray" if pixels.mode == "L" else "RGB"
                return cls(resource, *pixels.size, space, picture.data, is_jpeg=True)
            space, data, alpha = _plain(pixels)
            return cls(resource, *pixels.size, space, data, alpha)

    def write(self, objects: Objects) -> int:
        """Return the number of the image object; transparency is a soft mask (ISO 19005-2, 6.2.10)."""
        entries = self._entries(self.space)
        if self.alpha:
            entries += f"/SMask {objects.stream(self._entries('Gray'), self.alpha)} 0 R"
        if self.is_jpeg:
            return objects.stream(f"{entries}/Filter/DCTDecode", self.data, compress=False)
        return objects.stream(entries, self.data)

    def _entries(self, space: str) -> str:
        size = f"/Width {self.width}/Height {self.height}"
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
