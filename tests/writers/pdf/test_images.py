"""Pictures come out of the file as they went in: in grey or sRGB, with their transparency, each stored once."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from csp_docs.blocks import Block, Figure, Picture, PictureFormat
from csp_docs.typesetting.sizes import figure_size
from tests.judges.verapdf import faults
from tests.printing import render_pdf
from tests.sample import p
from tests.writers.pdf.making import THEME, document

SIZE = (8, 6)
RED, CLEAR = (200, 30, 40), (10, 20, 30, 0)


def picture(image: Image.Image, format_: PictureFormat = PictureFormat.PNG, **options: object) -> Picture:
    file = io.BytesIO()
    image.save(file, format_.name, **options)
    return Picture(file.getvalue(), format_, *image.size)


def figure(shown: Picture) -> Figure:
    made = Figure(shown, "What is to be seen")
    return Figure(shown, made.alt, size=figure_size(made, THEME))


def opened(*blocks: Block) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render_pdf(document(*blocks), THEME)))


def stored(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    """The image objects of the file, in the order of their names."""
    return [image for _, image in sorted(pdf.pages[0].Resources.XObject.items()) if isinstance(image, pikepdf.Stream)]


def pixels(image: pikepdf.Stream) -> Image.Image:
    return pikepdf.PdfImage(image).as_pil_image()


def interlaced() -> Picture:
    """A red PNG in the seven passes of its interlaced form, which Pillow reads but does not write."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b"".join(
        b"\0" + bytes(RED) * len(range(x, SIZE[0], across))
        for x, y, across, down in passes
        for _ in range(y, SIZE[1], down)
    )
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", *SIZE, 8, 2, 0, 0, 1)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    data = b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
    return Picture(b"\x89PNG\r\n\x1a\n" + data, PictureFormat.PNG, *SIZE)


def sixteen_bits() -> Picture:
    image = Image.new("I;16", SIZE)
    image.putpixel((0, 0), 200 * 256)
    return picture(image)


def palette() -> Image.Image:
    return Image.new("RGB", SIZE, RED).quantize(4)


def half_clear(mode: str) -> Image.Image:
    image = Image.new("RGBA", SIZE, (*RED, 255))
    image.putpixel((0, 0), CLEAR)
    return image.convert(mode)


OPAQUE: dict[str, tuple[Callable[[], Picture], str, object]] = {
    "true colours": (lambda: picture(Image.new("RGB", SIZE, RED)), "/DeviceRGB", RED),
    "a palette": (lambda: picture(palette()), "/DeviceRGB", RED),
    "grey": (lambda: picture(Image.new("L", SIZE, 77)), "/DeviceGray", 77),
    "black and white": (lambda: picture(Image.new("1", SIZE, 1)), "/DeviceGray", 255),
    "grey of 16 bits": (sixteen_bits, "/DeviceGray", 200),
    "interlaced": (interlaced, "/DeviceRGB", RED),
    "an alpha that is opaque": (lambda: picture(Image.new("RGBA", SIZE, (*RED, 255))), "/DeviceRGB", RED),
}
CLEARED: dict[str, Callable[[], Picture]] = {
    "true colours": lambda: picture(half_clear("RGBA")),
    "grey": lambda: picture(half_clear("LA")),
    "one colour that is clear": lambda: picture(Image.new("RGB", SIZE, RED), transparency=RED),
    "a palette": lambda: picture(half_clear("RGBA").quantize(4)),
}


@pytest.mark.parametrize("name", OPAQUE)
def test_an_opaque_png_keeps_its_pixels(name: str) -> None:
    make, space, colour = OPAQUE[name]
    pdf = opened(figure(make()))
    [image] = stored(pdf)
    assert image.ColorSpace == pikepdf.Name(space)
    assert pixels(image).size == SIZE
    assert pixels(image).getpixel((0, 0)) == colour
    assert "/SMask" not in image


@pytest.mark.parametrize("name", CLEARED)
def test_what_is_clear_in_a_png_is_clear_on_the_page(name: str) -> None:
    pdf = opened(figure(CLEARED[name]()))
    [image] = stored(pdf)
    assert isinstance(image.SMask, pikepdf.Stream)
    mask = pixels(image.SMask)
    assert mask.size == SIZE
    assert mask.getpixel((0, 0)) == 0
    assert image.SMask.ColorSpace == pikepdf.Name.DeviceGray


@pytest.mark.parametrize(("mode", "space"), [("RGB", "/DeviceRGB"), ("L", "/DeviceGray")])
@pytest.mark.parametrize("progressive", [True, False])
def test_a_jpeg_stands_in_the_file_as_it_is(mode: str, space: str, progressive: bool) -> None:
    shown = picture(Image.new(mode, SIZE), PictureFormat.JPEG, progressive=progressive)
    pdf = opened(figure(shown))
    [image] = stored(pdf)
    assert image.read_raw_bytes() == shown.data
    assert (image.Filter, image.ColorSpace) == (pikepdf.Name.DCTDecode, pikepdf.Name(space))


def test_equal_pictures_are_stored_once() -> None:
    one, other = (picture(Image.new("RGB", SIZE, colour)) for colour in ("red", "blue"))
    pdf = opened(figure(one), figure(other), figure(picture(Image.new("RGB", SIZE, "red"))))
    assert [pixels(image).getpixel((0, 0)) for image in stored(pdf)] == [(255, 0, 0), (0, 0, 255)]


def test_a_document_without_pictures_names_none() -> None:
    pdf = opened(p("text"))
    assert "/XObject" not in pdf.pages[0].Resources


@pytest.mark.needs("java")
def test_every_kind_of_picture_keeps_both_standards(tmp_path: Path) -> None:
    kinds = [make() for make, _, _ in OPAQUE.values()] + [make() for make in CLEARED.values()]
    kinds += [picture(Image.new(mode, SIZE), PictureFormat.JPEG) for mode in ("RGB", "L")]
    file = tmp_path / "pictures.pdf"
    file.write_bytes(render_pdf(document(*map(figure, kinds)), THEME))
    assert faults([file]) == []
