"""How far apart two colours look to people with and without a deficiency of colour vision."""

from __future__ import annotations

import math
from functools import cache
from typing import TypeAlias

from csp_docs.theme.colours import linear_rgb

Triple: TypeAlias = tuple[float, float, float]

_EVERY_SIGHT: tuple[tuple[Triple, Triple, Triple], ...] = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
)
"""What people see of linear red, green and blue: without a deficiency, then without the cones for long, medium and
short waves (protanopia, deuteranopia, tritanopia). The matrices are those of Machado, Oliveira and Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer
Graphics 15 (2009), for a severity of 1."""
_TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)
"""The matrix of sRGB (IEC 61966-2-1), and its white, D65."""


def difference(one: str, other: str) -> float:
    """Return the difference (CIE 1976, ΔE*ab) for those people to whom two colours look most alike.

    Colours are six hexadecimal digits. People see a difference of about 2 between areas that touch each other.
    """
    return min(map(math.dist, _seen(one), _seen(other)))


def grey_difference(one: str, other: str) -> float:
    """Return the difference in lightness (0 to 100), which is what a print in grey shows."""
    return abs(_seen(one)[0][0] - _seen(other)[0][0])


@cache
def _seen(colour: str) -> tuple[Triple, ...]:
    """Return the place of a colour in CIE L*a*b*, for each kind of sight."""
    rgb = linear_rgb(colour)
    return tuple(_lab(_shown(_times(matrix, rgb))) for matrix in _EVERY_SIGHT)


def _shown(rgb: Triple) -> Triple:
    red, green, blue = (min(1.0, max(0.0, part)) for part in rgb)
    return red, green, blue


def _lab(rgb: Triple) -> Triple:
    x, y, z = (_response(part / white) for part, white in zip(_times(_TO_XYZ, rgb), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _response(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def _times(matrix: tuple[Triple, Triple, Triple], colour: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return first, second, third
