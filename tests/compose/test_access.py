"""What is not for the public: by whose law, how the whole edition marks it, and what may not be taken from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from csp_docs import check, loads, render
from csp_docs.api import numbered
from csp_docs.errors import Code, LoadError, Severity
from csp_docs.model import (
    Access,
    Achievement,
    Appendix,
    Chart,
    Contact,
    CouncilDocument,
    CrossCuttingTheme,
    Generated,
    HighlightReport,
    ListOf,
    Measure,
    MeasureGroup,
    Meeting,
    ModelError,
    ModelList,
    ModelPart,
    Partner,
    Passage,
    Performance,
    PerformanceColumn,
    Plan,
    Priority,
    ScrutinyReport,
    Section,
    StrategicAssessment,
    Table,
    Topic,
)
from csp_docs.writers.text import render_text
from tests.small import COUNCIL, small_report
from tests.tagtree import read

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
EXEMPT = Access([3])
MEASURE = Measure("Bids", 30, 7, id="bids")
FOR_PUBLIC = Access([3], public_reason="Why, for the public.")
HIDDEN = Measure("b", 7, access=EXEMPT)
IN_APPENDIX = Appendix("Bids", id="app", access=EXEMPT, content=[Performance([MEASURE])])


def codes(document: Any, **how: Any) -> list[Code]:
    """Return the codes of all findings about a document, but for the note that it is not for the public."""
    return [finding.code for finding in check(document, **how) if finding.code is not Code.NOT_FOR_PUBLIC]


def text(document: Any, **how: Any) -> str:
    return render_text(numbered(document, **how)[0])


@pytest.mark.parametrize(
    ("nation", "paragraph", "marking"),
    [
        ("england", 3, "paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972"),
        ("wales", 14, "paragraph 14 of Part 4 of Schedule 12A to the Local Government Act 1972"),
        ("scotland", 15, "paragraph 15 of Part 1 of Schedule 7A to the Local Government (Scotland) Act 1973"),
        ("northern_ireland", 3, "paragraph 3 of Part 1 of Schedule 6 to the Local Government Act (Northern Ireland) "
         "2014"),
    ],
)  # fmt: skip
def test_the_nation_of_the_council_decides_what_is_cited(nation: str, paragraph: int, marking: str) -> None:
    council = {"council": {"name": "Anytown", "nation": nation}}
    report = small_report(council=council, access=Access([paragraph]))
    assert numbered(report)[0].marking == f"Not for publication: exempt under {marking}"


@pytest.mark.parametrize(
    ("nation", "paragraph"),
    [("england", 8), ("england", 14), ("wales", 3), ("wales", 19), ("scotland", 16), ("northern_ireland", 8)],
)  # fmt: skip
@pytest.mark.parametrize("whole", [True, False])
def test_a_paragraph_that_the_law_does_not_have_is_an_error(nation: str, paragraph: int, whole: bool) -> None:
    council, access = {"council": {"name": "Anytown", "nation": nation}}, Access([paragraph])
    part = {"access": access} if whole else {"sections": [Section("S", [Passage(["Words."], access)])]}
    assert set(codes(small_report(council=council, **part))) == {Code.WRONG_PARAGRAPH}


WRONG = """
kind: cabinet_report
council: {council: {name: Anytown}}
title: T
meeting: {body: Cabinet, date: 2026-03-10}
recommendations: [x]
access: {exempt: [3, 9]}
"""


def test_a_wrong_paragraph_is_reported_where_it_is_written() -> None:
    (found,) = (finding for finding in check(loads(WRONG)) if finding.code is Code.WRONG_PARAGRAPH)
    assert (found.line, found.column, found.path) == (7, 22, "access.exempt[1]")
    passage = small_report(sections=[Section("S", [Passage(["x"], Access([9]))])])
    assert [finding.path for finding in check(passage)][:1] == ["sections[0].content[0].access.exempt"]


def test_a_template_cannot_cite_the_law_of_another_nation() -> None:
    terms = {"access_exempt": "Exempt: {paragraphs} of Part 1 of Schedule 12A to the Local Government Act 1972"}
    wales = {"council": {"name": "Anytown", "nation": "wales"}, "terms": terms}
    assert codes(small_report(council=wales)) == [Code.OTHER_LAW]
    england = {"council": {"name": "Anytown"}, "terms": terms}
    assert numbered(small_report(council=england, access=EXEMPT))[0].marking.startswith("Exempt: paragraph 3 of Part 1")


@pytest.mark.parametrize(
    ("nation", "access", "weighed"),
    [
        ("england", Access([5]), True),
        ("wales", Access([14]), True),
        ("wales", Access([16]), False),  # legal privilege: Schedule 12A, paragraph 21
        ("scotland", Access([6]), False),
        ("england", Access(confidential=True), False),
    ],
)
def test_the_public_interest_is_named_where_the_law_asks_for_it(nation: str, access: Access, weighed: bool) -> None:
    council = {"council": {"name": "Anytown", "nation": nation}}
    report = small_report(council=council, sections=[Section("S", [Passage(["Words."], access)])])
    for public in (False, True):
        assert ("the public interest in maintaining the exemption outweighs" in text(report, public=public)) is weighed


TAKEN: dict[str, dict[str, Any]] = {
    "a value in a text": {"purpose": "They rose {{ measures.bids.change }}.", "appendices": [IN_APPENDIX]},
    "a value in a caption": {
        "sections": [Section("S", [Chart("bar", ["a"], {"s": [1]}, caption="{{ measures.bids.current }}")])],
        "appendices": [IN_APPENDIX],
    },
    "a value in the title": {"title": "{{ measures.bids.current }} bids", "appendices": [IN_APPENDIX]},
    "a value in the glossary": {"glossary": {"Bids": "{{ measures.bids.current }}"}, "appendices": [IN_APPENDIX]},
    "a value in the public title": {
        "appendices": [
            IN_APPENDIX,
            Appendix("A", access=Access([3], public_title="{{ measures.bids.current }} bids"), content=["Words."]),
        ]
    },
    "a value in the public reason": {
        "sections": [Section("S", [Passage(["x"], Access([3], public_reason="{{ measures.bids.current }} bids"))])],
        "appendices": [IN_APPENDIX],
    },
    "a measure of a section": {
        "purpose": "{{ measures.bids.current }}",
        "sections": [Section("S", access=EXEMPT, sections=[Section("T", [Performance([MEASURE])])])],
    },
    "a measure of a passage": {
        "purpose": "{{ measures.bids.current }}",
        "sections": [Section("S", [Passage([Performance([MEASURE])], EXEMPT)])],
    },
    "a measure of its own access": {
        "purpose": "{{ measures.own.current }}",
        "sections": [Section("S", [Performance([Measure("Own", 1, id="own", access=EXEMPT)])])],
    },
    "a measure in a table": {"sections": [Section("S", [Performance(["bids"])])], "appendices": [IN_APPENDIX]},
    "a total": {
        "sections": [Section("S", [Performance([Measure("a", 1), Measure("b", 2, access=EXEMPT)], total="All")])]
    },
    "the total of a group": {
        "sections": [Section("S", [Performance([MeasureGroup("G", [Measure("b", 2, access=EXEMPT)], total="All")])])]
    },
    "a row that is called a total": {
        "sections": [Section("S", [Performance([Measure("a", 1), HIDDEN, Measure("Total", 8)])])]
    },
    "a row that is called a total in Welsh": {
        "sections": [Section("S", [Performance([Measure("Cyfanswm", 9), HIDDEN, Measure("a", 1)])])]
    },
    "a row of a group that is called a total": {
        "sections": [Section("S", [Performance([MeasureGroup("G", [HIDDEN, Measure("a", 1), Measure("All", 8)])])])]
    },
    "the total of all groups": {
        "sections": [
            Section(
                "S",
                [Performance([MeasureGroup("G", [HIDDEN]), MeasureGroup("H", [Measure("a", 1), Measure("Total", 8)])])],
            )
        ]
    },
    "the title of a section": {
        "purpose": "See {{ ref('secret') }}.",
        "sections": [Section("Secret", ["Words."], id="secret", access=EXEMPT)],
    },
    "the title of a section inside": {
        "purpose": "See {{ ref('secret') }}.",
        "sections": [Section("S", access=Access([3], public_title="P"), sections=[Section("T", ["x"], id="secret")])],
    },
    "the contact": {
        "contact": Contact(name="A. Green"),
        "sections": [Generated("contact", "Contact", access=EXEMPT), Generated("contact", "Again")],
    },
}  # fmt: skip


@pytest.mark.parametrize("given", TAKEN.values(), ids=list(TAKEN))
def test_what_is_taken_from_a_part_that_is_not_for_the_public_is_an_error(given: dict[str, Any]) -> None:
    for public in (False, True):
        assert Code.TAKEN_FROM_CLOSED in codes(small_report(**given), public=public)


@pytest.mark.parametrize(
    ("measures", "found"),
    [
        ([Measure("a", 10), HIDDEN, Measure("Crime", 17)], [Code.TAKEN_FROM_CLOSED]),
        ([Measure("a", 3), Measure("c", 4), HIDDEN], [Code.TAKEN_FROM_CLOSED]),
        ([Measure("a", 10), HIDDEN, Measure("Crime", 18)], []),
        ([Measure("a", 10), Measure("c", 7), HIDDEN, Measure("Crime", 17)], []),
        ([Measure("a", 10, 1), evolve(HIDDEN, previous=2), Measure("Crime", 17, 3)], [Code.TAKEN_FROM_CLOSED]),
        ([Measure("a", 10, 1), evolve(HIDDEN, previous=2), Measure("Crime", 18, 4)], []),
        (
            [Measure("a", 1, 10), evolve(HIDDEN, current="[x]", previous=7), Measure("Crime", "[x]", 17)],
            [Code.TAKEN_FROM_CLOSED],
        ),
        (
            [Measure("a", baseline=10), evolve(HIDDEN, current=None, baseline=7), Measure("Crime", baseline=17)],
            [Code.TAKEN_FROM_CLOSED],
        ),
        ([Measure("a", 10), HIDDEN, Measure("Total", "[x]")], []),
        ([Measure("a", 10), HIDDEN, Measure("Total solved", 17, unit="%")], []),
        ([Measure("a", 10, unit="%"), evolve(HIDDEN, unit="%"), Measure("Total", 17, unit="%")], []),
        ([Measure("a", 10, unit="%"), evolve(HIDDEN, unit="%"), Measure("Crime", 17, unit="%")], []),
        ([HIDDEN, MeasureGroup("G", [Measure("a", 1), Measure("c", 3), Measure("Total", 4)])], []),
    ],
)
def test_a_row_that_adds_an_exempt_one_is_a_warning(measures: list[Any], found: list[Code]) -> None:
    report = small_report(sections=[Section("S", [Performance(measures)])])
    findings = [finding for finding in check(report) if finding.code is not Code.NOT_FOR_PUBLIC]
    assert [finding.code for finding in findings] == found
    assert all(finding.severity is Severity.WARNING for finding in findings)
    assert codes(small_report(sections=[Section("S", [Passage([Performance(measures)], EXEMPT)])])) == []


SAID = Access([3], "Why, in our words.", public_reason="Why, for the public.")
ROWS = {"cabinet_report": {"cover": ["title", "exemption_reason"]}}


@pytest.mark.parametrize(
    "paper",
    [
        small_report(access=SAID, layouts=ROWS),
        small_report(sections=[Section("S", ["x"], access=SAID)]),
        small_report(sections=[Section("S", [Passage(["x"], SAID)])]),
        small_report(sections=[Section("S", [Performance([Measure("a", 1, access=SAID)])])]),
        small_report(appendices=[Appendix("A", content=["x"], access=SAID)]),
        small_report(appendices=[Appendix("A", document=small_report(access=SAID, layouts=ROWS))]),
    ],
)
def test_the_reasons_are_printed_in_the_editions_for_which_they_are(paper: Any) -> None:
    assert codes(paper) == []
    for public, counted in ((False, 1), (True, 0)):
        words = text(paper, public=public)
        assert [words.count("Why, in our words."), words.count("Why, for the public.")] == [counted, 1]


@pytest.mark.parametrize(
    "paper",
    [
        small_report(access=FOR_PUBLIC),
        small_report(access=FOR_PUBLIC, layouts={"cabinet_report": {"header": [], "cover": ["title"]}}),
        small_report(access=FOR_PUBLIC, layouts=ROWS),
        small_report(appendices=[Appendix("A", access=FOR_PUBLIC, document=small_report())]),
        Plan("P", council=COUNCIL, period="2026-2029", access=FOR_PUBLIC),
        HighlightReport("H", council=COUNCIL, access=FOR_PUBLIC, position=["x"]),
    ],
)
def test_the_reason_for_the_public_is_in_both_editions_of_a_whole_document(paper: Any) -> None:
    assert [text(paper, public=public).count("Why, for the public.") for public in (False, True)] == [1, 1]


INTEREST = "the public interest in maintaining the exemption outweighs"
LAYOUTS: list[dict[str, Any]] = [{}, {"cover": ["title"]}, {"header": [], "cover": ["title"]}, *ROWS.values()]
REASONS = [Access([3]), Access([3], "Why"), FOR_PUBLIC, SAID, Access([3], confidential=True)]


def whole_papers(access: Access, nation: str = "england") -> Iterator[CouncilDocument]:
    """Yield a paper of each kind, with ``access``, in all ways in which a layout may print that."""
    of, meeting = {"council": {"name": "Anytown", "nation": nation}}, Meeting("Panel", date(2026, 3, 10))
    for layout in LAYOUTS:
        yield small_report(council=of, access=access, layouts={"cabinet_report": layout})
        layouts = {"scrutiny_report": layout}
        yield ScrutinyReport("S", council=of, meeting=meeting, outcomes_sought=["x"], access=access, layouts=layouts)
    for header in ([], ["{{ council.name }}"]):
        layouts = {"highlight_report": {"header": header}}
        yield HighlightReport("H", council=of, position=["x"], access=access, layouts=layouts)
    for front in (["cover"], ["contents", "cover"], ["cover", "contents"]):
        yield Plan("P", council=of, period="2026", access=access, contents=True, layouts={"plan": {"front": front}},
                   sections=[Section("S", ["x"])])  # fmt: skip
        yield StrategicAssessment("A", council=of, period="2026", key_findings=["x"], access=access,
                                  layouts={"strategic_assessment": {"front": front}})  # fmt: skip


@pytest.mark.parametrize("access", REASONS)
def test_both_editions_name_the_public_interest_once_in_every_kind_and_layout(access: Access) -> None:
    for paper in whole_papers(access):
        assert [text(paper, public=public).count(INTEREST) for public in (False, True)] == [1, 1], paper


@pytest.mark.parametrize(
    ("access", "nation"),
    [(Access(confidential=True), "england"), (Access([16]), "wales"), (Access([6]), "scotland"),
     (Access([3]), "northern_ireland")],
)  # fmt: skip
def test_neither_edition_names_the_public_interest_where_the_law_does_not(access: Access, nation: str) -> None:
    for paper in whole_papers(access, nation):
        assert [text(paper, public=public).count(INTEREST) for public in (False, True)] == [0, 0], paper


@pytest.mark.parametrize(("outer", "inner"), [(EXEMPT, Access()), (Access(), EXEMPT), (EXEMPT, EXEMPT), (EXEMPT, SAID)])
def test_both_editions_name_the_public_interest_for_a_document_in_an_appendix(outer: Access, inner: Access) -> None:
    for document in whole_papers(inner):
        paper = small_report(appendices=[Appendix("A", document=document, access=outer if outer.closed else None)])
        assert [text(paper, public=public).count(INTEREST) for public in (False, True)] == [1, 1], document


def test_the_public_edition_does_not_name_the_council_of_an_exempt_document_in_an_appendix() -> None:
    inner = small_report(council={"council": {"name": "Other Council"}}, access=EXEMPT)
    outer = small_report(appendices=[Appendix("A", document=inner)])
    assert "Other Council" not in text(outer, public=True)
    assert "Other Council" in text(inner, public=True)


def test_the_grounds_of_measures_are_in_the_order_of_the_law() -> None:
    measures = [Measure("a", 1, access=Access([7])), Measure("b", 1, access=EXEMPT), Measure("c", 4)]
    whole = text(small_report(sections=[Section("S", [Performance(measures)])]))
    assert "paragraphs 7 and 3" not in whole
    assert whole.count("paragraphs 3 and 7") == 2


def test_parts_that_are_not_for_the_public_may_use_everything() -> None:
    sections = [
        Section("Open", ["Words."], id="open"),
        Section(
            "Secret", ["{{ measures.bids.change }}", "See {{ ref('open') }}.", Performance(["bids"])], access=EXEMPT
        ),
    ]
    assert codes(small_report(sections=sections, appendices=[IN_APPENDIX])) == []


def test_a_reference_prints_the_public_title_of_a_section() -> None:
    secret = Section("Secret", ["Words."], id="secret", access=Access([3], public_title="The bids"))
    report = small_report(purpose="See {{ ref('secret') }} and {{ ref('secret', number=true) }}.", sections=[secret])
    for public, target in ((False, "secret"), (True, "withheld #1")):  # an id is an address: it is not for the public
        assert f"See [The bids (exempt)](#{target}) and [3](#{target})." in text(report, public=public)


@pytest.mark.parametrize(
    "sections",
    [
        [Section("A", [ListOf("priorities")]), Section("B", [], [Generated("priorities")], access=EXEMPT)],
        [Section("A", [ListOf("statutory_partners")]), Section("B", [], [Generated("partners")], access=EXEMPT)],
        [Generated("priorities", "A"), Generated("priorities", "B", access=EXEMPT)],
        [Section("A", ["{{ measures.bids.current }}"]), Generated("priorities", "B", access=EXEMPT)],
    ],
)
def test_what_a_plan_prints_in_an_exempt_part_is_not_drawn_into_an_open_one(sections: list[Any]) -> None:
    plan = Plan(
        "P", council=COUNCIL, period="2026-2029", sections=sections, partners=[Partner("Police", role=["Words."])],
        priorities=[Priority("Bids", measures=[MEASURE])],
    )  # fmt: skip
    assert Code.TAKEN_FROM_CLOSED in codes(plan)


def test_the_summary_of_an_assessment_does_not_draw_exempt_findings() -> None:
    assessment = StrategicAssessment(
        "A", council=COUNCIL, period="2026/27", key_findings=["Secret."], executive_summary=["Open."],
        sections=[Generated("key_findings", "Findings", access=EXEMPT)],
    )  # fmt: skip
    assert codes(assessment) == []
    assert "Secret" not in text(assessment, public=True)


def test_an_open_report_cannot_use_the_figures_of_an_exempt_highlight_report() -> None:
    inside = HighlightReport("H", access=EXEMPT, performance=Performance([MEASURE]))
    report = ScrutinyReport(
        "S", council=COUNCIL, meeting=Meeting("Panel", date(2026, 3, 10)), period="2025/26",
        outcomes_sought=["{{ measures.bids.current }}"], highlight_reports=[inside],
    )  # fmt: skip
    assert codes(report) == [Code.TAKEN_FROM_CLOSED]


def test_passages_of_several_highlight_reports_are_named_by_their_captions() -> None:
    passage = Passage([Table(["Ward", "Firm"], [["Ashby", "A"]], caption="Bids")], access=EXEMPT)
    report = ScrutinyReport(
        "S", council=COUNCIL, meeting=Meeting("Panel", date(2026, 3, 10)), period="2025/26",
        outcomes_sought=["Better"], highlight_reports=[HighlightReport(name, position=[passage]) for name in "AB"],
    )  # fmt: skip
    assert codes(report) == []
    found = text(report, public=True).replace("\u00a0", " ")
    assert all(f"Table {number} is exempt" in found for number in (1, 2))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Words.", []),
        ("{{ meeting.date }}", []),
        ("{{ title }}", [Code.TAKEN_FROM_CLOSED]),
        ("{{ measures.bids.current }}", [Code.TAKEN_FROM_CLOSED]),
        ("{{ ref('body') }}", [Code.TAKEN_FROM_CLOSED]),
        ("{{ ref('body', number=true) }}", []),
    ],
)
def test_an_open_appendix_of_an_exempt_paper_uses_nothing_of_it(words: str, expected: list[Code]) -> None:
    report = small_report(
        access=EXEMPT, sections=[Section("Body", [Performance([MEASURE])], id="body")],
        appendices=[Appendix("Open", access=Access(), content=[words])],
    )  # fmt: skip
    assert codes(report) == expected


GIVEN: dict[str, Any] = {
    "council": {**COUNCIL, "partnership": {"name": "Safer Anytown", "other_agencies": ["Of the template"]}},
    "partnership": {"responsible_authorities": ["Police"]},
    "glossary": {"Secret": "x"},
    "contact": Contact(name="Secret"),
    "sections": [
        Section("Body", ["x", Table(["a"], [["b"]], caption="C"), Chart("bar", ["a"], {"s": [1]}, caption="D")])
    ],
}
PLAN: dict[str, Any] = {
    **GIVEN, "period": "2026-2029", "partners": [Partner("Police", role=["x"])],
    "priorities": [Priority("Secret", aims=["x"])],
    "cross_cutting": [CrossCuttingTheme("Secret", summary="x")], "achievements": [Achievement("Secret", pledges=["x"])],
}  # fmt: skip
ASSESSED: dict[str, Any] = {
    **GIVEN, "period": "2026/27", "topics": [Topic("Secret", trend=["x"])], "key_findings": ["Secret"],
    "recommendations": ["Secret"], "executive_summary": ["Secret"],
}  # fmt: skip
WHOLE: list[tuple[type[CouncilDocument], dict[str, Any]]] = [(Plan, PLAN), (StrategicAssessment, ASSESSED)]


def with_open_appendix(kind: type[CouncilDocument], given: dict[str, Any], **of_appendix: Any) -> CouncilDocument:
    return kind("T", access=EXEMPT, appendices=[Appendix("Open", access=Access(), **of_appendix)], **given)


@pytest.mark.parametrize("part", ModelPart)
@pytest.mark.parametrize(("kind", "given"), WHOLE)
def test_an_open_appendix_of_an_exempt_paper_generates_nothing_of_it(kind: Any, given: Any, part: ModelPart) -> None:
    document = with_open_appendix(kind, given, sections=[Generated(part.value, "G")])
    for public in (False, True):
        assert Code.TAKEN_FROM_CLOSED in codes(document, public=public)


@pytest.mark.parametrize("name", ModelList)
def test_an_open_appendix_of_an_exempt_paper_lists_nothing_of_it(name: ModelList) -> None:
    document = with_open_appendix(Plan, PLAN, content=[ListOf(name.value)])
    of_template = name is ModelList.OTHER_AGENCIES
    for public in (False, True):
        assert (Code.TAKEN_FROM_CLOSED in codes(document, public=public)) is not of_template


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("{{ council.name }} {{ date }} {{ period }}", []),
        ("{{ partnership.name }}", [Code.TAKEN_FROM_CLOSED]),  # the document gives a part of it
        ("{{ title }}", [Code.TAKEN_FROM_CLOSED]),
    ],
)
def test_an_open_appendix_of_an_exempt_plan_uses_nothing_that_it_gives(words: str, expected: list[Code]) -> None:
    document = with_open_appendix(Plan, {**PLAN, "date": "2026"}, content=[words])
    assert [code for code in codes(document) if code is not Code.NOT_PRINTED] == expected


def test_an_open_appendix_of_an_exempt_paper_prints_what_is_its_own() -> None:
    own: list[Any] = [
        Table(["a"], [["b"]], caption="Own table"), Performance([Measure("Own", 3, 2, id="own")]),
        "{{ measures.own.change }}", Chart("bar", ["a"], {"s": [1]}, caption="Own chart"), Passage(["x"], EXEMPT),
        ListOf("other_agencies"),
    ]  # fmt: skip
    sections = [Section("Own section", ["See {{ ref('at') }}."], id="at"), Generated("figures"), Generated("tables")]
    bare = {**PLAN, "sections": [], "glossary": {}}
    document = with_open_appendix(Plan, bare, content=own, sections=sections)
    for public in (False, True):
        assert Code.TAKEN_FROM_CLOSED not in codes(document, public=public)
    public_words = text(document, public=True)
    assert "Table\u00a01: Own table" in public_words.split("list of tables")[1]


def test_an_open_appendix_of_an_exempt_paper_is_open_and_others_are_exempt() -> None:
    opened, other = Appendix("Opened", access=Access(), content=["Open words."]), Appendix("Other", content=["Secret."])
    report = small_report(title="Secret paper", access=EXEMPT, appendices=[other, opened])
    public = text(report, public=True)
    assert "Appendix A – Not for publication (exempt)" in public
    assert "Appendix B – Opened\n  section\n    p Open words." in public
    assert "Secret" not in public
    marked = [" ".join(words) for words in read(render(report, "pdf")).artifacts]
    assert ["Not for publication: exempt" in words for words in marked] == [True, True, False]


@pytest.mark.parametrize(
    "given",
    [
        {"sections": [Section("S", access=EXEMPT, sections=[Section("T", ["x"], access=Access())])]},
        {"appendices": [Appendix("A", access=EXEMPT, content=["x"], sections=[Section("T", ["x"], access=Access())])]},
        {"access": EXEMPT, "sections": [Section("T", ["x"], access=Access())]},
    ],
)
def test_a_part_of_an_exempt_part_cannot_be_open(given: dict[str, Any]) -> None:
    assert codes(small_report(**given)) == [Code.OPEN_INSIDE_CLOSED]


def test_a_document_in_an_exempt_appendix_is_exempt_with_all_its_appendices() -> None:
    inner = small_report(title="Secret", appendices=[Appendix("Secret too", access=Access(), content=["Secret."])])
    report = small_report(title="Open", appendices=[Appendix("Secret app", access=EXEMPT, document=inner)])
    assert "Secret" not in text(report, public=True)
    pages = [" ".join(words) for words in read(render(report, "pdf")).artifacts]
    assert ["Not for publication: exempt" in words for words in pages] == [False, True]


def test_pages_are_marked_for_every_reason_why_they_are_exempt() -> None:
    first, seventh = (f"paragraph {n} of" for n in (1, 7))
    inner: list[Section | Generated] = [Section("S", access=Access([7]), content=["Words."])]
    for given in (
        {"access": Access([1]), "sections": inner},
        {"sections": [Section("T", [], inner, access=Access([1]))]},
    ):
        *_, last = [" ".join(words) for words in read(render(small_report(**given), "pdf")).artifacts]
        assert (first in last, seventh in last) == (True, True)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Access(reason="Why"), Code.NO_EXEMPT_PARAGRAPH),
        (lambda: Section("S", ["x"], access=Access(public_title="T")), Code.NO_EXEMPT_PARAGRAPH),
        (lambda: Appendix("S", content=["x"], access=Access(public_title="T")), Code.NO_EXEMPT_PARAGRAPH),
        (lambda: Generated("priorities", "S", access=Access(public_title="T")), Code.NO_EXEMPT_PARAGRAPH),
        (lambda: Measure("M", 7, access=Access(public_title="T")), Code.NO_EXEMPT_PARAGRAPH),
        (lambda: Access([0]), Code.OUT_OF_RANGE),
        (lambda: Passage(["x"], Access()), Code.NO_EXEMPT_PARAGRAPH),
        (lambda: Passage(["x"], Access([3], public_title="T")), Code.NO_PLACE_FOR_PUBLIC_TITLE),
        (lambda: Passage([Passage(["x"], EXEMPT)], EXEMPT), Code.BLOCK_NOT_HERE),
        (lambda: Section("", ["x"], access=EXEMPT), Code.CLOSED_WITHOUT_TITLE),
        (lambda: Generated("priorities", access=EXEMPT), Code.CLOSED_WITHOUT_TITLE),
        (lambda: Generated("contents", "C", access=EXEMPT), Code.CLOSED_WITHOUT_TITLE),
    ],
)
def test_an_access_that_cannot_be_printed_is_refused(make: Any, code: Code) -> None:
    with pytest.raises(ModelError) as caught:
        make()
    assert caught.value.code is code


def test_the_cover_gives_two_reasons_as_two_sentences() -> None:
    secret = Appendix("A", access=Access(confidential=True), content=["x"])
    paper = small_report(sections=[Section("S", [Passage(["x"], EXEMPT)])], appendices=[secret])
    assert (
        "Part exempt: some of this paper is not for the public. Not for publication: confidential under section "
        "100A(3) of the Local Government Act 1972. Not for publication: exempt under paragraph 3 of"
    ) in text(paper)


def test_the_cover_says_that_a_paper_is_part_exempt_in_every_kind() -> None:
    words = "Part exempt: some of this paper is not for the public. Not for publication: exempt under paragraph 3 of"
    passage, meeting = Section("S", [Passage(["x"], EXEMPT)]), Meeting("Panel", date(2026, 3, 10))
    papers = [
        small_report(sections=[passage]),
        small_report(sections=[passage], layouts={"cabinet_report": {"header": [], "cover": ["title"]}}),
        ScrutinyReport("S", council=COUNCIL, meeting=meeting, period="2025", outcomes_sought=["x"], sections=[passage]),
        ScrutinyReport(
            "S",
            council=COUNCIL,
            meeting=meeting,
            period="2025",
            outcomes_sought=["x"],
            sections=[passage],
            highlight_reports=[HighlightReport("H")],
            layouts={"scrutiny_report": {"cover": ["title"]}},
        ),
        HighlightReport("H", council=COUNCIL, sections=[passage]),
        Plan("P", council=COUNCIL, period="2026-2029", sections=[passage]),
        StrategicAssessment("A", council=COUNCIL, period="2026/27", key_findings=["x"], sections=[passage]),
    ]
    for paper in papers:
        assert [text(paper, public=public).count(words) for public in (False, True)] == [1, 1], paper.kind


def test_numbers_of_exempt_charts_are_not_in_the_appendix_of_charts() -> None:
    council = {**COUNCIL, "charts": {"data": "appendix"}}
    charts = [Chart("bar", [word], {"s": [1]}, caption=word) for word in ("Open", "Secret")]
    report = small_report(council=council, sections=[Section("S", [charts[0], Passage([charts[1]], EXEMPT)])])
    whole = text(report)
    assert "caption: Table 1: Open – [Figure\u00a01](#chart #1)" in whole
    assert "Table 2" not in whole


CLOSED = Section("Closed", [Passage([Table(["a"], [["b"]], caption="C")], EXEMPT)])
OPENED = Section("Opened", [Table(["a"], [["b"]], caption="O")])


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ([Generated("tables", "Lists"), CLOSED], ""),
        ([Generated("tables", "Lists"), CLOSED, OPENED], "list of tables Lists\n  Table 2: O\n"),
        ([Section("Lists", [], [Generated("tables")]), CLOSED],
         "section 2. Lists\n  p This section is exempt from publication under paragraph 3"),
        ([Section("Lists", ["Words."], [Generated("tables")]), CLOSED], "section 2. Lists\n  p 2.1 Words.\nsection 3"),
        ([Section("Lists", [], [Generated("tables"), Generated("figures")]), CLOSED, OPENED],
         "section 2. Lists\n  list of tables Tables\n    Table 2: O\n  list of figures Figures\n"),
    ],
)  # fmt: skip
def test_a_list_of_which_all_entries_are_left_out_is_left_out(sections: list[Any], expected: str) -> None:
    """A heading with a number stays, and its place says why; a list that is empty in both editions is a warning."""
    report = small_report(sections=sections)
    words = text(report, public=True).replace("\u00a0", " ")
    assert expected in words
    assert ("Lists" in words) is bool(expected)
    assert codes(report, public=True) == codes(report)


WHY = Access([7], public_reason="Why.")
TABLES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "all measures": ({"measures": [HIDDEN, Measure("c", 8, 7, access=EXEMPT)]}, [
        "head: Measure | This period",
        "row: p Not for publication | p [exempt]", "row: p Not for publication | p [exempt]",
        "note: [exempt]: Not for publication: exempt under paragraph 3",
    ]),
    "all of a group": ({"measures": [Measure("a", 9), MeasureGroup("G", [HIDDEN])]}, [
        "head: Measure | This period", "row: p a | p 9", "group: G", "row: p Not for publication | p [exempt]",
        "note: [exempt]: Not for publication: exempt under paragraph 3",
    ]),
    "no column but the name": ({"measures": [HIDDEN, Measure("a", 9)], "columns": [PerformanceColumn("name")]}, [
        "head: Measure", "row: p Not for publication", "row: p a",
        "note: Not for publication: exempt under paragraph 3",
    ]),
    "a reason of one of two": ({"measures": [HIDDEN, Measure("c", 8, access=WHY)]}, [
        "head: Measure | This period", "row: p Not for publication (1) | p [exempt (1)]",
        "row: p Not for publication (2) | p [exempt (2)]",
        "note: [exempt (1)]: Not for publication: exempt under paragraph 3",
        "note: [exempt (2)]: Not for publication: exempt under paragraph 7", "note: Not for publication (2): Why.",
    ]),
    "a reason of both": ({"measures": [Measure("d", 1, access=WHY), Measure("c", 8, access=WHY)]}, [
        "head: Measure | This period", "row: p Not for publication | p [exempt]",
        "row: p Not for publication | p [exempt]",
        "note: [exempt]: Not for publication: exempt under paragraph 7", "note: Not for publication: Why.",
    ]),
    "grounds of several": ({"measures": [
        Measure("a", 1, access=Access([7, 3], public_title="A")), Measure("b", 2, access=Access([7], public_title="B")),
        Measure("d", 4, access=Access(confidential=True, public_title="D")),
        MeasureGroup("G", [Measure("c", 3, access=Access([3, 7], public_title="C"))]),
    ]}, [
        "head: Measure | This period", "row: p A | p [exempt (1)]", "row: p B | p [exempt (2)]",
        "row: p D | p [confidential]", "group: G", "row: p C | p [exempt (1)]",
        "note: [exempt (1)]: Not for publication: exempt under paragraphs 3 and 7",
        "note: [exempt (2)]: Not for publication: exempt under paragraph 7",
        "note: [confidential]: Not for publication: confidential",
    ]),
    "grounds of names": ({"measures": [HIDDEN, Measure("c", 8, access=Access([7], public_title="C"))],
                          "columns": [PerformanceColumn("name")]}, [
        "head: Measure", "row: p Not for publication [exempt (1)]", "row: p C [exempt (2)]",
        "note: [exempt (1)]: Not for publication: exempt under paragraph 3",
        "note: [exempt (2)]: Not for publication: exempt under paragraph 7",
    ]),
    "names of their own": ({"measures": [
        Measure("d", 1, access=evolve(WHY, public_title="D")),
        Measure("c", 8, access=evolve(WHY, public_title="C", public_reason="Not.")),
    ]}, [
        "head: Measure | This period", "row: p D | p [exempt]", "row: p C | p [exempt]",
        "note: [exempt]: Not for publication: exempt under paragraph 7", "note: D: Why.", "note: C: Not.",
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), TABLES.values(), ids=list(TABLES))
def test_each_mark_and_each_reason_of_a_public_table_belongs_to_a_row(
    given: dict[str, Any], expected: list[str]
) -> None:
    words = text(small_report(sections=[Section("S", [Performance(**given)])]), public=True)
    lines = [line.strip() for line in words.split("table\n")[1].splitlines() if "columns:" not in line]
    for line, start in zip(lines, expected, strict=True):
        assert line.startswith(start), words


def test_both_editions_say_what_they_are() -> None:
    closed, opened = small_report(appendices=[IN_APPENDIX]), small_report()
    assert [finding.code for finding in check(closed)] == [Code.NOT_FOR_PUBLIC]
    assert [finding.code for finding in check(closed, public=True)] == []
    assert [finding.code for finding in check(opened)] == []
    assert [finding.code for finding in check(opened, public=True)] == [Code.NOTHING_LEFT_OUT]


def test_a_file_says_the_same_as_a_script() -> None:
    report = loads(
        "kind: cabinet_report\n"
        "council: {council: {name: Example District Council}}\n"
        "title: Safer Streets\n"
        "meeting: {body: Cabinet, date: 2013-07-23}\n"
        "recommendations: [agree the plan]\n"
        "sections:\n"
        "  - title: S\n"
        "    access: {exempt: [3], reason: Why, public_title: P, public_reason: Q}\n"
        "    content: [x]\n"
        "  - title: T\n"
        "    content:\n"
        "      - passage: {access: {confidential: yes}, content: [y]}\n"
        "      - performance: {measures: [{name: M, current: 1, access: {exempt: [7]}}]}\n"
        "appendices:\n"
        "  - {title: A, access: open, content: [z]}\n"
        "  - {title: B, content: [z]}\n"
    )
    closed = Access([3], "Why", public_title="P", public_reason="Q")
    blocks = [Passage(["y"], Access(confidential=True)), Performance([Measure("M", 1, access=Access([7]))])]
    sections = [Section("S", ["x"], access=closed), Section("T", blocks)]
    appendices = [Appendix("A", access=Access(), content=["z"]), Appendix("B", content=["z"])]
    assert report == small_report(sections=sections, appendices=appendices)


def test_a_passage_needs_a_ground() -> None:
    with pytest.raises(LoadError, match="a passage does not say why it is not for the public"):
        loads(
            "kind: plan\ntitle: T\ncouncil: harborough\n"
            "sections: [{title: S, content: [{passage: {access: open, content: [x]}}]}]"
        )


SECRET = Section("Prices", ["They are high."], access=EXEMPT)


@pytest.mark.parametrize("format_", ["docx", "pdf", "html"])
def test_an_open_paper_with_exempt_parts_has_a_title_for_the_public(format_: Any) -> None:
    title = Section("About", ["This is {{ title }}."])
    paper = small_report(title="Sale to Camera", access=Access(public_title="A sale"), sections=[title, SECRET])
    whole, public = (numbered(paper, public=public)[0] for public in (False, True))
    assert (whole.title, public.title) == ("Sale to Camera", "A sale")
    assert "This is A sale." in render_text(public)
    assert "Camera" not in render_text(public)
    assert b"Camera" not in render(paper, format_, public=True)
    assert codes(paper) == []
    assert Code.NOTHING_LEFT_OUT not in codes(paper, public=True)


def test_so_has_a_paper_in_an_appendix() -> None:
    inner = small_report(title="Sale to Camera", access=Access(public_title="A sale"), sections=[SECRET])
    outer = small_report(appendices=[Appendix("Paper", document=inner)])
    assert "Camera" not in render_text(numbered(outer, public=True)[0])
    assert "Camera" in render_text(numbered(outer)[0])


def test_a_title_for_the_public_needs_something_that_is_not() -> None:
    assert codes(small_report(access=Access(public_title="A sale"))) == [Code.NO_EXEMPT_PARAGRAPH]
