"""The workbooks behind charts, which Word opens where somebody edits a chart's data."""

import csv
from collections.abc import Callable, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from csp_docs.blocks import Chart
from csp_docs.theme.theme import Theme
from tests.chart_file import CHARTS, S, Workbook, cached, opened, series_in, text_read, workbook_of
from tests.chart_sample import EVERY_KIND, HOSTILE, LIMITS
from tests.docx_file import WordFile, find_all, strings
from tests.figure_sample import figures_document
from tests.printing import render_docx


@pytest.mark.parametrize("chart", CHARTS)
def test_the_workbook_holds_what_the_chart_shows(chart: Chart) -> None:
    word_file = opened(chart)
    workbook = Workbook(word_file.parts["word/embeddings/chart1.xlsx"])
    sources = find_all(word_file.root("word/charts/chart1.xml"), "//c:cat|//c:val")
    for source in sources:
        [address] = strings(source, ".//c:f/text()")
        numbers = etree.QName(source).localname == "val"
        assert workbook.at(address) == [None if one is None else Decimal(one) if numbers else one for one in cached(source)]  # fmt: skip # noqa: E501
    assert len(sources) >= 2


@pytest.mark.parametrize("chart", CHARTS)
def test_a_table_for_editing_covers_all_cells(chart: Chart) -> None:
    word_file = opened(chart)
    workbook = Workbook(word_file.parts["word/embeddings/chart1.xlsx"])
    table, columns = workbook.root("tables/table1"), len(list(series_in(word_file.root("word/charts/chart1.xml"))))
    assert table.get("ref") == f"A1:{chr(65 + columns)}{len(chart.categories) + 1}"
    names = [text_read(str(column.get("name"))) for column in table.iterfind("s:tableColumns/s:tableColumn", S)]
    assert names == [workbook.cells[f"{chr(65 + place)}1"] for place in range(columns + 1)]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name.encode("utf-16-le")) <= 2 * 255 for name in names)


def test_texts_stay_texts_whatever_they_begin_with() -> None:
    workbook = workbook_of(LIMITS["hostile names"])
    assert not any(b"<f>" in part or b"<f " in part for part in workbook.parts.values())
    assert workbook.at("Sheet1!$A$2:$A$7") == [*HOSTILE[:6]]
    assert workbook.cells["B1"] == HOSTILE[0]
    looks = find_all(workbook.root("worksheets/sheet1"), "//*[@t='s']")
    assert {cell.get("s") for cell in looks} == {"1"}
    marked = [one.get("quotePrefix") for one in workbook.root("styles").iterfind("s:cellXfs/s:xf", S)]
    assert marked == [None, "1", None]


def test_the_same_bytes_each_time() -> None:
    document = figures_document(*EVERY_KIND.values())
    first, second = (render_docx(document, Theme()) for _ in range(2))
    assert first == second
    workbook = WordFile(first).parts["word/embeddings/chart1.xlsx"]
    with ZipFile(BytesIO(workbook)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("chart", CHARTS)
def test_workbooks_keep_to_the_schema(chart: Chart, workbook_schemas: Callable[[bytes], list[str]]) -> None:
    assert workbook_schemas(opened(chart).parts["word/embeddings/chart1.xlsx"]) == []


def test_libreoffice_calc_reads_the_workbooks(
    tmp_path: Path, soffice_csvs: Callable[[Sequence[Path]], list[Path]]
) -> None:
    paths = [tmp_path / f"{place}.xlsx" for place in range(len(CHARTS))]
    for path, chart in zip(paths, CHARTS, strict=True):
        path.write_bytes(opened(chart).parts["word/embeddings/chart1.xlsx"])
    for chart, path in zip(CHARTS, soffice_csvs(paths), strict=True):
        with path.open(encoding="utf-8", newline="") as file:
            _, *rows = csv.reader(file)
        assert [row[0] for row in rows] == [*chart.categories]
        found = [[Decimal(cell) if cell else None for cell in row[1 : len(chart.series) + 1]] for row in rows]
        assert found == [[*row] for row in zip(*(one.values for one in chart.series), strict=True)]
