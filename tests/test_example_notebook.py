"""The example notebook, run without a screen as Jupyter would: twice, and with its cells in another order."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

pytest.importorskip("IPython", reason="notebooks are run with IPython")

NOTEBOOK = Path(__file__).parents[1] / "examples/cabinet_report.ipynb"
RUN = """\
import json, sys
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
cells = json.load(open(sys.argv[1], encoding="utf-8"))["cells"]
codes = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
shown = []
for number in json.loads(sys.argv[2]):
    done = shell.run_cell(codes[number], store_history=True)
    done.raise_error()
    shown.append(shell.display_formatter.format(done.result)[0])
json.dump([sorted(each) + [each.get("text/html", "")] for each in shown], open("shown.json", "w", encoding="utf-8"))
"""
COUNT = sum(cell["cell_type"] == "code" for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"])
ALL = list(range(COUNT))


def run(order: list[int], folder: Path) -> tuple[list[list[str]], list[str]]:
    """Return what cells show that are run in an order, and the digests of the files that they write."""
    command = [sys.executable, "-c", RUN, str(NOTEBOOK), json.dumps(order)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    files = [folder / "crime.docx", folder / "crime.pdf"]
    shown = json.loads((folder / "shown.json").read_text(encoding="utf-8"))
    return shown, [sha256(file.read_bytes()).hexdigest() for file in files]


ORDERS = {
    "twice": [*ALL, *ALL],
    "each twice": [at for at in ALL for _ in range(2)],
    "backwards": [*ALL, *reversed(ALL)],
    "every third": [*ALL, *[at * 3 % COUNT for at in ALL], *ALL[-1:]],
}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[list[str]], list[str]]:
    return run(ALL, tmp_path_factory.mktemp("once"))


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_cells_that_are_run_again_in_any_order_make_the_same_report(
    order: list[int], once: tuple[list[list[str]], list[str]], tmp_path: Path
) -> None:
    shown, files = run(order, tmp_path)
    assert files == once[1]
    assert all(each == once[0][at] for at, each in zip(order, shown, strict=True))


def test_every_cell_shows_what_it_made(once: tuple[list[list[str]], list[str]]) -> None:
    html = [each[-1] for each in once[0][:-1]]
    assert all(html)
    assert re.search(r"Table\s1", unescape(html[1]))
    assert "<svg" in html[2]
    assert "the report has no recommendations" in html[3]
    assert 'alt="Page 1 of 2 of Crime in the borough in 2024.' in html[-1]


def test_the_notebook_is_kept_without_what_its_cells_showed() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert [cell["outputs"] for cell in cells if cell["cell_type"] == "code"] == [[]] * COUNT
