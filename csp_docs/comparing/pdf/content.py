"""What a page of a PDF paints: its words, by the marked content that they are in (ISO 32000-1, 9.4 and 14.6)."""

from __future__ import annotations

from typing import Any, NamedTuple

from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from csp_docs.comparing.pdf.annotations import shown
from csp_docs.comparing.pdf.file import PdfFile, as_dictionary, key, resolved
from csp_docs.comparing.pdf.fonts import Font, is_meant
from csp_docs.comparing.pdf.lines import Place, Sink
from csp_docs.comparing.pdf.operators import operators
from csp_docs.comparing.pdf.painted import Mark, Painted
from csp_docs.comparing.pdf.state import UNMOVED, Matrix, State, product, six
from csp_docs.comparing.reading import refused

_MOST_OPERATORS = 10_000_000
_MOST_SAVED = 10_000
_DEEPEST = 12
_MOST_FORMS = 50_000


class _Marked(NamedTuple):
    """Marked content around the current place."""

    mark: Mark | None = None
    artifact: bool = False
    meant: str = ""
    begun: Place | None = None
    """Where its words begin, if others are ``meant`` by them (ActualText)."""


class Contents:
    """Reads the content of pages; fonts are read once. With ``marks``, words go to the marks that they are in."""

    def __init__(self, pdf: PdfFile, *, marks: bool) -> None:
        self.pdf, self.marks = pdf, marks
        self.fonts: dict[int, Font] = {}
        self.operators = self.forms = 0

    def page(self, number: int) -> Painted:
        """Return what a page paints."""
        page = self.pdf.pages[number]
        box = page.cropbox
        painted = Painted(box=(float(box.left), float(box.bottom), float(box.right), float(box.top)))
        content = resolved(page.get("/Contents"))
        if content is not None:
            data = ContentStream(content, self.pdf.reader).get_data()
            _Painter(self, painted, key(page), page).run(data, State(), 0)
        painted.height = float(page.mediabox.top)
        painted.annotations = [words for words in (self._seen(*one) for one in shown(page)) if words.strip()]
        return painted

    def _seen(self, look: StreamObject | None, words: str) -> str:
        """Return the words of an annotation: those of its appearance, or ``words`` if it has none."""
        painted = Painted()
        if look is not None:
            _Painter(self, painted, key(look), look).run(look.get_data(), State(), 1)
        return painted.text() if painted.text().strip() else words

    def font(self, given: Any) -> Font:
        """Return a font, which is read once."""
        number = key(given)
        if number not in self.fonts:
            self.fonts[number] = Font(given)
        return self.fonts[number]

    def count(self) -> None:
        """Count an operator. Raises CspDocsError if there are more than in any document."""
        self.operators += 1
        if self.operators > _MOST_OPERATORS:
            raise refused(self.pdf.file, "the PDF paints too much to be read", "compare parts of it, or a new export")


class _Painter:
    """Follows the operators of one page, or of a form on it."""

    def __init__(self, contents: Contents, painted: Painted, owner: int, holder: DictionaryObject) -> None:
        self.contents, self.painted, self.owner = contents, painted, owner
        self.resources = as_dictionary(_inherited(holder, "/Resources"))
        self.marked: list[_Marked] = []
        self.state, self.saved = State(), list[State]()
        self.line: Matrix = UNMOVED
        self.text: Matrix = UNMOVED

    def run(self, data: bytes, state: State, depth: int) -> None:
        """Follow the operators of a stream."""
        self.state = state
        for name, given in operators(data):
            self.contents.count()
            method = _METHODS.get(name)
            if method:
                method(self, given)
            elif name == b"Do":
                self._form(given, depth)

    def _form(self, given: list[Any], depth: int) -> None:
        """Follow a form; one that has marks of its own is read by them."""
        form = resolved(as_dictionary(self.resources.get("/XObject")).get(_last(given)))
        if not isinstance(form, DictionaryObject) or form.get("/Subtype") != "/Form" or depth >= _DEEPEST:
            return
        self.contents.forms += 1
        if self.contents.forms > _MOST_FORMS:
            raise refused(self.contents.pdf.file, "the PDF paints too much to be read", "export it again")
        inside = _Painter(self.contents, self.painted, key(form), form)
        if "/Resources" not in form:
            inside.resources = self.resources
        inside.marked = [] if "/StructParents" in form else list(self.marked)
        state = self.state.copy()
        matrix = [float(resolved(one)) for one in resolved(form.get("/Matrix")) or UNMOVED]
        state.matrix = product(six(matrix), state.matrix)
        inside.run(form.get_data(), state, depth + 1)  # type: ignore[attr-defined]

    def save(self, _: list[Any]) -> None:
        if len(self.saved) < _MOST_SAVED:
            self.saved.append(self.state.copy())

    def restore(self, _: list[Any]) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def transform(self, given: list[Any]) -> None:
        self.state.matrix = product(six(given), self.state.matrix)

    def begin_text(self, _: list[Any]) -> None:
        self.line = self.text = UNMOVED

    def set_font(self, given: list[Any]) -> None:
        fonts, name = as_dictionary(self.resources.get("/Font")), given[0] if len(given) > 1 else ""
        font = fonts.raw_get(name) if name in fonts else None
        self.state.font = None if font is None else self.contents.font(font)
        self.state.size = _float(given)

    def set_spacing(self, given: list[Any]) -> None:
        self.state.spacing = _float(given)

    def set_word_spacing(self, given: list[Any]) -> None:
        self.state.word_spacing = _float(given)

    def set_stretch(self, given: list[Any]) -> None:
        self.state.stretch = _float(given) / 100

    def set_leading(self, given: list[Any]) -> None:
        self.state.leading = _float(given)

    def set_rise(self, given: list[Any]) -> None:
        self.state.rise = _float(given)

    def move(self, given: list[Any]) -> None:
        x, y = (float(one) if isinstance(one, float) else 0.0 for one in (*given[:2], 0.0, 0.0)[:2])
        self.line = self.text = product((1, 0, 0, 1, x, y), self.line)

    def move_and_lead(self, given: list[Any]) -> None:
        self.state.leading = -_float(given)
        self.move(given)

    def set_matrix(self, given: list[Any]) -> None:
        self.line = self.text = six(given)

    def next_line(self, _: list[Any]) -> None:
        self.move([0.0, -self.state.leading])

    def show(self, given: list[Any]) -> None:
        if given and isinstance(given[-1], bytes):
            self._show(given[-1])

    def show_all(self, given: list[Any]) -> None:
        for one in given[-1] if given and isinstance(given[-1], list) else ():
            if isinstance(one, bytes):
                self._show(one)
            elif isinstance(one, float):
                self._advance(-one / 1000 * self.state.size * self.state.stretch)

    def show_on_next_line(self, given: list[Any]) -> None:
        self.next_line(given)
        self.show(given)

    def show_spaced(self, given: list[Any]) -> None:
        if len(given) > 2:
            self.state.word_spacing, self.state.spacing = _float(given[:1]), _float(given[1:2])
        self.show_on_next_line(given)

    def begin_mark(self, given: list[Any]) -> None:
        """Go into marked content; its properties may be a dictionary of the resources."""
        tag, properties = (*given[:2], "", "")[:2]
        if isinstance(properties, str) and properties:
            properties = as_dictionary(as_dictionary(self.resources.get("/Properties")).get(properties))
        known = properties if isinstance(properties, dict) else {}
        number, meant = known.get("/MCID"), known.get("/ActualText")
        around = self.marked[-1] if self.marked else _Marked()
        mark = around.mark if number is None else (self.owner, int(number))
        inside = _Marked(mark, around.artifact or tag == "/Artifact")
        if meant is not None and self.contents.marks:
            inside = inside._replace(meant=_words(meant), begun=self._sink(inside).place())
        if len(self.marked) < _MOST_SAVED:
            self.marked.append(inside)

    def end_mark(self, _: list[Any]) -> None:
        """Leave marked content; words that are meant by it are in place of what it paints only if that is not known."""
        if self.marked:
            left = self.marked.pop()
            if left.begun and is_meant(left.meant, left.begun.text()):
                left.begun.replace(left.meant)

    def _sink(self, marked: _Marked) -> Sink:
        if marked.artifact:
            return self.painted.artifacts
        if marked.mark is None or not self.contents.marks:
            return self.painted.unmarked
        return self.painted.marked.setdefault(marked.mark, Sink())

    def _show(self, codes: bytes) -> None:
        state = self.state
        if state.font is None or not codes:
            return
        text, width, count, spaces = state.font.decoded(codes)
        advance = (width * state.size + count * state.spacing + spaces * state.word_spacing) * state.stretch
        matrix = product((1, 0, 0, 1, 0, state.rise), product(self.text, state.matrix))
        around = self.marked[-1] if self.marked else _Marked()
        if self.painted.shows(matrix):
            self._sink(around).add(text, matrix, state.size, advance)
        self._advance(advance)

    def _advance(self, by: float) -> None:
        self.text = product((1, 0, 0, 1, by, 0), self.text)


_METHODS = {
    b"q": _Painter.save,
    b"Q": _Painter.restore,
    b"cm": _Painter.transform,
    b"BT": _Painter.begin_text,
    b"Tf": _Painter.set_font,
    b"Tc": _Painter.set_spacing,
    b"Tw": _Painter.set_word_spacing,
    b"Tz": _Painter.set_stretch,
    b"TL": _Painter.set_leading,
    b"Ts": _Painter.set_rise,
    b"Td": _Painter.move,
    b"TD": _Painter.move_and_lead,
    b"Tm": _Painter.set_matrix,
    b"T*": _Painter.next_line,
    b"Tj": _Painter.show,
    b"TJ": _Painter.show_all,
    b"'": _Painter.show_on_next_line,
    b'"': _Painter.show_spaced,
    b"BMC": _Painter.begin_mark,
    b"BDC": _Painter.begin_mark,
    b"EMC": _Painter.end_mark,
}


def _float(given: list[Any]) -> float:
    return given[-1] if given and isinstance(given[-1], float) else 0.0


def _last(given: list[Any]) -> Any:
    return given[-1] if given and isinstance(given[-1], str) else ""


def _words(text: Any) -> str:
    """Return a string of a PDF as text."""
    if isinstance(text, bytes):
        return text[2:].decode("utf-16-be", "ignore") if text.startswith(b"\xfe\xff") else text.decode("latin-1")
    return str(text)


def _inherited(holder: DictionaryObject, name: str) -> Any:
    """Return an entry of a page, or of those above it in the tree of pages."""
    found: Any = holder
    for _ in range(64):
        if name in found:
            return found[name]
        found = as_dictionary(found.get("/Parent"))
    return None
