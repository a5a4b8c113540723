"""The elements of a web page in order: what breaks lines, what is not shown, what is a note or a drawing."""

from __future__ import annotations

from attrs import evolve
from lxml import etree

from csp_docs.comparing.counters import whole
from csp_docs.comparing.html import terms
from csp_docs.comparing.html.around import HEADINGS, RUNNING, Around, only_leads_back
from csp_docs.comparing.html.charts import charted
from csp_docs.comparing.html.fields import entered, is_shown
from csp_docs.comparing.html.listed import Labels
from csp_docs.comparing.html.looks import Look, around, is_hidden
from csp_docs.comparing.html.navigation import Navigation
from csp_docs.comparing.html.tables import CELLS, Tables, is_list, is_part
from csp_docs.comparing.html.where import Where
from csp_docs.comparing.reading import DELETIONS, DRAWINGS, Charted, Piece, Pieces

_INLINE = frozenset({"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i",
                     "ins", "kbd", "label", "mark", "output", "q", "ruby", "rb", "s", "samp", "small", "span", "strike",
                     "strong", "button", "rt", "time", "tt", "u", "var", "wbr"})  # fmt: skip
_NOT_SHOWN = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link", "datalist", "rp",
                        "area", "map", "track", "source"})  # fmt: skip
_MEDIA = frozenset({"svg", "canvas", "object", "embed", "iframe", "video", "audio", "picture"})
_INSIDE = frozenset({"object", "embed", "iframe"})
"""What shows another file."""
_HEARD = frozenset({"visually-hidden", "visuallyhidden", "govuk-visually-hidden", "sr-only", "screen-reader-text"})
_NOTES = frozenset({"doc-endnotes", "doc-footnotes", "doc-footnote", "doc-endnote"})


class Page:
    """Reads elements of a page, and adds their words to what was found; ``file`` is its name if it is one of a site."""

    def __init__(self, root: etree._Element, found: Pieces, navigation: Navigation, file: str = "") -> None:
        self.root, self.file = root, file
        self.found, self.target, self.labels = found, found.text, Labels()
        self.around = Around(root, found, navigation, of_site=bool(file))
        self.ids = {str(one.get("id")): one for one in root.iter() if one.get("id")}
        self.tables, self.look = Tables(), Look()
        self.marks = {one.get("href"): "".join(map(str, one.itertext())).strip() for one in root.iter("a")
                      if one.get("role") == "doc-noteref"}  # fmt: skip
        self.buffer: list[str] = []
        self.where, self.note = Where(), 0
        self.contents: list[tuple[int, int]] = []
        """Where contents begin and end in the text."""

    def read(self) -> None:
        """Read the page."""
        self.found.titles += ("".join(map(str, title.itertext())) for title in self.root.iterfind("head/title"))
        for part in self.root.iter("body"):
            self._block(part, str(part.tag))
            self._flush()

    def _children(self, element: etree._Element) -> None:
        self._say(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._one(child, child.tag.lower())
            self._say(child.tail)

    def _one(self, element: etree._Element, tag: str) -> None:
        role = str(element.get("role") or "")
        if not self._is_left_out(element, tag, role):
            above, self.look = self.look, self.look.inside(element, tag)
            self._shown(element, tag, role)
            self.look = above

    def _shown(self, element: etree._Element, tag: str, role: str) -> None:
        if tag in _MEDIA or tag == "img" or (role == "img" and not "".join(map(str, element.itertext())).strip()):
            self._media(element, tag)
        elif role in _NOTES and self.target is not self.found.notes:
            self._notes(element, tag)
        elif role == "doc-noteref" or tag in ("sup", "sub"):
            self._apart(element)
        elif tag == "input":
            self._say(entered(element))
        elif tag == "option" and not is_shown(element):
            self.found.leave_out("options that are not chosen")
        elif tag == "br":
            self.buffer.append("\n")
        elif tag == "del":
            self.found.leave_out(DELETIONS)
        elif tag in _INLINE:
            self._link(element, tag)
            self._inside(element, tag)
        else:
            self._block(element, tag)

    def _is_numbered_otherwise(self, note: etree._Element) -> bool:
        """Tell whether a note has another number than its mark in the text, or than its place if it has no mark."""
        leads = f"#{note.get('id')}"
        count = whole(self.marks.get(leads), self.note)
        return whole(note.get("value"), count) != count

    def _inside(self, element: etree._Element, tag: str) -> None:
        """Read what is in an element, with the signs that are shown around it."""
        before, after = around(element, tag)
        self._say(before)
        self._children(element)
        self._say(after)

    def _is_left_out(self, element: etree._Element, tag: str, role: str) -> bool:
        """Tell whether an element is not shown, or has nothing that is compared."""
        if tag == "noscript":
            self.found.leave_out(
                "words for browsers without scripts", bool("".join(map(str, element.itertext())).strip())
            )
        if tag in _NOT_SHOWN or (tag == "dialog" and element.get("open") is None):
            return True
        if self.around.is_around(element, tag, role):
            return True
        if role == "doc-backlink" and only_leads_back(element):
            return True
        classes = set(str(element.get("class") or "").split())
        if classes & RUNNING and tag not in _INLINE:
            self.found.leave_out("running heads and feet")
            self.found.heads.append("\n".join(map(str, element.itertext())))
            return True
        if is_hidden(element):
            self.found.leave_out("hidden parts")
            return True
        if element.get("aria-hidden") == "true" and tag == "svg":
            return True
        if classes & _HEARD:
            self.found.leave_out("words that are heard, but not seen")
            return True
        figure = next(element.iterancestors("figure"), None) if tag == "details" else None
        if figure is not None:
            self._numbers(element, figure)
            return True
        return False

    def _link(self, element: etree._Element, tag: str) -> None:
        """Keep where a link leads."""
        if tag == "a" and (address := element.get("href")):
            words = "".join(map(str, element.itertext()))
            self.found.link(words, str(address), self._place())

    def _block(self, element: etree._Element, tag: str) -> None:
        """Read what begins a line of its own."""
        self._flush()
        begun = len(self.target)
        if tag in HEADINGS and self.target is self.found.notes and self.around.heading_of(element):
            return
        self.where.enter(tag)
        self.note += self.target is self.found.notes and _is_note(element, tag)
        if tag == "li" and self.target is not self.found.notes:
            self._say(self.labels.of(element))
        if tag == "li" and self.target is self.found.notes and self._is_numbered_otherwise(element):
            self._say(f"{element.get('value')}. ")
        if tag in CELLS:
            self._say(self.tables.label(element))
        self._inside(element, tag)
        self._flush()
        if is_part(element):
            self.tables.add(element, " ".join(piece.text for piece in self.target[begun:]))
        elif tag == "table":
            self._table(element)
        elif is_list(element):
            self.found.tables.append(self.tables.of_terms(element, self._place()))
        if tag == "tr" and _parent(element) == "thead":
            self.found.repeated.append(" ".join(piece.text for piece in self.target[begun:]))
        self.where.leave(tag)
        if tag in HEADINGS:
            self.found.heading, self.where.paragraphs = " ".join(piece.text for piece in self.target[begun:]), 0
            place = ", ".join(filter(None, (self.file, self.found.at_heading)))
            self.target[begun:] = [evolve(piece, place=place) for piece in self.target[begun:]]
        if element.get("role") == "doc-toc":
            self.contents.append((begun, len(self.target)))

    def _table(self, element: etree._Element) -> None:
        """Keep where the words of a table are, and name what a style sheet may show of its attributes."""
        self.found.tables.append(self.tables.of(element, self._place()))
        self.found.but_for += terms.unknown("shown where a table is too wide", str(element.get("data-more") or ""))

    def _notes(self, element: etree._Element, tag: str) -> None:
        """Read notes, which come after the text."""
        around, self.buffer = self.buffer, []
        self.target, self.found.in_notes = self.found.notes, True
        self._block(element, tag)
        self.target, self.buffer, self.found.in_notes = self.found.text, around, False

    def _apart(self, element: etree._Element) -> None:
        """Read the mark of a note, and what else is raised or lowered, as a word of its own."""
        self._say(" ")
        self._children(element)
        self._say(" ")

    def _media(self, element: etree._Element, tag: str) -> None:
        """Keep the description of a picture; words in drawings are left out."""
        described, before = self._described(element, tag), element.getprevious()
        if tag == "svg" and before is not None and before.tag == tag and self._described(before, tag) == described:
            self._drawn(element)  # one drawing for each width of the page, which has one description
            return
        if described:
            self.found.descriptions.append(Piece(described, self._place()))
        if tag in _INSIDE and any(element.get(name) for name in ("src", "srcdoc", "data")):
            self.found.but_for.append(f"what is shown inside <{tag}> in line {_line(element)}")
        if tag == "picture":
            self._children(element)
        elif tag != "img":
            self.found.leave_out(DRAWINGS, bool(self._drawn(element)))
            self._diagram(element, described)

    def _diagram(self, drawing: etree._Element, described: str) -> None:
        """Keep a drawing without data: with the others of its figure, which are for other widths of the page."""
        figure = next(drawing.iterancestors("figure"), None)
        if drawing.tag == "svg" and (figure is None or next(figure.iter("details"), None) is None):
            others = (one for one in drawing.itersiblings("svg") if self._described(one, "svg") == described)
            drawn = tuple(" ".join(map(str, one.itertext())) for one in (drawing, *others))
            self.found.charts.append(Charted(described, self._place(), drawn=drawn))

    def _drawn(self, element: etree._Element) -> str:
        """Keep and return the words of a drawing."""
        words = " ".join(map(str, element.itertext())).strip()
        self.found.drawn += [Piece(words, self._place())] if words else []
        return words

    def _numbers(self, folded: etree._Element, figure: etree._Element) -> None:
        """Keep the numbers of a chart, which are folded up below it."""
        place = self._place()
        self.found.drawn.append(Piece(" ".join(map(str, folded.itertext())), place))
        drawings = list(figure.iter("svg"))
        if drawings and (table := next(folded.iter("table"), None)) is not None:
            self.found.charts.append(charted(table, folded, drawings, self._described(drawings[0], "svg"), place))

    def _described(self, element: etree._Element, tag: str) -> str:
        """Return the description of a picture: its label, its ``alt``, or the words of its title and description."""
        named = " ".join(f"{element.get('aria-labelledby') or ''} {element.get('aria-describedby') or ''}".split())
        if said := " ".join(filter(None, (self._words_of(name) for name in named.split()))):
            return said
        if given := element.get("aria-label") or element.get("alt"):
            return str(given)
        inner = (one for one in element if tag == "svg" and one.tag in ("title", "desc"))
        return " ".join("".join(map(str, one.itertext())).strip() for one in inner)

    def _words_of(self, name: str) -> str:
        found = self.ids.get(name)
        return "" if found is None else " ".join("".join(map(str, found.itertext())).split())

    def _say(self, text: str | None) -> None:
        if text:
            shown = self.look.cased(text)
            self.buffer.append(shown)
            self.found.struck += [shown] if self.look.struck and shown.strip() else []

    def _place(self) -> str:
        return self.found.below(self.file, self.where.place)

    def _flush(self) -> None:
        text = "".join(self.buffer)
        self.buffer = []
        if text.strip():
            note = ", ".join(filter(None, (self.file, f"note {max(self.note, 1)}")))
            place = note if self.target is self.found.notes else ""
            self.target.append(Piece(text, place or self._place()))
            self.where.read()


def _is_note(element: etree._Element, tag: str) -> bool:
    """Tell whether an element is one note, and not a list in one."""
    if element.get("role") in ("doc-footnote", "doc-endnote"):
        return True
    return tag == "li" and not any(
        above.tag == "li" or above.get("role") in ("doc-footnote", "doc-endnote") for above in element.iterancestors()
    )


def _parent(element: etree._Element) -> str:
    above = element.getparent()
    return "" if above is None else str(above.tag)


def _line(element: etree._Element) -> int:
    """Return the line of the file in which an element begins; 0 if it is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0
