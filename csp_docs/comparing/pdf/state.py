"""Where words are placed on a page of a PDF: matrices, and the state that they are painted in (ISO 32000-1, 8.4)."""

from __future__ import annotations

from typing import Any, TypeAlias

from attrs import define

from csp_docs.comparing.pdf.fonts import Font

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


@define
class State:
    """The part of the graphics state that places words."""

    matrix: Matrix = UNMOVED
    font: Font | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0

    def copy(self) -> State:
        """Return the same state, to come back to."""
        return State(self.matrix, self.font, self.size, self.spacing, self.word_spacing, self.stretch, self.leading,
                      self.rise)  # fmt: skip


def product(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does what ``first`` does, and then what ``second`` does."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def six(given: list[Any]) -> Matrix:
    """Return the matrix of six operands; that of no change where there are fewer."""
    numbers = [float(one) if isinstance(one, int | float) else 0.0 for one in given[-6:]]
    return (*numbers,) if len(numbers) == 6 else UNMOVED  # type: ignore[return-value]
