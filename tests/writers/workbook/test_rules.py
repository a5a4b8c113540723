"""Workbooks meet each rule of the Analysis Function's checklist; docs/workbook.md names those that ask for a person."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from csp_docs import loads
from csp_docs.api import numbered
from csp_docs.documents.load import read_file
from csp_docs.writers.workbook import render_xlsx
from tests.random_plans import Author
from tests.writers.workbook.checklist import OF_AUTHORS, RULES
from tests.writers.workbook.reading import ReadBook

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
ROOT = Path(__file__).parents[3]
GALLERY = ("chart-bar", "chart-line", "map", "performance", "table", "table-wide")
FILES = {path.stem: path for path in sorted((ROOT / "examples").glob("*.yaml"))} | {
    name: ROOT / f"docs/gallery/{name}.yaml" for name in GALLERY
}
CASES = ("001-harborough-scrutiny-2014", "002-nwl-cabinet-2013", "004-harborough-assessment-2011")
SEEDS = {"random 1": 1, "random 2": 2}
CHECKLIST = """\
Mark up tables
Give tables meaningful names
Remove merged cells, split cells and nested tables
Remove blank rows and columns within tables
All tables should have one tagged header row
Wrap text within cells
Avoid adding filters and freeze panes
Only leave cells with no data empty in certain circumstances
Avoid hiding rows or columns
Columns should be a sensible width
Do not use symbols or superscript to signpost to notes
Use the word 'note' when referring to footnotes
Avoid putting note markers in specific cells
Put note text in a notes table on a notes worksheet
All written content needs to meet the accessibility guidelines
Links must be accessible
Format text to make it accessible
All worksheets should have descriptive titles which are properly tagged and formatted
Avoid using symbols in general
Do not use headers and footers, floating text boxes or floating toolbars
Do not use visual devices to divide data regions
Do not use a background fill
Do not use colour as the only way to convey a message
When using colour for emphasis check the contrast
Avoid images in spreadsheets
Remove macros
Give worksheets unique names or numbers
Remove blank worksheets
Use cells in column A wisely
Position tables against the left-hand edges of each sheet
Avoid putting content below a table
Avoid worksheets with multiple tables
Run a spelling and grammar check
Use the accessibility checker
Add document information
Ensure the cursor is in cell A1 of the first worksheet when doing your final save
""".splitlines()
"""All rules, in the order of the guidance."""


@cache
def of_file(path: Path) -> ReadBook:
    return ReadBook(render_xlsx(numbered(read_file(path)[0])[0]))


@cache
def of_random_plan(seed: int) -> ReadBook:
    return ReadBook(render_xlsx(numbered(loads(yaml.safe_dump(Author(seed).plan(), allow_unicode=True)))[0]))


def test_every_rule_is_checked_or_asks_for_a_person() -> None:
    assert sorted([*RULES, *OF_AUTHORS]) == sorted(CHECKLIST)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", FILES)
def test_workbooks_of_examples_and_of_the_gallery_meet(name: str, rule: str) -> None:
    for check in RULES[rule]:
        check(of_file(FILES[name]))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", CASES)
def test_workbooks_of_cases_meet(name: str, rule: str, shared: Path) -> None:
    for check in RULES[rule]:
        check(of_file(shared / f"cases/{name}.yaml"))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_workbooks_of_random_plans_meet(seed: int, rule: str) -> None:
    for check in RULES[rule]:
        check(of_random_plan(seed))
