"""Areas from GeoJSON: how they are called, and what is told of files that hold none that can be drawn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from csp_docs.errors import LoadError, Located, Origin
from csp_docs.reading import areas
from csp_docs.reading.areas import Area, read_areas
from csp_docs.reading.folder import Folder
from tests.map_sample import AREAS, collection, square
from tests.uncoded import uncoded

RING = ((0.0, 50.0), (1.0, 50.0), (1.0, 51.0), (0.0, 51.0), (0.0, 50.0))


def read(folder: Path, text: str | bytes, key: str = "", name: str = "") -> tuple[Area, ...]:
    path = folder / "areas.geojson"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_areas(path.name, Folder(path.parent, path.parent), [], key=key, name=name)


def told(folder: Path, text: str | bytes, key: str = "", name: str = "") -> str:
    with pytest.raises(LoadError) as error:
        read(folder, text, key, name)
    return uncoded(error.value).replace(f"{folder}/", "")


def shaped(kind: str, coordinates: Any) -> str:
    return collection(square(0, 50, geometry={"type": kind, "coordinates": coordinates}))


def test_an_area_is_called_by_its_id_or_by_the_properties_that_are_named(tmp_path: Path) -> None:
    text = collection(square(0, 50, properties={"code": 7.0, "name": " Market\n Place "}))
    assert read(tmp_path, text) == (Area("A", "A", ((RING,),)),)
    assert read(tmp_path, text, "code", "name") == (Area("7", "Market Place", ((RING,),)),)


def test_holes_and_several_parts_and_heights_are_read(tmp_path: Path) -> None:
    outer, inner = square(0, 50, 9), square(1, 51)
    hole = [[x, y, 120.5] for x, y in inner["geometry"]["coordinates"][0]]
    [area] = read(tmp_path, shaped("MultiPolygon", [[outer["geometry"]["coordinates"][0], hole], [hole]]))
    assert [len(polygon) for polygon in area.polygons] == [2, 1]
    assert area.polygons[0][1] == area.polygons[1][0] == ((1, 51), (2, 51), (2, 52), (1, 52), (1, 51))


def test_the_example_is_read() -> None:
    folder = Folder(AREAS.parent, AREAS.parent)
    found = {area.name: area for area in read_areas(AREAS.name, folder, [], key="code", name="name")}
    assert len(found) == 12
    assert (len(found["Mill Lane"].polygons[0]), len(found["Bridge Farm"].polygons)) == (2, 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"type": "FeatureCollection",\n "features": [}', "areas.geojson:2:15: the file is not JSON"),
        (b'{"type": "\xe9"}', "the byte 0xE9 is not UTF-8"),
        ("[" * 100_000, "its brackets are nested too deeply"),
        ('{"type": "A", "type": "B"}', '"type" is given twice in one object'),
        (shaped("Polygon", [[[0, float("nan")]]]), "NaN is not a number"),
        (shaped("Polygon", [[[0, float("-inf")]]]), "-Infinity is not a number"),
        (shaped("Polygon", [[[0, 50], [1, 50], ["1e999", 51]]]).replace('"1e999"', "1e999"),
         "feature 1: inf, 51 is not a longitude and latitude"),
        ("[1]", "the file must be a FeatureCollection, not a list"),
        (json.dumps(square(0, 50)), 'the file must be a FeatureCollection, not "Feature"'),
        ('{"type": "FeatureCollection"}', 'the file must have a list of features'),
        (collection(), "there are no areas in the file"),
        (collection(square(0, 50), "x"), "areas.geojson, feature 2: it is not a feature"),
        (collection(square(0, 50, geometry=None)), "it must be a Polygon or a MultiPolygon, but has no geometry"),
        (shaped("Point", [0, 50]), 'it must be a Polygon or a MultiPolygon, but has the geometry "Point"'),
        (shaped("Polygon", [[[0, 50], [1, 50], [0, 50]]]), "a ring has fewer than three corners"),
        (shaped("Polygon", []), "coordinates must be a list of values, not an empty list"),
        (shaped("Polygon", [[[0, "50"]]]), 'feature 1: a position must have numbers of degrees, not "50"'),
        (shaped("Polygon", [[[True, 50]]]), "feature 1: a position must have numbers of degrees, not true"),
        (shaped("Polygon", [[[0]]]), "feature 1: a position must be a longitude and a latitude, not a list"),
        (shaped("MultiPolygon", [[[0, 50], [1, 50], [1, 51]]]), "must be a longitude and a latitude, not 0 (int)"),
        (collection(square(443_000, 315_000)), "443000, 315000 is not a longitude and latitude\n"
         "  hint: save it in longitude and latitude (WGS 84, EPSG:4326), not in National Grid eastings and northings"),
        (collection(square(0, 50), square(1, 50)), 'feature 2: "A" is also feature 1'),
        (collection(square(0, 50), square(1, 50, id=None)), "feature 2: the id is empty"),
        (collection(square(0, 50, id="A\0")), "U+0000"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_told(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert said in told(tmp_path, text)


def test_features_without_an_id_need_a_key(tmp_path: Path) -> None:
    feature = square(0, 50, properties={"LSOA21CD": "E1", "LSOA21NM": "Market"})
    del feature["id"]
    hint = "hint: name the property that identifies an area with `key` (`--shapes-key` of the command): LSOA21CD, LSOA"
    assert hint in told(tmp_path, collection(feature))
    message = told(tmp_path, collection(feature), "LSOA21", "LSOA21NAME")
    assert 'no area has the property "LSOA21"\n  hint: did you mean "LSOA21NM"?' in message
    assert 'no area has the property "LSOA21NAME"' in message


def test_all_features_are_judged_and_the_first_of_many_told_with_the_line_of_the_key(tmp_path: Path) -> None:
    key = Located.at("code", Origin("plan.yaml", 9, 3))
    features = [square(n, 50, properties={"code": "x"} if n == 0 else {}) for n in range(30)]
    message = told(tmp_path, collection(*features), key)
    assert message.count("plan.yaml:9:3: areas.geojson, feature ") == 10
    assert "19 more problems of the same kind" in message


def test_files_that_are_too_large_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(areas, "MOST_AREAS", 1)
    assert "there are 2 areas in the file; the most is 1" in told(
        tmp_path, collection(square(0, 50), square(1, 50, id="B"))
    )
    monkeypatch.setattr(areas, "MOST_BYTES", 100)
    assert "is larger than 0 MiB" in told(tmp_path, collection(square(0, 50)))
