"""What the file says of itself."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pikepdf
import pytest
from attrs import evolve

from tests import sample
from tests.printing import render_pdf
from tests.writers.pdf.making import THEME


def made(**changes: Any) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render_pdf(evolve(sample.document(), **changes), THEME)))


def test_title_author_and_subject_are_told_twice_alike() -> None:
    pdf = made(title="Safer & <better> Streets – “2013”")
    assert str(pdf.docinfo.Title) == "Safer & <better> Streets – “2013”"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "Safer & <better> Streets – “2013”"
        assert xmp["dc:creator"] == ["Example District Council"]
        assert xmp["dc:description"] == str(pdf.docinfo.Subject) == "Cabinet report"
        assert (xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("1", "2", "A")


@pytest.mark.parametrize(("day", "stamp"), [(date(2013, 7, 23), "D:20130723000000Z"), (None, "D:20000101000000Z")])
def test_the_date_is_the_documents_own(day: date | None, stamp: str) -> None:
    pdf = made(date=day)
    assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == stamp


def test_viewers_show_the_title_and_know_the_language() -> None:
    pdf = made(language="cy-GB")
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.Root.Lang) == "cy-GB"


def test_only_faces_of_the_themes_family_are_embedded() -> None:
    pdf = made()
    assert {str(font.BaseFont).partition("+")[2] for font in pdf.pages[0].Resources.Font.values()} == {
        "Arimo-Regular",
        "Arimo-Bold",
        "Arimo-Italic",
        "Arimo-BoldItalic",
    }
