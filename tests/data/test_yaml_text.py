"""Topics are written as YAML that reads back to the same topics, whatever their texts hold."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs import AreaMap, Chart, ChartTarget, ColumnGroup, Measure, Performance, PerformanceColumn, Table, Topic
from csp_docs.api import loads
from csp_docs.data.yaml_text import yaml_text
from csp_docs.model import StrategicAssessment

KEYS = {"kind": "strategic_assessment", "council": "harborough", "title": "Assessment"}
ODD = ["no", "~", "null", "007", "1.0", "2019-01", "a: b", "a #b", "- a", "{{ council.name }}", "x" * 200, "=", "?"]
"""Texts that YAML, or a reader in haste, may take for something else."""
SIGNS = st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="\\`*_[]<>&{}~#\x85\xa0")
LINES = st.text(SIGNS, min_size=1).map(lambda text: " ".join(text.split())).filter(lambda text: text[:1].isalnum())


def read_back(*topics: Topic, name: str = "document.yaml") -> tuple[Topic, ...]:
    document = loads(yaml_text(KEYS, topics), name)
    assert isinstance(document, StrategicAssessment)
    return document.topics


def test_all_that_topics_of_figures_hold_is_read_back(tmp_path: Path) -> None:
    measure = Measure("Burglary", 5, None, id="b", target_change="-5%", better="higher", note="n", source="s")
    performance = Performance([measure], columns=["name", PerformanceColumn("rag", "R")])
    table = Table(
        ["A", "B"],
        [["", "1"], ["no", "[x]"]],
        groups=[ColumnGroup("G", ["A", "B"])],
        total=["All", "1"],
        row_headers=True,
        align=["left", "right"],
        widths=[60, 40.5],
        notes=["A note."],
        id="t",
        caption="C",
    )
    money: dict[str, list[str | None]] = {"One": ["£5", None], "Two: 2": ["£1,000", "-£2.50"]}
    line = Chart("line", ["a", "b"], money, target=ChartTarget("£3", "Aim"), alt="It rises.", source="S")
    area_map = AreaMap(
        "areas.geojson",
        {"E01": 4, "E02": None},
        key="code",
        values_only=True,
        table=False,
        label="Map",
        unit="offences",
    )
    pie = Chart("pie", ["a", "b"], {"One": ["12.5%", "87.5%"]})
    topic = Topic(
        "Burglary",
        trend=["Short.", "A text: with a colon, " * 9, performance],
        comparison=[table, line],
        peers=[pie],
        hotspots=[area_map],
        labels={"trend": "How?"},
    )
    (tmp_path / "areas.geojson").write_text("{}", encoding="utf-8")
    other = Topic("Robbery", communities=["Nobody knows."])
    assert read_back(topic, other, name=str(tmp_path / "a.yaml")) == (topic, other)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(ODD) | LINES, min_size=2, max_size=4))
def test_texts_come_back_as_they_were(words: list[str]) -> None:
    topic = Topic(words[0], trend=words, hotspots=[Table(words, [words], caption=words[1])])
    assert read_back(topic) == (topic,)


def test_tables_and_numbers_stand_as_an_author_would_write_them() -> None:
    topic = Topic("Burglary", trend=[Performance([Measure("May", 5, 4)])], peers=[Table(["A", "B"], [["no", "7"]])])
    assert yaml_text({"kind": "plan"}, [topic]) == (
        "kind: plan\n"
        "topics:\n"
        "  - title: Burglary\n"
        "    trend:\n"
        "      - performance:\n"
        "          measures:\n"
        "            - {name: May, current: 5, previous: 4}\n"
        "    peers:\n"
        "      - table:\n"
        "          columns: [A, B]\n"
        "          rows:\n"
        "            - [no, 7]\n"
    )
