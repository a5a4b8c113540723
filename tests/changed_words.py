"""Changes words, figures, orders, links and drawings in files, and counts which changes are found by comparing them.

``python -m tests.changed_words SEED COUNT`` makes ``COUNT`` changes in each of three ways, in random plans of which the
first has that seed: in Word files; in what PDFs, web pages and sites are built from; and in drawings. At the end it
prints a table of how many were made and found for each pair of formats. Exit 1 if one was not found.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from random import Random
from typing import Any

import yaml
from attrs import define, field, frozen

from csp_docs import CspDocsError, loads
from csp_docs.api import numbered
from csp_docs.comparing import html, pdf, word
from csp_docs.comparing.compared import pair
from csp_docs.comparing.reading import Reading
from csp_docs.output.printing import Printing
from csp_docs.writers.html.site.chapters import A_TO_Z, SEARCH, WHOLE
from csp_docs.writers.html.site.pages import site_files
from tests.changes_in_files import changed_drawing, changed_word_drawing, changed_word_file
from tests.changes_in_plans import changed_plan, more
from tests.changes_in_text import Change
from tests.comparing.word_sample import parts_of, zipped
from tests.random_plans import Author

OF_ONE_PLAN = 25
"""How many changes are made in each way in the files of one plan."""


@frozen
class Made:
    """A change in a file of the format ``own``, and whether it is found in comparison with each other format."""

    own: str
    change: Change
    found: dict[str, bool]

    @property
    def missed(self) -> list[str]:
        """The formats in comparison with which it is not found."""
        return [name for name, found in self.found.items() if not found]


@define
class Counts:
    """How many changes were made and found, of each pair of formats and of each kind."""

    pairs: dict[tuple[str, str], list[int]] = field(factory=dict)
    kinds: dict[str, list[int]] = field(factory=dict)
    misses: list[str] = field(factory=list)

    def add(self, made: Made, where: str) -> None:
        """Count a change."""
        for name, found in made.found.items():
            for row in (
                self.pairs.setdefault((made.own, name), [0, 0]),
                self.kinds.setdefault(made.change.kind, [0, 0]),
            ):
                row[0] += 1
                row[1] += found
        if made.missed:
            self.misses.append(f"{where}, {made.own} and {', '.join(made.missed)}: {made.change.words}")
            print(f"Not found: {self.misses[-1]}", flush=True)

    def table(self) -> Iterator[str]:
        """Yield the lines of the result."""
        for title, rows in (("Changed in and compared with", self.pairs), ("Kind of change", self.kinds)):
            yield f"\n{title:45}{'made':>8}{'found':>8}"
            for name, (made, found) in sorted(rows.items()):
                yield f"{name if isinstance(name, str) else ', '.join(name):45}{made:8,}{found:8,}"
        yield "\nNot found:" if self.misses else "\nAll were found."
        yield from self.misses


def main(arguments: list[str]) -> int:
    """Make changes, print how far it is, and then what was found. Exit 1 if one was not."""
    seed, count = map(int, arguments)
    counts, made = Counts(), 0
    while made < count:
        here = min(OF_ONE_PLAN, count - made)
        for way in WAYS:
            for one in way(seed, here):
                counts.add(one, f"plan {seed}")
        made, seed = made + here, seed + 1
        print(f"{made:,} of {count:,} changes in each way, {len(counts.misses):,} not found", flush=True)
    print("\n".join(counts.table()))
    return 1 if counts.misses else 0


def in_word(seed: int, count: int) -> Iterator[Made]:
    """Yield changes in the Word file of a plan."""
    random, (built, readings) = Random(seed), _original(seed)
    content = built.word()
    for _ in range(count):
        changed, change = changed_word_file(content, random)
        yield _made("Word", word.read("changed", changed), change, readings)


def in_source(seed: int, count: int) -> Iterator[Made]:
    """Yield changes in what the PDF, the web page and the site of a plan are built from."""
    random, (_, readings) = Random(seed), _original(seed)
    for _ in range(count):
        built, change = _changed_source(seed, random)
        changed = _readings({"PDF": built.pdf(), "web page": built.html()}) | _site(built)
        yield from (_made(own, changed[own], change, readings) for own in changed)


def in_drawings(seed: int, count: int) -> Iterator[Made]:
    """Yield changes in the drawings of a Word file, a PDF and a web page: of names and numbers, or of their order."""
    random = Random(seed)
    built = _built(plan_with_charts(random))
    files = {"Word": built.word(), "web page": built.html()}
    readings = _readings({**files, "PDF": built.pdf()})
    _check_same(readings, f"charts of {seed}")
    made = 0
    while made < count:
        own = random.choice([*readings])
        if found := _changed_drawing(own, files, readings, random):
            reading, change = found
            made += 1
            yield _made(own, reading, change, _that_print(reading, readings, own))


def _changed_drawing(
    own: str, files: dict[str, bytes], readings: dict[str, Reading], random: Random
) -> tuple[Reading, Change] | None:
    way = random.choice(("order", "number", "name"))
    if way == "order" and own != "Word":
        return changed_drawing(readings[own], random)
    if own == "PDF":
        return None
    if way == "order":
        found = changed_word_drawing(files[own], random)
        return (word.read(own, found[0]), found[1]) if found else None
    changed = _other_letters(files[own], own, way, random)
    return (_readings({own: changed[0]})[own], changed[1]) if changed else None


_PLACES = {("Word", "number"): r"(?<=<c:v>)\d+(?=</c:v>)", ("Word", "name"): r"(?<=<c:v>Area )[K-P](?=</c:v>)",
           ("web page", "number"): r'(?<=<td class="right">)\d+(?=%?</td>)',
           ("web page", "name"): r"(?<=>Area )[K-P](?= ?</text>)"}  # fmt: skip
"""Where files have the numbers and names of charts."""


def _other_letters(content: bytes, own: str, way: str, random: Random) -> tuple[bytes, Change] | None:
    """Return a file with another number, or another letter in a name, in a chart."""
    parts = parts_of(content) if own == "Word" else {"": content}
    name = random.choice([name for name in parts if not name or re.fullmatch(r"word/charts/chart\d+\.xml", name)])
    text = parts[name].decode()
    until = text.find("</c:cat>") if (own, way) == ("Word", "name") else len(text)  # the first series has the names
    found = random.choice([one for one in re.finditer(_PLACES[own, way], text) if one.start() < until])
    other = random.choice("QRSTUVW") if way == "name" else str(int(found[0]) + random.choice((-9, -1, 1, 10)))
    changed = f"{text[: found.start()]}{other}{text[found.end() :]}".encode()
    change = Change(f"another {way} of a chart", found[0], other)
    return (zipped(parts | {name: changed}) if name else changed), change


def _that_print(changed: Reading, readings: dict[str, Reading], own: str) -> dict[str, Reading]:
    """Return the files that have what was changed: a PDF does not print all numbers of a chart."""
    both = zip(changed.charts, readings[own].charts, strict=True)
    [number] = [at for at, (one, original) in enumerate(both) if one != original]
    if not readings[own].charts[number].columns:
        return readings
    drawn = set(re.findall(r"\d+", " ".join(readings["PDF"].charts[number].drawn).replace(",", "")))
    shown = all(drawn.issuperset(column[1:]) for column in readings[own].charts[number].columns[1:])
    names = changed.charts[number].columns[1:] == readings[own].charts[number].columns[1:]
    return {name: one for name, one in readings.items() if name != "PDF" or shown or names}


WAYS = (in_word, in_source, in_drawings)


def missed(found: Iterable[Made]) -> list[str]:
    """Return the changes that are not found."""
    return [f"{one.own} and {one.missed}: {one.change.words}" for one in found if one.missed]


def plan_with_charts(random: Random) -> dict[str, Any]:
    """Return a plan that has a chart of each type, and diagrams."""
    types = ("column", "bar", "line", "stacked_column", "stacked_bar", "pie")
    content: list[dict[str, Any]] = [{"chart": _chart(kind, random)} for kind in types]
    for kind in ("steps", "cycle"):
        items = [f"Stage {letter}" for letter in "ABCDEFG"[: random.randint(3, 7)]]
        content.append({"diagram": {"type": kind, "items": items, "caption": f"Of {kind}"}})
    sections = [{"title": "Charts", "content": content}]
    return {"kind": "plan", "title": "A plan", "council": "harborough", "period": "2026-2029", "sections": sections}


def _chart(kind: str, random: Random) -> dict[str, Any]:
    count, of = random.randint(2, 6), 1 if kind == "pie" else random.randint(1, 3)
    unit, most = random.choice((("%", 99), ("offences", 9_000), ("", 900)))
    series = {f"Series {name}": [random.randint(20, most) for _ in range(count)] for name in "ABC"[:of]}
    return {"type": kind, "caption": f"Of {kind}", "unit": unit, "series": series,
            "categories": [f"Area {name}" for name in "KLMNOP"[:count]]}  # fmt: skip


def _plan(seed: int) -> dict[str, Any]:
    plan = Author(seed).plan()
    return plan | {"sections": [*plan["sections"], more(Random(seed))]}


def _changed_source(seed: int, random: Random) -> tuple[Printing, Change]:
    """Return a plan with a change in its source that leaves it a plan."""
    while True:
        plan, change = changed_plan(_plan(seed), random)
        with suppress(CspDocsError):
            return _built(plan), change


def _original(seed: int) -> tuple[Printing, dict[str, Reading]]:
    """Return a plan, and what is read in its files, which say the same."""
    built = _built(_plan(seed))
    readings = _readings({"Word": built.word(), "PDF": built.pdf(), "web page": built.html()}) | _site(built)
    _check_same(readings, f"plan {seed}")
    return built, readings


def _check_same(readings: dict[str, Reading], what: str) -> None:
    found = {name: pair(readings["Word"], one).differences[:1] for name, one in readings.items()}
    assert not any(found.values()), f"{what} is not the same in all: {found}"


def _made(own: str, changed: Reading, change: Change, readings: dict[str, Reading]) -> Made:
    return Made(own, change, {name: _is_found(reading, changed) for name, reading in readings.items()})


def _is_found(reading: Reading, changed: Reading) -> bool:
    """Tell whether files do not say the same, or the comparison says that the order in a drawing is not known."""
    found = pair(reading, changed)
    return not found.same or any(one.startswith("the order of") for one in found.but_for)


def _readings(files: dict[str, bytes]) -> dict[str, Reading]:
    readers = {"Word": word.read, "PDF": pdf.read, "web page": html.read}
    return {name: readers[name](name, content) for name, content in files.items()}


def _site(built: Printing) -> dict[str, Reading]:
    """Return what is read in the chapters of a site."""
    files = site_files(built.document, built.theme, built.words, address="", files={})
    pages = {name: html.parsed(name, content) for name, content in files.items()
             if name not in (A_TO_Z, WHOLE, SEARCH)}  # fmt: skip
    return {"site": html.read_site("site", pages, html.read(WHOLE, files[WHOLE]))}


def _built(plan: dict[str, Any]) -> Printing:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Printing(*numbered(loads(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=110))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
