"""The step from boxes to pages: it keeps boxes together, and puts notes at the foot of the page with their mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from csp_docs.writers.pdf.page_style import PageStyle
from csp_docs.writers.pdf.type.floats import Floats
from csp_docs.writers.pdf.type.rows import split_row
from csp_docs.writers.pdf.type.shapes import AnyBox, Break, Line, Placed, Row, gap, stack_height


class Page:
    """The content of one page: tops are measured from the top of the text area. ``repeated`` has header rows."""

    __slots__ = ("boxes", "notes", "repeated", "style")

    def __init__(self, style: PageStyle) -> None:
        self.style = style
        self.boxes: list[Placed] = []
        self.repeated: list[Placed] = []
        self.notes: list[Line] = []

    def clear(self) -> None:
        """Remove the boxes, which are not needed after they are painted: those of a long document are many."""
        for boxes in (self.boxes, self.repeated, self.notes):
            boxes.clear()


def place(boxes: list[AnyBox], floats: Floats) -> list[Page]:
    """Return the pages that hold ``boxes`` in their order, at least one; ``boxes`` begin with a break.

    Only what floats may be after the text that follows it. Every anchor in them has its page afterwards.
    """
    chapters: list[tuple[PageStyle, list[AnyBox]]] = []
    for box in boxes:
        if isinstance(box, Break):
            chapters.append((box.style, []))
        else:
            chapters[-1][1].append(box)
    pages = [page for style, members in chapters if members for page in _chapter(members, style, floats)]
    pages = pages or [Page(chapters[0][0])]
    for number, page in enumerate(pages):
        _tell_anchors((placed.box for placed in page.boxes), number)
        _tell_anchors(page.notes, number)
    return pages


def _chapter(boxes: list[AnyBox], style: PageStyle, floats: Floats) -> list[Page]:
    pages: list[Page] = []
    waiting: list[Line] = []
    start = 0
    while start < len(boxes) or waiting:
        page = Page(style)
        height, waiting = _take_notes(page, waiting, style.room)
        end = start
        if not waiting and start < len(boxes):
            room, rule = style.room - height, 0 if page.notes else style.theme.note_rule.leading
            end = _end(boxes, start, room, rule)
            end = floats.draw_up(boxes, start, end, partial(_end, start=0, room=room, rule=rule))
            waiting = _fill(page, boxes[start:end], style.room - height)
        pages.append(page)
        start = end
    return pages


def _tell_anchors(boxes: Iterable[AnyBox], page: int) -> None:
    """Tell the anchors of ``boxes`` their page."""
    for box in boxes:
        for anchor in box.anchors:
            anchor.page = page
        if isinstance(box, Row):
            for cell in box.cells:
                _tell_anchors((placed.box for placed in cell), page)


def _end(boxes: list[AnyBox], start: int, room: float, rule: float) -> int:
    """Return the index after the last box of the page that begins with ``boxes[start]``; a row may be split there.

    ``rule`` is the height of the rule above the first note of the page.
    """
    used, notes = boxes[start].drop + _repeated_height(boxes[start]), 0.0
    end = start
    while end < len(boxes):
        box = boxes[end]
        used += gap(boxes[end - 1], box) if end > start else 0
        below = notes + notes_height(box.notes, 0 if notes else rule) if box.notes else notes
        if used + box.height + below > room:
            free = room - used - notes - (rule if box.notes and not notes else 0)
            if isinstance(box, Row) and (parts := _split(box, free, first=end == start)):
                boxes[end : end + 1] = parts
                return end + 1
            if end > start:
                break
        used, notes, end = used + box.height, below, end + 1
    if end == len(boxes):
        return end
    return _cut(boxes[start:end], start) or end


def _cut(boxes: list[AnyBox], start: int) -> int:
    """Return the index (``boxes`` begin at ``start``) up to which a page is filled; 0 if all of it is kept together.

    If no page can hold all that is kept together, only the lines of each paragraph are kept together, as in Word.
    """
    for kept in ([box.keep or box.keep_lines for box in boxes], [box.keep_lines for box in boxes]):
        cut = len(boxes)
        while cut and kept[cut - 1]:
            cut -= 1
        if cut:
            return start + cut
    return 0


def _split(row: Row, room: float, *, first: bool) -> tuple[Row, Row] | None:
    """Return the two parts of a row: the upper one and its notes fit in ``room``.

    A row that is the ``first`` on its page is split in any case, because no page can hold it.
    """
    limit = room
    while limit > 0 and (row.breaks or first):
        parts = split_row(row, limit, must=first)
        if not parts:
            return None
        over = parts[0].height + notes_height(parts[0].notes) - room
        if over <= 0:
            return parts
        limit -= over
    return None


def _fill(page: Page, boxes: list[AnyBox], room: float) -> list[Line]:
    """Place ``boxes`` and their notes on ``page``; return the notes that go on the next page."""
    top = boxes[0].drop
    for row in boxes[0].repeat:
        page.repeated.append(Placed(top, row))
        top += row.height
    for place, box in enumerate(boxes):
        if page.boxes:
            top += gap(page.boxes[-1].box, box)
        if box.sinks:
            top = max(top, room - stack_height(boxes[place:]))
        page.boxes.append(Placed(top, box))
        top += box.height
    _, waiting = _take_notes(page, [note for box in boxes for note in box.notes], room - top)
    return waiting


def _take_notes(page: Page, notes: list[Line], room: float) -> tuple[float, list[Line]]:
    """Put as many of ``notes`` on ``page`` as fit; return their height and the notes that are left."""
    count, rule = 0, 0 if page.notes else page.style.theme.note_rule.leading
    while count < len(notes) and notes_height(notes[: count + 1], rule) <= room:
        count += 1
    height = notes_height(notes[:count], rule)
    page.notes += notes[:count]
    return height, notes[count:]


def notes_height(notes: Sequence[Line], rule: float = 0) -> float:
    """Return the height of ``notes`` at the foot of a page, below a rule that is ``rule`` points high."""
    return sum(note.before + note.height for note in notes) + (rule if notes else 0)


def _repeated_height(box: AnyBox) -> float:
    return sum(row.height for row in box.repeat)
