"""Web pages as tests read them: strictly, as a browser builds them."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from xml.etree.ElementTree import Element

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from html5lib import HTMLParser

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_IN_LINES = {"a", "br", "em", "mark", "span", "strong", "sup", "wbr"}
_UNSEEN = {"svg", "script", "style"}


class Page:
    """A page; what is not valid HTML raises an error."""

    def __init__(self, content: bytes | str) -> None:
        self.text = content if isinstance(content, str) else content.decode()
        self.root: Element = HTMLParser(strict=True, namespaceHTMLElements=False).parse(self.text)

    def all(self, *tags: str, within: str = "body") -> list[Element]:
        """Return the elements with these tags, in reading order."""
        [top] = self.root.iter(within)
        return [element for element in top.iter() if not tags or element.tag in tags]

    def one(self, tag: str) -> Element:
        """Return the only element with this tag."""
        [found] = self.all(tag)
        return found

    @property
    def ids(self) -> list[str]:
        """All ids, in reading order."""
        return [element.attrib["id"] for element in self.all() if "id" in element.attrib]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """The level and the words of each heading."""
        return [(int(element.tag[1]), words(element)) for element in self.all(*HEADINGS)]


def words(element: Element, *, added: bool = True) -> str:
    """Return the words of an element, with one space between any two; without ``added`` those of the document alone."""
    return " ".join("".join(_texts(element, added)).split())


def _texts(element: Element, added: bool) -> Iterator[str]:
    if str(element.tag).rpartition("}")[2] in _UNSEEN or (not added and "data-added" in element.attrib):
        return
    between = "" if element.tag in _IN_LINES and element.tag != "br" else " "
    yield between + (element.text or "")
    for child in element:
        yield from _texts(child, added)
        yield child.tail or ""
    yield between


def attributes(page: Page) -> Iterator[tuple[str, str, str]]:
    """Yield the tag, the name and the value of each attribute."""
    for element in page.root.iter():
        for name, value in element.attrib.items():
            yield str(element.tag), re.sub(r"^\{.*\}", "", str(name)), value
