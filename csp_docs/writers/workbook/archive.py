"""Files in a zip with the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_START = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")
"""What programs that read a package as a stream expect first."""


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of ``files``, without the time of writing."""
    out = BytesIO()
    with ZipFile(out, "w") as target:
        for name in sorted(files, key=lambda name: name not in _FIRST):
            entry = ZipInfo(name, _START)
            entry.create_system, entry.compress_type = 0, ZIP_DEFLATED
            target.writestr(entry, files[name], compresslevel=6)
    return out.getvalue()
