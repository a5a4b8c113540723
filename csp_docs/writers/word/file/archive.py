"""A package as a zip file with the same bytes on every machine, written once: python-docx would add the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, NAMESPACE
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.opc.part import Part
from docx.opc.spec import default_content_types
from lxml import etree

from csp_docs.writers.word.file.trees import to_bytes

_START = (1980, 1, 1, 0, 0, 0)
_COMPRESSED = (".png", ".jpeg", ".xlsx")
_TYPES = f"{{{NAMESPACE.OPC_CONTENT_TYPES}}}"


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip file of ``files`` in the order of their names, without the time of writing."""
    out = BytesIO()
    with ZipFile(out, "w") as target:
        for name in sorted(files, key=_place):
            _write(target, name, files[name])
    return out.getvalue()


def files_of(package: OpcPackage) -> dict[str, bytes]:
    """Return the files of ``package`` by their names: its parts, their types, and what each relates to."""
    return dict(_files(package))


def _files(package: OpcPackage) -> Iterator[tuple[str, bytes]]:
    parts = package.parts
    yield CONTENT_TYPES_URI.membername, _types(parts)
    yield PACKAGE_URI.rels_uri.membername, package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if part.rels:
            yield part.partname.rels_uri.membername, part.rels.xml


def _types(parts: list[Part]) -> bytes:
    """Return the part with the types of the others (ISO/IEC 29500-2, 10.1.2): by the ending of a name, or by name."""
    endings, names = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}, dict[str, str]()
    for part in parts:
        ending = part.partname.ext
        if (ending, part.content_type) in default_content_types:
            endings[ending] = part.content_type
        else:
            names[part.partname] = part.content_type
    types = etree.Element(f"{_TYPES}Types", nsmap={None: NAMESPACE.OPC_CONTENT_TYPES})  # type: ignore[dict-item]
    for tag, key, found in (("Default", "Extension", endings), ("Override", "PartName", names)):
        for name in sorted(found):
            etree.SubElement(types, f"{_TYPES}{tag}", {key: name, "ContentType": found[name]})
    return to_bytes(types)


def _place(name: str) -> tuple[bool, bool, str]:
    """Return the sort key: content types are first, then the package's relationships, as streams are read."""
    return name != "[Content_Types].xml", not name.startswith("_rels/"), name


def _write(target: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _START)
    entry.create_system, entry.compress_type = 0, ZIP_STORED if name.endswith(_COMPRESSED) else ZIP_DEFLATED
    target.writestr(entry, content, compresslevel=6)
