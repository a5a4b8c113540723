"""The areas (LSOAs) of a district among those of a GeoJSON file, for maps: the file may be that of a county."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from csp_docs.data.figures import lacking
from csp_docs.data.street.rows import district_of
from csp_docs.errors import Code, LoadError, Problem, keeping
from csp_docs.model.values import file_name
from csp_docs.reading.areas import Area, read_areas
from csp_docs.reading.folder import Folder
from csp_docs.records import record


@record
class Shapes:
    """A GeoJSON file as a document names it, its properties with the areas' codes and names, and its ``areas``.

    ``findings`` are about what is left out of the file.
    """

    file: str
    key: str
    name: str
    areas: tuple[Area, ...]
    findings: tuple[Problem, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """The names of the areas by their codes."""
        return {area.key: area.name for area in self.areas}


def read(file: str, key: str = "", name: str = "", folder: Path = Path()) -> Shapes:
    """Return the areas of a GeoJSON file, which a document in ``folder`` names ``file``.

    ``key`` is the property that has their codes; without it, their id is used. ``name`` is the property with their
    names; without it, the one that has the names of the street files. Areas without a code are left out, as they can
    only be of other districts. Raises LoadError.
    """
    named, findings = file_name(file), list[Problem]()
    with keeping(findings):
        areas = read_areas(named, Folder(folder, folder), findings, key=key, name=name, some=True)
    return Shapes(file, key, name, areas, tuple(findings))


def of_district(shapes: Shapes, district: str, known: Mapping[str, str]) -> Shapes:
    """Return the areas of a district: those ``known`` from street files by code and name, and others named after it.

    Raises LoadError if known areas are missing, or if the names are not found.
    """
    hint = "they may be those of another year"
    if not shapes.names.keys() & known.keys():
        hint = _where_codes_are(shapes, known)
    if problems := [*lacking(known, shapes.names, f'"{shapes.file}" lacks', district, hint)]:
        raise LoadError(problems)
    named = shapes if shapes.name else _named(shapes, known)
    own = tuple(area for area in named.areas if area.key in known or district_of(area.name) == district)
    if nameless := [area.key for area in own if not area.name]:
        fact = f'"{shapes.file}" does not name an area of {district} where crime was recorded: {nameless[0]}'
        raise LoadError([Problem(Code.NO_PROPERTY, fact, "fill in its name, or choose another property of the areas")])
    return evolve(named, areas=own)


def _where_codes_are(shapes: Shapes, known: Mapping[str, str]) -> str:
    """Return which property has the codes of the street files, or what the file has in their place."""
    properties = {
        name
        for area in shapes.areas
        for name, value in area.properties.items()
        if isinstance(value, str) and value in known
    }
    if properties:
        found = min(properties)
        return (
            f'the codes are in the property "{found}": name it (`--shapes-key {found}`, `shapes.read(file, "{found}")`)'
        )
    return f'it has an area "{shapes.areas[0].key[:40]}": they may be areas of another year, or of another place'


def _named(shapes: Shapes, known: Mapping[str, str]) -> Shapes:
    """Return the areas with the names of the property that has those of the street files. Raises LoadError."""
    called = [(area.properties, known[area.key]) for area in shapes.areas if area.key in known]
    properties = sorted(called[0][0])
    for candidate in properties:
        if all(given.get(candidate) == name for given, name in called):
            areas = (evolve(area, name=str(area.properties.get(candidate, ""))) for area in shapes.areas)
            return evolve(shapes, name=candidate, areas=tuple(areas))
    hint = f"say which property has their names (`--shapes-name`): {', '.join(properties) or 'the file has none'}"
    raise LoadError(
        [Problem(Code.NO_PROPERTY, f'"{shapes.file}" does not name the areas as the street files do', hint)]
    )
