"""Words of diagrams, risk matrices and maps that could not be read where they are printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.api import check, numbered
from csp_docs.blocks import AreaMap as ShownMap
from csp_docs.blocks import Diagram as ShownDiagram
from csp_docs.blocks import Figure, RiskMatrix, walk
from csp_docs.drawing import draw
from csp_docs.errors import Code, Problem, Severity
from csp_docs.model import AreaMap, Diagram, Grid, GridCell, Landscape, Plan, Risk, RiskRegister, Section
from csp_docs.model.content import ContentItem

COUNCIL = {"council": {"name": "Anytown"}}
STEPS = Diagram("steps", ["Several words in one step"] * 40)
SMALLEST = 9.0


def plan(*content: ContentItem) -> Plan:
    return Plan("A plan", council=COUNCIL, sections=[Section("S", content)])


def findings(*content: ContentItem) -> list[Problem]:
    return [one for one in check(plan(*content)) if one.code in (Code.WORDS_TOO_SMALL, Code.WORDS_CUT)]


def risks(count: int) -> RiskRegister:
    return RiskRegister([Risk(f"Risk {place}", 3, 3, mitigation="Nothing", owner="Nobody") for place in range(count)])


@pytest.mark.parametrize(
    ("item", "fact", "hint"),
    [
        (STEPS, "the words of the diagram would be 7.5 point", "use fewer or shorter words, or split the diagram"),
        (
            Landscape([Diagram("steps", ["Several words in one step"] * 28)]),
            "the words of the diagram would be 7.5 point",
            "put it on an upright page; or use fewer or shorter words, or split the diagram",
        ),
        (risks(150), "the words of the risk matrix would be 3.0 point", "divide the risks into two registers"),
    ],
)
def test_words_that_nobody_could_read_are_an_error(item: ContentItem, fact: str, hint: str) -> None:
    [finding] = findings(item)
    assert (finding.code, finding.severity) == (Code.WORDS_TOO_SMALL, Severity.ERROR)
    assert finding.fact == f"{fact}; people cannot read words smaller than 9 point"
    assert finding.hint == hint


def test_many_risks_make_their_row_of_the_matrix_higher() -> None:
    assert findings(risks(40)) == []


def test_a_long_unit_of_a_map_is_cut_with_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ring = [[0, 52], [1, 52], [1, 53], [0, 53], [0, 52]]
    area = {"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    Path("areas.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [area]}), encoding="utf-8")
    [finding] = findings(AreaMap("areas.geojson", {"A": 5}, key="name", unit="offences of one kind or another " * 20))
    assert (finding.code, finding.severity) == (Code.WORDS_CUT, Severity.WARNING)
    assert finding.fact.startswith("words in the map are too long, so their end is not printed")


WORDS = st.text(st.sampled_from("aegimoW  "), min_size=1, max_size=40).filter(str.strip)


@settings(deadline=None, max_examples=40)
@given(
    st.builds(Diagram, st.sampled_from(["steps", "cycle", "tree"]), st.lists(WORDS, min_size=2, max_size=30))
    | st.builds(risks, st.integers(2, 90)),
    st.sampled_from(["page", "column", "turned"]),
)
@pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
def test_no_words_of_a_diagram_are_below_9_point(item: Diagram | RiskRegister, place: str) -> None:
    content: ContentItem = item
    if place == "turned":
        content = Landscape([item])
    elif place == "column" and isinstance(item, Diagram):
        content = Grid([GridCell("Cell", [item])])
    if any(one.severity is Severity.ERROR for one in findings(content)):
        return
    blocks, theme = numbered(plan(content))
    turned = type(theme)(page=theme.page.turned() if place == "turned" else theme.page)
    for figure in walk.every_block(blocks.blocks):
        if isinstance(figure, Figure) and isinstance(figure.content, ShownDiagram | RiskMatrix | ShownMap):
            drawing = draw(figure.content, figure.size[0], turned)
            assert drawing.size >= SMALLEST - 1e-6
            assert not drawing.spills
            assert drawing.height <= turned.tallest_figure + 1e-6
