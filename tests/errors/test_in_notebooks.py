"""Errors in notebooks: the caller's line, which part and what is wrong in it, and no line of the library."""

from __future__ import annotations

import linecache
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import csp_docs
from csp_docs import CspDocsError

NAMES = {name: getattr(csp_docs, name) for name in csp_docs.__all__}


def shown(code: str) -> list[str]:
    """Return what IPython shows of the error that a cell raises."""
    import polars

    linecache.cache["cell"] = (len(code), None, code.splitlines(keepends=True), "cell")
    names: dict[str, Any] = {"__name__": "__main__", "polars": polars, **NAMES}
    with pytest.raises(CspDocsError) as raised:
        exec(compile(code, "cell", "exec"), names)
    lines = raised.value._render_traceback_()
    return lines[next(at for at, line in enumerate(lines) if line.startswith("line ")) :]


CELLS = {
    "a value of the wrong kind": (
        'x = 1\nplan("T", council="harborough").section("Crime", "a", 5)',
        [
            'line 2: plan("T", council="harborough").section("Crime", "a", 5)',
            'ModelError in Section "Crime"',
            "content[1]: ",
        ],
    ),
    "a wrong number": (
        'Measure("Burglary", "abc")',
        [
            'line 1: Measure("Burglary", "abc")',
            'ModelError in Measure "Burglary"',
            'current: "abc" is not a number [CSP205]',
        ],
    ),
    "a row that is too short": (
        'Table(["A", "B"], [["x"]], caption="Crime by ward")',
        ["line 1: Table(", 'ModelError in Table "Crime by ward"', "rows[0]: "],
    ),
    "a cell of a frame": (
        'table(polars.DataFrame({"a": ["x"], "b": [{"y": 1}]}), caption="Wards")',
        ["line 1: table(", 'ModelError in table "Wards"', 'column "b", row 1: '],
    ),
    "an unknown key": (
        'loads("kind: plan\\ntitel: T\\ncouncil: harborough\\n", "plan.yaml")',
        ["line 1: loads(", "LoadError", "plan.yaml:1:1: ", 'plan.yaml:2:1: the key "titel" is not known [CSP201]\n'],
    ),
    "a document with errors": (
        'save(plan("T", council="harborough").section("A", "{{ x }}"), "x.pdf")',
        ["line 1: save(", "CheckError", 'sections[0].content[0]: "{{ x }}": there is no name "x" [CSP404]\n'],
    ),
    "a function of a cell": (
        "def made():\n    return bullets()\nmade()",
        ["line 3: made()", "line 2: return bullets()", "ModelError in Bullets", "items: the list is empty"],
    ),
}


@pytest.mark.parametrize(("code", "expected"), CELLS.values(), ids=CELLS)
def test_an_error_says_the_line_the_part_and_what_is_wrong(code: str, expected: list[str]) -> None:
    lines = shown(code)
    assert len(lines) == len(expected)
    for line, beginning in zip(lines, expected, strict=True):
        assert line.startswith(beginning)


@pytest.mark.parametrize("code", [code for code, _ in CELLS.values()], ids=CELLS)
def test_no_line_of_the_library_is_shown(code: str) -> None:
    text = "\n".join(shown(code))
    assert "attrs generated" not in text
    assert str(Path(csp_docs.__file__).parent) not in text


def test_ipython_shows_these_lines_and_no_others() -> None:
    pytest.importorskip("IPython", reason="notebooks are run with IPython")
    cell = 'from csp_docs import *\nMeasure("Burglary", "abc")'
    code = f"from IPython.core.interactiveshell import InteractiveShell as S; S.instance().run_cell({cell!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    said = [line for line in done.stdout.splitlines() if line.strip()]
    assert said[:3] == [*shown('\nMeasure("Burglary", "abc")')[:2], 'current: "abc" is not a number [CSP205]']
    assert len(said) == 4


def test_many_problems_are_counted() -> None:
    lines = shown(
        'save(plan("T", council="harborough").section("A", *[f"{{{{ x{n} }}}}" for n in range(50)]), "x.pdf")'
    )
    assert len(lines) < 30
    assert lines[-1] == "… and 30 more"
