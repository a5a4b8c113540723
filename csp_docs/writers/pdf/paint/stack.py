"""Boxes as content streams: a case for each kind of box."""

from __future__ import annotations

from itertools import groupby
from typing import assert_never

from csp_docs.writers.pdf.paint.paint import LAYOUT, Painter
from csp_docs.writers.pdf.structure import Annotation, Link
from csp_docs.writers.pdf.type.shapes import (
    AnyBox,
    Art,
    Blank,
    Break,
    EmptyFrame,
    Frame,
    Leader,
    Line,
    Piece,
    Placed,
    Row,
)

_UNDERLINE_DEPTH, _UNDERLINE_WIDTH = 0.11, 0.06
"""The depth and width of an underline, as shares of the size of its text."""
_HIGHLIGHT = 1.0
"""The distance that a highlight reaches beyond its words, in points."""


def stack(painter: Painter, boxes: list[Placed], top: float) -> None:
    """Paint ``boxes``; their tops are measured downwards from ``top`` (height above the page's bottom)."""
    if any(placed.box.frames for placed in boxes):
        _frames(painter, boxes, top, 0)
    for placed in boxes:
        _box(painter, placed.box, top - placed.top)


def _box(painter: Painter, box: AnyBox, top: float) -> None:
    for anchor in box.anchors if not painter.artifact else ():  # a repeated header row is not where links lead
        anchor.top = top + box.before / 2
    match box:
        case Line():
            line(painter, box, top)
        case Row():
            _row(painter, box, top)
        case Art() | EmptyFrame():
            _figure(painter, box, top)
        case Blank() | Break():
            return
        case _:
            assert_never(box)


def _figure(painter: Painter, figure: Art | EmptyFrame, top: float) -> None:
    from csp_docs.writers.pdf.paint.art import paint_art, paint_frame  # many documents need nothing that draws

    if isinstance(figure, Art):
        paint_art(painter, figure, top)
    else:
        paint_frame(painter, figure, top)
        stack(painter, figure.words, top)


def line(painter: Painter, line: Line, top: float) -> None:
    """Paint the pieces of ``line`` and make its links active."""
    base = top - line.baseline
    adorned = [piece for piece in line.pieces if piece.run.highlight or piece.run.underlined or piece.run.link]
    for piece in adorned:
        if piece.run.highlight:
            _highlight(painter, piece, base)
    for piece in line.pieces:
        _text(painter, piece, base)
    end = [_leader(painter, line.leader, line.pieces, base)] if line.leader else []
    for piece in adorned:
        if piece.run.underlined:
            _underline(painter, piece, base)
    for link, pieces in groupby((*adorned, *end), lambda piece: piece.run.link):
        if link and not painter.artifact:
            _annotate(painter, link, list(pieces), base)


def _text(painter: Painter, piece: Piece, base: float) -> None:
    run = piece.run
    painter.mark(painter.artifact or run.content)
    painter.colour(run.colour)
    painter.text(piece.x, base + run.rise, run.face, run.size, piece.text)


def _highlight(painter: Painter, piece: Piece, base: float) -> None:
    run = piece.run
    bottom, height = base - run.face.descent * run.size, (run.face.ascent + run.face.descent) * run.size
    painter.mark(painter.artifact or LAYOUT)
    painter.colour(run.highlight)
    painter.rectangle(piece.x - _HIGHLIGHT, bottom, piece.width + 2 * _HIGHLIGHT, height)


def _underline(painter: Painter, piece: Piece, base: float) -> None:
    size = piece.run.size
    painter.mark(painter.artifact or LAYOUT)
    painter.colour(piece.run.colour)
    y = base - size * (_UNDERLINE_DEPTH + _UNDERLINE_WIDTH)
    painter.rectangle(piece.x, y, piece.width, size * _UNDERLINE_WIDTH)


def _leader(painter: Painter, leader: Leader, title: list[Piece], base: float) -> Piece:
    """Paint the dots and the page number after the ``title`` of an entry of the contents; return the number."""
    number = leader.piece()
    x, dots = leader.dotted(title[-1].x + title[-1].width if title else leader.left)
    painter.mark(LAYOUT)
    painter.colour(number.run.colour)
    painter.text(x, base, leader.dots, number.run.size, dots)
    _text(painter, number, base)
    return number


def _annotate(painter: Painter, link: Link, pieces: list[Piece], base: float) -> None:
    """Make one active area of the words of ``link`` that are on one line."""
    run, last, margin = pieces[0].run, pieces[-1], painter.theme.page.left
    bottom, top = base + run.rise - run.face.descent * run.size, base + run.rise + run.face.ascent * run.size
    rectangle = (pieces[0].x + margin, bottom, last.x + last.width + margin, top)
    annotation = Annotation(painter.page, rectangle, link)
    link.element.kids.append(annotation)
    painter.annotations.append(annotation)


def _row(painter: Painter, row: Row, top: float) -> None:
    bottom = top - row.height
    if row.shade:
        painter.mark(painter.artifact or LAYOUT)
        painter.colour(row.shade)
        painter.rectangle(row.left, bottom, row.width, row.height)
    for tint in row.tints:
        painter.mark(painter.artifact or LAYOUT)
        painter.colour(tint.colour)
        painter.rectangle(tint.left, bottom, tint.width, row.height)
    for left, width in row.spans:
        painter.rule(left, top, width, row.rule_above)
    painter.rule(row.left, bottom, row.width, row.rule_below)
    for cell in row.cells:
        stack(painter, cell, top)


def _frames(painter: Painter, boxes: list[Placed], top: float, depth: int) -> None:
    """Paint the frames under ``boxes``: the outermost first, then those inside them."""
    for frame, group in groupby(boxes, lambda placed: placed.box.frames[depth : depth + 1]):
        members = list(group)
        if frame:
            _frame(painter, frame[0], top - members[0].top, top - members[-1].top - members[-1].box.height)
            _frames(painter, members, top, depth + 1)


def _frame(painter: Painter, frame: Frame, top: float, bottom: float) -> None:
    painter.mark(painter.artifact or LAYOUT)
    if frame.shade:
        painter.colour(frame.shade)
        painter.rectangle(frame.left, bottom, frame.width, top - bottom)
    if frame.content and not frame.content.marks:
        painter.mark_content(frame.content)
    painter.colour(frame.colour)
    painter.rectangle(frame.left, bottom, frame.bar, top - bottom)
