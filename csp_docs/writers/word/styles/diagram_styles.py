"""Styles of words in diagrams and maps: dark or light ones, plain or bold, in the middle of their box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from attrs import evolve

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.styles.style import ParagraphStyle

_STYLE, _CENTRED = "DiagramText", w("jc", val="center")
_WORDS = re.compile(rf'(<w:pStyle w:val="{_STYLE}\w*"/>(?:<w:spacing [^>]*/>)?)(?=</w:pPr>)')
_KINDS = {"text": "", "white": " Light"}
"""What the name of a style says of its colour."""


def diagram_styles(theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of words in diagrams."""
    plain = _name("text", bold=False)
    lines = w("spacing", after=0, line=twips(theme.cell.leading), lineRule="exact")
    yield ParagraphStyle(_id(plain), plain, properties=(_CENTRED, lines), priority=34, own=True)
    for colour, bold in list(product(_KINDS, (False, True)))[1:]:
        name, look = _name(colour, bold=bold), evolve(theme.body, colour=colour, bold=bold)
        yield ParagraphStyle(_id(name), name, _id(plain), look, priority=34, own=True)


def diagram_style(colour: str, *, bold: bool) -> str:
    """Return the id of the style of words in a ``colour`` of the theme."""
    return _id(_name(colour, bold=bold))


def centred_in_cell(xml: Xml) -> Xml:
    """Return ``xml`` for a cell, with its diagrams' words centred directly: LibreOffice ignores their styles there."""
    return Xml(_WORDS.sub(rf"\1{_CENTRED}", xml)) if _STYLE in xml else xml


def own_lines(leading: float) -> Xml:
    """Return the property of a paragraph in a diagram with words of another size than in the style."""
    return w("spacing", line=twips(leading), lineRule="exact")


def _name(colour: str, *, bold: bool) -> str:
    return f"Diagram Text{_KINDS[colour]}{' Bold' * bold}"


def _id(name: str) -> str:
    return name.replace(" ", "")
