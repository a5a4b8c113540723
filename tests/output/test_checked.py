"""How often model and blocks are walked on the way from a document to its files: a new walk is seen here."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from csp_docs import blocks as b
from csp_docs.blocks import walk
from csp_docs.model import (
    Access,
    CabinetReport,
    Callout,
    Generated,
    Measure,
    Passage,
    Performance,
    Section,
    Table,
    closed,
    parts,
)
from csp_docs.output.checked import checked
from csp_docs.output.printing import Printing
from tests.random_closed import reports
from tests.small import small_report


def report() -> CabinetReport:
    table = Table(columns=["Area", "Count"], rows=[["North", "1"], ["South", "2"]], caption="Crime")
    measured = Performance([Measure("Burglary", id="burglary", current=5, previous=7)])
    words = ["Words with **marks**.", Callout(["Words in a box."]), "{{ ref('more') }}", table, measured]
    return small_report(sections=[Generated("contents"), Generated("tables"), Section("Aims", words, id="more")])


@pytest.fixture
def walked(monkeypatch: pytest.MonkeyPatch) -> Counter[type]:
    """Count how often nodes of each class are walked."""
    count, rebuilt = Counter[type](), walk.rebuilt

    def counting(node: Any, *rest: Any, **changes: Any) -> Any:
        count[type(node)] += 1
        return rebuilt(node, *rest, **changes)

    monkeypatch.setattr(walk, "rebuilt", counting)
    return count


def test_the_tree_is_walked_once_for_each_thing_that_is_decided(walked: Counter[type]) -> None:
    """What is pending; numbers; references; widths; what is kept together. Lists of tables take two walks more."""
    whole = report()
    checked(CabinetReport(whole.title, council=whole.council, meeting=whole.meeting, sections=whole.sections[2:]))
    assert walked[b.Callout] == 5
    walked.clear()
    checked(whole)
    assert walked[b.Callout] == 7


def test_headings_are_walked_no_more_often_than_they_must(walked: Counter[type]) -> None:
    """The walks of boxes, and those in the flow: covers, markings, what is closed, contents, and their entries."""
    document = checked(report()).blocks
    count = walked[b.Section]
    assert count == (7 + 5) * sum(isinstance(block, b.Section) for block in walk.every_block(document.blocks))


@pytest.mark.parametrize(("name", "most"), [("pdf", 1), ("word", 5)])
def test_a_writer_walks_the_tree_for_what_it_needs_before_it_writes(
    name: str, most: int, walked: Counter[type]
) -> None:
    found = checked(report())
    walked.clear()
    getattr(Printing(found.blocks, found.theme), name)()
    assert walked[b.Callout] <= most


def test_the_model_is_walked_once_for_its_measures_and_for_what_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    count, parts_of = Counter[type](), parts.parts_of

    def counting(value: object) -> tuple[object, ...]:
        count[type(value)] += 1
        return parts_of(value)

    for module in (parts, closed):
        monkeypatch.setattr(module, "parts_of", counting)
    checked(report())
    assert count[Callout] == 1


def _rows(count: int) -> list[Section]:
    rows = [[f"Area {row}", str(row * 37), f"£{row * 13}"] for row in range(count)]
    return [Section("Aims", [Table(columns=["Area", "Count", "Cost"], rows=rows)])]


def _named_measures(count: int) -> list[Section]:
    names = [f"m{number}" for number in range(count)]
    defined = Performance([Measure(name, id=name, current=5, previous=7) for name in names])
    return [Section("All", [defined]), *(Section("One", [Performance([name])]) for name in names)]


def _references(count: int) -> list[Section]:
    return [Section("Aims", [f"See {{{{ ref('s{count - at - 1}') }}}}."], id=f"s{at}") for at in range(count)]


def _passages(count: int) -> list[Section]:
    return [Section("Aims", ["Open.", Passage(["Words."], Access([3]))]) for _ in range(count)]


def _items(count: int) -> list[Section]:
    return [Section("Aims", [["Words."] * count, *(Callout(["Words."]) for _ in range(count))])]


@pytest.mark.parametrize("sections", [_rows, _named_measures, _references, _passages, _items])
def test_twice_as_much_is_twice_the_work(sections: Callable[[int], list[Section]]) -> None:
    few, more, most = (_calls(small_report(sections=sections(count))) for count in (20, 40, 80))
    assert most - more < 2.2 * (more - few)


def _calls(report: CabinetReport) -> int:
    """Return how many functions are called to check a report, once all that is kept is there."""
    checked(report)
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        checked(report)
    finally:
        sys.setprofile(before)
    return calls


@settings(max_examples=25)
@given(reports())
def test_what_has_pages_of_its_own_is_in_the_flow(report: CabinetReport) -> None:
    document = checked(report).blocks
    pages = (b.Appendix, b.Contents, b.Embedded, b.Landscape, b.Part)
    below, flow = walk.every_block(document.blocks), walk.in_flow(document.blocks)
    assert [block for block in below if isinstance(block, pages)] == [
        block for block in flow if isinstance(block, pages)
    ]
