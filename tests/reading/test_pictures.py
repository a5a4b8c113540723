"""Pictures from files: what is taken, how it is turned upright, and what hostile or damaged files are told."""

from __future__ import annotations

import os
import random
import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from csp_docs.blocks import Picture, PictureFormat
from csp_docs.errors import LoadError
from csp_docs.reading.folder import Folder
from csp_docs.reading.pictures import PictureError, coarse, read_picture
from csp_docs.reading.pictures.room import Room

RED, BLUE = (220, 20, 20), (20, 20, 220)


def two_colours(mode: str = "RGB") -> Image.Image:
    """Return a picture twice as wide as high: its left half is red, its right half blue."""
    image = Image.new("RGB", (64, 32), RED)
    image.paste(BLUE, (32, 0, 64, 32))
    return image.convert(mode)


def stored(image: Image.Image, form: str, **options: object) -> bytes:
    data = BytesIO()
    image.save(data, form, **options)
    return data.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    """Return a PNG whose header says what it likes: there need be no such pixels behind it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


PNG, JPEG = stored(two_colours(), "PNG"), stored(two_colours(), "JPEG")


PAGE = (460.0, 500.0)
"""Room for a figure on a page, in points."""


def read(folder: Path, data: bytes, name: str = "map.png", room: Room = PAGE) -> Picture:
    (folder / name).write_bytes(data)
    picture = read_picture(name, Folder(folder, folder), room)
    assert isinstance(picture, Picture)
    return picture


def is_red(picture: Picture, x: int, y: int) -> bool:
    colour = Image.open(BytesIO(picture.data)).convert("RGB").getpixel((x, y))
    assert isinstance(colour, tuple)
    red, _, blue = colour
    return red > 150 > 100 > blue


def told(folder: Path, data: bytes, name: str = "map.png") -> str:
    with pytest.raises(PictureError) as caught:
        read(folder, data, name)
    assert caught.value.hint
    return caught.value.fact


PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where the pixels of each pass of an interlaced PNG are: its first column and row, and the steps (PNG, 8.2)."""


def interlaced(width: int, height: int) -> bytes:
    """Return a red PNG in seven passes, which Pillow reads but does not write."""
    rows = b"".join(
        b"\0" + b"\xff\0\0" * len(range(left, width, across))
        for left, top, across, down in PASSES
        for _ in range(top, height, down)
        if left < width
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(3, 3), (8, 5), (17, 40), (33, 2)])
def test_an_interlaced_png_is_taken_as_it_is(size: tuple[int, int], tmp_path: Path) -> None:
    assert read(tmp_path, interlaced(*size)).data == interlaced(*size)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_is_taken_as_it_is(mode: str, tmp_path: Path) -> None:
    image = two_colours(mode) if mode != "I;16" else Image.new("I;16", (64, 32))
    data = stored(image if mode != "P" else image.quantize(2), "PNG")  # a palette without colours that no pixel has
    assert read(tmp_path, data) == Picture(data, PictureFormat.PNG, 64, 32)


@pytest.mark.parametrize("mode", ["L", "RGB"])
@pytest.mark.parametrize("progressive", [True, False])
def test_a_jpeg_is_taken_as_it_is(mode: str, progressive: bool, tmp_path: Path) -> None:
    data = stored(two_colours(mode), "JPEG", progressive=progressive)
    assert read(tmp_path, data) == Picture(data, PictureFormat.JPEG, 64, 32)


def test_the_content_says_what_a_picture_is_not_the_name(tmp_path: Path) -> None:
    assert read(tmp_path, PNG, "photo.jpg").format is PictureFormat.PNG
    assert read(tmp_path, JPEG, "photo").format is PictureFormat.JPEG


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_photo_that_was_stored_turned_stands_upright(orientation: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = stored(two_colours(), "JPEG", exif=exif)
    picture = read(tmp_path, data)
    assert picture.format is PictureFormat.JPEG
    assert (picture.width, picture.height) == {3: (64, 32), 6: (32, 64), 8: (32, 64)}[orientation]
    x, y = {3: (60, 16), 6: (16, 4), 8: (16, 60)}[orientation]
    assert is_red(picture, x, y)
    assert not is_red(picture, picture.width - 1 - x, picture.height - 1 - y)
    assert not Image.open(BytesIO(picture.data)).getexif()
    assert read(tmp_path, data) == picture


def test_a_photo_that_says_that_it_stands_upright_keeps_its_pixels(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 1
    assert read(tmp_path, stored(two_colours(), "JPEG", exif=exif)).data == JPEG


def test_colours_for_a_printing_press_become_those_of_a_screen(tmp_path: Path) -> None:
    picture = read(tmp_path, stored(two_colours("CMYK"), "JPEG", icc_profile=b"a profile for inks"))
    seen = Image.open(BytesIO(picture.data))
    assert (seen.format, seen.mode, seen.size) == ("JPEG", "RGB", (64, 32))
    assert "icc_profile" not in seen.info
    assert is_red(picture, 4, 16)
    assert not is_red(picture, 60, 16)


def test_a_profile_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    picture = read(tmp_path, stored(two_colours(), "JPEG", icc_profile=b"a profile"))
    assert picture.data == JPEG


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7",
        stored(two_colours(), "GIF"),
        stored(two_colours(), "BMP"),
        stored(two_colours(), "TIFF"),
        stored(two_colours(), "WEBP"),
    ],
)
def test_other_files_are_refused_whatever_their_name(data: bytes, tmp_path: Path) -> None:
    assert told(tmp_path, data) == 'the picture "map.png" is not PNG, JPEG or SVG'


@pytest.mark.parametrize(
    "data",
    [
        PNG[:8],
        PNG[:40],
        PNG[:-20],
        PNG[:-12],
        PNG[:60] + b"\0\0\0\0" + PNG[64:],
        JPEG[:3],
        JPEG[:200],
        JPEG[:-40],
        png(0, 5),
        png(5, 0),
        png(5, 5, b"too few"),
    ],
)
def test_a_damaged_picture_is_told(data: bytes, tmp_path: Path) -> None:
    assert told(tmp_path, data) == 'the picture "map.png" is damaged'


NOISE = Image.frombytes("RGB", (120, 80), random.Random(1).randbytes(3 * 120 * 80))
STORED: tuple[dict[str, Any], ...] = ({}, {"progressive": True}, {"restart_marker_rows": 1}, {"optimize": True})


@pytest.mark.parametrize("options", STORED, ids=str)
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_with_an_end_but_not_all_of_its_pixels_is_damaged(
    mode: str, options: dict[str, Any], tmp_path: Path
) -> None:
    data = stored(NOISE.convert(mode), "JPEG", **options)
    scan = data.index(b"\xff\xda")
    for part in (0.3, 0.6, 0.9, 0.98):
        cut = data[: scan + int((len(data) - scan) * part)].rstrip(b"\xff") + b"\xff\xd9"
        assert told(tmp_path, cut).startswith('the picture "map.png" is damaged')


@pytest.mark.parametrize("options", STORED, ids=str)
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_whole_jpeg_is_taken(mode: str, options: dict[str, Any], tmp_path: Path) -> None:
    for image in (NOISE, two_colours().resize((333, 77)), Image.new("RGB", (9, 17), RED)):
        assert read(tmp_path, stored(image.convert(mode), "JPEG", **options)).width == image.width
        assert read(tmp_path, stored(image.convert(mode), "JPEG", **options) + b"more").width == image.width


@pytest.mark.parametrize("size", [(1, 51), (5_100, 100)])
def test_a_picture_that_would_be_a_mere_line_is_refused(size: tuple[int, int], tmp_path: Path) -> None:
    assert "would look like a line" in told(tmp_path, png(*size))


@pytest.mark.parametrize("size", [(20_000, 20_000), (2**31 - 1, 2**31 - 1), (40_000_001, 1)])
def test_a_png_with_too_many_pixels_is_refused_by_its_header(size: tuple[int, int], tmp_path: Path) -> None:
    assert told(tmp_path, png(*size)) == (
        f'the picture "map.png" has {size[0]:,} x {size[1]:,} pixels; the most is 40 million pixels'
    )


def test_a_jpeg_with_too_many_pixels_is_refused_by_its_header(tmp_path: Path) -> None:
    sizes = JPEG.index(b"\xff\xc0") + 5
    data = JPEG[:sizes] + struct.pack(">HH", 20_000, 20_000) + JPEG[sizes + 4 :]
    assert "20,000 x 20,000 pixels" in told(tmp_path, data)


def test_a_moving_png_is_refused(tmp_path: Path) -> None:
    moving = stored(two_colours(), "PNG", save_all=True, append_images=[Image.new("RGB", (64, 32))])
    assert told(tmp_path, moving) == 'the picture "map.png" is animated'


def test_a_file_of_more_than_20_mb_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "map.png").open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(PictureError, match="larger than 20 MB"):
        read_picture("map.png", Folder(tmp_path, tmp_path), PAGE)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "loop.png").symlink_to("loop.png")
    for name in ("none.png", "pipe.png", "loop.png", "."):
        with pytest.raises(LoadError, match=r"there is no file|cannot be found"):
            read_picture(name, Folder(tmp_path, tmp_path), PAGE)


@pytest.mark.parametrize("data", [PNG, JPEG])
def test_bytes_changed_at_random_give_a_picture_or_a_clear_error(data: bytes, tmp_path: Path) -> None:
    rolled = random.Random(3)
    for _ in range(300):
        broken = bytearray(data)
        for _ in range(rolled.randint(1, 4)):
            broken[rolled.randrange(3, len(broken))] = rolled.randrange(256)
        with suppress(PictureError):
            assert read(tmp_path, bytes(broken)).width > 0


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (72, ""),
        (144, ""),
        (145, "the picture has 99 dots per inch and will look coarse: use one that is 202 pixels wide"),
        (288, "the picture has 50 dots per inch and will look coarse: use one that is 400 pixels wide"),
    ],
)
def test_a_picture_that_prints_coarse_is_told(width: float, said: str) -> None:
    assert coarse(Picture(b"", PictureFormat.PNG, 200, 100), width) == said
