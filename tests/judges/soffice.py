"""LibreOffice: does it open a Word file, what does it draw, and what does it find in a workbook?"""

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
    """Return the PDFs that LibreOffice, started once, makes of Word files in ``folder``."""
    return _converted("pdf", files, folder, profile)


def to_csvs(files: Sequence[Path], folder: Path, profile: Path) -> list[Path]:
    """Return the first sheets of workbooks as LibreOffice Calc reads them."""
    return _converted(f"csv:Text - txt - csv (StarCalc):{_CSV}", files, folder, profile)


def to_fods(files: Sequence[Path], folder: Path, profile: Path) -> list[Path]:
    """Return workbooks as LibreOffice Calc reads them, in one file of XML each: values, and how they are shown."""
    return _converted("fods", files, folder, profile)


_CSV = "44,34,76,1,,0,false,false,false"
"""Commas and quotes in UTF-8, from the first line; numbers as they are, not as they are shown."""


def _converted(to: str, files: Sequence[Path], folder: Path, profile: Path) -> list[Path]:
    """Return the files that LibreOffice makes of others.

    A profile that another LibreOffice uses would make this one hand its work over and end at once.
    """
    user = f"-env:UserInstallation={profile.as_uri()}"
    output = _run_group(
        ["soffice", user, "--headless", "--convert-to", to, "--outdir", *map(os.fspath, (folder, *files))]
    )
    made = [folder / one.with_suffix("." + to.partition(":")[0]).name for one in files]
    assert [one.name for one in made if not one.exists()] == [], f"LibreOffice made nothing of these: {output}"
    return made


def contents_made_anew(docx: Path, folder: Path, profile: Path) -> list[list[str]]:
    """Return the lines of each of the contents in ``docx``, made anew by LibreOffice; ``profile`` is a new folder.

    The first start makes the profile, which then takes the macro.
    """
    start = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    _run_group([*start, "--terminate_after_init"])
    for name, text in _MACRO.items():
        (profile / "user/basic/Standard" / name).write_text(text, encoding="utf-8")
    out = folder / "contents.txt"
    output = _run_group([*start, f'macro:///Standard.Contents.MakeAnew("{docx.as_uri()}","{out}")'])
    assert out.exists(), f"LibreOffice made no contents of {docx.name}: {output}"
    return [part.strip().splitlines() for part in out.read_text(encoding="utf-8").split("\f")[1:]]


_BASIC = """
Sub MakeAnew(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  indexes = opened.getDocumentIndexes()
  out = FreeFile
  Open target For Output As #out
  For place = 0 To indexes.getCount() - 1
    one = indexes.getByIndex(place)
    one.update()
    Print #out, Chr(12)
    Print #out, one.getAnchor().getString()
  Next
  Close #out
  opened.close(True)
End Sub
"""
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_MACRO = {
    "script.xlb": f"""{_XML}
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Contents"/></library:library>""",
    "Contents.xba": f"""{_XML}
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Contents" script:language="StarBasic">
{_BASIC}</script:module>""",
}
"""A library with one macro, as LibreOffice keeps it in a profile."""


def _run_group(command: list[str]) -> str:
    """Return what ``command`` printed; at a timeout or interrupt its process group ends, as soffice starts a child."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        try:
            return process.communicate(timeout=SECONDS)[0]
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            os.killpg(process.pid, signal.SIGKILL)
            raise
