"""The package: parts, their relationships, the document's properties, and bytes that are the same everywhere.

python-docx does the packaging (Open Packaging Conventions); only this module, ``archive`` and ``workbook`` know it. Its
default document is not used: it is US Letter, in American English, and has an author.
"""

from __future__ import annotations

import textwrap
from datetime import datetime, time
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package as OpcPackage

from csp_docs.blocks import Document, Picture, PictureFormat
from csp_docs.writers.word.file.archive import archive, files_of
from csp_docs.writers.word.file.parts import UNDATED

_LONGEST_PROPERTY = 255


_CONTENT_TYPES = {
    "document": CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "styles": CONTENT_TYPE.WML_STYLES,
    "numbering": CONTENT_TYPE.WML_NUMBERING,
    "settings": CONTENT_TYPE.WML_SETTINGS,
    "fontTable": CONTENT_TYPE.WML_FONT_TABLE,
    "theme": CONTENT_TYPE.OFC_THEME,
    "footnotes": CONTENT_TYPE.WML_FOOTNOTES,
    "header": CONTENT_TYPE.WML_HEADER,
    "footer": CONTENT_TYPE.WML_FOOTER,
    "comments": CONTENT_TYPE.WML_COMMENTS,
}
_RELATIONSHIPS = {
    "styles": RELATIONSHIP_TYPE.STYLES,
    "numbering": RELATIONSHIP_TYPE.NUMBERING,
    "settings": RELATIONSHIP_TYPE.SETTINGS,
    "fontTable": RELATIONSHIP_TYPE.FONT_TABLE,
    "theme": RELATIONSHIP_TYPE.THEME,
    "footnotes": RELATIONSHIP_TYPE.FOOTNOTES,
    "header": RELATIONSHIP_TYPE.HEADER,
    "footer": RELATIONSHIP_TYPE.FOOTER,
    "comments": RELATIONSHIP_TYPE.COMMENTS,
}
_PICTURE_TYPES = {PictureFormat.PNG: CONTENT_TYPE.PNG, PictureFormat.JPEG: CONTENT_TYPE.JPEG}
_MEDIA, _METAFILE = "word/media/", "image/x-emf"
WORKBOOK_ID, SHAPES_ID = "rIdWorkbook", "rIdShapes"
"""The ids of a chart's relationships to its workbook, and to the shapes on it."""


class Links:
    """The addresses in the links of one part, each with the id of its relationship."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def id(self, url: str) -> str:
        """Return the id of the relationship to ``url``."""
        return self.ids.setdefault(url, f"rIdLink{len(self.ids) + 1}")


class ChartPart(NamedTuple):
    """A chart's part, the workbook that it takes its numbers from, and the part of the shapes drawn on it."""

    content: bytes
    workbook: bytes
    shapes: bytes | None = None


class Media:
    """The drawings of the body: a number for each; pictures, each file once, by the id of its relationship.

    ``metafiles`` are pictures of drawings for programs that do not know Word's shapes, ``drawings`` pictures as SVG.

    Each chart has its own part, even if it is like another, so that nobody changes two charts at once.
    """

    def __init__(self) -> None:
        self.ids: dict[Picture, str] = {}
        self.charts: list[ChartPart] = []
        self.metafiles: dict[bytes, str] = {}
        self.drawings: dict[bytes, str] = {}
        self._numbers = 0

    def id(self, picture: Picture) -> str:
        """Return the id of the relationship to the file of ``picture``."""
        return self.ids.setdefault(picture, f"rIdPicture{len(self.ids) + 1}")

    def metafile(self, data: bytes) -> str:
        """Return the id of the relationship to a picture of a drawing."""
        return self.metafiles.setdefault(data, f"rIdMetafile{len(self.metafiles) + 1}")

    def drawn(self, data: bytes) -> str:
        """Return the id of the relationship to a picture as SVG."""
        return self.drawings.setdefault(data, f"rIdDrawn{len(self.drawings) + 1}")

    def chart(self, part: ChartPart) -> str:
        """Return the id of the relationship to one more chart."""
        self.charts.append(part)
        return f"rIdChart{len(self.charts)}"

    def number(self) -> int:
        """Return the number of one more drawing: Word needs a different number for each."""
        self._numbers += 1
        return self._numbers


class Package:
    """A Word file that is being made: the body, and the parts that belong to it."""

    def __init__(self, body: bytes, links: Links) -> None:
        self._opc = OpcPackage()
        self._body = self._part("document", "", body, links)
        self._opc.relate_to(self._body, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)

    def add(self, kind: str, content: bytes, links: Links | None = None, *, name: str = "", id: str = "") -> None:  # noqa: A002
        """Add a part of ``kind`` ("styles"); ``id`` is that of its relationship, if the body refers to it."""
        part = self._part(kind, name, content, links)
        if id:
            self._body.load_rel(_RELATIONSHIPS[kind], part, id)
        else:
            self._body.relate_to(part, _RELATIONSHIPS[kind])

    def add_pictures(self, media: Media) -> None:
        """Add the files of the pictures that the body shows."""
        for place, (picture, relationship) in enumerate(media.ids.items(), 1):
            uri = PackURI(f"/{_MEDIA}picture{place}.{picture.format.value}")
            part = Part(uri, _PICTURE_TYPES[picture.format], picture.data, self._opc)
            self._body.load_rel(RELATIONSHIP_TYPE.IMAGE, part, relationship)
        for place, (data, relationship) in enumerate(media.metafiles.items(), 1):
            part = Part(PackURI(f"/{_MEDIA}drawing{place}.emf"), _METAFILE, data, self._opc)
            self._body.load_rel(RELATIONSHIP_TYPE.IMAGE, part, relationship)
        for place, (data, relationship) in enumerate(media.drawings.items(), 1):
            part = Part(PackURI(f"/{_MEDIA}drawn{place}.svg"), "image/svg+xml", data, self._opc)
            self._body.load_rel(RELATIONSHIP_TYPE.IMAGE, part, relationship)

    def add_charts(self, media: Media) -> None:
        """Add the charts that the body shows, each with its workbook."""
        for place, chart in enumerate(media.charts, 1):
            part = self._chart_part(f"charts/chart{place}.xml", CONTENT_TYPE.DML_CHART, chart.content)
            workbook = self._chart_part(f"embeddings/chart{place}.xlsx", CONTENT_TYPE.SML_SHEET, chart.workbook)
            part.load_rel(RELATIONSHIP_TYPE.PACKAGE, workbook, WORKBOOK_ID)
            if chart.shapes is not None:
                shapes = f"drawings/drawing{place}.xml", CONTENT_TYPE.DML_CHARTSHAPES, chart.shapes
                part.load_rel(RELATIONSHIP_TYPE.CHART_USER_SHAPES, self._chart_part(*shapes), SHAPES_ID)
            self._body.load_rel(RELATIONSHIP_TYPE.CHART, part, f"rIdChart{place}")

    def _chart_part(self, name: str, kind: str, content: bytes) -> Part:
        return Part(PackURI(f"/word/{name}"), kind, content, self._opc)

    def describe(self, document: Document, application: bytes, custom: bytes) -> None:
        """Add the properties of ``document``: those about its content, of the ``application``, and ``custom`` ones."""
        uri = PackURI("/docProps/core.xml")
        core = XmlPart(uri, CONTENT_TYPE.OPC_CORE_PROPERTIES, core_properties(document), self._opc)
        self._opc.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
        uri, kind = PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES
        self._opc.relate_to(Part(uri, kind, application, self._opc), RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        uri, kind = PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
        self._opc.relate_to(Part(uri, kind, custom, self._opc), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

    def to_bytes(self) -> bytes:
        """Return the file."""
        return archive(files_of(self._opc))

    def _part(self, kind: str, name: str, content: bytes, links: Links | None) -> Part:
        part = Part(PackURI(f"/word/{name or kind}.xml"), _CONTENT_TYPES[kind], content, self._opc)
        for url, relationship in (links.ids if links else {}).items():
            part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, url, relationship, is_external=True)
        return part


def core_properties(document: Document) -> CT_CoreProperties:
    """Return the properties that Word shows about ``document`` (ISO 29500-2, core properties)."""
    root = CT_CoreProperties.new()
    core = CoreProperties(root)
    core.title, core.subject = _short(document.title), _short(document.subject)
    core.author = core.last_modified_by = _short(document.author)
    core.language, core.revision = document.language, 1
    core.created = core.modified = datetime.combine(document.date or UNDATED, time())
    return root


def _short(text: str) -> str:
    """Return ``text``, shortened to the length that python-docx accepts for a property."""
    return textwrap.shorten(text, _LONGEST_PROPERTY, placeholder=" …")
