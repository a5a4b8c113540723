"""The chart as a picture, by Matplotlib: python-docx and docxtpl have no charts of their own."""

from __future__ import annotations

from io import BytesIO

from matplotlib.figure import Figure  # without pyplot, which takes longer to import

from benchmarks.blocks import Chart


def picture_of(block: Chart) -> BytesIO:
    """Return a PNG of the chart."""
    figure, picture = Figure(figsize=(6.3, 3.2), layout="constrained"), BytesIO()
    axes = figure.add_subplot()
    axes.bar_label(axes.bar(block["categories"], block["values"], color="#1d70b8"))
    axes.set_title(block["title"])
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(picture, format="png", dpi=150)
    picture.seek(0)
    return picture
