"""The colours of a picture, in sRGB: what Word and readers of PDF show for a picture without a profile."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageChops, ImageCms

_TRIED = 9
"""How many values of each channel are tried."""
_ALIKE = 3
"""The largest difference, of 255, between colours that nobody can tell apart."""
_DEEP = 2**16
"""The number of values of a channel with 16 bits."""


def in_srgb(image: Image.Image) -> Image.Image:
    """Return a picture with its colours in sRGB (IEC 61966-2-1): ``image`` itself if they are so already.

    A profile that is damaged, or is for another kind of picture, is ignored, as programs that show pictures do.
    """
    if not (content := image.info.get("icc_profile")):
        return image
    pixels = image if image.mode == "CMYK" else plain(image)
    mode = pixels.mode.removesuffix("A")
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(content))
        transform = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), mode, "RGB")
        if _changes_nothing(transform, mode):
            return image
        colours = transform.apply(pixels.convert(mode)).convert("L" if mode == "L" else "RGB")
    except (OSError, ImageCms.PyCMSError):
        return image
    if pixels.mode.endswith("A"):
        colours.putalpha(pixels.getchannel("A"))
    return colours


def plain(image: Image.Image) -> Image.Image:
    """Return a picture in grey or RGB, with or without alpha, with 8 bits for each channel."""
    if image.mode.startswith("I"):
        return _plain_grey(image)
    mode = "L" if image.mode in ("1", "L", "LA") else "RGB"
    return image.convert(f"{mode}A" if image.has_transparency_data else mode)


def _plain_grey(image: Image.Image) -> Image.Image:
    """Return a grey picture that has 16 bits with 8; one of its values may be transparent."""
    deep, clear = image.convert("I"), image.info.get("transparency")
    grey = deep.point([value >> 8 for value in range(_DEEP)], "L")
    if clear is not None:
        grey.putalpha(deep.point([255 * (value != clear) for value in range(_DEEP)], "L"))
    return grey


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Tell whether a change of colours is too small to be seen, as for the profiles of sRGB by many names."""
    if mode == "CMYK":
        return False
    ramp = bytes(range(256)) if mode == "L" else _cube()
    before = Image.frombytes(mode, (len(ramp) // len(mode), 1), ramp)
    after = transform.apply(before)
    return max(ImageChops.difference(before.convert("RGB"), after).tobytes()) <= _ALIKE


def _cube() -> bytes:
    values = [round(255 * step / (_TRIED - 1)) for step in range(_TRIED)]
    return bytes(channel for red in values for green in values for blue in values for channel in (red, green, blue))
