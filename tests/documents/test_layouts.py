"""What layouts ask for is in both files: headings without fields, parts of contacts, dates, words in two languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from csp_docs.api import render
from csp_docs.model import Appendix, CabinetReport, Contact, Meeting, Section
from csp_docs.model.choices import FormatName
from tests.docx_file import WordFile, text
from tests.tagtree import read

LAYOUT: dict[str, Any] = {
    "header": ["{{ meeting.body }}"],
    "cover": [
        {"heading": "About {{ title }}"},
        {"heading": "The paper"},
        {"field": "date", "label": "Date:"},
        {"field": "contacts", "label": "Author", "parts": [{"field": "name", "label": "Name:"}]},
        {"field": "appendices", "label": "Appendices"},
    ],
    "parts": [{"field": "recommendations", "label": "What we ask"}, "sections"],
    "appendices": {"heading": "Annex {{ label }}: {{ title }}"},
    "numbering": {"headings": "1.", "paragraphs": "1.1"},
    "recommendations": {"lead_in": "You are asked to", "style": "1.1"},
}
REPORT = CabinetReport(
    title="Parking", council={"council": {"name": "Anytown"}}, layouts={"cabinet_report": LAYOUT},
    meeting=Meeting("Cabinet", date(2014, 2, 1)), contacts=[Contact(name="Team A")], recommendations=["note it"],
    sections=[Section("More", ["See www.example.org/parking."])], appendices=[Appendix("Prices", content=["x"])],
)  # fmt: skip
PRINTED = ["About Parking", "The paper", "1 February 2014", "Name: Team A", "Annex A: Prices", "You are asked to"]


def words(format: FormatName) -> str:  # noqa: A002
    data = render(REPORT, format)
    if format == "docx":
        found = " ".join(text(paragraph) for paragraph in WordFile(data).paragraphs())
    else:
        found = " ".join(tag.text() for tag in read(data).root.all("P", "TH", "TD", "H1", "H2"))
    return " ".join(found.replace("\u00a0", " ").split())


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_what_a_layout_asks_for_is_printed(format: FormatName) -> None:  # noqa: A002
    found = words(format)
    assert [words for words in PRINTED if words not in found] == []


def test_the_first_recommendation_has_the_first_number() -> None:
    lines = WordFile(render(REPORT, "docx")).numbered_texts()
    assert {"You are asked to", "1.1 note it"} <= set(lines)


def test_an_address_without_marks_is_a_link() -> None:
    links = WordFile(render(REPORT, "docx")).parts["word/_rels/document.xml.rels"]
    assert b"https://www.example.org/parking" in links
    tags = read(render(REPORT, "pdf")).root.all("Link")
    assert "www.example.org/parking" in [tag.text() for tag in tags]
