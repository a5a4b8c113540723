"""Confidence intervals of charts: from all doors alike, in words and tables, and what is wrong with them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from csp_docs import Chart, Plan, Section, chart, load
from csp_docs import blocks as b
from csp_docs.api import loads, numbered
from csp_docs.blocks import walk
from csp_docs.drawing.numbers import notes
from csp_docs.errors import CspDocsError
from csp_docs.writers.text import render_text
from tests.uncoded import uncoded

HEAD = """\
kind: plan
council: {council: {name: Anytown Borough Council}, charts: {data: %s}}
title: Safer together
sections:
  - title: S
    content:
      - chart: %s
language: %s
"""
FELT = (
    "{type: bar, categories: [North, South], unit: '%', series: {Safe: [62, '70.5']}, "
    "lower: {Safe: [58, 64]}, upper: {Safe: [66, 77]}, confidence: 95}"
)


def figure(yaml: str, language: str = "en-GB", data: str = "alt") -> b.Figure:
    document, _ = numbered(loads(HEAD % (data, yaml, language), "plan.yaml"))
    return next(block for block in walk.every_block(document.blocks) if isinstance(block, b.Figure))


def test_limits_are_beside_the_numbers_and_have_a_name() -> None:
    shown = figure(FELT).content
    assert isinstance(shown, b.Chart)
    assert shown.interval == "95% confidence interval"
    assert shown.series[0].limits == ((Decimal(58), Decimal(66)), (Decimal(64), Decimal(77)))
    assert figure(FELT.replace("95", "99.9%")).content.interval == "99.9% confidence interval"  # type: ignore[union-attr]


def test_a_number_without_limits_has_none() -> None:
    shown = figure(FELT.replace("58", "[x]").replace("66", "[x]")).content
    assert isinstance(shown, b.Chart)
    assert shown.series[0].limits == (None, (Decimal(64), Decimal(77)))


@pytest.mark.parametrize("data", ["alt", "appendix"])
def test_numbers_without_limits_are_named(data: str) -> None:
    gap = figure(FELT.replace("58", "[x]").replace("66", "[x]"), data=data)
    two = figure(FELT.replace("series: {", "series: {Fair: [1, 2], "), data=data)
    for found, said in ((gap, "No interval: North"), (two, "No interval: Fair")):
        assert isinstance(found.content, b.Chart)
        assert found.content.without == said
        assert f"{said}." in found.alt
        assert found.content.key == f"95% confidence interval. {said}"
        assert notes(found.content) == (found.content.key,)
    assert "Dim cyfwng: North" in figure(FELT.replace("58", "[x]").replace("66", "[x]"), "cy-GB").alt


def test_a_missing_number_is_not_named_among_those_without_limits() -> None:
    missing = FELT.replace("62", "'[x]'").replace("58", "[x]").replace("66", "[x]")
    assert figure(missing).content.without == ""  # type: ignore[union-attr]


def test_intervals_are_heard_with_their_numbers() -> None:
    assert figure(FELT).alt == (
        "Bar chart. The 95% confidence interval is shown. Safe: highest South, 70.5%; lowest North, 62.0%. "
        "North, 62.0% (58.0% to 66.0%); South, 70.5% (64.0% to 77.0%)."
    )
    assert "Dangosir y cyfwng hyder 95%." in figure(FELT, "cy-GB").alt
    assert "62.0% (58.0% i 66.0%)" in figure(FELT, "cy-GB").alt


def test_the_table_of_the_numbers_has_their_intervals() -> None:
    document, _ = numbered(loads(HEAD % ("appendix", FELT, "en-GB"), "plan.yaml"))
    text = render_text(document)
    assert "70.5% (64.0% to 77.0%)" in text
    assert "In brackets: 95% confidence interval" in text


def test_scripts_files_and_frames_give_the_same_intervals(tmp_path: Path) -> None:
    made = Chart(
        "line", ["2023", "2024"], {"Safe": [62, 70]},
        lower={"Safe": [58, None]}, upper={"Safe": ["66", "[x]"]}, confidence="95%",
    )  # fmt: skip
    rows = {"Year": ["2023", "2024"], "Safe": [62, 70], "LCL": [58, None], "UCL": [66, None]}
    framed = chart(pl.DataFrame(rows), "line", lower={"Safe": "LCL"}, upper={"Safe": "UCL"}, confidence="95%")
    assert framed == made
    (tmp_path / "safe.csv").write_text("Year,Safe,LCL,UCL\n2023,62,58,66\n2024,70,,\n")
    yaml = "{type: line, data: safe.csv, lower: {Safe: LCL}, upper: {Safe: UCL}, confidence: 95%}"
    (tmp_path / "plan.yaml").write_text(HEAD % ("alt", yaml, "en-GB"))
    loaded = load(tmp_path / "plan.yaml")
    assert isinstance(loaded, Plan)
    [section] = loaded.sections
    assert isinstance(section, Section)
    assert section.content == (made,)


LIMITS = "lower: {S: [1]}, upper: {S: [3]}, confidence: 95%"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("lower: {S: [3]}, upper: {S: [4]}, confidence: 95%",
         "chart.lower.S[0]: the lower limit of \"S\" is 3, above its number, 2\n  hint: correct one of them"),
        ("lower: {S: [0]}, upper: {S: [1]}, confidence: 95%",
         "chart.upper.S[0]: the upper limit of \"S\" is 1, below its number, 2\n"),
        ("lower: {S: [1]}, confidence: 95%",
         "chart.lower.S: the series \"S\" has lower limits, but no upper ones\n  hint: give both"),
        ("upper: {S: [3]}, confidence: 95%", "chart.upper.S: the series \"S\" has upper limits, but no lower ones\n"),
        ("lower: {S: [1]}, upper: {S: [3]}",
         "chart.lower: a chart has limits, but not their confidence\n  hint: say how sure they are: `confidence: 95%`"),
        ("confidence: 95%", "chart.confidence: a chart has a confidence, but no limits\n"),
        ("lower: {S: [1]}, upper: {S: [[x]]}, confidence: 95%",
         "upper.S[0]: the series \"S\" has just one limit of 2\n"),
        ("lower: {S: [1, 2]}, upper: {S: [3]}, confidence: 95%", "`lower` of \"S\" has 2 numbers, but the chart has 1"),
        ("lower: {s: [1]}, upper: {s: [3]}, confidence: 95%",
         "chart.lower.s: \"s\" has lower limits, but is not a series\n  hint: its series: S"),
        ("lower: {S: [1%]}, upper: {S: [3]}, confidence: 95%", "a number is written in %, but the chart is without"),
        ("lower: {S: [1]}, upper: {S: [3]}, confidence: 0.95",
         "chart.confidence: the confidence of a chart cannot be 0.95\n  hint: write it as a percentage from 50% on"),
        (f"by: ward, {LIMITS}", "chart.lower: small charts cannot show confidence intervals\n"),
    ],
)  # fmt: skip
def test_limits_that_cannot_be_right_are_refused_with_their_place(keys: str, said: str) -> None:
    with pytest.raises(CspDocsError) as error:
        figure(f"{{type: column, categories: [A], series: {{S: [2]}}, {keys}}}")
    assert said in uncoded(error.value)


@pytest.mark.parametrize("kind", ["stacked_bar", "stacked_column", "pie"])
def test_parts_of_a_whole_have_no_intervals(kind: str) -> None:
    with pytest.raises(CspDocsError, match=f"a {kind} chart cannot show confidence intervals"):
        figure(f"{{type: {kind}, categories: [A], series: {{S: [2]}}, {LIMITS}}}")
