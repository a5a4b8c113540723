"""The pages of docs/ are built as web pages without a warning: all public names, all commands, and Markdown of each."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

import csp_docs
from csp_docs import data
from csp_docs.cli import main

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path.relative_to(ROOT / "docs") for path in (ROOT / "docs").glob("**/*.md"))
LINK = re.compile(r'(?:href|src)="([^"#:?]+)(?:\?[^"#]*)?(?:#([^"]*))?"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web pages; a warning, and a reference that leads nowhere, is an error."""
    out = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--nitpicky", "--quiet"]
    done = subprocess.run(
        [*command, "-d", str(out / "trees"), "docs", str(out / "site")], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return out / "site"


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    page = (site / "python.html").read_text(encoding="utf-8")
    of_police = {f"data.{room}.read" for room in data.__all__ if room != "topics"}
    names = (set(csp_docs.__all__) - {"__version__"}) | {"data.topics", *of_police}
    assert {name for name in names if f'id="csp_docs.{name}"' not in page} == set()
    text = (site / "python.md").read_text(encoding="utf-8")
    assert {name for name in names if f"\n### `{name}" not in text} == set()


def every_command(command: click.Command, around: click.Context) -> Iterator[tuple[str, click.Command]]:
    """Yield a command, and the commands below it, each by the words that call it."""
    yield around.command_path, command
    if isinstance(command, click.Group):
        for name in command.list_commands(around):
            below = command.get_command(around, name)
            assert below
            yield from every_command(below, click.Context(below, around, info_name=name))


def test_every_command_is_in_the_reference_with_its_options(site: Path) -> None:
    for file in ("command.html", "command.md"):
        text = unescape((site / file).read_text(encoding="utf-8"))
        commands = dict(every_command(main, click.Context(main, info_name="csp-docs")))
        options = [option.opts[-1] for command in commands.values() for option in command.params]
        assert {"csp-docs build", "csp-docs new plan", "csp-docs council list"} <= set(commands)
        assert [name for name in commands if name not in text] == []
        assert [option for option in options if option.startswith("--") and option not in text] == []


def test_every_page_is_in_the_navigation_and_in_the_list_for_programs(site: Path) -> None:
    listed = re.findall(r"\]\((.+)\)$", (site / "llms.txt").read_text(encoding="utf-8"), re.MULTILINE)
    pages = [page.as_posix() for page in SOURCES if page.name != "index.md"]
    assert sorted(listed) == pages
    assert [page for page in listed if not (site / page).read_text(encoding="utf-8").startswith("# ")] == []


def test_links_of_markdown_pages_lead_to_markdown_pages(site: Path) -> None:
    link = re.compile(r"\]\(([^)\s:#]+\.md)[)#]")
    lost = [
        (page.name, name)
        for page in site.glob("**/*.md")
        for name in link.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / name).exists()
    ]
    assert lost == []


def test_links_of_web_pages_lead_to_files_and_places(site: Path) -> None:
    pages = {page: page.read_text(encoding="utf-8") for page in site.glob("**/*.html")}
    places = {page: set(re.findall(r'\bid="([^"]+)"', text)) for page, text in pages.items()}
    lost = [
        (page.name, link, place)
        for page, text in pages.items()
        for link, place in LINK.findall(text)
        if not (target := (page.parent / unquote(link)).resolve()).exists()
        or (place and target in places and unescape(place) not in places[target])
    ]
    assert lost == []


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = re.compile(r'<(?:script|img|link|iframe)\b[^>]*\b(?:src|href)="(?:https?:)?//')
    assert [page.name for page in site.glob("**/*.html") if loaded.search(page.read_text(encoding="utf-8"))] == []
