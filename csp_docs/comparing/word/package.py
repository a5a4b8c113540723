"""The parts of a Word file by what they are for, found as Word finds them: by relationships (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache, cached_property

from lxml import etree

from csp_docs.comparing.files import Parts
from csp_docs.comparing.reading import refused
from csp_docs.comparing.word.markup import attribute, children, first, is_on, local, relationship_of, value
from csp_docs.comparing.words import PROPERTY

_NO_DOCUMENT = "name a Word file (.docx), a PDF or a web page (.html); a spreadsheet cannot be compared"


class Package:
    """A Word file: its main part, and the other parts that its words depend on."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._ids = parts, dict[str, str]()
        self._top = self._related("")
        self.name = self._top.get("officeDocument", "word/document.xml")
        found = parts.tree(self.name)
        body = None if found is None else first(found, "body")
        if body is None:
            raise refused(parts.file, "the zip file has no Word document in it", _NO_DOCUMENT)
        self.body = body
        self._related_parts = self._related(self.name, self._ids)
        self._addresses = cache(self._addresses_in)

    def part(self, kind: str) -> etree._Element | None:
        """Return the part that the main part names as its ``kind`` ("styles"); None if it has none."""
        name = self._related_parts.get(kind)
        return self._parts.tree(name) if name else None

    def address(self, link: etree._Element) -> str:
        """Return where a link out of the file leads; empty if it leads to a place in the file."""
        part = local(link.getroottree().getroot())
        address = self._addresses(self._related_parts.get(part, self.name)).get(relationship_of(link), "")
        anchor = attribute(link, "anchor")
        return f"{address}#{anchor}" if address and anchor else address

    def chart(self, relationship: str) -> list[etree._Element]:
        """Return the part of a chart that a relationship of the main part leads to, and that of the shapes on it."""
        name = self._ids.get(relationship, "")
        names = (name, self._related(name).get("chartUserShapes", "")) if name else ()
        return [part for one in names if one.endswith(".xml") and (part := self._parts.tree(one)) is not None]

    def heads(self) -> list[etree._Element]:
        """Return the parts with the heads and feet of pages, but for those that the file has and does not show."""
        names = dict.fromkeys(self._ids.get(relationship_of(one), "") for one in self._head_references())
        return [part for name in names if name and (part := self._parts.tree(name)) is not None]

    def _head_references(self) -> Iterator[etree._Element]:
        settings = self.part("settings")
        even = settings is not None and is_on(first(settings, "evenAndOddHeaders"))
        for section in self.body.iter("{*}sectPr"):
            shown = {"even": even, "first": is_on(first(section, "titlePg"))}
            for one in (*children(section, "headerReference"), *children(section, "footerReference")):
                if shown.get(value(one, None, "type"), True):
                    yield one

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        """The styles by their ids; the default paragraph style has the id "" too."""
        part = self.part("styles")
        found = {} if part is None else {value(style, None, "styleId"): style for style in children(part, "style")}
        usual = (one for one in found.values() if value(one, None, "default") in ("1", "true", "on"))
        default = next((one for one in usual if value(one, None, "type") == "paragraph"), None)
        return found if default is None else {"": default, **found}

    def titles(self) -> list[str]:
        """Return the title and the author in the properties of the file."""
        name = self._top.get("core-properties")
        part = self._parts.tree(name) if name else None
        return [] if part is None else [str(one.text or "") for one in part if local(one) in ("title", "creator")]

    def stated(self) -> str:
        """Return the fingerprint in the properties of the file; empty if it has none."""
        name = self._top.get("custom-properties")
        part = self._parts.tree(name) if name else None
        found = () if part is None else (one for one in part if one.get("name") == PROPERTY)
        return "".join("".join(map(str, one.itertext())) for one in found).strip()

    def _addresses_in(self, name: str) -> dict[str, str]:
        """Return where the relationships of a part lead that lead out of the file, by their ids."""
        return {one.get("Id") or "": one.get("Target") or "" for one in self._relationships(name)
                if one.get("TargetMode") == "External"}  # fmt: skip

    def _relationships(self, name: str) -> list[etree._Element]:
        folder, file = posixpath.split(name)
        tree = self._parts.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        return [] if tree is None else children(tree, "Relationship")

    def _related(self, name: str, ids: dict[str, str] | None = None) -> dict[str, str]:
        """Return the names of the parts that a part relates to, by the last word of the kind of relationship.

        ``ids`` gets them by the ids of the relationships.
        """
        found: dict[str, str] = {}
        for one in self._relationships(name):
            if one.get("TargetMode") != "External":
                kind = (one.get("Type") or "").rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), one.get("Target") or ""))
                found.setdefault(kind, target)
                if ids is not None:
                    ids[one.get("Id") or ""] = target
        return found
