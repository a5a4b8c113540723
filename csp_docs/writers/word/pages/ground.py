"""The background under the text, anchored in a header: a watermark as Word writes it, and the tint of a cover."""

from __future__ import annotations

from lxml import etree

from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import placed_watermark
from csp_docs.writers.word.drawings.drawings import (
    alternative,
    anchored,
    d,
    declared,
    decorative,
    frame,
    preset,
)
from csp_docs.writers.word.file.elements import Xml, run, w
from csp_docs.writers.word.file.measures import painted
from csp_docs.writers.word.file.trees import written

_FIRST_DRAWING, _FIRST_WATERMARK, _FIRST_CONTROL = 100_000, 357_476_642, 1_800_000_000
"""The first numbers of drawings in headers, so that none has the same number as a drawing in the text."""

_WORDART = """
<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>
<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom"
 o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>
<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>
"""
"""The shape that Word calls WordArt 136 (plain text), exactly as Word writes it."""

_VML = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}


def watermark(text: str, theme: Theme, number: int) -> Xml:
    """Return the content control of a watermark; no other header of the file has its ``number``."""
    properties = w(
        "sdtPr",
        w("id", val=_FIRST_CONTROL + number),
        w("docPartObj", w("docPartGallery", val="Watermarks"), w("docPartUnique")),
    )
    picture = w("pict", written(etree.fromstring(_WORDART)), written(_shape(text, theme, number)))
    return w("sdt", properties, w("sdtContent", run([w("noProof")], picture)))


def _shape(text: str, theme: Theme, number: int) -> etree._Element:
    look, letters = theme.watermark, placed_watermark(text, theme)
    place = {
        "position": "absolute", "margin-left": "0", "margin-top": "0", "width": f"{letters.width:.1f}pt",
        "height": f"{letters.height:.1f}pt", "rotation": f"{360 - look.angle:g}", "z-index": "-251658752",
        "mso-position-horizontal": "center", "mso-position-horizontal-relative": "page",
        "mso-position-vertical": "center", "mso-position-vertical-relative": "page",
    }  # fmt: skip
    shape = _vml("v:shape", id=f"PowerPlusWaterMarkObject{_FIRST_WATERMARK + number}", style=_css(place))
    shape.set(f"{{{_VML['o']}}}spid", f"_x0000_s{2048 + number}")
    shape.set(f"{{{_VML['o']}}}allowincell", "f")
    for name, value in {"type": "#_x0000_t136", "fillcolor": f"#{theme.colour(look.colour)}", "stroked": "f"}.items():
        shape.set(name, value)
    font = {"font-family": f'"{theme.fonts.word}"', "font-size": "1pt"}
    # "trim": the letters fill the shape; without it, Word leaves the space above and below a line (part 4, 19.1.2.23)
    shape.append(_vml("v:textpath", style=_css(font), trim="t", string=text))
    shape.append(_vml("w10:wrap", anchorx="page", anchory="page"))
    return shape


def _css(values: dict[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in values.items())


def _vml(name: str, **attributes: str) -> etree._Element:
    prefix, _, tag = name.partition(":")
    return etree.Element(f"{{{_VML[prefix]}}}{tag}", attributes, nsmap=_VML)


def backdrop(theme: Theme, number: int) -> list[Xml]:
    """Return the runs with the ground of a cover, and its bar if it has one, under the text."""
    page, look = theme.page, theme.cover
    shapes = [_rectangle(_FIRST_DRAWING + 2 * number, (page.width, page.height), painted(theme, look.tint), 1)]
    if look.bar:
        bar = (look.bar, page.height), painted(theme, look.accent)
        shapes.append(_rectangle(_FIRST_DRAWING + 2 * number + 1, *bar, 2))
    return list(map(declared, shapes))


def _rectangle(number: int, size: tuple[float, float], colour: Xml, height: int) -> Xml:
    """Return the run of a rectangle at the top left corner of the paper, ``height`` layers above the lowest."""
    fill = d("a:solidFill", colour)
    look = d("wps:spPr", frame((0, 0), size), preset("rect"), fill, d("a:ln", d("a:noFill")))
    shape = d("wps:wsp", d("wps:cNvSpPr"), look, d("wps:bodyPr"))
    properties = d("wp:docPr", decorative(), id=number, name=f"Cover {number}")
    return alternative(anchored(properties, size, shape, height), "wps")
