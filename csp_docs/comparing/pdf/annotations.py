"""Words that annotations of a page show, such as boxes of text, stamps and fields (ISO 32000-1, 12.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from pypdf.generic import DictionaryObject, StreamObject

from csp_docs.comparing.pdf.file import as_dictionary, as_list, key, resolved

_UNSEEN = 0b100010
"""The flags Hidden and NoView (12.5.3)."""


_WORDS = {"/FreeText": "/Contents", "/Widget": "/V"}
"""Where annotations have the words that they show without an appearance; those of fields are their values."""


def shown(page: DictionaryObject) -> Iterator[tuple[StreamObject | None, str]]:
    """Yield what the annotations of a page show: their appearance, and the words that are shown without one."""
    for one in map(as_dictionary, as_list(page.get("/Annots"))):
        flags = resolved(one.get("/F"))
        if one.get("/Subtype") == "/Popup" or (isinstance(flags, int) and flags & _UNSEEN):
            continue
        words = str(resolved(one.get(_WORDS.get(str(one.get("/Subtype")), ""))) or "")
        look = _appearance(one)
        if look is not None or words:
            yield look, words


def address(annotation: DictionaryObject) -> str:
    """Return where a link leads that leads to an address; otherwise nothing (12.6.4.7)."""
    action = as_dictionary(annotation.get("/A"))
    if annotation.get("/Subtype") != "/Link" or action.get("/S") != "/URI":
        return ""
    given = resolved(action.get("/URI"))
    return given.decode("latin-1") if isinstance(given, bytes) else str(given or "")


def links(pages: Sequence[DictionaryObject], known: Container[int]) -> Iterator[tuple[int, str]]:
    """Yield the numbers of pages and the addresses of their links, but for those of ``known`` objects.

    A link at one height on several pages belongs to their heads or feet.
    """
    found = [
        (number, address(one), round(float(resolved(as_list(one.get("/Rect"))[1]))))
        for number, page in enumerate(pages, 1)
        for link in as_list(page.get("/Annots"))
        if key(link) not in known and address(one := as_dictionary(link)) and len(as_list(one.get("/Rect"))) > 1
    ]
    pages_of = Counter((leads, height) for _, leads, height in set(found))
    yield from ((number, leads) for number, leads, height in found if pages_of[leads, height] == 1)


def _appearance(annotation: DictionaryObject) -> StreamObject | None:
    """Return the normal appearance, in the state that the annotation is in."""
    look = resolved(as_dictionary(annotation.get("/AP")).get("/N"))
    if isinstance(look, DictionaryObject) and not isinstance(look, StreamObject):
        look = resolved(look.get(str(annotation.get("/AS"))))
    return look if isinstance(look, StreamObject) else None
