"""Reports of random parts, some of which are not for the public: open words begin with "open", others with "zq"."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from hypothesis import strategies as st

from csp_docs.model import (
    Access,
    Appendix,
    CabinetReport,
    Chart,
    Generated,
    Landscape,
    Measure,
    Meeting,
    Passage,
    Performance,
    Section,
    Table,
)
from csp_docs.model.sections import SectionItem

NUMBERINGS: list[dict[str, Any]] = [
    {"headings": "1.", "paragraphs": "1.1"},
    {"headings": ["1.", "1.1"], "paragraphs": "1.1.1"},
    {"headings": "no", "paragraphs": "continuous"},
    {"headings": "1.", "paragraphs": "no"},
]
ACCESSES = [Access([3]), Access([1, 7], public_title="Public"), Access(confidential=True)]


class _Author:
    """Writes a report by what ``draw`` chooses."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw, self.numbers = draw, count(1)

    def report(self) -> CabinetReport:
        layout = {"numbering": self.draw(st.sampled_from(NUMBERINGS)), "contents": {"levels": 3}}
        council = {
            "council": {"name": "Anytown Council"},
            "charts": {"data": self.draw(st.sampled_from(["alt", "appendix"]))},
        }
        sections = [self.section(2, closed=False) for _ in range(self.draw(st.integers(1, 3)))]
        return CabinetReport(
            "A paper", council=council, meeting=Meeting("Cabinet", date(2026, 3, 10)), recommendations=["Agree"],
            layouts={"cabinet_report": layout},
            sections=[Generated("contents"), Generated("figures"), self.lists(), *sections],
            appendices=[self.appendix() for _ in range(self.draw(st.integers(0, 3)))],
        )  # fmt: skip

    def lists(self) -> Section:
        """Return a section that may have nothing but lists, of which all entries may be left out."""
        content = [self.word(False)] if self.draw(st.booleans()) else []
        inner = Section(self.word(False) if self.draw(st.booleans()) else "", [], [Generated("figures")])
        return Section(self.word(False), content, [Generated("tables"), inner])

    def word(self, closed: bool) -> str:
        return f"{'zq' if closed else 'open'}{next(self.numbers)}x"

    def access(self) -> Access | None:
        return self.draw(st.sampled_from(ACCESSES)) if self.draw(st.booleans()) else None

    def section(self, depth: int, *, closed: bool) -> Section:
        access = self.access()
        inside = closed or access is not None
        children = self.draw(st.integers(0, 2)) if depth else 0
        below: list[SectionItem] = [self.section(depth - 1, closed=inside) for _ in range(children)]
        return Section(self.word(inside), self.content(inside), below, access=access)

    def appendix(self) -> Appendix:
        access = self.access()
        inside = access is not None
        sections: list[SectionItem] = [self.section(0, closed=inside)] if self.draw(st.booleans()) else []
        return Appendix(self.word(inside), access=access, content=self.content(inside), sections=sections)

    def content(self, closed: bool) -> list[Any]:
        return [self.block(closed) for _ in range(self.draw(st.integers(1, 4)))]

    def block(self, closed: bool) -> Any:
        kind = self.draw(st.sampled_from(["text", "note", "table", "chart", "measures", "passage", "turned"]))
        word = self.word(closed)
        match kind:
            case "note":
                return f"{word}.[^1]\n\n[^1]: {self.word(closed)}"
            case "table":
                return Table(["a"], [[self.word(closed)]], caption=word)
            case "chart":
                return Chart("column", ["a", "b"], {"s": [1, 2]}, caption=word)
            case "measures":
                hidden = Measure(self.word(True), 3, 4, access=Access([3]))
                return Performance([Measure(self.word(closed), 1, 2), hidden], caption=word)
            case "passage" if not closed:
                return Passage(self.content(True), self.draw(st.sampled_from([Access([3]), Access([7], "zqreason")])))
            case "turned":
                return Landscape([word])
        return word


@st.composite
def reports(draw: st.DrawFn) -> CabinetReport:
    """Return reports of random parts."""
    return _Author(draw).report()
