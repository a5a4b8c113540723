"""Boxes to pages: what is kept together stays so, and notes stand at the foot of the page of their mark."""

from __future__ import annotations

from itertools import groupby

from attrs import define, field

from csp_docs.render.pdf.shapes import AnyBox, Break, Line, Placed, gap

NOTE_GAP = 12.0
"""The space between the text and the first note, with the rule that parts them."""


@define(eq=False)
class Page:
    """What stands on one page: tops are measured from the top of the text area. ``repeated`` are header rows."""

    boxes: list[Placed] = field(factory=list)
    repeated: list[Placed] = field(factory=list)
    notes: list[Line] = field(factory=list)


def place(boxes: list[AnyBox], room: float) -> list[Page]:
    """Return the pages, each ``room`` points high, that hold ``boxes`` in their order; at least one."""
    pages: list[Page] = []
    for is_break, chapter in groupby(boxes, lambda box: isinstance(box, Break)):
        if not is_break:
            pages += _chapter(list(chapter), room)
    return pages or [Page()]


def _chapter(boxes: list[AnyBox], room: float) -> list[Page]:
    pages: list[Page] = []
    waiting: list[Line] = []
    start = 0
    while start < len(boxes) or waiting:
        page = Page()
        height, waiting = _take_notes(page, waiting, room)
        end = start
        if not waiting and start < len(boxes):
            end = _end(boxes, start, room - height)
            waiting = _fill(page, boxes[start:end], room - height)
        pages.append(page)
        start = end
    return pages


def _end(boxes: list[AnyBox], start: int, room: float) -> int:
    """Return the index after the last box that stands on the page which begins with ``boxes[start]``."""
    used, notes = _repeated_height(boxes[start]), 0.0
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
    top = 0.0
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
