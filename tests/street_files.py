"""Made-up street files, in the form of data.police.uk."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

HEADER = (
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name",
    "Crime type", "Last outcome category", "Context",
)  # fmt: skip
TYPES = {"Anti-social behaviour": 30, "Burglary": 9, "Robbery": 1, "Violence and sexual offences": 40}
DISTRICTS = {"Anytown": 1, "St. Mary's, Isle of": 2, "Otherton": 3}
POPULATION = 1_500
Row = tuple[str, ...]


def row(month: str, area: str, kind: str, code: str = "E01000001", crime_id: str = "") -> Row:
    place = ("-1.0", "52.6", "On or near Brook Lane, The Green")
    return (crime_id, month, "Anytown Police", "Anytown Police", *place, code, area, kind, "", "")


def months(first: str, count: int) -> list[str]:
    year, month = map(int, first.split("-"))
    return [f"{year + at // 12}-{at % 12 + 1:02}" for at in range(month - 1, month - 1 + count)]


def rows_of(month: str) -> Iterator[Row]:
    """The rows of a month: five areas for each district, whose numbers rise and fall from one to the next."""
    chance = Random(month)
    for district, size in DISTRICTS.items():
        for kind, often in TYPES.items():
            for _ in range(chance.randint(often * size // 2, often * size)):
                number = min(chance.randint(1, 5), chance.randint(1, 5))
                yield row(month, f"{district} {number:03}A", kind, f"E0100{size}{number:03}", str(chance.random()))
    yield row(month, "", "Burglary", "")  # without a place


def write(path: Path, rows: list[Row], header: Row = HEADER) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
    return path


def folder(path: Path, first: str = "2018-02", count: int = 26) -> Path:
    """Write street files as data.police.uk unpacks them: a folder for each month."""
    for month in months(first, count):
        write(path / month / f"{month}-anytown-street.csv", list(rows_of(month)))
        write(path / month / f"{month}-anytown-outcomes.csv", [], ("Crime ID", "Outcome type"))
    return path


def shapes(path: Path) -> Path:
    """Write the areas of all districts, squares in rows, as GeoJSON; a sixth one of each has no crime."""
    corners = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)]
    features = [
        {
            "type": "Feature",
            "properties": {
                "FID": size * number,
                "LSOA21CD": f"E0100{size}{number:03}",
                "LSOA21NM": f"{district} {number:03}A",
            },
            "geometry": {
                "type": "Polygon",
                "coordinates": [[(x - 1 + number / 100, y + 52 + size / 100) for x, y in corners]],
            },
        }
        for district, size in DISTRICTS.items()
        for number in range(1, 7)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def populations(path: Path) -> Path:
    rows: list[tuple[str, ...]] = [
        (f"E0100{size}{number:03}", f"{district} {number:03}A", str(POPULATION * number))
        for district, size in DISTRICTS.items()
        for number in range(1, 7)
    ]
    return write(path, rows, ("LSOA code", "LSOA name", "Population"))
