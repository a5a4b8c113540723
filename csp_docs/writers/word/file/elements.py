"""WordprocessingML elements, made one by one; text goes in as text and is never parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W_NAMESPACE, "r": R_NAMESPACE}
_W, _R = f"{{{W_NAMESPACE}}}", f"{{{R_NAMESPACE}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs", "spacing",
    "ind", "jc", "outlineLvl", "sectPr",
)  # fmt: skip
_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "webHidden", "color", "sz", "szCs", "u", "shd",
    "vertAlign", "rtl", "lang",
)  # fmt: skip
"""The order of the properties of paragraphs and of runs in the schema (ECMA-376 part 1, 17.3.1 and 17.3.2)."""

_SPECIAL = re.compile("([\u00ad\u2011])")
_SPECIAL_ELEMENTS = {"\u00ad": "softHyphen", "\u2011": "noBreakHyphen"}
_BLANKS = str.maketrans("\t\n", "  ")


def w(tag: str, /, *children: etree._Element, **attributes: object) -> etree._Element:
    """Return the element ``w:tag`` with ``children``; every attribute is also in Word's namespace."""
    element = etree.Element(_W + tag, nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(_W + name, str(value))
    element.extend(children)
    return element


def w_name(tag: str) -> str:
    """Return the full name of ``w:tag``, for searches."""
    return _W + tag


def related(element: etree._Element, relationship: str) -> etree._Element:
    """Return ``element``, pointing to another part or an address by the id of a relationship."""
    element.set(_R + "id", relationship)
    return element


def paragraph_properties(elements: Iterable[etree._Element]) -> etree._Element:
    """Return ``w:pPr`` with ``elements`` in the schema's order."""
    return w("pPr", *_ordered(elements, _PARAGRAPH_ORDER))


def run_properties(elements: Iterable[etree._Element]) -> etree._Element:
    """Return ``w:rPr`` with ``elements`` in the schema's order."""
    return w("rPr", *_ordered(elements, _RUN_ORDER))


def run(properties: Iterable[etree._Element], *content: etree._Element) -> etree._Element:
    """Return a run; without ``properties`` it looks like its paragraph."""
    elements = tuple(properties)
    return w("r", run_properties(elements), *content) if elements else w("r", *content)


def text_content(text: str) -> list[etree._Element]:
    """Return the content of a run that prints ``text``: Word has its own elements for no-break and soft hyphens."""
    parts = _SPECIAL.split(text.translate(_BLANKS))
    return [w(_SPECIAL_ELEMENTS[part]) if part in _SPECIAL_ELEMENTS else _text(part) for part in parts if part]


def _text(text: str) -> etree._Element:
    element = w("t")
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(_SPACE, "preserve")
    return element


def instruction(text: str) -> etree._Element:
    """Return the instruction of a field, such as ``PAGE``."""
    element = w("instrText")
    element.text = f" {text} "
    element.set(_SPACE, "preserve")
    return element


def to_bytes(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _ordered(elements: Iterable[etree._Element], order: tuple[str, ...]) -> list[etree._Element]:
    return sorted(elements, key=lambda element: order.index(etree.QName(element).localname))


def paragraph(style: str, content: Iterable[etree._Element], *properties: etree._Element) -> etree._Element:
    """Return ``w:p`` in ``style``; ``properties`` has the differences from it."""
    return w("p", paragraph_properties([w("pStyle", val=style), *properties]), *content)
