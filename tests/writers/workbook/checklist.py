"""The rules of the Analysis Function's "Making spreadsheets accessible: a brief checklist of the basics", in its words.

Each function asserts what a workbook must be to meet its rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias

from csp_docs.theme.colours import contrast_to_white
from tests.writers.workbook.reading import ReadBook, S

Check: TypeAlias = Callable[[ReadBook], None]
RULES: dict[str, list[Check]] = {}
"""What is checked for each rule."""
OF_AUTHORS = (
    "All written content needs to meet the accessibility guidelines",
    "Run a spelling and grammar check",
    "Use the accessibility checker",
)
"""The rules that ask for the eye of a person."""


def meets(*rules: str) -> Callable[[Check], Check]:
    """Return a decorator that adds a check to each of its ``rules``."""

    def add(check: Check) -> Check:
        for rule in rules:
            RULES.setdefault(rule, []).append(check)
        return check

    return add


def with_tables(made: ReadBook) -> list[str]:
    return [name for name in made.names if made.book[name].tables]


@meets("Mark up tables", "Avoid worksheets with multiple tables")
def tables_are_marked_up_one_on_each_sheet(made: ReadBook) -> None:
    assert made.names[:2] == ["Cover", "Contents"]
    assert with_tables(made) == made.names[1:]
    assert [len(sheet.tables) for sheet in made.book.worksheets[1:]] == [1] * (len(made.names) - 1)


@meets("Give tables meaningful names")
def tables_have_meaningful_names_each_its_own(made: ReadBook) -> None:
    named = {name: next(iter(made.book[name].tables)) for name in with_tables(made)}
    assert len({table.casefold() for table in named.values()}) == len(named)
    assert [name for name, table in named.items() if table.replace("_", "") != "".join(filter(str.isalnum, name))] == []


@meets("Remove merged cells, split cells and nested tables")
def no_cells_are_merged(made: ReadBook) -> None:
    assert [sheet.title for sheet in made.book if sheet.merged_cells.ranges] == []


@meets("Remove blank rows and columns within tables", "Only leave cells with no data empty in certain circumstances")
def no_row_and_no_column_of_a_table_is_blank_and_no_cell(made: ReadBook) -> None:
    for name in with_tables(made):
        assert [cell for row in made.table(name) for cell in row if cell in (None, "")] == []


@meets("All tables should have one tagged header row")
def tables_have_one_header_row_with_a_different_name_in_each_column(made: ReadBook) -> None:
    for name in with_tables(made):
        [table] = made.book[name].tables.values()
        head = made.table(name)[0]
        assert table.headerRowCount == 1
        assert [column.name for column in table.tableColumns] == head
        assert len({word.casefold() for word in head}) == len(head)


@meets("Remove merged cells, split cells and nested tables")
def no_cell_is_in_two_tables_and_none_has_a_line_inside_it(made: ReadBook) -> None:
    for sheet in made.book:
        inside = [cell.coordinate for table in sheet.tables.values() for row in sheet[table.ref] for cell in row]
        assert len(set(inside)) == len(inside)
        assert [
            cell for row in sheet.iter_rows() for cell in row if cell.border.diagonalUp or cell.border.diagonalDown
        ] == []


@meets("Wrap text within cells")
def words_are_wrapped_and_all_of_them_can_be_seen(made: ReadBook) -> None:
    for name in with_tables(made):
        [table] = made.book[name].tables.values()
        assert all(cell.alignment.wrap_text for row in made.book[name][table.ref] for cell in row)
    for sheet in made.book:
        room = max(90, sum(size.width for size in sheet.column_dimensions.values())) * 1.2
        lines = [sheet.cell(row, 1) for row in range(2, len(made.above(sheet.title)) + 1)]
        assert [cell.value for cell in lines if len(cell.value) > room and not cell.alignment.wrap_text] == []


@meets("Avoid adding filters and freeze panes")
def there_are_no_filters_and_no_frozen_panes(made: ReadBook) -> None:
    assert [root for root in made.roots("xl/") if root.xpath("//s:autoFilter|//s:pane", namespaces=S)] == []


@meets("Only leave cells with no data empty in certain circumstances")
def every_mark_in_place_of_a_figure_is_explained_on_its_sheet_and_on_the_notes(made: ReadBook) -> None:
    for name in set(with_tables(made)) - {"Notes", "Contents", "Glossary"}:
        marks = {cell for row in made.table(name) for cell in row if str(cell) in ("[x]", "[u]", "[c]", "[z]")}
        assert marks <= {line.partition(":")[0] for line in made.above(name)}
        assert marks <= {row[0] for row in (made.table("Notes") if "Notes" in made.names else [])}


@meets("Avoid hiding rows or columns")
def nothing_is_hidden(made: ReadBook) -> None:
    assert {sheet.sheet_state for sheet in made.book} == {"visible"}
    sizes = [
        size for sheet in made.book for size in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())
    ]
    assert not any(size.hidden for size in sizes)


@meets("Columns should be a sensible width")
def columns_are_as_wide_as_their_words_but_not_wider_than_a_reader_can_follow(made: ReadBook) -> None:
    for sheet in made.book:
        assert all(12 <= size.width <= 90 for size in sheet.column_dimensions.values())
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.alignment.wrap_text:
                    longest = max(map(len, cell.value.split()))
                    assert longest <= 1.5 * sheet.column_dimensions[cell.column_letter].width


@meets("Use the word 'note' when referring to footnotes", "Put note text in a notes table on a notes worksheet")
def footnotes_are_called_notes_and_are_in_a_table_on_the_sheet_of_notes(made: ReadBook) -> None:
    texts = [str(cell.value) for sheet in made.book for row in sheet.iter_rows() for cell in row if cell.value]
    marked = {mark for text in texts for mark in re.findall(r"\[(note \d+)\]", text)}
    assert marked == {row[0] for row in (made.table("Notes") if "Notes" in made.names else []) if row[0][:5] == "note "}


@meets("Avoid putting note markers in specific cells")
def marks_of_notes_are_not_in_cells_of_figures(made: ReadBook) -> None:
    for name in with_tables(made):
        head, *rows = made.table(name)
        assert [cell for row in rows for column, cell in zip(head, row, strict=True)
                if name != "Contents" and column != "Notes" and "[note " in str(cell)] == []  # fmt: skip


@meets("Links must be accessible")
def links_have_the_names_of_what_they_lead_to(made: ReadBook) -> None:
    sheet = made.book["Contents"]
    links = {link.ref: link.location for link in sheet._hyperlinks} or {
        cell.coordinate: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink
    }
    assert [sheet[at].value for at in links] == [row[0] for row in made.table("Contents")[1:]]
    assert [place for at, place in links.items() if place != f"'{sheet[at].value}'!A1"] == []
    assert [
        one.title
        for one in made.book
        if one.title != "Contents" and any(c.hyperlink for r in one.iter_rows() for c in r)
    ] == []


@meets("Format text to make it accessible")
def letters_are_arial_of_12_points_or_more_without_italics(made: ReadBook) -> None:
    fonts = {
        (cell.font.name, cell.font.sz, cell.font.i) for sheet in made.book for row in sheet.iter_rows() for cell in row
    }
    assert {name for name, _, _ in fonts} == {"Arial"}
    assert min(size for _, size, _ in fonts) >= 12
    assert not any(italic for _, _, italic in fonts)


@meets("All worksheets should have descriptive titles which are properly tagged and formatted")
def every_sheet_begins_with_a_title_that_is_tagged_as_a_heading(made: ReadBook) -> None:
    assert {sheet["A1"].style for sheet in made.book} == {"Heading 1"}
    assert all(sheet["A1"].value and sheet["A1"].font.b for sheet in made.book)
    styles = made.roots("xl/styles")[0].xpath("//s:cellStyle[@builtinId='16']/@name", namespaces=S)
    assert styles == ["Heading 1"]


@meets("Do not use headers and footers, floating text boxes or floating toolbars", "Avoid images in spreadsheets")
def there_are_no_headers_footers_pictures_or_floating_boxes(made: ReadBook) -> None:
    assert [name for name in made.parts if "drawing" in name or "media" in name or "comments" in name] == []
    assert [root for root in made.roots("xl/worksheets") if root.xpath("//s:headerFooter/*", namespaces=S)] == []


@meets(
    "Do not use visual devices to divide data regions",
    "Do not use a background fill",
    "Do not use colour as the only way to convey a message",
)
def nothing_is_filled_or_ruled_and_colour_says_nothing(made: ReadBook) -> None:
    cells = [cell for sheet in made.book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.fill.fill_type for cell in cells} == {None}
    assert not any(side and side.style for cell in cells for side in (cell.border.top, cell.border.bottom))
    coloured = {cell.style for cell in cells if cell.font.color and cell.font.color.rgb not in (None, "FF000000")}
    assert coloured <= {"Hyperlink"}
    assert {cell.font.u for cell in cells if cell.style == "Hyperlink"} <= {"single"}
    stripes = [table.tableStyleInfo.showRowStripes for sheet in made.book for table in sheet.tables.values()]
    assert not any(stripes)


@meets("When using colour for emphasis check the contrast")
def coloured_letters_have_a_contrast_of_at_least_four_and_a_half_to_one(made: ReadBook) -> None:
    cells = [cell for sheet in made.book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    colours = {str(cell.font.color.rgb)[-6:] for cell in cells if cell.font.color and cell.font.color.type == "rgb"}
    assert [colour for colour in colours if contrast_to_white(colour) < 4.5] == []


@meets("Avoid using symbols in general", "Do not use symbols or superscript to signpost to notes")
def words_say_everything_and_nothing_is_raised(made: ReadBook) -> None:
    cells = [cell for sheet in made.book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert [cell.value for cell in cells if not any(map(str.isalnum, cell.value))] == []
    assert [cell.value for cell in cells if set(cell.value) & set("¹²³⁰⁴⁵⁶⁷⁸⁹*†‡§✓✗●▲▼■")] == []
    assert [cell.value for cell in cells if cell.font.vertAlign] == []
    assert [
        part for name, part in made.parts.items() if name.startswith("xl/sharedStrings") and b"vertAlign" in part
    ] == []


@meets("Format text to make it accessible")
def words_are_horizontal_and_at_the_left_and_figures_at_the_right(made: ReadBook) -> None:
    for name in made.names:
        sheet = made.book[name]
        assert [cell for row in sheet.iter_rows() for cell in row if cell.alignment.textRotation] == []
        for cell in (cell for table in sheet.tables.values() for row in sheet[table.ref] for cell in row):
            numbers = [other for other in sheet[cell.column_letter] if isinstance(other.value, int | float)]
            assert (cell.alignment.horizontal == "right") == bool(numbers), (name, cell.coordinate)


@meets("Remove macros")
def there_are_no_macros_and_no_formulas(made: ReadBook) -> None:
    assert not any("vba" in name.lower() for name in made.parts)
    assert [root for root in made.roots("xl/worksheets") if root.xpath("//s:f", namespaces=S)] == []


@meets("Give worksheets unique names or numbers")
def sheets_have_short_names_each_its_own(made: ReadBook) -> None:
    assert len({name.casefold() for name in made.names}) == len(made.names)
    assert max(map(len, made.names)) <= 31
    assert [name for name in made.names if name != name.strip()] == []


@meets("Remove blank worksheets")
def no_sheet_is_blank(made: ReadBook) -> None:
    assert all(sheet["A1"].value for sheet in made.book)


@meets(
    "Use cells in column A wisely",
    "Position tables against the left-hand edges of each sheet",
    "Avoid putting content below a table",
)
def titles_lines_and_tables_begin_in_column_a_without_blank_rows_and_nothing_is_below(made: ReadBook) -> None:
    for name in made.names:
        sheet = made.book[name]
        assert [row for row in range(1, sheet.max_row + 1) if not sheet.cell(row, 1).value] == []
        for table in sheet.tables.values():
            start, end = table.ref.split(":")
            assert start.rstrip("0123456789") == "A"
            assert sheet[end].row == sheet.max_row


@meets("Use cells in column A wisely")
def what_is_above_a_table_says_how_many_tables_there_are_then_notes_and_the_source_last(made: ReadBook) -> None:
    for name in with_tables(made):
        _, *lines = made.above(name)
        assert "This worksheet contains one table." in lines
        sources = [place for place, line in enumerate(lines) if line.startswith("Source: ")]
        assert sources in ([], [len(lines) - 1])


@meets("Links must be accessible")
def the_contents_list_all_sheets_after_them_in_their_order(made: ReadBook) -> None:
    head, *rows = made.table("Contents")
    assert head == ["Worksheet", "Title"]
    assert list(dict.fromkeys(name for name, _ in rows)) == made.names[2:]
    first = dict(reversed(rows))
    assert [first[name] for name in made.names[2:]] == [made.above(name)[0] for name in made.names[2:]]


@meets("Add document information")
def the_document_says_what_it_is(made: ReadBook) -> None:
    given = made.book.properties
    assert (given.title, given.language) == (made.book["Cover"]["A1"].value, "en-GB")
    assert f"Publisher: {given.creator}" in made.above("Cover")


@meets("Ensure the cursor is in cell A1 of the first worksheet when doing your final save")
def the_cursor_is_in_the_first_cell_of_the_first_sheet(made: ReadBook) -> None:
    assert made.book.active.title == "Cover"
    views = [sheet.sheet_view for sheet in made.book]
    assert {(view.selection[0].activeCell, view.selection[0].sqref) for view in views} == {("A1", "A1")}
    assert [bool(view.tabSelected) for view in views] == [True] + [False] * (len(views) - 1)


@meets("Use cells in column A wisely")
def rows_are_read_in_order(made: ReadBook) -> None:
    for root in made.roots("xl/worksheets"):
        rows = [int(row.get("r")) for row in root.iterfind("s:sheetData/s:row", S)]
        assert all(above + 1 == below for above, below in pairwise(rows))
