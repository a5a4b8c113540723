"""The language of words, marked if it is not the language of the file."""

from __future__ import annotations

from lxml import etree

from csp_docs.writers.word.file.elements import run_properties, w, w_name

_RUN, _PROPERTIES, _LANGUAGE, _TEXT = map(w_name, ("r", "rPr", "lang", "t"))


def set_language(element: etree._Element, language: str, usual: str) -> etree._Element:
    """Return ``element`` with its words marked as ``language``, if that is not the ``usual`` one or marked already."""
    if language != usual:
        for run in element.iter(_RUN):
            if run.find(_TEXT) is not None:
                _mark(run, language)
    return element


def _mark(run: etree._Element, language: str) -> None:
    properties = run.find(_PROPERTIES)
    if properties is None:
        run.insert(0, run_properties([w("lang", val=language)]))
    elif properties.find(_LANGUAGE) is None:
        run.replace(properties, run_properties([*properties, w("lang", val=language)]))
