"""What people install: the wheel, built from the source distribution, works in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

KINDS = ("cabinet_report", "highlight_report", "plan", "scrutiny_report", "strategic_assessment")
ROOT = Path(__file__).parents[1]
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
SHEETS = ("page", "blocks", "print")


SECONDS = 300


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    _run(folder / "bin/python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet", wheel)
    return folder / "bin/csp-docs"


def _run(*command: str | Path) -> str:
    run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_the_wheel_holds_fonts_colour_profile_style_sheets_templates_and_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"csp_docs/writers/html/page/{sheet}.css" for sheet in SHEETS} < names
    assert {f"csp_docs/writers/pdf/data/Arimo-{face}.{end}" for face in FACES for end in ("ttf", "json")} < names
    assert {"csp_docs/writers/pdf/data/sRGB.icc", "csp_docs/templates/councils/default.yaml"} < names
    assert {f"csp_docs/templates/councils/{path.name}" for path in (ROOT / "templates/councils").iterdir()} < names
    assert {f"csp_docs/templates/documents/new_{kind}.yaml" for kind in KINDS} < names
    assert "csp_docs/templates/schemas/plan.schema.json" in names
    licences = {name.rpartition("licenses/")[2] for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "csp_docs/writers/pdf/data/Arimo-LICENSE.txt"}


def test_the_installed_command_lists_councils_and_skeletons(installed: Path) -> None:
    assert "north-west-leicestershire" in _run(installed, "council", "list")
    assert [kind for kind in KINDS if kind not in _run(installed, "new")] == []


def test_the_installed_command_builds_the_examples(installed: Path, tmp_path: Path) -> None:
    examples = sorted((ROOT / "examples").glob("*.yaml"))
    _run(installed, "build", *examples, "--out", tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"{example.stem}.{name}" for example in examples for name in ("docx", "pdf")]
