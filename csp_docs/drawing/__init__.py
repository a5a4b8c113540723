"""Diagrams and charts as neutral drawings: what the PDF paints as vectors, Word shows as shapes and native charts."""

from csp_docs.drawing.charts import draw_chart
from csp_docs.drawing.diagrams import draw
from csp_docs.drawing.graph import Graph
from csp_docs.drawing.shapes import Box, Drawing, Path, Shape

__all__ = ["Box", "Drawing", "Graph", "Path", "Shape", "draw", "draw_chart"]
