"""The public functions: findings as values, errors raised, warnings issued once for each place, one layout."""

import re
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner

import csp_docs
from csp_docs import (
    Access,
    Appendix,
    CheckError,
    Code,
    DocumentWarning,
    Facts,
    Figure,
    LoadError,
    Meeting,
    ModelError,
    Pending,
    Plan,
    RenderError,
    Section,
    Severity,
    Table,
    cabinet_report,
    check,
    dumps,
    load,
    loads,
    passage,
    render,
    save,
)
from csp_docs.api import numbered
from csp_docs.cli import main
from csp_docs.model.choices import FormatName
from csp_docs.output.checked import checked
from csp_docs.output.formats import FORMATS
from csp_docs.output.printing import Printing
from csp_docs.writers import pdf
from tests.small import COUNCIL, small_report

WIDE = Table([f"Confidence{n}" for n in range(12)], [["x"] * 12])
FORMAT_OF: dict[str, FormatName] = {".docx": "docx", ".pdf": "pdf"}
BELL = "kind: plan\ntitle: T\ncouncil: harborough\nsections: [{title: A, content: [x]}]\nsubtitle: "


def test_check_returns_errors_warnings_and_notes_and_raises_nothing() -> None:
    given = small_report(sections=[Section("A", ["{{ nothing }}", WIDE, Pending("Police", "a map")])])
    assert [(found.code, found.severity, found.path) for found in check(given)] == [
        (Code.UNKNOWN_NAME, Severity.ERROR, "sections[0].content[0]"),
        (Code.PENDING, Severity.NOTE, "sections[0].content[2].what"),
        (Code.TABLE_TOO_WIDE, Severity.WARNING, "sections[0].content[1].columns[0]"),
    ]


@pytest.mark.parametrize(
    ("facts", "code", "severity"),
    [
        ({"Internationalisation" * 4: "Confidentiality" * 5}, Code.TABLE_TOO_WIDE, Severity.WARNING),
        ({"1" * 90: "2" * 60}, Code.FIGURES_TOO_WIDE, Severity.ERROR),
    ],
)
def test_facts_that_are_too_wide_are_named_with_their_place(
    facts: dict[str, str], code: Code, severity: Severity
) -> None:
    [found] = check(small_report(sections=[Section("A", [Facts(facts)])]))
    assert (found.code, found.severity, found.path) == (code, severity, "sections[0].content[0].facts")
    assert found.fact.startswith('the table "Facts" is too wide for the page')
    assert found.hint == "give it shorter words and figures"


def test_check_finds_nothing_in_a_finished_document() -> None:
    assert check(small_report()) == []


def test_check_returns_what_is_wrong_with_the_council_too() -> None:
    [found] = check(small_report(council="harboro"))
    assert (found.code, found.path) == (Code.UNKNOWN_COUNCIL, "council")


def test_what_is_no_document_is_a_slip_of_the_script() -> None:
    with pytest.raises(ModelError, match="must be a document"):
        check("plan.yaml")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"title": ""}, Code.EMPTY_TITLE, "title"),
        ({"recommendations": []}, Code.NO_RECOMMENDATIONS, "recommendations"),
        ({"sections": [Section("A", [["a", "{{ x }}"]])]}, Code.UNKNOWN_NAME, "sections[0].content[0].items[1]"),
        ({"sections": [Section("A", ["x"], id="a"), Section("B", ["x"], id="a")]}, Code.ID_TWICE, "sections[1].title"),
        ({"fields": {"urgency": "x"}}, Code.UNKNOWN_FIELD, "fields"),
        ({"council": {**COUNCIL["council"], "terms": {"page": "{x}"}}}, Code.UNKNOWN_KEY, "council"),
        ({"terms": {"page": "{x}"}}, Code.UNKNOWN_PLACEHOLDER, "terms.page"),
        ({"purpose": "a\0b"}, Code.DAMAGED_CHARACTER, "purpose"),
    ],
)  # fmt: skip
def test_problems_of_a_script_name_where_they_are(changes: dict[str, Any], code: Code, path: str) -> None:
    assert [(found.code, found.path) for found in check(small_report(**changes))] == [(code, path)]


def test_so_do_those_of_a_document_inside_another() -> None:
    inner = small_report(title="", sections=[Section("A", ["{{ x }}"])])
    found = check(small_report(appendices=[Appendix("A", document=inner)]))
    assert [problem.path for problem in found] == [
        "appendices[0].document.title",
        "appendices[0].document.sections[0].content[0]",
    ]


def test_texts_of_a_file_keep_their_lines_in_a_document_that_a_script_changes() -> None:
    document = loads(f"{BELL}'{{{{ x }}}}'\n", "plan.yaml")
    places = {(found.file, found.line, found.path) for found in check(evolve(document, version="{{ y }}"))}
    assert places == {("", None, "version"), ("plan.yaml", 5, "subtitle")}


@pytest.mark.parametrize("name", FORMATS)
def test_render_gives_the_bytes_that_save_writes(name: FormatName, tmp_path: Path) -> None:
    given = small_report(sections=[Section("A", [Table(["Area", "Offences"], [["Ashby", "12"]])])])
    [written] = save(given, tmp_path / f"a{FORMATS[name].ending}")
    assert render(given, name) == written.read_bytes()


def test_a_format_that_there_is_not_is_told() -> None:
    hint = "formats: csv, docx, html, pdf, xlsx, yaml"
    with pytest.raises(RenderError, match=rf'there is no format "odt" \[CSP902\]\n  hint: {hint}'):
        render(small_report(), "odt")  # type: ignore[arg-type]


def test_save_raises_errors_and_warns_of_the_rest(tmp_path: Path) -> None:
    given = small_report(sections=[Section("A", ["{{ nothing }}", WIDE, Pending("Police", "a map")])])
    with pytest.warns(DocumentWarning) as caught, pytest.raises(CheckError) as raised:
        save(given, tmp_path / "a.pdf")
    assert [problem.code for problem in raised.value.problems] == [Code.UNKNOWN_NAME]
    assert [found.code for found in findings(caught.list)] == [Code.TABLE_TOO_WIDE]


def test_errors_are_raised_where_filters_make_errors_of_warnings() -> None:
    with pytest.raises(CheckError, match="nothing"):
        render(small_report(sections=[Section("A", ["{{ nothing }}", WIDE])]), "pdf")
    with pytest.raises(DocumentWarning, match="too wide"):
        render(small_report(sections=[Section("A", [WIDE])]), "pdf")


def test_load_warns_of_what_it_left_out(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(f'{BELL}"a\\a"\n', encoding="utf-8")
    with pytest.warns(DocumentWarning, match=r"characters .* were left out: .* \[CSP402\]") as caught:
        document = load(file)
    assert isinstance(document, Plan)
    [found] = findings(caught.list)
    assert (found.file, found.line, found.path) == (str(file), 5, "subtitle")
    assert caught[0].filename == __file__  # the line of the script, not one of the package


def test_errors_of_reading_do_not_hide_its_warnings() -> None:
    with pytest.warns(DocumentWarning, match="left out"), pytest.raises(LoadError, match="is not known"):
        loads(f'{BELL}"a\\a"\nsubtitel: x\n')


def test_equal_facts_at_two_places_are_two_warnings_and_none_is_shown_twice() -> None:
    given = small_report(sections=[Section("A", [WIDE, WIDE])])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for _ in range(2):
            render(given, "pdf")
    assert [found.path for found in findings(caught)] == [
        "sections[0].content[0].columns[0]",
        "sections[0].content[1].columns[0]",
    ] * 2


def test_forty_warnings_from_eight_threads_are_forty() -> None:
    # Reading a picture must not change the filters of warnings, which belong to all threads.
    picture = Figure(file="tests/pictures/bars.png", alt="A chart")
    given = small_report(sections=[Section("A", [WIDE, picture])])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda _: render(given, "docx"), range(40)))
    assert len(list(findings(caught))) == 40


@pytest.mark.parametrize("names", [("a.pdf",), ("a.docx",), ("a.docx", "a.pdf"), ("a.pdf", "b.pdf", "a.docx", "c.pdf")])
def test_a_document_is_laid_out_once_whatever_the_formats(
    names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, lay_out = [], pdf.lay_out
    monkeypatch.setattr(pdf, "lay_out", lambda *given: calls.append(given) or lay_out(*given))  # type: ignore[func-returns-value]
    sections = (Section("One", ["x"]), Section("Two", ["y"]))
    document = Plan("A plan", council="harborough", contents=True, sections=sections)
    written = save(document, *(tmp_path / name for name in names))
    assert len(calls) == 1
    assert {path.suffix: path.read_bytes() for path in written} == {
        path.suffix: render(document, FORMAT_OF[path.suffix]) for path in written
    }


@pytest.mark.parametrize("is_painted", [True, False])
def test_the_pages_of_contents_are_found_once(is_painted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    calls, lay_out = [], pdf.lay_out
    monkeypatch.setattr(pdf, "lay_out", lambda *given: calls.append(given) or lay_out(*given))  # type: ignore[func-returns-value]
    found = checked(Plan("A plan", council="harborough", contents=True, sections=[Section("One", ["x"])]))
    printing = Printing(found.blocks, found.theme, is_painted=is_painted)
    assert printing.word() == printing.word()
    assert len(calls) == 1


@pytest.mark.parametrize("name", ["word", "pdf", "html", "xlsx", "csv"])
def test_a_format_can_be_printed_twice(name: str) -> None:
    years = csp_docs.Table(["Year"], [["2024"]])
    found = checked(Plan("A plan", council="harborough", contents=True, sections=[Section("One", [years])]))
    printing = Printing(found.blocks, found.theme)
    printing.pdf()
    assert getattr(printing, name)() == getattr(printing, name)()


def test_word_alone_without_contents_needs_no_layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pdf, "lay_out")
    save(small_report(), tmp_path / "a.docx")


def test_the_version_is_that_of_the_distribution() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", str(csp_docs.__version__))


def findings(caught: list[warnings.WarningMessage]) -> Iterator[csp_docs.Problem]:
    for warning in caught:
        assert isinstance(warning.message, DocumentWarning)
        yield warning.message.finding


@pytest.mark.parametrize("given", [None, b"kind: plan", 5])
def test_loads_takes_texts_alone(given: Any) -> None:
    with pytest.raises(LoadError, match="must be a text, not"):
        loads(given)


def test_a_format_that_is_not_a_name_is_refused() -> None:
    with pytest.raises(RenderError, match='there is no format "None"'):
        render(small_report(), None)  # type: ignore[arg-type]


def test_the_public_edition_is_there_for_every_function_that_takes_a_document(tmp_path: Path) -> None:
    builder = (
        cabinet_report("Cameras", council="harborough", meeting=Meeting("Cabinet", date(2026, 3, 10)))
        .recommend("agree")
        .section("Bids", passage("Secret one.", access=Access([3])))
        .section("Secret title", "Secret two.", access=Access([3]))
        .appendix("Secret appendix", "Secret three.", access=Access(confidential=True))
    )
    assert "Secret" not in repr(numbered(builder, public=True)[0])
    assert check(builder, public=True) == []
    [path] = builder.save(tmp_path / "public.pdf", public=True)
    assert path.read_bytes() == render(builder, "pdf", public=True) == render(builder.build(), "pdf", public=True)
    assert path.read_bytes() != render(builder, "pdf")


@pytest.mark.parametrize(
    ("to", "fits"), [("docx", False), ("pdf", False), ("html", True), ("xlsx", True), ("csv", True)]
)
def test_a_table_that_is_wider_than_paper_stops_word_and_pdf_alone(to: FormatName, fits: bool, tmp_path: Path) -> None:
    wide = Table([f"Figure {number}" for number in range(40)], [["1,234,567"] * 40], caption="Wide")
    document = Plan("Safer", council="harborough", period="2026-2029", sections=[Section("A", [wide])])
    assert Code.FIGURES_TOO_WIDE in {problem.code for problem in check(document)}
    (tmp_path / "plan.yaml").write_text(dumps(document), encoding="utf-8")
    built = CliRunner().invoke(main, ["build", str(tmp_path / "plan.yaml"), "--to", to, "--out", str(tmp_path)])
    assert (built.exit_code == 0) == fits
    if fits:
        assert render(document, to)
    else:
        with pytest.raises(CheckError, match="CSP707"):
            render(document, to)
