"""What an author sees in an editor with the YAML language server: what may be written, what it means, what is wrong.

Needs ``npm install --global yaml-language-server``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from csp_docs.documents.schema.shipped import COUNCIL, first_line, next_to
from csp_docs.model import Status
from csp_docs.model.reach import types_of
from csp_docs.model.registers import Action
from csp_docs.reading.blocks import BLOCKS
from tests.schema.cases import BASES, RIGHT, WRONG, changed
from tests.schema.server import Server, command

PROGRAM = command()
pytestmark = pytest.mark.skipif(not PROGRAM, reason="needs yaml-language-server")
HERE = "§"
"""Where the author is."""
ACTION = "sections:\n  - title: A\n    content:\n      - actions:\n          - action: Light them\n            §\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    for kind in BASES:
        for file, content in next_to(folder / "any.yaml", kind).items():
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with Server(str(PROGRAM), folder) as server:
        yield server


def shown(server: Server, folder: Path, kind: str, text: str) -> tuple[Path, int, int]:
    """Show a file to the server, and return it with the line and the column where the author is."""
    whole = f"{first_line(kind)}\n{text}"
    before = whole.partition(HERE)[0]
    file = folder / f"{len(list(folder.iterdir()))}.yaml"
    file.write_text(whole.replace(HERE, ""), encoding="utf-8")
    server.show(file)
    return file, before.count("\n"), len(before.rpartition("\n")[2])


def completed(server: Server, folder: Path, text: str, kind: str = "cabinet_report") -> dict[str, str]:
    return server.completions(*shown(server, folder, kind, BASES[kind] + text))


def test_keys_of_a_document_are_completed_with_the_words_of_the_docs(server: Server, folder: Path) -> None:
    found = completed(server, folder, "§\n")
    assert found["wards"].startswith("The wards affected.")
    assert {"purpose", "options", "appendices"} < found.keys()
    assert not {"title", "priorities", "highlight_reports"} & found.keys()


def test_blocks_are_completed(server: Server, folder: Path) -> None:
    found = completed(server, folder, "sections:\n  - title: A\n    content:\n      - §\n")
    assert found.keys() >= BLOCKS.keys()
    assert found["chart"].startswith("A chart, drawn from numbers.")


def test_keys_of_an_action_are_completed_and_no_others(server: Server, folder: Path) -> None:
    assert completed(server, folder, ACTION).keys() == types_of(Action).keys() - {"action"}


def test_words_to_choose_from_are_completed(server: Server, folder: Path) -> None:
    assert completed(server, folder, "status: §\n").keys() == {status.value for status in Status}
    assert {"docx", "pdf"} < completed(server, folder, "files:\n  - §\n", COUNCIL).keys()


@pytest.mark.parametrize(
    ("kind", "text", "offered"),
    [
        (COUNCIL, "layouts:\n  cabinet_report:\n    cover:\n      - field: §\n", {"title", "wards", "meeting.date"}),
        (COUNCIL, "layouts:\n  cabinet_report:\n    parts:\n      - §\n", {"sections", "field", "label"}),
        (COUNCIL, "extends: §\n", {"default", "harborough"}),
        ("cabinet_report", "implications:\n  §\n", {"legal", "financial"}),
    ],
)
def test_names_that_are_known_are_offered(
    server: Server, folder: Path, kind: str, text: str, offered: set[str]
) -> None:
    assert offered <= completed(server, folder, text, kind).keys()


def test_a_misspelt_key_of_a_table_is_named_with_the_key_that_it_may_be(server: Server, folder: Path) -> None:
    table = "sections:\n  - content:\n      - table:\n          colums: [A]\n          rows: [[b]]\n"
    file, _, _ = shown(server, folder, "cabinet_report", BASES["cabinet_report"] + table)
    said = [message for _, message in server.faults(file)]
    assert any("colums" in message for message in said)
    assert not any('"data"' in message for message in said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("access:\n  exe§mpt: [3]\n  reason: It names prices.\n", "The paragraphs of the Schedule that applies"),
        (
            "sections:\n  - title: A\n    content:\n      - fac§ts: {A: b}\n",
            "A table with two columns",
        ),
        ("key_decision: {finan§cial: yes}\n", "The test of money"),
    ],
)
def test_a_key_is_explained_where_the_mouse_is(server: Server, folder: Path, text: str, said: str) -> None:
    assert said in server.hover(*shown(server, folder, "cabinet_report", BASES["cabinet_report"] + text))


@pytest.mark.parametrize("kind", BASES)
def test_right_files_have_no_marks_and_wrong_files_have_some(server: Server, folder: Path, kind: str) -> None:
    right, wrong = (
        {change: shown(server, folder, kind, changed(kind, change))[0] for change in changes[kind]}
        for changes in (RIGHT, WRONG)
    )
    assert [change for change, file in right.items() if server.faults(file)] == []
    assert [change for change, file in wrong.items() if not server.faults(file)] == []
