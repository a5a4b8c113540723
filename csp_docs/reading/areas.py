"""Areas from a GeoJSON file (RFC 7946), in longitude and latitude. Everything in the file is checked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, NoReturn, TypeAlias

from attrs import field

from csp_docs.errors import Code, CspDocsError, LoadError, Origin, Problem, did_you_mean, errors_in, listed, origin_of
from csp_docs.model.numbers import as_written
from csp_docs.reading.faults import first_of, found, load_error, shortened
from csp_docs.reading.folder import Folder
from csp_docs.reading.source import text_of
from csp_docs.records import record
from csp_docs.text.characters import clean

Position: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees."""
Polygon: TypeAlias = tuple[tuple[Position, ...], ...]
"""Rings of positions: the outline, then the holes in it."""

MOST_BYTES = 50 * 2**20
MOST_AREAS = 2_000
"""With more, readers cannot tell them apart on a page."""
_FEWEST_POSITIONS = 3
_SAVE = "save the areas as GeoJSON again, from the program that they come from"
_WGS_84 = "save it in longitude and latitude (WGS 84, EPSG:4326), not in National Grid eastings and northings"


@record
class Area:
    """An area: its key in the data, the name that is printed, and its polygons.

    ``properties`` are all its properties in the file.
    """

    key: str
    name: str
    polygons: tuple[Polygon, ...]
    properties: Mapping[str, Any] = field(factory=dict, eq=False, repr=False)


class _FeatureError(CspDocsError):
    """What is wrong with one feature."""

    def __init__(self, fact: str, hint: str, at: object = None) -> None:
        self.fact, self.hint, self.at = fact, hint, at
        super().__init__([Problem(Code.WRONG_AREA, fact, hint, origin_of(at))])


def read_areas(
    file: str,
    folder: Folder,
    findings: list[Problem],
    *,
    key: str = "",
    name: str = "",
    some: bool = False,
    content: bytes | None = None,
) -> tuple[Area, ...]:
    """Return the areas of a GeoJSON file, which is named as seen from ``folder``; messages count its features from 1.

    ``key`` and ``name`` are the properties that name an area in the data and in print. The defaults are the feature's
    id and the key. If only ``some`` of them are shown, those without a key are left out, and the name of an area may be
    empty. If the ``content`` is given, ``file`` is only what messages call it. Warnings about what is left out of the
    file are added to ``findings``. Raises LoadError with the problems of all features.
    """
    tree = _parsed(file, folder, findings) if content is None else _of_content(content, file, findings)
    features = _features(tree, file)
    _judge_properties(features, file, key, name)
    areas, problems, first = list[Area](), list[Problem](), dict[str, int]()
    for number, feature in enumerate(features, 1):
        if some and not _given(feature, key):
            continue
        try:
            areas.append(_area(feature, key, None if some and name and not _given(feature, name) else name, findings))
            _judge_key(areas[-1].key, number, first)
        except _FeatureError as fault:
            fact = f"{file}, feature {number}: {fault.fact}"
            problems.append(Problem(Code.WRONG_AREA, fact, fault.hint, origin_of(fault.at) or origin_of(file)))
    if problems:
        raise LoadError(first_of(problems, len(problems), "problems"))
    if not areas:
        what = f'the property "{shortened(key)}"' if key else "an id"
        _stop(Code.NO_PROPERTY, f"{file}: no area has a text in {what}", "choose another property", key or file)
    return tuple(areas)


def _parsed(file: str, folder: Folder, findings: list[Problem]) -> Any:
    """Return the JSON of a file as Python values. Raises LoadError."""
    content, path = folder.read(file, most=MOST_BYTES), str(folder.path(file))
    if len(content) > MOST_BYTES:
        fact = f'"{file}" is larger than {MOST_BYTES >> 20} MiB'
        _stop(Code.FILE_TOO_LARGE, fact, "keep only the areas that are shown, or simplify them", file)
    return _json(text_of(content, path, findings), file, path)


def _of_content(content: bytes, file: str, findings: list[Problem]) -> Any:
    """Return the JSON that a script gives. Raises LoadError."""
    return _json(text_of(content, file, findings), file)


def _json(text: str, file: str, path: str = "") -> Any:
    """Return the JSON of a text, of the file at ``path`` if it has one, as Python values. Raises LoadError."""
    try:
        return json.loads(text, parse_constant=_no_number, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        place = Origin(path, error.lineno, error.colno) if path else origin_of(file)
        raise LoadError([Problem(Code.NOT_GEOJSON, f"the file is not JSON: {error.msg}", _SAVE, place)]) from None
    except (ValueError, RecursionError) as error:
        fact = "its brackets are nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise LoadError([Problem(Code.NOT_GEOJSON, f"{file}: {fact}", _SAVE, origin_of(file))]) from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        name, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise ValueError(f'"{shortened(name)}" is given twice in one object')
    return members


def _features(tree: Any, file: str) -> list[Any]:
    kind = tree.get("type") if isinstance(tree, Mapping) else None
    if kind != "FeatureCollection" or not isinstance(tree.get("features"), list):
        shown = f'"{shortened(str(kind))}"' if kind else found(tree)
        wanted = "have a list of features" if kind == "FeatureCollection" else f"be a FeatureCollection, not {shown}"
        _stop(
            Code.NOT_GEOJSON,
            f"{file}: the file must {wanted}",
            "save the areas as one layer of GeoJSON",
            file,
        )
    features: list[Any] = tree["features"]
    if not features:
        _stop(Code.NOT_GEOJSON, f"{file}: there are no areas in the file", _SAVE, file)
    if len(features) > MOST_AREAS:
        fact = f"{file}: there are {len(features):,} areas in the file; the most is {MOST_AREAS:,}"
        _stop(Code.FILE_TOO_LARGE, fact, "keep only the areas that are shown", file)
    return features


def _judge_properties(features: list[Any], file: str, key: str, name: str) -> None:
    """Refuse a property that no feature has, and a file that needs ``key``. Raises LoadError."""
    known = sorted({name for feature in features for name in _properties(feature)})
    problems = [
        Problem(Code.NO_PROPERTY, f'{file}: no area has the property "{shortened(wanted)}"',
                did_you_mean(wanted, known, "properties"), origin_of(wanted) or origin_of(file))
        for wanted in (key, name) if wanted and wanted not in known
    ]  # fmt: skip
    if not key and not any(isinstance(feature, Mapping) and "id" in feature for feature in features):
        hint = f"name the property that identifies an area with `key` (`--shapes-key` of the command): {listed(known)}"
        problems.append(Problem(Code.NO_PROPERTY, f"{file}: the areas have no id", hint, origin_of(file)))
    if problems:
        raise LoadError(problems)


def _properties(feature: Any) -> Mapping[str, Any]:
    properties = feature.get("properties") if isinstance(feature, Mapping) else None
    return properties if isinstance(properties, Mapping) else {}


def _given(feature: Any, name: str) -> bool:
    """Tell whether a feature says something in a property; without its name, whether it has an id."""
    value = _properties(feature).get(name) if name else isinstance(feature, Mapping) and feature.get("id")
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _area(feature: Any, key: str, name: str | None, findings: list[Problem]) -> Area:
    """Return one feature as an area, which has no name if ``name`` is None. Raises _FeatureError."""
    if not isinstance(feature, Mapping) or feature.get("type") != "Feature":
        raise _FeatureError("it is not a feature", _SAVE)
    properties = _properties(feature)
    given, what = (properties.get(key), f'property "{key}"') if key else (feature.get("id"), "id")
    called = _text(given, what, key or None, findings)
    printed = _text(properties.get(name), f'property "{name}"', name, findings) if name else called
    return Area(called, "" if name is None else printed, _polygons(feature.get("geometry")), properties)


def _judge_key(key: str, number: int, first: dict[str, int]) -> None:
    """Refuse a key that an earlier feature has; ``first`` has the feature of each key. Raises _FeatureError."""
    if first.setdefault(key, number) != number:
        raise _FeatureError(f'"{shortened(key)}" is also feature {first[key]}', "join the two into one feature")


def _text(value: Any, what: str, at: object, findings: list[Problem]) -> str:
    """Return a value as the words that are printed; a whole number has no ``.0``."""
    if isinstance(value, float):
        value = as_written(value, rounds=True)
    written = "" if value is None or isinstance(value, bool | list | dict) else " ".join(str(value).split())
    text, left_out = clean(written)
    for damage in errors_in(left_out):
        raise _FeatureError(damage.fact, damage.hint)
    findings += left_out
    if not text:
        raise _FeatureError(f"the {what} is empty", "fill it in, or choose another property", at)
    return text


def _polygons(geometry: Any) -> tuple[Polygon, ...]:
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    match kind:
        case "Polygon":
            return (_polygon(geometry.get("coordinates")),)
        case "MultiPolygon":
            return tuple(map(_polygon, _list(geometry.get("coordinates"))))
    shown = f'the geometry "{shortened(str(kind))}"' if kind else "no geometry"
    raise _FeatureError(f"it must be a Polygon or a MultiPolygon, but has {shown}", "keep only the areas")


def _polygon(coordinates: Any) -> Polygon:
    return tuple(_ring(ring) for ring in _list(coordinates))


def _ring(positions: Any) -> tuple[Position, ...]:
    ring = tuple(map(_position, _list(positions)))
    if len(set(ring)) < _FEWEST_POSITIONS:
        raise _FeatureError("a ring has fewer than three corners", "repair the geometry, and save it again")
    return ring


def _position(value: Any) -> Position:
    """Return longitude and latitude; a height after them is ignored."""
    match value:
        case [longitude, latitude, *_] if wrong := [at for at in (longitude, latitude) if _is_word(at)]:
            raise _FeatureError(
                f"a position must have numbers of degrees, not {shortened(json.dumps(wrong[0]))}", _SAVE
            )
        case [int() | float() as longitude, int() | float() as latitude, *_]:
            if -180 <= longitude <= 180 and -90 <= latitude <= 90:
                return float(longitude), float(latitude)
            raise _FeatureError(f"{shortened(f'{longitude}, {latitude}')} is not a longitude and latitude", _WGS_84)
    raise _FeatureError(f"a position must be a longitude and a latitude, not {found(value)}", _SAVE)


def _is_word(value: object) -> bool:
    """Tell whether a JSON value is a text, true, false or null."""
    return value is None or isinstance(value, str | bool)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        shown = "an empty list" if value == [] else found(value)
        raise _FeatureError(f"coordinates must be a list of values, not {shown}", _SAVE)
    return value


def _stop(code: Code, fact: str, hint: str, at: object) -> NoReturn:
    raise load_error(code, fact, hint, at)
