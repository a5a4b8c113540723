"""Two judges of a Word file: the schemas of ECMA-376 and openxml-audit, which knows Word's own rules too."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from openxml_audit.validator import OpenXmlValidator

from tests.judges.tools import SHARED

SECONDS = 120


def schema_faults(paths: Sequence[Path]) -> list[str]:
    """Return what the checker beside the repository's schemas says of every file that breaks them."""
    command: list[str | Path] = [sys.executable, SHARED / "tools/ooxml/check.py", *paths]
    run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    return [] if run.returncode == 0 else [*run.stdout.splitlines(), *run.stderr.splitlines()]


def audit_faults(path: Path) -> list[str]:
    """Return openxml-audit's findings on one file, mere warnings too."""
    return [str(error) for error in OpenXmlValidator().validate(path).errors]
