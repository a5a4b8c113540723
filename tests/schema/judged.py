"""What check-jsonschema finds in files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from check_jsonschema import main
from click.testing import CliRunner

from csp_docs.council.shipped import shipped
from csp_docs.documents.schema.shipped import ENDING


def faults_by_schema(name: str, files: Iterable[Path]) -> dict[str, list[str]]:
    """Return the messages about each file that a schema refuses, by the names of the files."""
    schema = str(shipped("schemas") / f"{name}{ENDING}")
    arguments = ["--output-format", "json", "--schemafile", schema, *map(str, files)]
    said = json.loads(CliRunner().invoke(main, arguments, catch_exceptions=False).stdout)
    assert not said.get("parse_errors"), said
    found: dict[str, list[str]] = {}
    for one in said["errors"]:
        found.setdefault(Path(one["filename"]).name, []).append(f"{one['path']}: {one['message']}")
    return found
