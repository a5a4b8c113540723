"""What tests ask of the machine: programs and files that may be absent, and the judges that run them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from csp_docs import load, save
from tests.judges import ooxml, readers, soffice, tools, verapdf

if TYPE_CHECKING:
    from playwright.sync_api import Browser

hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)  # the first call may load a library
hypothesis.settings.load_profile("repeatable")

REQUIRED = os.environ.get("CSP_DOCS_REQUIRE_TOOLS") == "1"
"""With this switch, which .ci/run sets, a tool that is absent fails the test that needs it instead of skipping it."""


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker; a fixture of ``tools.NEEDED_BY_FIXTURE`` brings its needs along without it."""
    config.addinivalue_line("markers", f"needs(*names): skip where one of {', '.join(tools.NAMES)} is absent")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tools are absent, or fail it where they are required."""
    for reason in filter(None, map(tools.missing, tools.needed(item))):
        (pytest.fail if REQUIRED else pytest.skip)(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of cases, seeds and tools beside the repository."""
    return tools.SHARED


@pytest.fixture(name="verapdf", scope="session")
def verapdf_fixture() -> Callable[[Sequence[Path]], list[str]]:
    """``verapdf([pdf, ...]) == []``: every file is PDF/UA-1 and PDF/A-2a."""
    return verapdf.faults


@pytest.fixture(scope="session")
def ooxml_schemas() -> Callable[[Sequence[Path]], list[str]]:
    """``ooxml_schemas([docx, ...]) == []``: every part keeps to the schemas of ECMA-376."""
    return ooxml.schema_faults


@pytest.fixture(scope="session")
def workbook_schemas() -> Callable[[bytes], list[str]]:
    """``workbook_schemas(xlsx) == []``: every part of the workbook keeps to the schemas of ECMA-376."""
    return ooxml.workbook_faults


@pytest.fixture(scope="session")
def openxml_audit() -> Callable[[Path], list[str]]:
    """``openxml_audit(docx) == []``: openxml-audit finds nothing."""
    return ooxml.audit_faults


@pytest.fixture(scope="session")
def soffice_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """``soffice_pdf(docx)``: the PDF that LibreOffice makes of the file."""
    profile = tmp_path_factory.mktemp("libreoffice")
    return lambda docx: soffice.to_pdf(docx, tmp_path_factory.mktemp("soffice-pdf"), profile)


@pytest.fixture(scope="session")
def soffice_pdfs(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[Path]], list[Path]]:
    """``soffice_pdfs([docx, ...])``: the PDFs that LibreOffice, started once, makes of the files."""
    folder = tmp_path_factory.mktemp
    return lambda files: soffice.to_pdfs(files, folder("soffice-pdfs"), folder("libreoffice"))


@pytest.fixture(scope="session")
def soffice_csvs(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[Path]], list[Path]]:
    """``soffice_csvs([xlsx, ...])``: the sheets of the workbooks as LibreOffice Calc reads them."""
    folder = tmp_path_factory.mktemp
    return lambda files: soffice.to_csvs(files, folder("soffice-csvs"), folder("libreoffice"))


@pytest.fixture(scope="session")
def soffice_fods(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[Path]], list[Path]]:
    """``soffice_fods([xlsx, ...])``: the workbooks as LibreOffice Calc reads and shows them."""
    folder = tmp_path_factory.mktemp
    return lambda files: soffice.to_fods(files, folder("soffice-fods"), folder("libreoffice"))


@pytest.fixture
def soffice_contents(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], list[list[str]]]:
    """``soffice_contents(docx)``: the lines of all contents of the file, made anew by LibreOffice."""
    folder = tmp_path_factory.mktemp("soffice-contents")
    return lambda docx: soffice.contents_made_anew(docx, folder, folder / "profile")


@pytest.fixture(scope="session")
def pandoc() -> Callable[[Path], dict[str, Any]]:
    """``pandoc(docx)["blocks"]``: the file as pandoc's tree."""
    return readers.pandoc


@pytest.fixture(scope="session")
def pandoc_text() -> Callable[..., str]:
    """``pandoc_text(docx, to="plain")``: the file as pandoc prints it."""
    return readers.pandoc_text


@pytest.fixture(scope="session")
def pdf_text() -> Callable[..., str]:
    """``pdf_text(pdf, layout=False)``: the text that poppler finds."""
    return readers.pdf_text


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window; it is closed after a module, because other tests cannot begin an event loop before."""
    from tests.judges.browser import started

    with started() as one:
        yield one


@pytest.fixture(scope="session")
def fidelity() -> Callable[[Path, Path], list[str]]:
    """``fidelity(source_txt, built) == []``: the .docx or .pdf holds every word of the source, in order."""
    return readers.words_lost


@pytest.fixture(scope="session")
def words_kept() -> Callable[[str, str], tuple[float, list[str]]]:
    """``words_kept(source, printed)``: the share of the source's words that are printed in order, and the runs lost."""
    return readers.words_kept


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], dict[str, Path]]:
    """``built(yaml)``: the files made of a document, by format; each document is built once."""
    made: dict[Path, dict[str, Path]] = {}

    def build(source: Path) -> dict[str, Path]:
        if source not in made:
            folder = tmp_path_factory.mktemp("built")
            paths = save(load(source), *(folder / f"{source.stem}.{ending}" for ending in ("docx", "pdf")))
            made[source] = {path.suffix.removeprefix("."): path for path in paths}
        return made[source]

    return build
