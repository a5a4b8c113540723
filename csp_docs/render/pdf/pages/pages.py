"""Boxes to pages: what is kept together stays so, and notes stand at the foot of the page of their mark."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from csp_docs.blocks import Document
from csp_docs.render.pdf.page_style import PageStyle
from csp_docs.render.pdf.structure import Anchor
from csp_docs.render.pdf.type.shapes import AnyBox, Break, Line, Placed, Row, gap

NOTE_GAP = 12.0
"""The space between the text and the first note, with the rule that parts them."""


@define(eq=False)
class Page:
    """What stands on one page: tops are measured from the top of the text area. ``repeated`` are header rows.

    ``first`` tells the first page of a document, which has no running head.
    """

    style: PageStyle
    first: bool = False
    boxes: list[Placed] = field(factory=list)
    repeated: list[Placed] = field(factory=list)
    notes: list[Line] = field(factory=list)


def place(boxes: list[AnyBox]) -> list[Page]:
    """Return the pages that hold ``boxes`` in their order, at least one; ``boxes`` begin with a break.

    Every place among them knows its page afterwards.
    """
    chapters: list[tuple[PageStyle, list[AnyBox]]] = []
    for box in boxes:
        if isinstance(box, Break):
            chapters.append((box.style, []))
        else:
            chapters[-1][1].append(box)
    pages = [page for style, members in chapters if members for page in _chapter(members, style)]
    pages = pages or [Page(chapters[0][0])]
    _tell_first(pages, chapters[0][0].document)
    _tell_anchors(pages)
    return pages


def _chapter(boxes: list[AnyBox], style: PageStyle) -> list[Page]:
    pages: list[Page] = []
    waiting: list[Line] = []
    start = 0
    while start < len(boxes) or waiting:
        page = Page(style)
        height, waiting = _take_notes(page, waiting, style.room)
        end = start
        if not waiting and start < len(boxes):
            end = _end(boxes, start, style.room - height)
            waiting = _fill(page, boxes[start:end], style.room - height)
        pages.append(page)
        start = end
    return pages


def _tell_first(pages: list[Page], outermost: Document) -> None:
    """Tell the pages on which documents begin; the ``outermost`` one begins where the file does."""
    begun = [outermost]
    for page in pages:
        page.first = page is pages[0] or all(page.style.document is not document for document in begun)
        if page.first:
            begun.append(page.style.document)


def _tell_anchors(pages: list[Page]) -> None:
    for number, page in enumerate(pages):
        for anchor in (*_anchors(page.boxes), *(anchor for note in page.notes for anchor in note.anchors)):
            anchor.page = number


def _anchors(boxes: list[Placed]) -> Iterator[Anchor]:
    for _, box in boxes:
        yield from box.anchors
        if isinstance(box, Row):
            for cell in box.cells:
                yield from _anchors(cell)


def _end(boxes: list[AnyBox], start: int, room: float) -> int:
    """Return the index after the last box that stands on the page which begins with ``boxes[start]``."""
    used, notes = boxes[start].drop + _repeated_height(boxes[start]), 0.0
    end = start
    while end < len(boxes):
        box = boxes[end]
        used += box.height + (gap(boxes[end - 1], box) if end > start else 0)
        notes += notes_height(box.notes, notes == 0)
        if used + notes > room and end > start:
            break
        end += 1
    if end == len(boxes):
        return end
    cut = end
    while cut > start and boxes[cut - 1].keep:
        cut -= 1
    return cut if cut > start else end


def _fill(page: Page, boxes: list[AnyBox], room: float) -> list[Line]:
    """Place ``boxes`` and their notes on ``page``; return the notes that wait for the next."""
    top = boxes[0].drop
    for row in boxes[0].repeat:
        page.repeated.append(Placed(top, row))
        top += row.height
    for box in boxes:
        if page.boxes:
            top += gap(page.boxes[-1].box, box)
        page.boxes.append(Placed(top, box))
        top += box.height
    _, waiting = _take_notes(page, [note for box in boxes for note in box.notes], room - top)
    return waiting


def _take_notes(page: Page, notes: list[Line], room: float) -> tuple[float, list[Line]]:
    """Put as many of ``notes`` on ``page`` as fit; return their height and those that are left."""
    count, height = 0, 0.0
    while count < len(notes) and notes_height(notes[: count + 1], not page.notes) <= room:
        count += 1
    height = notes_height(notes[:count], not page.notes)
    page.notes += notes[:count]
    return height, notes[count:]


def notes_height(notes: list[Line] | tuple[Line, ...], first: bool) -> float:
    """Return the height of ``notes`` at a page's foot, with the gap above them when they are the ``first``."""
    height = sum(note.height + note.after for note in notes)
    return height + NOTE_GAP if notes and first else height


def _repeated_height(box: AnyBox) -> float:
    return sum(row.height for row in box.repeat)
