"""What all parts of a chart share: elements, texts, fills and lines in the looks of the theme (DrawingML)."""

from __future__ import annotations

from attrs import frozen
from lxml import etree

from csp_docs.blocks import Chart
from csp_docs.drawing.palette import Dash
from csp_docs.drawing.scale import Scale, places, scale
from csp_docs.render.word.drawings import d, emu
from csp_docs.theme import TextStyle, Theme

_HUNDREDTHS = 100
"""DrawingML measures type in hundredths of a point."""


@frozen
class ChartSetting:
    """A chart with what its parts need to know: looks, language, axis and how its numbers are printed."""

    chart: Chart
    theme: Theme
    language: str

    @property
    def scale(self) -> Scale:
        """The axis of values."""
        return scale(self.chart)

    @property
    def value_format(self) -> str:
        """How the values are printed, as a number format of Excel's (ISO/IEC 29500-1, 18.8.31)."""
        return number_format(self.chart.unit, places(self.chart))

    @property
    def tick_format(self) -> str:
        """How the numbers at the axis are printed."""
        return number_format(self.chart.unit, self.scale.places)

    def words(self, colour: str = "text") -> etree._Element:
        """Return how words of a chart look; none is turned."""
        style = self.theme.cell
        face = self.fill(colour), d("a:latin", typeface=self.theme.fonts.word)
        plain = d("a:pPr", d("a:defRPr", *face, sz=_hundredths(style), b=int(style.bold)))
        end = d("a:endParaRPr", lang=self.language)
        return c("txPr", d("a:bodyPr", rot=0, vert="horz"), d("a:lstStyle"), d("a:p", plain, end))

    def title(self, words: str, **body: object) -> etree._Element:
        """Return the title of an axis."""
        size = d(
            "a:rPr",
            self.fill("text"),
            d("a:latin", typeface=self.theme.fonts.word),
            lang=self.language,
            sz=_hundredths(self.theme.cell),
            b=0,
        )
        text = d("a:t")
        text.text = words
        rich = c("rich", d("a:bodyPr", **body), d("a:lstStyle"), d("a:p", d("a:r", size, text)))
        return c("title", c("tx", rich), v("overlay", 0))

    def fill(self, colour: str) -> etree._Element:
        """Return the fill with a ``colour`` of the theme."""
        return d("a:solidFill", d("a:srgbClr", val=self.theme.colour(colour)))

    def line(self, colour: str, width: float, dash: Dash = Dash.SOLID) -> etree._Element:
        """Return a line of so many points."""
        return d("a:ln", self.fill(colour), v("a:prstDash", dash.value), d("a:round"), w=emu(width))


def c(tag: str, *children: etree._Element, **attributes: object) -> etree._Element:
    """Return ``c:tag``, an element of a chart."""
    return d(f"c:{tag}", *children, **attributes)


def v(name: str, value: object) -> etree._Element:
    """Return the element called ``name`` that only holds a ``value``; without a prefix it is one of a chart."""
    return d(name if ":" in name else f"c:{name}", val=value)


def no_fill() -> etree._Element:
    """Return the looks of what is not painted."""
    return c("spPr", d("a:noFill"), d("a:ln", d("a:noFill")))


def number_format(unit: str, places: int) -> str:
    """Return the format of numbers with so many decimal ``places``; the units % and £ stand at each number."""
    plain = "#,##0" + ("." + "0" * places if places else "")
    if unit == "£":
        return f'"£"{plain};-"£"{plain}'
    return f'{plain}"%"' if unit == "%" else plain


def _hundredths(style: TextStyle) -> int:
    return round(style.size * _HUNDREDTHS)
