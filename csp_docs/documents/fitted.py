"""The lines of a skeleton, fitted to a council: only keys that its template prints, with the labels of their words.

The lines are taken and left out as they are, so that the comments of a skeleton stay next to their keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import fields

from csp_docs.compose.content.looked_up import DERIVED
from csp_docs.compose.reports.declared import OFFICERS
from csp_docs.council.layouts import (
    CoverField,
    CoverRow,
    FrontPage,
    HighlightLayout,
    ItemStyle,
    Layout,
    PublicationLayout,
    ReportLayout,
    parts_of,
)
from csp_docs.council.template import CouncilTemplate
from csp_docs.documents.writing.scalars import in_line
from csp_docs.model import CouncilDocument, Publication
from csp_docs.model.reach import types_of
from csp_docs.records import record
from csp_docs.text.expressions import names_in

_STYLES = {
    "priorities": "priority",
    "cross_cutting": "cross_cutting",
    "achievements": "achievement",
    "topics": "topics",
}
"""The keys of documents whose items a layout has a style for, and the key of that style."""
_NEEDED = {"meeting", "sections", "priority", "highlight_reports", *_STYLES}
"""Keys that stay in a skeleton, whatever its council prints."""
_OWNER = "Author of the report"
_Labels: TypeAlias = Mapping[str, str]
"""The names that are printed, each with its label."""


@record
class _Keys:
    """Keys that begin after ``indent`` spaces: those that a template decides on, and those that it prints."""

    indent: int
    known: frozenset[str]
    printed: _Labels
    """The names that are printed, or that the template does not give itself, each with its label."""
    declared: bool = False
    """Whether the template declares all names: others are unknown, and those that the skeleton lacks are added."""


def fitted(
    lines: Iterable[str], kind: type[CouncilDocument], template: CouncilTemplate, council: str = ""
) -> Iterator[str]:
    """Yield the lines of a skeleton without the keys that a template does not print.

    If a ``council`` is named, it takes the place of that of the skeleton, and comments say the labels of its template.
    """
    layout: Layout = getattr(template.layouts, kind.kind)
    outer, inner = _Keys(0, _own_keys(kind), _labels(layout)), _below(layout, template)
    for key, part in _parts(lines, 0):
        if key == "council" and council:
            part = [f"council: {in_line(council)}", ""]
        if key in inner:
            part = _fitted_below(part, inner[key], council)
        yield from _kept(part, outer, council)
    if isinstance(layout, ReportLayout) and (own := own_fields(layout, kind)):
        yield from ("", "# Fields that only this council has.", "fields:", *_added((), own))


def never_printed(kind: type[CouncilDocument], template: CouncilTemplate) -> list[str]:
    """Return the keys of a kind that a template does not print, in alphabetical order; those of items after a dot."""
    layout: Layout = getattr(template.layouts, kind.kind)
    found = [name for name in _own_keys(kind) & types_of(kind).keys() if name not in _labels(layout)]
    for key in _STYLES.keys() & types_of(kind).keys():
        style = _below(layout, template)[key]
        found += [f"{key}.{name}" for name in style.known - style.printed.keys()]
    return sorted(found)


def _fitted_below(lines: list[str], keys: _Keys, council: str) -> list[str]:
    """Return a key with the keys below it that are printed, and those that it lacks; nothing if there are none."""
    kept = [*_kept(lines, keys, council)]
    end = len(kept) if not kept or kept[-1].strip() else len(kept) - 1
    kept[end:end] = _added(lines, keys.printed) if keys.declared else ()
    return kept if any(line.startswith(" ") for line in kept) else []


def _kept(lines: Iterable[str], keys: _Keys, council: str) -> Iterator[str]:
    """Yield the lines of the keys that are printed; if a council is named, each has a comment with its label."""
    for key, part in _parts(lines, keys.indent):
        if key not in keys.printed and (key in keys.known or (key and keys.declared)):
            continue
        label = " ".join(keys.printed.get(key, "").split()) if council else ""
        at = next((n for n, line in enumerate(part) if line.strip().startswith(f"{key}:")), 0)
        yield from (*part[:at], *([f"{' ' * keys.indent}# Printed as: {label}"] if label else ()), *part[at:])


def _added(lines: Iterable[str], printed: _Labels) -> Iterator[str]:
    """Yield a line for each name that is printed and that the lines do not have, with its label as what is owed."""
    there = {key for key, _ in _parts(lines, 2)}
    for name, label in printed.items():
        if name not in there:
            plain = re.sub(r"\{\{.*?\}\}|[\"\\*_\[\]{}]", "", label).strip() or name.replace("_", " ")
            text = f'{{{{ pending("{_OWNER}", "{plain}") }}}}'
            yield f"  {in_line(name)}: {in_line(text)}"


def _parts(lines: Iterable[str], indent: int) -> Iterator[tuple[str, list[str]]]:
    """Yield each key after ``indent`` spaces with its lines, and the comments before it; "" with all other lines."""
    begin = re.compile(rf" {{{indent}}}(?:# )?(\w+):(?: |$)")
    key, part = "", list[str]()
    for line in lines:
        depth = len(line) - len(line.lstrip()) if line.strip() else indent + 1
        if part and depth <= indent and (key or depth < indent):
            yield key, part
            key, part = "", []
        part.append(line)
        if found := begin.match(line):
            key = found[1]
        elif not key and (depth < indent or not line.strip()):
            yield "", part
            part = []
    if part:
        yield key, part


def _own_keys(kind: type[CouncilDocument]) -> frozenset[str]:
    """Return the keys of a kind that it depends on its layout to print."""
    if issubclass(kind, Publication):
        return frozenset(name.value for name in (*CoverField, *FrontPage)) - {"title", "period"}
    return frozenset(types_of(kind)) - set(types_of(CouncilDocument)) - _NEEDED


def _below(layout: Layout, template: CouncilTemplate) -> dict[str, _Keys]:
    """Return the keys below those of a skeleton: items, what the partnership is, and names that a template declares."""
    partnership = template.partnership
    absent = {field.name: "" for field in fields(type(partnership)) if not getattr(partnership, field.name)}
    found = {"partnership": _Keys(2, frozenset(types_of(type(partnership))), absent)}
    for key, name in _STYLES.items():
        style = getattr(layout, name, None)
        if isinstance(style, ItemStyle):
            printed = {part.field: part.label for part in style.parts}
            found[key] = _Keys(4, frozenset(parts_of(style.kind)), printed)
    if isinstance(layout, ReportLayout):
        found["implications"] = _Keys(2, frozenset(), _implications(layout), declared=True)
        found["officer_comments"] = _Keys(2, frozenset(), _officers(layout), declared=True)
    return found


def _labels(layout: Layout) -> _Labels:
    """Return the names that a layout prints, with their labels; of dotted ones, only the first word."""
    match layout:
        case ReportLayout():
            used = (name for text in layout.texts() for name in names_in(text))
            labels = dict.fromkeys((*layout.declared, *used), "") | {part.field: part.label for part in layout.parts}
            labels |= _of_rows((*layout.cover, *layout.closing))
        case HighlightLayout():
            parts = (inner for part in layout.parts for inner in (part, *part.row))
            labels = {part.field.value: part.label for part in parts if part.field} | _of_rows(layout.cover)
        case PublicationLayout():
            labels = {line.field.value: "" for line in layout.cover if line.field}
            labels |= {page.value: "" for page in layout.front}
        case _:
            labels = {}
    return {name.partition(".")[0]: "" for name in labels} | {n: label for n, label in labels.items() if "." not in n}


def _of_rows(rows: Iterable[CoverRow]) -> dict[str, str]:
    """Return the fields of rows with their labels, those side by side among them."""
    found: dict[str, str] = {}
    for row in rows:
        found |= {row.field: row.label} if row.field else _of_rows(row.row)
    return found


def _implications(layout: ReportLayout) -> _Labels:
    own = _dotted("implications", layout)
    named = {part.field: part.label for part in layout.implications if part.field}
    return named | own if "implications" in layout.fields else own


def _officers(layout: ReportLayout) -> _Labels:
    own = _dotted("officer_comments", layout)
    return dict.fromkeys(OFFICERS, "") | own if "officer_comments" in layout.fields else own


def _dotted(head: str, layout: ReportLayout) -> dict[str, str]:
    """Return the names below a ``head`` that rows and parts print (``implications.legal``), with their labels."""
    labels = {part.field: part.label for part in layout.parts} | _of_rows((*layout.cover, *layout.closing))
    return {name.removeprefix(f"{head}."): label for name, label in labels.items() if name.startswith(f"{head}.")}


def own_fields(layout: ReportLayout, kind: type[CouncilDocument]) -> _Labels:
    """Return the fields that only the council has, with their labels."""
    names = sorted(name for name in layout.declared if "." not in name and name not in {*types_of(kind), *DERIVED})
    return {name: _labels(layout).get(name, "") for name in names}
