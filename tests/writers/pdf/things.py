"""Figures and what else is set apart, for the tests of the PDF writer."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
import pytest
from attrs import evolve
from PIL import Image

from csp_docs.blocks import Block, Caption, Diagram, DiagramItem, DiagramKind, Figure, Frame, Pending, Picture
from csp_docs.blocks import PictureFormat as Format
from csp_docs.typesetting.sizes import figure_size
from tests.sample import t
from tests.writers.pdf.making import THEME, render

PENDING = Pending("[photograph]", "The press office owes a photograph.", "press office", "photograph")


def picture(width: int = 40, height: int = 20) -> Picture:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(file, "PNG")
    return Picture(file.getvalue(), Format.PNG, width, height)


def figure(content: Picture | Diagram | Frame, caption: str = "", **changes: Any) -> Figure:
    """A figure of its size, with alternative text unless it is a frame."""
    alt = "" if isinstance(content, Frame) else "What is to be seen"
    made = evolve(Figure(content, alt, caption=Caption("Figure", t(caption), 1) if caption else None), **changes)
    return evolve(made, size=figure_size(made, THEME))


def steps(*texts: str) -> Diagram:
    return Diagram(DiagramKind.STEPS, tuple(map(DiagramItem, texts)))


def painted(kind: str, *blocks: Block) -> list[dict[str, Any]]:
    """What is painted of one ``kind`` between the margins of all pages: image, rect, curve, char."""
    with pdfplumber.open(io.BytesIO(render(*blocks))) as pdf:
        shapes = [shape for page in pdf.pages for shape in page.objects.get(kind, [])]
    foot = THEME.page.height - THEME.page.bottom
    return [shape for shape in shapes if THEME.page.top - 1 <= shape["top"] and shape["bottom"] <= foot + 1]


def rgb(colour: str) -> tuple[float, ...]:
    """Six hexadecimal digits as pdfplumber shows them."""
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))


def coloured(colour: str, *blocks: Block) -> list[dict[str, Any]]:
    """The rectangles filled with ``colour``."""
    found = painted("rect", *blocks)
    return [
        rect for rect in found if rect["fill"] and rect["non_stroking_color"] == pytest.approx(rgb(colour), abs=1e-3)
    ]
