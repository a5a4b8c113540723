"""The head of a paper: its logo, header lines, rows of the cover sheet, running heads and feet."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from csp_docs import check, compare, from_dict, render, save
from csp_docs.api import numbered
from csp_docs.blocks import Align, Cover, FactRow, Masthead, walk
from csp_docs.errors import Code, CspDocsError, TemplateError
from csp_docs.model import Access, Appendix, CouncilDocument, HighlightReport, PageBreak, Plan, Section
from csp_docs.model.choices import FormatName
from csp_docs.writers.text import render_text
from tests.small import COUNCIL, small_report
from tests.tagtree import read

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
WORDS = "{{ fields.author }}"
CREST = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 100"><rect width="50" height="100" fill="navy"/></svg>'
)


@pytest.fixture
def council(tmp_path: Path) -> dict[str, Any]:
    (tmp_path / "crest.svg").write_bytes(CREST)
    return {"council": {"name": "Anytown Council", "logo": {"file": tmp_path / "crest.svg", "height": 3}}}


def paper(kind: type[CouncilDocument], council: dict[str, Any], **layout: Any) -> CouncilDocument:
    given: dict[str, Any] = {"council": council, "sections": [Section("A", ["x"])], "layouts": {kind.kind: layout}}
    if kind is Plan:
        return Plan("Title", period="2026/27", **given)
    return HighlightReport("Title", **given) if kind is HighlightReport else small_report(**given)


def text(document: CouncilDocument, **how: Any) -> str:
    return render_text(numbered(document, **how)[0])


@pytest.mark.parametrize("kind", [type(small_report()), Plan, HighlightReport])
@pytest.mark.parametrize("place", ["left", "centre", "right"])
def test_the_logo_is_above_the_first_words(kind: type[CouncilDocument], place: str, council: dict[str, Any]) -> None:
    first = numbered(paper(kind, council, logo=place))[0].blocks[0]
    assert isinstance(first, Masthead | Cover)
    assert first.logo
    assert first.logo.alt == "Anytown Council"
    assert first.logo.align is Align(place)
    assert first.logo.size == pytest.approx((3 / 2.54 * 36, 3 / 2.54 * 72))


def test_a_layout_may_have_no_logo(council: dict[str, Any]) -> None:
    first = numbered(paper(Plan, council, logo="no"))[0].blocks[0]
    assert isinstance(first, Cover)
    assert first.logo is None


@pytest.mark.parametrize("kind", [type(small_report()), Plan])
def test_readers_hear_the_logo_first(kind: type[CouncilDocument], council: dict[str, Any]) -> None:
    council["council"]["logo"]["alt"] = "Crest of Anytown"
    document = paper(kind, council)
    assert "Crest of Anytown" in str(read(render(document, "pdf")))
    assert 'aria-label="Crest of Anytown"' in render(document, "html").decode()
    with ZipFile(BytesIO(render(document, "docx"))) as file:
        assert 'descr="Crest of Anytown"' in file.read("word/document.xml").decode()


def test_a_logo_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "crest.svg").write_bytes(b"<svg>")
    council = {"council": {"name": "Anytown", "logo": tmp_path / "crest.svg"}}
    assert [finding.code for finding in check(paper(Plan, council))] == [Code.PICTURE_UNREADABLE]


@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize("output", ["docx", "pdf", "html"])
def test_a_logo_may_be_given_as_its_bytes(output: FormatName, short: bool, council: dict[str, Any]) -> None:
    """The file is the same as with the name of the logo's file, and the same each time."""
    given = {"council": {"name": "Anytown Council", "logo": CREST if short else {"file": CREST, "height": 3}}}
    made = render(paper(Plan, given), output)
    assert made == render(paper(Plan, given), output)
    if not short:
        assert made == render(paper(Plan, council), output)


@pytest.mark.parametrize("logo", [b"", b"words", {"file": b"words", "alt": "Crest"}])
def test_bytes_that_are_not_a_picture_are_an_error_with_its_place(logo: Any) -> None:
    [finding] = check(paper(Plan, {"council": {"name": "Anytown", "logo": logo}}))
    assert (finding.code, finding.path) == (Code.PICTURE_UNREADABLE, "council.council.logo")


def test_a_document_given_as_keys_may_have_the_bytes_of_its_pictures() -> None:
    keys = {"kind": "plan", "council": COUNCIL, "title": "A"}
    document = from_dict({**keys, "sections": [{"title": "B", "content": [{"figure": {"file": CREST, "alt": "C"}}]}]})
    assert b'aria-label="C"' in render(document, "html")
    with pytest.raises(CspDocsError, match=r"subtitle: this must be a text, not b'a' \(bytes\)"):
        from_dict({**keys, "subtitle": b"a"})


def test_a_line_of_an_own_field_that_a_report_does_not_give_is_left_out() -> None:
    with_field, with_words = ({"cabinet_report": {"header": ["First", line]}} for line in ({"field": "author"}, WORDS))
    assert [finding for finding in check(small_report(layouts=with_field)) if "author" in str(finding)] == []
    said = [str(finding) for finding in check(small_report(layouts=with_words)) if "author" in str(finding)]
    assert len(said) == 1
    assert 'the report does not give the field "author"' in said[0]
    assert "a header line `{field: author}` is left out" in said[0]


def test_a_line_of_a_field_that_is_misspelt_is_a_warning() -> None:
    report = small_report(layouts={"cabinet_report": {"header": ["First", {"field": "wrads"}]}})
    assert Code.SIMILAR_NAME in [finding.code for finding in check(report)]


def test_a_line_cannot_print_the_logo_and_the_hint_says_how() -> None:
    with pytest.raises(TemplateError, match="logo: left"):
        numbered(small_report(layouts={"cabinet_report": {"header": ["{{ council.logo }}"]}}))


def header(*lines: Any, **given: Any) -> str:
    layouts = {"cabinet_report": {"header": list(lines), "cover": []}}
    return text(small_report(layouts=layouts, **given)).partition("title:")[0].rstrip()


@pytest.mark.parametrize(
    ("line", "given", "printed"),
    [
        ("{{ wards }}", {"wards": ["Castle", "Market"]}, "Castle, Market"),
        ("{{ status }}", {"status": "for_decision"}, "For decision"),
        ("{{ access }}", {"terms": {"access_open": "Open to all"}}, "Open to all"),
        ("{{ fields.author }}", {"fields": {"author": "Head of Parks"}}, "Head of Parks"),
        ("{{ version }}", {"version": "2.1"}, "2.1"),
        ({"field": "author", "label": "Report of"}, {"fields": {"author": "Head"}}, "Report of: Head"),
        ({"field": "author", "label": "Report of:"}, {"fields": {"author": "Head"}}, "Report of: Head"),
        ({"field": "wards"}, {"wards": ["Castle"]}, "Castle"),
        ({"field": "meeting.date"}, {}, "23 July 2013"),
        ({"field": "date"}, {}, "23 July 2013"),
        ({"text": "Words", "align": "right", "bold": False}, {}, "right plain: Words"),
        ({"text": "Words", "align": "centre"}, {}, "centre: Words"),
    ],
)
def test_header_lines_have_every_field_place_and_weight(line: Any, given: dict[str, Any], printed: str) -> None:
    assert header(line, **given).splitlines()[-1].strip() == printed


def test_a_line_with_an_empty_field_is_left_out() -> None:
    assert "Wards" not in header({"field": "wards", "label": "Wards"})


def test_what_header_lines_print_is_not_warned_of() -> None:
    lines = ["{{ wards }}", {"field": "author"}, "{{ meeting.body }} {{ meeting.date }}"]
    layouts = {"cabinet_report": {"header": lines, "cover": []}}
    report = small_report(wards=["Castle"], fields={"author": "Head"}, layouts=layouts)
    assert [finding.code for finding in check(report)] == []


ROW = {"row": [{"field": "meeting.body", "label": "Body"}, {"field": "wards", "label": "Wards"}]}
THREE = {"row": [*ROW["row"], {"field": "meeting.date", "label": "Date"}]}


@pytest.mark.parametrize("row", [ROW, THREE], ids=["two", "three"])
@pytest.mark.parametrize("style", ["lines", "stacked"])
def test_fields_are_on_one_line(row: dict[str, Any], style: str) -> None:
    layouts = {"cabinet_report": {"cover_style": style, "cover": [row]}}
    found = text(small_report(wards=["Castle"], layouts=layouts))
    assert "p **Body:** Cabinet · **Wards:** Castle" in found
    assert ("· **Date:** 23 July 2013" in found) == (row is THREE)


@pytest.mark.parametrize(("labels", "rows"), [("AB", [["A", "B"]]), ("ABC", [["A", "B"], ["C"]])])
@pytest.mark.parametrize("kind", ["cabinet_report", "highlight_report"])
def test_each_pair_of_a_table_has_its_own_cells(labels: str, rows: list[list[str]], kind: str, tmp_path: Path) -> None:
    layouts = {kind: {"cover": [{"row": [{"text": f"Words {label}", "label": label} for label in labels]}]}}
    if kind == "cabinet_report":
        document: CouncilDocument = small_report(layouts={kind: {"cover_style": "table", **layouts[kind]}})
    else:
        document = HighlightReport("T", council="harborough", layouts=layouts, position=["x"])
    found = [row for block in walk.every_block(numbered(document)[0].blocks) for row in getattr(block, "rows", ())]
    assert [[walk.words(fact.label) for fact in row.facts] for row in found if isinstance(row, FactRow)] == rows
    for row in found:
        assert all("".join(walk.texts(fact.blocks)) == f"Words {walk.words(fact.label)}" for fact in row.facts)
    assert compare(*save(document, *(tmp_path / f"a.{ending}" for ending in ("docx", "pdf", "html")))).same


@pytest.mark.parametrize("style", ["table", "lines", "stacked"])
def test_a_row_of_fixed_words_is_printed(style: str) -> None:
    cover = [
        {"text": "Call-in ends on {{ longdate(meeting.date, 'weekday_day') }}."},
        {"text": "Yes", "label": "Public"},
    ]
    found = text(small_report(layouts={"cabinet_report": {"cover_style": style, "cover": cover}}))
    assert "Call-in ends on Tuesday 23 July." in found
    assert "Public" in found


@pytest.mark.parametrize(
    ("style", "printed"),
    [("dd/mm/yyyy", "23/07/2013"), ("weekday", "Tuesday 23 July 2013"), ("weekday_day", "Tuesday 23 July")],
)
def test_dates_have_the_style_of_the_council(style: str, printed: str) -> None:
    assert printed in text(small_report(council={**COUNCIL, "formats": {"date": style}}))


RUNNING = {
    "running_head": {"left": "Left {{ wards }}", "middle": "Middle", "right": "Item 5 – Annex A"},
    "running_foot": {"left": "Foot", "right": "{page}/{pages}"},
    "first_page": {"running_head": {"right": "First"}, "running_foot": {}},
}


def running(**given: Any) -> CouncilDocument:
    sections = [Section("A", ["x", PageBreak(), "y"])]
    return small_report(wards=["Castle"], sections=sections, layouts={"cabinet_report": RUNNING}, **given)


def test_running_heads_and_feet_have_three_places_and_another_first_page() -> None:
    found = numbered(running())[0].running
    assert found.head_of(first=False) == ("Left Castle", "Middle", "Item 5 – Annex A")
    assert found.head_of(first=True) == ("", "", "First")
    assert found.foot_of(first=False) == ("Foot", "", "{page}/{pages}")
    assert found.foot_of(first=True) == ("", "", "")


def test_word_has_a_first_page_of_its_own() -> None:
    with ZipFile(BytesIO(render(running(), "docx"))) as file:
        body = file.read("word/document.xml").decode()
        parts = [file.read(name).decode() for name in file.namelist() if "header" in name and name.endswith(".xml")]
    assert body.count("<w:titlePg/>") == 1
    assert any("First" in part for part in parts)
    assert any("Annex A" in part and "Middle" in part for part in parts)


def test_running_heads_are_no_part_of_the_text_in_pdf() -> None:
    assert "Annex A" not in "".join(read(render(running(), "pdf")).pages)


def test_the_public_edition_of_an_exempt_paper_has_the_usual_foot() -> None:
    opened = Appendix("Open", access=Access(), content=["Words."])
    found = text(running(access=Access([3]), appendices=[opened]), public=True)
    assert "Item 5" not in found


def test_a_running_head_that_is_too_long_is_cut_with_a_warning() -> None:
    layouts = {"cabinet_report": {"running_head": "words " * 40}}
    assert [finding.code for finding in check(small_report(layouts=layouts))] == [Code.RUNNING_CUT]


def test_fixed_words_on_the_cover_of_a_plan_are_a_line_of_their_own() -> None:
    lines = ["title", {"text": "Item 5"}, "period", {"text": "Not yet adopted"}, "version"]
    found = text(Plan("T", council=COUNCIL, period="2026/27", version="V2", layouts={"plan": {"cover": lines}}))
    assert [line for line in map(str.strip, found.splitlines()) if line.startswith("detail:")] == [
        "detail: Item 5",
        "detail: 2026/27 · V2",
        "detail: Not yet adopted",
    ]
