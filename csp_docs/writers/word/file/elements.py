"""Markup as text: all that is not markup is escaped here, and nowhere else.

Text is written many times faster than elements of lxml, which are made one by one and moved with every parent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NewType

Xml = NewType("Xml", str)
"""An element with all in it, as text."""

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W_NAMESPACE, "r": R_NAMESPACE}

_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd", "tabs",
    "spacing", "ind", "jc", "outlineLvl", "sectPr",
)  # fmt: skip
_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "webHidden", "color", "sz", "szCs", "u", "shd",
    "vertAlign", "rtl", "lang",
)  # fmt: skip
"""The order of the properties of paragraphs and of runs in the schema (ECMA-376 part 1, 17.3.1 and 17.3.2)."""
_TAG = re.compile(r"<w:(\w+)")

_SPECIAL = re.compile("([\u00ad\u2011])")
_SPECIAL_ELEMENTS = {"\u00ad": "softHyphen", "\u2011": "noBreakHyphen"}
_IN_ATTRIBUTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_PRESERVED = ' xml:space="preserve"'
_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_FORBIDDEN, _NO_CHARACTERS = bytes({*range(32)} - set(b"\t\n\r")), ("\ufffe".encode(), "\uffff".encode())
"""The characters that XML forbids; UTF-8 itself refuses halves of characters."""


def w(tag: str, /, *children: Xml, **attributes: object) -> Xml:
    """Return the element ``w:tag`` with ``children``; every attribute is also in Word's namespace."""
    return element(f"w:{tag}", children, attributes, "w:")


def element(name: str, children: Iterable[Xml], attributes: Mapping[str, object], prefix: str = "") -> Xml:
    """Return the element called ``name``; the names of ``attributes`` get the ``prefix``."""
    start = f"<{name}" + "".join([f' {prefix}{key}="{_attribute(value)}"' for key, value in attributes.items()])
    inside = "".join(children)
    return Xml(f"{start}>{inside}</{name}>" if inside else f"{start}/>")


def worded(name: str, text: str, *, preserved: bool = False) -> Xml:
    """Return the element called ``name`` with ``text`` in it, ``preserved`` with all its blanks."""
    return Xml(f"<{name}{_PRESERVED if preserved else ''}>{_escaped(text)}</{name}>")


def related(element: Xml, relationship: str) -> Xml:
    """Return ``element``, pointing to another part or an address by the id of a relationship."""
    return _with_attribute(element, "r:id", relationship)


def with_attribute(element: Xml, name: str, value: object) -> Xml:
    """Return ``element``, a property, with ``w:name`` as ``value``, in its place if it has one already."""
    before, given, after = element.partition(f' w:{name}="')
    if not given:
        return _with_attribute(element, f"w:{name}", value)
    _, end, rest = after.partition('"')
    return Xml(f"{before}{given}{_attribute(value)}{end}{rest}")


def tag_of(element: Xml) -> str:
    """Return the name of ``element`` without its prefix."""
    found = _TAG.match(element)
    return found[1] if found else ""


def paragraph_properties(elements: Iterable[Xml]) -> Xml:
    """Return ``w:pPr`` with ``elements`` in the schema's order."""
    return w("pPr", *sorted(elements, key=lambda element: _PARAGRAPH_ORDER.index(tag_of(element))))


def run_properties(elements: Iterable[Xml]) -> Xml:
    """Return ``w:rPr`` with ``elements`` in the schema's order."""
    return w("rPr", *sorted(elements, key=lambda element: _RUN_ORDER.index(tag_of(element))))


def run(properties: Iterable[Xml], *content: Xml) -> Xml:
    """Return a run; without ``properties`` it looks like its paragraph."""
    inside = _look(tuple(properties)) + "".join(content)
    return Xml(f"<w:r>{inside}</w:r>" if inside else "<w:r/>")


@lru_cache(maxsize=1024)
def _look(properties: tuple[Xml, ...]) -> str:
    return run_properties(properties) if properties else ""


def text_content(text: str) -> list[Xml]:
    """Return the content of a run that prints ``text``: Word has its own elements for no-break and soft hyphens."""
    plain = text.replace("\t", " ").replace("\n", " ")
    if "\u00ad" not in plain and "\u2011" not in plain:
        return [_text(plain)] if plain else []
    parts = _SPECIAL.split(plain)
    return [w(_SPECIAL_ELEMENTS[part]) if part in _SPECIAL_ELEMENTS else _text(part) for part in parts if part]


def instruction(text: str) -> Xml:
    """Return the instruction of a field, such as ``PAGE``."""
    return worded("w:instrText", f" {text} ", preserved=True)


def root(name: str, *children: Xml, prefixes: Mapping[str, str] = NAMESPACES) -> Xml:
    """Return the element called ``name`` as the root of a part, which says what ``prefixes`` mean."""
    meanings = "".join([f' xmlns:{prefix}="{namespace}"' for prefix, namespace in prefixes.items()])
    return Xml(f"<{name}{meanings}>{''.join(children)}</{name}>")


def to_bytes(root: Xml) -> bytes:
    """Return the bytes of a part. Raises ValueError if it has a character that no XML can have."""
    written = _DECLARATION + root.encode()
    if len(written.translate(None, _FORBIDDEN)) != len(written) or any(one in written for one in _NO_CHARACTERS):
        raise ValueError("a text has a character that XML cannot have")
    return written


def _with_attribute(element: Xml, name: str, value: object) -> Xml:
    """Return ``element`` with one more attribute; what closes its start tag is the first such sign in it."""
    end = element.index(">")
    end -= element[end - 1] == "/"
    return Xml(f'{element[:end]} {name}="{_attribute(value)}"{element[end:]}')


def _text(text: str) -> Xml:
    return worded("w:t", text, preserved=text != text.strip() or "  " in text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _attribute(value: object) -> str:
    text = str(value)
    return text if text.isalnum() else text.translate(_IN_ATTRIBUTES)
