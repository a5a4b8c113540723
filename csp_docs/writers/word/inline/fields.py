"""Fields with the result that they show until Word updates them.

They are not marked as dirty and the settings do not ask for an update, because Word would then ask the reader a
question when the file opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from csp_docs.writers.word.file.elements import Xml, instruction, run, text_content, w

_PLACEHOLDER = re.compile(r"\{(pages?)\}")
_PAGE_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_BEGIN, _SEPARATE, _END = (run((), w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))


def field(code: str, result: str, properties: tuple[Xml, ...] = ()) -> list[Xml]:
    """Return the runs of a field with the last ``result``; ``properties`` are those of the result."""
    return [*begun(code), run(properties, *text_content(result)), ended()]


def begun(code: str) -> list[Xml]:
    """Return the runs of a field before its result."""
    return [_BEGIN, run((), instruction(code)), _SEPARATE]


def ended() -> Xml:
    """Return the run after the result of a field."""
    return _END


def page_label(label: str) -> Iterable[Xml]:
    """Yield the runs of a label such as ``Page {page} of {pages}``."""
    for place, part in enumerate(_PLACEHOLDER.split(label)):
        if place % 2:
            yield from field(_PAGE_FIELDS[part], "1")
        elif part:
            yield run((), *text_content(part))
