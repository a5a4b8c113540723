"""Where links lead that lead out of the document: to a page on the web, to an address of mail, to a telephone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from csp_docs.comparing.addresses import target
from csp_docs.comparing.differences import Difference, Side
from csp_docs.comparing.reading import Link

if TYPE_CHECKING:
    from csp_docs.comparing.reading import Reading

PART = "targets of links"
_SCHEMES = "", "https://", "http://", "mailto:", "tel:"
Pairs = tuple[Sequence[Link], Sequence[Link]]


def unequal(first: Reading, other: Reading) -> Iterator[Difference]:
    """Yield the links that lead elsewhere, and those of one file only, unless their words are their address."""
    if _has_none(first, other) is not None:
        return
    for own, theirs in _left(first, other):
        for one, another in zip_longest(own, theirs):
            if (one and another) or not _says_itself(one or another):
                yield Difference(PART, _side(one), _side(another))


def untold(first: Reading, other: Reading) -> str:
    """Return what to say of links if one file has none at all, as a print of a document has; otherwise nothing."""
    without = _has_none(first, other)
    hidden = sum(not _says_itself(one) for one in _merged((*first.links, *other.links)))
    if without is None or not hidden:
        return ""
    return f"where {hidden:,} links lead, as {without.file} has no links" if hidden > 1 else (
        f"where a link leads, as {without.file} has no links"
    )  # fmt: skip


def _has_none(first: Reading, other: Reading) -> Reading | None:
    """Return the file that has no tags and no links: what prints a document may leave out both."""
    if bool(first.links) == bool(other.links):
        return None
    without = other if first.links else first
    return None if without.describes else without


def _left(first: Reading, other: Reading) -> Iterator[Pairs]:
    """Yield the links of two files that are not in both, those at one place together.

    In a PDF without tags, links have no order.
    """
    own, theirs = list(_merged(first.links)), list(_merged(other.links))
    if not (first.describes and other.describes):
        known = {one.target for one in own} & {one.target for one in theirs}
        yield [one for one in own if one.target not in known], [one for one in theirs if one.target not in known]
        return
    targets = [one.target for one in own], [one.target for one in theirs]
    for kind, a, b, c, d in SequenceMatcher(None, *targets, autojunk=False).get_opcodes():
        if kind != "equal":
            yield own[a:b], theirs[c:d]


def _merged(links: Sequence[Link]) -> Iterator[Link]:
    """Yield links; those that follow each other and lead to one place are one, as on several lines of a PDF."""
    last: Link | None = None
    for link in links:
        if last and last.target == link.target:
            last = Link(f"{last.words} {link.words}", last.target, last.place)
            continue
        if last:
            yield last
        last = link
    if last:
        yield last


def _says_itself(link: Link | None) -> bool:
    """Tell whether the words of a link are its address, so that they are compared in the text."""
    if link is None:
        return False
    words = "".join(link.words.split())
    return link.target in {target(f"{scheme}{words}") for scheme in _SCHEMES}


def _side(link: Link | None) -> Side:
    return Side(link.target, " ".join(link.words.split()), "", link.place) if link else Side("", "", "", "no link")
