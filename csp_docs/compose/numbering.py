"""What the house style numbers: the template's patterns, read; and words after their labels."""

from __future__ import annotations

import re
from collections.abc import Collection

from csp_docs import blocks as b
from csp_docs.blocks import Inlines, Numbering, walk
from csp_docs.blocks.counters import UPPER_LETTER, NumberPattern
from csp_docs.compose.context import Context
from csp_docs.council.layouts import Patterns
from csp_docs.errors import Code, did_you_mean

_HEADING = re.compile(r"(?P<prefix>.*?)\{\{\s*label\s*\}\}(?P<suffix>.*?)\{\{\s*title\s*\}\}\s*", re.DOTALL)
_NONE = ("no", "none", "false", "off")


def numbering(context: Context, parts: Collection[str] = ()) -> Numbering:
    """Return how the document's headings, paragraphs and appendices are numbered; numbers may restart at ``parts``."""
    style = context.layout.numbering
    found = Numbering(
        headings=_levels(style.headings, context),
        paragraphs=_pattern(_paragraphs(context), context),
        continuous=style.paragraphs == "continuous",
        appendices=context.pattern(context.layout.appendices.label) or UPPER_LETTER,
    )
    _check(found, parts, context)
    _check_heading(context)
    return found


def numbers_paragraphs(context: Context) -> bool:
    """Tell whether the house style numbers paragraphs."""
    return context.layout.numbering.paragraphs.lower() not in _NONE


def numbers_below(*, heading: bool | None, context: Context) -> bool:
    """Tell whether the paragraphs of a part get numbers.

    ``heading`` says whether the heading of the part may have a number, and is None if the part has no heading.
    """
    style = context.layout.numbering
    if not numbers_paragraphs(context):
        return False
    found = Numbering(_levels(style.headings, context), _pattern(_paragraphs(context), context))
    above = [] if heading is None else [heading and bool(found.headings and found.headings[0])]
    return not found.paragraphs or above[found.parents] == [True] * found.paragraphs.parents


def _paragraphs(context: Context) -> str:
    """Return the pattern of paragraphs: those that count through the document have "1."."""
    style = context.layout.numbering.paragraphs
    return "1." if style == "continuous" else style


def counts_within(marker: NumberPattern, context: Context) -> bool:
    """Tell whether a pattern ("1.1.1") counts within the paragraphs of the house style ("1.1")."""
    if not numbers_paragraphs(context):
        return False
    paragraphs = _pattern(_paragraphs(context), context)
    return paragraphs is not None and marker.parents > paragraphs.parents


def around_label(context: Context) -> tuple[str, str]:
    """Return the words before and after an appendix's label, from the council's heading pattern."""
    pattern = context.layout.appendices.heading
    if not pattern:
        return f"{context.term('appendix')} ", " – "
    context.note_language(pattern)
    parts = _HEADING.fullmatch(pattern)
    return (parts["prefix"], parts["suffix"]) if parts else ("", " ")


def _check_heading(context: Context) -> None:
    """Note a pattern for the headings of appendices that does not show the label and the title."""
    pattern = context.layout.appendices.heading
    if pattern and not _HEADING.fullmatch(pattern):
        fact = f'the heading pattern "{pattern}" does not show the label and the title in this order'
        context.problem(Code.HEADING_PATTERN, fact, 'write it as "Appendix {{ label }} – {{ title }}"', pattern)


def _check(found: Numbering, parts: Collection[str], context: Context) -> None:
    """Note numbers that depend on headings without numbers, numbers of the same form, and restarts that cannot be."""
    style = context.layout.numbering
    needed = found.headings[found.parents]
    if found.paragraphs and (len(needed) < found.paragraphs.parents or None in needed):
        hint = "number the headings above them too, or write `paragraphs: continuous`"
        fact = f'the paragraph numbers "{style.paragraphs}" need numbered headings'
        context.problem(Code.NUMBERS_WITHOUT_PARENT, fact, hint, style.paragraphs)
    _check_levels(found, context)
    if found.paragraphs and not found.continuous and found.paragraphs in found.headings:
        hint = 'number paragraphs one level deeper, such as "1.1.1", or number only one of the two'
        fact = f'headings and paragraphs both use the numbers "{style.paragraphs}"'
        context.problem(Code.NUMBERS_CLASH, fact, hint, style.paragraphs)
    _check_restarts(found, parts, context)


def _check_levels(found: Numbering, context: Context) -> None:
    style = context.layout.numbering
    for level, pattern in enumerate(found.headings):
        if pattern and (level < pattern.parents or None in found.headings[level - pattern.parents : level]):
            shown = pattern.format(*[1] * (pattern.parents + 1))
            fact = f'the headings "{shown}" of level {level + 1} count within levels that have no number'
            hint = "number the levels above too, or show fewer numbers in the pattern"
            written = style.headings if isinstance(style.headings, str) else style.headings[level]
            context.problem(Code.NUMBERS_WITHOUT_PARENT, fact, hint, written)


def _check_restarts(found: Numbering, parts: Collection[str], context: Context) -> None:
    style = context.layout.numbering
    if style.restart and not found.continuous:
        fact = "only paragraphs that are numbered through the complete report can restart"
        hint = "write `paragraphs: continuous`, or remove `restart`"
        context.problem(Code.NO_EFFECT, fact, hint, style.restart[0])
    for name in style.restart:
        if name not in parts:
            hint = did_you_mean(name, parts, "parts with labels")
            context.problem(Code.UNKNOWN_PART, f'there is no part "{name}" to restart at', hint, name)


def _levels(patterns: Patterns, context: Context) -> tuple[NumberPattern | None, ...]:
    levels = (patterns,) if isinstance(patterns, str) else patterns
    found = tuple(_pattern(level, context) for level in levels)
    return found if any(found) else ()


def _pattern(text: str, context: Context) -> NumberPattern | None:
    return None if text.lower() in _NONE else context.pattern(text)


def labelled(label: str, words: Inlines, context: Context) -> Inlines:
    """Return words after a label, with a colon if it does not end with a mark."""
    found = context.inlines(label) if label else ()
    colon = ": " if not walk.words(found).endswith((":", ";", "?", ".")) else " "
    return (*found, b.Text(colon), *words) if found else words
