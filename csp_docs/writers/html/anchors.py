"""The ids of a page: short words that stay the same from edition to edition, so that others can link to them."""

from __future__ import annotations

import re
import unicodedata

from csp_docs.blocks import Appendix, Block, Blocks, Figure, Section, Table, walk

_OTHER = re.compile(r"[^a-z0-9.]+")
_MADE = "#"
"""What ids have that typesetting gives to a thing of which the author gives none."""
_LONGEST = 60
OWN = "page_"
"""What the ids of parts begin with that no author names: no word of an author becomes an id with this sign in it."""


class Anchors:
    """The id of each thing that references and contents may lead to; no two are the same.

    Ids that authors chose come first: they stay the same if a heading with the same words is added before them.
    """

    def __init__(self, blocks: Blocks) -> None:
        self._taken = set[str]()
        named = [block for block in walk.every_block(blocks) if isinstance(block, walk.MARKED) and block.id]
        chosen = [block for block in named if _MADE not in block.id]
        self._ids = {block.id: self.fresh(slug(block.id)) for block in chosen}
        self._ids |= {block.id: self.fresh(slug(_described(block))) for block in named if _MADE in block.id}

    def of(self, target: str) -> str:
        """Return the id of the thing that is called ``target``; empty if the page does not have it."""
        return self._ids.get(target, "")

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


def _described(block: Block) -> str:
    match block:
        case Section():
            return walk.words(block.title)
        case Appendix():
            return block.printed_label
        case Table() | Figure() if block.caption:
            return block.caption.label
    return ""
