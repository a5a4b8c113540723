"""Elements of lxml, for parts that mix namespaces: lxml says in each what its prefixes mean."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from csp_docs.writers.word.file.elements import NAMESPACES, R_NAMESPACE, Xml


def related(element: etree._Element, relationship: str) -> etree._Element:
    """Return ``element``, pointing to another part by the id of a relationship."""
    element.set(f"{{{R_NAMESPACE}}}id", relationship)
    return element


def written(element: etree._Element, prefixes: Mapping[str, str] = NAMESPACES) -> Xml:
    """Return ``element`` as text for a part whose root says what ``prefixes`` mean: the text does not say it again."""
    holder = etree.Element("root", nsmap=dict(prefixes))
    holder.append(element)
    text = etree.tostring(holder, encoding="unicode")
    return Xml(text[text.index(">") + 1 : text.rindex("<")])


def to_bytes(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
