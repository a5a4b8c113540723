"""Rows of measures that are not for the public: what they say in an edition for the public, and why."""

from __future__ import annotations

from collections.abc import Sequence

from csp_docs import blocks as b
from csp_docs.blocks import Inlines
from csp_docs.compose.access import closed_words, marking, suffix, word_for
from csp_docs.compose.context import Context
from csp_docs.model import Access, Measure, MeasureField, PerformanceColumn
from csp_docs.records import record


@record
class Withheld:
    """What rows of measures that are not shown say, by the identity of these: a name, and a mark in place of figures.

    ``grounds`` has the access that each mark is explained by.
    """

    names: dict[int, Inlines]
    marks: dict[int, str]
    grounds: dict[str, Access]


def withheld_rows(found: list[Measure], columns: Sequence[PerformanceColumn], context: Context) -> Withheld:
    """Return what is printed of measures that are not shown; where no figures are, their names have the marks."""
    hidden = {id(measure): measure.access for measure in found if measure.access and is_withheld(measure, context)}
    names, (marks, grounds) = _public_names(hidden, context), _marks(hidden, context)
    if len(grounds) > 1 and not shows_mark(columns):
        names = {key: (*name, b.Text(f" {marks[key]}")) for key, name in names.items()}
    return Withheld(names, marks, grounds)


def _marks(hidden: dict[int, Access], context: Context) -> tuple[dict[int, str], dict[str, Access]]:
    """Return the marks of measures, and their grounds: "[exempt]", with a number if others have other grounds."""
    grounds: dict[str, list[Access]] = {}
    for access in hidden.values():
        grounds.setdefault(word_for(access, context), []).append(_ground(access))
    several = {word: list(dict.fromkeys(found)) for word, found in grounds.items()}

    def mark(access: Access) -> str:
        word = word_for(access, context)
        number = several[word].index(_ground(access)) + 1
        return f"[{word} ({number})]" if len(several[word]) > 1 else f"[{word}]"

    marks = {key: mark(access) for key, access in hidden.items()}
    return marks, {marks[key]: _ground(access) for key, access in hidden.items()}


def _ground(access: Access) -> Access:
    """Return the ground of an access alone, without reasons and titles."""
    return Access(sorted(access.exempt), confidential=access.confidential)


def _public_names(hidden: dict[int, Access], context: Context) -> dict[int, Inlines]:
    """Return what the rows of measures that are not shown are called.

    Rows with different reasons that would have the same name have a number after it: a note gives the reason of each.
    """
    names = {key: closed_words((), access, context).public for key, access in hidden.items()}
    numbered: dict[int, Inlines] = {}
    for name in dict.fromkeys(names.values()):
        alike = [key for key in names if names[key] == name]
        reasons = {hidden[key].public_reason for key in alike}
        for number, key in enumerate(alike, 1):
            numbered[key] = (*name, b.Text(f" ({number})")) if len(reasons) > 1 else name
    return numbered


def shows_mark(columns: Sequence[PerformanceColumn]) -> bool:
    """Tell whether a table has a column in which figures, or marks in their place, are printed."""
    return any(column.field is not MeasureField.NAME for column in columns)


def is_withheld(measure: Measure, context: Context) -> bool:
    """Tell whether a measure is not for the public, and this edition is."""
    return bool(measure.access and measure.access.closed and not context.closed)


def grounds_of(
    found: list[Measure], columns: Sequence[PerformanceColumn], withheld: Withheld, context: Context
) -> list[Inlines]:
    """Return the notes that say why some measures are not for the public: the grounds, where no figures are shown."""
    marked = len(withheld.grounds) > 1 or shows_mark(columns)
    found_grounds: list[Inlines] = [
        (b.Text(f"{mark}: {marking(access, context)}" if marked else marking(access, context)),)
        for mark, access in withheld.grounds.items()
    ]
    return [*found_grounds, *dict.fromkeys(note for measure in found for note in _reasons(measure, context, withheld))]


def both(one: Access, other: Access) -> Access:
    """Return the grounds of two accesses together."""
    lines = dict.fromkeys((*one.marking.splitlines(), *other.marking.splitlines()))
    confidential = one.confidential or other.confidential
    return Access((*one.exempt, *other.exempt), confidential=confidential, marking="\n".join(lines))


def _reasons(measure: Measure, context: Context, withheld: Withheld) -> list[Inlines]:
    """Return the notes with the author's words on why a measure is not for the public, after its name."""
    access = measure.access
    if not (access and access.closed):
        return []
    if is_withheld(measure, context):
        name, given = withheld.names[id(measure)], [access.public_reason]
    else:
        name, given = (*context.inlines(measure.name), suffix(access, context)), [access.reason, access.public_reason]
    return [(*name, b.Text(": "), *context.inlines(reason)) for reason in given if reason]
