"""A template is read once for each content, and again when its file has changed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from csp_docs.council import template as templates
from csp_docs.council.template import read_council
from csp_docs.errors import TemplateError
from csp_docs.model import CouncilDocument, Plan
from csp_docs.reading.structure import structure


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[type]:
    """The classes that are read from trees from now on."""
    read: list[type] = []

    def counted(value: object, cls: type, *, language: str) -> object:
        read.append(cls)
        return structure(value, cls, language=language)

    monkeypatch.setattr(templates, "structure", counted)
    templates._merged.cache_clear()
    return read


def report(council: str | dict[str, object]) -> CouncilDocument:
    return Plan(title="A plan", council=council, period="2024-2027")


def written(folder: Path, name: str) -> CouncilDocument:
    file = folder / "own.yaml"
    file.write_text(f"extends: default\ncouncil: {{name: {name}}}\n", encoding="utf-8")
    return report(str(file))


def test_a_template_is_read_once(readings: list[type]) -> None:
    found = [read_council(report("harborough"))[0] for _ in range(3)]
    assert len(readings) == 1
    assert found[0] is found[1] is found[2]


def test_eight_threads_read_the_same(readings: list[type]) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: read_council(report("harborough"))[0], range(40)))
    assert all(one == found[0] for one in found)
    assert len(readings) <= 8


def test_a_file_that_has_changed_is_read_again(readings: list[type], tmp_path: Path) -> None:
    names = [read_council(written(tmp_path, name))[0].council.name for name in ("Ayton", "Beeton", "Ayton")]
    assert names == ["Ayton", "Beeton", "Ayton"]
    assert len(readings) == 2


def test_keys_that_have_changed_are_read_again(readings: list[type]) -> None:
    council: dict[str, object] = {"council": {"name": "Ayton"}}
    given = report(council)
    assert read_council(given)[0].council.name == "Ayton"
    council["council"] = {"name": "Beeton"}
    assert read_council(given)[0].council.name == "Beeton"


def test_a_logo_that_is_added_is_seen(readings: list[type], tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("council: {name: Ayton, logo: crest.png}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match="there is no file"):
        read_council(report(str(file)))
    (tmp_path / "crest.png").write_bytes(b"")
    assert read_council(report(str(file)))[0].council.logo.file == "crest.png"
    (tmp_path / "crest.png").unlink()
    with pytest.raises(TemplateError, match="there is no file"):
        read_council(report(str(file)))
