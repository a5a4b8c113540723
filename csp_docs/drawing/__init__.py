"""Diagrams as one neutral drawing: what the PDF paints as vectors, Word shows as shapes."""

from csp_docs.drawing.diagrams import draw
from csp_docs.drawing.shapes import Box, Drawing, Path, Shape

__all__ = ["Box", "Drawing", "Path", "Shape", "draw"]
