"""Figures of drawing libraries are pictures: real ones of matplotlib and Pillow, stand-ins for others."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.figure import Figure as Drawing
from PIL import Image

from csp_docs import CspDocsError, Figure, ModelError, Picture, check, figure, highlight_report, plan, render

mpl.use("agg")
PNG = Path("tests/pictures/bars.png").read_bytes()


def drawing() -> Drawing:
    drawn = Drawing(figsize=(4, 3))
    drawn.subplots().plot([2012, 2013], [35, 31])
    return drawn


class PlotlyFigure:
    """What plotly documents of ``Figure.to_image``."""

    def to_image(self, format: str | None = None, width: int | None = None, scale: float | None = None) -> bytes:  # noqa: A002
        assert (format, width, scale) == ("png", None, 2)
        return PNG


class AltairChart:
    """What altair documents of ``Chart.save``."""

    def save(self, fp: Any, format: str | None = None, *, scale_factor: float = 1, **kwargs: Any) -> None:  # noqa: A002
        assert (format, scale_factor, kwargs) == ("png", 1, {"ppi": 200})
        fp.write(PNG)


DRAWN: dict[str, Callable[[], Any]] = {
    "a figure of matplotlib": drawing,
    "axes of matplotlib": lambda: drawing().axes[0],
    "a plot of pandas": lambda: pd.DataFrame({"a": [1, 2]}).plot(),
    "a figure of plotly": PlotlyFigure,
    "a chart of altair": AltairChart,
    "an image of Pillow": lambda: Image.new("RGB", (300, 200), "navy"),
    "an open picture": lambda: BytesIO(PNG),
    "the bytes of a picture": lambda: bytearray(PNG),
}


@pytest.mark.parametrize("name", DRAWN)
def test_what_a_library_draws_is_a_picture_wherever_pictures_are(name: str) -> None:
    draw = DRAWN[name]
    shown = figure(draw(), "Burglaries fell to 31.", caption="Burglaries")
    assert isinstance(shown.file, bytes)
    assert shown == figure(draw(), "Burglaries fell to 31.", caption="Burglaries")
    assert shown == Figure(file=draw(), alt="Burglaries fell to 31.", caption="Burglaries")
    assert shown.file == Picture(draw(), "A").file
    assert plan("P", council="harborough").cover_picture(draw(), "A").build().cover_picture == Picture(shown.file, "A")
    report = highlight_report("Burglary", council="harborough").position(shown)
    assert check(report) == []
    assert render(report, "pdf") == render(report, "pdf")
    assert b'alt="Burglaries fell to 31."' in render(report, "html")


@pytest.mark.parametrize("name", DRAWN)
def test_what_a_library_draws_needs_a_text_too(name: str) -> None:
    with pytest.raises(ModelError, match="has no alternative text"):
        figure(DRAWN[name]())
    assert figure(DRAWN[name](), decorative=True).decorative


def test_a_figure_of_matplotlib_has_200_dots_per_inch_and_all_that_is_drawn() -> None:
    drawn = drawing()
    drawn.axes[0].set_title("A title that is much too long for such a small figure, and would be cut on both sides")
    content = figure(drawn, "A").file
    assert isinstance(content, bytes)
    assert Image.open(BytesIO(content)).width > 4 * 200
    assert b"matplotlib" not in content


class NeedsKaleido:
    def to_image(self, **_: Any) -> bytes:
        raise ValueError("\nImage export requires the kaleido package.\nRun pip install kaleido")


class Unsaved:
    def to_image(self, **_: Any) -> str:
        return "<svg/>"


def test_a_figure_that_its_library_cannot_save_says_what_the_library_says() -> None:
    with pytest.raises(ModelError) as caught:
        figure(NeedsKaleido(), "A")
    assert caught.value.fact == (
        "a NeedsKaleido of tests cannot be saved as PNG: Image export requires the kaleido package."
    )
    assert caught.value.hint.startswith("install what tests needs for PNG")
    with pytest.raises(ModelError, match="was not saved as bytes"):
        figure(Unsaved(), "A")
    with pytest.raises(ModelError, match="an Image of PIL cannot be saved as PNG"):
        figure(Image.new("CMYK", (10, 10)), "A")


@pytest.mark.parametrize(
    "value", [31, None, [PNG], Drawing, {"file": "a.png"}], ids=["31", "None", "list", "class", "dict"]
)
def test_what_is_not_a_picture_is_refused(value: Any) -> None:
    with pytest.raises(CspDocsError):
        figure(value, "A")
