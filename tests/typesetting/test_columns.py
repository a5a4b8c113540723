"""Columns are as wide as their words need, and the author is told when a table cannot fit."""

from collections.abc import Sequence
from itertools import permutations
from random import Random

import pytest
from attrs import evolve
from hypothesis import given as cases
from hypothesis import settings
from hypothesis import strategies as st

from csp_docs.blocks import Align, Caption, HeaderCell, Note, Paragraph, Rating, RatingLevel, RowGroup, Table, walk
from csp_docs.errors import Code, Severity
from csp_docs.theme.metrics import TWIPS, width
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.cells import Cells, figure_gaps
from csp_docs.typesetting.columns import column_widths
from csp_docs.typesetting.heights import line_count
from csp_docs.typesetting.widths import with_widths
from tests.sample import document, p, t

THEME = Theme()


def table(names: list[str], *rows: list[str]) -> Table:
    head = (tuple(HeaderCell(t(name)) for name in names),)
    cells = tuple(tuple((p(cell),) for cell in row) for row in rows)
    return Table(head, (RowGroup(cells),), (Align.LEFT,) * len(names))


def rooms(widths: Sequence[float], theme: Theme = THEME) -> list[float]:
    """Return the room for words in each column of a table with these shares of the width."""
    theme = theme.for_table(len(widths))
    even = theme.cell_padding[0] - theme.cell_right
    *others, last = (share * theme.page.text_width - theme.cell_sides for share in widths)
    return [*others, last - even]


def figures_in(given: Table, *columns: int) -> Table:
    """Return ``given`` with figures in these columns."""
    aligns = (Align.RIGHT if column in columns else Align.LEFT for column in range(len(given.aligns)))
    return evolve(given, aligns=tuple(aligns))


def test_cells_of_a_column_that_are_alike_are_measured_once() -> None:
    given = table(["Ward", "Fires"], *[["North", "1"], ["South", "1"]] * 100)
    assert len(Cells.of_table(given, THEME).cells) == len({"Ward", "Fires", "North", "South", "1"})


def test_neighbouring_columns_of_figures_are_equally_wide() -> None:
    names = ["Place", "2023", "2024", "Note", "Change in figures"]
    given = table(names, ["Anytown and the villages around it " * 2, "9", "12,345", "words", "1"])
    place, first, second, note, alone = column_widths(figures_in(given, 1, 2, 4), THEME)[0]
    assert first == pytest.approx(second)
    assert alone > first
    assert place > note


def test_the_words_after_a_column_of_figures_have_a_gap_before_them() -> None:
    given = figures_in(table(["Measure", "Target", "Rating"], ["Burglary", "85%", "Green"]), 1)
    assert figure_gaps(given, THEME) == (0, THEME.figure_gap, 0)
    assert figure_gaps(figures_in(given, 1, 2), THEME) == (0, 0, 0)
    with_gap = column_widths(given, THEME)[0][1] * THEME.page.text_width
    assert with_gap >= width("Target", bold=True) * THEME.cell.size + 2 * THEME.cell_padding[0] + THEME.figure_gap


@pytest.mark.parametrize("columns", [2, 7])
def test_words_end_some_points_before_the_tint_of_a_rating(columns: int) -> None:
    given = table(["Name"] * columns, ["Words"] * columns)
    rated = (*given.groups[0].full_rows[0][:-1], (Paragraph((Rating(RatingLevel.RED, "Red"),)),))
    theme = THEME.for_table(columns)
    *before, gap, last = figure_gaps(evolve(given, groups=(RowGroup((rated,)),)), theme)
    assert gap + theme.cell_right >= 8
    assert last + theme.cell_right == theme.cell_padding[0]
    assert not any(before)


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_figures_of_a_table_of_short_words_are_not_far_from_the_names_of_their_rows(columns: int) -> None:
    """The page has more room than they need: it is at the right of them, and the table is as wide as the text."""
    given = figures_in(table(["Name", *["Rate"] * (columns - 1)], ["Alpha", *["1,300"] * (columns - 1)]), *range(1, 4))
    fitted, _ = with_widths(evolve(document(), blocks=(given,)), THEME)
    [found] = fitted.blocks
    assert isinstance(found, Table)
    assert sum(found.widths) == pytest.approx(1)
    _, *figures = (share * THEME.page.text_width for share in found.widths)
    figures[-1] -= figure_gaps(found, THEME)[-1]
    assert figures == pytest.approx([figures[0]] * (columns - 1))
    assert max(figures) < THEME.page.text_width / 3


def test_figures_before_words_and_in_shares_of_the_author_are_where_they_were() -> None:
    short = table(["Name", "Rate"], ["Alpha", "1,300"])
    for given in (figures_in(evolve(short, widths=(0.5, 0.5)), 1), figures_in(short, 0), short):
        assert sum(column_widths(given, THEME)[0]) == pytest.approx(1)


@pytest.mark.parametrize("period", ["2019/20", "2011-14", "2019–2020"])
def test_a_period_is_divided_before_a_word_is(period: str) -> None:
    names = ["Measure", *[period] * 6, "Harborough", "Rating"]
    widths, problem = column_widths(table(names, ["Total", *["12"] * 6, "1,234", "Amber"]), THEME)
    assert problem is None
    for name, room in zip(("Measure", "Harborough", "Rating"), (rooms(widths)[at] for at in (0, -2, -1)), strict=True):
        assert width(name, bold=True) * THEME.cell.size <= room


def test_the_room_that_short_words_leave_goes_to_long_ones() -> None:
    term, _ = column_widths(table(["Term", "Meaning"], ["Responsible authority", "words " * 30]), THEME)[0]
    needed = width("Responsible authority") * THEME.cell.size + 2 * THEME.cell_padding[0]
    assert needed <= term * THEME.page.text_width < 1.2 * needed


def test_words_among_figures_keep_their_room() -> None:
    given = table(["Measure", "Target", "Difference", "Change"], ["x " * 60, "1", "Overtarget", "2"])
    widths, _ = column_widths(figures_in(given, 1, 2, 3), THEME)
    assert widths[1] == pytest.approx(widths[3])
    assert rooms(widths)[2] >= width("Overtarget") * THEME.cell.size


def test_the_name_of_a_column_takes_two_lines_beside_columns_of_long_words() -> None:
    name = "Change since the year before"
    given = table(["Measure", name, "What we did"], ["words " * 40, "1", "more words " * 40])
    room = rooms(column_widths(given, THEME)[0])[1]
    assert width("the year before", bold=True) * THEME.cell.size <= room
    assert width(name, bold=True) * THEME.cell.size > room


def test_no_word_is_parted_while_another_column_has_room() -> None:
    names = ["No.", "Place", "Cost", "Change", "Confidence"]
    given = table(
        names, ["1", "Street lighting column 7 at the corner of Long Lane and Mill Road", "£1,234", "-1%", ">90%"]
    )
    for name, share in zip(names, column_widths(given, THEME)[0], strict=True):
        room = share * THEME.page.text_width - 2 * THEME.cell_padding[0]
        assert width(name, bold=True) * THEME.cell.size <= room


def test_the_shares_add_up_and_longer_texts_get_more() -> None:
    narrow, wide = column_widths(table(["A", "B"], ["x", "a text of many words " * 5]), THEME)[0]
    assert narrow + wide == pytest.approx(1)
    assert wide > 4 * narrow


def test_a_long_name_over_figures_leaves_the_room_to_words() -> None:
    words = "Domestic violence with injury and some words more"
    given = table(["Measure", "Difference in the year to date (numerical)"], [words, "-110"])
    (measure, _), _ = column_widths(given, THEME)
    assert width(words, bold=True) * THEME.cell.size <= measure * THEME.page.text_width - 2 * THEME.cell_padding[0]


def test_figures_and_ratings_are_not_parted_while_words_can_give_room() -> None:
    figures = ["£112,345,678"] * 4
    given = table(["Measure", *["Figure"] * 4, "Change (%)", "Rating"], ["Total budget", *figures, "8.8", "▲\xa0Amber"])
    widths, problem = column_widths(given, THEME)
    assert problem
    assert problem.hint == "give it fewer columns or shorter words"
    assert sum(widths) == pytest.approx(1)
    for text, room in zip([*figures, "8.8", "▲\xa0Amber"], rooms(widths)[1:], strict=True):
        assert width(text) * THEME.cell.size <= room


def test_cells_of_a_tight_table_are_as_wide_as_they_are_printed() -> None:
    given = table(["A"] * 6, ["Partnership."] * 6)  # 439 points as they are, 471 in bold: the page has 451
    widths, problem = column_widths(given, THEME)
    assert rooms(widths) == pytest.approx([rooms(widths)[0]] * 6, abs=6 / TWIPS)
    assert problem is None
    _, problem = column_widths(evolve(given, totals=(given.groups[0].full_rows[0],)), THEME)
    assert problem
    assert "too wide" in problem.fact


def test_a_figure_and_the_mark_of_its_note_have_room_on_one_line() -> None:
    given = table(["Name", *["A"] * 7], ["Anytown " * 30, *["12,345"] * 7])
    marked = (Paragraph((*t("12,345"), Note(t("Provisional.")))),)
    [group] = given.groups
    noted = evolve(given, groups=(evolve(group, rows=((*group.full_rows[0][:-1], marked),)),))
    assert width("12,34500") * THEME.cell.size <= rooms(column_widths(noted, THEME)[0])[-1]


def test_a_wide_table_on_turned_pages_is_not_told_to_be_turned() -> None:
    given = table(["Figure"] * 12, ["£12,345,678"] * 12)
    _, problem = column_widths(given, evolve(THEME, page=THEME.page.turned()))
    assert problem
    assert problem.hint.endswith("shorter words")


def test_a_table_too_wide_for_the_page_is_told() -> None:
    given = evolve(table([f"Confidence{n}" for n in range(12)]), caption=Caption("Table", t("Wide")))
    widths, problem = column_widths(given, THEME)
    assert sum(widths) == pytest.approx(1)
    assert problem
    assert (problem.code, problem.severity) == (Code.TABLE_TOO_WIDE, Severity.WARNING)
    assert 'the table "Wide" is too wide for the page' in problem.fact


def test_as_few_columns_as_can_be_are_divided() -> None:
    names = ["Acquisitive", "November", "December", "February", "Disadvantages", "Changes", "Targets"]
    given = table(names, ["x", "1", "2", "3", "4", "5", "6"])
    widths, problem = column_widths(given, THEME)
    found = rooms(widths)
    divided = [name for name, room in zip(names, found, strict=True) if width(name, bold=True) * THEME.cell.size > room]
    assert problem
    assert divided == ["Disadvantages"]
    assert 2 * found[4] > width("Disadvantages", bold=True) * THEME.cell.size


@pytest.mark.parametrize(
    ("cells", "whole"),
    [
        (["R1: Money ends", "4", "Bid", "Leader"], True),
        (["A text that is so long that it needs all the room that there is on the page, and a second line too", "4",
          "Another text that needs as much room as the first", "Leader"], False),
    ],
)  # fmt: skip
def test_a_long_name_gets_the_room_that_no_cell_needs(cells: list[str], whole: bool) -> None:
    name = "What we will do about it soon"
    widths, problem = column_widths(table(["Risk", name, "Mitigation", "Owner"], cells), THEME)
    room = widths[1] * THEME.page.text_width - 2 * THEME.cell_padding[0]
    assert problem is None
    assert (width(name, bold=True) * THEME.cell.size <= room) is whole


@pytest.mark.parametrize("columns", [2, 4, 6])
def test_a_number_at_the_end_of_a_name_is_not_alone_on_a_line_where_the_page_has_room(columns: int) -> None:
    names = [f"Quarter {number}" for number in range(1, columns + 1)]
    given = figures_in(table(["Place", *names], ["Anytown " * 40, *["1"] * columns]), *range(1, columns + 1))
    for name, room in zip(names, rooms(column_widths(given, THEME)[0])[1:], strict=True):
        assert width(name, bold=True) * THEME.cell.size <= room


LABELS = ("Commercial burglary", "Theft from motor vehicle", "Violence with injury", "Criminal damage")


@pytest.mark.parametrize("remark", ["1", "This is 3% over target", "This is far more than was expected of us"])
@pytest.mark.parametrize("label", ["Performance measure", "Measure"])
def test_labels_do_not_wrap_to_make_columns_of_figures_alike(label: str, remark: str) -> None:
    """One cell of words among figures, or a name that can take two lines, leaves the room to the labels too."""
    names = [label, "Target", "Current position", "Difference (numerical)", "Change"]
    rows = [[name, "-5%", "2,778", "100", "65.4"] for name in LABELS]
    given = table(names, *rows, ["Satisfaction", "85%", "88%", remark, ""])
    room, *_ = rooms(column_widths(figures_in(given, 1, 2, 3, 4), THEME)[0])
    assert max(width(name) for name in LABELS) * THEME.cell.size <= room


@settings(max_examples=60, deadline=None)
@cases(
    st.lists(st.sampled_from(["Priority", "Difference", "Green", "Score", "Owner", "Review"]), min_size=2, max_size=8)
)
def test_a_somewhat_wider_font_divides_no_word_where_the_page_has_room(names: list[str]) -> None:
    """An officer chooses another font in Word: a table of fixed widths has some room beside each longest word."""
    given = table(names, [f"{name} " * 9 for name in names])
    wider = 1.05 * THEME.cell.size
    words = [width(name, bold=True) * wider for name in names]
    widths, _ = column_widths(given, THEME)
    if sum(words) * 1.07 / 1.05 + 0.5 * len(names) <= sum(rooms(widths)):
        assert all(word <= room for word, room in zip(words, rooms(widths), strict=True))


WORDS = ("North", "Council", "of", "Amber", "Neighbourhood", "victims", "Fires", "in", "Establishment", "a")
CELL = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
TABLES = st.integers(2, 12).flatmap(
    lambda columns: st.lists(st.lists(CELL, min_size=columns, max_size=columns), min_size=1, max_size=4)
)


def needed(head: list[str], rows: list[list[str]]) -> list[float]:
    """Return the room for the longest word of each column, in points."""
    names = [max(width(word, bold=True) for word in name.split()) for name in head]
    cells = [max(width(word) for cell in column for word in cell.split()) for column in zip(*rows, strict=True)]
    return [max(pair) * THEME.cell.size for pair in zip(names, cells, strict=True)]


@settings(max_examples=150, deadline=None)
@cases(TABLES)
def test_no_word_is_divided_while_a_column_has_more_than_its_longest_word_needs(rows: list[list[str]]) -> None:
    head, *body = [["A"] * len(rows[0]), *rows]
    widths, problem = column_widths(table(head, *body), THEME)
    spare = [room - need for room, need in zip(rooms(widths), needed(head, body), strict=True)]
    if problem:
        assert problem.code is Code.TABLE_TOO_WIDE
        assert max(spare) <= 1.5  # widths are whole points, and words have half a point beyond what they need
        assert min(spare) < 0
    else:
        assert min(spare) >= 0


def test_short_words_are_whole_beside_long_ones_that_do_not_fit() -> None:
    names = ["Ref", "Neighbourhood", "Intervention", "Organisation", "Establishment", "Expenditure", "Now", "Next"]
    given = table(names, ["1.1", "North", "Visits", "Police", "Two", "High", "Amber", "Green"])
    widths, problem = column_widths(given, THEME)
    assert problem
    for word, room in zip(given.groups[0].full_rows[0], rooms(widths), strict=True):
        assert width(walk.texts(word)[0]) * THEME.cell.size <= room


TEXT = (
    "crime",
    "in",
    "the",
    "town",
    "and",
    "parks",
    "fell",
    "because",
    "officers",
    "visited",
    "every",
    "home",
    "of",
    "advice",
)


@pytest.mark.parametrize("columns", [2, 3, 5, 8])
def test_rows_are_about_as_low_as_any_sharing_of_the_room_makes_them(columns: int) -> None:
    """No move of room from a column to another one makes all tables together lower by more than a few lines."""
    random, found, lower = Random(columns), 0, 0
    for _ in range(12):
        sizes = [random.choice([1, 2, 4, 20]) for _ in range(columns - 1)]
        rows = [[_text(random, random.randint(1, size)) for size in (30, *sizes)] for _ in range(6)]
        head = ["Name"] * columns
        widths, _ = column_widths(table(head, *rows), THEME)
        found += _lines(head, rows, rooms(widths))
        lower += min(_lines(head, rows, moved) for moved in _moves(rooms(widths), needed(head, rows)))
    assert found <= 1.1 * lower


@pytest.mark.parametrize("period", [2, 4, 5, 7, 12])
def test_rows_that_come_round_decide_as_others_do(period: int) -> None:
    """Long cells count as they are many, also where every twelfth row of a long table has one."""
    long, short = ("A long text of many words that go on " * 4, "Words"), ("Words", "A text of some more words " * 2)
    rows = [
        [*(long if place % period == 0 else short), "Another column of some words"] for place in range(period * 100)
    ]
    few = rows[: period * (60 // period)]
    shares, wanted = (column_widths(table(["Name"] * 3, *given), THEME)[0] for given in (rows, few))
    assert shares == pytest.approx(wanted, abs=0.06)


def _text(random: Random, count: int) -> str:
    return " ".join(random.choice(TEXT) for _ in range(count))


def _moves(rooms: list[float], least: list[float]) -> list[list[float]]:
    """Return ``rooms``, and those in which a column gives room to another one."""
    moves = [rooms]
    for one, other in permutations(range(len(rooms)), 2):
        for step in (6, 12, 24, 48):
            if rooms[one] - step >= least[one]:
                moves.append([*rooms])
                moves[-1][one] -= step
                moves[-1][other] += step
    return moves


def _lines(head: list[str], rows: list[list[str]], rooms: list[float]) -> int:
    """Return the lines of all rows together."""
    return sum(
        max(line_count(cell, room / THEME.cell.size, bold=row is head) for cell, room in zip(row, rooms, strict=True))
        for row in (head, *rows)
    )
