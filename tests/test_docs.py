"""The code in README.md and docs/ works as it is, and links between the pages lead somewhere.

A page is one story: its blocks run in order, in one folder that holds the examples. Python blocks share their names; a
YAML block must load, on its own if it begins with ``kind:``, otherwise inside a small document of a kind that has its
keys (what no kind has, such as a council template, is not tried); the lines of a shell block that call ``csp-docs`` are
run, the others are not. A block whose first line is a comment with a file name (``# report.yaml``), or that has one
after its language (``csv crime.csv``), is written to that file.
"""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import fields, frozen
from click.testing import CliRunner
from markdown_it import MarkdownIt

from csp_docs.api import loads, numbered
from csp_docs.blocks.walk import texts
from csp_docs.cli import main
from csp_docs.council.template import CouncilTemplate
from csp_docs.documents.kinds import KINDS
from csp_docs.model import Report
from csp_docs.model.reach import classes_in
from csp_docs.reading.blocks import BLOCKS
from csp_docs.reading.shapes import TEXTS
from csp_docs.reading.tree import parse

ROOT = Path(__file__).parents[1]
PAGES_ON_CODE = [ROOT / "CONTRIBUTING.md", ROOT / "docs/architecture.md"]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md"))]
FILE_NAME = re.compile(r"# ([\w/-]+\.(?:py|yaml))$", re.MULTILINE)
EXTRAS = re.compile(r"(?:csp_docs|\.)\[([a-z,]+)\]'|to_install\('(\w+)'\)")
KIND = re.compile(r"^kind:", re.MULTILINE)
COUNCIL, TITLE = "council: harborough\n", "title: T\n"
MEETING = "meeting: {body: Cabinet, date: 2024-03-01}\n"
NEEDED = {
    kind: {"kind": f"kind: {kind}\n", "council": COUNCIL, "title": TITLE}
    | ({"meeting": MEETING} if issubclass(cls, Report) else {})
    for kind, cls in KINDS.items()
}
"""The lines without which a document of each kind does not load."""


@frozen
class CodeBlock:
    language: str
    code: str
    file: str
    place: str
    line: int

    def write(self, folder: Path = Path()) -> Path:
        """Write the file that the block gives into a folder, and return it."""
        file = folder / self.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.code, encoding="utf-8")
        return file

    def run(self, names: dict[str, Any]) -> None:
        if self.file:
            self.write()
        match self.language:
            case "python":
                padding = "\n" * self.line
                exec(compile(padding + self.code, self.place, "exec"), names)
            case "yaml":
                for document in _documents(self.code):
                    loads(document, self.place)
            case "sh" | "bash" | "console":
                for command in re.findall(r"^(?:\$ )?csp-docs (.*)$", self.code, re.MULTILINE):
                    _call(command)


def _documents(code: str) -> Iterator[str]:
    """Yield a complete document as it is; keys alone inside the first kind that has them all."""
    if KIND.search(code):
        yield code
        return
    tree, _ = parse(code, "keys.yaml")
    for kind, cls in KINDS.items():
        if tree.keys() <= {field.name for field in fields(cls)}:
            yield code + "".join(line for key, line in NEEDED[kind].items() if key not in tree)
            return


def yaml_documents(page: Path) -> list[str]:
    """Return the YAML documents of a page; the other files that it gives are written."""
    found: list[str] = []
    for block in code_blocks(page):
        if block.file:
            block.write()
        found += _documents(block.code) if block.language == "yaml" else ()
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_code_of_a_page_works(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in code_blocks(page):
        try:
            block.run(names)
        except Exception as error:
            error.add_note(f"in the code at {page.name}:{block.line}")
            raise


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_links_of_a_page_lead_to_files_and_headings(page: Path) -> None:
    assert [link for link in _links(page) if not _leads_somewhere(link, page)] == []


def test_the_format_explains_every_block_and_every_kind() -> None:
    format_page, councils = (
        (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("format.md", "councils.md")
    )
    assert set(re.findall(r"^\| `(\w+)` \|", format_page, re.MULTILINE)) >= BLOCKS.keys()
    titles = {kind: kind.replace("_", " ") for kind in KINDS}
    assert [kind for kind in KINDS if f"\n## {titles[kind].capitalize()}\n" not in format_page] == []
    assert [kind for kind in KINDS if f" {titles[kind]} is laid out\n" not in councils] == []
    assert [kind for kind in KINDS if f"`{kind}`" not in format_page] == []


DESCRIBED = {
    **{name: ("format.md", kind) for name, kind in KINDS.items()},
    **{f"the block {name}": ("format.md", kind) for name, kind in BLOCKS.items()},
    "council template": ("councils.md", CouncilTemplate),
}


@pytest.mark.parametrize(("page", "whole"), DESCRIBED.values(), ids=DESCRIBED)
def test_every_key_is_on_the_page_of_the_format(page: str, whole: type) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    words = {word for code in re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL) for word in re.findall(r"\w+", code)}
    kinds = [kind for kind in classes_in(whole) - {*TEXTS} if len(fields(kind)) > 1]  # one key alone is not written
    keys = {field.metadata.get("in_file", field.name) for kind in kinds for field in fields(kind) if field.init}
    assert keys - words == set()


def _links(page: Path) -> Iterator[str]:
    for token in MarkdownIt().parse(page.read_text(encoding="utf-8")):
        for child in token.children or ():
            if child.type == "link_open" and "://" not in str(child.attrs["href"]):
                yield str(child.attrs["href"])


def _leads_somewhere(link: str, page: Path) -> bool:
    path, _, heading = link.partition("#")
    target = page.parent / path if path else page
    return target.exists() and (not heading or heading in _headings(target))


def _headings(page: Path) -> set[str]:
    """Return the names that a page's headings have in links."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    titles = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def code_blocks(page: Path) -> Iterator[CodeBlock]:
    for token in MarkdownIt().parse(page.read_text(encoding="utf-8")):
        if token.type == "fence" and token.map:
            language, _, file = token.info.partition(" ")
            name = FILE_NAME.match(token.content)
            yield CodeBlock(language, token.content, name[1] if name else file, page.name, token.map[0] + 1)


def _call(command: str) -> None:
    result = CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)
    assert result.exit_code == 0, f"csp-docs {command}: {result.output}"


ARCHITECTURE = ROOT / "docs/architecture.md"
ROOM = re.compile(r"^\| `(csp_docs/[\w/]*)` \| .* \| (.*) \|$", re.MULTILINE)
LINK = re.compile(r"\]\(([\w.]+)")
KEY = re.compile(r"`(\w+):")
PATH = re.compile(r"`([\w./-]+(?:/|\.(?:py|toml|md|yaml)))`")


def test_every_room_is_on_the_page_of_the_architecture_with_modules_that_there_are() -> None:
    page = ARCHITECTURE.read_text(encoding="utf-8")
    rooms = {f"{file.parent.relative_to(ROOT)}/" for file in (ROOT / "csp_docs").rglob("__init__.py")}
    named = {room: re.findall(r"`(\w+)`", modules) for room, modules in ROOM.findall(page)}
    assert named.keys() == rooms
    modules = [ROOT / room / f"{module}.py" for room, names in named.items() for module in names]
    assert [str(module) for module in modules if not module.exists()] == []


def test_the_floors_on_the_page_of_the_architecture_are_those_that_are_held() -> None:
    first, *_ = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert "\n".join(["```text", *first["layers"], "```"]) in ARCHITECTURE.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES_ON_CODE, ids=lambda page: page.name)
def test_the_paths_that_a_page_names_are_there(page: Path) -> None:
    paths = [path for path in PATH.findall(page.read_text(encoding="utf-8")) if "KIND" not in path]
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_tests_that_the_guide_for_contributors_names_are_there() -> None:
    named = re.findall(r"`(test_\w+)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    tests = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name in named if f"def {name}(" not in tests] == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs/internals").glob("*.md")), ids=lambda page: page.name)
def test_what_a_page_on_internals_names_is_in_the_file_that_it_links_to(page: Path) -> None:
    linked = re.findall(r"\]\(([^)]+\.py)\)((?:, `\w+`)+)", page.read_text(encoding="utf-8"))
    named = [(page.parent / file, name) for file, names in linked for name in re.findall(r"\w+", names)]
    assert [(str(file), name) for file, name in named if name not in file.read_text(encoding="utf-8")] == []


def test_the_page_on_councils_shows_the_default_template_whole() -> None:
    template = (ROOT / "templates/councils/default.yaml").read_text(encoding="utf-8")
    assert f"```yaml\n{template}```\n" in (ROOT / "docs/councils.md").read_text(encoding="utf-8")


def test_the_figures_on_the_page_about_them_are_those_that_are_printed() -> None:
    page = ROOT / "docs/calculated.md"
    [figures] = [block.code for block in code_blocks(page) if block.file == "figures.yaml"]
    rows = re.findall(r"^\| `(\{\{ .* \}\})` \| (.*) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    items = "".join(f"      - 'Printed: {written}.'\n" for written, _ in rows)
    found = texts(numbered(loads(f"{figures}{items}"))[0].blocks)
    assert len(rows) > 20
    shown = [text[9:-1].replace("\xa0", " ") for text in found if text.startswith("Printed: ")]
    assert shown == [printed for _, printed in rows]


def test_every_key_on_the_page_of_what_can_be_printed_is_explained_where_its_row_leads() -> None:
    page = ROOT / "docs/print.md"
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if "](" in line and line.startswith("| ")]
    keys = [(key, link) for row in rows for link in LINK.findall(row) for key in KEY.findall(row)]
    explained = {link: (page.parent / link).read_text(encoding="utf-8") for _, link in keys}
    assert len(keys) > 60
    assert [key for key, link in keys if f"`{key}`" not in explained[link] and f"{key}: " not in explained[link]] == []


def test_csp_docs_is_installed_from_its_folder_in_all_texts() -> None:
    """It is not in an index of packages."""
    patterns = ("*.md", "docs/**/*.md", "csp_docs/**/*.py", "examples/*.yaml", "examples/*.py", "examples/*.ipynb")
    said = {file: file.read_text("utf-8") for pattern in patterns for file in ROOT.glob(pattern)}
    assert [file for file, text in said.items() if re.search(r"pip install [^\n`]*csp-docs", text)] == []
    known = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = ",".join(found for text in said.values() for pair in EXTRAS.findall(text) for found in pair if found)
    assert {"data", "frames", "notebook", "preview"} <= set(named.split(",")) <= {*known}
