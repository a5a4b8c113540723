"""A document that was read from a file keeps its words, comments and order where nothing changed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from csp_docs import Bullets, Chart, Figure, Measure, Performance, Plan, Section, Table, dumps, load, loads, save
from csp_docs.model import CouncilDocument
from csp_docs.model.sections import SectionItem

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path / "examples"


@pytest.mark.parametrize("name", [file.name for file in EXAMPLES])
@pytest.mark.parametrize("form", ["as it is", "mark", "windows", "tabs"])
def test_a_document_that_did_not_change_is_written_byte_for_byte(name: str, form: str, examples: Path) -> None:
    file = examples / name
    content = file.read_bytes()
    content = {
        "as it is": content,
        "mark": b"\xef\xbb\xbf" + content,
        "windows": content.replace(b"\n", b"\r\n"),
        "tabs": content.replace(b"kind: ", b"kind:\t", 1),
    }[form]
    file.write_bytes(content)
    save(load(file), file)
    assert file.read_bytes() == content


SOURCE = """\
# A plan.
kind: plan
council: harborough  # the council

title: Safer Anytown   # the title
period: 2026-2029

sections:  # the body
  # The first.
  - title: One  # its title
    content:
      - A text.
      - bullets:
          - a   # first
          - b
      - chart: {type: bar, categories: [A], series: {S: [1]}}
      - >-
        A long text that is folded
        in two lines.
      # before the table
      - table:
          columns: [A, B]
          rows:
            - [a, "1"]  # the first row
            - [b, "2"]
  # The second.
  - title: Two
    content: [Nothing.]

glossary: {ASB: Anti-social behaviour}
# The end.
"""


def first(document: CouncilDocument, **changes: Any) -> Any:
    section, *others = document.sections
    assert isinstance(section, Section)
    return evolve(document, sections=[evolve(section, **changes), *others])


def content(document: CouncilDocument, position: int, item: Any) -> Any:
    section = document.sections[0]
    assert isinstance(section, Section)
    items = list(section.content)
    items[position] = item
    return first(document, content=items)


CHANGES: list[tuple[Callable[[Any], Any], list[tuple[str, str]]]] = [
    (lambda plan: evolve(plan, title="Safer: streets"), [("Safer Anytown ", '"Safer: streets" ')]),
    (lambda plan: evolve(plan, title="word " * 30 + "end"),
     [("title: Safer Anytown   # the title\n",
       "title: >-   # the title\n  " + "word " * 20 + "word\n  " + "word " * 8 + "word end\n")]),
    (lambda plan: evolve(plan, subtitle="New"), [("# the title\n", "# the title\nsubtitle: New\n")]),
    (lambda plan: evolve(plan, period=None), [("period: 2026-2029\n", "")]),
    (lambda plan: evolve(plan, glossary={}), [("glossary: {ASB: Anti-social behaviour}\n", "")]),
    (lambda plan: evolve(plan, glossary={"ASB": "Nuisance"}), [("Anti-social behaviour", "Nuisance")]),
    (lambda plan: first(plan, title="Three"), [("title: One ", "title: Three ")]),
    (lambda plan: first(plan, id="one"), [("# its title\n", "# its title\n    id: one\n")]),
    (lambda plan: content(plan, 0, "Another."), [("A text.", "Another.")]),
    (lambda plan: content(plan, 1, Bullets(["a", "c", "d"])), [("- b\n", "- c\n          - d\n")]),
    (lambda plan: content(plan, 1, Bullets(["b"])), [("          - a   # first\n", "")]),
    (lambda plan: content(plan, 2, Chart("bar", ["A"], {"S": ["£2"]})), [("{S: [1]}", "{S: [£2]}")]),
    (lambda plan: content(plan, 2, Chart("bar", ["A", "B"], {"S": [2, 3]})),
     [("- chart: {type: bar, categories: [A], series: {S: [1]}}",
       "- chart:\n          type: bar\n          categories: [A, B]\n          series:\n            S: [2, 3]")]),
    (lambda plan: content(plan, 3, "Short."),
     [(">-\n        A long text that is folded\n        in two lines.", "Short.")]),
    (lambda plan: content(plan, 4, Table(["A", "B"], [["a", "1"], ["b", "3"]])), [('[b, "2"]', "[b, 3]")]),
    (lambda plan: evolve(plan, sections=plan.sections[1:]),
     [(SOURCE[SOURCE.index("  - title: One") : SOURCE.index("  # The second")], "")]),
    (lambda plan: evolve(plan, sections=[*plan.sections, Section("Last", ["A text.", "B"])]),
     [("[Nothing.]\n", "[Nothing.]\n  - title: Last\n    content: [A text., B]\n")]),
    (lambda plan: evolve(plan, sections=[Section("New", ["B"]), *plan.sections]),
     [("  - title: One", "  - title: New\n    content: [B]\n  - title: One")]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "edits"), CHANGES, ids=range(len(CHANGES)))
def test_only_what_changed_is_written_anew(
    change: Callable[[Any], Any], edits: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / "plan.yaml").write_text(SOURCE)
    wanted = SOURCE
    for old, new in edits:
        assert wanted.count(old) == 1
        wanted = wanted.replace(old, new)
    changed = change(load(tmp_path / "plan.yaml"))
    assert dumps(changed) == wanted
    assert loads(dumps(changed)) == changed


@pytest.mark.parametrize("flow", [True, False])
def test_the_other_language_of_a_text_stays(tmp_path: Path, *, flow: bool) -> None:
    title = "{en: Safer, cy: Diogel}" if flow else "\n  en: Safer  # in English\n  cy: Diogel"
    (tmp_path / "plan.yaml").write_text(f"kind: plan\ncouncil: harborough\ntitle: {title}\n".replace(": \n", ":\n"))
    document = evolve(load(tmp_path / "plan.yaml"), title="Safer, still")
    assert "cy: Diogel" in dumps(document)
    assert loads(dumps(document)) == document


def test_a_file_is_kept_by_its_name_until_its_content_changes(tmp_path: Path) -> None:
    (tmp_path / "inner.yaml").write_text("kind: plan\ncouncil: harborough\ntitle: Inner\n")
    (tmp_path / "rows.csv").write_text("A,B\na,1\n")
    source = (
        "kind: plan\ncouncil: harborough\ntitle: Outer\n\nsections:\n  - title: S\n    content:\n"
        "      - table: {data: rows.csv}\n\nappendices:\n  - title: One\n    document: inner.yaml\n"
    )
    (tmp_path / "plan.yaml").write_text(source)
    document = load(tmp_path / "plan.yaml")
    assert dumps(evolve(document, title="Other")) == source.replace("Outer", "Other")
    changed = content(document, 0, Table(["A", "B"], [["a", "2"]]))
    assert "rows.csv" not in dumps(changed)
    assert "document: inner.yaml" in dumps(changed)
    assert loads(dumps(changed), str(tmp_path / "plan.yaml")) == changed
    (tmp_path / "elsewhere").mkdir()
    save(document, tmp_path / "elsewhere" / "plan.yaml")  # where the files are not
    assert load(tmp_path / "elsewhere" / "plan.yaml") == document


def test_a_document_inside_a_file_is_not_the_file(tmp_path: Path) -> None:
    inner = "{kind: plan, title: Inner}"
    (tmp_path / "plan.yaml").write_text(
        f"# Outer.\nkind: plan\ncouncil: harborough\ntitle: Outer\nappendices: [{{title: One, document: {inner}}}]\n"
    )
    inside = load(tmp_path / "plan.yaml").appendices[0].document
    assert inside
    assert dumps(inside) == "kind: plan\ncouncil: harborough\ntitle: Inner\n"


def test_a_file_that_is_gone_or_another_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(SOURCE)
    document = load(file)
    file.unlink()
    assert loads(dumps(document)) == document
    file.write_text("kind: highlight_report\ncouncil: harborough\ntitle: T # mine\n")
    assert loads(dumps(document)) == document
    file.write_text("not: {yaml")
    assert loads(dumps(document)) == document


def varied(items: tuple[SectionItem, ...], choose: random.Random) -> list[SectionItem]:
    """Return sections some of which are left out, changed, moved or new."""
    found = [item for item in items if choose.random() > 0.2]
    for position, item in enumerate(found):
        if isinstance(item, Section) and choose.random() < 0.6:
            kept = [part for part in item.content if choose.random() > 0.3]
            new: list[Any] = choose.choice([["A new text."], [Figure(file="a.png", alt="A")], [Bullets(["x"])], []])
            kept[choose.randint(0, len(kept)) : 0] = new
            title = choose.choice([item.title, "Title: new", "x"])
            found[position] = evolve(item, title=title, content=kept, sections=varied(item.sections, choose))
    if choose.random() < 0.3:
        choose.shuffle(found)
    return found


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", [file.name for file in EXAMPLES])
def test_whatever_changes_is_read_again(name: str, seed: int, examples: Path) -> None:
    document, choose = load(examples / name), random.Random(seed)
    (examples / "a.png").write_bytes(b"")
    changes: dict[str, Any] = {"sections": varied(document.sections, choose)}
    changes |= choose.choice([{}, {"subtitle": "New"}, {"glossary": {"A": "B"}, "version": "V9"}])
    changed = evolve(document, **changes)
    text = dumps(changed)
    assert loads(text, str(examples / name)) == changed
    comments = [line for line in (examples / name).read_text().split("\n\n")[0].splitlines() if line.startswith("# ")]
    assert [line for line in comments if line not in text] == []


def test_measures_keep_their_lines(tmp_path: Path) -> None:
    source = (
        "kind: plan\ncouncil: harborough\ntitle: T\nsections:\n  - title: S\n    content:\n      - performance:\n"
        "          measures:\n            - {name: A, current: 1}  # police\n            - {name: B, current: 2}\n"
    )
    (tmp_path / "plan.yaml").write_text(source)
    document = load(tmp_path / "plan.yaml")
    assert isinstance(document, Plan)
    section = document.sections[0]
    assert isinstance(section, Section)
    [table] = section.content
    assert isinstance(table, Performance)
    changed = content(document, 0, evolve(table, measures=[Measure("A", 3), *table.measures[1:]]))
    assert dumps(changed) == source.replace("current: 1}", "current: 3}")
