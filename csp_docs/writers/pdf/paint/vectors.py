"""Drawn pictures as content streams: lines and curves, sharp at every size."""

from __future__ import annotations

from csp_docs.blocks import Step, Vector, VectorShape
from csp_docs.writers.pdf.objects import operands
from csp_docs.writers.pdf.paint.paint import Painter

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def paint_vector(painter: Painter, vector: Vector, left: float, bottom: float, width: float, height: float) -> None:
    """Paint a picture so that it fills a box; what is outside its area is cut off."""
    across, up = width / vector.width, height / vector.height
    box = f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re W n"
    matrix = f"{across:.5f} 0 0 {-up:.5f} {left:.2f} {bottom + height:.2f} cm"
    painter.operators.append(f"q {box} {matrix}\n{' '.join(map(_shape, vector.shapes))} Q")


def _shape(shape: VectorShape) -> str:
    fill = f"{operands(shape.fill)} rg " if shape.fill else ""
    edge = f"{operands(shape.stroke)} RG {shape.line:.3f} w " if shape.stroke else ""
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[bool(shape.fill), bool(shape.stroke)]
    star = "*" if shape.even_odd and shape.fill else ""
    return f"{fill}{edge}{' '.join(map(_step, shape.steps))} {paint}{star}"


def _step(step: Step) -> str:
    kind, *values = step
    return " ".join((*(f"{float(value):.2f}" for value in values), _OPERATORS[str(kind)]))
