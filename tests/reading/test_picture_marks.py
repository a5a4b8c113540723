"""What describes a picture, or hides in its file, reaches no file of any format: only what is seen does."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from PIL import Image, ImageCms, ImageDraw, ImageOps, TiffImagePlugin

from csp_docs import Appendix, Figure, Foreword, Picture, Plan, Section, Signatory, render
from csp_docs.model.choices import FormatName
from csp_docs.output.formats import FORMATS
from csp_docs.reading.pictures import checked_picture
from tests.reading.test_pictures import BLUE, PAGE, RED, chunk, stored, two_colours
from tests.small import COUNCIL

MARK = "PLANTED-MARK!"  # as long as the description in the profile of ImageCms
BYTES = MARK.encode()
SEEN = two_colours()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
NAMED_PROFILE = PROFILE.replace("sRGB built-in".encode("utf-16-be"), MARK.encode("utf-16-be"))


def exif(orientation: int = 1) -> bytes:
    """Return Exif with an author, a place, a comment, a note of the camera, and words for Windows."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x013B] = made[0x010E] = made[0x8298] = MARK
    made[0x9C9B] = MARK.encode("utf-16-le")
    made.get_ifd(0x8769).update({0x9286: b"ASCII\0\0\0" + BYTES, 0x927C: BYTES})
    made.get_ifd(0x8825).update({1: "N", 2: (TiffImagePlugin.IFDRational(52), 38, 0), 27: BYTES})
    return made.tobytes()


def segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


XMP = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>%s</x:xmpmeta>" % BYTES
JPEG = stored(SEEN, "JPEG", quality=90)
PROGRESSIVE = stored(SEEN, "JPEG", progressive=True)
PNG = stored(SEEN, "PNG")
_AFTER_HEADER = 8 + 25
_SCANS = PROGRESSIVE.index(b"\xff\xda", PROGRESSIVE.index(b"\xff\xda") + 2)
_PIXELS = zlib.decompress(PNG[PNG.index(b"IDAT") + 4 : -16])


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def in_jpeg(*planted: bytes) -> bytes:
    return JPEG[:2] + b"".join(planted) + JPEG[2:]


def in_png(*planted: bytes) -> bytes:
    return PNG[:_AFTER_HEADER] + b"".join(planted) + PNG[_AFTER_HEADER:]


def with_pixels(packed: bytes) -> bytes:
    return PNG[:_AFTER_HEADER] + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


PLANTED = {
    "Exif": stored(SEEN, "JPEG", exif=exif()),
    "Exif of a turned photograph": stored(SEEN, "JPEG", exif=exif(6)),
    "each application segment": in_jpeg(*(segment(0xE0 + number, BYTES) for number in range(16))),
    "JFIF with a thumbnail": in_jpeg(segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\5\1" + BYTES + b"\0\0")),
    "a thumbnail of its own": in_jpeg(segment(0xE0, b"JFXX\0\x10" + BYTES)),
    "XMP": in_jpeg(segment(0xE1, XMP), segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + BYTES)),
    "IPTC": in_jpeg(segment(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0\0\0\0\x12\x1c\2\x50\0\x0d" + BYTES)),
    "after Adobe's flags": in_jpeg(segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + BYTES)),
    "a comment": in_jpeg(segment(0xFE, BYTES)),
    "a comment between scans": PROGRESSIVE[:_SCANS] + segment(0xFE, BYTES) + PROGRESSIVE[_SCANS:],
    "a table that nothing uses": in_jpeg(segment(0xDB, b"\3" + (BYTES * 5)[:64])),
    "after the pixels of a JPEG": JPEG[:-2] + BYTES + JPEG[-2:],
    "after a JPEG": JPEG + BYTES,
    "a second picture": JPEG + in_jpeg(segment(0xFE, BYTES)),
    "a profile of a JPEG": stored(SEEN, "JPEG", icc_profile=NAMED_PROFILE),
    "a grey JPEG": stored(two_colours("L"), "JPEG", exif=exif()),
    "a JPEG for a press": stored(two_colours("CMYK"), "JPEG", exif=exif(3), comment=BYTES),
    "text": in_png(chunk(b"tEXt", b"Author\0" + BYTES), chunk(b"zTXt", b"Author\0\0" + zlib.compress(BYTES))),
    "text in a language": in_png(
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(BYTES)), chunk(b"iTXt", b"a\0\0\0\0\0" + BYTES)
    ),
    "Exif of a PNG": stored(SEEN, "PNG", exif=exif()),
    "Exif of a turned PNG": stored(SEEN, "PNG", exif=exif(8)),
    "a profile of a PNG": in_png(chunk(b"iCCP", BYTES + b"\0\0" + zlib.compress(NAMED_PROFILE))),
    "a palette to choose": in_png(chunk(b"sPLT", BYTES + b"\0\x08"), chunk(b"PLTE", b"--" + BYTES)),
    "chunks of a program": in_png(chunk(b"prVt", BYTES), chunk(b"tIME", struct.pack(">H5B", 2026, 1, 2, 3, 4, 5))),
    "after the end of a PNG": PNG + BYTES,
    "after the pixels": with_pixels(zlib.compress(_PIXELS) + BYTES),
    "more pixels than are seen": with_pixels(zlib.compress(_PIXELS + BYTES)),
    "a palette with what is transparent": stored(two_colours("P"), "PNG", transparency=b"\xff\x00", exif=exif()),
}


def unpacked(data: bytes, depth: int = 3) -> Iterator[bytes]:
    """Yield bytes, and all that they hold in zips and in streams of zlib."""
    yield data
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
    else:
        parts = list(_streams(data))
    for part in parts if depth else ():
        yield from unpacked(part, depth - 1)


def _streams(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        if data[at : at + 1] == b"\x78":
            with suppress(zlib.error):
                if len(found := zlib.decompressobj().decompress(data[at:])) > 4:
                    yield found


def has_mark(data: bytes) -> bool:
    marks = BYTES, MARK.encode("utf-16-le"), MARK.encode("utf-16-be")
    return any(mark in part for part in unpacked(data) for mark in marks)


@pytest.mark.parametrize("data", PLANTED.values(), ids=PLANTED)
def test_a_planted_mark_is_found_in_the_file_and_not_in_what_is_read_of_it(data: bytes) -> None:
    assert has_mark(data) or "P" in opened(data).mode
    picture = checked_picture(data, "the picture", PAGE)
    assert not has_mark(picture.data)
    before = ImageOps.exif_transpose(opened(data)).convert("RGBA")
    after = opened(picture.data).convert("RGBA")
    assert after.size == before.size == (picture.width, picture.height)
    # A turned JPEG is stored anew: its pixels may differ a little where two colours meet.
    for x, y in ((4, 4), (before.width - 5, 4), (4, before.height - 5), (before.width - 5, before.height - 5)):
        pixels = zip(before.getpixel((x, y)), after.getpixel((x, y)), strict=True)  # type: ignore[arg-type]
        assert max(abs(old - new) for old, new in pixels) < 8


WORDS = Image.new("1", (64, 32), 0)
ImageDraw.Draw(WORDS).text((2, 2), "NAME", fill=1)
"""Where there are words, in the left half of a picture from which they are erased."""


def erased(mode: str, clear: int = 0) -> Image.Image:
    """Return a picture with alpha whose left half has words in it, which only ``clear`` hides."""
    image = two_colours("RGBA")
    image.paste((0, 0, 0, 255), mask=WORDS)
    alpha = Image.new("L", image.size, 255)
    alpha.paste(clear, (0, 0, 32, 32))
    image.putalpha(alpha)
    return image.convert(mode)


def in_palette(colours: list[tuple[int, int, int]], clear: bytes = b"") -> bytes:
    """Return a PNG with a palette: its left half has words in colour 1 on colour 0, its right half has colour 2."""
    image = Image.new("P", (64, 32), 0)
    image.putpalette([value for colour in colours for value in colour])
    image.paste(1, mask=WORDS)
    image.paste(2, (32, 0, 64, 32))
    return stored(image, "PNG", **({"transparency": clear} if clear else {}))


def deep() -> bytes:
    """Return a PNG with 16 bits for each channel and words in the lower 8 bits of its transparent pixels."""
    rows = [
        b"\0" + b"".join(b"\x01" + bytes([WORDS.getpixel((x, y))]) + b"\0\0" for x in range(64))  # type: ignore[list-item]
        for y in range(32)
    ]
    header = struct.pack(">IIBBBBB", 64, 32, 16, 4, 0, 0, 0)
    return PNG[:8] + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"".join(rows))) + chunk(b"IEND", b"")


ERASED = {
    "colours": stored(erased("RGBA"), "PNG"),
    "greys": stored(erased("LA"), "PNG"),
    "turned": stored(erased("RGBA"), "PNG", exif=exif(3)),
    "another profile": stored(erased("RGBA"), "PNG", icc_profile=NAMED_PROFILE),
    "two transparent colours": in_palette([RED, (9, 9, 9), BLUE], b"\0\0\xff"),
    "one colour twice": in_palette([RED, RED, BLUE]),
    "one colour twice, as transparent": in_palette([RED, RED, BLUE], b"\x80\x80\xff"),
    "16 bits": deep(),
}


def alike(data: bytes) -> bool:
    """Tell whether pixels of a PNG that look alike are alike, whatever is made of them."""
    looks = [look[3] and look for look in pixels_of(opened(data).convert("RGBA"))]
    return len(set(zip(looks, pixels_of(opened(data)), strict=True))) == len(set(looks)) and data[24] <= 8


def pixels_of(image: Image.Image) -> list[bytes]:
    packed, length = image.tobytes(), len(image.getbands())
    return [packed[at : at + length] for at in range(0, len(packed), length)]


@pytest.mark.parametrize("data", ERASED.values(), ids=ERASED)
def test_what_is_erased_from_a_picture_is_in_no_pixel_of_it(data: bytes) -> None:
    assert not alike(data)
    made = checked_picture(data, "it", PAGE).data
    assert alike(made)
    before, after = ImageOps.exif_transpose(opened(data)).convert("RGBA"), opened(made).convert("RGBA")
    assert after.getchannel("A").tobytes() == before.getchannel("A").tobytes()
    paper = Image.new("RGBA", before.size, "white")
    seen = [Image.alpha_composite(paper, image).tobytes() for image in (before, after)]
    assert seen[0] == seen[1]


def test_what_is_nearly_transparent_is_seen_and_stays() -> None:
    data = stored(erased("RGBA", clear=1), "PNG")
    assert opened(checked_picture(data, "it", PAGE).data).tobytes() == opened(data).tobytes()


def test_pixels_stay_packed_as_they_are_if_nothing_is_erased() -> None:
    image = erased("RGBA")
    image.paste((7, 7, 7, 0), (0, 0, 32, 32))
    for data in (stored(image, "PNG"), in_palette([RED, (9, 9, 9), BLUE], b"\xff\0\xff")):
        assert data[data.index(b"IDAT") : data.index(b"IEND")] in checked_picture(data, "it", PAGE).data


def test_colours_of_a_palette_that_no_pixel_has_are_left_out() -> None:
    spare = [tuple(BYTES[at : at + 3].ljust(3)) for at in range(0, len(BYTES), 3)]
    data = in_palette([RED, (9, 9, 9), BLUE, *spare], b"\xff\xff\xff" + BYTES)  # type: ignore[list-item]
    assert has_mark(data)
    made = checked_picture(data, "it", PAGE).data
    assert not has_mark(made)
    assert opened(made).convert("RGBA").tobytes() == opened(data).convert("RGBA").tobytes()


def plan(folder: Path, file: Path) -> Plan:
    """Return a plan into which a picture comes in every way."""
    (folder / "inner.yaml").write_text(
        f"kind: plan\ntitle: T\ncouncil: {{council: {{name: C}}}}\nsections:\n- title: S\n  content:\n"
        f"  - figure: {{file: {file.name}, alt: It}}\n"
    )
    from csp_docs import load

    shown = Picture(file, alt="It")
    return Plan(
        "T",
        council=COUNCIL,
        foreword=Foreword(["Words."], Signatory(name="N", portrait=shown, signature=shown)),
        sections=[Section("S", [Figure(file=file, alt="It"), Figure(file=file.read_bytes(), alt="It")])],
        appendices=[Appendix("A", document=load(folder / "inner.yaml"))],
    )


@pytest.mark.parametrize("form", [name for name in FORMATS if name not in ("xlsx", "csv")])
def test_the_photograph_with_a_place_has_no_mark_in_any_format(form: FormatName, tmp_path: Path) -> None:
    for number, data in enumerate(PLANTED.values()):
        (tmp_path / f"{number}.png").write_bytes(data)
    for number, name in ((0, "jpg"), (1, "turned jpg"), (17, "png"), (20, "turned png"), (24, "after png")):
        written = render(plan(tmp_path, tmp_path / f"{number}.png"), form)
        assert not has_mark(written), name


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_upright_as_its_orientation_says(form: str, orientation: int) -> None:
    image = Image.new("RGB", (48, 32), "white")
    image.paste("black", (0, 0, 16, 16))  # only one corner is black
    data = stored(image, form, exif=exif(orientation))
    right, made = ImageOps.exif_transpose(opened(data)), opened(checked_picture(data, "it", PAGE).data)
    assert made.size == right.size
    assert [made.getpixel(at) for at in corners(made)] == [right.getpixel(at) for at in corners(right)]


def corners(image: Image.Image) -> list[tuple[int, int]]:
    return [(x, y) for x in (2, image.width - 3) for y in (2, image.height - 3)]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_turned(mode: str) -> None:
    image = two_colours(mode) if mode != "I;16" else Image.new("I;16", (64, 32), 40_000)
    data = stored(image, "PNG", exif=exif(6))
    made = opened(checked_picture(data, "it", PAGE).data)
    right = image.convert("RGB") if mode != "I;16" else Image.new("RGB", (64, 32), (156, 156, 156))
    assert made.convert("RGB").tobytes() == right.transpose(Image.Transpose.ROTATE_270).tobytes()


def swapped(profile: bytes) -> bytes:
    """Return a profile in which what is called red is blue."""
    return profile.replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")


@pytest.mark.parametrize(("form", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB")])
def test_colours_of_another_profile_become_those_of_srgb(form: str, mode: str) -> None:
    data = stored(two_colours(mode), form, icc_profile=swapped(NAMED_PROFILE))
    made = opened(checked_picture(data, "it", PAGE).data)
    assert "icc_profile" not in made.info
    red, _, blue, *_ = made.convert("RGBA").getpixel((4, 16))  # type: ignore[misc]
    assert blue > 150 > 100 > red


def linear_grey() -> bytes:
    """Return a profile for grey pictures in which a value is a share of the light (ICC.1:2010, 7 and 10.5)."""
    curve = b"curv" + bytes(8)  # without values: the identity
    white = b"XYZ " + bytes(4) + struct.pack(">iii", 63190, 65536, 54061)
    tags = struct.pack(">I4sII4sII", 2, b"kTRC", 156, 12, b"wtpt", 168, 20)
    kind = b"mntrGRAYXYZ ".ljust(24, b"\0") + b"acsp"
    header = struct.pack(">II4s", 188, 0, b"\2\x20\0\0") + kind + bytes(28) + struct.pack(">iii", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + tags + curve + white


@pytest.mark.parametrize(("form", "mode"), [("PNG", "L"), ("PNG", "LA"), ("JPEG", "L")])
def test_greys_of_another_profile_become_those_of_srgb(form: str, mode: str) -> None:
    image = Image.new(mode, (64, 32), (55, 90)[: len(mode)])
    made = opened(checked_picture(stored(image, form, icc_profile=linear_grey()), "it", PAGE).data)
    assert made.mode == mode
    assert made.getpixel((4, 4)) == pytest.approx((128, 90) if mode == "LA" else 128, abs=1)


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_pixels_stay_as_transparent_as_they_are(mode: str) -> None:
    image = two_colours(mode)
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    profile = linear_grey() if mode == "LA" else swapped(NAMED_PROFILE)
    made = opened(checked_picture(stored(image, "PNG", icc_profile=profile), "it", PAGE).data)
    assert made.getchannel("A").tobytes() == image.getchannel("A").tobytes()


def test_a_grey_value_that_is_transparent_stays_so_in_16_bits() -> None:
    image = Image.new("I;16", (64, 32), 40_000)
    image.paste(7, (0, 0, 32, 32))  # Pillow writes both bytes of each value
    made = opened(checked_picture(stored(image, "PNG", transparency=0x0707), "it", PAGE).data)
    assert [made.convert("RGBA").getpixel(at) for at in ((4, 4), (60, 4))] == [(255, 255, 255, 0), (156, 156, 156, 255)]


@pytest.mark.parametrize("rgb", [True, False])
def test_a_jpeg_keeps_its_way_of_coding_colours(rgb: bool) -> None:
    data = stored(SEEN, "JPEG", keep_rgb=rgb, restart_marker_blocks=1)
    without = data.replace(segment(0xEE, b"Adobe\0\x64\0\0\0\0\0"), b"")  # the names of the components say so too
    for given in (data, without):
        assert opened(checked_picture(given, "it", PAGE).data).tobytes() == opened(given).tobytes()
