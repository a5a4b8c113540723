"""The ids of a page: short words that stay the same from edition to edition, so that others can link to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from csp_docs.blocks import Appendix, Block, Blocks, Figure, Paragraph, Section, Table, walk

_OTHER = re.compile(r"[^a-z0-9.]+")
_MADE = "#"
"""What ids have that typesetting gives to a thing of which the author gives none."""
_LONGEST = 60


class Anchors:
    """The id of each thing that references and contents may lead to; no two are the same."""

    def __init__(self, blocks: Blocks) -> None:
        self._taken = set(_RESERVED)
        self._waiting = {"contents"}
        self._ids = {name: self.fresh(wanted) for name, wanted in _wanted(walk.every_block(blocks))}

    def of(self, target: str) -> str:
        """Return the id of the thing that is called ``target``; empty if the page does not have it."""
        return self._ids.get(target, "")

    def once(self, name: str) -> str:
        """Return the id ``name``, which is kept for the first that asks for it; others get a number with it."""
        if name in self._waiting:
            self._waiting.remove(name)
            return name
        return self.fresh(name)

    def fresh(self, wanted: str) -> str:
        """Return the id ``wanted`` as far as nothing else has it: otherwise a number is added."""
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name


def slug(words: str) -> str:
    """Return ``words`` in small letters of the Latin alphabet, figures and hyphens.

    >>> slug("3.1 Tŷ’r Cyngor & us")
    '3.1-ty-r-cyngor-us'
    """
    letters = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return _OTHER.sub("-", plain)[:_LONGEST].strip("-.") or "part"


def _wanted(blocks: list[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Section | Appendix | Table | Figure | Paragraph) and block.id:
            yield block.id, slug(block.id if _MADE not in block.id else _described(block))


def _described(block: Section | Appendix | Table | Figure | Paragraph) -> str:
    match block:
        case Section():
            return walk.words(block.title)
        case Appendix():
            return block.printed_label
        case Table() | Figure() if block.caption:
            return block.caption.label
    return ""


_RESERVED = frozenset({"main", "notes", "contents"})
