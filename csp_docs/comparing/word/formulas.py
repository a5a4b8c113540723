"""Formulas of a Word file: what is printed above or below something is a word of its own (ECMA-376 part 1, 22.1)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from csp_docs.comparing.word.markup import children, first, local, value

_APART = frozenset({"num", "den", "sub", "sup", "deg", "lim", "e", "fName"})
"""Parts of a formula that have a place of their own: above, below or next to others."""
_NOT_SHOWN = frozenset({"del", "moveFrom", "delText", "ctrlPr"})


def letters(element: etree._Element) -> str:
    """Return the letters and signs of a part of a formula.

    >>> letters(etree.fromstring("<f><num><r><t>1</t></r></num><den><r><t>2</t></r></den></f>")).split()
    ['1', '2']
    """
    return "".join(_letters(element))


def _letters(element: etree._Element) -> Iterator[str]:
    name = local(element)
    before, between, after = _signs(element, name)
    yield before
    for child in (one for one in element if local(one) not in _NOT_SHOWN):
        if local(child) == "e" and child is not first(element, "e"):
            yield between
        if local(child) == "t":
            yield str(child.text or "")
        else:
            apart = " " if local(child) in _APART else ""
            yield f"{apart}{letters(child)}{apart}"
    yield after


def _signs(element: etree._Element, name: str) -> tuple[str, str, str]:
    """Return the signs that an element prints before, between and after its parts, and that are not letters in it."""
    if name == "rad":
        return "√", "", ""
    if name == "nary":
        return _sign(element, "chr", "∫"), "", ""
    if name == "d":
        return _sign(element, "begChr", "("), _sign(element, "sepChr", "|"), _sign(element, "endChr", ")")
    return "", "", ""


def _sign(element: etree._Element, name: str, otherwise: str) -> str:
    """Return a sign that the properties of an element give; it may be given as none."""
    given = [one for of in children(element, f"{local(element)}Pr") for one in children(of, name)]
    return value(given[0], None) if given else otherwise
