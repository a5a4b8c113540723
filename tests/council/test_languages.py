"""Words of a template that are not in the language of the edition are printed with their language, and reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from csp_docs.api import check, loads
from csp_docs.errors import Code
from csp_docs.model import CabinetReport, Language, Meeting
from csp_docs.output.checked import checked
from csp_docs.writers.text import render_text

ROWS = [
    {"field": "title", "label": {"en": "Title", "cy": "Teitl"}, "keep": True},
    {"field": "purpose", "label": "Purpose"},
]
LAYOUT = {"header": ["{{ council.name }}"], "cover": ROWS, "recommendations": {"lead_in": "You are asked to:"}}


def report(council: Any, language: Language = Language.WELSH, **more: Any) -> CabinetReport:
    return CabinetReport(
        title="Parcio", council=council, language=language, purpose="Taliadau.", recommendations=["CYTUNO"],
        meeting=Meeting("Cabinet", date(2014, 2, 1)), **more,
    )  # fmt: skip


def told(document: CabinetReport) -> list[str]:
    return [p.fact.split('"')[1] for p in check(document) if p.code is Code.OTHER_LANGUAGE]


def written(folder: Path, text: str) -> str:
    (folder / "anytown.yaml").write_text(text, encoding="utf-8")
    return "anytown.yaml"


ENGLISH = """\
council: {name: Anytown, name_cy: Anytown}
terms: {appendix: Annex}
layouts:
  cabinet_report:
    header: ["{{ council.name }}", {text: Tref, language: cy-GB}]
    cover: [{field: title, label: {en: Title, cy: Teitl}, keep: yes}, {field: purpose, label: Purpose}]
    recommendations: {lead_in: "You are asked to:"}
"""


def test_english_labels_of_a_welsh_edition_are_marked_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = report(written(tmp_path, ENGLISH))
    assert sorted(told(document)) == ["Purpose", "You are asked to:"]
    text = render_text(checked(document).blocks)
    assert "[<en-GB: Purpose>]" in text
    assert "p 1.1 <en-GB: You are asked to:>" in text
    assert "[Teitl]" in text
    assert told(report("anytown.yaml", Language.ENGLISH)) == []


def test_the_words_of_a_welsh_template_are_welsh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    named = written(tmp_path, f"language: cy-GB\n{ENGLISH}")
    assert told(report(named)) == []
    assert sorted(told(report(named, Language.ENGLISH))) == ["Purpose", "You are asked to:"]


def test_words_that_a_document_gives_are_in_its_language() -> None:
    council = {"council": {"name": "Tref"}, "layouts": {"cabinet_report": LAYOUT}}
    assert told(report(council)) == []
    assert told(report({"council": {"name": "Tref"}}, layouts={"cabinet_report": LAYOUT})) == []


def test_each_label_is_told_with_its_line(tmp_path: Path) -> None:
    written(tmp_path, ENGLISH)
    text = "kind: cabinet_report\ncouncil: anytown.yaml\nlanguage: cy-GB\ntitle: T\npurpose: P\nrecommendations: [C]\n"
    document = loads(f"{text}meeting: {{body: B, date: 2014-02-01}}", str(tmp_path / "report.yaml"))
    found = [problem for problem in check(document) if problem.code is Code.OTHER_LANGUAGE]
    assert [(Path(p.file).name, p.line) for p in found] == [("anytown.yaml", 6), ("anytown.yaml", 7)]


@pytest.mark.parametrize(
    ("template", "facts"),
    [
        ("council: {name: Tref}", ['the council has no Welsh name, and Welsh editions print "Tref"']),
        ("council: {name: Tref, name_cy: Y Dref}\npartnership: {name: Safer Tref}",
         ['the partnership has no Welsh name, and Welsh editions print "Safer Tref"']),
        ("council: {name: {en: Tref, cy: Y Dref}}", []),
        ("council: {name: Tref, name_cy: Tref}", []),
        ("language: cy-GB\ncouncil: {name: Tref}", []),
        ("extends: tref.yaml\ncouncil: {name_cy: Y Dref}", []),
        ("extends: tref.yaml", ['the council has no Welsh name, and Welsh editions print "Tref"']),
    ],
)  # fmt: skip
def test_a_welsh_edition_asks_for_welsh_names(
    template: str, facts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tref.yaml").write_text("council: {name: Tref}", encoding="utf-8")
    named = written(tmp_path, template)
    assert [
        p.fact for p in check(report(named)) if p.fact.startswith("the ") and p.code is Code.OTHER_LANGUAGE
    ] == facts
    assert [
        p for p in check(report(named, Language.ENGLISH)) if p.fact.startswith("the ") and " no Welsh" in p.fact
    ] == []
