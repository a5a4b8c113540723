"""An independent reader of tagged PDF: the tag tree with the words that its marked content paints.

It takes nothing from the writer: pikepdf reads the file, and words come from the fonts' own ToUnicode maps. Reading
fails where a tag tree may not be trusted: a mark used twice or by nobody, a parent tree that disagrees, paint that is
neither tagged nor an artifact.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"}
SHOWING = {"Tj", "TJ", "'", '"'}


@dataclass
class Tag:
    """An element of the tree: what it holds in order, words and elements; ``pages`` (from 0) its words stand on."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list[Tag | str] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    annotations: int = 0

    def text(self) -> str:
        """All words below, each element's on lines of their own only where the caller puts them."""
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def all(self, *names: str) -> Iterator[Tag]:
        """Every element so named below, in reading order."""
        if self.name in names:
            yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.all(*names)

    def outline(self, depth: int = 0) -> Iterator[str]:
        """Lines of text that show the tree."""
        shown = "".join(f" {key}={value}" for key, value in sorted(self.attributes.items()))
        yield "  " * depth + self.name + shown
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.outline(depth + 1)
            else:
                yield "  " * (depth + 1) + repr(kid)


@dataclass
class TaggedPdf:
    """What a reader finds: the tag tree, and what each page paints as artifacts."""

    root: Tag
    artifacts: list[list[str]]
    pages: list[str]
    """The words that each page paints inside tags, in the order of painting."""


def read(data: bytes) -> TaggedPdf:
    """Return the tags of a file; raises AssertionError where they cannot be trusted."""
    return _Reader(pikepdf.open(io.BytesIO(data))).read()


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        nums = pdf.Root.StructTreeRoot.ParentTree.Nums
        self.parents = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
        self.unread: dict[tuple[int, int], str] = {}
        self.annotations = 0

    def read(self) -> TaggedPdf:
        artifacts, pages = [], []
        for number in range(len(self.pdf.pages)):
            marked, other = self._page(number)
            self.unread.update({(number, mark): text for mark, text in marked.items()})
            artifacts.append(other)
            pages.append("".join(marked.values()))
        root = self._element(self.pdf.Root.StructTreeRoot.K, None)
        assert not self.unread, f"marks that no element holds: {self.unread}"
        assert self.annotations == sum(len(page.obj.get("/Annots", [])) for page in self.pdf.pages)
        return TaggedPdf(root, artifacts, pages)

    def _page(self, number: int) -> tuple[dict[int, str], list[str]]:
        """The words of each mark of a page, and those of its artifacts."""
        page = self.pdf.pages[number]
        fonts = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
        marked: dict[int, str] = {}
        artifacts: list[str] = []
        mark: int | str | None = None
        font: dict[int, str] = {}
        in_text = opened_in_text = False
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = instruction.operands, str(instruction.operator)
            if name in ("BDC", "BMC"):
                assert mark is None, f"marks inside marks on page {number}"
                tag, opened_in_text = str(operands[0]), in_text
                mark = "artifact" if tag == "/Artifact" else int(operands[1].MCID)
                if isinstance(mark, int):
                    self._check_parent(number, mark, tag)
                    marked[mark] = ""
                else:
                    artifacts.append("")
            elif name == "EMC":
                assert mark is not None
                assert opened_in_text == in_text
                mark = None
            elif name in ("BT", "ET"):
                in_text = name == "BT"
            elif name == "Tf":
                font = fonts[str(operands[0])]
            if name in PAINTING:
                assert mark is not None, f"{name} outside tags and artifacts on page {number}"
            if name in SHOWING:
                shown = _shown(operands, font)
                if isinstance(mark, int):
                    marked[mark] += shown
                else:
                    artifacts[-1] += shown
        assert mark is None
        assert list(marked) == list(range(len(marked))) == list(range(len(self._parent_array(number))))
        return marked, artifacts

    def _parent_array(self, number: int) -> Any:
        return self.parents[int(self.pdf.pages[number].obj.StructParents)]

    def _check_parent(self, number: int, mark: int, tag: str) -> None:
        assert str(self._parent_array(number)[mark].S) == tag

    def _element(self, element: Any, page: Any) -> Tag:
        tag = Tag(str(element.S)[1:], _attributes(element))
        page = element.get("/Pg", page)
        for kid in _list(element.get("/K")):
            if isinstance(kid, int):
                self._words(tag, self.numbers[page.objgen], int(kid), element)
            elif kid.get("/Type") == "/MCR":
                self._words(tag, self.numbers[kid.get("/Pg", page).objgen], int(kid.MCID), element)
            elif kid.get("/Type") == "/OBJR":
                self._annotation(kid.Obj, element)
                tag.annotations += 1
            else:
                assert kid.P.objgen == element.objgen, "a child that names another parent"
                child = self._element(kid, None)
                tag.kids.append(child)
                tag.pages |= child.pages
        return tag

    def _words(self, tag: Tag, page: int, mark: int, element: Any) -> None:
        assert self._parent_array(page)[mark].objgen == element.objgen, "the parent tree names another element"
        text = self.unread.pop((page, mark))
        if tag.kids and isinstance(tag.kids[-1], str):
            tag.kids[-1] += text
        else:
            tag.kids.append(text)
        tag.pages.add(page)

    def _annotation(self, annotation: Any, element: Any) -> None:
        assert self.parents[int(annotation.StructParent)].objgen == element.objgen
        assert str(annotation.Contents)
        assert "/Dest" in annotation or str(annotation.A.URI)
        self.annotations += 1


def _list(kids: Any) -> list[Any]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _attributes(element: Any) -> dict[str, str]:
    found = {key: str(element[f"/{key}"]) for key in ("Lang", "ID", "Alt", "ActualText") if f"/{key}" in element}
    for owner in _list(element.get("/A")):
        found |= {str(key)[1:]: _value(value) for key, value in owner.items() if key != "/O"}
    return found


def _value(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, pikepdf.Array) else str(value).lstrip("/")


def _shown(operands: Any, font: dict[int, str]) -> str:
    codes = b"".join(bytes(part) for part in _flat(operands) if isinstance(part, pikepdf.String))
    return "".join(font[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2))


def _flat(operands: Any) -> Iterator[Any]:
    for operand in operands:
        if isinstance(operand, pikepdf.Array):
            yield from operand
        else:
            yield operand


def _to_unicode(font: Any) -> dict[int, str]:
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", cmap)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
