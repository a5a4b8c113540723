"""Fields with the result that they show until Word updates them.

They are not marked as dirty and the settings do not ask for an update, because Word would then ask the reader a
question when the file opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from csp_docs.writers.word.file.elements import Xml, instruction, run, text_content, w

_PLACEHOLDER = re.compile(r"\{(pages?)\}")
_PAGE_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def field(code: str, result: str, properties: tuple[Xml, ...] = ()) -> list[Xml]:
    """Return the runs of a field with the last ``result``; all have ``properties``: some read the first."""
    return [*begun(code, properties), run(properties, *text_content(result)), ended(properties)]


def begun(code: str, properties: tuple[Xml, ...] = ()) -> list[Xml]:
    """Return the runs of a field before its result."""
    return [_mark("begin", properties), run(properties, instruction(code)), _mark("separate", properties)]


def ended(properties: tuple[Xml, ...] = ()) -> Xml:
    """Return the run after the result of a field."""
    return _mark("end", properties)


@cache
def _mark(kind: str, properties: tuple[Xml, ...]) -> Xml:
    return run(properties, w("fldChar", fldCharType=kind))


def page_label(label: str) -> Iterable[Xml]:
    """Yield the runs of a label such as ``Page {page} of {pages}``."""
    for place, part in enumerate(_PLACEHOLDER.split(label)):
        if place % 2:
            yield from field(_PAGE_FIELDS[part], "1")
        elif part:
            yield run((), *text_content(part))
