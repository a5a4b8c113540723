"""The house keeps its shape. Which room may import which is checked by import-linter, in pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from types import ModuleType

import grimp
import pytest

import csp_docs
from csp_docs import builders
from csp_docs.documents.kinds import KINDS
from csp_docs.model import CouncilDocument
from csp_docs.model.reach import classes_in

PACKAGE = Path(csp_docs.__file__).parent
MOST_ROOMS, MOST_FILES_OF_A_ROOM = 24, 16
MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40


def test_importing_the_package_loads_no_reader_and_no_writer() -> None:
    code = "import sys, csp_docs; print(sorted({'docx', 'jinja2', 'markdown_it', 'reportlab'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_public_names_are_listed_and_no_others() -> None:
    hidden = {"TYPE_CHECKING", "annotations"}
    loaded = {n for n, v in vars(csp_docs).items() if not n.startswith("_") and not isinstance(v, ModuleType)}
    assert loaded - hidden <= set(csp_docs.__all__)
    assert sorted(csp_docs.__all__) == csp_docs.__all__


def test_no_room_has_the_name_of_a_public_function() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir()}  # Python would put the room in the function's place
    assert rooms & set(csp_docs.__all__) == set()


def test_the_public_names_are_those_that_type_checkers_see() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    ours = (
        node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and str(node.module).startswith("csp_docs")
    )
    assert {alias.name for node in ours for alias in node.names} | {"__version__"} == set(csp_docs.__all__)


def test_all_that_a_document_is_made_of_is_public() -> None:
    classes = frozenset[type]().union(*map(classes_in, KINDS.values())) - {CouncilDocument}
    assert {cls.__name__ for cls in classes} <= set(csp_docs.__all__)
    assert {name for name in builders.__all__ if not name.endswith("Builder")} <= set(csp_docs.__all__)
    assert {f"{cls.__name__}Builder" for cls in KINDS.values()} <= set(builders.__all__)


@pytest.mark.parametrize("name", csp_docs.__all__)
def test_a_public_name_is_documented(name: str) -> None:
    assert getattr(csp_docs, name).__doc__


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports inside functions count; those for annotations alone do not: the types of the block tree are a circle."""
    graph = grimp.build_graph("csp_docs", exclude_type_checking_imports=True)
    TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}).prepare()


def test_rooms_stay_small() -> None:
    rooms = {str(path.parent.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py")} - {"model", "drawing"}
    assert [
        room for room in sorted(rooms - {"."}) if len(list((PACKAGE / room).glob("*.py"))) > MOST_FILES_OF_A_ROOM
    ] == []
    top = {path.name for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert len(top) <= MOST_ROOMS


def test_files_and_functions_stay_short() -> None:
    assert list(_long_ones()) == []


OPENS_FILES = {
    "council/shipped.py", "documents/skeletons.py", "output/sites.py", "output/whole.py",  # what is shipped or written
    "reading/source.py", "data/street/rows.py", "data/street/sources.py",  # what the user names on the command line
    "writers/pdf/file/metadata.py", "writers/pdf/type/fonts.py",  # colours and fonts, shipped too
    "writers/html/page/looks.py", "writers/html/site/search.py",  # style sheets and scripts, shipped too
    "reading/folder.py", "comparing/files.py",
}  # fmt: skip
"""The modules that open files. A file that a document names is opened by ``reading.folder`` alone."""


def test_a_file_that_a_document_names_is_opened_in_one_place() -> None:
    assert sorted(set(_opening()) - OPENS_FILES) == []


def _opening() -> Iterator[str]:
    """Yield the modules that call what opens a file: ``open``, or the like of a path, of Pillow's or of a folder."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {
                "open", "read_bytes", "read_text", "PngImageFile", "JpegImageFile",
            } and not _in_memory(node):  # fmt: skip
                yield path.relative_to(PACKAGE).as_posix()


def _in_memory(call: ast.Call) -> bool:
    """Tell whether what is read is there already, a text (``documents.load.read_text``) or bytes, or a page begins."""
    if isinstance(call.func, ast.Name) and call.func.id == "read_text":
        return True
    return any("BytesIO" in ast.unparse(part) for part in call.args) or (
        isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in {"self", "writer.pages"}
    )


def _long_ones() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if source.count("\n") > MOST_LINES_OF_A_FILE:
            yield str(path)
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef) and _length(node) > MOST_LINES_OF_A_FUNCTION:
                yield f"{path}:{node.lineno}: {node.name} has {_length(node)} lines"


def _length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1
