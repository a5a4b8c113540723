"""A package as a zip file with the same bytes on every machine."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.package import OpcPackage

_START = (1980, 1, 1, 0, 0, 0)
_COMPRESSED = (".png", ".jpeg", ".xlsx")


def archive(package: OpcPackage) -> bytes:
    """Return the file of ``package``: parts in the order of their names, without the time of writing."""
    written = BytesIO()
    package.save(written)
    out = BytesIO()
    with ZipFile(written) as source, ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=_place):
            _write(target, name, source.read(name))
    return out.getvalue()


def _place(name: str) -> tuple[bool, bool, str]:
    """Return the sort key: content types are first, then the package's relationships, as streams are read."""
    return name != "[Content_Types].xml", not name.startswith("_rels/"), name


def _write(target: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _START)
    entry.create_system, entry.compress_type = 0, ZIP_STORED if name.endswith(_COMPRESSED) else ZIP_DEFLATED
    target.writestr(entry, content, compresslevel=6)
