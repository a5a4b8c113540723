"""What the docs say of each key: the rows of their tables, whose first column has keys in code marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from csp_docs.council.shipped import content
from csp_docs.records import record

Words: TypeAlias = Mapping[str, str]
"""What one table says of each of its keys."""

_HEADING = re.compile(r"#+ (?P<title>.+)")
_CODE = re.compile(r"`([^`]+)`")
_CELLS = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_ELSEWHERE = re.compile(
    r"(?:[,;:]\s*)?(?:as )?see (?:above|below)(?: if [^.;]*)?|^as (?:above|(?:for|on|in) (?:a )?[\w ]+)(?=[;:]|$)"
)
_KEY = re.compile(r"(\w+)(?:: …\}|:)?$")
_TO = re.compile(r"`(\w+_)(\d)` to `\w+_(\d)`")
_MEANING = {
    "meaning",
    "prints",
    "says",
    "content",
    "used for",
    "the question",
    "in english",
    "the column with",
    "result",
    "shows",
    "",
}
"""The heads of columns whose words need no introduction."""


@record
class Table:
    """A table of a page: the heading that it is below, the head of its first column, and what it says of each key."""

    heading: str
    head: str
    words: Words


def tables_of(page: Path) -> tuple[Table, ...]:
    """Return the tables of a page of the docs, in their order."""
    return tuple(_tables(content(page).decode().splitlines()))


def _tables(lines: list[str]) -> Iterator[Table]:
    heading, rows, in_code = "", list[list[str]](), False
    for line in (*lines, ""):
        in_code ^= line.startswith("```")
        if in_code:
            continue
        if line.startswith("|"):
            rows.append([cell.strip().replace(r"\|", "|") for cell in _CELLS.split(line)[1:-1]])
            continue
        if rows:
            yield Table(heading, rows[0][0], _words(rows[0], rows[2:]))
            rows = []
        if found := _HEADING.match(line):
            heading = found["title"]


def _words(head: list[str], rows: list[list[str]]) -> Words:
    """Return what rows say of their keys. A row without a key goes on with the last one; a head may be a key itself."""
    words, names = dict[str, str](), list[str]()
    for first, *others in rows:
        names = _names(first) or names
        said = _sentence(head[1:], others)
        for name in names:
            words[name] = f"{words[name]}\n{said}" if name in words and not first else words.get(name, said)
    if (whole := _CODE.fullmatch(head[0])) and (key := _KEY.search(whole[1])):
        words.setdefault(key[1], "\n".join(f"{first}: {_sentence(head[1:], others)}" for first, *others in rows))
    return words


def _names(cell: str) -> list[str]:
    """Return the keys that a cell names; `measures.amber` is the key `amber`."""
    if found := _TO.search(cell):
        return [f"{found[1]}{number}" for number in range(int(found[2]), int(found[3]) + 1)]
    return [code.rpartition(".")[2] for code in _CODE.findall(cell)]


def _sentence(head: list[str], cells: list[str]) -> str:
    """Return the words of a row for somebody who does not see the head of its table."""
    said = [(title.lower(), _plain(cell)) for title, cell in zip(head, cells, strict=True)]
    meaning = [words for title, words in said if title in _MEANING and words]
    named = [f"{title.capitalize()}: {words}" for title, words in said if title not in _MEANING and words]
    return "\n".join([f"{words[0].upper()}{words[1:]}." for words in meaning] + [f"{words}." for words in named])


def _plain(cell: str) -> str:
    """Return a cell without links, and without words about other places of its page."""
    return _ELSEWHERE.sub("", _LINK.sub(r"\1", cell)).strip(" ,;:")
