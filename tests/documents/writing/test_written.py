"""What is read equals what was written, for every kind of document; and it is written as an author would."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs import (
    Action,
    ActionPlan,
    Amount,
    Appendix,
    AreaMap,
    Bullets,
    Chart,
    ChartTarget,
    ColumnGroup,
    CspDocsError,
    Figure,
    Grid,
    GridCell,
    Landscape,
    Measure,
    Month,
    PageBreak,
    Pending,
    Performance,
    PerformanceColumn,
    Period,
    Picture,
    Plan,
    Quote,
    Section,
    StrategicAssessment,
    Table,
    Topic,
    Year,
    dumps,
    from_dict,
    literal,
    load,
    loads,
    plan,
    save,
    to_dict,
)
from csp_docs.documents.writing.layout import in_brackets, whole
from csp_docs.model import CouncilDocument
from csp_docs.reading.tree import parse
from tests.closed_sample import PAPERS, Planter
from tests.random_closed import reports
from tests.random_plans import Author

ROOT = Path(__file__).parents[3]
FILES = sorted([*(ROOT / "examples").glob("*.yaml"), *(ROOT / "templates/documents").glob("*.yaml")])
ODD = [
    "no", "Yes", "~", "null", "007", "1.0", "1e3", "2019-01-02", "12:30", "1:30:00", "[x]", "+5", "-5", "- a", "a: b",
    "a:", "a #b",
    "# a", "{{ title }}", "[a](b)", "*a*", "&a", "!a", "%a", "@a", "`a`", "'a'", '"a"', 'a "b" c', "a\\b", "|", ">",
    "? a",
    "=", "<<", "---", "...", "a, b", "£12,000", "a'b\"c\\d", " a", "a ", "a  b", "x" * 300, "word " * 60 + "end",
    "{{ pending('a', 'b') }} " * 20 + "end",
    "a\nb", "a\n\nb\n", "a\n", "a\n\n", "\na", "a\n  b", "  a\nb", "a \nb", "a\tb", "é\u00a0–",
    "\U0001f600", ".", "", "0x1F", "0o17", "1_000", ".5", "5.", "page_break",
]  # fmt: skip
"""Texts that YAML, or a reader in haste, may take for something else."""
SIGNS = st.characters(categories=["L", "N", "P", "S", "Zs"])
ANY = st.sampled_from(ODD) | st.text(SIGNS | st.sampled_from(" \n\t'\"\\#:-{}[],&*!|>%@`"), max_size=200)
TEXTS = ANY.map(lambda text: unicodedata.normalize("NFC", text))


def read_again(document: CouncilDocument, folder: Path) -> CouncilDocument:
    """Return a document that was written as YAML and read; the same comes from its keys, in JSON too."""
    text = dumps(document, folder=folder)
    assert from_dict(json.loads(json.dumps(to_dict(document, folder=folder))), folder=folder) == loads(
        text, str(folder / "a.yaml")
    )
    return loads(text, str(folder / "a.yaml"))


def as_texts(value: Any) -> Any:
    """Return what a template says as texts, which is how it is read."""
    match value:
        case dict():
            return {name: as_texts(part) for name, part in value.items()}
        case list():
            return [*map(as_texts, value)]
    return str(value)


def with_texts(document: CouncilDocument) -> CouncilDocument:
    return evolve(document, layouts=as_texts(document.layouts))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_that_is_written_anew_says_the_same(file: Path) -> None:
    document = load(file)
    anew = from_dict(to_dict(document), folder=file.parent)
    assert anew == document
    assert read_again(anew, file.parent) == document
    assert from_dict(yaml.safe_load(dumps(anew, folder=file.parent)), folder=file.parent) == document


@pytest.mark.parametrize("paper", PAPERS)
def test_every_field_of_every_kind_is_read_again(paper: str, tmp_path: Path) -> None:
    document = PAPERS[paper](tmp_path, Planter())
    assert read_again(document, tmp_path) == with_texts(document)


@settings(deadline=None, max_examples=25)
@given(reports())
def test_reports_of_random_parts_are_read_again(report: CouncilDocument) -> None:
    assert read_again(report, Path()) == with_texts(report)


@pytest.mark.parametrize("seed", range(20))
def test_plans_of_random_parts_are_read_again(seed: int) -> None:
    document = from_dict(Author(seed).plan())
    assert read_again(document, Path()) == document


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_a_text_comes_back_as_it_was_wherever_it_is(text: str) -> None:
    name = text[:100] or "name"
    keys = {"key": text, "list": [text, [text, text]], "keys": {name: text, "b": {"c": text}}}
    read, problems = parse(whole(keys), "a.yaml")
    assert (read, problems) == (keys, [])
    assert parse(f"key: {in_brackets([text, {name: text}])}\n", "a.yaml") == ({"key": [text, {name: text}]}, [])


@settings(deadline=None, max_examples=100)
@given(TEXTS.filter(lambda text: text.strip() != "" and "\t" not in text))
def test_words_of_others_stay_literal(words: str) -> None:
    text = literal(words)
    document = Plan(
        "A plan", council="harborough", sections=[Section("A", [text, Table(["a"], [[text]]), Quote([text])])]
    )
    assert loads(dumps(document)) == document


@pytest.mark.parametrize("text", ODD)
def test_other_readers_of_yaml_take_a_text_for_a_text(text: str) -> None:
    found = yaml.safe_load(whole({"key": text, "list": [text]}))
    assert {"key": str(found["key"]), "list": [*map(str, found["list"])]} == {"key": text, "list": [text]}


VALUES: list[tuple[str, Any]] = [
    ("2026", Year(2026)), ("2026-03", Month(2026, 3)), ("2026-03-01", date(2026, 3, 1)),
]  # fmt: skip
PERIODS = ["2011-2014", "2013/14", "2019", "2013-04", "2009-12/2009-12", "2013-04-01/2014-03-30", "2019-01/2019-12"]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_dates_are_written_as_they_are_read(text: str, value: Any) -> None:
    assert f"date: {text}\n" in dumps(Plan("A", council="harborough", date=value))


@pytest.mark.parametrize("text", PERIODS)
def test_periods_are_written_as_they_are_read(text: str) -> None:
    assert f"period: {text}\n" in dumps(
        Plan("A", council="harborough", period=Period.parse(text) if text.count("-") != 2 else text)
    )


def small(*content: Any) -> Plan:
    return Plan("A", council="harborough", sections=[Section("S", content)])


CONTENT: list[tuple[Any, str]] = [
    ("One text of some length. " * 2 + "End.", "- " + "One text of some length. " * 2 + "End."),
    (["a", Bullets(["b"])], "- - a\n  - [b]"),
    (Quote(["Words."]), "- quote: Words."),
    (Landscape([Table(["A", "B"], [["no", "7"], ["1.0", ""]])]),
     "- landscape:\n    - table:\n        columns: [A, B]\n        rows:\n"
     '          - ["no", 7]\n          - ["1.0", ""]'),
    (Performance([Measure("May", 5, "[x]", target="1.50")], columns=["name", PerformanceColumn("current", "Now")]),
     "- performance:\n    measures:\n      - {name: May, current: 5, previous: [x], target: 1.50}\n"
     "    columns:\n      - name\n      - {field: current, label: Now}"),
    (Chart("bar", ["A"], {"S": [Decimal("1E+3")]}, target=ChartTarget("5")),
     "- chart:\n    type: bar\n    categories: [A]\n    series:\n      S: [1000]\n    target: 5"),
    (ActionPlan([Action("Do it", due=Month(2026, 3))]), "- actions:\n    - {action: Do it, due: 2026-03}"),
    (Grid([GridCell("A", ["b"])]), "- grid:\n    - title: A\n      content: [b]"),
    (Grid([GridCell("A", ["b"])], columns=3),
     "- grid:\n    cells:\n      - title: A\n        content: [b]\n    columns: 3"),
    (Figure(pending=Pending("Police", "a map")), "- figure:\n    pending: {owner: Police, what: a map}"),
    ("word " * 30 + "end", "- >-\n  " + "word " * 19 + "word\n  " + "word " * 10 + "end"),
    ("One.\n\nTwo.", "- |-\n  One.\n\n  Two."),
]  # fmt: skip


@pytest.mark.parametrize(("block", "text"), CONTENT, ids=range(len(CONTENT)))
def test_a_block_is_written_as_an_author_would(block: Any, text: str) -> None:
    lines = "\n".join(f"      {line}" if line else "" for line in text.split("\n"))
    assert (
        dumps(small(block))
        == f"kind: plan\ncouncil: harborough\ntitle: A\n\nsections:\n  - title: S\n    content:\n{lines}\n"
    )


def test_pages_and_short_texts_are_written_in_one_line() -> None:
    assert "    content: [One text., page_break]\n" in dumps(small("One text.", PageBreak()))


def test_a_document_inside_another_says_only_what_is_its_own() -> None:
    inner = Plan("Inner", council="harborough", language="en-GB")
    outer = Plan("Outer", council="harborough", language="cy-GB", appendices=[Appendix("One", document=inner)])
    assert to_dict(outer)["appendices"][0]["document"] == {"kind": "plan", "title": "Inner", "language": "en-GB"}
    assert loads(dumps(outer)) == outer


def test_a_council_stays_a_name_and_templates_are_written_out() -> None:
    assert to_dict(plan("A", council="harborough"))["council"] == "harborough"
    theme = {"page": {"left": 3}, "colours": {"accent": "#5B2A86"}}
    text = dumps(plan("A", council={"extends": "default", "council": {"name": "X"}}).theme(**theme))
    assert text.endswith('theme:\n  page:\n    left: 3\n  colours:\n    accent: "#5B2A86"\n')


def test_names_of_files_are_those_that_the_new_file_sees(tmp_path: Path) -> None:
    for name in ("plans/pictures/a.png", "b.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    inside = small(Figure(file=tmp_path / "plans/pictures/a.png", alt="A"))
    save(inside, tmp_path / "plans/a.yaml")
    assert "file: pictures/a.png" in (tmp_path / "plans/a.yaml").read_text()
    moved = load(tmp_path / "plans/a.yaml")
    save(moved, tmp_path / "b.yaml")
    assert "file: plans/pictures/a.png" in (tmp_path / "b.yaml").read_text()
    assert "file: pictures/a.png" in dumps(small(Figure(file="pictures/a.png", alt="A")), folder=tmp_path / "plans")


LOGO = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"


@pytest.mark.parametrize(
    "logo",
    ["looks/a.svg", {"en": "looks/a.svg", "cy": "looks/a.svg"}, {"file": "looks/a.svg", "alt": "looks/a.svg"}],
    ids=["one logo", "a logo for each language", "words like a file"],
)
def test_a_template_of_a_document_that_moves_names_the_same_files(logo: Any, tmp_path: Path) -> None:
    (tmp_path / "plans/looks").mkdir(parents=True)
    (tmp_path / "plans/looks/a.svg").write_text(LOGO)
    (tmp_path / "plans/looks/base.yaml").write_text("council: {name: Anytown Borough Council}\n")
    council = {"extends": "looks/base.yaml", "council": {"logo": logo}}
    save(Plan("A", council=council), tmp_path / "plans/a.yaml", folder=tmp_path / "plans")
    assert "extends: looks/base.yaml" in (tmp_path / "plans/a.yaml").read_text()
    moved = load(tmp_path / "plans/a.yaml")
    save(moved, tmp_path / "b.yaml")
    assert "extends: plans/looks/base.yaml" in (tmp_path / "b.yaml").read_text()
    assert (tmp_path / "b.yaml").read_text().count("plans/looks/a.svg") == (2 if "cy" in logo else 1)
    assert moved.to_bytes("pdf") == load(tmp_path / "b.yaml").to_bytes("pdf")


def test_a_logo_outside_the_folder_of_the_new_file_is_refused_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "a.svg").write_text(LOGO)
    document = Plan("A", council={"council": {"name": "Anytown", "logo": str(tmp_path / "a.svg")}})
    with pytest.raises(CspDocsError) as caught:
        save(document, tmp_path / "plans/a.yaml")
    assert [(problem.code.value, problem.path) for problem in caught.value.findings] == [
        ("CSP239", "council.council.logo")
    ]


REFUSED: list[tuple[str, Callable[[Path], CouncilDocument], str]] = [
    ("bytes", lambda _: small(Figure(file=b"123", alt="A")), "sections[0].content[0].file"),
    ("logo", lambda _: Plan("A", council={"council": {"name": "B", "logo": b"123"}}), "council.council.logo"),
    ("logo with words", lambda _: Plan("A", council={"council": {"name": "B", "logo": {"file": b"1", "alt": "C"}}}),
     "council.council.logo.file"),
    ("elsewhere", lambda folder: small(Figure(file=folder / "b.png", alt="A")), "sections[0].content[0].file"),
    ("absolute", lambda _: small(Figure(file="/nowhere/b.png", alt="A")), "sections[0].content[0].file"),
    ("council", lambda folder: Plan("A", council=folder / "c.yaml"), "council"),
    ("block name", lambda _: small("page_break"), "sections[0].content[0]"),
    ("unit", lambda _: small(Performance([Measure("A", Amount(Decimal(5), "km"))])),
     "sections[0].content[0].measures[0].current"),
    ("template", lambda _: Plan("A", council={"council": {"name": object()}}), "council.council.name"),
    ("name", lambda _: small(AreaMap("a.geojson", {"": 1})), "sections[0].content[0].values"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "place"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_yaml_cannot_hold_is_refused_and_nothing_is_written(
    document: Callable[[Path], CouncilDocument], place: str, tmp_path: Path
) -> None:
    (tmp_path / "b.png").write_bytes(b"")
    (tmp_path / "c.yaml").write_text("council: {name: X}\n")
    (tmp_path / "out").mkdir()
    with pytest.raises(CspDocsError) as caught:
        save(document(tmp_path), tmp_path / "out" / "a.yaml")
    assert [problem.path for problem in caught.value.problems] == [place]
    assert [*(tmp_path / "out").iterdir()] == []


def test_the_public_edition_is_not_written_as_yaml(tmp_path: Path) -> None:
    with pytest.raises(CspDocsError, match="public edition"):
        save(small("Words."), tmp_path / "a.yaml", public=True)


def test_what_keys_name_must_be_in_their_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    (tmp_path / "in").mkdir()
    for name in ("../secret.csv", str(tmp_path / "secret.csv")):
        keys = to_dict(small("Words.")) | {"sections": [{"title": "S", "content": [{"table": {"data": name}}]}]}
        with pytest.raises(CspDocsError) as caught:
            from_dict(keys, folder=tmp_path / "in")
        assert [str(problem.code) for problem in caught.value.problems] == ["CSP114"]
        assert str(caught.value.problems[0]).startswith("sections[0].content[0].table.data: ")


@pytest.mark.parametrize(
    ("keys", "path"), [({"kind": "plan", "title": 1.0, "council": "harborough"}, "title"), ([], ""), ({}, "")]
)
def test_wrong_keys_are_reported_with_their_path(keys: Any, path: str) -> None:
    with pytest.raises(CspDocsError) as caught:
        from_dict(keys)
    assert [problem.path for problem in caught.value.problems] == [path]


def test_topics_made_from_figures_are_read_again(tmp_path: Path) -> None:
    table = Table(
        ["A", "B"], [["", "1"], ["no", "[x]"]], groups=[ColumnGroup("G", ["A", "B"])], total=["All", "1"],
        row_headers=True, align=["left", "right"], widths=[60, 40.5], notes=["A note."], id="t", caption="C",
    )  # fmt: skip
    line = Chart(
        "line", ["a", "b"], {"One": ["£5", None], "Two: 2": ["£1,000", "-£2.50"]}, target=ChartTarget("£3", "Aim")
    )
    (tmp_path / "areas.geojson").write_text("{}", encoding="utf-8")
    shaded = AreaMap("areas.geojson", {"E01": 4, "E02": None}, key="code", values_only=True, table=False, label="Map")
    topic = Topic("Burglary", trend=["Short.", table], comparison=[line], hotspots=[shaded], labels={"trend": "How?"})
    document = StrategicAssessment("A", council="harborough", topics=[topic])
    assert read_again(document, tmp_path) == document


def test_a_picture_of_a_file_keeps_its_name(tmp_path: Path) -> None:
    document = Plan("A", council="harborough", cover_picture=Picture("a.png", "A picture"))
    (tmp_path / "a.png").write_bytes(b"")
    assert read_again(evolve(document, title="B"), tmp_path) == evolve(document, title="B")
