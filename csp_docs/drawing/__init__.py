"""Diagrams, maps and charts as neutral drawings. They are vectors in the PDF, and shapes and native charts in Word."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csp_docs.drawing.charts import draw_chart
    from csp_docs.drawing.diagrams import draw
    from csp_docs.drawing.graph import Graph
    from csp_docs.drawing.shapes import Box, Drawing, Path, Region, Shape

__all__ = ["Box", "Drawing", "Graph", "Path", "Region", "Shape", "draw", "draw_chart"]

_PLACES = {"Graph": "graph", "draw": "diagrams", "draw_chart": "charts"}
"""The modules of the names, where it is not ``shapes``."""


def __getattr__(name: str) -> object:
    """Return what is called ``name``, imported when asked for: a chart needs no diagrams."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES.get(name, 'shapes')}"), name)
