"""Maps laid out: shapes as on the ground, borders that neighbours share, and words where they have room."""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, pi, radians, sin

import pytest
from attrs import evolve

from csp_docs.blocks import AreaMap, MapArea, Ring
from csp_docs.drawing import Box, Drawing, Region, draw
from csp_docs.drawing.inside import room_inside
from csp_docs.drawing.projection import SIDE, projected
from csp_docs.theme.colours import contrast_to_white
from csp_docs.theme.theme import Theme
from tests.map_sample import MAP, shown

THEME = Theme()
WIDTH = THEME.page.text_width
SHADES = [f"map_{place}" for place in range(1, 7)]


def sample(yaml: str = MAP) -> AreaMap:
    content = shown(yaml).content
    assert isinstance(content, AreaMap)
    return content


def regions(drawing: Drawing) -> list[Region]:
    return [shape for shape in drawing.shapes if isinstance(shape, Region)]


def boxes(drawing: Drawing) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box)]


def square(x: float, y: float, across: float, down: float) -> list[tuple[float, float]]:
    return [(x, y), (x + across, y), (x + across, y + down), (x, y + down), (x, y)]


def turn(ring: Ring) -> int:
    return sum(x * below - right * y for (x, y), (right, below) in zip(ring, (*ring[1:], ring[0]), strict=True))


def test_a_degree_of_longitude_is_as_long_as_at_the_middle_latitude() -> None:
    _, (across, down) = projected([[[square(-1, 52, 2, 1)]]])
    assert across == SIDE
    assert across / down == pytest.approx(2 * cos(radians(52.5)), rel=1e-3)


def test_north_is_at_the_top() -> None:
    [[north], [south]], _ = projected([[[square(0, 53, 1, 1)]], [[square(0, 52, 1, 1)]]])
    assert max(y for _, y in north) == min(y for _, y in south)


def test_holes_turn_the_other_way_however_they_are_written() -> None:
    for outline in (square(0, 50, 3, 3), square(0, 50, 3, 3)[::-1]):
        for hole in (square(1, 51, 1, 1), square(1, 51, 1, 1)[::-1]):
            [[around, inside]], _ = projected([[[outline, hole]]])
            assert turn(around) > 0 > turn(inside)


def test_what_neighbours_share_stays_the_same_when_corners_are_dropped() -> None:
    border = [(sin(step / 40) / 50, 50 + step / 1000) for step in range(1001)]
    west, east = [*border, (-1, 51), (-1, 50), border[0]], [*border[::-1], (1, 50), (1, 51), border[-1]]
    [[left], [right]], _ = projected([[[west]], [[east]]])
    shared = set(left) & set(right)
    assert 20 < len(shared) < 150
    assert len(left) == len(right) == len(shared) + 2


def test_no_border_moves_visibly() -> None:
    round_one = [(cos(step * pi / 5000), 50 + 0.6 * sin(step * pi / 5000)) for step in range(10_000)]
    [[ring]], (across, down) = projected([[[round_one]]])
    assert len(ring) < 200
    for (x, y), (right, below) in pairwise((*ring, ring[0])):
        middle = ((x + right) / across - 1, (y + below) / down - 1)
        assert hypot(*middle) == pytest.approx(1, abs=0.002)


def test_an_area_too_small_to_be_seen_is_a_speck() -> None:
    [_, [speck]], _ = projected([[[square(0, 50, 5, 5)]], [[square(1, 51, 1e-6, 1e-6)]]])
    assert len(set(speck)) == 4


def test_a_map_of_next_to_nothing_is_a_speck() -> None:
    [[speck]], size = projected([[[square(0, 50, 5e-324, 5e-324), square(0, 50, 1e-320, 0)]]])
    assert (len(set(speck)), size) == (4, (10, 10))


def test_every_area_is_painted_in_the_shade_of_its_class() -> None:
    drawing = draw(sample(), WIDTH, THEME)
    fills = [region.fill for region in regions(drawing)]
    assert fills[:12] == [
        "map_2", "map_4", "map_6", "map_5", "map_1", "map_6", "map_6", "map_5", "map_2", "map_4", "white", "map_1",
    ]  # fmt: skip
    assert fills[12:] == ["map_6", "map_5", "map_4", "map_2", "map_1", "white"]
    assert [bool(region.hatch) for region in regions(drawing)].count(True) == 2


@pytest.mark.parametrize("width", [WIDTH, THEME.page.turned().text_width, 217.0])
def test_all_stands_within_the_drawing(width: float) -> None:
    drawing = draw(sample(), width, THEME)
    assert drawing.width <= width + 4
    assert drawing.height <= THEME.tallest_figure + 1
    for region in regions(drawing):
        for x, y in (point for ring in region.rings for point in ring):
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height
    for box in boxes(drawing):
        assert box.y + box.height <= drawing.height + 0.01


def test_ranks_stand_where_they_fit_and_nowhere_else() -> None:
    ranks = [box.lines for box in boxes(draw(sample(), WIDTH, THEME))][:10]
    assert ranks == [("9",), ("7",), ("2",), ("4",), ("10",), ("1",), ("3",), ("4",), ("8",), ("6",)]
    tiny = MapArea("Tiny", (((0, 0), (90, 0), (90, 90), (0, 90)),), 0, rank=1)
    drawing = draw(evolve(sample(), areas=(*sample().areas, tiny)), WIDTH, THEME)
    assert len(boxes(drawing)) == len(boxes(draw(sample(), WIDTH, THEME)))


def test_a_rank_stands_on_the_mainland() -> None:
    mainland, island = tuple(square(0, 0, 100, 60)), tuple(square(120, 20, 60, 20))
    assert room_inside((mainland, island), 20, 12) == (50, 30)


def test_a_rank_stands_where_two_bays_leave_it_room() -> None:
    comb = ((0, 0), (100, 0), (100, 60), (80, 60), (80, 25), (40, 25), (40, 60), (30, 60), (30, 25), (0, 25))
    middle = room_inside((comb,), 18, 30)
    assert middle
    assert (middle[0], 15 < middle[1] < 45) == (90, True)


def test_a_rank_stands_beside_a_hole() -> None:
    outline, hole = ((0, 0), (100, 0), (100, 60), (0, 60)), ((30, 10), (60, 10), (60, 50), (30, 50))
    middle = room_inside((outline, hole), 20, 12)
    assert middle
    assert (middle[0], 20 < middle[1] < 40) == (80, True)
    assert room_inside((outline, hole), 45, 20) is None


def test_the_legend_stands_beside_a_map_that_is_higher_than_wide() -> None:
    wide, high = sample(), evolve(sample(), size=(3500, 7000))
    assert boxes(draw(wide, WIDTH, THEME))[-1].y > max(y for x, y in regions(draw(wide, WIDTH, THEME))[0].rings[0])
    assert boxes(draw(high, WIDTH, THEME))[-1].x > 3500 / 7000 * 400


def test_shades_are_told_apart_in_grey_and_outlines_and_ranks_are_seen_on_each() -> None:
    contrasts = [contrast_to_white(THEME.colour(shade)) for shade in SHADES]
    text = contrast_to_white(THEME.colours.text)
    assert all(darker / lighter > 1.2 for lighter, darker in pairwise(contrasts))
    assert all(text / contrast >= 3 for contrast in contrasts)
    assert all(
        (contrast if THEME.colours.plain(f"on_{shade}") == "white" else text / contrast) >= 4.5
        for shade, contrast in zip(SHADES, contrasts, strict=True)
    )
