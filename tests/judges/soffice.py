"""LibreOffice: does it open a Word file, and what does it draw?"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

SECONDS = 120


def to_pdf(docx: Path, folder: Path, profile: Path) -> Path:
    """Return the PDF that LibreOffice makes of ``docx`` in ``folder``; ``profile`` is a folder for its settings."""
    return to_pdfs([docx], folder, profile)[0]


def to_pdfs(files: Sequence[Path], folder: Path, profile: Path) -> list[Path]:
    """Return the PDFs that LibreOffice, started once, makes of Word files in ``folder``.

    A profile that another LibreOffice uses would make this one hand its work over and end at once.
    """
    user = f"-env:UserInstallation={profile.as_uri()}"
    command = ["soffice", user, "--headless", "--convert-to", "pdf", "--outdir", *map(os.fspath, (folder, *files))]
    output = _run_group(command)
    pdfs = [folder / docx.with_suffix(".pdf").name for docx in files]
    assert [pdf.name for pdf in pdfs if not pdf.exists()] == [], f"LibreOffice made no PDF of these: {output}"
    return pdfs


def _run_group(command: list[str]) -> str:
    """Return what ``command`` printed; at the timeout its whole process group ends, as soffice starts a child."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        try:
            return process.communicate(timeout=SECONDS)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
