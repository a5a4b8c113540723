"""DrawingML in a line of text: its place, its size, and its alternative text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from csp_docs.blocks import Figure
from csp_docs.writers.word.file.elements import NAMESPACES, Xml, element, root, worded

Size: TypeAlias = tuple[float, float]
"""Width and height in points."""

_NAMESPACES = NAMESPACES | {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
PREFIXES = _NAMESPACES | {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "cdr": "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
}
"""The namespaces, with those of charts, which are in separate parts."""
_REQUIRED = re.compile(' Requires="([^"]+)"')
_DRAWN = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The identifier of a picture that is also there as SVG ([MS-ODRAWXML], svgBlip)."""
_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The identifier of the mark of a decorative picture ([MS-ODRAWXML], decorative)."""


def d(name: str, /, *children: Xml, **attributes: object) -> Xml:
    """Return the element called ``name`` ("a:off") with ``children``; attributes have no namespace."""
    return element(name, children, attributes)


def part_root(name: str, *children: Xml) -> Xml:
    """Return the root of a separate part, with the prefixes of everything in it."""
    known = {prefix: PREFIXES[prefix] for prefix in (name.partition(":")[0], "a", "r")}
    return root(name, *(declared(child, known) for child in children), prefixes=known)


def document_root(body: Xml) -> Xml:
    """Return ``w:document``; some programs find drawings only by the prefixes on this element."""
    return root("w:document", body, prefixes=_NAMESPACES)


def in_body(drawing: Xml) -> Xml:
    """Return ``drawing`` for the body."""
    return declared(drawing, _NAMESPACES)


def declared(xml: Xml, known: Mapping[str, str] = NAMESPACES) -> Xml:
    """Return ``xml`` for a part whose root says what the ``known`` prefixes mean: elements say that of others."""
    others = "|".join(sorted(PREFIXES.keys() - known.keys()))
    scopes = [frozenset[str]()]

    def declaring(tag: re.Match[str]) -> str:
        end, name, prefix, rest = tag.groups()
        if end:
            scopes.pop()
            return tag[0]
        new = [one for one in (prefix, *_REQUIRED.findall(rest)) if one not in known and one not in scopes[-1]]
        if not rest.endswith("/"):
            scopes.append(scopes[-1].union(new))
        meanings = "".join(f' xmlns:{one}="{PREFIXES[one]}"' for one in new)
        return f"<{name}{meanings}{rest}>"

    return Xml(re.sub(f"<(/?)(({others}):[^ />]+)([^>]*)>", declaring, xml))


def embedded(relationship: str, drawn: str = "") -> Xml:
    """Return the reference to a picture's file by the id of its relationship, and to the same one ``drawn`` (SVG)."""
    svg = element("asvg:svgBlip", (), {"r:embed": drawn})
    extension = [d("a:extLst", d("a:ext", svg, uri=_DRAWN))] if drawn else []
    return element("a:blip", extension, {"r:embed": relationship})


def emu(points: float) -> int:
    """Return ``points`` in English Metric Units, in which DrawingML measures: 12,700 to a point."""
    return round(points * 12700)


def extent(name: str, size: Size) -> Xml:
    """Return the size of a drawing or shape as the element called ``name``."""
    return d(name, cx=emu(size[0]), cy=emu(size[1]))


def frame(offset: Size, size: Size, *others: Xml, **attributes: object) -> Xml:
    """Return the place of a shape in its group, and its size."""
    return d("a:xfrm", d("a:off", x=emu(offset[0]), y=emu(offset[1])), extent("a:ext", size), *others, **attributes)


def preset(shape: str, *adjusted: Xml) -> Xml:
    """Return one of the shapes that Word knows by name (ECMA-376 part 1, 20.1.10.56)."""
    return d("a:prstGeom", d("a:avLst", *adjusted), prst=shape)


def inline(figure: Figure, size: Size, number: int, kind: str, content: Xml) -> Xml:
    """Return ``w:drawing`` with ``content``, a picture or shapes; no other drawing in the file has its ``number``."""
    properties = described(figure, number, kind)
    margins = dict.fromkeys(("distT", "distB", "distL", "distR"), 0)
    return d("w:drawing", d("wp:inline", extent("wp:extent", size), properties, graphic(content), **margins))


def anchored(properties: Xml, size: Size, content: Xml, height: int) -> Xml:
    """Return the drawing of ``content`` under the text at the top left corner of the paper."""
    anchor = d(
        "wp:anchor",
        d("wp:simplePos", x=0, y=0),
        _at("H"),
        _at("V"),
        extent("wp:extent", size),
        d("wp:wrapNone"),
        properties,
        graphic(content),
        **dict.fromkeys(("distT", "distB", "distL", "distR", "simplePos", "locked"), 0),
        relativeHeight=height,
        behindDoc=1,
        layoutInCell=0,
        allowOverlap=1,
    )
    return d("w:drawing", anchor)


def _at(axis: str) -> Xml:
    """Return the place on one axis: the edge of the paper."""
    return d(f"wp:position{axis}", worded("wp:posOffset", "0"), relativeFrom="page")


def described(figure: Figure, number: int, kind: str) -> Xml:
    """Return the properties of a drawing with the alternative text of ``figure``."""
    words = {} if figure.decorative else {"descr": figure.alt}
    extension = [decorative()] if figure.decorative else []
    return d("wp:docPr", *extension, id=number, name=f"{kind} {number}", **words)


def graphic(content: Xml) -> Xml:
    """Return ``a:graphic`` with ``content``, of the kind that its namespace says."""
    namespace = PREFIXES[content[1 : content.index(":")]]
    return d("a:graphic", d("a:graphicData", content, uri=namespace))


def decorative() -> Xml:
    """Return the property of a drawing that is decorative, so that screen readers skip it."""
    return d("a:extLst", d("a:ext", d("adec:decorative", val=1), uri=_EXTENSION))


def alternative(drawing: Xml, requires: str, *others: Xml) -> Xml:
    """Return a run with ``drawing`` for programs that support the namespace ``requires`` (ISO 29500-3, 7.6).

    The other ones show what is in ``others``, if there is anything.
    """
    fallback = [d("mc:Fallback", *others)] if others else []
    return d("w:r", d("mc:AlternateContent", d("mc:Choice", drawing, Requires=requires), *fallback))
