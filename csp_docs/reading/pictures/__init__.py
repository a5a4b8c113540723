"""Pictures from files: checked, upright, in sRGB or grey, and with nothing that cannot be seen."""

from __future__ import annotations

from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile, get_sampling
from PIL.PngImagePlugin import PngImageFile

from csp_docs.blocks import Picture, PictureFormat, Vector
from csp_docs.errors import Code, CspDocsError, Problem
from csp_docs.reading.faults import shortened
from csp_docs.reading.folder import Folder
from csp_docs.reading.pictures import jpeg, png
from csp_docs.reading.pictures.colours import in_srgb
from csp_docs.reading.pictures.room import Room, is_drawing, is_too_large, smaller

MOST_BYTES = 20_000_000
LONGEST_SHAPE = 50
"""The largest ratio of the longer side of a picture to the shorter side."""
MOST_PIXELS = 40_000_000
FEWEST_DOTS = 100
"""The fewest dots per inch at which a printed picture does not look coarse."""

_ORIENTATION = 0x0112
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned upright, by its orientation (Exif 2.3, 4.6.4)."""
_COLOURS_OF_A_SCREEN = ("L", "RGB")
_JPEG = b"\xff\xd8\xff"
_LARGEST_QUANTUM = 255


class PictureError(CspDocsError):
    """A picture cannot be printed. It has a ``fact`` and a ``hint`` for the author."""

    def __init__(self, fact: str, hint: str) -> None:
        self.fact, self.hint = fact, hint
        super().__init__([Problem(Code.PICTURE_UNREADABLE, fact, hint)])


def read_picture(file: str, folder: Folder, room: Room) -> Picture | Vector:
    """Return the picture in a file of a folder. Raises LoadError if there is no such file, and PictureError."""
    return picture_or_drawing(folder.read(file, most=MOST_BYTES), f'the picture "{shortened(Path(file).name)}"', room)


def picture_or_drawing(data: bytes, called: str, room: Room) -> Picture | Vector:
    """Return the picture in a file's content, or its drawing (SVG) as shapes, which are all that is kept of it.

    Raises CspDocsError, with what it is ``called``.
    """
    if data.startswith((png.START, _JPEG)):
        return checked_picture(data, called, room)
    from csp_docs.reading.pictures.svg import is_svg, read_svg

    return read_svg(data, called) if is_svg(data) else checked_picture(data, called, room)


def checked_picture(data: bytes, called: str, room: Room) -> Picture:
    """Return the picture in a file's content, upright, with its size in pixels. The same content gives the same bytes.

    A photograph with more pixels than its ``room`` needs is made smaller, for all formats alike.

    It has only what is seen: no Exif, places, comments, names, thumbnails, profiles or bytes after its end, and no
    colours of pixels that are transparent. The packed pixels are the file's own, unless they are turned (Exif), are not
    in sRGB or grey, are too many, or differ where nobody sees it: then the picture is stored anew.
    Raises PictureError, with what the picture is ``called``, for content that is not PNG or JPEG, is damaged, is
    animated or is too large: the size is read before anything is unpacked.
    """
    if len(data) > MOST_BYTES:
        raise PictureError(f"{called} is larger than 20 MB", "save a smaller copy")
    if not data.startswith((png.START, _JPEG)):
        raise PictureError(f"{called} is not PNG, JPEG or SVG", "save it as PNG, JPEG or SVG")
    try:
        return _png(data, called, room) if data.startswith(png.START) else _jpeg(data, called, room)
    except PictureError:
        raise
    except Exception as error:  # a damaged file may raise any exception
        raise PictureError(f"{called} is damaged", "open it in a program and save it again") from error


def coarse(picture: Picture, width: float) -> str:
    """Return the warning for a picture that has under 100 dots per inch at a width of ``width`` points, or ""."""
    dots = picture.width / width * 72
    if dots >= FEWEST_DOTS:
        return ""
    wanted = ceil(width / 72 * FEWEST_DOTS)
    return f"the picture has {dots:.0f} dots per inch and will look coarse: use one that is {wanted} pixels wide"


# Pillow's classes are called by name: Image.open would check the size with its own limits, and issue a warning.


def _png(data: bytes, called: str, room: Room) -> Picture:
    image = PngImageFile(BytesIO(data))
    _judge_size(image, called)
    if getattr(image, "is_animated", False):
        raise PictureError(f"{called} is animated", "save one frame of it")
    image.verify()  # checks the checksums; the picture must then be opened again
    image = PngImageFile(BytesIO(data))
    image.load()
    seen = _upright(in_srgb(image), image)
    seen = smaller(seen, room) if is_too_large(seen, room) and not is_drawing(seen) else seen
    # The writer of PDF could not show 16 bits of which one value is transparent.
    kept = seen is image and not (image.mode.startswith("I") and image.has_transparency_data)
    content = (png.only_picture(data, image) if kept else None) or png.stored(seen)
    return Picture(content, PictureFormat.PNG, seen.width, seen.height)


def _jpeg(data: bytes, called: str, room: Room) -> Picture:
    image = JpegImageFile(BytesIO(data))
    _judge_size(image, called)
    image.load()
    seen = _upright(in_srgb(image), image)
    seen = smaller(seen, room) if is_too_large(seen, room) else seen
    content = jpeg.only_picture(data)
    if _ends_early(content, image):
        raise PictureError(f"{called} is damaged: a part of it is missing", "open the original and save it again")
    if seen is not image or image.mode not in _COLOURS_OF_A_SCREEN or _holds_more(content, image):
        content = jpeg.only_picture(_stored_anew(seen, image))
    return Picture(content, PictureFormat.JPEG, seen.width, seen.height)


def _judge_size(image: Image.Image, called: str) -> None:
    if image.width * image.height > MOST_PIXELS:
        size = f"{image.width:,} x {image.height:,} pixels"
        raise PictureError(f"{called} has {size}; the most is 40 million pixels", "save a smaller copy")
    if max(image.size) > LONGEST_SHAPE * min(image.size):
        size = f"{image.width:,} x {image.height:,} pixels"
        raise PictureError(f"{called} has {size} and would look like a line", "crop it in another way")


def _upright(shown: Image.Image, image: Image.Image) -> Image.Image:
    """Return ``shown`` turned by the orientation of ``image``; itself if that says nothing that can be read."""
    try:
        turned = _TURNED.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # what describes a picture may be damaged in any way
        return shown
    return shown if turned is None else shown.transpose(turned)


def _ends_early(content: bytes, image: JpegImageFile) -> bool:
    """Tell whether coded pixels of a JPEG are missing before its end: libjpeg makes them up, and raises no error."""
    if jpeg.lacks_scans(content):
        return True
    # Without its application segments, a picture in other colours than those of a screen looks different.
    whole = image if image.mode in _COLOURS_OF_A_SCREEN else JpegImageFile(BytesIO(content))
    return JpegImageFile(BytesIO(jpeg.with_more(content))).tobytes() != whole.tobytes()


def _holds_more(content: bytes, image: JpegImageFile) -> bool:
    """Tell whether a JPEG has more than its picture: a table of quantization, or an end, that changes nothing seen."""
    if set(image.quantization) - {table for _, _, _, table in image.layer}:
        return True
    try:
        return JpegImageFile(BytesIO(jpeg.without_end(content))).tobytes() == image.tobytes()
    except OSError:  # the end is missed
        return False


def _stored_anew(seen: Image.Image, image: JpegImageFile) -> bytes:
    """Return what is ``seen`` of a JPEG, compressed as that was, so that no loss is visible.

    A file is stored in the same way on every machine: libjpeg-turbo keeps the sums of what it writes the same in all
    its versions. Turning the picture where it is drawn would keep its bytes, but Word and LibreOffice leave different
    room for a turned picture in a line.
    """
    colours = seen if seen.mode in _COLOURS_OF_A_SCREEN else seen.convert("RGB")
    used = list(dict.fromkeys(table for _, _, _, table in image.layer))[:2]
    tables = [[min(step, _LARGEST_QUANTUM) for step in image.quantization[table]] for table in used]
    content = BytesIO()
    colours.save(content, "JPEG", qtables=tables, subsampling=get_sampling(image))
    return content.getvalue()
