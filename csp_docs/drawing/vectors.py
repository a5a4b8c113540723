"""Drawn pictures for writers: their outlines, and the whole picture as a file."""

from __future__ import annotations

from csp_docs.blocks import Step, Vector, VectorShape

_PLAIN = 2
"""The decimal places of lengths in a file; the picture is some hundred units wide."""


def path_data(steps: tuple[Step, ...], places: int = _PLAIN) -> str:
    """Return an outline as the attribute ``d`` of SVG.

    >>> path_data((("M", 0.0, 1.5), ("L", 10.0, 1.0), ("Z",)))
    'M0 1.5L10 1Z'
    """
    return "".join(f"{kind}{' '.join(_number(float(value), places) for value in values)}" for kind, *values in steps)


def whole_svg(vector: Vector) -> bytes:
    """Return a picture as an SVG file, with nothing but its shapes."""
    box = f"0 0 {_number(vector.width, _PLAIN)} {_number(vector.height, _PLAIN)}"
    size = f'width="{_number(vector.width, _PLAIN)}" height="{_number(vector.height, _PLAIN)}"'
    shapes = "".join(map(_element, vector.shapes))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size}>{shapes}</svg>'.encode()


def looks(shape: VectorShape) -> dict[str, str]:
    """Return the attributes of SVG that say how a shape looks."""
    edge = {"stroke": f"#{shape.stroke}", "stroke-width": _number(shape.line, _PLAIN)} if shape.stroke else {}
    rule = {"fill-rule": "evenodd"} if shape.even_odd else {}
    return {"fill": f"#{shape.fill}" if shape.fill else "none", **rule, **edge}


def _element(shape: VectorShape) -> str:
    attributes = {"d": path_data(shape.steps), **looks(shape)}
    return f"<path {' '.join(f'{name}={chr(34)}{value}{chr(34)}' for name, value in attributes.items())}/>"


def _number(value: float, places: int) -> str:
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
