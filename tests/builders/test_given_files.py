"""Wherever a script can name a file, it can give its content, and any path; relative names are seen from ``folder``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from attrs import fields

from csp_docs import (
    AreaMap,
    Code,
    CspDocsError,
    Figure,
    Picture,
    Signatory,
    check,
    plan,
    render,
)
from csp_docs.documents.kinds import KINDS
from csp_docs.model import CouncilDocument
from csp_docs.model.reach import classes_in, types_of
from csp_docs.model.values import FileName, PictureFile
from tests.map_sample import AREAS
from tests.test_docs import ROOT

BARS = ROOT / "tests" / "pictures" / "bars.png"
VALUES = {f"N{number:02}": number for number in range(1, 13)}
Made = Callable[[Any], CouncilDocument]


def start() -> Any:
    return plan("P", council={"council": {"name": "Anytown"}}).section("S", "Words.")


def mapped(areas: Any) -> CouncilDocument:
    shown = AreaMap(areas, VALUES, key="code", name="name", caption="Map")
    document: CouncilDocument = start().section("M", shown).build()
    return document


GIVEN: dict[tuple[type, str], tuple[Path, Made]] = {
    (Figure, "file"): (BARS, lambda file: start().section("F", Figure(file=file, alt="Bars")).build()),
    (Picture, "file"): (
        BARS,
        lambda file: (
            start().foreword("Words.", signed_by=Signatory(name="A. Green", portrait=Picture(file, "Her"))).build()
        ),
    ),
    (AreaMap, "areas"): (AREAS, mapped),
}
each_field = pytest.mark.parametrize(("file", "made"), GIVEN.values(), ids=[f"{c.__name__}.{n}" for c, n in GIVEN])


def _file_fields() -> Iterator[tuple[type, str]]:
    for cls in frozenset[type]().union(*map(classes_in, KINDS.values())):
        for field in fields(cls):
            if types_of(cls)[field.name] in (FileName, PictureFile):
                yield cls, field.name


def test_the_table_has_each_field_that_names_a_file() -> None:
    assert set(_file_fields()) == set(GIVEN)


@each_field
def test_a_file_may_be_given_in_every_way(file: Path, made: Made, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    shown = render(made(file), "html")
    assert render(made(str(file)), "html") == shown
    assert render(made(file.read_bytes()), "html") == shown
    assert render(made(file.name), "html", folder=file.parent) == shown
    assert [found.code for found in check(made(file.name))] == [Code.FILE_NOT_FOUND]


@each_field
def test_content_that_cannot_be_read_is_named_by_its_own_key(file: Path, made: Made) -> None:
    [found, *_] = check(made(b"no such content"))
    assert found.path.rpartition(".")[2] in ("file", "areas")


@each_field
def test_content_cannot_be_written_as_yaml(file: Path, made: Made) -> None:
    with pytest.raises(CspDocsError, match=f"this is given as its {len(file.read_bytes()):,} bytes") as caught:
        render(made(file.read_bytes()), "yaml")
    assert caught.value.problems[0].code is Code.NOT_FOR_YAML


class Frame:
    """A frame of geopandas, as far as https://gist.github.com/sgillies/2217756 says."""

    def __init__(self, features: Any) -> None:
        self.__geo_interface__ = features


def test_areas_may_be_objects() -> None:
    features = json.loads(AREAS.read_text(encoding="utf-8"))
    for feature in features["features"]:
        feature["properties"]["size"] = np.float64(1.5)
    shown = render(mapped(AREAS), "html")
    assert render(mapped(features), "html") == shown
    assert render(mapped(Frame(features)), "html") == shown
    assert mapped(features) == mapped(Frame(features))


@pytest.mark.parametrize("areas", [31, None, [AREAS], {"features": {1, 2}}], ids=["31", "None", "list", "set"])
def test_what_is_not_geojson_is_refused(areas: Any) -> None:
    with pytest.raises(CspDocsError):
        render(mapped(areas), "html")


@pytest.mark.parametrize("key", ["council", "logo"])
def test_a_council_may_be_any_file_too(key: str, tmp_path: Path, monkeypatch: Any) -> None:
    house = tmp_path / "house.yaml"
    house.write_text("extends: default\ncouncil: {name: Anytown}\n", encoding="utf-8")
    monkeypatch.chdir(ROOT)
    if key == "council":
        for given in (house, str(house)):
            assert check(plan("P", council=given).section("S", "W.")) == []
        assert check(plan("P", council="house.yaml").section("S", "W."), folder=tmp_path) == []
        return
    for logo, folder in ((str(BARS), ""), (BARS.name, BARS.parent)):
        assert (
            check(plan("P", council={"council": {"name": "A", "logo": logo}}).section("S", "W."), folder=folder) == []
        )
