"""A map of made-up neighbourhoods: one with a hole, one in two parts, one without a number."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from csp_docs import blocks as b
from csp_docs.api import loads, numbered
from csp_docs.theme.theme import Theme

AREAS = Path(__file__).parents[1] / "examples" / "neighbourhoods.geojson"
VALUES = "{N01: 12, N02: 31, N03: 104, N04: 58, N05: 9, N06: 160, N07: 88, N08: 58, N09: 14, N10: 41, N11: [x], N12: 7}"
MAP = (
    "{areas: neighbourhoods.geojson, key: code, name: name, unit: offences, caption: Crime, source: Police, "
    f"id: hotspots, values: {VALUES}}}"
)
HEAD = """\
kind: plan
council: {council: {name: Anytown Borough Council}}
title: Safer together
sections:
  - title: S
    content:
      - map: """


def composed(yaml: str = MAP, *, folder: Path = AREAS.parent, language: str = "en-GB") -> tuple[b.Document, Theme]:
    """Return the document whose one section holds a map, with its numbers, and its looks."""
    return numbered(loads(f"{HEAD}{yaml}\nlanguage: {language}", str(folder / "plan.yaml")))


def blocks(yaml: str = MAP, *, folder: Path = AREAS.parent, language: str = "en-GB") -> b.Blocks:
    """Return what is printed of a map: its figure, and its table where it has one."""
    document, _ = composed(yaml, folder=folder, language=language)
    *_, section = document.blocks
    assert isinstance(section, b.Section)
    return section.blocks


def shown(yaml: str = MAP, **where: Any) -> b.Figure:
    """Return the figure of a map."""
    figure = blocks(yaml, **where)[0]
    assert isinstance(figure, b.Figure)
    return figure


def square(x: float, y: float, side: float = 1, **members: Any) -> dict[str, Any]:
    """Return a feature with one square; ``x`` and ``y`` are its south-western corner."""
    ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": "A", "properties": {}, "geometry": geometry, **members}


def collection(*features: Any) -> str:
    """Return the text of a GeoJSON file."""
    return json.dumps({"type": "FeatureCollection", "features": features})
