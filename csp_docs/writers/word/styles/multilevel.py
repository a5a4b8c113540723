"""Word's multilevel lists: the counts, their printed form, and the paragraph style of each level."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from csp_docs.blocks import Numbering
from csp_docs.blocks.counters import CounterStyle, NumberPattern
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import TextStyle, Theme
from csp_docs.writers.word.file.elements import Xml, run_properties, w
from csp_docs.writers.word.file.measures import indent, twips
from csp_docs.writers.word.styles.zones import Zone

BULLETS = ("\u2022", "\u25cb", "\u25aa")
DEPTHS = 9
"""The number of levels of every list in Word."""

_WIDER = 6
"""The number of figures that larger headings may need besides the column of numbers."""

_FORMATS = {
    CounterStyle.DECIMAL: "decimal",
    CounterStyle.LOWER_LETTER: "lowerLetter",
    CounterStyle.UPPER_LETTER: "upperLetter",
    CounterStyle.LOWER_ROMAN: "lowerRoman",
    CounterStyle.UPPER_ROMAN: "upperRoman",
}


class Level(NamedTuple):
    """One level of a list. ``text`` prints ``%1`` as the count of the first level.

    After the number is a tab, a space, or nothing (neither ``tabbed`` nor ``spaced``). A number with a tab has a space
    before it, unless references print it (``referred``): a field prints that space, too.
    """

    text: str = ""
    counter: CounterStyle | None = None
    style: str = ""
    left: float = 0
    hanging: float = 0
    decimal_parents: bool = False
    tabbed: bool = True
    spaced: bool = True
    plain: bool = False
    referred: bool = False

    def element(self, depth: int) -> Xml:
        """Return ``w:lvl``; ``depth`` counts from 0. The schema sets the order."""
        bullet = "bullet" if self.text else "none"
        children = [w("start", val=1), w("numFmt", val=_FORMATS[self.counter] if self.counter else bullet)]
        if self.style:
            children.append(w("pStyle", val=self.style))
        if self.decimal_parents:
            children.append(w("isLgl"))
        if not self.tabbed:
            children.append(w("suff", val="space" if self.spaced else "nothing"))
        children += [w("lvlText", val=self._printed()), w("lvlJc", val="left"), self._place()]
        if self.plain:
            children.append(run_properties([w("b", val=0), w("bCs", val=0), w("i", val=0), w("iCs", val=0)]))
        return w("lvl", *children, ilvl=depth)

    def _printed(self) -> str:
        """Return the number with a space before its tab: it is as large as the words that an officer makes larger.

        If it does not fit, the tab goes on to the next stop, and the number does not touch the words.
        """
        apart = self.text and self.counter and self.tabbed and not self.referred
        return f"{self.text}{' ' * bool(apart)}"

    def _place(self) -> Xml:
        """Return the indent; the tab after a number ends at it, which is what Word does without another tab stop."""
        return w("pPr", indent(self.left, self.hanging))


UNUSED = Level(tabbed=False, spaced=False)
"""A level without a printed number."""


@lru_cache(maxsize=256)
def abstract_list(number: int, levels: tuple[Level, ...]) -> Xml:
    """Return ``w:abstractNum`` with ``levels``, filled up to nine.

    ``w:nsid`` tells Word which lists are the same when text is pasted; it has to differ between lists.
    """
    filled = [*levels, *[UNUSED] * (DEPTHS - len(levels))]
    return w(
        "abstractNum",
        w("nsid", val=f"{0x4C500000 + number:08X}"),
        w("multiLevelType", val="multilevel"),
        w("tmpl", val=f"{0x4C510000 + number:08X}"),
        *(level.element(depth) for depth, level in enumerate(filled)),
        abstractNumId=number,
    )


def count_with_headings(numbering: Numbering) -> bool:
    """Return whether paragraphs are in the list of the headings, so that Word counts both.

    This is the case if their parents are all the levels of headings that have numbers, in decimal numbers. Otherwise
    they have a list of their own, because programs disagree about lists that skip a level or mix kinds of numbers.
    """
    headings, paragraphs = numbering.headings, numbering.paragraphs
    if not paragraphs or not paragraphs.parents or len(headings) != numbering.parents.stop:
        return False
    counted = headings[numbering.parents]
    return all(heading is not None and heading.style is CounterStyle.DECIMAL for heading in counted)


def document_levels(
    numbering: Numbering, column: float, label: NumberPattern, prefix: str
) -> tuple[list[Level], list[Level], list[Level]]:
    """Return the levels of the three lists that a document counts with; ids of their styles begin with ``prefix``.

    The lists are: the headings, with paragraphs that count with them; paragraphs with a list of their own; and
    appendices, with the label (which restarts the other levels), the sections and the paragraphs.
    """
    body = _heading_levels(numbering.headings, f"{prefix}Heading", 0, column)
    first = label_level(f"{label.prefix}%1{label.suffix}", label.style, f"{prefix}AppendixHeading")
    appendix = [first, *_heading_levels(numbering.headings, f"{prefix}AppendixSection", 1, column)]
    paragraphs, style = numbering.paragraphs, f"{prefix}NumberedParagraph"
    if not paragraphs:
        return body, [], appendix
    if not count_with_headings(numbering):
        return body, apart_levels(numbering, "", style, column), appendix
    _add_paragraphs(body, numbering, style, column)
    _add_paragraphs(appendix, numbering, f"{prefix}AppendixParagraph", column)
    return body, [], appendix


def apart_levels(numbering: Numbering, above: str, style: str, column: float) -> list[Level]:
    """Return the levels of a list of paragraphs alone; the numbers of headings are the text ``above`` their own."""
    levels: list[Level] = []
    for depth, pattern in enumerate((numbering.paragraphs, *numbering.deeper)):
        if pattern:
            own = _text(evolve(pattern, prefix=f"{pattern.prefix}{above}"), range(depth), depth)
            levels.append(paragraph_level(own, pattern, style and nested_style(style, depth), column, depth))
    return levels


def nested_style(style: str, depth: int) -> str:
    """Return the id of the style of paragraphs that count within others, ``depth`` of them."""
    return f"{style}{depth + 1}" if depth else style


def _add_paragraphs(levels: list[Level], numbering: Numbering, style: str, column: float) -> None:
    """Add the levels of paragraphs, and of those that count within them, below those of the headings."""
    for depth, pattern in enumerate((numbering.paragraphs, *numbering.deeper)):
        if pattern:
            at = len(levels)
            text = _text(pattern, range(at - pattern.parents, at), at)
            levels.append(paragraph_level(text, pattern, nested_style(style, depth), column, depth))


def paragraph_level(text: str, pattern: NumberPattern, style: str, column: float, depth: int = 0) -> Level:
    """Return the level of paragraphs with numbers printed as ``text``; ``depth`` of them are around each."""
    legal, left = _decimal_parents(pattern), column * (depth + 1)
    return Level(text, pattern.style, style, left=left, hanging=column, decimal_parents=legal, plain=True)


def label_level(text: str, counter: CounterStyle, style: str = "") -> Level:
    """Return the level of an appendix's label; ``text`` ends in a space if there is one before the title.

    Word and letter stay on one line: fields that refer to it print its spaces as they are here.
    """
    word, sign, rest = text.rstrip().partition("%")
    joined = "".join((word.replace(" ", "\u00a0"), sign, rest))
    return Level(joined, counter, style, tabbed=False, spaced=text != text.rstrip())


def item_levels(
    marker: NumberPattern | None, zone: Zone, styles: Iterable[str], theme: Theme, room: float
) -> list[Level]:
    """Return the levels of a list in ``zone``: bullets, or ``marker`` at every depth; ``styles`` are for the first.

    Labels have ``room`` (points).
    """
    tied, hanging = [*styles, *[""] * DEPTHS], room if marker else theme.bullet_hang
    lefts = [zone.indent + theme.list_indent * depth + room for depth in range(DEPTHS)]
    return [_item_level(marker, depth, tied[depth], left, hanging) for depth, left in enumerate(lefts)]


def _item_level(marker: NumberPattern | None, depth: int, style: str, left: float, hanging: float) -> Level:
    if marker is None:
        return Level(BULLETS[depth % len(BULLETS)], None, style, left, hanging, plain=True)
    return Level(f"{marker.prefix}%{depth + 1}{marker.suffix}", marker.style, style, left, hanging, plain=True)


def _heading_levels(patterns: tuple[NumberPattern | None, ...], style: str, first: int, column: float) -> list[Level]:
    return [
        _heading_level(pattern, first, first + depth, f"{style}{depth + 1}", column) if pattern else UNUSED
        for depth, pattern in enumerate(patterns)
    ]


def _heading_level(pattern: NumberPattern, first: int, depth: int, style: str, column: float) -> Level:
    parents = range(max(first, depth - pattern.parents), depth)
    return Level(
        _text(pattern, parents, depth),
        pattern.style,
        style,
        left=column,
        hanging=column,
        tabbed=has_tab(pattern, column),
        decimal_parents=_decimal_parents(pattern),
    )


def has_tab(pattern: NumberPattern, column: float) -> bool:
    """Return whether a tab follows the numbers of headings: a space follows them outside of a column."""
    return not is_worded(pattern) and column > 0


def number_stops(pattern: NumberPattern | None, look: TextStyle, column: float) -> list[int]:
    """Return the tab stops, in twips, of headings that have a tab, for numbers that are too wide for their column.

    An officer makes headings larger, or counts to more figures, which are all equally wide.
    """
    if pattern is None or not has_tab(pattern, column):
        return []
    figure = width("0", bold=look.bold) * look.size
    return [twips(column + more * figure) for more in range(1, _WIDER + 1)]


def is_worded(pattern: NumberPattern) -> bool:
    """Return whether the number contains a word ("Section 1:"): the title then follows after a space."""
    return bool(pattern.prefix.strip(" ("))


def _decimal_parents(pattern: NumberPattern) -> bool:
    return pattern.style is CounterStyle.DECIMAL and pattern.parents > 0


def _text(pattern: NumberPattern, parents: range, depth: int) -> str:
    above = "".join(f"%{parent + 1}." for parent in parents)
    return f"{pattern.prefix}{above}%{depth + 1}{pattern.suffix}"
