"""Two judges of a Word file: the schemas of ECMA-376 and openxml-audit, which knows Word's own rules too."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, cast
from zipfile import ZipFile

from lxml import etree
from openxml_audit.validator import OpenXmlValidator

from tests.judges.tools import SHARED

SECONDS = 120


def schema_faults(paths: Sequence[Path]) -> list[str]:
    """Return what the checker beside the repository's schemas says of every file that breaks them."""
    command: list[str | Path] = [sys.executable, SHARED / "tools/ooxml/check.py", *paths]
    run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    return [] if run.returncode == 0 else [*run.stdout.splitlines(), *run.stderr.splitlines()]


def workbook_faults(data: bytes) -> list[str]:
    """Return what of a workbook breaks the schema of SpreadsheetML."""
    rules = etree.XMLSchema(etree.parse(SHARED / "tools/ooxml/xsd/sml.xsd"))
    faults: list[str] = []
    with ZipFile(BytesIO(data)) as file:
        for name in file.namelist():
            if (
                name.startswith("xl/")
                and name.endswith(".xml")
                and not rules.validate(etree.fromstring(file.read(name)))
            ):
                faults += [f"{name}: {fault.message}" for fault in cast(Iterable[Any], rules.error_log)]
    return faults


def audit_faults(path: Path) -> list[str]:
    """Return openxml-audit's findings on one file, mere warnings too."""
    return [str(error) for error in OpenXmlValidator().validate(path).errors]
