"""Charts, tables and measures from CSV files: which columns they show, and what is told of what is wrong in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from csp_docs import Chart, Measure, MeasureGroup, Performance, Table, load
from csp_docs.api import loads, numbered
from csp_docs.errors import DocumentWarning, LoadError
from csp_docs.model import ColumnGroup, HighlightReport, Plan
from csp_docs.writers.text import render_text
from tests.uncoded import uncoded

CRIMES = 'Offence,2022/23,2023/24,Note\nBurglary,153,253,up\n"Theft, other","2,410",,\n'
PLAN = """\
kind: plan
council: harborough
title: Safer together
language: {language}
sections:
  - title: S
    content:
      - {block}
"""
CHART = "chart: {{type: column, data: {data}, {rest}}}"


def read(folder: Path, block: str, content: str | bytes = CRIMES, language: str = "en-GB") -> object:
    """Return the block of a plan beside which a CSV file lies."""
    (folder / "crimes.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "plan.yaml").write_text(PLAN.format(block=block, language=language))
    plan = load(folder / "plan.yaml")
    assert isinstance(plan, Plan)
    [found] = plan.sections[0].content  # type: ignore[union-attr]
    return found


def chart(folder: Path, rest: str, content: str = CRIMES, language: str = "en-GB") -> Chart:
    found = read(folder, CHART.format(data="crimes.csv", rest=rest), content, language)
    assert isinstance(found, Chart)
    return found


def faults(folder: Path, block: str, content: str | bytes = CRIMES) -> str:
    with pytest.raises(LoadError) as error:
        read(folder, block, content)
    return uncoded(error.value).replace(f"{folder}/", "")


def told(folder: Path, rest: str, content: str | bytes = CRIMES, data: str = "crimes.csv") -> str:
    return faults(folder, CHART.format(data=data, rest=rest), content)


def test_a_chart_shows_the_columns_that_it_names(tmp_path: Path) -> None:
    shown = chart(tmp_path, "categories: Offence, series: [2022/23, 2023/24]")
    assert shown == Chart("column", ["Burglary", "Theft, other"], {"2022/23": [153, 2410], "2023/24": [253, None]})


DISTRICTS = "district,year,offences\nBlaby,2023,5\nMelton,2024,2\nBlaby,2024,7\n"


def test_each_value_of_a_column_has_a_small_chart(tmp_path: Path) -> None:
    wanted = Chart("column", ["2023", "2024"], {"Blaby": [5, 7], "Melton": [None, 2]}, by="district")
    assert chart(tmp_path, "by: district", DISTRICTS) == wanted
    assert chart(tmp_path, "by: district, categories: year, series: [offences]", DISTRICTS) == wanted


@pytest.mark.parametrize(
    ("rest", "rows", "said"),
    [
        ("by: distric", DISTRICTS, 'there is no column "distric"\n  hint: did you mean "district"?'),
        ("by: district", f"{DISTRICTS}Blaby,2024,9\n", '"Blaby" has two rows for "2024"\n  hint: keep one of them'),
        (
            "by: district",
            "district,year,offences,victims\nBlaby,2023,5,6\n",
            "there are 2\n  hint: name one with `series: [name]`: offences, victims",
        ),
    ],
)
def test_what_is_wrong_with_the_rows_of_small_charts(tmp_path: Path, rest: str, rows: str, said: str) -> None:
    assert said in told(tmp_path, rest, rows)


def test_series_may_have_names_of_their_own(tmp_path: Path) -> None:
    assert chart(tmp_path, "series: {Before: 2022/23}") == Chart(
        "column", ["Burglary", "Theft, other"], {"Before": [153, 2410]}
    )


def test_without_names_the_first_column_and_all_others_are_shown(tmp_path: Path) -> None:
    content = "\ufeff,Men,Women\r\n\r\nA, £1 ,£2\r\nB,[x],£3\r\n,,\r\n"
    assert chart(tmp_path, "caption: C", content) == Chart(
        "column", ["A", "B"], {"Men": ["£1", None], "Women": ["£2", "£3"]}, caption="C"
    )


def test_each_language_may_have_a_column_of_its_own(tmp_path: Path) -> None:
    content = "Area,Ardal,N\nMarket,Marchnad,1\n"
    rest = "categories: {en: Area, cy: Ardal}, series: [N]"
    assert chart(tmp_path, rest, content).categories == ("Market",)
    assert chart(tmp_path, rest, content, language="cy-GB").categories == ("Marchnad",)


def test_words_of_the_file_are_printed_as_they_stand(tmp_path: Path) -> None:
    chart(tmp_path, "caption: C", "Area,{{ title }} *now*\n<b>Market</b> *,1\n")
    document, _ = numbered(load(tmp_path / "plan.yaml"))
    printed = render_text(document)
    assert "<b>Market</b> *" in printed
    assert "{{ title }} *now*: 1" in printed


@pytest.mark.parametrize(
    ("rest", "content", "said"),
    [
        ("series: [2023/24]", "Offence,2023/24\nA,1\nB,12 000\n", 'crimes.csv:3:2: 2023/24: "12 000" is not a number'),
        ("series: [2023/24]", "Offence,2023/24\nA,NaN\n", 'crimes.csv:2:2: 2023/24: "NaN" is not a number'),
        ("caption: C", CRIMES, 'crimes.csv:2:4: Note: "up" is not a number'),
        ("series: [2024]", CRIMES, 'plan.yaml:8:58: sections[0].content[0].chart.series[0]: there is no column "2024"'),
        ("categories: Offense", CRIMES, 'there is no column "Offense"\n  hint: did you mean "Offence"?'),
        ("series: {A: [B]}", CRIMES, "this must be the name of a column, not a list"),
        ("series: 5", CRIMES, 'this must be columns, not the text "5"'),
        ("caption: C", "A,N\nx,1\nx,2\n", 'crimes.csv:3:1: A: two categories are called "x"'),
        ("series: [N]", "A,N,N\nx,1,2\n", 'two columns are called "N"'),
        ("caption: C", "A,N,M,N\nx,1,2,3\n", 'crimes.csv:1:4: N: two series are called "N"'),
        ("series: [N, M, N]", "A,N,M\nx,1,2\n",
         'plan.yaml:8:64: sections[0].content[0].chart.series[2]: two series are called "N"'),
        ("caption: C", "A,N,\nx,1,\n", "crimes.csv:1:3: the column has no name"),
        ("caption: C", "A;N\nx;1\ny;1,5\n", "crimes.csv:1:1: A;N: the file has one column"),
        ("caption: C", "A\nx\n", "hint: add a column of numbers to the one of names"),
        ("categories: A", "A\tN\nx\t1\n", "hint: separate columns with commas, not semicolons or tabs"),
        ("caption: C", f'A,N\nx,"{131_073 * "1"}"\n', "crimes.csv:2:1: a cell is longer than 131,072 characters"),
        ("caption: C", "A,N\nx,1\ny,1,2\n", "crimes.csv:3:1: the row has 3 cells, but the file has 2 columns"),
        ("caption: C", "A,N\nx,1\nz\n", "crimes.csv:3:1: the row has 1 cell, but the file has 2 columns"),
        ("caption: C", "A,N\n", '"crimes.csv" has no rows below the names of its columns'),
        ("caption: C", "", '"crimes.csv" has no rows below the names of its columns'),
        ("caption: C", 'A,N\n"x\ny",one\n', 'crimes.csv:2:2: N: "one" is not a number'),
        ("caption: C", 'A,N\n"x,1\ny,2\n', "crimes.csv:2:1: the row cannot be read"),
        ("caption: C", 'A,N\nx,"1\n', "crimes.csv:2:1: the row cannot be read"),
        ("caption: C", b"PK\x03\x04\xe8", "crimes.csv:1:1: the file is a workbook or a zip, not text"),
        ("caption: C", "A,N\nx,£1\n".encode("cp1252"), "crimes.csv:2:3: the byte 0xA3 is not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_row_and_column(
    tmp_path: Path, rest: str, content: str | bytes, said: str
) -> None:
    message = told(tmp_path, rest, content)
    assert said in message
    assert len(re.findall(r"^\S+:\d+:\d+: ", message, re.MULTILINE)) == message.count("hint: ") == 1


def test_a_wrong_file_is_the_only_problem_of_its_chart(tmp_path: Path) -> None:
    assert told(tmp_path, "caption: C", data="crime.csv").count("plan.yaml:") == 1
    assert "outside the document's folder" in told(tmp_path, "caption: C", data="../crimes.csv")
    assert "this must be the name of a file" in told(tmp_path, "caption: C", data="[a]")


def test_all_that_is_wrong_with_a_file_and_its_columns_is_told_at_once(tmp_path: Path) -> None:
    message = told(tmp_path, "categories: Nope, series: [N, Wrong]", "A,N\nx,1,2\ny,many\nz\n")
    assert [line.split(": ", 1)[0] for line in message.splitlines() if not line.startswith("  ")] == [
        "crimes.csv:2:1",
        "crimes.csv:3:2",
        "crimes.csv:4:1",
        "plan.yaml:8:61",
        "plan.yaml:8:79",
    ]


def test_a_table_shows_the_rows_of_a_file_as_they_stand(tmp_path: Path) -> None:
    content = 'Ward,2022/23,,a_b\n*Market*,"2,410",x,{{ title }}\n"Heath, upper",[x],-5%,\n'
    assert read(tmp_path, "table: {data: crimes.csv, columns: [a_b, Ward], caption: C}", content) == Table(
        [r"a\_b", "Ward"], [[r"\{\{ title }}", r"\*Market\*"], ["", "Heath, upper"]], caption="C"
    )
    message = faults(tmp_path, "table: {data: crimes.csv, rows: [[a]], columns: [Nope, {N: [x]}, 2022/23]}", content)
    for words in (
        "the table has both `rows` and `data`",
        'no column "Nope"',
        "this must be the name of a column, not a list",
    ):
        assert words in message
    assert "crimes.csv:1:3: the column has no name" in faults(tmp_path, "table: {data: crimes.csv}", content)


def test_the_other_keys_of_a_table_stand_beside_its_file(tmp_path: Path) -> None:
    rest = (
        "columns: [Ward, {N: n12}, {Change: c12, N: n13}], groups: [{title: 2011/12, columns: [N, Change]}], "
        "row_headers: yes, total: [All, 1, 2, 3], widths: [4, 2, 2, 2]"
    )
    found = read(tmp_path, f"table: {{data: crimes.csv, {rest}}}", "Ward,n12,c12,n13\nA,1,2,3\n")
    assert found == Table(
        ["Ward", "N", "Change", "N"], [["A", "1", "2", "3"]], row_headers=True, total=["All", "1", "2", "3"],
        groups=[ColumnGroup("2011/12", ["N", "Change"])], widths=[4, 2, 2, 2],
    )  # fmt: skip
    content = "A,N\nx,1\n"
    assert read(tmp_path, "table: {data: crimes.csv}", content) == Table(["A", "N"], [["x", "1"]])
    assert read(tmp_path, "table: {data: crimes.csv, columns: {'**Now**': N}}", content) == Table(["**Now**"], [["1"]])
    assert "crimes.csv:2:1: the row has 1 cell" in faults(tmp_path, "table: {data: crimes.csv}", "A,N\nx\n")


MEASURED = """\
offence,now,before,goal,level,sign,wanted,key,kind,why
Burglary,253,153,-13%,,,,burglary,*Homes*,
Satisfied,88,,,85,%,higher,,,a_b
Robbery,,12,,,,,,*Homes*,
"""
COLUMNS = (
    "name: offence, current: now, previous: before, target_change: goal, target: level, unit: sign, better: wanted, "
    "id: key, note: why"
)


def test_the_rows_of_a_file_are_measures(tmp_path: Path) -> None:
    burglary = Measure("Burglary", 253, 153, id="burglary", target_change="-13%")
    satisfied = Measure("Satisfied", 88, "[x]", unit="%", target=85, better="higher", note=r"a\_b")
    robbery = Measure("Robbery", "[x]", 12)
    start = "performance: {data: crimes.csv, period: 2013/14, "
    assert read(tmp_path, f"{start}measures: {{{COLUMNS}}}}}", MEASURED) == Performance(
        [burglary, satisfied, robbery], period="2013/14"
    )
    assert read(tmp_path, f"{start}total: All, measures: {{{COLUMNS}, group: kind}}}}", MEASURED) == Performance(
        [satisfied, MeasureGroup(r"\*Homes\*", [burglary, robbery])], period="2013/14", total="All"
    )


def test_columns_of_periods_comparators_and_own_words_keep_their_names(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "performance: {data: crimes.csv, measures: {name: A, periods: [Q1, Q2], comparators: [Force], own: [Lead]}}",
        "A,Q1,Q2,Force,Lead\nTheft,12,14,100,*Ann*\nRobbery,,3,,\n",
    )
    assert isinstance(found, Performance)
    assert [(item.periods, item.comparators, item.levels) for item in found.measures if isinstance(item, Measure)] == [
        (one.periods, one.comparators, one.levels)
        for one in (
            Measure("Theft", periods={"Q1": 12, "Q2": 14}, comparators={"Force": 100}),
            Measure("Robbery", periods={"Q1": "[x]", "Q2": 3}, comparators={"Force": "[x]"}),
        )
    ]
    assert [list(item.own) for item in found.measures if isinstance(item, Measure)] == [["Lead"], ["Lead"]]


def test_a_highlight_report_has_its_measures_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "crimes.csv").write_text(MEASURED)
    (tmp_path / "report.yaml").write_text(
        "kind: highlight_report\ncouncil: harborough\ntitle: T\n"
        "performance: {data: crimes.csv, measures: {name: offence, current: now}}\n"
    )
    report = load(tmp_path / "report.yaml")
    assert isinstance(report, HighlightReport)
    assert report.performance == Performance(
        [Measure("Burglary", 253), Measure("Satisfied", 88), Measure("Robbery", "[x]")]
    )


@pytest.mark.parametrize(
    ("measures", "content", "said"),
    [
        ("{name: A, curent: N}", "A,N\nx,1\n", ['the key "curent" is not known', 'the key "current" is missing']),
        ("{name: B, current: N, note: C}", "A,N\nx,many\n",
         ['no column "B"', 'no column "C"', '"many" is not a number']),
        ("", "A,N\nx,1\n", ["performance.measures: there is no value"]),
        ("[A, N]", "A,N\nx,1\n", ["`measures` must name the columns for the parts of a measure, not a list"]),
        ("{name: A, current: N, better: B}", "A,N,B\n,1,up\ny,0 5,\nz,1\n",
         ['crimes.csv:2:3: B: the value "up" is not known', 'crimes.csv:3:2: N: "0 5" is not a number',
          "crimes.csv:4:1: the row"]),
        ("{name: A, current: N}", "A,N\n,1\n", ["crimes.csv:2:1: A: the name of a measure is empty"]),
        ("{name: A, current: N, id: A}", "A,N\nx,1\nx,2\n", ['crimes.csv:3:1: A: the id "x" is given twice']),
    ],
)  # fmt: skip
def test_what_is_wrong_with_measures_is_told_with_row_and_column(
    tmp_path: Path, measures: str, content: str, said: list[str]
) -> None:
    message = faults(tmp_path, f"performance: {{data: crimes.csv, measures: {measures}}}", content)
    assert [words for words in said if words not in message] == []
    assert message.count("\n  hint: ") == len(said)
    assert "the key `measures` is missing" in faults(tmp_path, "performance: {data: crimes.csv}", content)


def test_a_table_may_have_one_column(tmp_path: Path) -> None:
    assert read(tmp_path, "table: {data: crimes.csv}", "Ward\nAshby\n") == Table(["Ward"], [["Ashby"]])


@pytest.mark.parametrize("rows", ['"A,1\n', "", "A;1\n"])
def test_a_warning_is_not_lost_where_the_file_has_an_error_too(tmp_path: Path, rows: str) -> None:
    with pytest.raises(LoadError) as caught, pytest.warns(DocumentWarning):
        read(tmp_path, CHART.format(data="crimes.csv", rest="caption: C"), f"Off\x01ence\n{rows}")
    assert [finding.severity.value for finding in caught.value.findings] == ["warning", "error"]


def test_a_warning_is_not_lost_where_the_text_is_not_yaml() -> None:
    with pytest.raises(LoadError) as caught, pytest.warns(DocumentWarning):
        loads('kind: plan\ntitle: "a\x01b"\nx: [\n')
    assert [finding.severity.value for finding in caught.value.findings] == ["warning", "error"]
