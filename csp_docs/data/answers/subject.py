"""What the answers are about: a type of crime in a district, compared with others."""

from __future__ import annotations

from csp_docs.data.changes import Change, change, renaming
from csp_docs.data.figures import Figures
from csp_docs.data.months import YEAR, span
from csp_docs.data.populations import Populations
from csp_docs.data.shapes import Shapes
from csp_docs.data.words import LICENCE
from csp_docs.model import Month
from csp_docs.records import record


@record
class Subject:
    """A type of crime, in ``area`` and in the ``peers`` that it is compared with, by what was counted."""

    figures: Figures
    area: str
    kind: str
    peers: tuple[str, ...] = ()
    populations: Populations | None = None
    shapes: Shapes | None = None

    @property
    def counts(self) -> tuple[int, ...]:
        """The counts, one for each month."""
        return self.figures.by_month(self.area, self.kind)

    @property
    def count(self) -> int:
        """The count of the latest year."""
        return self.figures.total(self.area, self.kind)

    @property
    def change(self) -> Change:
        """The change from the year before in the months of the latest year that also have one; 0 without any."""
        size, months = len(self.counts), self.figures.compared
        return self._change(slice(size - months, size), slice(size - YEAR - months, size - YEAR))

    def change_of_month(self, place: int) -> Change:
        """Return the change of the month at a place among all months from the year before."""
        return self._change(slice(place, place + 1), slice(place - YEAR, place - YEAR + 1))

    def _change(self, latest: slice, earlier: slice) -> Change:
        return change(self.figures, self.area, self.kind, latest, earlier)

    @property
    def renaming(self) -> str:
        """A sentence if the type begins or ends in the months that are compared."""
        return renaming(self.figures, self.kind)

    @property
    def year(self) -> tuple[Month, ...]:
        """The months of the latest year."""
        return self.figures.year

    @property
    def source(self) -> str:
        """Where the figures of the latest year come from, and the words that their licence requires."""
        return source(self.year)


def source(months: tuple[Month, ...]) -> str:
    """Return where figures of these months come from, and the words that their licence requires."""
    return f"data.police.uk, street-level crime, {span(months)}. {LICENCE}"
