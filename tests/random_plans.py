"""Plans of random parts, as what a YAML file holds: what divides pages in many ways. The seed says which."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

WORDS = (
    "crime", "disorder", "anti-social", "strategy", "offenders", "£12,000", "Leicestershire", "partnership’s", "a",
    "of", "the", "neighbourhood", "officers", "and", "to", "residents", "in", "Safer",
)  # fmt: skip
"""Without words such as "2011-14" and "re-use": Word ends lines after their hyphens, the PDF does not."""

NUMBERINGS: tuple[dict[str, Any], ...] = (
    {"headings": "1."},
    {"headings": ["1.0"], "paragraphs": "1.1"},
    {"headings": False, "paragraphs": False},
    {"headings": False, "paragraphs": "continuous"},
)
RATINGS = ("green", "amber", "red", "blue", "grey")
COUNCIL = {"name": "Anytown Borough Council", "kind": "borough"}


class Author:
    """Writes plans of random parts, a few pages each."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.titles = 0
        self.notes = 0
        self.notes_allowed = self.maybe(0.5)
        """Or else frames that wait for pictures: LibreOffice mixes up the notes of a file with comments."""

    def plan(self) -> dict[str, Any]:
        """Return a plan."""
        numbering = self.random.choice(NUMBERINGS)
        return {
            "kind": "plan",
            "council": {"extends": "default", "council": COUNCIL, "layouts": {"plan": {"numbering": numbering}}},
            "title": "Safer streets",
            "period": "2026-2029",
            "contents": self.maybe(0.5),
            **({"foreword": self.foreword()} if self.maybe(0.2) else {}),
            "sections": [self.section(1) for _ in range(self.random.randint(3, 6))],
            **({"appendices": self.many(self.appendix, 3)} if self.maybe(0.4) else {}),
        }

    def foreword(self) -> dict[str, Any]:
        signed = {"name": "Alex Taylor", "role": ["Chair of the partnership", "Cabinet member"]}
        return {"content": self.many(self.block, 4), "signed_by": signed}

    def appendix(self) -> dict[str, Any]:
        return {"title": self.title(), "content": self.many(self.block, 5)}

    def section(self, depth: int) -> dict[str, Any]:
        below = self.many(lambda: self.section(depth + 1), 3) if depth < 3 and self.maybe(0.4) else []
        return {"title": self.title(), "content": self.many(self.block, 4), "sections": below}

    def maybe(self, share: float) -> bool:
        return self.random.random() < share

    def many(self, maker: Callable[[], Any], most: int) -> list[Any]:
        return [maker() for _ in range(self.random.randint(1, most))]

    def words(self, most: int, least: int = 1) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(least, most)))

    def title(self) -> str:
        """Return a title of its own; some take two lines."""
        self.titles += 1
        return f"Part {self.titles} {self.words(16 if self.maybe(0.2) else 4)}"

    def block(self) -> Any:
        """Return what a section holds; texts are what there is most of."""
        makers: tuple[Callable[[], Any], ...] = (self.bullets, self.numbered, self.table, self.figure, self.special)
        return self.random.choice((self.text, self.text, self.text, *makers))()

    def text(self) -> str:
        return self.noted(self.words(150, 5)) if self.maybe(0.4) else self.words(150, 5)

    def noted(self, text: str) -> str:
        """Return ``text`` with a footnote or two, of a line or several, where the plan has notes."""
        if not self.notes_allowed:
            return text
        for _ in range(self.random.randint(1, 2)):
            self.notes += 1
            text += f".[^{self.notes}] {self.words(20)}"
        first = self.notes - text.count("[^") + 1
        return "\n\n".join([text, *(f"[^{n}]: {self.words(45, 8)}" for n in range(first, self.notes + 1))])

    def bullets(self) -> list[Any]:
        return self.many(lambda: self.words(40 if self.maybe(0.3) else 10), 9) + self.nested()

    def nested(self) -> list[Any]:
        return [self.many(lambda: self.words(12), 4), self.words(9)] if self.maybe(0.3) else []

    def numbered(self) -> dict[str, Any]:
        style = self.random.choice(("1.", "(a)", "(i)"))
        item = lambda: "\n\n".join(self.many(lambda: self.words(25), 2))  # noqa: E731
        return {"numbered": {"style": style, "items": self.many(item, 7) + self.nested()}}

    def special(self) -> Any:
        makers = (self.callout, self.quote, self.lines, self.facts, self.grid, self.turned, self.new_page)
        return self.random.choice(makers)()

    def callout(self) -> dict[str, Any]:
        return {"callout": {"title": self.words(5), "content": self.boxed(40)}}

    def quote(self) -> dict[str, Any]:
        return {"quote": {"title": self.words(5), "content": self.boxed(60)}}

    def boxed(self, most: int) -> list[Any]:
        bullets = [self.many(lambda: self.words(12), 5)] if self.maybe(0.4) else []
        return [*self.many(lambda: self.words(most), 3), *bullets]

    def lines(self) -> dict[str, Any]:
        return {"lines": self.many(lambda: self.words(6), 6)}

    def facts(self) -> dict[str, Any]:
        return {"facts": {f"{n} {self.words(4)}": self.cell() for n in range(self.random.randint(1, 9))}}

    def grid(self) -> dict[str, Any]:
        return {"grid": self.many(lambda: {"title": self.words(3), "content": self.boxed(20)}, 5)}

    def turned(self) -> dict[str, Any]:
        return {"landscape": [self.table(), *([self.text()] if self.maybe(0.5) else [])]}

    def new_page(self) -> dict[str, Any]:
        return {"page_break": True}

    def table(self) -> dict[str, Any]:
        makers = (self.measures, self.scorecard, self.grouped, self.banded)
        return self.random.choice(makers)() if self.maybe(0.4) else self.plain_table()

    def plain_table(self) -> dict[str, Any]:
        """Return a table; some have tall rows, some tall headers, some what is below them."""
        columns = self.random.randint(1, 4)
        names = [f"{n} {self.words(20 if self.maybe(0.1) else 3)}" for n in range(columns)]
        given: dict[str, Any] = {"columns": names, "rows": self.many(lambda: self.row(columns), 18)}
        parts: dict[str, Callable[[], Any]] = {
            "caption": lambda: self.words(9),
            "total": lambda: [self.words(3) for _ in range(columns)],
            "notes": lambda: self.many(lambda: self.words(20), 2),
            "source": lambda: self.words(4),
        }
        return {"table": given | {name: make() for name, make in parts.items() if self.maybe(0.5)}}

    def row(self, columns: int) -> list[str]:
        return [self.cell() for _ in range(columns)]

    def cell(self) -> str:
        kind = self.random.random()
        if kind < 0.06:
            return "\n".join(f"- {self.words(4)}" for _ in range(self.random.randint(2, 14)))
        if kind < 0.1:
            return "\n\n".join(self.many(lambda: self.words(12), 4))
        if kind < 0.13:
            return self.noted(self.words(4))
        return self.words(6)

    def measure(self) -> dict[str, Any]:
        return {"name": self.words(6), **{level: self.random.randint(9, 999) for level in ("current", "previous")}}

    def measures(self) -> dict[str, Any]:
        """Return a table with groups of rows below titles, and sums."""
        groups = self.many(lambda: {"title": self.words(4), "measures": self.many(self.measure, 5)}, 3)
        for group in groups:
            group |= {"total": f"Sum of {self.words(2)}"} if self.maybe(0.5) else {}
        total = {"total": "All"} if self.maybe(0.5) else {}
        return {"performance": {"measures": [*self.many(self.measure, 4), *groups], **total}}

    def scorecard(self) -> dict[str, Any]:
        """Return a table with the figures of periods, what compares them, and ratings set by hand and counted."""
        groups = self.many(lambda: {"title": self.words(4), "measures": self.many(self.scored, 5)}, 3)
        counts = {"counts": True, "summary": self.words(6)} if self.maybe(0.5) else {}
        columns = ["name", "Q1", "Q2", "Q3", "Force", {"direction": {"on": "Q1"}}, "sparkline", "rag"]
        return {"performance": {"measures": groups, "columns": columns, "caption": self.words(9), **counts}}

    def scored(self) -> dict[str, Any]:
        """Return a measure of a scorecard; some have a figure that is missing, and say why."""
        is_missing = self.maybe(0.3)
        level = self.random.choice(RATINGS)
        figures = {name: self.random.randint(9, 99) for name in ("Q1", "Q2", "Q3")}
        why = {"missing": self.words(9)} if is_missing else {}
        return {
            "name": self.words(6),
            "periods": figures | ({"Q2": "[x]"} if is_missing else {}),
            "comparators": {"Force": self.random.randint(9, 99)},
            "rag": {"level": level, "reason": self.words(5)} if self.maybe(0.3) else level,
            **why,
        }

    def banded(self) -> dict[str, Any]:
        """Return a table with headings and texts across it, lists in cells, ratings, and calculated sums."""
        columns = ["Action", {"column": "RAG", "rating": True}, "2024/25 (£)", "2025/26 (£)"]
        bands = self.many(self.band, 3)
        given = {"columns": [*columns, {"column": "Both years", "sum": True}], "rows": bands}
        return {"table": given | ({"total": "All actions"} if self.maybe(0.5) else {})}

    def band(self) -> dict[str, Any]:
        rows = [row for _ in range(self.random.randint(1, 5)) for row in self.rated_rows()]
        total = {"total": f"Sum of {self.words(2)}"} if self.maybe(0.5) else {}
        return {"band": self.words(12), "rows": rows, **total}

    def rated_rows(self) -> list[Any]:
        """Return a row, perhaps with the text across the table that belongs to it."""
        action = self.many(lambda: self.words(8), 4) if self.maybe(0.2) else self.words(9)
        row = [action, self.random.choice(RATINGS), *(f"{self.random.randint(1000, 9999):,}" for _ in range(2))]
        return [row, *([{"across": self.words(40)}] if self.maybe(0.3) else [])]

    def grouped(self) -> dict[str, Any]:
        """Return a table with a header over two columns."""
        columns = ["Area", "Number", "Change"]
        over = [{"title": self.words(12), "columns": columns[1:]}]
        return {"table": {"columns": columns, "groups": over, "rows": self.many(lambda: self.row(3), 9)}}

    def figure(self) -> dict[str, Any]:
        makers = (self.diagram, self.chart, self.diagram if self.notes_allowed else self.frame)
        kind, given = self.random.choice(makers)()
        return {kind: given | ({"caption": self.words(14)} if self.maybe(0.7) else {})}

    def diagram(self) -> tuple[str, dict[str, Any]]:
        kind = self.random.choice(("steps", "cycle", "tree"))
        items: list[Any] = [self.words(4) for _ in range(self.random.randint(3, 9))]
        return "diagram", {"type": kind, "items": [items[0], items[1:]] if kind == "tree" else items}

    def chart(self) -> tuple[str, dict[str, Any]]:
        kind = self.random.choice(("column", "bar", "stacked_column", "line", "pie"))
        names = [f"Ward {n}" for n in range(1, self.random.randint(3, 6))]
        series = {"Offences": [self.random.randint(50, 99) for _ in names]}  # none is the sum of two
        return "chart", {"type": kind, "categories": names, "series": series, "source": self.words(5)}

    def frame(self) -> tuple[str, dict[str, Any]]:
        return "figure", {"pending": {"owner": "Press office", "what": self.words(5)}}
