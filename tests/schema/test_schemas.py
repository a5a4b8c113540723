"""Schemas judge files as ``csp-docs check`` does, as far as a schema can, and have the words of the docs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as judge
from click.testing import CliRunner, Result

from csp_docs import Severity, check, load
from csp_docs.cli import main
from csp_docs.council.shipped import shipped
from csp_docs.council.template import CouncilTemplate
from csp_docs.documents.kinds import KINDS
from csp_docs.documents.schema import shipped as schemas
from csp_docs.documents.schema.explained import PAGES, PLACES
from csp_docs.documents.schema.files import files
from csp_docs.documents.schema.words import tables_of
from csp_docs.errors import CspDocsError
from csp_docs.model.reach import classes_in
from csp_docs.reading.csv.filled import MeasureColumns
from csp_docs.reading.tree import read
from tests.schema.cases import BASES, RIGHT, WRONG, changed
from tests.schema.judged import faults_by_schema

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def written(folder: Path, kind: str, changes: list[str], word: str) -> dict[Path, str]:
    found = {folder / f"{word}-{number:03}.yaml": change for number, change in enumerate(changes)}
    for file, change in found.items():
        file.write_text(changed(kind, change), encoding="utf-8")
    return found


def is_right(file: Path, kind: str) -> bool:
    """Tell whether ``csp-docs check`` has no error; of a template, in a document that uses it."""
    if kind == schemas.COUNCIL:
        template, file = file, file.parent / "paper.yaml"
        file.write_text(f"kind: plan\ncouncil: {template.name}\ntitle: Plan\nperiod: 2026-2029\n")
    try:
        found = check(load(file))
    except CspDocsError as error:
        found = list(error.problems)
    return not [finding for finding in found if finding.severity is Severity.ERROR]


def test_there_are_one_hundred_files_and_more() -> None:
    assert sum(map(len, RIGHT.values())) + sum(map(len, WRONG.values())) >= 100


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", BASES)
def test_a_schema_judges_right_and_wrong_files_as_check_does(kind: str, tmp_path: Path) -> None:
    right = written(tmp_path, kind, RIGHT[kind], "right")
    wrong = written(tmp_path, kind, WRONG[kind], "wrong")
    refused = faults_by_schema(kind, [*right, *wrong])
    assert {change: refused[file.name] for file, change in right.items() if file.name in refused} == {}
    assert [change for file, change in wrong.items() if file.name not in refused] == []
    assert [change for file, change in right.items() if not is_right(file, kind)] == []
    assert [change for file, change in wrong.items() if is_right(file, kind)] == []


def test_examples_skeletons_and_templates_are_right() -> None:
    papers = [*(ROOT / "examples").glob("*.yaml"), *shipped("documents").glob("*.yaml")]
    kinds = {file: str(read(file)["kind"]) for file in papers}
    for name in schemas.names():
        ours = [file for file, kind in kinds.items() if kind == name] or [*shipped("councils").glob("*.yaml")]
        assert faults_by_schema(name, ours) == {}


def test_the_schemas_are_those_of_the_model_and_the_docs() -> None:
    """``make schemas`` writes them."""
    made = files(DOCS)
    assert {f"{name}{schemas.ENDING}": schemas.content(name) for name in schemas.names()} == made
    assert files(DOCS) == made


def test_the_schemas_are_schemas() -> None:
    names = [str(shipped("schemas") / f"{name}{schemas.ENDING}") for name in schemas.names()]
    result = CliRunner().invoke(judge, ["--check-metaschema", *names], catch_exceptions=False)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("name", schemas.names())
def test_each_key_is_explained_in_the_words_of_the_docs(name: str) -> None:
    schema = yaml.safe_load(schemas.content(name))
    keys = [*keys_of("", {part: value for part, value in schema.items() if part != "definitions"})]
    keys += [key for part, value in schema["definitions"].items() for key in keys_of(part, value)]
    assert len(keys) > 100
    assert [where for where, part in keys if not part.get("description")] == []


def test_each_class_with_keys_has_its_tables_in_the_docs() -> None:
    tables = [table for page in PAGES for table in tables_of(DOCS / page)]
    places = {f"{table.heading}/{table.head}" for table in tables} | {table.heading for table in tables}
    assert {place for found in PLACES.values() for place in found} - places == set()
    whole = [found for cls in (*KINDS.values(), CouncilTemplate, MeasureColumns) for found in classes_in(cls) | {cls}]
    assert PLACES.keys() - {base.__name__ for cls in whole for base in cls.__mro__} == set()


def keys_of(place: str, schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each key that authors can write, with its place in the schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from keys_of(place, part)
    elif isinstance(schema, dict):
        for name, part in schema.get("properties", {}).items():
            if "if" not in place:
                yield f"{place}.{name}", part
            yield from keys_of(f"{place}.{name}", part)
        for name, part in schema.items():
            if name not in ("properties", "if"):
                yield from keys_of(place, part)


def test_the_command_prints_a_schema_and_lists_all() -> None:
    assert run("schema").stdout.split() == [*schemas.names()]
    assert run("schema", "plan").stdout_bytes == schemas.content("plan")


def test_an_unknown_schema_is_reported_with_the_nearest_one() -> None:
    result = run("schema", "plam")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "CSP867" in result.stderr
    assert 'did you mean "plan"?' in result.stderr


def test_the_schema_is_written_where_the_first_line_of_a_file_says(tmp_path: Path) -> None:
    paper = tmp_path / "plan.yaml"
    result = run("schema", "plan", "--next-to", str(paper))
    assert result.stdout == f"{schemas.first_line('plan')}\n"
    named = result.stdout.strip().rpartition("$schema=")[2]
    assert (tmp_path / named).read_bytes() == schemas.content("plan")


def test_next_to_needs_a_name_and_a_folder(tmp_path: Path) -> None:
    paper = tmp_path / "nowhere" / "paper.yaml"
    without = run("schema", "--next-to", str(paper))
    assert (without.exit_code, without.stdout) == (2, "")
    assert "Error: --next-to needs the name of a schema: csp-docs schema plan --next-to plan.yaml" in without.stderr
    result = run("schema", "plan", "--next-to", str(paper))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{paper.parent}: No such file or directory [CSP908]\n"
    assert list(tmp_path.iterdir()) == []
