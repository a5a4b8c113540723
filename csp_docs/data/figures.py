"""What was counted in street files, by district, type of crime and month."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from attrs import field

from csp_docs.data.months import compared, latest_year, name
from csp_docs.errors import Code, Problem, did_you_mean
from csp_docs.model import Month
from csp_docs.records import record

ANTI_SOCIAL = "Anti-social behaviour"
"""The type that is recorded as incidents: it is not crime, and not part of all crime."""


_FIRST = 5
"""Areas that a message lists: if one is missing, many may be."""


@record
class Area:
    """A lower layer super output area (LSOA), and what was counted in it in the latest year."""

    name: str
    code: str
    count: int


@record
class Figures:
    """Counts of street files, whose ``months`` follow each other without a gap.

    ``counts`` has a number for each month by district (the LSOA's name without its last part) and type. ``areas`` are
    those of the latest year, the highest count first. ``unplaced`` are rows without an LSOA, for each month by type:
    they belong to no district. ``same_rows`` are the same as an earlier one in every column.
    """

    months: tuple[Month, ...]
    counts: Mapping[str, Mapping[str, tuple[int, ...]]]
    areas: Mapping[str, Mapping[str, tuple[Area, ...]]]
    unplaced: Mapping[str, tuple[int, ...]] = field(factory=dict)
    same_rows: int = 0

    @property
    def year(self) -> tuple[Month, ...]:
        """The latest year: the last twelve months, or all if there are fewer."""
        return latest_year(self.months)

    @property
    def compared(self) -> int:
        """How many of the latest year's months, counted from the last, have the same month of the year before."""
        return compared(self.months)

    def types(self, districts: Iterable[str]) -> list[str]:
        """Return the types that were counted in districts, in alphabetical order."""
        return sorted({kind for district in districts for kind in self.counts[district]})

    def by_month(self, district: str, kind: str) -> tuple[int, ...]:
        """Return the counts of a type in a district, one for each month."""
        return self.counts[district].get(kind, (0,) * len(self.months))

    def without_place(self, kind: str) -> tuple[int, ...]:
        """Return the rows of a type that name no place, one number for each month."""
        return self.unplaced.get(kind, (0,) * len(self.months))

    def everywhere(self, kind: str) -> tuple[int, ...]:
        """Return all rows of a type, with and without a place, one number for each month."""
        placed = (self.by_month(district, kind) for district in self.counts)
        return tuple(map(sum, zip(self.without_place(kind), *placed, strict=True)))

    def total(self, district: str, kind: str) -> int:
        """Return the count of a type in a district in the latest year."""
        return sum(self.by_month(district, kind)[-len(self.year) :])

    def all_crime(self, district: str) -> int:
        """Return the count of all crime in a district in the latest year: without anti-social behaviour."""
        return sum(self.total(district, kind) for kind in self.counts[district] if kind != ANTI_SOCIAL)

    def places(self, district: str) -> dict[str, str]:
        """Return the names of the areas of a district by code, if anything was recorded in the latest year."""
        return {area.code: area.name for found in self.areas.get(district, {}).values() for area in found}

    def problems(self, districts: Iterable[str]) -> Iterable[Problem]:
        """Yield what is wrong with the districts that are asked for: one that is unknown, or lacks a month."""
        for district in dict.fromkeys(districts):
            if district not in self.counts:
                yield Problem(
                    Code.NOT_IN_FILES,
                    f'the files have no district "{district[:60]}"',
                    did_you_mean(district, self.counts, "districts"),
                )
                continue
            sums = map(sum, zip(*self.counts[district].values(), strict=True))
            empty = [name(month) for month, total in zip(self.months, sums, strict=True) if not total]
            if empty:
                hint = "add the file of its police force for each month, or leave the earlier months out"
                yield Problem(Code.NOT_IN_FILES, f'the files have no rows for "{district}" in {", ".join(empty)}', hint)


def lacking(wanted: Iterable[str], held: Container[str], fact: str, district: str, hint: str) -> Iterable[Problem]:
    """Yield a problem if areas with crime are not among those that are ``held``; ``fact`` begins it."""
    codes = [code for code in sorted(set(wanted)) if code not in held]
    if codes:
        count = "an area" if len(codes) == 1 else f"{len(codes):,} areas"
        more = f" and {len(codes) - _FIRST:,} more" if len(codes) > _FIRST else ""
        first = ", ".join(codes[:_FIRST])
        yield Problem(
            Code.FIGURES_MISSING, f"{fact} {count} of {district} where crime was recorded: {first}{more}", hint
        )


def unknown_types(types: Iterable[str], known: Iterable[str]) -> list[Problem]:
    """Return a problem for each type of crime that the files do not have."""
    found = list(known)
    unknown = [kind for kind in types if kind not in found]
    return [
        Problem(Code.NOT_IN_FILES, f'the files have no crime type "{kind[:60]}"', did_you_mean(kind, found))
        for kind in unknown
    ]
