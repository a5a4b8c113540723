"""The marking of pages: a protective one above the word for a draft and the grounds of an exemption."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from csp_docs import check, render
from csp_docs.api import numbered
from csp_docs.blocks import Part, walk
from csp_docs.errors import Code
from csp_docs.model import Access, Appendix, HighlightReport, Measure, Passage, Performance, Plan, Section
from csp_docs.writers.text import render_text
from tests.small import COUNCIL, small_report

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
SECRET = "OFFICIAL – SENSITIVE"
GROUNDS = "Not for publication: exempt under paragraph 3"
LABEL = "aaaaaaaa-1e2f-4a3b-8c4d-5e6f7a8b9c0d"
SITE = "3F1C2A90-7b44-4d0e-9a51-0c6f2b8e7d13"
IDS = {"site": SITE, "labels": {"Official - sensitive": LABEL}}


def read_docx(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def codes(document: Any) -> list[Code]:
    return [finding.code for finding in check(document) if finding.code is not Code.NOT_FOR_PUBLIC]


@pytest.mark.parametrize(
    ("how", "lines"),
    [
        ({"access": Access(marking=SECRET)}, [SECRET]),
        ({"access": Access(marking=f"{SECRET}\nPersonal data")}, [SECRET, "Personal data"]),
        ({"access": Access([3], marking=SECRET)}, [SECRET, GROUNDS]),
        ({"access": Access([3], marking=SECRET), "status": "draft"}, [SECRET, f"DRAFT – {GROUNDS}"]),
        ({"access": Access(marking=SECRET), "status": "draft"}, [SECRET, "DRAFT"]),
    ],
)
def test_the_protective_marking_is_above_the_draft_and_the_grounds(how: dict[str, Any], lines: list[str]) -> None:
    found = numbered(small_report(**how))[0].marking.splitlines()
    assert [line.partition(" of Part")[0] for line in found] == lines


@pytest.mark.parametrize("kind", [Plan, HighlightReport])
def test_every_kind_of_document_has_it(kind: type[Plan | HighlightReport]) -> None:
    given: dict[str, Any] = {"period": "2026/27"} if kind is Plan else {}
    made = kind("Title", council=COUNCIL, access=Access(marking=SECRET), sections=[Section("A", ["x"])], **given)
    assert numbered(made)[0].marking.strip() == SECRET
    assert SECRET in render(made, "html").decode()


def test_pages_of_parts_have_their_own_marking_besides_that_of_the_paper() -> None:
    closed = Appendix("Prices", access=Access([3], marking="COMMERCIAL"), content=["Price."])
    opened = Appendix("Handling", access=Access(marking="LIMITED"), content=["Words."])
    report = small_report(access=Access(marking=SECRET), appendices=[closed, opened])
    parts = [line for line in render_text(numbered(report)[0]).splitlines() if line.strip().startswith("part:")]
    assert [part.strip().partition(" of Part")[0] for part in parts] == [
        f"part: {SECRET} / COMMERCIAL / {GROUNDS}",
        f"part: {SECRET} / LIMITED",
    ]


PAPERS = {"open": Access(), "marked": Access(marking=SECRET), "exempt": Access([3], marking=SECRET)}
APPENDICES = {
    "plain": None,
    "marked": Access(marking="COMMERCIAL"),
    "exempt": Access([2]),
    "both": Access([2], marking="COMMERCIAL"),
}
MEASURES = {
    "marked": Access(marking="LIMITED"),
    "confidential": Access(confidential=True),
    "both": Access([1], marking="LIMITED"),
}


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("appendix", APPENDICES)
@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_of_a_measure_has_its_markings_and_those_of_all_around_it(
    paper: str, appendix: str, measure: str
) -> None:
    """The protective markings are before the grounds; the public edition has the figure only if all is open."""
    if (paper, appendix) == ("exempt", "marked"):
        return  # an error: the appendix would be open
    around = [PAPERS[paper], APPENDICES[appendix] or Access(), MEASURES[measure]]
    table = Performance([Measure("Burglary", 5), Measure("Robbery", 4711, access=MEASURES[measure])], caption="Crime")
    holding = Appendix("A", access=APPENDICES[appendix], content=[table])
    report = small_report(access=PAPERS[paper], appendices=[holding])
    parts = [part for part in walk.every_block(numbered(report)[0].blocks) if isinstance(part, Part)]
    page = [part for part in parts if "4,711" in walk.texts(part.blocks)][-1]
    *protective, grounds = page.marking.split("\n")
    assert {*protective} == {access.marking for access in around if access.marking}
    for access in around:
        assert not access.confidential or "confidential" in grounds
        assert all(f"paragraph {number}" in grounds for number in access.exempt)
    shown = "4,711" in render_text(numbered(report, public=True)[0])
    assert shown is not any(access.closed for access in around)


def test_a_table_in_an_exempt_part_says_so_once_also_if_its_pages_have_a_marking_of_their_own() -> None:
    table = Performance([Measure("Robbery", 5, access=Access(marking="LIMITED"))], caption="Crime")
    report = small_report(appendices=[Appendix("A", access=Access([2]), content=[table])])
    assert render_text(numbered(report)[0]).count("Crime (exempt)") == 1


def test_all_pages_of_an_exempt_appendix_have_the_markings_of_all_parts_in_it() -> None:
    figure = Measure("Robbery", 5, access=Access(confidential=True, marking="LIMITED"))
    passage = Passage(["Price."], Access([3]))
    report = small_report(appendices=[Appendix("A", access=Access([2]), content=[passage, Performance([figure])])])
    parts = [one for one in walk.every_block(numbered(report)[0].blocks) if isinstance(one, Part)]
    assert len(parts) == 3
    [marking] = {part.marking for part in parts}
    assert all(words in marking for words in ("LIMITED\n", "paragraph 2", "paragraph 3", "confidential"))
    assert marking.count("paragraph 2") == 1


def test_of_two_markings_of_one_scale_only_the_higher_one_is_on_a_page() -> None:
    closed = Appendix("Prices", access=Access([3], marking="OFFICIAL-SENSITIVE: COMMERCIAL"), content=["Price."])
    table = Performance([Measure("Robbery", 5, access=Access(marking=SECRET))])
    report = small_report(access=Access(marking="OFFICIAL"), appendices=[closed, Appendix("B", content=[table])])
    document, _ = numbered(report)
    parts = [one.marking for one in walk.every_block(document.blocks) if isinstance(one, Part)]
    assert [one.partition(" of Part")[0].split("\n") for one in parts] == [
        ["OFFICIAL-SENSITIVE: COMMERCIAL", GROUNDS],
        [SECRET, ""],
    ]
    assert document.marking == "OFFICIAL\n"


def test_a_section_in_an_exempt_appendix_may_have_a_marking() -> None:
    handled = Section("Names", access=Access(marking="LIMITED"), content=["Words."])
    report = small_report(appendices=[Appendix("A", access=Access([2]), sections=[handled])])
    assert codes(report) == []
    assert "part: LIMITED / Not for publication: exempt under paragraph 2" in render_text(numbered(report)[0])
    assert "Words." not in render_text(numbered(report, public=True)[0])


def test_pages_of_a_passage_in_a_marked_appendix_have_the_marking_of_the_appendix() -> None:
    passage = Passage(["Price."], Access([3]))
    report = small_report(appendices=[Appendix("A", access=Access(marking="LIMITED"), content=[passage])])
    assert "part: LIMITED / Not for publication: exempt under paragraph 3" in render_text(numbered(report)[0])


def test_a_marking_alone_leaves_nothing_out_and_stays_in_the_public_edition() -> None:
    opened = Appendix("Handling", access=Access(marking="LIMITED"), content=["Words."])
    closed = Appendix("Prices", access=Access([3], marking="COMMERCIAL"), content=["Price."])
    report = small_report(access=Access(marking=SECRET), appendices=[opened, closed])
    public = render_text(numbered(report, public=True)[0])
    assert [words in public for words in (SECRET, "LIMITED", "Words.")] == [True] * 3
    assert "COMMERCIAL" not in public


def test_the_public_edition_of_an_exempt_paper_has_no_protective_marking() -> None:
    opened = Appendix("Open", access=Access(), content=["Words."])
    report = small_report(access=Access([3], marking=SECRET), appendices=[opened])
    assert SECRET in render_text(numbered(report)[0])
    assert SECRET not in render_text(numbered(report, public=True)[0])


def test_a_marking_does_not_open_an_appendix_of_an_exempt_paper() -> None:
    appendix = Appendix("Prices", access=Access(marking=SECRET), content=["Price."])
    assert codes(small_report(access=Access([3]), appendices=[appendix])) == [Code.MARKED_AND_OPENED]


def test_lines_of_a_marking_are_lines_in_word() -> None:
    report = small_report(access=Access(marking="ONE\nTWO"))
    headers = [part for name, part in read_docx(render(report, "docx")).items() if "header" in name]
    assert any(b">ONE<" in part and b">TWO<" in part and part.count(b"<w:p>") == 2 for part in headers)


def test_paragraphs_of_the_marking_for_open_papers_are_lines() -> None:
    layout = {"cabinet_report": {"cover": ["access", "title"]}}
    report = small_report(terms={"access_open": "PART 1\n\n(OPEN)"}, layouts=layout)
    assert "PART 1 ⏎ (OPEN)" in render_text(numbered(report)[0])


def test_word_has_the_sensitivity_label_of_the_marking() -> None:
    report = small_report(council={**COUNCIL, "sensitivity": IDS}, access=Access(marking=SECRET))
    properties = read_docx(render(report, "docx"))["docProps/custom.xml"].decode()
    for name, value in {"Enabled": "true", "Name": SECRET, "SiteId": SITE.lower()}.items():
        assert f'name="MSIP_Label_{LABEL}_{name}"' in properties
        assert f">{value}<" in properties


def test_a_marking_without_a_label_is_a_warning_and_an_id_must_be_one() -> None:
    report = small_report(council={**COUNCIL, "sensitivity": IDS}, access=Access(marking="SECRET"))
    assert codes(report) == [Code.WRONG_LABEL]
    wrong = small_report(council={**COUNCIL, "sensitivity": {"labels": {"SECRET": "12"}}})
    assert codes(wrong) == [Code.WRONG_LABEL]
