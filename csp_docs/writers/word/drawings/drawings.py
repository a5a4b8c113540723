"""DrawingML in a line of text: its place, its size, and its alternative text."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from lxml import etree

from csp_docs.blocks import Figure
from csp_docs.writers.word.file.elements import NAMESPACES, Xml, root
from csp_docs.writers.word.file.trees import written

Size: TypeAlias = tuple[float, float]
"""Width and height in points."""

_NAMESPACES = NAMESPACES | {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
_PREFIXES = _NAMESPACES | {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "cdr": "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
}
"""The namespaces, with those of charts, which are in separate parts."""
_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The identifier of the mark of a decorative picture ([MS-ODRAWXML], decorative)."""


def d(name: str, /, *children: etree._Element, **attributes: object) -> etree._Element:
    """Return the element called ``name`` ("a:off") with ``children``; attributes have no namespace."""
    tag, prefixes = _named(name)
    element = etree.Element(tag, {key: str(value) for key, value in attributes.items()}, prefixes)
    element.extend(children)
    return element


@cache
def _named(name: str) -> tuple[str, dict[str, str]]:
    """Return the full name of the element called ``name``, and what its prefix means."""
    prefix, _, tag = name.partition(":")
    return f"{{{_PREFIXES[prefix]}}}{tag}", {prefix: _PREFIXES[prefix]}


def part_root(name: str, *children: etree._Element) -> etree._Element:
    """Return the root of a separate part, with the prefixes of everything in it."""
    prefixes = (name.partition(":")[0], "a", "r")
    whole = etree.Element(d(name).tag, nsmap={prefix: _PREFIXES[prefix] for prefix in prefixes})
    whole.extend(children)
    return whole


def document_root(body: Xml) -> Xml:
    """Return ``w:document``; some programs find drawings only by the prefixes on this element."""
    return root("document", body, prefixes=_NAMESPACES)


def in_body(drawing: etree._Element) -> Xml:
    """Return ``drawing`` as text for the body."""
    return written(drawing, _NAMESPACES)


def embedded(relationship: str) -> etree._Element:
    """Return the reference to a picture's file by the id of its relationship."""
    blip = d("a:blip")
    blip.set(f"{{{_NAMESPACES['r']}}}embed", relationship)
    return blip


def emu(points: float) -> int:
    """Return ``points`` in English Metric Units, in which DrawingML measures: 12,700 to a point."""
    return round(points * 12700)


def extent(name: str, size: Size) -> etree._Element:
    """Return the size of a drawing or shape as the element called ``name``."""
    return d(name, cx=emu(size[0]), cy=emu(size[1]))


def frame(offset: Size, size: Size, *others: etree._Element, **attributes: object) -> etree._Element:
    """Return the place of a shape in its group, and its size."""
    return d("a:xfrm", d("a:off", x=emu(offset[0]), y=emu(offset[1])), extent("a:ext", size), *others, **attributes)


def preset(shape: str, *adjusted: etree._Element) -> etree._Element:
    """Return one of the shapes that Word knows by name (ECMA-376 part 1, 20.1.10.56)."""
    return d("a:prstGeom", d("a:avLst", *adjusted), prst=shape)


def inline(figure: Figure, size: Size, number: int, kind: str, content: etree._Element) -> etree._Element:
    """Return ``w:drawing`` with ``content``, a picture or shapes; no other drawing in the file has its ``number``."""
    properties = d("wp:docPr", id=number, name=f"{kind} {number}")
    if figure.decorative:
        decorative(properties)
    else:
        properties.set("descr", figure.alt)
    graphic = d("a:graphic", d("a:graphicData", content, uri=etree.QName(content).namespace))
    margins = dict.fromkeys(("distT", "distB", "distL", "distR"), 0)
    return d("w:drawing", d("wp:inline", extent("wp:extent", size), properties, graphic, **margins))


def decorative(properties: etree._Element) -> etree._Element:
    """Return the ``properties`` of a drawing, marked as decorative, so that screen readers skip it."""
    properties.append(d("a:extLst", d("a:ext", d("adec:decorative", val=1), uri=_EXTENSION)))
    return properties


def alternative(drawing: etree._Element, requires: str) -> etree._Element:
    """Return a run with ``drawing`` for programs that support the namespace ``requires`` (ISO 29500-3, 7.6)."""
    choice = etree.Element(
        f"{{{_NAMESPACES['mc']}}}Choice",
        {"Requires": requires},
        nsmap={prefix: _NAMESPACES[prefix] for prefix in ("mc", requires)},
    )
    choice.append(drawing)
    return d("w:r", d("mc:AlternateContent", choice))
