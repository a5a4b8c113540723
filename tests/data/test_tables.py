"""Populations and tables of ONS: what they hold, and what is wrong in them by file, row and column."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from csp_docs.data import ons, populations
from csp_docs.data.rates import printed, rate
from csp_docs.errors import LoadError
from tests.uncoded import uncoded

PEOPLE = 'LSOA code,LSOA name,Population,Note\nE01000001,Anytown 001A,1500,\nE01000002,Anytown 001B,"1,600",new\n'
WIDE = (
    "Community Safety Partnership code,Community Safety Partnership name,Local Authority name,Burglary,Robbery\n"
    "E22000001,Anytown,Anytown,120,[x]\n,Unassigned,,3,4\n"
)
LONG = "csp_code,csp_name,offence,count_ye_dec_2023,count_ye_dec_2024\nE22000001,Anytown,Robbery,5,6\n"


def told(path: Path, text: str, read: object) -> list[str]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        read(path)  # type: ignore[operator]
    return [line for line in uncoded(caught.value).replace(f"{path.parent}/", "").splitlines() if "  hint" not in line]


def test_people_are_summed_by_district(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text(PEOPLE, encoding="utf-8")
    people = populations.read(tmp_path / "p.csv")
    assert people.areas == {"Anytown": {"E01000001": 1500, "E01000002": 1600}}
    assert people.of("Anytown") == 3100


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([31, 62, 0], ["10.0", "20.0", "0.0"]),
        ([31, 2], ["10.00", "0.65"]),
        ([1, 2], ["0.32", "0.65"]),
        ([31_000, 31_001], ["10000.0", "10000.3"]),
        ([3100, 3101, 31], ["1000.0", "1000.3", "10.0"]),
    ],
)
def test_rates_that_differ_look_different(counts: list[int], shown: list[str]) -> None:
    found = {str(count): rate(count, 3100) or Decimal(0) for count in counts}
    assert [str(number) for number in printed(found).values()] == shown


def test_of_rates_that_differ_by_little_three_decimal_places_are_shown() -> None:
    found = {"A": rate(1, 80_000) or Decimal(0), "B": rate(1, 76_923) or Decimal(0), "C": rate(1, 76_924) or Decimal(0)}
    assert [str(number) for number in printed(found).values()] == ["0.013"] * 3
    assert len(set(found.values())) == 3
    assert rate(1, 3) == rate(2, 6)
    assert rate(1, 0) is None


WRONG_PEOPLE = {
    "unit": (
        PEOPLE.replace("1500", "15%"),
        ['p.csv:2:3: Population: "15%" is written in %, but counts and rates have no unit'],
    ),
    "words": (PEOPLE.replace("1500", "many"), ['p.csv:2:3: Population: "many" is not a number']),
    "part": (PEOPLE.replace("1500", "15.5"), ['p.csv:2:3: Population: "15.5" is not a whole number, 0 or more']),
    "two": (
        PEOPLE.replace("1500", "").replace('"1,600"', "-1"),
        ["p.csv:2:3: Population: a number is empty", 'p.csv:3:3: Population: "-1" is not a whole number, 0 or more'],
    ),
    "district": (
        PEOPLE + "E07000131,Anytown,3100,\n",
        ['p.csv:4:2: LSOA name: "Anytown" is not the name of an area (LSOA) such as Harborough 002A'],
    ),
    "column": (PEOPLE.replace("Population", "People"), ['p.csv:1:1: LSOA code: there is no column "Population"']),
    "twice": (PEOPLE.replace("E01000002", "E01000001"), ['p.csv:3:1: LSOA code: "E01000001" appears twice']),
    "uneven": (PEOPLE + "E01000003,Anytown 001C\n", ["p.csv:4:1: the row has 2 cells, but the file has 4 columns"]),
    "all at once": (
        PEOPLE.replace("1500", "many") + "E01000003\nE01000001,,1,\n,Anytown 001C,5,\n",
        [
            'p.csv:2:3: Population: "many" is not a number',
            "p.csv:4:1: the row has 1 cell, but the file has 4 columns",
            'p.csv:5:1: LSOA code: "E01000001" appears twice',
            "p.csv:5:2: LSOA name: the cell is empty",
            "p.csv:6:1: LSOA code: the cell is empty",
        ],
    ),
    "rows": ("LSOA code,LSOA name,Population\n", ['p.csv:1:1: "p.csv" has no rows of numbers']),
}


@pytest.mark.parametrize("name", WRONG_PEOPLE)
def test_wrong_populations_are_told(name: str, tmp_path: Path) -> None:
    text, wanted = WRONG_PEOPLE[name]
    assert told(tmp_path / "p.csv", text, populations.read) == wanted


def test_both_forms_of_ons_are_read(tmp_path: Path) -> None:
    (tmp_path / "wide.csv").write_text(WIDE, encoding="utf-8")
    (tmp_path / "long.csv").write_text(LONG, encoding="utf-8")
    wide, long = ons.read(tmp_path / "wide.csv", "2024"), ons.read(tmp_path / "long.csv")
    assert wide.counts == {"Anytown": {"Burglary": Decimal(120), "Robbery": None}}
    assert (long.period, long.count("Anytown", "Robbery")) == ("the year ending December 2024", Decimal(6))
    assert wide.count("Anytown", "Robbery") is None


def test_of_several_years_the_latest_is_read_with_its_own_rate(tmp_path: Path) -> None:
    years = {"count_ye_mar_2024": "6", "count_ye_jan_2024": "7", "count_ye_dec_2023": "5"}
    path, rates = tmp_path / "o.csv", {"rate_per_1000_population_2023": "1.5", "rate_per_1000_population_2024": "2.5"}
    for rated, wanted in ((rates, Decimal("2.5")), ({"rate_per_1000_population_2023": "1.5"}, None)):
        row = {"csp_code": "E22000001", "csp_name": "Anytown", "offence": "Robbery", **years, **rated}
        path.write_text("\n".join(map(",".join, (row, row.values()))), encoding="utf-8")
        found = ons.read(path)
        assert (found.period, found.count("Anytown", "Robbery")) == ("the year ending March 2024", Decimal(6))
        assert found.rate("Anytown", "Robbery") == wanted


WRONG_ONS = {
    "period": (WIDE, ["o.csv:1:1: Community Safety Partnership code: the table does not say which period it covers"]),
    "number": (LONG.replace(",6", ",six"), ['o.csv:2:5: count_ye_dec_2024: "six" is not a number']),
    "twice": (LONG + "E22000001,Anytown,Robbery,7,8\n", ['o.csv:3:2: csp_name: "Anytown, Robbery" appears twice']),
    "all at once": (
        WIDE.replace("120", "many").replace("[x]", "five") + "x\n",
        [
            "o.csv:1:1: Community Safety Partnership code: the table does not say which period it covers",
            'o.csv:2:4: Burglary: "many" is not a number',
            'o.csv:2:5: Robbery: "five" is not a number',
            "o.csv:4:1: the row has 1 cell, but the file has 5 columns",
        ],
    ),
    "column": (LONG.replace("csp_name", "name"), ['o.csv:1:1: csp_code: there is no column "csp_name"']),
    "no count": (LONG.replace("count_ye", "ye"), ['o.csv:1:1: csp_code: there is no column "count_ye_dec_2024"']),
}


@pytest.mark.parametrize("name", WRONG_ONS)
def test_wrong_tables_of_ons_are_told(name: str, tmp_path: Path) -> None:
    text, wanted = WRONG_ONS[name]
    assert told(tmp_path / "o.csv", text, ons.read) == wanted
