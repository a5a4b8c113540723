"""Street files are counted as they are, and what is wrong in them is reported with its place."""

from __future__ import annotations

import csv
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from csp_docs.data.changes import findings
from csp_docs.data.figures import Area, Figures
from csp_docs.data.street import police
from csp_docs.data.street.duck import connected
from csp_docs.data.street.rows import MOST_PROBLEMS
from csp_docs.errors import LoadError
from tests import street_files
from tests.street_files import HEADER, Row, row
from tests.uncoded import uncoded


def counted(figures: Figures) -> Counter[tuple[str, str]]:
    """Counts by district and type."""
    return Counter({(d, kind): sum(n) for d, kinds in figures.counts.items() for kind, n in kinds.items()})


def problems(*paths: Path) -> str:
    """What is said of files, with their names instead of their paths."""
    with pytest.raises(LoadError) as caught:
        police.read(*paths)
    return uncoded(caught.value).replace(f"{paths[0].parent if paths else ''}/", "")


def test_a_folder_as_it_is_unpacked_is_counted(tmp_path: Path) -> None:
    figures = police.read(street_files.folder(tmp_path / "months", count=2))
    rows = [row for month in ("2018-02", "2018-03") for row in street_files.rows_of(month)]
    wanted = Counter((cells[8].rsplit(" ", 1)[0], cells[9]) for cells in rows if cells[8])
    assert counted(figures) == wanted
    assert figures.unplaced == {"Burglary": (1, 1)}
    assert [(month.year, month.month) for month in figures.months] == [(2018, 2), (2018, 3)]
    area = next(a for a in figures.areas["Otherton"]["Burglary"] if a.name == "Otherton 002A")
    assert area.code == "E01003002"
    assert area.count == sum(cells[8:10] == ("Otherton 002A", "Burglary") for cells in rows)


def test_rows_that_are_the_same_in_every_column_are_counted_and_reported(tmp_path: Path) -> None:
    rows = [street_files.row("2018-02", "Anytown 001A", "Burglary", crime_id=name) for name in ("a", "b", "a", "a")]
    first = street_files.write(tmp_path / "2018-02-a-street.csv", rows)
    again = street_files.write(tmp_path / "b.csv", rows[:1])
    assert police.read(first).same_rows == 2
    figures = police.read(first, again)
    assert (figures.same_rows, figures.total("Anytown", "Burglary")) == (3, 5)
    [note] = findings(figures)
    assert note.fact == "3 rows are the same as an earlier row in every column; each was counted"


def test_files_a_folder_and_a_zip_of_them_are_the_same(tmp_path: Path) -> None:
    folder = street_files.folder(tmp_path / "months", count=3)
    with zipfile.ZipFile(tmp_path / "months.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*.csv")):
            archive.write(path, path.relative_to(folder))
    files = sorted(folder.rglob("*-street.csv"))
    assert police.read(folder) == police.read(tmp_path / "months.zip") == police.read(*files)


def test_a_folder_may_hold_zips_and_months_as_they_are(tmp_path: Path) -> None:
    folder = street_files.folder(tmp_path / "months", count=3)
    wanted = police.read(folder)
    for month, name in (("2018-02", "2018-02.zip"), ("2018-03", "deeper/more.ZIP")):
        (path := folder / name).parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(path, "w") as archive:
            for file in (folder / month).iterdir():
                archive.write(file, f"{month}/{file.name}")
                file.unlink()
    without(folder / "outcomes.zip")
    assert police.read(folder) == wanted
    (folder / "broken.zip").write_bytes(b"PK")
    assert problems(folder).startswith('"months/broken.zip" is not a zip that can be read')


def test_the_newest_name_of_an_area_is_that_of_all_its_rows(tmp_path: Path) -> None:
    rows = [row("2019-01", "Oldham 001A", "Burglary"), row("2019-02", "Newham 002B", "Burglary")]
    figures = police.read(street_files.write(tmp_path / "a.csv", rows))
    assert figures.counts == {"Newham": {"Burglary": (1, 1)}}
    assert figures.areas == {"Newham": {"Burglary": (Area("Newham 002B", "E01000001", 2),)}}


def test_two_names_at_once_and_two_areas_of_one_name_are_told(tmp_path: Path) -> None:
    rows = [row("2019-01", f"Anytown {name}", "Burglary", code) for code, name in [
        ("E01000001", "001A"), ("E01000001", "001B"), ("E01000002", "001C"), ("E01000003", "001C")]]  # fmt: skip
    assert problems(street_files.write(tmp_path / "a.csv", rows)).splitlines()[::2] == [
        'the area E01000001 has two names in January 2019: "Anytown 001A" and "Anytown 001B"',
        'two areas have the name "Anytown 001C": E01000002 and E01000003',
    ]


def test_rows_that_share_a_crime_id_count_each(tmp_path: Path) -> None:
    twice = [row("2019-01", "Anytown 001A", "Burglary", crime_id="a1")] * 2
    assert counted(police.read(street_files.write(tmp_path / "a.csv", twice))) == {("Anytown", "Burglary"): 2}


def test_columns_may_stand_in_another_order_behind_a_byte_order_mark(tmp_path: Path) -> None:
    text = (
        '\ufeffCrime type,LSOA name,"Note",LSOA code,Month\r\nBurglary,Anytown 001A,"a ""b"", c",E01000001,2019-01\r\n'
    )
    (tmp_path / "any.csv").write_bytes(text.encode())
    assert counted(police.read(tmp_path / "any.csv")) == {("Anytown", "Burglary"): 1}


GOOD = row("2019-01", "Anytown 001A", "Burglary")
WRONG: dict[str, list[Row]] = {
    "month": [GOOD, row("2019-13", "Anytown 001A", "Burglary"), row("Jan 2019", "Anytown 001A", "Burglary")],
    "area": [row("2019-01", "Anytown", "Burglary"), row("2019-01", "{{ x }} 001A", "Burglary")],
    "code": [row("2019-01", "Anytown 001A", "Burglary", "E0100")],
    "half": [row("2019-01", "", "Burglary"), row("2019-01", "Anytown 001A", "Burglary", "")],
    "type": [GOOD, row("2019-01", "Anytown 001A", "")],
    "cells": [GOOD, GOOD[:5], (*GOOD, "more")],
    "all at once": [row("2019-00", "Anytown", "<b>"), GOOD[:1]],
}


def test_what_is_wrong_in_rows_is_told_with_line_and_column(tmp_path: Path) -> None:
    files = [street_files.write(tmp_path / f"{name}.csv", rows) for name, rows in WRONG.items()]
    assert [line for line in problems(*files).splitlines() if "hint" not in line] == [
        'all at once.csv:2:2: Month: this must be a month such as 2019-01, not the text "2019-00"',
        'all at once.csv:2:9: LSOA name: this must be an area such as Harborough 002A, not the text "Anytown"',
        'all at once.csv:2:10: Crime type: this must be a type of crime such as Burglary, not the text "<b>"',
        "all at once.csv:3:1: the row has 1 cell, but the file has 12 columns",
        'area.csv:2:9: LSOA name: this must be an area such as Harborough 002A, not the text "Anytown"',
        'area.csv:3:9: LSOA name: this must be an area such as Harborough 002A, not the text "{{ x }} 001A"',
        "cells.csv:3:1: the row has 5 cells, but the file has 12 columns",
        "cells.csv:4:1: the row has 13 cells, but the file has 12 columns",
        'code.csv:2:8: LSOA code: this must be the code of an area such as E01025770, not the text "E0100"',
        "half.csv:2:9: LSOA name: the row has no LSOA name, but it has the LSOA code",
        "half.csv:3:8: LSOA code: the row has no LSOA code, but it has the LSOA name",
        'month.csv:3:2: Month: this must be a month such as 2019-01, not the text "2019-13"',
        'month.csv:4:2: Month: this must be a month such as 2019-01, not the text "Jan 2019"',
        "type.csv:3:10: Crime type: this must be a type of crime such as Burglary, not nothing",
    ]


HEAD, LINE = (",".join(cells).encode() for cells in (HEADER, (*GOOD[:6], "On or near Brook Lane", *GOOD[7:])))
UNREADABLE = {
    "empty": (b"", "empty.csv:1:1: the file is empty"),
    "header": (HEAD + b"\n", "header.csv:1:1: the file has no rows after its first one"),
    "utf16": ("Month\nx\n".encode("utf-16"), "utf16.csv:1:1: the file is not UTF-8 text"),
    "utf16le": ("Month\nx\n".encode("utf-16-le"), "utf16le.csv:1:1: the file is not UTF-8 text"),
    "workbook": (b"PK\x03\x04\x14\x00,a\n", "workbook.csv:1:1: the file is not UTF-8 text"),
    "nul": (
        HEAD + b"\n" + LINE.replace(b"2019", b"\x00\x00") + b"\n",
        "nul.csv:2:2: Month: the cell is not UTF-8 text",
    ),
    "latin1": (
        HEAD + b"\n" + LINE + b"\n" + LINE.replace(b"Brook", b"Caf\xe9") + b"\n",
        "latin1.csv:3:7: the cell is not",
    ),
    "quote": (HEAD + b"\n" + LINE + b'\n"open,2019-01\n', "quote.csv:3:1: the row cannot be read"),
    "column": (HEAD.replace(b"Crime type", b"Crime typ") + b"\n" + LINE, 'did you mean "Crime typ"?'),
    "twice": (HEAD.replace(b"Context", b"Month") + b"\n" + LINE, 'twice.csv:1:1: there are 2 columns "Month"'),
    "endless": (b"Month," + b"x" * 2_000_000, "endless.csv:1:1: the row cannot be read"),
    "html": (b"<html>\n<p>Not found</p>\n", 'html.csv:1:1: there is no column "Crime type"'),
    "semicolons": (HEAD.replace(b",", b";") + b"\n" + LINE.replace(b",", b";"), 'there is no column "Month"'),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_street_file_is_told(name: str, tmp_path: Path) -> None:
    content, told = UNREADABLE[name]
    (tmp_path / f"{name}.csv").write_bytes(content)
    assert told in problems(tmp_path / f"{name}.csv")


def test_of_many_problems_of_a_file_the_first_are_told(tmp_path: Path) -> None:
    file = street_files.write(tmp_path / "a.csv", [row("never", "Anytown 001A", "Burglary")] * 500)
    assert problems(file).count("not the text") == MOST_PROBLEMS


def test_a_row_of_another_month_than_its_file_is_told(tmp_path: Path) -> None:
    file = street_files.write(tmp_path / "2019-01-a-street.csv", [GOOD, row("2019-02", "Anytown 001A", "Burglary")])
    assert "2019-01-a-street.csv:3:2: Month: the month is 2019-02, but the file is for 2019-01" in problems(file)


def test_missing_months_are_told(tmp_path: Path) -> None:
    folder = street_files.folder(tmp_path / "months", count=3)
    (folder / "2018-03" / "2018-03-anytown-street.csv").unlink()
    assert "have no rows for some months between their first and their last: March 2018" in problems(folder)


def test_more_than_the_country_has_is_no_police_data(tmp_path: Path) -> None:
    kinds = [f"Crime {a}{b}" for a in "ABCDEFG" for b in "ABCDEFG"]
    file = street_files.write(tmp_path / "a.csv", [row("2019-01", "Anytown 001A", kind) for kind in kinds])
    assert problems(file).startswith("the files have 1 areas, 1 districts, 49 types of crime, 1 months")


def test_a_street_file_that_is_there_twice_is_told(tmp_path: Path) -> None:
    for place in "ab":
        street_files.folder(tmp_path / "all" / place, count=1)
    assert "would be counted twice" in problems(tmp_path / "all")


def test_files_of_other_names_may_share_one(tmp_path: Path) -> None:
    files = [street_files.write(tmp_path / folder / "mine.csv", [GOOD]) for folder in "ab"]
    assert counted(police.read(*files)) == {("Anytown", "Burglary"): 2}
    assert "would be counted twice" in problems(files[0], files[0])


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("2019-01-a-street.csv", "w") as file:
        for _ in range(64):
            file.write(b"0" * 2**20)


def broken(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2019-01-a-street.csv", HEAD + b"\n" + LINE + b"\n")
    path.write_bytes(path.read_bytes().replace(b"Brook Lane", b"Brook Land"))


def packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("2019-01-a-street.csv", HEAD + b"\n" + LINE + b"\n")


def unnamed(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2019-01-\u00e9-street.csv", HEAD + b"\n" + LINE + b"\n")
    path.write_bytes(path.read_bytes().replace("\u00e9".encode(), b"\xff\xff"))


def misplaced(path: Path) -> None:
    """Write a zip whose file begins before the zip does."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2019-01-a-street.csv", HEAD + b"\n" + LINE + b"\n")
    whole = path.read_bytes()
    end = whole.rindex(b"PK\5\6")
    later = int.from_bytes(whole[end + 16 : end + 20], "little") + 9
    path.write_bytes(whole[: end + 16] + later.to_bytes(4, "little") + whole[end + 20 :])


def without(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2019-01-a-outcomes.csv", "")


ZIPS: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda path: path.write_bytes(HEAD), '"text.zip" is not a zip that can be read'),
    "bomb": (bomb, "unpacks to more than 100 times its size"),
    "broken": (broken, '"broken.zip/2019-01-a-street.csv" cannot be unpacked'),
    "packed": (packed, "cannot be unpacked: it is not packed as a zip of data.police.uk is"),
    "unnamed": (unnamed, '"unnamed.zip" is not a zip that can be read'),
    "misplaced": (misplaced, "cannot be unpacked"),
    "without": (without, '"without.zip" has no street file'),
}


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_that_is_none_or_too_much_is_told(name: str, tmp_path: Path) -> None:
    make, told = ZIPS[name]
    make(tmp_path / f"{name}.zip")
    assert told in problems(tmp_path / f"{name}.zip")


def test_a_file_that_would_fill_the_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("csp_docs.data.street.sources._MOST_BYTES", 2_000)
    path = street_files.write(tmp_path / "a.csv", [GOOD] * 20)
    assert problems(path).startswith('"a.csv" has more than 2,000 bytes')


def test_names_in_a_zip_are_never_written(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("../../2019-01-evil-street.csv", HEAD + b"\n" + LINE + b"\n")
    assert counted(police.read(tmp_path / "in.zip")) == {("Anytown", "Burglary"): 1}
    assert [path.name for path in tmp_path.rglob("*")] == ["in.zip"]


def test_names_that_mean_something_to_a_database_are_names(tmp_path: Path) -> None:
    for name in ("*.csv", "a'; DROP TABLE counted; --.csv", "[ab].csv"):
        street_files.write(tmp_path / name, [GOOD])
        assert counted(police.read(tmp_path / name)) == {("Anytown", "Burglary"): 1}


def test_the_database_reads_its_folder_alone_and_cannot_be_opened(tmp_path: Path) -> None:
    from duckdb import InvalidInputException, PermissionException

    own, other = (street_files.write(tmp_path / name / "a.csv", [GOOD]) for name in ("own", "other"))
    with closing(connected(own.parent)) as database:
        assert len(database.execute("FROM read_csv(?)", [str(own)]).fetchall()) == 1
        with pytest.raises(PermissionException):
            database.execute("FROM read_csv(?)", [str(other)])
        with pytest.raises(InvalidInputException):
            database.execute("SET memory_limit = '8GB'")


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.csv").touch()
    told = problems(tmp_path / "folder", tmp_path / "nowhere.csv", tmp_path / "empty.csv")
    assert "empty.csv:1:1: the file is empty" in told
    assert '"folder" has no street file' in told
    assert 'there is no file or folder "nowhere.csv"' in told
    assert problems().startswith("no street file is named")


def test_without_duckdb_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'path/to/csp_docs\[data\]'"):
        police.read(street_files.write(tmp_path / "a.csv", [GOOD]))


def test_importing_the_room_loads_no_database() -> None:
    code = "import sys, csp_docs.data; print('duckdb' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize("name", ["harborough", "north_west_leicestershire"])
def test_real_files_are_counted_as_python_counts_them(name: str, shared: Path) -> None:
    path = shared / "data" / f"police_uk_street_2019-01_{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    figures = police.read(path)
    ((_, kinds),) = figures.counts.items()
    ((_, areas),) = figures.areas.items()
    assert {kind: sum(n) for kind, n in kinds.items()} == Counter(row["Crime type"] for row in rows)
    by_area = Counter((row["LSOA code"], row["LSOA name"], row["Crime type"]) for row in rows)
    assert {(a.code, a.name, kind): a.count for kind, found in areas.items() for a in found} == by_area
