"""Elements of lxml, for what is made once for a file or a process: the theme, a watermark, the types of parts."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from csp_docs.writers.word.file.elements import NAMESPACES, Xml


def written(element: etree._Element, prefixes: Mapping[str, str] = NAMESPACES) -> Xml:
    """Return ``element`` as text for a part whose root says what ``prefixes`` mean: the text does not say it again."""
    holder = etree.Element("root", nsmap=dict(prefixes))
    holder.append(element)
    text = etree.tostring(holder, encoding="unicode")
    return Xml(text[text.index(">") + 1 : text.rindex("<")])


def to_bytes(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
