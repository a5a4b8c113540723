"""The words of a paragraph of a Word file: its runs, results of fields, marks of notes; drawings are described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from csp_docs.comparing.reading import DELETIONS, Charted, Piece
from csp_docs.comparing.word.charts import charted
from csp_docs.comparing.word.fields import address_in, entered
from csp_docs.comparing.word.formats import formats
from csp_docs.comparing.word.formulas import letters
from csp_docs.comparing.word.markup import attribute, children, first, is_on, local, relationship_of, value
from csp_docs.comparing.words import ENDS, OVERRIDE

if TYPE_CHECKING:
    from csp_docs.comparing.word.body import Body

_AROUND = frozenset({"hyperlink", "smartTag", "customXml", "sdtContent", "ins", "moveTo", "bdo", "dir", "ruby",
                     "rubyBase", "oMath", "oMathPara", "fldSimple"})  # fmt: skip
_DRAWINGS = frozenset({"drawing", "pict", "object"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWN = "{*}wgp", "{*}wpc", "{*}group", "{*}chart", "{*}relIds"
"""What is more than a picture or a text box: groups of shapes, charts, diagrams of Word's own."""
_VML = "{urn:schemas-microsoft-com:vml}*"
_OF_PAGES = ("PAGE", "NUMPAGES", "SECTIONPAGES")


class Runs:
    """Reads one paragraph; ``boxes`` has the content of its text boxes, which are read after it."""

    def __init__(self, body: Body) -> None:
        self.body, self.fields = body, body.fields
        self.boxes: list[etree._Element] = []
        self._words: list[str] = []
        self._capitals = False

    def words(self, paragraph: etree._Element) -> str:
        """Return the words of the paragraph."""
        self._all(paragraph)
        return "".join(self._words)

    def _all(self, parent: etree._Element) -> None:
        for child in parent:
            self._one(child, local(child))

    def _one(self, child: etree._Element, name: str) -> None:
        if name == "r":
            self._run(child)
        elif name == "sdt":
            for content in children(child, "sdtContent"):
                self._all(content)
        elif name in ("del", "moveFrom"):
            self.body.found.leave_out(DELETIONS)
        elif name == "AlternateContent":
            self._all(_chosen(child))
        elif name == "fldSimple" and next(iter(attribute(child, "instr").split()), "").upper() in _OF_PAGES:
            return
        elif name in _AROUND:
            self._count_insertion(name)
            begun = len(self._words)
            turned = name == "bdo" and attribute(child, "val") == "rtl"
            self._say(OVERRIDE if turned else "")
            self._all(child)
            self._say(ENDS if turned else "")
            self._link(self._address(child, name), begun)
        elif name not in ("pPr", "rt"):
            self._math(child)

    def _address(self, child: etree._Element, name: str) -> str:
        """Return where a link leads; empty for what is not one."""
        if name == "fldSimple":
            return address_in(attribute(child, "instr"))
        return self.body.package.address(child) if name == "hyperlink" else ""

    def _link(self, address: str, begun: int) -> None:
        """Keep a link, the words of which are those since then."""
        if address:
            self.body.found.link("".join(self._words[begun:]), address, self.body.place)

    def _count_insertion(self, name: str) -> None:
        if name in ("ins", "moveTo"):
            self.body.found.leave_out("marks of tracked insertions, of which the words are compared")

    def _math(self, child: etree._Element) -> None:
        """Read a part of a formula."""
        if "/math" in str(child.tag):
            self._say(letters(child))

    def _run(self, run: etree._Element) -> None:
        properties = first(run, "rPr")
        if self._has(properties, "vanish"):
            self.body.found.leave_out("hidden words")
            return
        self._capitals = self._has(properties, "caps", "smallCaps")
        mark = properties is not None and self._is_mark(properties)
        begun = len(self._words)
        raised = properties is not None and value(properties, "vertAlign") in ("superscript", "subscript")
        self._say(" " if raised else "")
        self._content(run, is_mark=mark)
        self._say(" " if raised else "")
        if self._has(properties, "strike") or self._has(properties, "dstrike"):
            self.body.found.struck += filter(str.strip, ["".join(self._words[begun:])])

    def _content(self, run: etree._Element, *, is_mark: bool = False) -> None:
        for child in run:
            name = local(child)
            if name in ("t", "sym") or name in _SIGNS:
                self._text(child, name, is_mark=is_mark or self.fields.is_mark)
            elif name == "fldChar":
                self._say(entered(child))
                code, begun = self.fields.turn(attribute(child, "fldCharType"), len(self._words))
                self._link(address_in(code), begun)
            elif name == "instrText":
                self.fields.code(child.text or "")
            elif name in ("footnoteReference", "endnoteReference"):
                self._say(f" {self.body.notes.mark(name.removesuffix('Reference'), child)} ")
            elif name in _DRAWINGS:
                self._drawing(child)
            elif name == "AlternateContent":
                self._content(_chosen(child))
            elif name in _AROUND:
                self._one(child, name)

    def _text(self, child: etree._Element, name: str, *, is_mark: bool) -> None:
        """Say characters; the mark of a note is a word of its own, and a note does not begin with its mark."""
        text = _symbol(child) if name == "sym" else _SIGNS.get(name) or child.text or ""
        if is_mark and self.body.in_note and not "".join(self._words).strip():
            return
        text = text.upper() if self._capitals else text
        self._say(f" {text} " if is_mark else text)

    def _say(self, text: str) -> None:
        if self.fields.shown:
            self._words.append(text)

    def _has(self, properties: etree._Element | None, *names: str) -> bool:
        """Tell whether words have a property that is on, by themselves or by the styles of their run or paragraph."""
        style = ""
        if properties is not None:
            own = [one for name in names if (one := first(properties, name)) is not None]
            if own:
                return any(map(is_on, own))
            style = value(properties, "rStyle")
        return (bool(style) and self.body.turns_on(style, *names)) or self.body.turns_on(self.body.style, *names)

    def _is_mark(self, properties: etree._Element) -> bool:
        style = self.body.package.styles.get(value(properties, "rStyle") or "-")
        name = "" if style is None else value(style, "name").casefold()
        return name in ("footnote reference", "endnote reference")

    def _drawn(self, drawing: etree._Element) -> str:
        """Return the words of a drawing, and of the charts in it, which are in parts of their own."""
        described = next((str(one.get("descr")) for one in drawing.iter("{*}docPr") if one.get("descr")), "")
        found = [self.body.package.chart(relationship_of(chart)) for chart in drawing.iter("{*}chart")]
        charts, where = self.body.found.charts, self.body.place
        charts += (charted(parts, described, where) for parts in found if parts)
        words = " ".join(map(_words_in, (drawing, *(part for parts in found for part in parts))))
        words += "".join(f" {format_}" for parts in found for part in parts for format_ in formats(part))
        charts += [] if any(found) else [Charted(described, where, drawn=(words,))]
        return words

    def _drawing(self, drawing: etree._Element) -> None:
        """Keep the description of a drawing, and its text if it is a text box; words in other drawings are left out."""
        found, where = self.body.found, self.body.place
        for properties in drawing.iter("{*}docPr"):
            if described := properties.get("descr"):
                found.descriptions.append(Piece(described, where))
        for shape in drawing.iter(_VML):
            if described := shape.get("alt"):
                found.descriptions.append(Piece(described, where))
        if next(drawing.iter(*_DRAWN), None) is not None:
            found.draw(self._drawn(drawing), where)
        else:
            self.boxes += _outermost(drawing)


def _words_in(drawing: etree._Element) -> str:
    """Return the words and numbers in a drawing or in the part of a chart, in the order of the file."""
    return " ".join(str(one.text or "") for one in drawing.iter("{*}t", "{*}v") if not _is_fallback(one))


def _is_fallback(element: etree._Element) -> bool:
    return next(element.iterancestors("{*}Fallback"), None) is not None


def _chosen(alternatives: etree._Element) -> etree._Element:
    """Return what new programs show of something that is in the file more than once."""
    choices = (*children(alternatives, "Choice"), *children(alternatives, "Fallback"), alternatives)
    return choices[0]


def _outermost(drawing: etree._Element) -> list[etree._Element]:
    """Return the content of the text boxes of a drawing, once, but not of those inside them."""
    boxes = (box for box in drawing.iter("{*}txbxContent"))
    return [box for box in boxes if not any(local(above) in ("txbxContent", "Fallback") for above in _up(box, drawing))]


def _up(element: etree._Element, end: etree._Element) -> list[etree._Element]:
    found = list[etree._Element]()
    for above in element.iterancestors():
        if above is end:
            break
        found.append(above)
    return found


def _symbol(symbol: etree._Element) -> str:
    code = attribute(symbol, "char")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
