"""Drawn pictures as elements of SVG, made from their shapes."""

from __future__ import annotations

from csp_docs.blocks import Figure, Vector
from csp_docs.drawing.vectors import looks, path_data
from csp_docs.typesetting.sizes import POINTS_PER_PIXEL
from csp_docs.writers.html.elements import Html, h, joined


def vector_html(figure: Figure, vector: Vector) -> Html:
    """Return a drawn picture, which is heard as its description."""
    shapes = joined(h("path", d=path_data(shape.steps), **_named(looks(shape))) for shape in vector.shapes)
    width, height = (f"{max(1, round(side / POINTS_PER_PIXEL))}" for side in figure.size)
    box = f"0 0 {vector.width:g} {vector.height:g}"
    heard = {"aria_hidden": "true"} if figure.decorative else {"role": "img", "aria_label": figure.alt}
    return h("svg", shapes, viewBox=box, width=width, height=height, class_="vector", **heard)


def _named(attributes: dict[str, str]) -> dict[str, str]:
    return {name.replace("-", "_"): value for name, value in attributes.items()}
