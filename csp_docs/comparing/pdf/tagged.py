"""The words of a tagged PDF in the order of its tag tree (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import evolve
from pypdf.generic import DictionaryObject

from csp_docs.comparing.pdf.annotations import address, links
from csp_docs.comparing.pdf.content import Contents
from csp_docs.comparing.pdf.file import PdfFile, as_dictionary, as_list, key, resolved
from csp_docs.comparing.pdf.fonts import is_meant
from csp_docs.comparing.pdf.lines import Sink, without_page_number
from csp_docs.comparing.pdf.outside import add_outside, words_of
from csp_docs.comparing.pdf.painted import UNSEEN, Mark, Painted
from csp_docs.comparing.reading import Charted, Piece, Pieces, refused
from csp_docs.comparing.tables import Cell, table

_INLINE = frozenset({"Span", "Link", "Quote", "Code", "Em", "Strong", "Sub", "BibEntry", "Annot", "Ruby", "RB", "RT",
                     "RP", "Warichu", "WT", "WP", "NonStruct", "Private", "Form", "Formula"})  # fmt: skip
_NOTES = frozenset({"Note", "FENote"})
_HEADINGS = frozenset({"H", "Title", *(f"H{level}" for level in range(1, 7))})
_BULLET_LISTS = frozenset({"/Disc", "/Circle", "/Square", "/Unordered"})
_DIVIDED = re.compile(r"(?<=\d)\n(?=\d)")
"""Where a narrow column divides the number of a note."""
_DEEPEST = 120
_MOST_ELEMENTS = 1_000_000
_MOST_UNTAGGED = 0.05
"""The share of a file that may be outside its tags; with more, its tags are not its text."""


def is_tagged(pdf: PdfFile) -> bool:
    """Tell whether a file says that its tags are its text."""
    marked = resolved(as_dictionary(pdf.root.get("/MarkInfo")).get("/Marked"))
    return bool(marked) and bool(as_list(as_dictionary(pdf.root.get("/StructTreeRoot")).get("/K")))


class Tagged:
    """Reads the tag tree. If too much of the file is outside it, nothing is found."""

    def __init__(self, pdf: PdfFile, found: Pieces) -> None:
        self.pdf, self.found = pdf, found
        self.tree = as_dictionary(pdf.root.get("/StructTreeRoot"))
        self.roles = as_dictionary(self.tree.get("/RoleMap"))
        self.words: dict[Mark, Sink] = {}
        self.heads, self.linked = set[str](), set[int]()
        self.last: Sink | None = None
        self.pages: dict[int, int] = {}
        self.buffer: list[str] = []
        self.target, self.page, self.elements = found.text, 0, 0
        self.in_entry, self.count = False, 0
        self.row, self.rows = list[Cell](), list[list[Cell]]()

    def read(self) -> None:
        """Add the words of the file to what was found."""
        inside, outside, contents, pages = 0, 0, Contents(self.pdf, marks=True), list[Painted]()
        for number, page in enumerate(self.pdf.pages):
            painted = contents.page(number)
            pages.append(painted)
            self.found.leave_out(UNSEEN, painted.unseen)
            self.words |= painted.marked
            inside += sum(len(sink.text()) for sink in painted.marked.values())
            self.pages[key(page)] = number
            outside += len("".join(painted.unmarked.text().split()))
        if outside > _MOST_UNTAGGED * (outside + inside):
            return
        self._kids(self.tree, None, "", 0)
        self._flush()
        self._outside(pages)

    def _outside(self, pages: list[Painted]) -> None:
        """Add what is painted outside the tags; marks that no tag names are outside, too."""
        for page in pages:
            for mark in page.marked.keys() & self.words.keys():
                page.unmarked.lines += self.words[mark].lines
        add_outside(self.found, pages, words_of(self.pdf.title()) | self.heads)
        for number, leads in links(self.pdf.pages, self.linked):
            self.found.link("", leads, f"page {number}")

    def _kids(self, element: DictionaryObject, page: Any, tag: str, depth: int) -> None:
        for kid in as_list(element.get("/K")):
            found = resolved(kid)
            if isinstance(found, int):
                self._content((key(page), int(found)), page)
            elif isinstance(found, DictionaryObject):
                self._kid(found, page, tag, depth)

    def _kid(self, kid: DictionaryObject, page: Any, tag: str, depth: int) -> None:
        if kid.get("/Type") == "/MCR":
            page = kid.raw_get("/Pg") if "/Pg" in kid else page
            owner = kid.raw_get("/Stm") if "/Stm" in kid else page
            number = resolved(kid.get("/MCID"))
            if isinstance(number, int):
                self._content((key(owner), int(number)), page)
        elif kid.get("/Type") != "/OBJR" and "/S" in kid:
            self._element(kid, tag, depth + 1)

    def _content(self, mark: Mark, page: Any) -> None:
        self.page = self.pages.get(key(page), self.page)
        sink = self.words.pop(mark, None)
        if sink is not None:
            between = self.last.before(sink) if self.last and self.buffer else ""
            self.buffer.append(f"{between}{sink.text()}")
            self.last = sink

    def _element(self, element: DictionaryObject, above: str, depth: int) -> None:
        self.elements += 1
        if depth > _DEEPEST or self.elements > _MOST_ELEMENTS:
            raise refused(self.pdf.file, "the tags of the PDF are nested too deeply or in a circle", "export it again")
        tag, page = self._tag(element), element.raw_get("/Pg") if "/Pg" in element else None
        if tag == "Artifact":
            return
        if tag == "Figure" or (tag == "Formula" and "/Alt" in element):
            self._figure(element, page, depth)
        elif tag in _NOTES:
            self._note(element, page, tag, depth)
        elif tag == "Lbl":
            self._label(element, page, above, depth)
        elif tag in _INLINE:
            self._inline(element, page, above if tag == "Span" else tag, depth)
        elif tag == "Reference":
            self._apart(element, page, tag, depth)
        else:
            self._block(element, page, tag, depth)

    def _inline(self, element: DictionaryObject, page: Any, tag: str, depth: int) -> None:
        """Read words of a line, or those that are meant by them."""
        begun = len(self.buffer)
        self._kids(element, page, tag, depth)
        self._link(element, tag, "".join(self.buffer[begun:]))
        meant = resolved(element.get("/ActualText"))
        if meant is not None and is_meant(str(meant), "".join(self.buffer[begun:])):
            self.buffer[begun:] = [str(meant)]

    def _link(self, element: DictionaryObject, tag: str, words: str) -> None:
        """Keep where a link leads, which its annotation says."""
        for kid in map(as_dictionary, as_list(element.get("/K")) if tag == "Link" else ()):
            if kid.get("/Type") == "/OBJR" and "/Obj" in kid:
                self.linked.add(key(kid.raw_get("/Obj")))
                self.found.link(words, address(as_dictionary(kid.get("/Obj"))), self._place(None))

    def _tag(self, element: DictionaryObject) -> str:
        name = str(element.get("/S"))
        for _ in range(16):
            if name not in self.roles:
                break
            name = str(resolved(self.roles.get(name)))
        return name.removeprefix("/")

    def _block(self, element: DictionaryObject, page: Any, tag: str, depth: int) -> None:
        """Read what begins a line of its own."""
        if tag in ("TOC", "TOCI"):
            self._contents(element, page, tag, depth)
        elif self.in_entry:
            self._kids(element, page, tag, depth)
        else:
            self._flush()
            begun = len(self.target)
            self._kids(element, page, _list_kind(element) if tag == "L" else tag, depth)
            self._flush()
            self._cell(element, tag, begun)
            if tag == "TH":
                self.heads |= words_of(" ".join(piece.text for piece in self.target[begun:]))
            if tag == "THead":
                self.found.repeated.append(" ".join(piece.text for piece in self.target[begun:]))
            if tag in _HEADINGS and self.target is self.found.text:
                self._head(begun)

    def _cell(self, element: DictionaryObject, tag: str, begun: int) -> None:
        """Keep the words of a cell, or a row or a table of them."""
        if tag in ("TH", "TD"):
            words = " ".join(piece.text for piece in self.target[begun:])
            self.row.append(Cell(words, _span(element, "/ColSpan"), _span(element, "/RowSpan")))
        elif tag == "TR":
            self.rows.append(self.row)
            self.row = []
        elif tag == "Table":
            self.found.tables.append(table(self._place(None), self.rows))
            self.rows = []

    def _head(self, begun: int) -> None:
        """Let the words since then be the heading of those that follow."""
        self.found.heading = " ".join(piece.text for piece in self.target[begun:])
        place = f"page {self.page + 1}, {self.found.at_heading}"
        self.target[begun:] = [Piece(piece.text, place) for piece in self.target[begun:]]

    def _contents(self, element: DictionaryObject, page: Any, tag: str, depth: int) -> None:
        """Read contents, or one of their entries without its page number; contents may be inside an entry."""
        self._flush()
        around, self.in_entry = self.in_entry, tag == "TOCI"
        self._kids(element, page, tag, depth)
        self._flush()
        self.in_entry = around

    def _label(self, element: DictionaryObject, page: Any, above: str, depth: int) -> None:
        """Read the label of an item; that of a bullet or a note is not one of the words."""
        around, self.buffer = self.buffer, []
        self._kids(element, page, "Lbl", depth)
        label, self.buffer = "".join(self.buffer), around
        sign = label.strip()
        if above in _NOTES or above == "bullets" or (above == "LI" and len(sign) == 1 and not sign.isalnum()):
            return
        self.buffer.append(f"{label} ")

    def _apart(self, element: DictionaryObject, page: Any, tag: str, depth: int) -> None:
        """Read the mark of a note, or another reference, as words of their own."""
        begun = len(self.buffer)
        self._kids(element, page, tag, depth)
        self.buffer[begun:] = [f" {_DIVIDED.sub('', ''.join(self.buffer[begun:]))} "]

    def _note(self, element: DictionaryObject, page: Any, tag: str, depth: int) -> None:
        """Read a note: its words come after the text. Some programs have its number among them."""
        around, target, self.buffer = self.buffer, self.target, []
        self.target, begun, self.found.in_notes = self.found.notes, len(self.found.notes), True
        self.count += 1
        self._kids(element, page, tag, depth)
        self._flush()
        for piece in self.target[begun : begun + 1]:
            self.target[begun] = evolve(piece, text=re.sub(rf"^\s*{self.count}[.)]?\s+", "", piece.text))
        self.buffer, self.target, self.found.in_notes = around, target, target is self.found.notes

    def _figure(self, element: DictionaryObject, page: Any, depth: int) -> None:
        """Keep the description of a figure; the words in it are left out, but for a caption."""
        described = str(resolved(element.get("/Alt")) or resolved(element.get("/ActualText")) or "")
        if described:
            self.found.descriptions.append(Piece(described, self._place(page)))
        self._drop(element, page, depth, described)
        for kid in map(resolved, as_list(element.get("/K"))):
            if isinstance(kid, DictionaryObject) and "/S" in kid and self._tag(kid) == "Caption":
                self._element(kid, "Figure", depth + 1)

    def _drop(self, element: DictionaryObject, page: Any, depth: int, described: str) -> None:
        """Keep the words in a drawing, which may be a chart."""
        sinks = (self.words.pop(mark, None) for mark in self._marks(element, page, depth))
        words = " ".join(sink.text() for sink in sinks if sink is not None)
        self.found.draw(words, self._place(page))
        self.found.charts.append(Charted(described, self._place(page), drawn=(words,)))

    def _marks(self, element: DictionaryObject, page: Any, depth: int) -> Iterator[Mark]:
        """Yield the marks in a drawing, but for those of its caption."""
        for kid in as_list(element.get("/K")):
            found = resolved(kid)
            if isinstance(found, int):
                yield key(page), int(found)
            if not isinstance(found, DictionaryObject):
                continue
            here = found.raw_get("/Pg") if "/Pg" in found else page
            if isinstance(number := resolved(found.get("/MCID")), int):
                yield key(found.raw_get("/Stm") if "/Stm" in found else here), int(number)
            elif depth < _DEEPEST and "/S" in found and self._tag(found) != "Caption":
                yield from self._marks(found, here, depth + 1)

    def _place(self, page: Any) -> str:
        number = self.pages.get(key(page), self.page) if page is not None else self.page
        return self.found.below(f"page {number + 1}")

    def _flush(self) -> None:
        text = "".join(self.buffer)
        self.buffer = []
        if self.in_entry:
            text = without_page_number(text, needs_leader=False)
        if text.strip():
            self.target.append(Piece(text, self.found.below(f"page {self.page + 1}")))


def _span(cell: DictionaryObject, name: str) -> int:
    """Return over how many columns or rows a cell goes."""
    given = (resolved(as_dictionary(one).get(name)) for one in as_list(cell.get("/A")))
    return next((int(one) for one in given if isinstance(one, int)), 1)


def _list_kind(element: DictionaryObject) -> str:
    """Return "bullets" if the attributes of a list say that its labels are bullets, otherwise "L"."""
    kinds = Counter(str(as_dictionary(one).get("/ListNumbering")) for one in as_list(element.get("/A")))
    return "bullets" if _BULLET_LISTS & kinds.keys() else "L"
