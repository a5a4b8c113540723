"""The footnotes and endnotes of a Word file: their marks are counted, as they are not in the text."""

from __future__ import annotations

from lxml import etree

from csp_docs.comparing.counters import printed, whole
from csp_docs.comparing.word.markup import attribute, children, first, value
from csp_docs.comparing.word.package import Package


class Notes:
    """Counts notes in the order of their marks; footnotes and endnotes count for themselves."""

    def __init__(self, package: Package) -> None:
        self._notes = {kind: _by_id(package.part(f"{kind}s"), kind) for kind in ("footnote", "endnote")}
        self._looks = {kind: _look(package, kind) for kind in self._notes}
        self._counts = dict.fromkeys(self._notes, 0)
        self._found: list[tuple[str, etree._Element]] = []

    def mark(self, kind: str, reference: etree._Element) -> str:
        """Return the mark that Word prints for a reference to a note; empty if the author typed the mark."""
        note, custom = self._notes[kind].get(attribute(reference, "id")), _custom(reference)
        mark = ""
        if not custom:
            self._counts[kind] += 1
            style, start = self._looks[kind]
            mark = printed(self._counts[kind] + start - 1, style)
        if note is not None:
            self._found.append((mark or str(len(self._found) + 1), note))
        return mark

    def in_order(self) -> list[tuple[str, etree._Element]]:
        """Return the notes whose marks were read, each with its mark."""
        return self._found


def _custom(reference: etree._Element) -> bool:
    return attribute(reference, "customMarkFollows") in ("1", "true", "on")


def _by_id(part: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    return {} if part is None else {attribute(note, "id"): note for note in children(part, kind)}


def _look(package: Package, kind: str) -> tuple[str, int]:
    """Return how notes are counted, and the first number: as the section or the settings say."""
    settings, section = package.part("settings"), first(package.body, "sectPr")
    given = [found for one in (section, settings) if one is not None and (found := first(one, f"{kind}Pr")) is not None]
    style = next(
        filter(None, (value(one, "numFmt") for one in given)), "lowerRoman" if kind == "endnote" else "decimal"
    )
    start = next(filter(str.isdecimal, (value(one, "numStart") for one in given)), "1")
    return style, whole(start, 1)
