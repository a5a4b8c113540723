"""Charts from CSV files: which columns they show, and what is told of files, rows and columns that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from csp_docs import Chart, load
from csp_docs.errors import LoadError
from csp_docs.model import Plan
from csp_docs.output import numbered
from csp_docs.render.text import render_text

CRIMES = 'Offence,2022/23,2023/24,Note\nBurglary,153,253,up\n"Theft, other","2,410",,\n'
PLAN = """\
kind: plan
council: harborough
title: Safer together
language: {language}
sections:
  - title: S
    content:
      - chart: {{type: column, data: {data}, {rest}}}
"""


def chart(
    folder: Path, rest: str, content: str | bytes = CRIMES, data: str = "crimes.csv", language: str = "en-GB"
) -> Chart:
    (folder / "crimes.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "plan.yaml").write_text(PLAN.format(data=data, rest=rest, language=language))
    plan = load(folder / "plan.yaml")
    assert isinstance(plan, Plan)
    [found] = plan.sections[0].content  # type: ignore[union-attr]
    assert isinstance(found, Chart)
    return found


def told(folder: Path, rest: str, content: str | bytes = CRIMES, data: str = "crimes.csv") -> str:
    with pytest.raises(LoadError) as error:
        chart(folder, rest, content, data)
    return str(error.value).replace(f"{folder}/", "")


def test_a_chart_shows_the_columns_that_it_names(tmp_path: Path) -> None:
    shown = chart(tmp_path, "categories: Offence, series: [2022/23, 2023/24]")
    assert shown == Chart("column", ["Burglary", "Theft, other"], {"2022/23": [153, 2410], "2023/24": [253, None]})


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
        ("series: [2023/24]", "Offence,2023/24\nA,1\nB,12 000\n", 'crimes.csv:3:2: 2023/24: "12 000" is no number'),
        ("series: [2023/24]", "Offence,2023/24\nA,NaN\n", 'crimes.csv:2:2: 2023/24: "NaN" is no number'),
        ("caption: C", CRIMES, 'crimes.csv:2:4: Note: "up" is no number'),
        ("series: [2024]", CRIMES, 'plan.yaml:8:58: sections[0].content[0].chart.series[0]: there is no column "2024"'),
        ("categories: Offense", CRIMES, 'there is no column "Offense"\n  hint: did you mean "Offence"?'),
        ("series: {A: [B]}", CRIMES, "found a list, expected the name of a column"),
        ("series: 5", CRIMES, 'found the text "5", expected columns'),
        ("series: [N]", "A,N,N\nx,1,2\n", 'two columns are called "N"'),
        ("caption: C", "A,N,M,N\nx,1,2,3\n", 'crimes.csv:1:4: N: two columns are called "N"'),
        ("series: [N, M, N]", "A,N,M\nx,1,2\n",
         'plan.yaml:8:64: sections[0].content[0].chart.series[2]: the series name twice the column "N"'),
        ("caption: C", "A,N,\nx,1,\n", "crimes.csv:1:3: the column has no name"),
        ("caption: C", "A;N\nx;1\ny;1,5\n", "crimes.csv:1:1: A;N: the file has one column"),
        ("categories: A", "A\tN\nx\t1\n", "hint: columns are parted by commas, not by ; or tabs"),
        ("caption: C", f'A,N\nx,"{131_073 * "1"}"\n', "crimes.csv:2:1: a cell is longer than 131,072 characters"),
        ("caption: C", "A,N\nx,1\ny,1,2\nz\n", "crimes.csv:3:1: the row has 3 cells, but the file has 2 columns"),
        ("caption: C", "A,N\nx,1\ny,1,2\nz\n", "crimes.csv:4:1: the row has 1 cell, but the file has 2 columns"),
        ("caption: C", "A,N\n", '"crimes.csv" has no rows of numbers'),
        ("caption: C", "", '"crimes.csv" has no rows of numbers'),
        ("caption: C", 'A,N\nx,"1\n', "crimes.csv:2:1: the row cannot be read"),
        ("caption: C", "A,N\nx,£1\n".encode("cp1252"), "crimes.csv:2:3: the byte 0xA3 is not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_row_and_column(
    tmp_path: Path, rest: str, content: str | bytes, said: str
) -> None:
    assert said in told(tmp_path, rest, content)


def test_a_wrong_file_is_the_only_problem_of_its_chart(tmp_path: Path) -> None:
    assert told(tmp_path, "caption: C", data="crime.csv").count("plan.yaml:") == 1
    assert "outside the document's folder" in told(tmp_path, "caption: C", data="../crimes.csv")
    assert "expected the name of a file" in told(tmp_path, "caption: C", data="[a]")
