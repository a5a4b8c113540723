"""Photographs with more pixels than their page needs are made smaller, once, for all formats."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from attrs import evolve
from PIL import Image, ImageChops, ImageDraw, ImageOps, ImageStat

from csp_docs import Figure, Foreword, Picture, Plan, Section, Signatory, render
from csp_docs import blocks as b
from csp_docs.reading.pictures import checked_picture
from csp_docs.reading.pictures.room import Room
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.sizes import figure_size
from tests.reading.test_picture_marks import exif
from tests.reading.test_pictures import stored
from tests.small import COUNCIL

ROOM = (120.0, 120.0)
"""In this room, 500 pixels are 300 dots per inch."""


def photo(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return a picture with very many colours."""
    few = Image.frombytes("RGB", (16, 12), Random(1).randbytes(3 * 16 * 12))
    return few.resize((width, height), Image.Resampling.BILINEAR).convert(mode)


def read(data: bytes, room: Room = ROOM) -> b.Picture:
    return checked_picture(data, "it", room)


def opened(picture: b.Picture) -> Image.Image:
    return Image.open(BytesIO(picture.data))


@pytest.mark.parametrize(
    ("size", "room", "made"),
    [
        ((500, 375), ROOM, (500, 375)),
        ((501, 375), ROOM, (367, 274)),
        ((375, 501), ROOM, (274, 367)),
        ((501, 375), (240.0, 90.0), (501, 375)),
        ((600, 600), (72.0, 480.0), (220, 220)),
        ((600, 600), (480.0, 72.0), (220, 220)),
        ((2_500, 50), ROOM, (367, 7)),
        ((2_500, 50), (10.0, 480.0), (31, 1)),
    ],
)
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_photograph_with_more_than_300_dots_per_inch_has_220(
    form: str, size: tuple[int, int], room: Room, made: tuple[int, int]
) -> None:
    picture = read(stored(photo(*size), form), room)
    assert (picture.width, picture.height) == opened(picture).size == made
    assert picture.format.value == form.lower()


def test_a_photograph_that_is_not_too_large_keeps_its_bytes() -> None:
    data = stored(photo(900, 600), "JPEG")
    assert read(data, (216, 216)).data == data


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_smaller_photograph_looks_as_before(mode: str) -> None:
    data = stored(photo(600, 450, mode), "JPEG", quality=95)
    after = opened(read(data, (72, 72)))
    assert after.mode == ("L" if mode == "L" else "RGB")
    before = Image.open(BytesIO(data)).convert("RGB").resize(after.size, Image.Resampling.BOX)
    differences = ImageStat.Stat(ImageChops.difference(before, after.convert("RGB")))
    assert max(differences.mean) < 3


@pytest.mark.parametrize(("form", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("JPEG", "RGB"), ("JPEG", "L")])
def test_the_same_photograph_is_the_same_on_every_machine(form: str, mode: str) -> None:
    """The numbers were made with Pillow 13.0 on x86-64."""
    image = photo(600, 450, mode)
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    made = opened(read(stored(image, form), (72, 72)))
    assert made.size == (220, 165)
    assert sha256(made.tobytes()).hexdigest()[:16] == SAME[form, mode]


SAME = {
    ("PNG", "RGB"): "a03767cb52dc89fe",
    ("PNG", "RGBA"): "11a0ed2f24373a53",
    ("JPEG", "RGB"): "5fdf748844e5e02b",
    ("JPEG", "L"): "f12bdbeb8ed0a1ee",
}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_turned_before_it_is_fitted(orientation: int) -> None:
    data = stored(photo(900, 600), "JPEG", exif=exif(orientation))
    picture = read(data, (72, 720))
    turned = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    assert picture.width == 220
    assert picture.height == round(220 * turned.height / turned.width)
    assert not opened(picture).getexif()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_drawing_keeps_its_pixels_however_many_there_are(mode: str) -> None:
    image = Image.new("RGB", (600, 450), "white")
    ImageDraw.Draw(image).ellipse((50, 50, 500, 400), fill="navy", outline="red", width=9)
    data = stored(image.convert(mode) if mode != "I;16" else Image.new(mode, image.size, 40_000), "PNG")
    assert read(data, (72, 72)).width == 600


def test_no_colour_below_transparent_pixels_is_in_a_smaller_picture() -> None:
    shown = photo(600, 450, "RGBA")
    shown.putalpha(Image.new("L", shown.size, 255))
    clear = Image.new("L", shown.size, 255)
    ImageDraw.Draw(clear).rectangle((150, 150, 450, 350), fill=0)
    made = []
    for hidden in ("black", "white"):
        image = shown.copy()
        image.paste(hidden, (150, 150, 451, 351))
        image.putalpha(clear)
        made.append(read(stored(image, "PNG"), (72, 72)).data)
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("size", "share"),
    [
        ((2_016, 1_512), 0.0),
        ((1_512, 2_116), 0.0),
        ((1_001, 703), 0.5),
        ((1_001, 703), 0.1),
        ((2_500, 51), 1.0),
        ((51, 2_500), 1.0),
    ],
)
def test_a_figure_has_the_size_on_paper_that_it_had_with_all_pixels(size: tuple[int, int], share: float) -> None:
    theme = Theme()
    room = (share or 1) * theme.page.text_width, theme.tallest_figure
    made = read(stored(Image.new("RGB", size), "JPEG"), room)
    figure = b.Figure(made, alt="It", width=share)
    whole = evolve(figure, content=evolve(made, width=size[0], height=size[1]))
    assert made.width < size[0]
    across = 1 if size[0] > size[1] else 0
    assert figure_size(figure, theme)[1 - across] == pytest.approx(figure_size(whole, theme)[1 - across], rel=0.04)
    assert figure_size(figure, theme)[across] <= room[across]


def test_all_formats_have_the_same_small_pictures(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(stored(photo(1_200, 800), "JPEG"))
    shown = Picture(file, alt="It")
    plan = Plan(
        "T",
        council=COUNCIL,
        foreword=Foreword(["Words."], Signatory(name="N", portrait=shown, signature=shown)),
        sections=[Section("S", [Figure(file=file, alt="It", width=width) for width in ("50%", "10%")])],
    )
    page = render(plan, "html").decode()
    pictures = [b64decode(data) for data in re.findall(r"data:image/jpeg;base64,([^\"]+)", page)]
    widths = [Image.open(BytesIO(data)).width for data in pictures]
    theme = Theme()
    assert [round(width / 220 * 72) for width in widths[:2]] == [round(h * 1.5) for h in (110, 44)]
    assert widths[2:] == [round(theme.page.text_width * share / 72 * 220) for share in (0.5, 0.1)]
    with ZipFile(BytesIO(render(plan, "docx"))) as word:
        assert {word.read(name) for name in word.namelist() if name.endswith(".jpeg")} == set(pictures)
    pdf = render(plan, "pdf")
    assert all(data in pdf for data in pictures)
