"""ReportLab's Platypus: contents by building twice, an outline, a chart of its own; no tags and no embedded fonts."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, PropertySet
from reportlab.lib.units import cm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    ListItem,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

from benchmarks import blocks as b

FONT, BOLD = "Helvetica", "Helvetica-Bold"
BODY = ParagraphStyle("Body", fontName=FONT, fontSize=12, leading=15, spaceAfter=6)
CELL = ParagraphStyle("Cell", BODY, fontSize=10.5, leading=13, spaceAfter=0)
LABEL = ParagraphStyle("Label", CELL, fontName=BOLD)
NUMBER, NUMBER_LABEL = ParagraphStyle("Number", CELL, alignment=2), ParagraphStyle("NumberLabel", LABEL, alignment=2)
TITLE = ParagraphStyle("Title", BODY, fontName=BOLD, fontSize=22, leading=27, spaceAfter=14)
CAPTION = ParagraphStyle("Caption", LABEL, spaceBefore=6, spaceAfter=4, keepWithNext=1)
HEADINGS = {
    1: ParagraphStyle("H1", BODY, fontName=BOLD, fontSize=16, leading=20, spaceBefore=16, keepWithNext=1),
    2: ParagraphStyle("H2", BODY, fontName=BOLD, fontSize=13, leading=16, spaceBefore=10, keepWithNext=1),
}
CONTENTS = ParagraphStyle("Contents", HEADINGS[1])
ENTRIES: list[PropertySet] = [
    ParagraphStyle("Entry1", BODY, spaceAfter=2),
    ParagraphStyle("Entry2", CELL, leftIndent=20),
]
GRID: tuple[Any, ...] = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)


class Template(BaseDocTemplate):
    """Notes where the headings are."""

    headings = 0

    def beforeDocument(self) -> None:  # noqa: N802 (ReportLab's name)
        """Count the headings again each time that the document is built."""
        self.headings = 0

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (ReportLab's name)
        """Put a heading into the outline and the contents."""
        if isinstance(flowable, Paragraph) and flowable.style in HEADINGS.values():
            text, level, key = flowable.getPlainText(), int(flowable.style.name == "H2"), f"h{self.headings}"
            self.headings += 1
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, level, closed=False)
            self.notify("TOCEntry", (level, text, self.page, key))


def build(document: b.Document, out: str) -> None:
    """Write the document as PDF."""
    edge = 2.5 * cm
    template = Template(
        out,
        pagesize=A4,
        leftMargin=edge,
        rightMargin=edge,
        topMargin=edge,
        bottomMargin=edge,
        title=document["title"],
        author=document["author"],
        lang=document["language"],
    )
    frame = Frame(edge, edge, A4[0] - 2 * edge, A4[1] - 2 * edge, 0, 0, 0, 0)
    template.addPageTemplates([PageTemplate(frames=[frame], onPage=_foot)])
    template.multiBuild([flowable for block in document["blocks"] for flowable in _block(block)], maxPasses=10)


def _foot(canvas: Any, template: Any) -> None:
    canvas.setFont(FONT, 10)
    canvas.drawCentredString(A4[0] / 2, 1.4 * cm, f"Page {template.page}")


def _block(block: b.Block) -> list[Flowable]:
    match block["kind"]:
        case "title":
            return [Paragraph(escape(block["text"]), TITLE)]
        case "page_break":
            return [PageBreak()]
        case "contents":
            return [Paragraph(block["title"], CONTENTS), TableOfContents(dotsMinLevel=0, levelStyles=ENTRIES)]
        case "heading":
            return [Paragraph(escape(block["text"]), HEADINGS[block["level"]])]
        case "paragraph":
            return [Paragraph(_words(block["runs"]), BODY)]
        case "bullets":
            return [ListFlowable(_items(block["items"]), bulletType="bullet", bulletFontName=FONT, start="•")]
        case "numbered":
            look: dict[str, Any] = {"bulletFontName": FONT, "bulletFormat": "%s."}
            return [ListFlowable(_items(block["items"]), start=block["start"], bulletType="1", **look)]
        case "cover":
            return [_cover(block)]
        case "table":
            return [Paragraph(escape(block["caption"]), CAPTION), _table(block), Spacer(1, 8)]
        case "chart":
            return [_chart(block)]


def _items(items: Iterable[Iterable[b.Run]]) -> list[Any]:
    return [ListItem(Paragraph(_words(item), BODY)) for item in items]


def _cover(block: b.Cover) -> Table:
    rows = [[Paragraph(escape(label), LABEL), Paragraph(escape(text), CELL)] for label, text in block["rows"]]
    return Table(rows, [4.8 * cm, 11.2 * cm], style=[GRID, ("VALIGN", (0, 0), (-1, -1), "TOP")])


def _table(block: b.Table) -> Table:
    rows = [_row(block["header"], LABEL, NUMBER_LABEL), *(_row(row, CELL, NUMBER) for row in block["rows"])]
    look = [GRID, ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)]
    return Table(rows, [16 * cm * width / 100 for width in block["widths"]], repeatRows=1, style=look)


def _row(texts: list[str], words: ParagraphStyle, number: ParagraphStyle) -> list[Paragraph]:
    looks = (words, *[number] * (len(texts) - 2), words)
    return [Paragraph(escape(text), look) for text, look in zip(texts, looks, strict=True)]


def _chart(block: b.Chart) -> Drawing:
    chart: Any = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 40, 25, 16 * cm - 50, 8 * cm - 55
    chart.data = [block["values"]]
    chart.categoryAxis.categoryNames = block["categories"]
    chart.valueAxis.valueMin = 0
    chart.bars[0].fillColor = colors.HexColor("#1d70b8")
    chart.barLabelFormat, chart.barLabels.nudge = "%d", 7
    for labels in (chart.barLabels, chart.categoryAxis.labels, chart.valueAxis.labels):
        labels.fontName = FONT
    title = String(8 * cm, 8 * cm - 14, block["title"], textAnchor="middle", fontName=BOLD, fontSize=11)
    return Drawing(16 * cm, 8 * cm, chart, title)


def _words(runs: Iterable[b.Run]) -> str:
    return "".join(
        f"<b>{escape(words)}</b>" if strong else f"<i>{escape(words)}</i>" if emphasised else escape(words)
        for words, strong, emphasised in runs
    )
