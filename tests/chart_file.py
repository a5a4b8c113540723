"""A chart of a Word file opened for tests: its series, and the workbook behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from csp_docs.blocks import Chart, Series
from csp_docs.theme.theme import Theme
from tests.chart_sample import EVERY_KIND, LIMITS, figure
from tests.docx_file import WordFile, find_all, strings
from tests.figure_sample import figures_document
from tests.printing import render_docx

S = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
CHARTS = [*(one.content for one in EVERY_KIND.values() if isinstance(one.content, Chart)), *LIMITS.values()]


class Workbook:
    """A workbook's parts, and its cells by address: texts and numbers."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        texts = ["".join(map(str, one.itertext())) for one in self.root("sharedStrings").iterfind("s:si", S)]
        self.cells: dict[str, str | Decimal] = {}
        for cell in self.root("worksheets/sheet1").iter(f"{{{S['s']}}}c"):
            held = cell.findtext("s:v", namespaces=S) or ""
            is_text = cell.get("t") == "s"
            self.cells[str(cell.get("r"))] = text_read(texts[int(held)]) if is_text else Decimal(held)

    def root(self, name: str) -> etree._Element:
        """The tree of one part."""
        return etree.fromstring(self.parts[f"xl/{name}.xml"])

    def at(self, address: str) -> list[str | Decimal | None]:
        """The contents of the cells at an address of the chart: "Sheet1!$B$2:$B$5"."""
        found = re.fullmatch(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$\1\$(\d+))?", address)
        assert found
        column, first, last = found[1], int(found[2]), int(found[3] or found[2])
        return [self.cells.get(f"{column}{row}") for row in range(first, last + 1)]


def text_read(text: str) -> str:
    """The text as Excel reads it (ISO/IEC 29500-1, 22.9.2.19)."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def opened(*charts: Chart, theme: Theme | None = None) -> WordFile:
    """A Word file with a figure for each of ``charts``."""
    document = figures_document(*(figure(chart, "A chart") for chart in charts))
    return WordFile(render_docx(document, theme or Theme()))


def chart_root(chart: Chart, theme: Theme | None = None) -> etree._Element:
    """The root of the part of ``chart``."""
    return opened(chart, theme=theme).root("word/charts/chart1.xml")


def workbook_of(chart: Chart) -> Workbook:
    """The workbook of ``chart``."""
    return Workbook(opened(chart).parts["word/embeddings/chart1.xlsx"])


def cached(source: etree._Element) -> list[str | None]:
    """The texts or numbers that a source of a chart's data holds, None where there is none."""
    [count] = map(int, strings(source, ".//c:ptCount/@val"))
    points = {int(str(point.get("idx"))): "".join(map(str, point.itertext())) for point in find_all(source, ".//c:pt")}
    return [text_read(points[place]) if place in points else None for place in range(count)]


def series_in(root: etree._Element) -> Iterator[Series]:
    """The series of a chart, in the order of the file."""
    for one in find_all(root, "//c:ser"):
        [name], [values] = cached(find_all(one, "c:tx")[0]), find_all(one, "c:val")
        numbers = (None if number is None else Decimal(number) for number in cached(values))
        yield Series(str(name), tuple(numbers))


def found_values(root: etree._Element, path: str) -> list[str]:
    """The values of the elements at a path."""
    return strings(root, f"//c:{path}/@val")
