"""A comparison in words, and as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from csp_docs.comparing.compared import MOST, Comparison, Pair
from csp_docs.comparing.differences import Difference, Side
from csp_docs.comparing.reading import Reading

_LONGEST = 40
"""How many words of a difference are shown."""


def as_text(comparison: Comparison) -> str:
    """Return what a person reads."""
    return "\n".join(_lines(comparison))


def as_json(comparison: Comparison) -> str:
    """Return what a program reads."""
    found = {
        "same": comparison.same,
        "files": [_file(reading) for reading in comparison.readings],
        "comparisons": [_pair(pair) for pair in comparison.pairs],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _lines(comparison: Comparison) -> Iterator[str]:
    for pair in comparison.pairs:
        if pair.same:
            yield f"{pair.other.file} says the same as {pair.first.file}{_but_for(pair)}."
        else:
            yield f"{pair.other.file} does not say the same as {pair.first.file}. {_count(pair)}"
            for number, difference in enumerate(pair.differences, 1):
                yield from _difference(number, difference, pair)
    for reading in comparison.readings:
        if reading.edited:
            yield f"{reading.file} was changed after it was built: its words do not have its own fingerprint."
    for reading in comparison.readings:
        yield f"Not compared in {reading.file}: {'; '.join(_left_out(reading))}."


def _but_for(pair: Pair) -> str:
    """Return what people see in the files, and what was not compared."""
    found = "; ".join(pair.but_for)
    return f", but for: {found}" if found else ""


def _count(pair: Pair) -> str:
    if pair.more:
        return f"The first {MOST} differences:"
    return f"{len(pair.differences)} differences:" if len(pair.differences) > 1 else "One difference:"


def _left_out(reading: Reading) -> Iterator[str]:
    for what, count in reading.left_out:
        yield f"{what} ({count:,})" if count else what


def _difference(number: int, difference: Difference, pair: Pair) -> Iterator[str]:
    yield f"  {number}. In the {difference.part}:"
    for reading, side in ((pair.first, difference.first), (pair.other, difference.other)):
        yield f"     {reading.file}, {side.place}:"
        yield f"       {_shown(side)}"


def _shown(side: Side) -> str:
    """Return the words of one file, with those around them: … crime fell by [11%] in the district …."""
    words = side.words.split()
    more = f" … and {len(words) - _LONGEST} words more" if len(words) > _LONGEST else ""
    middle = f"[{_visible(' '.join(words[:_LONGEST]))}{more}]" if words else "[nothing]"
    return " ".join(filter(None, ("…", side.before, middle, side.after, "…")))


def _visible(words: str) -> str:
    """Return words with the numbers of characters in the place of those that nobody sees in a terminal: U+F04A."""
    seen = (f" U+{ord(sign):04X} " if sign != " " and not sign.isprintable() else sign for sign in words)
    return " ".join("".join(seen).split())


def _file(reading: Reading) -> dict[str, object]:
    return {
        "file": reading.file,
        "format": reading.format,
        "fingerprint": reading.fingerprint,
        "stated_fingerprint": reading.stated or None,
        "changed_since_built": reading.edited if reading.stated else None,
        "not_compared": [{"what": what, "count": count or None} for what, count in reading.left_out],
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "first": pair.first.file,
        "other": pair.other.file,
        "same": pair.same,
        "but_for": list(pair.but_for),
        "differences": [
            {"part": one.part, "first": _side(one.first), "other": _side(one.other)} for one in pair.differences
        ],
        "more": pair.more,
    }


def _side(side: Side) -> dict[str, str]:
    return {"words": side.words, "before": side.before, "after": side.after, "place": side.place}
