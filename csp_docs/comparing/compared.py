"""Files that are compared, each with the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, islice, zip_longest

from csp_docs.comparing import cells, elsewhere, heads, links
from csp_docs.comparing.differences import Difference, Side, differences, spacing
from csp_docs.comparing.drawn import charts, order, stated
from csp_docs.comparing.files import content_of, kind_of
from csp_docs.comparing.reading import DRAWINGS, Piece, Reading
from csp_docs.comparing.stream import Stream
from csp_docs.comparing.words import canonical
from csp_docs.errors import CspDocsError, Problem
from csp_docs.records import record

_MOST_KNOWN = 200
"""So many differences are compared with words in other places of a file."""
MOST = 20
"""How many differences are shown of two files."""


@record
class Pair:
    """A file that is compared with the first one: their first ``differences``, and whether there are ``more``."""

    first: Reading
    other: Reading
    differences: tuple[Difference, ...]
    more: bool

    @property
    def same(self) -> bool:
        """Tell whether the two files say the same."""
        return not self.differences

    @property
    def but_for(self) -> tuple[str, ...]:
        """What people see in the files, and what was not compared."""
        found = [f"{what} ({one.file})" for one in (self.first, self.other) for what in one.but_for]
        found += self._heads()
        if (without := _undescribed(self.first, self.other)) and without.describes:
            found.append(f"the descriptions of pictures, as {without.file} has no descriptions")
        found += filter(None, [links.untold(self.first, self.other), *self._struck()])
        found += self._cells()
        return tuple(found) if draw_alike(self.first, self.other) else (*found, *self._drawings())

    def _heads(self) -> Iterator[str]:
        """Yield what is in a head or foot of one file, and neither in one of the other file nor in a text."""
        for one, another in (self._both, self._both[::-1]):
            if one.heads:
                said = (piece.text for each in self._both for piece in each.text)
                titles, rows = (*one.titles, *another.titles), (*one.repeated, *another.repeated)
                known = heads.Known((*said, *another.heads), titles, rows)
                yield from (f"{what} ({one.file})" for what in _heads_of(one, known))

    def _cells(self) -> Iterator[str]:
        """Yield of how many tables it is not known which words are in which cells."""
        if count := cells.untold(self.first, self.other):
            yield f"which words are in which cells of {_some(count, 'table', 'tables')}"

    def _struck(self) -> Iterator[str]:
        """Yield how many words are struck through in one of the files only."""
        own, theirs = (Counter(canonical(word) for text in one.struck for word in text.split()) for one in self._both)
        for one, words in zip(self._both, (own - theirs, theirs - own), strict=True):
            if count := words.total():
                yield (
                    f"{count:,} words that are struck through in {one.file}"
                    if count > 1
                    else (f"a word that is struck through in {one.file}")
                )

    @property
    def _both(self) -> tuple[Reading, Reading]:
        return self.first, self.other

    def _drawings(self) -> Iterator[str]:
        """Yield what is in drawings and charts and was not compared."""
        drawings = max(dict(one.left_out).get(DRAWINGS, 0) for one in (self.first, self.other))
        known = list(charts.matched(self.first, self.other))
        rest = drawings - sum(any(one.columns or one.prints for one in both) for both in known)
        rest += sum(not both[0].columns and not both[1].columns and both[0].prints != both[1].prints for both in known)
        if rest > 0:
            yield f"the words and numbers in {_some(rest, 'drawing or chart', 'drawings and charts')}, which were not compared"  # fmt: skip # noqa: E501
        if count := order.unknown(self.first, self.other):
            yield f"the order of the words in {_some(count, 'drawing or chart', 'drawings and charts')}"
        if unprinted := list(stated.unprinted(self.first, self.other)):
            count, places = sum(count for count, _ in unprinted), "; ".join(place for _, place in unprinted)
            what = _some(count, "number of a chart", "numbers of charts")
            yield f"{what} that one of the files does not print ({places})"


def _heads_of(one: Reading, known: heads.Known) -> Iterator[str]:
    if one.format != "PDF":
        yield from heads.named(one.heads, known)
    yield from heads.repeated(one.running, known)
    said = ((heads.alone(head.text, known), head.place) for head in one.alone)
    yield from (f"{what} of {page} only" for what, page in said if what)


def _some(count: int, one: str, several: str) -> str:
    return f"{count:,} {several}" if count > 1 else f"a {one}"


@record
class Comparison:
    """Files and what they say. ``readings`` has the words of each; ``pairs`` compares each with the first."""

    readings: tuple[Reading, ...]
    pairs: tuple[Pair, ...]

    @property
    def same(self) -> bool:
        """Tell whether all files say the same."""
        return all(pair.same for pair in self.pairs)


def compared(files: Sequence[str]) -> Comparison:
    """Return the comparison of files with the first of them. Raises CspDocsError with all that cannot be read."""
    readings, problems = list[Reading](), list[Problem]()
    for file in files:
        try:
            readings += read(file)
        except CspDocsError as error:
            problems += error.problems
    if problems:
        raise CspDocsError(problems)
    first = readings[0]
    return Comparison(tuple(readings), tuple(pair(first, other) for other in readings[1:]))


def read(file: str) -> list[Reading]:
    """Return the words of a file of any of the formats; of a site, those of its chapters, and those of its one page.

    Raises CspDocsError if it cannot be read.
    """
    from csp_docs.comparing import site

    folder = site.folder_of(file)
    return [_read(file, content_of(file))] if folder is None else list(site.read(file, folder))


def _read(file: str, content: bytes) -> Reading:
    match kind_of(file, content):  # the libraries of a format are loaded when there is a file of it
        case "docx":
            from csp_docs.comparing import word

            return word.read(file, content)
        case "pdf":
            from csp_docs.comparing import pdf

            return pdf.read(file, content)
        case _:
            from csp_docs.comparing import html

            return html.read(file, content)


def pair(first: Reading, other: Reading) -> Pair:
    """Return the comparison of two files."""
    words = _in_words(first, other)
    drawn = _in_charts(first, other) if not draw_alike(first, other) else ()
    found = chain(words, drawn, *(unequal(first, other) for unequal in (cells.unequal, links.unequal)))
    shown = list(islice(found, MOST + 1))
    return Pair(first, other, tuple(shown[:MOST]), len(shown) > MOST)


def _in_charts(first: Reading, other: Reading) -> Iterator[Difference]:
    """Yield the differences in charts; what changed places is not shown again for a chart that differs anyway."""
    known = set[tuple[str, str]]()
    for found in chain(charts.unequal(first, other), _in_what_is_said(first, other)):
        known.add((found.first.place, found.other.place))
        yield found
    yield from (one for one in order.unequal(first, other) if (one.first.place, one.other.place) not in known)


def _in_what_is_said(first: Reading, other: Reading) -> Iterator[Difference]:
    """Yield numbers that are not those of the description, and words in titles, labels and formats of one file only."""
    for own, theirs in charts.matched(first, other):
        at = own.place, theirs.place
        for mine, yours in ((own, theirs), (theirs, own)):
            if mine.columns and not yours.columns:
                for one in stated.contradicted(mine):
                    yield _of_chart(charts.PART, at, (one.number, one.said), swapped=mine is not own)
            if words := stated.unsaid(mine, yours):
                yield _of_chart(charts.WORDS, at, (" ".join(words), ""), swapped=mine is not own)


def _of_chart(part: str, at: tuple[str, str], said: tuple[str, str], *, swapped: bool) -> Difference:
    return Difference(part, *(Side(words, "", "", place)
                              for words, place in zip(said[::-1] if swapped else said, at, strict=True)))  # fmt: skip


def _in_words(first: Reading, other: Reading) -> Iterator[Difference]:
    """Yield the differences in the words of two files, but for words that programs print in other places."""
    known = elsewhere.Elsewhere(first, other)
    in_text = list(islice(known.left(_found(first, other, "text", first.text, other.text)), _MOST_KNOWN))
    if in_text and (both := elsewhere.without_boxes(first, other)):
        again = elsewhere.Elsewhere(first, other)
        fewer = list(islice(again.left(_found(*both, "text", both[0].text, both[1].text)), _MOST_KNOWN))
        known, in_text = (again, fewer) if len(fewer) < len(in_text) else (known, in_text)
    yield from in_text
    for name, own, theirs in _parts(first, other):
        if name != "text":
            yield from known.left(_found(first, other, name, own, theirs))


def _found(
    first: Reading, other: Reading, name: str, own: tuple[Piece, ...], theirs: tuple[Piece, ...]
) -> Iterator[Difference]:
    """Yield the differences in a part of two files: in letters, and in the spaces between words if both have them."""
    streams = _stream(first, own), _stream(other, theirs)
    found = differences(name, *streams)
    if own is first.descriptions and not (own and theirs) and (own or theirs):
        found = iter([Difference(name, *(_whole(one[0]) if one else _NONE for one in (own, theirs)))])
    elif own is first.descriptions and (whole := list(found)):
        found = iter(list(_of_pictures(name, (first, own), (other, theirs))) or whole)
    yield from found
    if first.has_spaces and other.has_spaces and own is not first.drawn:
        yield from spacing(name, *streams)


def _of_pictures(
    name: str, first: tuple[Reading, tuple[Piece, ...]], other: tuple[Reading, tuple[Piece, ...]]
) -> Iterator[Difference]:
    """Yield the differences between descriptions, each compared with that of the same picture."""
    own, theirs = ([canonical(piece.text) for piece in pieces] for _, pieces in (first, other))
    for kind, a, b, c, d in SequenceMatcher(None, own, theirs, autojunk=False).get_opcodes():
        for one, another in zip_longest(first[1][a:b], other[1][c:d]) if kind != "equal" else ():
            if one and another:
                yield _changed(name, one, another)
            else:
                yield Difference(name, _whole(one), _whole(another))


def _changed(name: str, one: Piece, another: Piece) -> Difference:
    """Return the difference of two descriptions of a picture: only the words that one of them has."""
    mine, theirs = one.text.split(), another.text.split()
    known = [*map(canonical, mine)], [*map(canonical, theirs)]
    steps = SequenceMatcher(None, *known, autojunk=False).get_opcodes()
    changed = [step for step in steps if step[0] != "equal"]
    own = " … ".join(filter(None, (" ".join(mine[a:b]) for _, a, b, _, _ in changed)))
    other = " … ".join(filter(None, (" ".join(theirs[c:d]) for _, _, _, c, d in changed)))
    _, a, _, c, _ = changed[0] if changed else ("", 0, 0, 0, 0)
    if changed and own == other:  # words that changed places
        own, other = " ".join(mine[a : changed[-1][2]]), " ".join(theirs[c : changed[-1][4]])
    return Difference(name, Side(own, " ".join(mine[max(a - 5, 0) : a]), "", one.place),
                      Side(other, " ".join(theirs[max(c - 5, 0) : c]), "", another.place))  # fmt: skip


def _whole(description: Piece | None) -> Side:
    return (
        Side(description.text, "", "", description.place)
        if description
        else Side("", "", "", "no picture has this description")
    )


_NONE = Side("", "", "", "this file has no descriptions")


def _undescribed(first: Reading, other: Reading) -> Reading | None:
    """Return the PDF that has no descriptions of pictures, as printing a document leaves them out."""
    for one, another in ((first, other), (other, first)):
        if not one.describes or (one.format == "PDF" and another.descriptions and not one.descriptions):
            return one
    return None


def draw_alike(first: Reading, other: Reading) -> bool:
    """Tell whether the words in the drawings of two files can be compared."""
    return first.format == other.format and first.describes == other.describes


def _parts(first: Reading, other: Reading) -> Iterator[tuple[str, tuple[Piece, ...], tuple[Piece, ...]]]:
    """Yield what is compared of two files: descriptions if both can have them, drawings if both draw alike."""
    for (name, own), (_, theirs) in zip(first.parts, other.parts, strict=True):
        if own is not first.descriptions or not _undescribed(first, other):
            yield name, own, theirs
    if draw_alike(first, other):
        yield "drawings and charts", first.drawn, other.drawn


def _stream(reading: Reading, pieces: tuple[Piece, ...]) -> Stream:
    """Return words to compare. Where a file has its own fingerprint, its hyphens are known to be parts of words."""
    return Stream(pieces, certain=bool(reading.stated) and not reading.edited)
