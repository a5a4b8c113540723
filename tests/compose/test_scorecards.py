"""Scorecards: several periods, comparators, words of the author's own, ratings by hand, counts of ratings."""

from __future__ import annotations

import warnings
from decimal import Decimal
from itertools import pairwise, product
from pathlib import Path as File
from zipfile import ZipFile

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs import CspDocsError, DocumentWarning, GivenRating, ModelError, check, dumps, highlight_report, loads
from csp_docs.api import numbered, save
from csp_docs.blocks import Sparkline
from csp_docs.drawing.shapes import Path
from csp_docs.drawing.sparkline import draw_sparkline
from csp_docs.measures import amounts, calculated
from csp_docs.measures.calculated import Gap, Rules
from csp_docs.model import Comparator, HighlightReport, Measure, MeasureGroup, Performance, PerformanceColumn, Rag
from csp_docs.model.choices import FormatName
from csp_docs.theme.theme import Theme
from tests.compose.test_performance import printed, rows

HEAD = "kind: highlight_report\ncouncil: {council: {name: Anytown}}\ntitle: T\n"
QUARTERS: dict[str, int | str] = {"Q1": 400, "Q2": 390, "Q3": "[x]", "Q4": 369}
NUMBERS = st.decimals(-10_000, 10_000, places=2)


def cells(measure: Measure, *columns: PerformanceColumn, language: str = "en-GB") -> list[str]:
    """Return what a table prints of a measure, without the cell of its name."""
    table = Performance([measure], columns=[PerformanceColumn("name"), *columns])
    [row] = rows(printed(table, language=language))  # type: ignore[arg-type]
    return row[1:]


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (PerformanceColumn("Q1"), "400"),
        (PerformanceColumn("Q3"), "[x]"),
        (PerformanceColumn("current"), "369"),
        (PerformanceColumn("previous"), "[x]"),
        (PerformanceColumn("difference", on="Q1"), "−31"),
        (PerformanceColumn("change", on="Q1"), "−7.8"),
        (PerformanceColumn("change", of="Q2"), "−2.5"),
        (PerformanceColumn("change", of="Q1"), "–"),
        (PerformanceColumn("change", of="Q2", on="baseline"), "11.4"),
        (PerformanceColumn("change", of="Q2", on="baseline", plus=True), "+11.4"),
        (PerformanceColumn("difference", on="target", plus=True), "+9"),
        (PerformanceColumn("change", of="Q4"), "[x]"),
        (PerformanceColumn("Force"), "1,200"),
        (PerformanceColumn("change", of="Force"), "−7.7"),
        (PerformanceColumn("change", of="Region"), "–"),
        (PerformanceColumn("change", of="Force", on="Q1"), "200.0"),
        (PerformanceColumn("difference", on="Region"), "−31"),
        (PerformanceColumn("direction", on="Q1"), "↓ down, better"),
        (PerformanceColumn("direction", of="Q2", on="baseline"), "↑ up, worse"),
        (PerformanceColumn("direction", on="Region"), "↓ down, better"),
        (PerformanceColumn("direction"), "[x]"),
        (PerformanceColumn("unit"), "incidents"),
        (PerformanceColumn("Lead"), "Head of Housing"),
        (PerformanceColumn("rag"), "{▲ Amber}"),
    ],
    ids=lambda value: " ".join(filter(None, value.key)) if isinstance(value, PerformanceColumn) else "",
)
def test_a_column_shows_or_compares_any_figure(column: PerformanceColumn, said: str) -> None:
    measure = Measure(
        "Burglary", periods=QUARTERS, baseline=350, target=360, unit="incidents", own={"Lead": "Head of Housing"},
        comparators={"Force": Comparator(1200, 1300), "Region": 400},
    )  # fmt: skip
    assert cells(measure, column) == [said]


@pytest.mark.parametrize(
    ("unit", "levels", "shown"),
    [
        ("incidents", (12, 10), ["12", "2", "20.0"]),
        ("days", ("12.5", 10), ["12.5", "2.5", "25.0"]),
        ("per 1,000", ("4.1", "4.0"), ["4.1", "0.1", "2.5"]),
        ("%", (80, 85), ["80%", "−5 pp", "−5 pp"]),
        ("£", (12, 10), ["£12", "£2", "20.0"]),
        ("", (12, 10), ["12", "2", "20.0"]),
    ],
)
def test_a_unit_in_words_is_printed_once_after_the_name(unit: str, levels: tuple[str, str], shown: list[str]) -> None:
    measure = Measure("Lights", *levels, unit=unit)
    found = rows(printed(Performance([measure], columns=["name", "current", "difference", "change"])))
    assert found == [[f"Lights ({unit})" if len(unit) > 1 else "Lights", *shown]]
    assert rows(printed(Performance([measure], columns=["name", "unit"]))) == [["Lights", unit or "–"]]


@pytest.mark.parametrize(
    ("unit", "is_left_out"), [("", True), ("incidents", True), ("days", False), ("per 1,000", False), ("£", False)]
)
def test_only_changes_of_small_counts_are_left_out(unit: str, *, is_left_out: bool) -> None:
    found = calculated.change(Measure("M", 12, 10, unit=unit), Rules(small_base=50))
    assert (found is Gap.SMALL_BASE) is is_left_out


@given(NUMBERS, NUMBERS)
def test_a_direction_agrees_with_the_difference_and_with_what_is_better(before: Decimal, now: Decimal) -> None:
    for better, language in product(("lower", "higher"), ("en-GB", "cy-GB")):
        measure = Measure("M", now, before, better=better)  # type: ignore[arg-type]
        [said] = cells(measure, PerformanceColumn("direction"), language=language)
        assert said[0] == ("→" if now == before else "↑" if now > before else "↓")
        is_better = (now > before) is (better == "higher")
        words = {"en-GB": ("worse", "better"), "cy-GB": ("gwaeth", "gwell")}[language]
        assert now == before or said.endswith(words[is_better])


@given(NUMBERS, NUMBERS, st.booleans())
def test_a_sign_is_that_of_the_printed_figure(before: Decimal, now: Decimal, plus: bool) -> None:
    columns = [PerformanceColumn(name, plus=plus) for name in ("difference", "change")]
    for said in cells(Measure("M", now, before), *columns):
        figure = said.replace(",", "").replace("−", "-")
        if said != "n/a":
            assert ("-" in said, said.startswith("+")) == (False, plus and float(figure) > 0)
            assert float(figure) == 0 or (float(figure) > 0) is (now > before)


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        ("0.25", 1, "+0.3"),
        ("-0.25", 1, "−0.3"),
        ("0.04", 1, "0.0"),
        ("-0.04", 1, "0.0"),
        ("0", None, "0"),
        ("5", 0, "+5"),
    ],
)
def test_ties_are_rounded_away_from_zero_and_no_zero_has_a_sign(value: str, places: int | None, printed: str) -> None:
    assert amounts.signed(Decimal(value), "", places) == printed


@pytest.mark.parametrize(("now", "before"), [(3, 0), ("[x]", 3), (3, "[x]"), ("[x]", "[x]"), (None, 3), (3, None)])
def test_nothing_is_compared_where_a_figure_is_missing_on_either_side(now: object, before: object) -> None:
    gap = "–" if None in (now, before) else "[x]" if "[x]" in (now, before) else "n/a"
    figures = {name: value for name, value in (("A", before), ("B", now)) if value is not None}
    measure = Measure("M", 1, periods=figures, comparators={"F": Comparator(now, before)})  # type: ignore[arg-type]
    other = Measure("N", periods={"A": 1, "B": 2})
    columns = [PerformanceColumn("change", of="B", on="A"), PerformanceColumn("change", of="F")]
    assert rows(printed(Performance([measure, other], columns=columns)))[0] == [gap, gap]


def test_the_default_columns_are_those_that_are_filled() -> None:
    first = Measure("A", periods={"Q1": 4, "Q2": 5}, comparators={"F": Comparator(9, 8), "G": 7}, target=5)
    text = printed(Performance([first, Measure("B", periods={"Q1": "[x]", "Q2": 6})]))
    assert "head: Measure | Q1 | Q2 | Target | F | F: change (%) | G | Change (%) | Rating" in text
    assert rows(text) == [
        ["A", "4", "5", "5", "9", "12.5", "7", "25.0", "{● Green}"],
        ["B", "[x]", "6", "–", "–", "–", "–", "[x]", "–"],
    ]
    assert "head: Measure | Baseline | This period | Lead" in printed(
        Performance([Measure("A", 3, baseline=2, own={"Lead": "Ann"})])
    )


def test_labels_say_what_is_compared() -> None:
    columns = [
        PerformanceColumn("name"), PerformanceColumn("change", on="baseline"), PerformanceColumn("difference", on="Q1"),
        PerformanceColumn("direction", of="Q2", on="Q1"), PerformanceColumn("change", "Up", on="Q1"),
    ]  # fmt: skip
    text = printed(Performance([Measure("A", baseline=3, periods={"Q1": 4, "Q2": 5})], columns=columns))
    assert "head: Measure | Change on baseline (%) | Difference from Q1 | Q2: direction since Q1 | Up" in text


@pytest.mark.parametrize("to", ["docx", "pdf", "html", "xlsx"])
def test_a_sparkline_says_its_figures_in_words_in_every_format(to: FormatName, tmp_path: File) -> None:
    table = Performance([Measure("Theft", periods=QUARTERS)], columns=["name", "sparkline"])
    report = HighlightReport("T", council={"council": {"name": "Anytown"}}, performance=table)
    [file] = save(report, tmp_path / f"report.{to}")
    said = "Theft: Q1 400, Q2 390, Q3 [x], Q4 369"
    if to == "pdf":
        with pikepdf.open(file) as pdf:
            found = [str(part.Alt) for part in pdf.objects if isinstance(part, pikepdf.Dictionary) and "/Alt" in part]
        assert said in found
    elif to == "html":
        assert f'aria-label="{said}"' in file.read_text(encoding="utf-8")
    else:
        with ZipFile(file) as package:
            parts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
        assert any(said in part for part in parts)


@pytest.mark.parametrize("known", [[], ["[x]", 3], ["[x]", "[x]"]], ids=len)
def test_there_is_no_line_through_fewer_than_two_figures(known: list[int | str]) -> None:
    alone = Measure("A", current=3, periods={f"Q{place}": figure for place, figure in enumerate(known)})
    with pytest.warns(DocumentWarning, match="no measure of this table has figures for two periods"):
        assert cells(alone, PerformanceColumn("sparkline")) == ["–"]
    others = Performance([alone, Measure("B", periods={"Q0": 1, "Q1": 2})], columns=["name", "sparkline"])
    codes = [str(found.code) for found in check(highlight_report("F", council="harborough").position(others))]
    assert "CSP840" not in codes


@given(st.lists(st.one_of(st.none(), NUMBERS), min_size=2).filter(lambda found: sum(v is not None for v in found) > 1))
def test_a_sparkline_stays_in_its_room_and_goes_the_way_of_its_figures(values: list[Decimal | None]) -> None:
    drawing = draw_sparkline(Sparkline(tuple(values)), Theme())
    points = [point for shape in drawing.shapes if isinstance(shape, Path) for point in shape.points]
    assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in points)
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    both = [(one, other) for one, other in pairwise(values) if one is not None and other is not None]
    lines = [pair for shape in drawing.shapes if isinstance(shape, Path) for pair in pairwise(shape.points)]
    assert len(lines) == len(both)
    assert all(
        (one[1] >= other[1]) is (before <= now) or before == now
        for (one, other), (before, now) in zip(lines, both, strict=True)
        if abs(one[1] - other[1]) > 1e-6
    )


SCORES = [
    MeasureGroup(
        "Safe", [Measure("A", 4, target=5), Measure("B", 9, target=5), Measure("C", 4, target=5)], total="Safe ones"
    ),
    MeasureGroup(
        "Fair", [Measure("D", 3), Measure("E", rag="blue"), Measure("F", rag=GivenRating("grey", "no staff"))]
    ),
]


def test_counts_of_ratings_are_after_titles_and_in_a_note() -> None:
    text = printed(Performance(SCORES, counts=True))
    assert "Safe: 2 green, 1 red" in text
    assert "Fair: 1 complete, 1 not started, 1 not rated" in text
    assert "note: All measures: 2 green, 1 red, 1 complete, 1 not started, 1 not rated" in text
    assert "note: F (rated by hand): no staff" in text


def test_a_summary_has_a_row_for_each_priority() -> None:
    text = printed(Performance(SCORES, summary="Ratings"))
    assert "head: Priority | Measures | Green | Red | Complete | Not started | Not rated" in text
    assert rows(text)[:2] == [["Safe", "3", "2", "1", "0", "0", "0"], ["Fair", "3", "0", "0", "1", "1", "1"]]
    assert "total: p All measures | p 6 | p 2 | p 1 | p 1 | p 1 | p 1" in text


@given(st.lists(st.sampled_from([*Rag, None]), min_size=1))
def test_each_measure_is_counted_once(levels: list[Rag | None]) -> None:
    measures = [Measure(f"M{n}", 1, rag=level) for n, level in enumerate(levels)]
    found = calculated.ratings(measures, Rules())
    assert sum(found.values()) == len(levels)
    assert all(found[level] == levels.count(level) for level in found)


def test_a_total_sums_periods_and_comparators_that_all_have() -> None:
    parts = [
        Measure("A", periods={"Q1": 1, "Q2": 2}, comparators={"F": Comparator(5, 6)}),
        Measure("B", periods={"Q1": 3, "Q2": "[x]"}, comparators={"F": 7}),
    ]
    found = rows(
        printed(Performance(parts, total="All", columns=["name", "Q1", "Q2", "F"])).replace("total: ", "row: ")
    )
    assert [cell.replace("strong ", "") for cell in found[-1]] == ["All", "4", "[x]", "12"]


@pytest.mark.parametrize("unit", ["per 1,000", "%", "per cent of homes"])
def test_rates_are_not_added_up(unit: str) -> None:
    with pytest.raises(CspDocsError, match=r"would add (rates|percentages)"):
        printed(Performance([Measure("A", 1, unit=unit), Measure("B", 2, unit=unit)], total="All"))


@pytest.mark.parametrize(
    ("level", "reason", "warned"),
    [("green", "", True), ("amber", "", True), ("red", "", False), ("green", "checked", False), ("blue", "", False)],
)
def test_a_rating_by_hand_that_contradicts_the_figures_needs_a_reason(level: str, reason: str, *, warned: bool) -> None:
    rag = f"{{level: {level}, reason: {reason}}}" if reason else level
    yaml = f"{HEAD}performance: {{measures: [{{name: A, current: 9, target: 5, rag: {rag}}}]}}\n"
    report = loads(yaml, name="r.yaml")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        numbered(report)
    said = [
        f'r.yaml:4:33: performance.measures[0].name: "A" is rated {level} by hand, but its figures give red [CSP841]'
    ]
    assert [str(one.message).partition("\n")[0] for one in caught] == (said if warned else [])


WRONG = {
    "columns: [name, {field: baseline_change, label: X}], measures: [{name: A, baseline: 3, current: 4}]":
        ("CSP840", "write it as {field: change, on: baseline}"),
    "columns: [name, Q3], measures: [{name: A, periods: {Q1: 3}}]": ("CSP840", "known names: Q1, baseline"),
    "columns: [name, {field: change, on: Q9}], measures: [{name: A, periods: {Q1: 3}}]": ("CSP840", ""),
    "columns: [name, {field: current, on: Q1}], measures: [{name: A, periods: {Q1: 3}}]": ("CSP843", ""),
    "measures: [{name: A, q1: 10}]": ("CSP201", "write it as periods: {q1: 10}"),
    "measures: [{name: A, q1: [x]}]": ("CSP201", "write it as periods: {q1: [x]}"),
    "measures: [{name: A, current: 3, missing: why}]": ("CSP842", "give the figure as [x]"),
    "measures: [{name: A, periods: {Q1: 1}}, {name: B, periods: {Q1: 1, Q2: 2}}]": ("CSP845", "write Q2: [x]"),
    "measures: [{name: A, periods: {Q1: 1, Q3: 2}}, {name: B, periods: {Q1: 1, Q2: 2, Q3: 3}}]":
        ("CSP845", "write Q2: [x]"),
    "summary: S, measures: [{name: A, current: 3}]": ("CSP844", "counts: yes"),
    "measures: [{name: A, periods: {Q1: 3}, own: {Q1: x}}]": ("CSP218", ""),
    "measures: [{name: A, periods: {target: 3}}]": ("CSP218", ""),
    "measures: [{name: A, periods: {Q1: 3%}, comparators: {F: 4}}]": ("CSP222", ""),
    "measures: [{name: A, current: 3, unit: percent}]": ("CSP223", 'write "%"'),
    "measures: [{name: A, current: 3, rag: purple}]": ("CSP206", ""),
}  # fmt: skip


@pytest.mark.parametrize("keys", WRONG)
def test_what_contradicts_itself_is_a_finding_with_its_line(keys: str) -> None:
    with pytest.raises(CspDocsError) as caught:
        numbered(loads(f"{HEAD}performance: {{{keys}}}\n", name="r.yaml"))
    problem, (code, hint) = caught.value.problems[0], WRONG[keys]
    assert (problem.code.value, problem.origin.line if problem.origin else 0) == (code, 4)
    assert hint in problem.hint


def test_every_way_to_write_a_table_is_read_again_as_it_was() -> None:
    table = Performance(
        [
            MeasureGroup(
                "Safe",
                [
                    Measure(
                        "A", periods={"2024": 4, "2025": "[x]"}, comparators={"F": Comparator("[x]", 3), "G": 2},
                        own={"Lead": "Ann"}, unit="days", rag=GivenRating("amber", "late"), missing="lost",
                    ),
                    Measure("B", rag="grey"),
                ],
            )
        ],
        columns=["name", "2025", PerformanceColumn("change", on="2024", plus=True), "Lead", "rag"],
        counts=True,
        summary="Ratings",
    )  # fmt: skip
    report = HighlightReport("T", council={"council": {"name": "Anytown"}}, performance=table)
    assert loads(dumps(report)).performance == table  # type: ignore[attr-defined]


def test_a_column_may_be_written_by_its_field() -> None:
    yaml = f"{HEAD}performance: {{measures: [{{name: A, baseline: 3, current: 4}}], columns: [%s]}}\n"
    short, long = (yaml % column for column in ("change: {on: baseline}", "{field: change, on: baseline}"))
    assert loads(short) == loads(long)


def test_a_script_is_refused_what_a_file_is() -> None:
    with pytest.raises(ModelError, match="does not compare figures"):
        PerformanceColumn("rag", on="Q1")
    with pytest.raises(ModelError, match="not names with figures"):
        Measure("A", periods=[3, 4])  # type: ignore[arg-type]
