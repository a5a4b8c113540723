"""The rules of the Analysis Function's "Making spreadsheets accessible: a brief checklist of the basics", one by one.

Those that ask for the author's eye (plain words, a check of the spelling) are not here: docs/workbook.md names them.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from csp_docs.api import numbered
from csp_docs.documents.load import read_file
from csp_docs.writers.workbook import render_xlsx
from tests.writers.workbook.reading import ReadBook, S

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def made(request: pytest.FixtureRequest) -> ReadBook:
    """The workbook of an example."""
    return ReadBook(render_xlsx(numbered(read_file(request.param)[0])[0]))


def with_tables(made: ReadBook) -> list[str]:
    return [name for name in made.names if made.book[name].tables]


def test_tables_are_marked_up_one_on_each_sheet(made: ReadBook) -> None:
    assert made.names[:2] == ["Cover", "Contents"]
    assert with_tables(made) == made.names[1:]
    assert [len(sheet.tables) for sheet in made.book.worksheets[1:]] == [1] * (len(made.names) - 1)


def test_tables_have_meaningful_names_each_its_own(made: ReadBook) -> None:
    named = {name: next(iter(made.book[name].tables)) for name in with_tables(made)}
    assert len({table.casefold() for table in named.values()}) == len(named)
    assert [name for name, table in named.items() if table.replace("_", "") != "".join(filter(str.isalnum, name))] == []


def test_no_cells_are_merged(made: ReadBook) -> None:
    assert [sheet.title for sheet in made.book if sheet.merged_cells.ranges] == []


def test_no_row_and_no_column_of_a_table_is_blank_and_no_cell(made: ReadBook) -> None:
    for name in with_tables(made):
        assert [cell for row in made.table(name) for cell in row if cell in (None, "")] == []


def test_tables_have_one_header_row_with_a_different_name_in_each_column(made: ReadBook) -> None:
    for name in with_tables(made):
        [table] = made.book[name].tables.values()
        head = made.table(name)[0]
        assert table.headerRowCount == 1
        assert [column.name for column in table.tableColumns] == head
        assert len({word.casefold() for word in head}) == len(head)


def test_words_are_wrapped_and_all_of_them_can_be_seen(made: ReadBook) -> None:
    for name in with_tables(made):
        [table] = made.book[name].tables.values()
        assert all(cell.alignment.wrap_text for row in made.book[name][table.ref] for cell in row)
    for sheet in made.book:
        room = max(90, sum(size.width for size in sheet.column_dimensions.values())) * 1.2
        lines = [sheet.cell(row, 1) for row in range(2, len(made.above(sheet.title)) + 1)]
        assert [cell.value for cell in lines if len(cell.value) > room and not cell.alignment.wrap_text] == []


def test_there_are_no_filters_and_no_frozen_panes(made: ReadBook) -> None:
    assert [root for root in made.roots("xl/") if root.xpath("//s:autoFilter|//s:pane", namespaces=S)] == []


def test_every_mark_in_place_of_a_figure_is_explained_on_its_sheet_and_on_the_notes(made: ReadBook) -> None:
    for name in set(with_tables(made)) - {"Notes", "Contents", "Glossary"}:
        marks = {cell for row in made.table(name) for cell in row if str(cell) in ("[x]", "[u]", "[c]", "[z]")}
        assert marks <= {line.partition(":")[0] for line in made.above(name)}
        assert marks <= {row[0] for row in (made.table("Notes") if "Notes" in made.names else [])}


def test_nothing_is_hidden(made: ReadBook) -> None:
    assert {sheet.sheet_state for sheet in made.book} == {"visible"}
    sizes = [
        size for sheet in made.book for size in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())
    ]
    assert not any(size.hidden for size in sizes)


def test_columns_are_as_wide_as_their_words_but_not_wider_than_a_reader_can_follow(made: ReadBook) -> None:
    for sheet in made.book:
        assert all(12 <= size.width <= 90 for size in sheet.column_dimensions.values())
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.alignment.wrap_text:
                    longest = max(map(len, cell.value.split()))
                    assert longest <= 1.5 * sheet.column_dimensions[cell.column_letter].width


def test_footnotes_are_called_notes_and_are_in_a_table_on_the_sheet_of_notes(made: ReadBook) -> None:
    texts = [str(cell.value) for sheet in made.book for row in sheet.iter_rows() for cell in row if cell.value]
    marked = {
        text[text.index("[note ") + 1 : text.index("]", text.index("[note "))] for text in texts if "[note " in text
    }
    assert marked == {row[0] for row in (made.table("Notes") if "Notes" in made.names else []) if row[0][:5] == "note "}


def test_marks_of_notes_are_not_in_cells_of_figures(made: ReadBook) -> None:
    for name in with_tables(made):
        head, *rows = made.table(name)
        assert [cell for row in rows for column, cell in zip(head, row, strict=True)
                if name != "Contents" and column != "Notes" and "[note " in str(cell)] == []  # fmt: skip


def test_links_have_the_names_of_what_they_lead_to(made: ReadBook) -> None:
    sheet = made.book["Contents"]
    links = {link.ref: link.location for link in sheet._hyperlinks} or {
        cell.coordinate: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink
    }
    assert [sheet[at].value for at in links] == made.names[2:]
    assert [place for at, place in links.items() if place != f"'{sheet[at].value}'!A1"] == []
    assert [
        one.title
        for one in made.book
        if one.title != "Contents" and any(c.hyperlink for r in one.iter_rows() for c in r)
    ] == []


def test_letters_are_arial_of_12_points_or_more_without_italics(made: ReadBook) -> None:
    fonts = {
        (cell.font.name, cell.font.sz, cell.font.i) for sheet in made.book for row in sheet.iter_rows() for cell in row
    }
    assert {name for name, _, _ in fonts} == {"Arial"}
    assert min(size for _, size, _ in fonts) >= 12
    assert not any(italic for _, _, italic in fonts)


def test_every_sheet_begins_with_a_title_that_is_tagged_as_a_heading(made: ReadBook) -> None:
    assert {sheet["A1"].style for sheet in made.book} == {"Heading 1"}
    assert all(sheet["A1"].value and sheet["A1"].font.b for sheet in made.book)
    styles = made.roots("xl/styles")[0].xpath("//s:cellStyle[@builtinId='16']/@name", namespaces=S)
    assert styles == ["Heading 1"]


def test_there_are_no_headers_footers_pictures_or_floating_boxes(made: ReadBook) -> None:
    assert [name for name in made.parts if "drawing" in name or "media" in name or "comments" in name] == []
    assert [root for root in made.roots("xl/worksheets") if root.xpath("//s:headerFooter/*", namespaces=S)] == []


def test_nothing_is_filled_or_ruled_and_colour_says_nothing(made: ReadBook) -> None:
    cells = [cell for sheet in made.book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.fill.fill_type for cell in cells} == {None}
    assert not any(side and side.style for cell in cells for side in (cell.border.top, cell.border.bottom))
    coloured = {cell.style for cell in cells if cell.font.color and cell.font.color.rgb not in (None, "FF000000")}
    assert coloured <= {"Hyperlink"}
    assert {cell.font.u for cell in cells if cell.style == "Hyperlink"} <= {"single"}
    stripes = [table.tableStyleInfo.showRowStripes for sheet in made.book for table in sheet.tables.values()]
    assert not any(stripes)


def test_there_are_no_macros_and_no_formulas(made: ReadBook) -> None:
    assert not any("vba" in name.lower() for name in made.parts)
    assert [root for root in made.roots("xl/worksheets") if root.xpath("//s:f", namespaces=S)] == []


def test_sheets_have_short_names_each_its_own(made: ReadBook) -> None:
    assert len({name.casefold() for name in made.names}) == len(made.names)
    assert max(map(len, made.names)) <= 31
    assert [name for name in made.names if name != name.strip()] == []


def test_no_sheet_is_blank(made: ReadBook) -> None:
    assert all(sheet["A1"].value for sheet in made.book)


def test_titles_lines_and_tables_begin_in_column_a_without_blank_rows_and_nothing_is_below(made: ReadBook) -> None:
    for name in made.names:
        sheet = made.book[name]
        assert [row for row in range(1, sheet.max_row + 1) if not sheet.cell(row, 1).value] == []
        for table in sheet.tables.values():
            start, end = table.ref.split(":")
            assert start.rstrip("0123456789") == "A"
            assert sheet[end].row == sheet.max_row


def test_what_is_above_a_table_says_how_many_tables_there_are_then_notes_and_the_source_last(made: ReadBook) -> None:
    for name in with_tables(made):
        _, *lines = made.above(name)
        assert "This worksheet contains one table." in lines
        sources = [place for place, line in enumerate(lines) if line.startswith("Source: ")]
        assert sources in ([], [len(lines) - 1])


def test_the_contents_list_all_sheets_after_them_in_their_order(made: ReadBook) -> None:
    head, *rows = made.table("Contents")
    assert head == ["Worksheet", "Title"]
    assert [name for name, _ in rows] == made.names[2:]
    assert [title for _, title in rows] == [made.above(name)[0] for name in made.names[2:]]


def test_the_document_says_what_it_is(made: ReadBook) -> None:
    given = made.book.properties
    assert (given.title, given.language) == (made.book["Cover"]["A1"].value, "en-GB")
    assert f"Publisher: {given.creator}" in made.above("Cover")


def test_the_cursor_is_in_the_first_cell_of_the_first_sheet(made: ReadBook) -> None:
    assert made.book.active.title == "Cover"
    views = [sheet.sheet_view for sheet in made.book]
    assert {(view.selection[0].activeCell, view.selection[0].sqref) for view in views} == {("A1", "A1")}
    assert [bool(view.tabSelected) for view in views] == [True] + [False] * (len(views) - 1)


def test_rows_are_read_in_order(made: ReadBook) -> None:
    for root in made.roots("xl/worksheets"):
        rows = [int(row.get("r")) for row in root.iterfind("s:sheetData/s:row", S)]
        assert all(above + 1 == below for above, below in pairwise(rows))
