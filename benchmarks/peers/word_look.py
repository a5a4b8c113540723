"""What the documents of python-docx and the template of docxtpl share: paper, styles, fields and tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

SIZES = {"Title": 22, "Heading 1": 16, "Heading 2": 13}
EDGE = Cm(2.5)


def blank() -> Document:
    """Return an empty document with its paper, its styles and its foot; Word fills in fields when it opens the file."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = EDGE
    body = style(document, "Normal")
    body.font.name, body.font.size, body.paragraph_format.space_after = "Arial", Pt(12), Pt(6)
    for name, size in SIZES.items():
        heading = style(document, name)
        heading.font.size, heading.font.name = Pt(size), "Arial"
        fonts = heading.element.rPr.rFonts
        fonts.attrib.clear()  # the theme's fonts would win
        heading.font.name = "Arial"
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("Page ")
    field(foot, "PAGE", "1")
    document.settings.element.append(element("w:updateFields", val="true"))
    return document


def style(document: Document, name: str) -> ParagraphStyle:
    """Return a paragraph style."""
    return cast(ParagraphStyle, document.styles[name])


def element(tag: str, **attributes: str) -> Any:
    """Return an element of Word's."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def field(paragraph: Paragraph, instruction: str, until_filled: str) -> None:
    """Add a field; ``until_filled`` is what it shows until Word fills it in."""
    code = element("w:instrText")
    code.text = instruction
    code.set(qn("xml:space"), "preserve")
    shown = element("w:t")
    shown.text = until_filled
    marks = [element("w:fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
    for part in (marks[0], code, marks[1], shown, marks[2]):
        paragraph.add_run()._r.append(part)


def page_break(document: Any) -> None:
    """Begin a new page."""
    document.add_page_break()


def contents(document: Document, title: str) -> None:
    """Add contents, which Word fills in."""
    document.add_paragraph(title, style="TOC Heading")
    field(document.add_paragraph(), r'TOC \o "1-2" \h \z \u', "Update this field to fill the contents")


def table(document: Document, rows: Sequence[Sequence[str]], widths: Sequence[int], *, head: bool) -> None:
    """Add a table: with a ``head`` its first row is bold and figures are on the right, without it the first column."""
    made = document.add_table(len(rows), len(widths), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(16 * width / 100)
    for at, (cells, texts) in enumerate(zip(made.rows, rows, strict=True)):
        for place, cell in enumerate(cells.cells):
            write(cell, texts[place], widths[place], bold=at == 0 if head else place == 0)
            if head and 0 < place < len(widths) - 1:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if head:
        repeat_first_row(made)


def write(cell: _Cell, text: str, width: int, *, bold: bool) -> None:
    """Write the text of a cell; ``width`` is in per cent."""
    cell.width = Cm(16 * width / 100)
    run = cell.paragraphs[0].add_run(text)
    run.font.size = Pt(10.5)
    run.bold = bold or None


def repeat_first_row(made: Table) -> None:
    """Print the first row at the head of each page."""
    made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
