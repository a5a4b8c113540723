"""python-docx alone: the chart is a picture; lists that start again and fields are written as XML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from benchmarks import blocks as b
from benchmarks.peers import word_look


def build(given: b.Document, out: str) -> None:
    """Write the document as Word."""
    document = word_look.blank()
    about = document.core_properties
    about.title, about.author, about.language = given["title"], given["author"], given["language"]
    for block in given["blocks"]:
        _block(document, block)
    document.save(out)


def _block(document: Document, block: b.Block) -> None:
    match block["kind"]:
        case "title":
            document.add_heading(block["text"], 0)
        case "page_break":
            word_look.page_break(document)
        case "contents":
            word_look.contents(document, block["title"])
        case "heading":
            document.add_heading(block["text"], block["level"])
        case "paragraph":
            _words(document.add_paragraph(), block["runs"])
        case "bullets":
            for item in block["items"]:
                _words(document.add_paragraph(style="List Bullet"), item)
        case "numbered":
            _numbered(document, block)
        case "cover":
            word_look.table(document, block["rows"], [30, 70], head=False)
            document.add_paragraph()
        case "table":
            document.add_paragraph(block["caption"], style="Caption")
            word_look.table(document, [block["header"], *block["rows"]], block["widths"], head=True)
            document.add_paragraph()
        case "chart":
            _picture(document, block)


def _numbered(document: Document, block: b.Numbered) -> None:
    paragraphs = [document.add_paragraph(style="List Number") for _ in block["items"]]
    number = _list(document, paragraphs[0], block["start"])
    for paragraph, item in zip(paragraphs, block["items"], strict=True):
        _words(paragraph, item)
        properties: Any = paragraph._p.get_or_add_pPr()
        place = properties.get_or_add_numPr()
        place.get_or_add_ilvl().val = 0
        place.get_or_add_numId().val = number


def _list(document: Document, paragraph: Paragraph, start: int) -> int:
    """Return the number of a new list, in the look of the paragraph's style, that starts with ``start``."""
    lists = document.part.numbering_part.element
    of_style = paragraph.style.element.pPr.numPr.numId.val  # type: ignore[union-attr]
    look = next(known for known in lists.num_lst if known.numId == of_style).abstractNumId.val
    made = lists.add_num(look)
    made.add_lvlOverride(0).add_startOverride(start)
    number: int = made.numId
    return number


def _picture(document: Document, block: b.Chart) -> None:
    from benchmarks.peers.picture_of_chart import picture_of

    picture = document.add_picture(picture_of(block), width=Cm(16))
    picture._inline.docPr.set("descr", block["alt"])
    document.add_paragraph(block["title"], style="Caption")


def _words(paragraph: Paragraph, runs: Iterable[b.Run]) -> None:
    for words, strong, emphasised in runs:
        run = paragraph.add_run(words)
        if strong:
            run.bold = True
        if emphasised:
            run.italic = True
