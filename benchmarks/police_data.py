"""How long it takes to read street files, and in how much memory: police_data.py [ROWS] (the default is 5,000,000).

Makes a street file of made-up rows in a temporary folder: 36 months, 350 districts of 100 areas, 14 types of crime.
Reads it unpacked and as a zip, each in its own process, and prints seconds and the largest resident memory.
"""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context"
)
TYPES = (
    "Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime",
    "Other theft", "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person",
    "Vehicle crime", "Violence and sexual offences",
)  # fmt: skip
MONTHS = [f"{year}-{month:02}" for year in (2017, 2018, 2019) for month in range(1, 13)]
LETTERS = "ABCDEFGHIJKLMNOPQRST"
DISTRICTS = [f"Borough {a}{b}" for a in LETTERS for b in LETTERS][:350]
AREAS = [(f"E{1_000_000 + at:08}", f"{DISTRICTS[at // 100]} {at % 100 + 1:03}A") for at in range(35_000)]
READ = """
import resource, sys, time
from csp_docs.data import police
begun = time.perf_counter()
figures = police.read(sys.argv[1])
took, peak = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
every = (figures.unplaced, *figures.counts.values())
rows = sum(sum(n) for types in every for n in types.values())
print(f"{rows:,} rows: {took:.1f} s, {peak} MiB at most")
"""


def lines(count: int) -> Iterator[str]:
    """Yield the lines of a street file."""
    chance = random.Random(2019)  # noqa: S311 (these are figures, not secrets)
    yield HEADER
    for _ in range(count):
        code, area = chance.choice(AREAS)
        yield (
            f"{chance.getrandbits(256):064x},{chance.choice(MONTHS)},Made-up Police,Made-up Police,-0.937025,52.617262,"
            f"On or near Brook Lane,{code},{area},{chance.choice(TYPES)},Investigation complete; no suspect identified,"
        )


def main(count: int) -> None:
    """Print the time and memory that both ways take."""
    with TemporaryDirectory() as folder:
        plain, packed = Path(folder, "made-up-street.csv"), Path(folder, "made-up.zip")
        with plain.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines(count))
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.write(plain, plain.name)
        for path in (plain, packed):
            size = path.stat().st_size // 2**20
            read = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=True)
            print(f"{path.suffix}, {size} MiB: {read.stdout.strip()}")


if __name__ == "__main__":
    main(int(sys.argv[1].replace(",", "")) if sys.argv[1:] else 5_000_000)
