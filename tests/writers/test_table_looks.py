"""The widths of columns, small words and progress below actions: in all kinds of tables, alike in all formats."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from attrs import evolve

from csp_docs import (
    Action,
    ActionPlan,
    Code,
    Column,
    Measure,
    Performance,
    Plan,
    Risk,
    RiskRegister,
    Section,
    Severity,
    Table,
    check,
    compare,
    dumps,
    loads,
    render,
    save,
)
from csp_docs.api import numbered
from csp_docs.blocks import walk
from csp_docs.blocks.tables import Table as TableBlock
from tests import tagtree
from tests.docx_file import WordFile, find_all, strings, text

ACTIONS = [
    Action("Light the quay", ref="A1", lead="Council", progress="Half of the lamps are lit.", rag="amber"),
    Action("Mark boats", ref="A2", lead="Boat club", rag="blue"),
]
MEASURES = [Measure("Burglary", 121, 153), Measure("Robbery", 12, 15)]
RISKS = [Risk("The grant ends", 4, 5), Risk("Wardens leave", 2, 3)]
KINDS: dict[str, tuple[Any, int]] = {
    "table": (lambda **looks: Table(["Item", Column("RAG", rating=True)], [["Lamps", "red"]], **looks), 2),
    "performance": (lambda **looks: Performance(MEASURES, **looks), 5),
    "actions": (lambda **looks: ActionPlan(ACTIONS, **looks), 5),
    "risks": (lambda **looks: RiskRegister(RISKS, **looks), 4),
}
every_kind = pytest.mark.parametrize(("made", "columns"), KINDS.values(), ids=list(KINDS))


def paper(*content: Any, small: bool = True) -> Plan:
    council = {"extends": "harborough", "layouts": {"plan": {"small_tables": small}}}
    return Plan("Tables", council=council, sections=[Section("One", content)])


def table_of(document: Plan) -> TableBlock:
    [found] = [one for one in walk.every_block(numbered(document)[0].blocks) if isinstance(one, TableBlock)]
    return found


@every_kind
def test_every_kind_of_table_has_the_widths_that_are_given(made: Any, columns: int) -> None:
    widths = {2: [4, 1], 4: [40, 20, 20, 20], 5: [32, 15, 20, 15, 18]}[columns]
    found = table_of(paper(made(widths=widths, size="small")))
    assert found.widths == pytest.approx([width / sum(widths) for width in widths], abs=5e-4)


@pytest.mark.parametrize("kind", ["performance", "actions", "risks"])
def test_a_wrong_number_of_widths_names_the_columns_that_are_printed(kind: str) -> None:
    made, columns = KINDS[kind]
    [found] = check(paper(made(widths=[1, 1])))
    assert (found.code, found.severity) == (Code.WRONG_LENGTH, Severity.ERROR)
    assert f"`widths` has 2 values, but the table prints {columns} columns: " in found.fact


@every_kind
def test_small_words_are_10_pt_in_word_and_pdf_and_have_styles(made: Any, columns: int, tmp_path: Path) -> None:
    document = paper("A text.", made(size="small"))
    assert loads(dumps(document)).sections == document.sections
    word, pdf, page = save(document, *(tmp_path / f"paper.{kind}" for kind in ("docx", "pdf", "html")))
    assert compare(word, pdf, page).same
    file = WordFile(word.read_bytes())
    cells = find_all(file.body, "//w:tc//w:p[.//w:t]")
    styles = {strings(cell, "w:pPr/w:pStyle/@w:val")[0] for cell in cells}
    assert all(style.startswith("SmallTable") for style in styles)
    assert not find_all(file.body, "//w:tc//w:r/w:rPr/w:sz")
    assert strings(file.styles["SmallTableText"], "w:rPr/w:sz/@w:val") == ["20"]
    with pdfplumber.open(pdf) as opened:
        sizes = {round(char["size"]) for one in opened.pages for char in one.chars if char["text"].isalnum()}
    assert 10 in sizes
    assert re.search(r'<table class="[^"]*\bsmall\b', page.read_text())


def test_a_list_in_a_small_cell_is_small(tmp_path: Path) -> None:
    document = paper(Table(["Item", "Who"], [["Lamps", ["Council", "Boat club"]]], size="small"))
    word, pdf = save(document, tmp_path / "a.docx", tmp_path / "a.pdf")
    file = WordFile(word.read_bytes())
    [council] = [one for one in find_all(file.body, "//w:tc//w:p") if text(one) == "Council"]
    assert strings(council, "w:pPr/w:pStyle/@w:val") == ["SmallTableBullet"]
    assert strings(file.styles["SmallTableBullet"], "w:basedOn/@w:val") == ["TableBullet"]
    assert compare(word, pdf).same


def test_files_without_small_tables_have_no_styles_for_them(tmp_path: Path) -> None:
    [word] = save(paper(Table(["A"], [["b"]])), tmp_path / "a.docx")
    assert not [style for style in WordFile(word.read_bytes()).styles if str(style).startswith("Small")]


@every_kind
def test_a_template_that_does_not_allow_small_tables_prints_them_in_the_usual_size(made: Any, columns: int) -> None:
    document = paper(made(size="small"), small=False)
    [found] = check(document)
    assert (found.code, found.severity) == (Code.SMALL_NOT_ALLOWED, Severity.WARNING)
    assert "layouts: {plan: {small_tables: yes}}" in found.hint
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert not table_of(document).small


def test_more_words_fit_in_a_small_table() -> None:
    table = Table(["What", "Why"], [["words " * 300, "more"]] * 12)
    small, usual = (pages_of(paper(evolve(table, size=size))) for size in ("small", "normal"))
    assert small < usual


def pages_of(document: Plan) -> int:
    return len(tagtree.read(render(document, "pdf")).artifacts)


def test_progress_below_an_action_is_heard_with_it(tmp_path: Path) -> None:
    document = paper("A text.", ActionPlan(ACTIONS, progress="below"))
    assert loads(dumps(document)).sections == document.sections
    word, pdf, page = save(document, *(tmp_path / f"paper.{kind}" for kind in ("docx", "pdf", "html")))
    assert compare(word, pdf, page).same
    [tags] = tagtree.read(pdf.read_bytes()).root.all("Table")
    names = {tag.attributes["ID"]: tag.text() for tag in tags.all("TH")}
    assert "Progress" not in names.values()
    [across] = [cell for cell in tags.all("TD") if cell.attributes.get("ColSpan")]
    assert across.text() == "Progress: Half of the lamps are lit."
    assert [names[name] for name in str(across.attributes["Headers"]).split()] == ["A1"]
    rows = find_all(WordFile(word.read_bytes()).body, "//w:tr")
    assert [strings(row, "w:tc/w:tcPr/w:gridSpan/@w:val") for row in rows] == [[], [], ["4"], []]


def test_actions_and_risks_are_lists_or_keys() -> None:
    head = "kind: plan\ncouncil: harborough\ntitle: T\nsections:\n  - title: S\n    content:\n"
    for block, item in (("actions", "action: Light the quay"), ("risks", "risk: Rain, likelihood: 1, impact: 2")):
        short = loads(f"{head}      - {block}: [{{{item}}}]\n")
        long = loads(f"{head}      - {block}: {{{block}: [{{{item}}}]}}\n")
        assert short == long
        assert dumps(short).count(f"{block}:") == 1


NOTED = "Lamps[^1]\n\n[^1]: Those of the quay."


@pytest.mark.parametrize(
    "content",
    [
        Table(["Item", "Who"], [[NOTED, "Council"]], size="small"),
        Table([NOTED, "Who"], [["Lamps", "Council"]]),
        Table(["Item", "Who"], [["a", [NOTED]]]),
        Performance([Measure(NOTED, 121, 153)]),
        ActionPlan([Action(NOTED, lead="Council")]),
        ActionPlan([Action("Light the quay", progress=NOTED)], progress="below"),
        RiskRegister([Risk(NOTED, 4, 5)]),
    ],
)
def test_the_mark_of_a_footnote_in_a_cell_is_a_link_to_it(content: Any, tmp_path: Path) -> None:
    word, pdf, page = save(paper("A text.", content), *(tmp_path / f"paper.{kind}" for kind in ("docx", "pdf", "html")))
    assert len(find_all(WordFile(word.read_bytes()).body, "//w:tc//w:footnoteReference")) == 1
    [table] = tagtree.read(pdf.read_bytes()).root.all("Table")
    mark, back = table.all("Link")
    assert (mark.text(), mark.annotations, back.annotations) == ("1", 1, 1)
    assert len(re.findall(r"<t[dh][^>]*>(?:(?!</t[dh]>).)*<a [^>]*doc-noteref", page.read_text(), re.DOTALL)) == 1
    assert compare(word, pdf, page).same
