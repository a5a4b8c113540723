"""Diagrams as a reader sees them: words in boxes that never overlap, on a canvas that fits a page."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.blocks import Diagram, DiagramItem, DiagramKind, MatrixCell, RatingLevel, RiskMatrix
from csp_docs.drawing import Box, Drawing, Path, draw
from csp_docs.theme import metrics
from csp_docs.theme.colours import contrast_to_white
from csp_docs.theme.theme import Theme

THEME = Theme()
WIDTH = THEME.page.text_width
SLACK = 1e-6

WORDS = st.text(st.sampled_from("aeiouWm ilst–-£"), min_size=1, max_size=60).filter(str.strip)
LONG = st.integers(30, 200).map(lambda count: "w" * count)
TEXTS = WORDS | LONG
FLAT = st.lists(TEXTS.map(DiagramItem), min_size=1, max_size=40)
TREES = st.recursive(
    TEXTS.map(DiagramItem),
    lambda below: st.builds(DiagramItem, TEXTS, st.lists(below, max_size=4).map(tuple)),
    max_leaves=20,
)
DIAGRAMS = st.builds(Diagram, st.sampled_from(DiagramKind), (FLAT | st.lists(TREES, min_size=1, max_size=4)).map(tuple))


def drawn(kind: str, *texts: str) -> Drawing:
    return draw(Diagram(DiagramKind(kind), tuple(map(DiagramItem, texts))), WIDTH, THEME)


def boxes(drawing: Drawing) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box)]


def paths(drawing: Drawing) -> list[Path]:
    return [shape for shape in drawing.shapes if isinstance(shape, Path)]


def words(drawing: Drawing) -> list[str]:
    return [" ".join(box.lines) for box in boxes(drawing)]


@settings(deadline=None, max_examples=150)
@given(DIAGRAMS, st.floats(5, 900))
def test_every_diagram_fits_its_canvas_and_its_words_their_boxes(diagram: Diagram, width: float) -> None:
    drawing = draw(diagram, width, THEME)
    assert drawing.width == width
    assert drawing.height <= THEME.tallest_figure + SLACK
    for box in boxes(drawing):
        assert min(box.x, box.y) >= -SLACK
        assert box.x + box.width <= width + SLACK
        assert box.y + box.height <= drawing.height + SLACK
        assert len(box.lines) * drawing.leading < box.height
        assert all(metrics.width(line, bold=box.bold) * drawing.size < box.width for line in box.lines)
    for one, other in combinations(boxes(drawing), 2):
        assert not _overlap(one, other)
    for x, y in (point for path in paths(drawing) for point in path.points):
        assert -SLACK <= x <= width + SLACK
        assert -SLACK <= y <= drawing.height + SLACK


@settings(deadline=None, max_examples=60)
@given(DIAGRAMS)
def test_every_word_is_drawn_and_every_item_is_joined_to_the_others(diagram: Diagram) -> None:
    drawing = draw(diagram, WIDTH, THEME)
    tree = diagram.kind is DiagramKind.TREE
    items = _all(diagram.items) if tree else list(diagram.items)
    assert ["".join(text.split()) for text in words(drawing)] == ["".join(item.text.split()) for item in items]
    joined = {
        DiagramKind.STEPS: len(items) - 1,
        DiagramKind.CYCLE: len(items) if len(items) > 1 else 0,
        DiagramKind.TREE: len(items) - len(diagram.items),
    }
    assert len(paths(drawing)) == joined[diagram.kind]
    assert {path.head for path in paths(drawing)} <= {not tree}


@settings(deadline=None, max_examples=60)
@given(DIAGRAMS, st.floats(200, 900))
def test_no_line_runs_through_a_box(diagram: Diagram, width: float) -> None:
    drawing = draw(diagram, width, THEME)
    for path in paths(drawing):
        for place in range(len(path.points) - 1):
            (x, y), (end_x, end_y) = path.points[place : place + 2]
            for part in range(21):
                point = x + (end_x - x) * part / 20, y + (end_y - y) * part / 20
                assert not any(_inside(box, point) for box in boxes(drawing))


@settings(deadline=None, max_examples=40)
@given(DIAGRAMS, st.floats(100, 900))
def test_a_drawing_is_the_same_each_time(diagram: Diagram, width: float) -> None:
    assert draw(diagram, width, THEME) == draw(diagram, draw(diagram, width, THEME).width, THEME)


@pytest.mark.parametrize("kind", ["steps", "cycle", "tree"])
def test_words_have_the_size_of_the_text_and_are_seen_on_their_boxes(kind: str) -> None:
    drawing = drawn(kind, *(f"Stage {n}" for n in range(8)))
    assert drawing.size == THEME.body.size
    for box in boxes(drawing):
        assert (box.fill, box.colour) in {("accent", "white"), ("shade", "text")}
    assert contrast_to_white(THEME.colours.accent) > 4.5


def test_few_short_steps_stand_from_left_to_right() -> None:
    scan, analyse, respond = boxes(drawn("steps", "Scan", "Analyse", "Respond"))
    assert scan.y == analyse.y == respond.y
    assert scan.x < analyse.x < respond.x


def test_steps_of_many_words_stand_from_the_top_down() -> None:
    first, second = boxes(drawn("steps", *["a step that tells in many words what is to be done " * 3] * 2))
    assert first.x == second.x
    assert first.y < second.y


def test_steps_that_no_page_holds_below_each_other_stand_in_rows() -> None:
    made = boxes(drawn("steps", *(f"Step {n}" for n in range(1, 13))))
    assert [(box.y, box.x) for box in made] == sorted((box.y, box.x) for box in made)
    assert len({box.y for box in made}) == 6


def test_a_cycle_goes_clockwise_from_the_top() -> None:
    top, right, bottom, left = boxes(drawn("cycle", "Scan", "Analyse", "Respond", "Assess"))
    assert top.y < right.y == left.y < bottom.y
    assert left.x < top.x == bottom.x < right.x


@pytest.mark.parametrize("count", [2, 9, 40])
def test_a_cycle_of_too_few_or_too_many_leads_back_to_the_first(count: int) -> None:
    drawing = drawn("cycle", *(f"Stage {n}" for n in range(count)))
    end_x, end_y = paths(drawing)[-1].points[-1]
    first = boxes(drawing)[0]
    assert 0 < first.x - end_x < 10
    assert first.y < end_y < first.y + first.height


def test_children_of_a_tree_stand_below_their_parent() -> None:
    items = DiagramItem("Board", (DiagramItem("Crime group"), DiagramItem("Youth group")))
    board, crime, youth = boxes(draw(Diagram(DiagramKind.TREE, (items,)), WIDTH, THEME))
    assert board.y + board.height < crime.y == youth.y
    assert crime.x + crime.width / 2 < board.x + board.width / 2 < youth.x + youth.width / 2


def test_a_tree_that_is_too_wide_stands_in_indented_lines() -> None:
    items = tuple(DiagramItem(f"Group of partners {n}") for n in range(9))
    board, *groups = boxes(draw(Diagram(DiagramKind.TREE, (DiagramItem("Board", items),)), WIDTH, THEME))
    assert {group.x > board.x for group in groups} == {True}
    assert [group.y for group in groups] == sorted({group.y for group in groups})


def _all(items: tuple[DiagramItem, ...]) -> list[DiagramItem]:
    return [found for item in items for found in (item, *_all(item.items))]


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return min(across, down) > -1e-3


def _inside(box: Box, point: tuple[float, float]) -> bool:
    x, y = point
    return box.x + SLACK < x < box.x + box.width - SLACK and box.y + SLACK < y < box.y + box.height - SLACK


@given(
    st.lists(st.lists(st.integers(1, 60).map(lambda n: f"R{n}"), max_size=12), min_size=25, max_size=25),
    st.sampled_from((WIDTH, WIDTH / 2)),
)
def test_a_risk_matrix_has_a_cell_for_each_pair_and_all_names_fit(names: list[list[str]], width: float) -> None:
    cells = [MatrixCell(RatingLevel.RED, ", ".join(here)) for here in names]
    matrix = RiskMatrix("Likelihood", "Impact", tuple(tuple(cells[row * 5 : row * 5 + 5]) for row in range(5)))
    drawing = draw(matrix, width, THEME)
    filled = [box for box in boxes(drawing) if box.fill]
    assert drawing.height <= THEME.tallest_figure + SLACK
    assert len(filled) == 25
    assert [" ".join(box.lines) for box in filled] == [f"■ {cell.text}".strip() for cell in cells]
    for box in boxes(drawing):
        assert -SLACK <= box.x <= box.x + box.width <= width + SLACK
        assert -SLACK <= box.y <= box.y + box.height <= drawing.height + SLACK
        assert len(box.lines) * drawing.leading <= box.height + SLACK
        assert all(metrics.width(line, bold=box.bold) * drawing.size <= box.width + SLACK for line in box.lines)
