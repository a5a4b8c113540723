"""Setting text: runs as Line boxes, with hanging labels, and the rules against widows and orphans."""

from __future__ import annotations

from csp_docs.blocks import Align
from csp_docs.theme.theme import TextStyle
from csp_docs.typesetting.labels import LABEL_GAP
from csp_docs.writers.pdf.type.lines import break_lines
from csp_docs.writers.pdf.type.shapes import Line, Piece, Run, keep_lines

_SHIFT = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
_WHOLE = 3
"""A paragraph with up to this number of lines is not split: a page break leaves two lines on either side."""


def set_text(
    runs: list[Run], style: TextStyle, left: float, width: float, first: float = 0, align: Align = Align.LEFT
) -> list[Line]:
    """Return the lines of ``runs``, the first of them indented by ``first``."""
    baseline, share = _baseline(runs, style), _SHIFT[align]
    broken = break_lines(runs, width, first)
    for pieces in broken:
        _shift(pieces, left, width, share)
    lines = [Line(style.leading, baseline, pieces) for pieces in broken]
    if any(run.notes for run in runs):
        _add_notes(lines)
    lines[0].before, lines[-1].after, lines[0].opens = style.before, style.after, True
    _keep_ends(lines)
    return lines


def hang_text(
    label: list[Run], runs: list[Run], style: TextStyle, left: float, width: float, indent: float
) -> list[Line]:
    """Return lines indented by ``indent``; ``label`` hangs before the first, or begins it if it is too wide."""
    room, text = width - indent, left + indent
    if label_width(label) + LABEL_GAP > indent > 0:
        return set_text([*label, *runs], style, text, room, -indent)
    if not indent:
        return set_text([*label, *runs], style, left, width)
    lines = set_text(runs, style, text, room)
    lines[0].pieces[:0] = label_pieces(label, left)
    return lines


def with_plain_hyphens(lines: list[Line]) -> list[Line]:
    """Return the ``lines`` of a title: where they end is decided, and readers search for plain hyphens."""
    for line in lines:
        for piece in line.pieces:
            piece.text = piece.text.replace("\u2011", "-")
    return lines


def label_width(label: list[Run]) -> float:
    """Return the printed width of ``label`` without the space at its end."""
    return sum(run.face.width(run.text.rstrip()) * run.size for run in label)


def label_pieces(label: list[Run], x: float) -> list[Piece]:
    """Return ``label``, a run of one word or none, as pieces at ``x``."""
    return [Piece(x, run, run.text, run.face.width(run.text.rstrip()) * run.size) for run in label]


def _shift(pieces: list[Piece], left: float, width: float, share: float) -> None:
    """Move a line to its place, with ``share`` of the free width to the left of it."""
    if share and pieces:
        left += (width - pieces[-1].x - pieces[-1].width) * share
    for piece in pieces:
        piece.x += left


def _add_notes(lines: list[Line]) -> None:
    """Give each line the notes and places of its marks; if a narrow column cuts a mark, its first line has them."""
    marked = set[Run]()
    for line in lines:
        new = [piece.run for piece in line.pieces if piece.run.notes and piece.run not in marked]
        marked.update(new)
        line.notes = tuple(note for run in new for note in run.notes)
        line.anchors += tuple(run.anchor for run in new if run.anchor)


def _baseline(runs: list[Run], style: TextStyle) -> float:
    """Return the distance of the baseline from the top of a line, which begins with its leading, as in Word."""
    return style.leading - (runs[0].face.descent * style.size if runs else 0)


def _keep_ends(lines: list[Line]) -> None:
    if len(lines) <= _WHOLE:
        keep_lines(lines)
    else:
        lines[0].keep_lines = lines[-2].keep_lines = True
