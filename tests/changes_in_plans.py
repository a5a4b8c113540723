"""Changes in what documents are built from: of a text, of the order of rows, items and paragraphs, of an address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from random import Random
from typing import Any

import yaml

from tests.changes_in_text import Change, changed

_NOT_PRINTED = ("type", "style", "owner", "what", "by")
_ORDERS = {"rows": "rows in another order", "items": "items in another order", "content": "paragraphs in another order",
           "columns": "headers in another order", "": "items in another order"}  # fmt: skip
ADDRESS = re.compile(r"(?<=\]\()[^)]*(?=\))")


def more(random: Random) -> dict[str, Any]:
    """Return a section with dates, links, signs, ratings, marks of a table, and descriptions."""
    day, page, number = random.randint(1, 28), random.randint(100, 999), random.randint(11, 99)
    rows = [[name, f"{random.randint(1, 9)}.{random.randint(1, 9)}%", mark] for name, mark in
            (("Ashby", "[x]"), ("Bramley", "£1,250"), ("Coalford", "−3"), ("Denton", "12"))]  # fmt: skip
    measures = [{"name": name, "current": random.randint(50, 99), "target": random.randint(50, 99)} for name in
                ("Calls answered", "Visits made", "Cases closed")]  # fmt: skip
    content = [
        f"On {day} March 2025 crime fell by 1.{number}% to £2.{number} in 10 m², see "
        f"[the guidance](https://www.example.gov.uk/page-{page}) or [write](mailto:team{page}@example.gov.uk).",
        f"It was not so before {day} May 2019: 3,{page} offences. Was it ~~never~~ less?",
        [f"item {page} of [a list](https://www.example.gov.uk/{number})", "another item", "the last item"],
        {"table": {"columns": ["Area", "Rate", "Count"], "rows": rows, "caption": f"Rates of {day} areas"}},
        {"performance": {"measures": measures}},
        {"diagram": {"type": "steps", "items": ["Ask", "Listen", f"Act in {day} days"], "caption": "What we do",
                     "alt": f"First ask, then listen, then act in {day} days"}},
    ]  # fmt: skip
    return {"title": f"More of {page}", "content": content}


def changed_plan(plan: Any, random: Random) -> tuple[Any, Change]:
    """Return a plan with one change in its sections."""
    while True:
        copy = yaml.safe_load(yaml.safe_dump(plan))
        change = random.choice((_text, _text, _order, _address))(copy["sections"], random)
        if change:
            return copy, change


def _text(sections: Any, random: Random) -> Change | None:
    holder, key = random.choice(list(_texts(sections)))
    given = str(holder[key])
    change = changed(given, random)
    if not change or "\n\n" in given or "[^" in given or ADDRESS.findall(given) != ADDRESS.findall(change.after):
        return None
    holder[key] = type(holder[key])(change.after) if _is_number(change.after, holder[key]) else change.after
    return change


def _is_number(text: str, given: Any) -> bool:
    return isinstance(given, int) and text.isdecimal()


def _texts(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the holders and keys of the texts and numbers that are printed."""
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(one, str | int) and not isinstance(one, bool) and key not in _NOT_PRINTED:
            yield value, key
        if key not in ("diagram", "chart"):
            yield from _texts(one)
        elif "alt" in one:
            yield one, "alt"


def _order(sections: Any, random: Random) -> Change | None:
    kinds = dict[str, list[tuple[Any, Any, Any, Any]]]()
    for kind, *found in _swaps(sections, ""):
        kinds.setdefault(kind, []).append((found[0], found[1], found[2], found[3]))
    kind = random.choice([*kinds])
    first, one, second, other = random.choice(kinds[kind])
    before = f"{first[one]} | {second[other]}"
    first[one], second[other] = second[other], first[one]
    return Change(kind, before, f"{first[one]} | {second[other]}")


def _swaps(value: Any, key: Any) -> Iterator[tuple[str, Any, Any, Any, Any]]:
    """Yield what may change places: the kind, and two holders, each with a key."""
    if isinstance(value, list) and not isinstance(key, int):
        for one, other in combinations(range(len(value)), 2):
            if _differ(value[one], value[other]) and key in _ORDERS:
                yield _ORDERS[key], value, one, value, other
        if key == "rows" and all(isinstance(row, list) for row in value):
            yield from _cells(value)
    for name, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if name not in ("diagram", "chart"):
            yield from _swaps(one, "" if isinstance(one, list) and isinstance(name, int) and key == "content" else name)


def _cells(rows: list[list[str]]) -> Iterator[tuple[str, Any, Any, Any, Any]]:
    for row, below in pairwise(rows):
        for at in range(min(len(row), len(below))):
            if _differ(row[at], below[at]):
                yield "cells of two rows", row, at, below, at
        for one, other in combinations(range(len(row)), 2):
            if _differ(row[one], row[other]):
                yield "cells of two columns", row, one, row, other


def _differ(one: Any, other: Any) -> bool:
    """Tell whether two parts say something else in the other order: texts without notes, or rows of them."""
    plain = all(isinstance(part, str) and "[^" not in part and "\n" not in part for part in _flat([one, other]))
    return plain and _joined(one, other) != _joined(other, one)


def _joined(*parts: Any) -> str:
    return "".join("".join(_flat(parts)).split())


def _flat(value: Iterable[Any]) -> Iterator[Any]:
    for one in value:
        yield from _flat(one) if isinstance(one, list) else (one,)


def _address(sections: Any, random: Random) -> Change | None:
    """Change the address of a link, and not its words."""
    links = [(holder, key, found) for holder, key in _texts(sections) for found in ADDRESS.finditer(str(holder[key]))]
    holder, key, found = random.choice(links)
    at = random.choice([n for n, sign in enumerate(found[0]) if sign.isdigit()])
    after = f"{found[0][:at]}{(int(found[0][at]) + 1) % 10}{found[0][at + 1 :]}"
    holder[key] = f"{holder[key][: found.start()]}{after}{holder[key][found.end() :]}"
    return Change("another address of a link", found[0], after)
