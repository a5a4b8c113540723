"""Pictures from files, with checks that both writers can print them."""

from __future__ import annotations

from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile, get_sampling
from PIL.PngImagePlugin import PngImageFile

from csp_docs.blocks import Picture, PictureFormat
from csp_docs.reading.folder import Folder

MOST_BYTES = 20_000_000
LONGEST_SHAPE = 50
"""The largest ratio of the longer side of a picture to the shorter side."""
MOST_PIXELS = 40_000_000
FEWEST_DOTS = 100
"""The fewest dots per inch at which a printed picture does not look coarse."""

_ORIENTATION = 0x0112
_COLOURS_OF_A_SCREEN = ("L", "RGB")
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


class PictureError(ValueError):
    """A picture cannot be printed. It has a ``fact`` and a ``hint`` for the author."""

    def __init__(self, fact: str, hint: str) -> None:
        self.fact, self.hint = fact, hint
        super().__init__(fact, hint)

    def __str__(self) -> str:
        return f"{self.fact} ({self.hint})"


def read_picture(file: str, folder: Folder) -> Picture:
    """Return the picture in a file of a folder, upright, with its size in pixels. The same file gives the same bytes.

    The bytes are the file's own. Only a JPEG that is rotated (EXIF) or is not in RGB or grey (CMYK) is saved again,
    with the tables of its own compression. Raises LoadError if there is no such file. Raises PictureError for content
    that is not PNG or JPEG, is damaged, is animated or is too large: the size is read before anything is unpacked.
    """
    name, data = Path(file).name, folder.read(file, most=MOST_BYTES)
    if len(data) > MOST_BYTES:
        raise PictureError(f'the picture "{name}" is larger than 20 MB', "save a smaller copy")
    if not data.startswith((_PNG, _JPEG)):
        raise PictureError(f'the picture "{name}" is not PNG or JPEG', "save it as PNG or JPEG")
    try:
        return _png(data, name) if data.startswith(_PNG) else _jpeg(data, name)
    except PictureError:
        raise
    except Exception as error:  # a damaged file may raise any exception
        raise PictureError(f'the picture "{name}" is damaged', "open it in a program and save it again") from error


def coarse(picture: Picture, width: float) -> str:
    """Return the warning for a picture that has under 100 dots per inch at a width of ``width`` points, or ""."""
    dots = picture.width / width * 72
    if dots >= FEWEST_DOTS:
        return ""
    wanted = ceil(width / 72 * FEWEST_DOTS)
    return f"the picture has {dots:.0f} dots per inch and will look coarse: use one that is {wanted} pixels wide"


# Pillow's classes are called by name: Image.open would check the size with its own limits, and issue a warning.


def _png(data: bytes, name: str) -> Picture:
    image = PngImageFile(BytesIO(data))
    _judge_size(image, name)
    if getattr(image, "is_animated", False):
        raise PictureError(f'the picture "{name}" is animated', "save one frame of it")
    image.verify()  # checks the checksums; the picture must then be opened again
    image = PngImageFile(BytesIO(data))
    image.load()
    return Picture(data, PictureFormat.PNG, image.width, image.height)


def _jpeg(data: bytes, name: str) -> Picture:
    image = JpegImageFile(BytesIO(data))
    _judge_size(image, name)
    image.load()
    return Picture(data, PictureFormat.JPEG, image.width, image.height) if _as_seen(image) else _stored_anew(image)


def _judge_size(image: Image.Image, name: str) -> None:
    if image.width * image.height > MOST_PIXELS:
        size = f"{image.width:,} x {image.height:,} pixels"
        raise PictureError(f'the picture "{name}" has {size}; the most is 40 million pixels', "save a smaller copy")
    if max(image.size) > LONGEST_SHAPE * min(image.size):
        size = f"{image.width:,} x {image.height:,} pixels"
        raise PictureError(f'the picture "{name}" has {size} and would look like a line', "crop it in another way")


def _as_seen(image: JpegImageFile) -> bool:
    """Tell whether a JPEG is upright and in RGB or grey, so that its bytes can go into any file."""
    return image.getexif().get(_ORIENTATION, 1) == 1 and image.mode in _COLOURS_OF_A_SCREEN


def _stored_anew(image: JpegImageFile) -> Picture:
    """Return a JPEG upright and in RGB, compressed as before, so that no loss is visible."""
    colours = image.mode if image.mode in _COLOURS_OF_A_SCREEN else "RGB"
    profile = image.info.get("icc_profile") if colours == image.mode else None
    upright = ImageOps.exif_transpose(image).convert(colours)
    upright.info.clear()
    stored = BytesIO()
    tables, sampling = image.quantization, get_sampling(image)
    upright.save(stored, "JPEG", qtables=tables, subsampling=sampling, icc_profile=profile)
    return Picture(stored.getvalue(), PictureFormat.JPEG, upright.width, upright.height)
