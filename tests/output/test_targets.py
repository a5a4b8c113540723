"""Documents are saved to files by their names and to files that are open, in every format."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from csp_docs import CspDocsError, Plan, Section, Table, councils, dumps, kinds, load, loads, plan, render, save
from csp_docs.council.files import names
from csp_docs.documents.kinds import KINDS
from csp_docs.model.choices import FormatName
from csp_docs.output.formats import FORMATS, YAML
from tests.small import small_report

FORMAT_NAMES: tuple[FormatName, ...] = get_args(FormatName)


def test_the_formats_that_a_script_can_choose_are_all_that_there_are() -> None:
    assert {*FORMAT_NAMES} == {*FORMATS, YAML}


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_a_document_gives_the_same_bytes_at_every_door(name: FormatName, tmp_path: Path) -> None:
    document = small_report(sections=[Section("Crime", [Table(["Area", "Offences"], [["Ashby", "12"]])])])
    stream, ending = io.BytesIO(), FORMATS[name].ending if name in FORMATS else f".{name}"
    [written] = save(document, tmp_path / f"a{ending}")
    assert save(document, stream, format=name) == ()
    with (tmp_path / "open").open("wb") as file:
        save(document, file, tmp_path / "b.tmp", format=name)
    found = [
        written.read_bytes(),
        stream.getvalue(),
        (tmp_path / "open").read_bytes(),
        (tmp_path / "b.tmp").read_bytes(),
    ]
    assert {*found, render(document, name), document.to_bytes(name)} == {found[0]}


def test_a_builder_is_saved_as_the_document_that_it_makes(tmp_path: Path) -> None:
    builder = plan("Safer Anytown", council="harborough").section("Aims", "Fewer people are hurt.")
    builder.save(tmp_path / "plan.yaml", tmp_path / "plan.yml", tmp_path / "plan.pdf")
    assert load(tmp_path / "plan.yaml") == load(tmp_path / "plan.yml") == builder.build() == loads(dumps(builder))
    assert builder.to_bytes("pdf") == (tmp_path / "plan.pdf").read_bytes()


def opened(file: Path) -> Any:
    return file.open("w", encoding="utf-8")


WRONG: list[tuple[str, Callable[[Path], Any], str]] = [
    ("no format", lambda _: save(small_report(), io.BytesIO()), "does not say its format"),
    ("text", lambda folder: save(small_report(), opened(folder / "open.txt"), format="pdf"), "takes text"),
    ("ending", lambda folder: save(small_report(), folder / "a.odt"), "does not end with a known format"),
    ("name", lambda folder: save(small_report(), folder / "a.pdf", format="odt"), 'no format "odt"'),  # type: ignore[arg-type]
    ("nothing", lambda _: save(small_report()), "no file to write to is named"),
    ("not a file", lambda _: save(small_report(), 5), "must be a text or a path"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("saving", "said"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_wrong_target_is_reported_and_nothing_is_written(
    saving: Callable[[Path], Any], said: str, tmp_path: Path
) -> None:
    with pytest.raises(CspDocsError, match=said):
        saving(tmp_path)
    assert [file.name for file in tmp_path.iterdir() if file.name != "open.txt"] == []


def test_yaml_and_pages_are_written_together_or_not_at_all(tmp_path: Path) -> None:
    unfinished = small_report(recommendations=[])
    with pytest.raises(CspDocsError, match="no recommendations"):
        save(unfinished, tmp_path / "a.yaml", tmp_path / "a.pdf")
    assert [*tmp_path.iterdir()] == []
    save(unfinished, tmp_path / "a.yaml")  # a draft can be kept before it can be printed
    (tmp_path / "b.yaml").mkdir()
    before = (tmp_path / "a.yaml").read_bytes()
    with pytest.raises(CspDocsError, match="cannot be written"):
        save(small_report(title="Another"), tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert (tmp_path / "a.yaml").read_bytes() == before


def test_the_file_of_a_document_is_replaced_by_its_yaml_and_by_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("kind: plan\ncouncil: harborough\ntitle: T  # mine\n")
    document = load(tmp_path / "plan.yaml")
    with pytest.raises(CspDocsError, match="was not changed"):
        save(document, tmp_path / "plan.yaml", format="pdf")
    save(document, tmp_path / "plan.yaml")
    assert (tmp_path / "plan.yaml").read_text().endswith("# mine\n")


def test_kinds_and_councils_are_lists_of_ones_own() -> None:
    assert kinds() == KINDS
    assert kinds()["plan"] is Plan
    assert councils() == names()
    kinds().clear()
    assert kinds() == KINDS
