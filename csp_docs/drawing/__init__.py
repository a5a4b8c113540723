"""Diagrams, maps and charts as neutral drawings. They are vectors in the PDF, and shapes and native charts in Word."""

from csp_docs.drawing.charts import draw_chart
from csp_docs.drawing.diagrams import draw
from csp_docs.drawing.graph import Graph
from csp_docs.drawing.shapes import Box, Drawing, Path, Region, Shape

__all__ = ["Box", "Drawing", "Graph", "Path", "Region", "Shape", "draw", "draw_chart"]
