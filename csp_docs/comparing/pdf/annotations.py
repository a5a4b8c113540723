"""Words that annotations of a page show, such as boxes of text, stamps and fields (ISO 32000-1, 12.5)."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf.generic import DictionaryObject, StreamObject

from csp_docs.comparing.pdf.file import as_dictionary, as_list, resolved

_UNSEEN = 0b100010
"""The flags Hidden and NoView (12.5.3)."""


def shown(page: DictionaryObject) -> Iterator[tuple[StreamObject | None, str]]:
    """Yield what the annotations of a page show: their appearance, and the words that are shown without one."""
    for one in map(as_dictionary, as_list(page.get("/Annots"))):
        flags = resolved(one.get("/F"))
        if one.get("/Subtype") == "/Popup" or (isinstance(flags, int) and flags & _UNSEEN):
            continue
        words = str(resolved(one.get("/Contents")) or "") if one.get("/Subtype") == "/FreeText" else ""
        look = _appearance(one)
        if look is not None or words:
            yield look, words


def _appearance(annotation: DictionaryObject) -> StreamObject | None:
    """Return the normal appearance, in the state that the annotation is in."""
    look = resolved(as_dictionary(annotation.get("/AP")).get("/N"))
    if isinstance(look, DictionaryObject) and not isinstance(look, StreamObject):
        look = resolved(look.get(str(annotation.get("/AS"))))
    return look if isinstance(look, StreamObject) else None
