"""The cover sheet: rows, labels and order are the council's."""

import re
from typing import Any

import pytest

from csp_docs.api import numbered
from csp_docs.errors import TemplateError
from csp_docs.model import (
    Access,
    Appendix,
    BackgroundPaper,
    CabinetReport,
    Contact,
    KeyDecision,
    Option,
    Report,
    ScrutinyReport,
    Status,
)
from csp_docs.writers.text import render_text
from tests.compose.printed import printed
from tests.small import COUNCIL, MEETING, small_report


def cover(rows: list[dict[str, Any]], style: str = "table", **report: Any) -> str:
    return printed({"cover": rows, "cover_style": style, "parts": []}, **report)


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("title", "Safer *Streets*", "p **Safer *Streets***"),
        ("purpose", "To note.\n\n- one\n- two", "p To note.\n  bullets\n    • p one\n    • p two"),
        ("wards", ["Ashby"], "p Ashby"),
        ("wards", ["Ashby", "Measham"], "bullets\n    • p Ashby\n    • p Measham"),
        ("status", Status.FOR_NOTING, "p For noting"),
        ("key_decision", KeyDecision(financial=False, community=True), "p Yes"),
        ("key_decision", KeyDecision(key=True, reason="Costs", wards=["All"]), "lines\n    Yes\n    Costs\n    All"),
        (
            "access",
            Access([1, 3, 5]),
            "p Not for publication: exempt under paragraphs 1, 3 and 5 of Part 1 of Schedule 12A "
            "to the Local Government Act 1972",
        ),
        (
            "contacts",
            [Contact(name="A B", role="Officer", phone="01530 1", email="a.b@example.org")],
            "lines\n    A B\n    Officer\n    [01530 1](tel:015301)\n    [a.b@example.org](mailto:a.b@example.org)",
        ),
        (
            "background_papers",
            [BackgroundPaper("The Act", "https://example.org/act"), BackgroundPaper("A file")],
            "bullets\n    • p [The Act](https://example.org/act)\n    • p A file",
        ),
        (
            "options",
            [Option("Do nothing", "Risky."), Option("Act", preferred=True)],
            "bullets\n    • p **Do nothing**\n      p Risky.\n    • p **Act (preferred option)**",
        ),
        (
            "officer_comments",
            {"monitoring_officer": "Fine", "section_151_officer": "See 2."},
            "p **Monitoring Officer:** Fine\n  p **Section 151 Officer:** See 2.",
        ),
        (
            "appendices",
            [Appendix("The plan", id="plan", content=["x"]), Appendix("Map", content=["x"])],
            "bullets\n    • p [Appendix\u00a0A](#plan) – The plan\n    • p [Appendix\u00a0B](#appendix #2) – Map",
        ),
    ],
)
def test_each_kind_of_field_is_printed_as_an_officer_would(field: str, value: Any, shown: str) -> None:
    out = cover([{"field": field, "label": "Label"}], **{field: value})
    assert (
        out.split("[Label]\n")[1].split("\nappendix")[0].rstrip("\n") == f"    {shown.replace(chr(10), chr(10) + '  ')}"
    )


def test_parts_of_a_key_decision_have_their_own_labels() -> None:
    row = {
        "field": "key_decision",
        "label": "Key",
        "parts": [{"field": "financial", "label": "a) Financial"}, {"field": "community", "label": "b) Community"}],
    }
    out = cover([row], key_decision=KeyDecision(financial=False, community=True))
    assert out.endswith("[Key]\n    lines\n      a) Financial: No\n      b) Community: Yes\n")


def test_empty_rows_go_unless_they_are_kept_and_headings_go_with_them() -> None:
    rows: list[dict[str, Any]] = [
        {"heading": "Gone"},
        {"field": "purpose", "label": "Purpose"},
        {"heading": "Here"},
        {"field": "reason", "label": "Reason", "keep": True},
        {"field": "wards", "label": "Wards", "empty": "N/A"},
    ]
    assert cover(rows).endswith("  heading: Here\n  [Reason]\n  [Wards]\n    p N/A\n")


def test_two_fields_stand_side_by_side_and_a_row_without_label_is_whole() -> None:
    rows: list[dict[str, Any]] = [
        {"row": [{"field": "purpose", "label": "P"}, {"field": "reason", "label": "R"}]},
        {"field": "wards"},
    ]
    assert cover(rows, purpose="Why", reason="How", wards=["Ashby"]) == (
        "facts (Cover sheet of the report)\n  [P]\n    p Why\n  [R]\n    p How\n  []\n    p Ashby\n"
    )


def test_an_open_paper_says_so_only_in_the_words_of_its_council() -> None:
    rows = [{"field": "title", "label": "Title"}, {"field": "access", "label": "Access"}]
    assert "Access" not in cover(rows)
    assert cover(rows, terms={"access_open": "Open to the public"}).endswith("[Access]\n    p Open to the public\n")


def test_a_council_declares_fields_of_its_own() -> None:
    rows = [{"field": "urgency", "label": "Urgency"}, {"field": "implications.cat", "label": "CAT"}]
    out = cover(rows, fields={"urgency": "None"}, implications={"cat": "Families"})
    assert out.endswith("[Urgency]\n    p None\n  [CAT]\n    p Families\n")


def test_a_cover_sheet_can_stand_as_lines_or_stacked() -> None:
    rows = [{"field": "purpose", "label": "Purpose:"}, {"field": "wards", "label": "Wards:"}]
    given: dict[str, Any] = {"purpose": "Why", "wards": ["A", "B"]}
    assert cover(rows, "lines", **given) == "p **Purpose:** Why\np **Wards:**\nbullets\n  • p A\n  • p B\n"
    assert cover(rows, "stacked", **given).startswith("section Purpose:\n  p Why\nsection Wards:\n")


def test_header_lines_may_be_in_another_language() -> None:
    header = ["{{ council.name | upper }}", {"text": "Cabinet – Cyngor", "language": "cy-GB"}]
    out = printed({"header": header, "cover": [], "parts": []})
    assert out == "masthead\n  EXAMPLE DISTRICT COUNCIL\n  <cy-GB: Cabinet – Cyngor>\n"


def test_stacked_facts_stand_below_their_heading_and_never_below_an_empty_one() -> None:
    rows: list[dict[str, Any]] = [
        {"field": "reason", "label": "Reason", "keep": True},
        {"field": "purpose", "label": "Purpose"},
        {"heading": "People"},
        {"field": "wards", "label": "Wards", "keep": True},
        {"field": "date", "label": "Date"},
    ]
    assert cover(rows, "stacked", purpose="Why") == (
        "section Reason\nsection Purpose\n  p Why\n"
        "section People\n  section Wards\n  section Date\n    p 23 July 2013\n"
    )


def test_only_the_title_stands_strong() -> None:
    rows = [{"field": "title", "label": "Title"}, {"field": "purpose", "label": "Purpose"}]
    out = cover(rows, purpose="Safer Streets")
    assert out.endswith("[Title]\n    p **Safer Streets**\n  [Purpose]\n    p Safer Streets\n")


ROWS: dict[str, Any] = {"cover": ["title"], "parts": [{"field": "recommendations", "label": "R"}]}


def refused(layout: dict[str, Any], **more: Any) -> str:
    with pytest.raises(TemplateError) as caught:
        numbered(small_report(layouts={"cabinet_report": {**ROWS, **layout}}, **more))
    return str(caught.value)


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ({"parts": ["sections"]}, "cabinet_report.parts: the layout of a cabinet report does not print the recommend"),
        ({"parts": ["recommendations", "sections", "sections"]}, 'parts[2]: the layout names "sections" twice'),
        ({"parts": ["recommendations", "reason", "reason"]}, 'parts[2]: the layout names "reason" twice'),
        ({"cover": ["title", {"row": ["wards", "title"]}]}, 'cover[1]: the layout names "title" twice'),
        ({"closing": ["wards", "wards"]}, 'closing[1]: the layout names "wards" twice'),
        ({"implications": ["legal", "legal"]}, 'implications[1]: the layout names "legal" twice'),
        ({"implications": ["legal", {"heading": "H"}]}, 'implications[1]: the heading "H" has no implications below'),
        ({"implications": [{"heading": "H", "label": "L"}, "legal"]}, '"label" has no effect next to "heading"'),
        ({"cover": ["title", {"heading": "H", "label": "L"}]}, '"label" has no effect next to "heading"'),
        ({"cover": [{"row": ["title", "wards"], "keep": "yes"}]}, '"keep" has no effect next to "row"'),
        ({"cover": [{"field": "title", "parts": ["name"]}]}, 'the parts of "title" cannot have labels'),
        ({"cover": ["title", {"field": "contacts", "parts": ["nmae"]}]}, '"contacts" has no part "nmae"'),
        ({"cover": ["title", {"field": "contacts", "parts": [{"heading": "x"}]}]}, 'the key "heading" is not known'),
    ],
)
def test_a_layout_that_would_lose_something_is_refused(layout: dict[str, Any], said: str) -> None:
    assert said in refused(layout)


@pytest.mark.parametrize(
    "printing",
    [
        {"header": ["{{ title | upper }}: {{ meeting.body }}, {{ date }}"], "cover": ["wards"]},
        {"cover": ["wards", {"heading": "{{ title }}"}]},
        {"cover": [{"row": ["title", "wards"]}]},
        {"cover": ["wards"], "closing": ["title"]},
        {"cover": ["wards"], "parts": ["title", "recommendations"]},
    ],
)
def test_a_title_may_be_printed_anywhere(printing: dict[str, Any]) -> None:
    report = small_report(layouts={"cabinet_report": {**ROWS, **printing}}, wards=["W"], sections=[])
    text = render_text(numbered(report)[0]).split("author: ")[1]
    assert "safer streets" in text.lower()


def test_a_heading_of_the_cover_is_printed_unless_all_rows_below_it_are_empty() -> None:
    rows = [{"heading": "One"}, {"heading": "Two"}, {"field": "purpose"}, {"heading": "Three"}, {"field": "title"}]
    assert cover([*rows, {"heading": "Four"}]).count("heading") == 3
    assert "Two" not in cover(rows)


def test_parts_of_contacts_have_their_own_labels() -> None:
    row = {"field": "contacts", "label": "Author", "parts": [{"field": "email", "label": "Write to:"}, "name"]}
    out = cover([row], contacts=[Contact(name="A B", email="a@b.org"), Contact(name="C D")])
    assert out.endswith(
        "[Author]\n    lines\n      Write to: [a@b.org](mailto:a@b.org)\n      A B\n    lines\n      C D\n"
    )


def test_the_list_of_appendices_says_what_their_headings_say() -> None:
    layout = {"cover": ["title", "appendices"], "appendices": {"heading": "Annex {{ label }}: {{ title }}"}}
    out = printed(layout, appendices=[Appendix("Prices", content=["x"])])
    assert "p [Annex\u00a0A](#appendix #1): Prices" in out
    assert "appendix Annex A: Prices" in out.replace("\u00a0", " ")


def test_the_date_is_that_of_the_meeting_in_rows_too() -> None:
    assert "[Date]\n    p 23 July 2013" in cover([{"field": "date", "label": "Date"}])


def test_a_printed_word_has_one_paragraph() -> None:
    said = refused({}, terms={"draft": "PART 1\n\n(OPEN)"})
    assert 'the printed word "draft" has several paragraphs' in said


@pytest.mark.parametrize(
    ("layout", "other_titles"),
    [
        ({"cover": []}, 0),
        ({"cover": [{"field": "title", "label": "Title"}], "cover_style": "table"}, 1),
        ({"cover": ["wards", "title", "purpose"], "cover_style": "lines"}, 0),
        ({"cover": ["title", "purpose"], "cover_style": "stacked"}, 0),
        ({"cover": ["status", "title", "purpose"], "cover_style": "lines"}, 1),
        ({"header": ["{{ title | upper }}", "{{ meeting.body }} {{ meeting.date }}"], "cover": []}, 0),
        ({"header": ["Report: {{ title }}", "{{ meeting.body }} {{ meeting.date }}"], "cover": []}, 1),
        ({"cover": [], "closing": ["title"]}, 1),
    ],
)
@pytest.mark.parametrize("kind", [CabinetReport, ScrutinyReport])
def test_the_title_is_below_the_masthead_and_not_repeated_right_below_it(
    kind: type[Report], layout: dict[str, Any], other_titles: int
) -> None:
    parts = ["purpose", "recommendations", "sections"]
    report = kind("Safer streets", council=COUNCIL, meeting=MEETING, purpose="Words.", recommendations=["Agree."],
                  status="for_decision", layouts={kind.kind: {**layout, "parts": parts}})  # fmt: skip
    document, _ = numbered(report)
    out = render_text(document).split("author:")[1]
    assert out.count("  title: Safer streets\n") == 1
    assert len(re.findall("safer streets", out, re.IGNORECASE)) == 1 + other_titles
