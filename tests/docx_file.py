"""A Word file opened for tests: its parts as trees, its paragraphs with the numbers that Word would print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "cdr": "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
W = f"{{{NAMESPACES['w']}}}"


class WordFile:
    """The parts of a .docx by name ("word/styles.xml")."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.body = self.root("word/document.xml")
        self.styles = {style.get(W + "styleId"): style for style in self.root("word/styles.xml").iter(W + "style")}

    def root(self, name: str) -> etree._Element:
        """The tree of one part."""
        return etree.fromstring(self.parts[name])

    def paragraphs(self) -> list[etree._Element]:
        """All paragraphs of the body, those in tables too."""
        return list(self.body.iter(W + "p"))

    def numbered_texts(self) -> list[str]:
        """The text of each paragraph of the body behind the number that Word prints before it."""
        counting = _Counting(self)
        texts = ((counting.number(paragraph), text(paragraph)) for paragraph in self.paragraphs())
        return [f"{number.rstrip()} {words}".strip() for number, words in texts]

    def said(self, paragraph: etree._Element, tag: str, attribute: str = "val") -> str | None:
        """What a property of ``paragraph`` is, which it has itself or from its style and those that it is based on."""
        found = (own.find(f"w:{tag}", NAMESPACES) for own in self.style_chain(paragraph))
        given = (one.get(W + attribute) for one in found if one is not None)
        return next((value for value in given if value is not None), None)

    def built_on(self, paragraph: etree._Element) -> str:
        """The style that the style of ``paragraph`` only gives other space, or its style itself."""
        id_ = value(paragraph, "w:pPr/w:pStyle") or "Normal"
        return str(value(self.styles[id_], "w:basedOn")) if "Space" in id_ else id_

    def style_chain(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """The paragraph's own properties, then its style's, then those it is based on."""
        yield from paragraph.iterfind("w:pPr", NAMESPACES)
        style = self.styles.get(value(paragraph, "w:pPr/w:pStyle") or "Normal")
        while style is not None:
            yield from style.iterfind("w:pPr", NAMESPACES)
            style = self.styles.get(value(style, "w:basedOn"))

    def kept(self, paragraph: etree._Element) -> bool:
        """Whether ``paragraph`` stays on the page of what follows, by itself or by its style."""
        found = (properties.find("w:keepNext", NAMESPACES) for properties in self.style_chain(paragraph))
        keep = next((one for one in found if one is not None), None)
        return keep is not None and keep.get(f"{W}val") != "0"


class _Counting:
    """Word's counting: lists with the same abstract list count together; a level starts those below it afresh."""

    def __init__(self, file: WordFile) -> None:
        root = file.root("word/numbering.xml")
        self.file = file
        self.abstracts = {one.get(W + "abstractNumId"): one for one in root.iter(W + "abstractNum")}
        self.nums = {one.get(W + "numId"): one for one in root.iter(W + "num")}
        self.counts: dict[str, list[int]] = {}
        self.begun: set[str] = set()

    def number(self, paragraph: etree._Element) -> str:
        """Return the printed number of ``paragraph``; empty without one and for bullets."""
        found = (own.find("w:numPr", NAMESPACES) for own in self.file.style_chain(paragraph))
        place = next((one for one in found if one is not None), None)
        if place is None or value(place, "w:numId") == "0":
            return ""
        return self._next(str(value(place, "w:numId")), int(value(place, "w:ilvl") or 0))

    def _next(self, number: str, depth: int) -> str:
        num = self.nums[number]
        abstract = str(value(num, "w:abstractNumId"))
        counts = self.counts.setdefault(abstract, [0] * 9)
        if number not in self.begun:
            self.begun.add(number)
            for override in num.iterfind("w:lvlOverride[w:startOverride]", NAMESPACES):
                counts[int(str(override.get(W + "ilvl")))] = int(str(value(override, "w:startOverride"))) - 1
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (8 - depth)
        return self._printed(num, abstract, counts, depth)

    def _printed(self, num: etree._Element, abstract: str, counts: list[int], depth: int) -> str:
        level = self._level(num, abstract, depth)
        if value(level, "w:numFmt") == "bullet":
            return ""
        printed = str(value(level, "w:lvlText"))
        for at, count in enumerate(counts[: depth + 1]):
            style = str(value(self._level(num, abstract, at), "w:numFmt"))
            if level.find("w:isLgl", NAMESPACES) is not None:
                style = "decimal"
            printed = printed.replace(f"%{at + 1}", _FORMATS[style](count))
        return printed

    def _level(self, num: etree._Element, abstract: str, depth: int) -> etree._Element:
        own = num.find(f"w:lvlOverride[@w:ilvl='{depth}']/w:lvl", NAMESPACES)
        if own is not None:
            return own
        level = self.abstracts[abstract].find(f"w:lvl[@w:ilvl='{depth}']", NAMESPACES)
        assert level is not None
        return level


def _letter(count: int) -> str:
    return chr(96 + count) if count else ""


def _roman(count: int) -> str:
    return ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"][count]


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimal": str,
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}


def value(element: etree._Element, path: str) -> str | None:
    """The ``w:val`` of the element at ``path``."""
    found = element.find(path, NAMESPACES)
    return None if found is None else found.get(W + "val")


def text(element: etree._Element) -> str:
    """The words of ``element``; a line break is a space."""
    parts = (one.text or "" if one.tag == W + "t" else " " for one in element.iter(W + "t", W + "br"))
    return "".join(parts)


def find_all(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements at an XPath."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, etree._Element)]


def strings(element: etree._Element, path: str) -> list[str]:
    """The texts or attributes at an XPath."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [str(one) for one in found]
