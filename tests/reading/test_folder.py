"""The only way to a file that a document names."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from csp_docs import load, loads
from csp_docs.errors import Code, CspDocsError, LoadError, Located, Origin
from csp_docs.output.checked import checked
from csp_docs.reading.folder import Folder, noted, state_of


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Return the folder of a document, with a file inside and one outside."""
    folder = tmp_path / "papers"
    (folder / "in").mkdir(parents=True)
    (folder / "in/map.png").write_bytes(b"inside")
    (tmp_path / "secret.png").write_bytes(b"outside")
    return folder


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../secret.png", "is outside the document's folder"),
        ("in/../../secret.png", "is outside the document's folder"),
        ("link.png", "is outside the document's folder"),
        ("linked/secret.png", "is outside the document's folder"),
        ("/etc/hostname", "is an absolute path"),
        ("C:\\map.png", "is an absolute path"),
        ("\\\\server\\map.png", "is an absolute path"),
        ("none.png", 'there is no file "none.png"'),
        ("in", 'there is no file "in"'),
        ("a\0b", "cannot be found"),
        ("x" * 5000, "cannot be found"),
    ],
)
def test_no_other_file_is_ever_opened(papers: Path, name: str, said: str) -> None:
    (papers / "link.png").symlink_to("../secret.png")
    (papers / "linked").symlink_to("..")
    written = Located.at(name, Origin(str(papers / "plan.yaml"), 3, 9))
    folder = Folder.of(written)
    problem = folder.problem(written)
    assert problem
    assert said in problem.fact
    assert problem.origin == written.origin
    for reading in (folder.read, folder.open):
        with pytest.raises(LoadError) as caught:
            reading(written)
        assert caught.value.problems == (problem,)


def test_a_name_is_seen_from_the_file_that_gives_it(papers: Path) -> None:
    for file, name in (("plan.yaml", "in/map.png"), ("in/inner.yaml", "map.png"), ("in/inner.yaml", "../in/map.png")):
        written = Located.at(name, Origin(str(papers / file), 1, 1, within=str(papers)))
        assert Folder.of(written).read(written) == b"inside"
        assert Folder.of(written).read(written, most=3) == b"insi"


def test_a_file_of_no_document_holds_files_in_its_own_folder(papers: Path) -> None:
    (papers / "map.png").touch()
    written = Located.at("../map.png", Origin(str(papers / "in/inner.yaml"), 1, 1))
    assert "is outside" in str(Folder.of(written).problem(written))


def test_a_script_may_name_any_file(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(papers)
    assert Folder.of("in/map.png").read("in/map.png") == b"inside"
    for name in ("../secret.png", str(papers.parent / "secret.png")):
        assert Folder.of(name).read(name) == b"outside"
    assert f'relative to the folder "{papers}"' in str(Folder.of("none.png").problem("none.png"))


def named(name: str, *, within: str = "", given_in: str = "") -> Located:
    return Located.at(name, Origin(path="file", within=within, given_in=given_in))


def test_a_name_of_a_script_is_seen_from_the_folder_that_it_says(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(papers.parent)
    given = named("map.png", within=str(papers / "in"), given_in=str(papers))
    assert Folder.of(given).read(given) == b"inside"
    (papers / "map.png").write_bytes(b"another")
    assert Folder.of(given).read(given) == b"inside"
    (papers / "in/map.png").unlink()
    assert "there is no file" in str(Folder.of(given).problem(given))


def test_without_one_it_is_seen_from_where_it_runs_or_where_it_was_given(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(papers.parent)
    given = named("map.png", given_in=str(papers / "in"))
    assert Folder.of(given).read(given) == b"inside"
    (papers.parent / "map.png").write_bytes(b"another")
    problem = Folder.of(given).problem(given)
    assert problem
    assert problem.code is Code.TWO_FILES
    assert problem.hint == "name it by its absolute path, or say which folder is meant: save(…, folder=…)"


@pytest.mark.parametrize("name", ["", "document.yaml", "sub/plan.yaml"])
def test_a_yaml_text_stays_in_its_folder_whatever_it_is_called(
    name: str, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(papers)
    for file in ("../secret.png", str(papers.parent / "secret.png")):
        text = "kind: plan\ntitle: T\ncouncil: harborough\nsections:\n- content:\n  - figure: {file: %s, alt: It}\n"
        with pytest.raises(LoadError) as caught:
            loads(text % file, name)
        assert {problem.code for problem in caught.value.problems} == {Code.FILE_OUTSIDE}


def test_the_files_that_a_document_is_read_from_are_noted_with_those_that_are_missing(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("Offence,Number\nBurglary,12\n", encoding="utf-8")
    (tmp_path / "anytown.yaml").write_text("council: {name: Anytown}\n", encoding="utf-8")
    (tmp_path / "inner.yaml").write_text("kind: plan\ntitle: Inner\n", encoding="utf-8")
    document = tmp_path / "plan.yaml"
    document.write_text(
        "kind: plan\ncouncil: anytown.yaml\ntitle: T\nsections:\n  - title: S\n    content:\n"
        "      - table: {caption: C, data: rows.csv}\n      - figure: {file: none.png, alt: A}\n"
        "appendices:\n  - {title: I, document: inner.yaml}\n",
        encoding="utf-8",
    )
    with noted() as files, suppress(CspDocsError):
        checked(load(document))
    there = {path.name: state is not None for path, state in files.items()}
    assert there == dict.fromkeys(("plan.yaml", "rows.csv", "anytown.yaml", "inner.yaml"), True) | {"none.png": False}


def test_the_state_of_a_file_changes_with_its_content(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    before = [state_of(file)]
    for content in ("a", "ab"):
        file.write_text(content, encoding="utf-8")
        assert state_of(file) not in before
        before.append(state_of(file))
