"""Changes in files themselves: of texts and the order of blocks in Word files, and of what drawings print."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

from attrs import evolve
from lxml import etree

from csp_docs.comparing.reading import Reading
from tests.changes_in_text import Change, changed
from tests.comparing.word_sample import parts_of, zipped

_NOT_READ = ("drawing", "AlternateContent")
_DOCUMENT, _NOTES, _LINKS = "word/document.xml", "word/footnotes.xml", "word/_rels/document.xml.rels"
_Trees: TypeAlias = dict[str, etree._Element]


def changed_word_file(content: bytes, random: Random) -> tuple[bytes, Change]:
    """Return a Word file with one change in what is read, and the change."""
    parts = parts_of(content)
    trees = {name: etree.fromstring(parts[name]) for name in (_DOCUMENT, _NOTES, _LINKS) if name in parts}
    change = None
    while change is None:
        change = random.choice((_text, _text, _text, *_OTHERS))(trees, random)
    return zipped(parts | {name: etree.tostring(tree) for name, tree in trees.items()}), change


def _text(trees: _Trees, random: Random) -> Change | None:
    texts = [one for name in (_DOCUMENT, _NOTES) if name in trees for one in trees[name].iter("{*}t") if _is_read(one)]
    text = random.choice(texts)
    change = changed(text.text or "", random)
    text.text = change.after if change else text.text
    return change


def _is_read(text: etree._Element) -> bool:
    """Tell whether a text is one of the words: not in a drawing, and not a page number of the contents."""
    above = [str(one.tag).rpartition("}")[2] for one in text.iterancestors()]
    return not any(one in above for one in _NOT_READ) and not (text.text or "").isdecimal()


def _description(trees: _Trees, random: Random) -> Change | None:
    described = [one for one in trees[_DOCUMENT].iter("{*}docPr") if one.get("descr") and _is_first(one)]
    if not described:
        return None
    one = random.choice(described)
    change = changed(str(one.get("descr")), random)
    if change:
        one.set("descr", change.after)
        return evolve(change, kind=f"alternative text: {change.kind}")
    return None


def _is_first(element: etree._Element) -> bool:
    """Tell whether an element is not what old programs show instead."""
    return next(element.iterancestors("{*}Fallback"), None) is None


def _address(trees: _Trees, random: Random) -> Change | None:
    links = [one for one in trees.get(_LINKS, ()) if one.get("TargetMode") == "External"]
    if not links:
        return None
    one = random.choice(links)
    before = str(one.get("Target"))
    one.set("Target", before.replace("example", "sample") if "example" in before else f"{before}x")
    return Change("another address of a link", before, str(one.get("Target")))


def _swap_of(kind: str, tag: str) -> Callable[[_Trees, Random], Change | None]:
    """Return what lets two elements with the same parent change places."""

    def swapped(trees: _Trees, random: Random) -> Change | None:
        found = [one for one in trees[_DOCUMENT].iter(f"{{*}}{tag}") if _is_read(one) and _words(one)]
        one = random.choice(found) if found else None
        others = [other for other in found if one is not None and other.getparent() is one.getparent()]
        other = random.choice(others) if others else one
        if one is None or other is None or len({_words(one) + _words(other), _words(other) + _words(one)}) < 2:
            return None
        if next(one.iter("{*}sectPr", "{*}fldChar"), None) is not None:
            return None
        _exchange(one, other)
        return Change(kind, f"{_words(one)} | {_words(other)}", f"{_words(other)} | {_words(one)}")

    return swapped


def _exchange(one: etree._Element, other: etree._Element) -> None:
    contents = [[*element] for element in (one, other)]
    for element, content in ((one, contents[1]), (other, contents[0])):
        element[:] = content


def _words(element: etree._Element) -> str:
    return "".join("".join(str(text.text or "") for text in element.iter("{*}t")).split())


_OTHERS = (_description, _address, _swap_of("rows in another order", "tr"), _swap_of("cells in another order", "tc"),
           _swap_of("paragraphs in another order", "p"))  # fmt: skip


def changed_drawing(reading: Reading, random: Random) -> tuple[Reading, Change] | None:
    """Return what is read in a PDF or web page in which two names, or two numbers, of a drawing changed places."""
    at = random.choice([at for at, chart in enumerate(reading.charts) if chart.prints])
    chart = reading.charts[at]
    which = random.choice([which for which, text in enumerate(chart.drawn) if text.strip()])
    text = chart.drawn[which]
    kind, pattern = random.choice((("names", r"(?<!\w)(?:Area|Series|Stage) [A-Z](?!\w)"), ("numbers", r"(?<![\w,.])\d[\d,]*(?![\w,])")))  # fmt: skip # noqa: E501
    found = [one for one in re.findall(pattern, text) if text.count(one) == 1 and _counts(one, reading, at)]
    if len(found) < 2:
        return None
    one, other = random.sample(found, 2)
    after = "\0".join(part.replace(other, one) for part in text.split(one)).replace("\0", other)
    drawn = (*chart.drawn[:which], after, *chart.drawn[which + 1 :])
    charts = (*reading.charts[:at], evolve(chart, drawn=drawn), *reading.charts[at + 1 :])
    pieces = tuple(evolve(one, text=after) if one.text.strip() == text.strip() else one for one in reading.drawn)
    return evolve(reading, charts=charts, drawn=pieces), Change(
        f"two {kind} of a drawing", f"{one} | {other}", f"{other} | {one}"
    )


def _counts(one: str, reading: Reading, at: int) -> bool:
    """Tell whether a name or number is one of the data: numbers of an axis are in the description of no chart."""
    return not one[0].isdigit() or bool(re.search(rf"(?<![\d,.]){one}(?![\d,])", reading.charts[at].description))


def changed_word_drawing(content: bytes, random: Random) -> tuple[bytes, Change] | None:
    """Return a Word file in which two names, or two numbers, of a chart or a diagram changed places."""
    parts = parts_of(content)
    charts = [name for name in parts if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    name = random.choice([_DOCUMENT, *charts])
    tree = etree.fromstring(parts[name])
    if name == _DOCUMENT:
        groups = [[one for one in group.iter("{*}t") if _is_first(one)] for group in tree.iter("{*}wgp", "{*}wpc")]
    else:
        found = random.choice(([*tree.iter("{*}cat")][:1], [*tree.iter("{*}val")]))  # the first series has the names
        groups = [[*points.iter("{*}v")] for points in found]
    texts: Sequence[etree._Element] = random.choice(groups) if groups else ()
    different = [one for one in texts if (one.text or "").strip()]
    if len({one.text for one in different}) < 2:
        return None
    one, other = random.sample(different, 2)
    if one.text == other.text:
        return None
    one.text, other.text = other.text, one.text
    return zipped(parts | {name: etree.tostring(tree)}), Change(
        "two names or numbers of a drawing", f"{other.text} | {one.text}", f"{one.text} | {other.text}"
    )
