"""What people write in Python: values of its own kinds are taken, and what is not says what to write in Python."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from csp_docs import (
    AreaMap,
    Chart,
    CspDocsError,
    Measure,
    ModelError,
    RenderError,
    Table,
    area_map,
    chart,
    check,
    dumps,
    figure,
    literal,
    loads,
    performance,
    plan,
    save,
    save_all,
    section,
    table,
)
from csp_docs.builders.plan import PlanBuilder

GEOJSON = b'{"type": "FeatureCollection", "features": []}'
PICTURE = (Path(__file__).parents[1] / "pictures/bars.png").read_bytes()


def paper(*content: Any) -> PlanBuilder:
    return plan("Safer Anytown", council="harborough", period="2026-2029").section("Crime", *content)


@pytest.mark.parametrize(
    ("taken", "meant"),
    [
        (Chart("line", [2024, 2025], {"Theft": [3, 5]}), Chart("line", ["2024", "2025"], {"Theft": [3, 5]})),
        (Table(["Day"], [[date(2026, 3, 1)]]), Table(["Day"], [['{{ longdate("2026-03-01") }}']])),
        (paper("x").version(1.1), paper("x").version("1.1")),
        (paper("x").date(2026), paper("x").date("2026")),
        (plan("T", council="harborough", period=2026), plan("T", council="harborough", period="2026")),
        (figure(memoryview(PICTURE), "Bars"), figure(PICTURE, "Bars")),
        (AreaMap(memoryview(GEOJSON), {"a": 1}), AreaMap(GEOJSON, {"a": 1})),
        (AreaMap(bytearray(GEOJSON), {"a": 1}), AreaMap(GEOJSON, {"a": 1})),
    ],
    ids=["years", "days", "version", "year", "period", "memoryview", "areas", "bytearray"],
)
def test_values_of_python_are_taken(taken: Any, meant: Any) -> None:
    assert taken == meant


def test_a_day_in_a_cell_is_printed_as_the_council_prints_days() -> None:
    document = paper(Table(["Day"], [[date(2026, 3, 1)]], caption="Days"))
    assert b"1 March 2026" in document.to_bytes("html")
    assert loads(dumps(document)) == document.build()


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        (lambda: table([["a", 1]], columns=["x"]), 'write Table(["Ward"], [["Ashby"]])'),  # type: ignore[arg-type]
        (lambda: performance([Measure("a", current=1)], caption="P"), "write Performance([Measure(…)])"),  # type: ignore[arg-type]
        (lambda: chart([1, 2], "line"), 'write Chart("line", ["2024"]'),  # type: ignore[arg-type]
        (lambda: area_map([1], "x"), 'write AreaMap("areas.json"'),  # type: ignore[arg-type]
        (lambda: save_all([paper("x")]), 'save_all({"ashby": report})'),  # type: ignore[arg-type]
        (lambda: figure(b"12345678901"), "the picture of 11 bytes has no alternative text (say what"),
        (lambda: figure(b"12345678901"), 'with `alt="…"`, or give `decorative=True`'),
        (lambda: AreaMap(GEOJSON.decode(), {"a": 1}), "give it as bytes: `text.encode()`"),
    ],
    ids=["table", "performance", "chart", "map", "save_all", "picture", "words", "areas"],
)
def test_what_is_not_taken_says_what_to_write(wrong: Callable[[], object], hint: str) -> None:
    with pytest.raises(ModelError, match=re.escape(hint)):
        wrong()


def test_a_frame_without_the_names_of_its_columns_says_which_is_missing() -> None:
    polars = pytest.importorskip("polars")
    with pytest.raises(ModelError, match=re.escape('no column is named for `current` (name one: current="Crime")')):
        performance(polars.DataFrame({"Crime": ["Theft"], "2024": [3]}), name="Crime")


@pytest.mark.parametrize("marks", ["a <b>x</b>", "# a", "`a`", "> a", "![a](b.png)"])
def test_marks_in_a_script_lead_to_literal_and_in_a_file_to_a_backslash(marks: str) -> None:
    [of_script, *_] = check(paper(marks))
    [in_file, *_] = errors_of(f"kind: plan\ntitle: T\ncouncil: harborough\nsections: [{{content: [{marks!r}]}}]")
    assert "`literal(" in of_script.hint
    assert "literal" not in in_file.hint
    assert "backslash" in in_file.hint or "\\" in in_file.hint


def errors_of(text: str) -> list[Any]:
    with pytest.raises(CspDocsError) as caught:
        loads(text)
    return list(caught.value.problems)


def test_a_file_that_cannot_be_written_to_is_an_error_of_csp_docs(tmp_path: Path) -> None:
    closed = io.BytesIO()
    closed.close()
    (tmp_path / "a.pdf").write_bytes(b"")
    with (tmp_path / "a.pdf").open("rb") as for_reading:
        for file in (closed, for_reading):
            with pytest.raises(RenderError, match="the open file cannot be written: it is not open for writing"):
                save(paper("x"), file, format="pdf")


def test_a_text_can_be_read_as_if_it_was_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "bars.png").write_bytes(PICTURE)
    content = "content: [figure: {file: bars.png, alt: Bars}]"
    text = f"kind: plan\ntitle: T\ncouncil: harborough\nperiod: 2026-2029\nsections: [{{title: Crime, {content}}}]\n"
    assert check(loads(text, folder=tmp_path)) == []
    with pytest.raises(CspDocsError, match=re.escape(str(tmp_path / "paper.yaml"))):
        loads(f"{text}nope: 1", "paper.yaml", folder=tmp_path)


def test_one_column_is_one_column() -> None:
    with pytest.raises(ModelError, match="but the table has 1 column "):
        section("A", Table(["Ward"], [["Ashby", "3"]]))


def test_a_builder_is_shown_in_whole_values() -> None:
    document = paper(Table(["Ward"], [["Ashby"]] * 9)).subtitle("word " * 50).glossary({"CSP": "a " * 90})
    [line, *_] = repr(document).splitlines()
    assert "period=Period(start=Year(year=2026), end=Year(year=2029))" in line
    assert line.count("(") == line.count(")")
    assert line.count("'") % 2 == 0
    assert len(line) < 500


def test_outlines_have_the_words_of_literal_without_its_backslashes() -> None:
    words = "A *title* [x] {{ y }}"
    document = plan(literal(words), council="harborough").section(literal(words), "a").appendix(literal(words), "b")
    shown = document._repr_html_()
    assert shown.count(words) == 3
    assert repr(document.build()).startswith(f"<Plan {words!r}")


def test_the_message_of_an_error_ends_with_the_part_and_its_field() -> None:
    with pytest.raises(ModelError) as caught:
        Measure("Burglary", current="soon")
    assert str(caught.value).endswith(' [in Measure "Burglary", current]')
    with pytest.raises(ModelError, match=re.escape('[in Plan "Safer Anytown", date]')):
        paper("x").date("10/03/2026")
