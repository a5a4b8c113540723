"""Changes words, digits, orders and numbers of charts in files, and lists what is not found when they are compared.

``python -m tests.changed_words SEED COUNT`` makes ``COUNT`` changes for each pair of formats, and as many in charts, in
random plans of which the first has that seed.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZipFile

import yaml
from attrs import frozen
from lxml import etree

from csp_docs import CspDocsError, loads
from csp_docs.api import numbered
from csp_docs.comparing import html, pdf, word
from csp_docs.comparing.compared import pair
from csp_docs.comparing.reading import Reading
from csp_docs.output.printing import Printing
from csp_docs.writers.html.site.chapters import WHOLE
from csp_docs.writers.html.site.pages import site_files
from tests.comparing.word_sample import zipped
from tests.random_plans import Author

OF_ONE_PLAN = 25
"""How many changes are made in the files of one plan."""
_NOT_READ = ("drawing", "AlternateContent")
_PARTS = ("word/document.xml", "word/footnotes.xml")


@frozen
class Change:
    """A text before and after a change."""

    before: str
    after: str

    @property
    def words(self) -> str:
        """What is new in the text, in short."""
        return f"{self.before[:60]!r} → {self.after[:60]!r}"


def main(arguments: list[str]) -> int:
    """Make changes and list those that are not found. Exit 1 if there are any."""
    seed, count = map(int, arguments)
    made = missed = 0
    while made < count:
        here = min(OF_ONE_PLAN, count - made)
        for where, change in (one for of in _WAYS for found in of(seed, here) for one in found):
            missed += 1
            print(f"plan {seed}, {where}: {change.words}", flush=True)
        made, seed = made + here, seed + 1
    print(f"{missed} of {made} changes in each pair of formats were not found.")
    return 1 if missed else 0


def in_word(seed: int, count: int) -> Iterator[list[tuple[str, Change]]]:
    """Yield the formats in comparison with which each of ``count`` changes in the Word file of a plan is not found."""
    random, readings = Random(seed), _original(seed)
    content = _built(Author(seed).plan()).word()
    for _ in range(count):
        changed, change = changed_word_file(content, random)
        yield [(f"Word and {name}", change) for name in _not_found(word.read("changed", changed), readings)]


def in_source(seed: int, count: int) -> Iterator[list[tuple[str, Change]]]:
    """Yield the same for changes in what the PDF and the web page of a plan are built from."""
    random, readings = Random(seed), _original(seed)
    for _ in range(count):
        built, change = _changed_source(seed, random)
        changed = _readings({"PDF": built.pdf(), "web page": built.html()}) | _site(built)
        yield [(f"{own} and {name}", change) for own in changed for name in _not_found(changed[own], readings)]


def _changed_source(seed: int, random: Random) -> tuple[Printing, Change]:
    """Return a plan with a change in its source that leaves it a plan."""
    while True:
        plan, change = changed_plan(Author(seed).plan(), random)
        with suppress(CspDocsError):
            return _built(plan), change


def _original(seed: int) -> dict[str, Reading]:
    """Return what is read in the files of a plan, which say the same."""
    built = _built(Author(seed).plan())
    readings = _readings({"Word": built.word(), "PDF": built.pdf(), "web page": built.html()}) | _site(built)
    assert all(pair(readings["Word"], one).same for one in readings.values()), f"plan {seed} is not the same in all"
    return readings


def _not_found(changed: Reading, readings: dict[str, Reading]) -> list[str]:
    return [name for name, reading in readings.items() if pair(reading, changed).same]


def _readings(files: dict[str, bytes]) -> dict[str, Reading]:
    readers = {"Word": word.read, "PDF": pdf.read, "web page": html.read}
    return {name: readers[name](name, content) for name, content in files.items()}


def _site(built: Printing) -> dict[str, Reading]:
    """Return what is read in the chapters of a site, the last two pages of which are others."""
    files = site_files(built.document, built.theme, built.words, address="", files={})
    pages = {name: html.parsed(name, content) for name, content in [*files.items()][:-2]}
    return {"site": html.read_site("site", pages, html.read(WHOLE, files[WHOLE]))}


def in_charts(seed: int, count: int) -> Iterator[list[tuple[str, Change]]]:
    """Yield the same for changes of numbers in the charts of a Word file and of a web page, but for what is not drawn.

    What a PDF does not print is not in it.
    """
    random = Random(seed)
    built = _built(plan_with_charts(random))
    files = {"Word": built.word(), "web page": built.html()}
    readings = _readings({**files, "PDF": built.pdf()})
    assert all(pair(readings["Word"], one).same for one in readings.values()), f"charts of {seed} are not the same"
    printed = {chart.description: " ".join(chart.drawn).replace(",", "") for chart in readings["PDF"].charts}
    for _ in range(count):
        own, way = random.choice((("Word", _other_cached), ("web page", _other_shown), ("web page", _other_name)))
        content, change = way(files[own], random)
        reading = _readings({own: content})[own]
        both = zip(reading.charts, readings[own].charts, strict=True)
        [original] = [original for one, original in both if one != original]
        drawn = set(re.findall(r"\d+", printed[original.description]))
        missed = _not_found(reading, readings)
        shown = all(drawn.issuperset(column[1:]) for column in original.columns[1:])
        yield [(f"chart, {own} and {name}", change) for name in missed if name != "PDF" or shown]


def plan_with_charts(random: Random) -> dict[str, Any]:
    """Return a plan that has a chart of each type."""
    types = ("column", "bar", "line", "stacked_column", "stacked_bar", "pie")
    sections = [{"title": "Charts", "content": [{"chart": _chart(kind, random)} for kind in types]}]
    return {"kind": "plan", "title": "A plan", "council": "harborough", "period": "2026-2029", "sections": sections}


def _chart(kind: str, random: Random) -> dict[str, Any]:
    count, of = random.randint(2, 6), 1 if kind == "pie" else random.randint(1, 3)
    unit, most = random.choice((("%", 99), ("offences", 9_000), ("", 900)))
    series = {f"Series {name}": [random.randint(20, most) for _ in range(count)] for name in "ABC"[:of]}
    return {"type": kind, "caption": f"Of {kind}", "unit": unit, "series": series,
            "categories": [f"Area {name}" for name in "KLMNOP"[:count]]}  # fmt: skip


def _other_cached(content: bytes, random: Random) -> tuple[bytes, Change]:
    """Return a Word file with another number in a chart."""
    with ZipFile(BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = random.choice([name for name in parts if re.fullmatch(r"word/charts/chart\d+\.xml", name)])
    changed, change = _other_number(parts[name].decode(), r"(?<=<c:v>)\d+(?=</c:v>)", random)
    return zipped(parts | {name: changed.encode()}), change


def _other_shown(content: bytes, random: Random) -> tuple[bytes, Change]:
    """Return a web page with another number in the table of a chart."""
    changed, change = _other_number(content.decode(), r'(?<=<td class="right">)\d+(?=%?</td>)', random)
    return changed.encode(), change


def _other_name(content: bytes, random: Random) -> tuple[bytes, Change]:
    """Return a web page with another letter in a name in the drawing of a chart."""
    text = content.decode()
    found = random.choice(list(re.finditer(r"(?<=>Area )[K-P](?= ?</text>)", text)))
    change = Change(f"Area {found[0]}", f"Area {random.choice('QRSTUVW')}")
    return f"{text[: found.start()]}{change.after[-1]}{text[found.end() :]}".encode(), change


def _other_number(text: str, pattern: str, random: Random) -> tuple[str, Change]:
    found = random.choice(list(re.finditer(pattern, text)))
    change = None
    while change is None or change.after == change.before:
        change = _other_digit(found[0], random)
    return f"{text[: found.start()]}{change.after}{text[found.end() :]}", change


_WAYS = (in_word, in_source, in_charts)


def _built(plan: dict[str, Any]) -> Printing:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Printing(*numbered(loads(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=110))))


def changed_word_file(content: bytes, random: Random) -> tuple[bytes, Change]:
    """Return a Word file with one change in a text that is read, and the change."""
    with ZipFile(BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    trees = {name: etree.fromstring(parts[name]) for name in _PARTS if name in parts}
    texts = [one for tree in trees.values() for one in tree.iter("{*}t") if _is_read(one)]
    while True:
        text = random.choice(texts)
        if change := changed(text.text or "", random):
            text.text = change.after
            return zipped(parts | {name: etree.tostring(tree) for name, tree in trees.items()}), change


def _is_read(text: etree._Element) -> bool:
    """Tell whether a text is one of the words: not in a drawing, and not a page number of the contents."""
    above = [str(one.tag).rpartition("}")[2] for one in text.iterancestors()]
    return not any(one in above for one in _NOT_READ) and not (text.text or "").isdecimal()


def changed_plan(plan: Any, random: Random) -> tuple[Any, Change]:
    """Return a plan with one change in a text of its sections."""
    copy = yaml.safe_load(yaml.safe_dump(plan))
    texts = list(_texts(copy["sections"]))
    while True:
        holder, key = random.choice(texts)
        given = holder[key]
        if (change := changed(given, random)) and "[^" not in given and "\n" not in given:
            holder[key] = change.after
            return copy, change


def _texts(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the holders and keys of the texts that are printed."""
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(one, str) and key not in ("type", "style", "owner", "what"):
            yield value, key
        if key not in ("diagram", "chart"):
            yield from _texts(one)


def changed(text: str, random: Random) -> Change | None:
    """Return a change of a word, a digit or an order in a text; None if it cannot be made."""
    kind = random.choice(("word", "digit", "order", "less"))
    if kind == "digit":
        return _other_digit(text, random)
    words = text.split(" ")
    at = random.randrange(len(words))
    if not re.fullmatch(r"\w{2,}", words[at]):
        return None
    if kind == "order":
        swapped = [*words[:at], *reversed(words[at : at + 2]), *words[at + 2 :]]
        return _unless_same(text, " ".join(swapped))
    other = [] if kind == "less" else [random.choice(("councils", "never", "100", "Wards"))]
    return _unless_same(text, " ".join([*words[:at], *other, *words[at + 1 :]]))


def _other_digit(text: str, random: Random) -> Change | None:
    digits = [found.start() for found in re.finditer(r"\d", text)]
    if not digits:
        return None
    at = random.choice(digits)
    return Change(text, f"{text[:at]}{(int(text[at]) + random.randint(1, 9)) % 10}{text[at + 1 :]}")


def _unless_same(before: str, after: str) -> Change | None:
    return Change(before, after) if after.strip() and "".join(before.split()) != "".join(after.split()) else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
