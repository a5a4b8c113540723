"""Council templates: found by name or path, laid over what they extend, refused with the line where they are wrong."""

from pathlib import Path
from typing import Any

import pytest

from csp_docs.api import load
from csp_docs.council.formats import FileFormat
from csp_docs.council.layouts import parts_of
from csp_docs.council.template import council_for, theme_of
from csp_docs.errors import CspDocsError, TemplateError
from csp_docs.model import CabinetReport, Priority
from csp_docs.output.formats import FORMATS
from tests.small import small_report
from tests.uncoded import uncoded


def report(council: str | dict[str, Any], **changes: Any) -> CabinetReport:
    return small_report(council=council, **changes)


def test_a_template_is_laid_over_the_default_one_key_by_key() -> None:
    council = council_for(report({"council": {"name": "Anywhere Council"}, "terms": {"appendix": "Annex"}}))
    assert council.council.name == "Anywhere Council"
    assert (council.terms["appendix"], council.terms["table"]) == ("Annex", "Table")
    assert council.layouts.cabinet_report.cover[0].label == "Report title"


def test_a_document_overrides_its_template() -> None:
    council = council_for(
        report(
            "north-west-leicestershire",
            terms={"table": "Figure"},
            partnership={"name": "Safer District"},
            layouts={"cabinet_report": {"appendices": {"label": "A"}}},
        )
    )
    layout = council.layouts.cabinet_report
    assert (council.terms["table"], council.partnership.name) == ("Figure", "Safer District")
    assert (layout.appendices.label, layout.recommendations.style) == ("A", "plain")
    assert council.partnership.short_name == "SNWP"


def test_a_welsh_edition_takes_the_welsh_words() -> None:
    council = council_for(report({"council": {"name": "Cyngor"}}, language="cy-GB"))
    assert (council.terms["appendix"], council.terms["page"]) == ("Atodiad", "Tudalen {page} o {pages}")


def test_looks_are_chosen_by_use() -> None:
    look = council_for(report("north-west-leicestershire")).theme
    assert theme_of(look).colours.accent == "14532D"
    assert round(theme_of(look).page.left, 1) == 72.0


def folder_with(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    report_text = (
        "kind: cabinet_report\ncouncil: ours.yaml\ntitle: T\n"
        "meeting: {body: Cabinet, date: 2013-07-23}\nrecommendations: [agree]\n"
    )
    (tmp_path / "report.yaml").write_text(report_text, encoding="utf-8")
    return tmp_path / "report.yaml"


def message(path: Path) -> str:
    with pytest.raises(CspDocsError) as caught:
        council_for(load(path))
    return uncoded(caught.value).replace(f"{path.parent}/", "")


def test_a_template_beside_the_document_is_found_by_its_path(tmp_path: Path) -> None:
    path = folder_with(
        tmp_path, ours="extends: base.yaml\ncouncil: {short_name: OC}", base="council: {name: Our Council}"
    )
    council = council_for(load(path)).council
    assert (council.name, council.short_name) == ("Our Council", "OC")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, 'report.yaml:2:10: council: there is no council template "ours.yaml"'),
        ({"ours": "extends: ours.yaml\ncouncil: {name: O}"}, "the template ours.yaml extends itself"),
        ({"ours": "extends: ../else.yaml"}, "is outside the document's folder"),
        ({"ours": "extends: harboro"}, 'ours.yaml:1:10: extends: the council "harboro" is not known'),
        ({"ours": "council: {nam: O}"}, 'ours.yaml:1:11: council: the key "nam" is not known'),
        ({"ours": "council: {name: O}\nterms: {appendx: A}"},
         'ours.yaml:2:9: terms: the printed word "appendx" is not known'),
        ({"ours": "council: {name: O}\nlayouts:\n  cabinet_report:\n    cover:\n      - {field: title, heading: H}"},
         "a row of the cover sheet must be a field, a heading, a text or a row"),
        ({"ours": "council: {name: O}\nlayouts: {cabinet_report: {cover_style: tabel}}"}, "tabel"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_template_is_told_with_its_line(tmp_path: Path, files: dict[str, str], said: str) -> None:
    assert said in message(folder_with(tmp_path, **files))


def test_colours_that_cannot_be_read_are_refused() -> None:
    colours = {"accent": "#FFDD00", "txt": "#000000", "shade": "#333333", "pending": "#000000", "rule": "grey"}
    colours["series_3"] = "#F59E0B"
    with pytest.raises(TemplateError) as caught:
        council_for(report({"council": {"name": "O"}, "theme": {"colours": colours}}))
    assert [problem.fact for problem in caught.value.problems] == [
        'the colour "#FFDD00" for accent is too light to read',
        'the colour "txt" is not known',
        'the colour "#333333" for shade is too dark',
        'the colour "#000000" for pending is too dark',
        '"grey" is not a colour',
        'the colour "#F59E0B" for series_3 is too light to see',
    ]


def test_shades_of_maps_go_from_light_to_dark_and_show_outlines() -> None:
    colours = {"map_2": "#FFFFFF", "map_6": "#101010"}
    with pytest.raises(TemplateError) as caught:
        council_for(report({"council": {"name": "O"}, "theme": {"colours": colours}}))
    assert [problem.fact for problem in caught.value.problems] == [
        'the colour "#FFFFFF" for map_2 is not darker than "E4EFF9" for map_1',
        'the colour "#101010" for map_6 is too dark',
    ]


def test_a_template_without_a_council_is_refused() -> None:
    with pytest.raises(TemplateError, match="the template does not name the council"):
        council_for(report("default"))


def test_a_printed_word_holds_only_placeholders_that_are_known() -> None:
    terms = {"page": "P. {page", "access_exempt": "NOT FOR PUBLICATION {paragraph}", "appendix": "{x}"}
    with pytest.raises(TemplateError) as caught:
        council_for(report({"council": {"name": "O"}}, terms=terms))
    assert len(caught.value.problems) == 3
    assert "it may have {page} and {pages}" in str(caught.value)


def test_a_printed_word_is_not_empty_but_those_before_a_telephone_number_and_an_address_may_be() -> None:
    council = council_for(report({"council": {"name": "O"}}, terms={"phone": "", "email": "E:"}))
    assert (council.terms["phone"], council.terms["email"]) == ("", "E:")
    with pytest.raises(TemplateError, match='the printed word "contents" is empty'):
        council_for(report({"council": {"name": "O"}}, terms={"contents": " "}))


@pytest.mark.parametrize("language", ["en-GB", "cy-GB"])
def test_a_new_council_has_a_layout_for_plans(language: str) -> None:
    plan = council_for(report({"council": {"name": "O"}}, language=language)).layouts.plan
    assert [page.value for page in plan.front] == ["cover", "contents", "foreword"]
    assert {part.field for part in plan.priority.parts} == set(parts_of(Priority))
    assert all("{{" not in part.label for part in plan.priority.parts)


def test_a_council_publishes_word_and_pdf_unless_it_names_formats() -> None:
    publishing = [
        council_for(report({"council": {"name": "Anytown"}, **given})).files for given in ({}, {"files": ["html"]})
    ]
    assert [[format_.value for format_ in files] for files in publishing] == [["docx", "pdf"], ["html"]]


@pytest.mark.parametrize(
    ("files", "said"),
    [(["htm"], 'the value "htm" is not known'), ([], "no format is named")],
    ids=["unknown", "none"],
)
def test_formats_that_a_council_cannot_publish_are_refused(files: list[str], said: str) -> None:
    with pytest.raises(TemplateError) as raised:
        council_for(report({"council": {"name": "Anytown"}, "files": files}))
    assert said in uncoded(str(raised.value))


def test_a_council_can_name_each_format_that_there_is() -> None:
    assert [format_.value for format_ in FileFormat] == list(FORMATS)
