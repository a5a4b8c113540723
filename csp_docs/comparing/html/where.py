"""The current place on a web page, as people find it: a paragraph below a heading, or a cell of a table."""

from __future__ import annotations

from attrs import define, field


@define
class Where:
    """Counts tables, and the paragraphs below a heading; it is in the cells of ``tables``, the outermost first."""

    count: int = 0
    paragraphs: int = 0
    tables: list[list[int]] = field(factory=list)

    def enter(self, tag: str) -> None:
        """Go into an element."""
        if tag == "table":
            self.count += 1
            self.tables.append([self.count, 0, 0])
        elif tag == "tr" and self.tables:
            self.tables[-1][1:] = [self.tables[-1][1] + 1, 0]
        elif tag in ("td", "th") and self.tables:
            self.tables[-1][2] += 1

    def leave(self, tag: str) -> None:
        """Go out of an element."""
        if tag == "table" and self.tables:
            self.tables.pop()
        elif tag == "tr" and self.tables:
            self.tables[-1][2] = 0

    def read(self) -> None:
        """Go past words that are read."""
        self.paragraphs += not self._cells

    @property
    def _cells(self) -> list[list[int]]:
        return [one for one in self.tables if one[2]]

    @property
    def place(self) -> str:
        """The place of the next words: "table 2, row 3, cell 3" or "paragraph 1"."""
        cells = (f"table {table}, row {row}, cell {cell}" for table, row, cell in self._cells)
        return ", ".join(cells) or f"paragraph {self.paragraphs + 1}"
