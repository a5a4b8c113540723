"""The language of words, marked if it is not the language of the file."""

from __future__ import annotations

import re
from functools import partial

from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.paragraphs import Paragraph, Written

_RUN = re.compile("<w:r>((?:(?!<w:r>).)*?)</w:r>", re.DOTALL)
"""A run and what is in it, but for runs with shapes, which have others inside."""
_PROPERTIES, _END, _LANGUAGE, _TEXT = "<w:rPr>", "</w:rPr>", "<w:lang ", re.compile("<w:t[ >]")


def set_language(xml: Xml, language: str, usual: str) -> Xml:
    """Return ``xml`` with its words marked as ``language``, if that is not the ``usual`` one or marked already."""
    return Xml(_RUN.sub(partial(_marked, language), xml)) if language != usual else xml


def written_in(element: Written, language: str, usual: str) -> Written:
    """Return ``element`` with its words marked as ``language``, if that is not the ``usual`` one or marked already."""
    if not isinstance(element, Paragraph):
        return set_language(element, language, usual)
    element.content = [set_language(one, language, usual) for one in element.content]
    return element


def _marked(language: str, run: re.Match[str]) -> str:
    """Return ``run`` with its language, which is the last of its properties."""
    inside = run[1]
    if not _TEXT.search(inside):
        return run[0]
    properties, end, rest = inside.rpartition(_END) if inside.startswith(_PROPERTIES) else (_PROPERTIES, _END, inside)
    mark = "" if _LANGUAGE in properties else w("lang", val=language)
    return f"<w:r>{properties}{mark}{end}{rest}</w:r>"
