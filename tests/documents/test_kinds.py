"""What the types of the model say of every kind of document, without any list of their fields."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, get_args

import pytest
from attrs import field, fields, frozen

from csp_docs.api import load, loads
from csp_docs.documents import kinds
from csp_docs.documents.kinds import KINDS, body_keys
from csp_docs.errors import LoadError
from csp_docs.model import CouncilDocument, Figure, Measure, Picture, ScrutinyReport
from csp_docs.model.content import ContentItem, content_items
from csp_docs.model.reach import classes_in, types_of
from csp_docs.model.values import FileName, Markdown, path
from csp_docs.reading.blocks import BLOCKS
from csp_docs.reading.folder import Folder
from csp_docs.reading.pictures import read_picture

ALL = sorted(frozenset[type]().union(*map(classes_in, KINDS.values())), key=lambda cls: cls.__name__)


@frozen
class Panel:
    """A side of a leaflet."""

    content: tuple[ContentItem, ...] = field(default=(), converter=content_items)
    id: str = ""


@frozen(kw_only=True)
class Leaflet(CouncilDocument):
    """A kind of document that nobody has heard of."""

    kind: ClassVar[str] = "leaflet"

    poster: Picture | None = None
    panels: dict[str, Panel] = field(factory=dict)
    counted: dict[str, Measure] = field(factory=dict)
    forgotten: Markdown = ""


LEAFLET = """\
kind: leaflet
title: Stay safe
council: {council: {name: Anytown Council}}
poster: {file: ../secret.png, decorative: yes}
panels:
  front:
    id: one
    content:
      - figure: {file: none.png, alt: A}
      - grid: [{title: T, content: [{figure: {file: /etc/passwd, alt: A}}]}]
  back:
    id: one
    content:
      - map: {areas: ../secret.json, values: {A: 1}}
      - chart: {type: bar, data: ../secret.csv}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a leaflet, with secrets next to it, where leaflets are a kind of document."""
    monkeypatch.setitem(kinds.KINDS, "leaflet", Leaflet)
    for name in ("secret.png", "secret.json", "secret.csv"):
        (tmp_path / name).write_text("secret")
    (tmp_path / "papers").mkdir()
    return tmp_path / "papers"


def test_the_files_and_ids_of_a_new_kind_are_judged_without_a_list_of_its_fields(folder: Path) -> None:
    (folder / "leaflet.yaml").write_text(LEAFLET)
    with pytest.raises(LoadError) as caught:
        load(folder / "leaflet.yaml")
    said = [(problem.origin and problem.origin.line, problem.fact) for problem in caught.value.problems]
    assert said == [
        (4, 'the file "../secret.png" is outside the document\'s folder'),
        (9, 'there is no file "none.png"'),
        (10, '"/etc/passwd" is an absolute path'),
        (12, 'the id "one" is given twice'),
        (14, 'the file "../secret.json" is outside the document\'s folder'),
        (15, 'the file "../secret.csv" is outside the document\'s folder'),
    ]


def test_a_file_whose_field_does_not_say_so_is_no_way_out_of_the_folder(folder: Path) -> None:
    head = "".join(LEAFLET.splitlines(keepends=True)[:3])
    (folder / "leaflet.yaml").write_text(f"{head}forgotten: ../secret.png\n")
    leaflet = load(folder / "leaflet.yaml")
    assert isinstance(leaflet, Leaflet)
    with pytest.raises(LoadError, match=r"leaflet\.yaml:4:12: .* is outside the document's folder"):
        read_picture(leaflet.forgotten, Folder.of(leaflet.forgotten), (460, 500))


def test_the_parts_of_a_mapping_are_found() -> None:
    leaflet = Leaflet(title="T", council="x", counted={"a": Measure("Burglary", 12, id="b")})
    assert [measure.id for measure in leaflet.defined_measures] == ["b"]


@pytest.mark.parametrize("cls", ALL, ids=lambda cls: cls.__name__)
def test_a_field_that_takes_a_path_is_the_name_of_a_file(cls: type) -> None:
    for part in fields(cls):
        if part.converter is path:
            assert types_of(cls)[part.name] == FileName


@pytest.mark.parametrize("cls", KINDS.values(), ids=list(KINDS))
def test_all_that_may_have_an_id_stands_in_the_body(cls: type[CouncilDocument]) -> None:
    for name, kind in types_of(cls).items():
        below = {inner for inner in classes_in(kind) if "id" in types_of(inner)}
        assert bool(below) is (name in body_keys(cls))
        assert (Figure in below) <= (name in body_keys(cls))


def test_every_block_has_one_name_in_the_format() -> None:
    blocks = set(get_args(ContentItem)) - {Markdown}
    assert set(BLOCKS.values()) == blocks
    assert len(BLOCKS) == len(blocks)
    assert blocks <= set(ALL)


SCRUTINY = (
    "kind: scrutiny_report\ncouncil: harborough\ntitle: T\nreport_number: 2\noutcomes_sought: [x]\n"
    "meeting: {body: P, date: 2026-03-10}\n"
)


@pytest.mark.parametrize("kind", ["", "kind: highlight_report, "])
def test_a_highlight_report_inside_another_may_say_its_kind(kind: str) -> None:
    document = loads(f"{SCRUTINY}highlight_reports: [{{{kind}title: A, position: [x]}}]")
    assert isinstance(document, ScrutinyReport)
    assert [report.title for report in document.highlight_reports] == ["A"]


@pytest.mark.parametrize("kind", ["plan", "highlight_reports", "[plan]", "no"])
def test_only_its_own_kind(kind: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(f"{SCRUTINY}highlight_reports: [{{title: A, kind: {kind}, position: [x]}}]")
    (found,) = caught.value.problems
    assert found.fact.startswith("only the kind highlight_report can be here, not ")
    assert found.path == "highlight_reports[0].kind"


def test_a_kind_next_to_the_keys_of_an_appendix() -> None:
    with pytest.raises(LoadError) as caught:
        loads(f"{SCRUTINY}appendices: [{{title: A, kind: plan, content: [x]}}]")
    assert caught.value.problems[0].hint.startswith('write it below "document", as document: {kind: …}; ')
