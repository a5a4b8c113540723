"""A document's file as an object of the model: the whole way, and what a file as a whole can have wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from csp_docs.documents import KINDS, load, loads
from csp_docs.errors import LoadError, origin_of
from csp_docs.model import (
    Access,
    Appendix,
    BackgroundPaper,
    Bullets,
    CabinetReport,
    Contact,
    KeyDecision,
    Language,
    Lines,
    Meeting,
    Plain,
    Section,
    Status,
)

HEAD = """\
kind: cabinet_report
council: north-west-leicestershire
title: Safer Streets
meeting: {body: Cabinet, date: 2013-07-23}
"""

SMALL = (
    HEAD
    + """\
status: for_noting
key_decision: {financial: no, community: yes}
access: {exempt: [3], reason: Names of people}
contacts:
  - {name: A. Officer, email: a@example.org}
implications: {financial: None, risk: ""}
fields: {urgency: Not urgent, ward_members: [B, C]}
recommendations:
  - note the report
glossary: {CSP: Community Safety Partnership}
sections:
  - title: Background
    content: ["Crime fell.", [a, b]]
    sections:
      - {title: Below, id: below, numbered: no}
appendices:
  - {title: Figures, content: [text]}
"""
)


def told(text: str) -> str:
    with pytest.raises(LoadError) as caught:
        loads(text)
    return str(caught.value)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_becomes_the_object_that_a_script_would_make(tmp_path):
    expected = CabinetReport(
        title="Safer Streets",
        council="north-west-leicestershire",
        meeting=Meeting("Cabinet", date(2013, 7, 23)),
        status=Status.FOR_NOTING,
        key_decision=KeyDecision(financial=False, community=True),
        access=Access((3,), "Names of people"),
        contacts=[Contact(name="A. Officer", email="a@example.org")],
        implications={"financial": "None", "risk": ""},
        fields={"urgency": "Not urgent", "ward_members": ("B", "C")},
        recommendations=["note the report"],
        glossary={"CSP": "Community Safety Partnership"},
        sections=[
            Section(
                "Background",
                ["Crime fell.", Bullets(["a", "b"])],
                [Section("Below", id="below", numbered=False)],
            )
        ],
        appendices=[Appendix("Figures", content=["text"])],
    )
    path = write(tmp_path / "cabinet.yaml", SMALL)
    assert load(path) == load(str(path)) == loads(SMALL) == expected
    assert hash(load(path).sections) == hash(expected.sections)


def test_texts_remember_the_file_as_it_was_named(tmp_path, monkeypatch):
    write(tmp_path / "papers/cabinet.yaml", SMALL)
    monkeypatch.chdir(tmp_path)
    assert str(origin_of(load("papers/cabinet.yaml").title)) == "papers/cabinet.yaml:3:8"
    assert str(origin_of(loads(SMALL, "cabinet.yaml").title)) == "cabinet.yaml:3:8"


def test_an_edition_takes_its_language():
    source = SMALL.replace("title: Safer Streets", "title: {en: Safer Streets, cy: Strydoedd Diogelach}")
    assert loads(source).title == "Safer Streets"
    welsh = loads(source + "language: cy-GB\n")
    assert (welsh.title, welsh.language) == ("Strydoedd Diogelach", Language.WELSH)


def test_the_printed_report_of_2013(shared):
    report = load(shared / "cases/002-nwl-cabinet-2013.yaml")
    assert isinstance(report, CabinetReport)
    assert report.title == "COMMUNITY SAFETY STRATEGY 2011-14 (2013 REFRESH)"
    assert report.status is Status.FOR_NOTING
    assert report.meeting == Meeting("Cabinet", date(2013, 7, 23))
    assert report.key_decision == KeyDecision(financial=False, community=True)
    assert [contact.phone for contact in report.contacts] == ["01509 569746", "01530 454555", "01530 454832"]
    assert report.purpose.endswith('can be found at {{ ref("strategy") }}.')
    assert list(report.implications) == [
        "summary",
        "financial",
        "relevant_cat",
        "risk",
        "equalities",
        "human_rights",
        "transformational_government",
    ]
    assert set(report.officer_comments.values()) == {"The report is satisfactory"}
    assert report.background_papers[2] == BackgroundPaper(
        "Crime and Disorder Act 1998", "http://www.legislation.gov.uk/ukpga/1998/37/contents"
    )
    assert [len(section.content) for section in report.sections] == [8, 3, 3, 5, 8, 2, 1]
    assert [type(item).__name__ for item in report.sections[0].content[2:4]] == ["Located", "Bullets"]
    assert isinstance(report.sections[0].content[7], Lines)
    assert report.sections[4].content[2] == Plain("Priority 1:")
    assert report.appendices == (
        Appendix(
            "North West Leicestershire Community Safety Strategy 2011-2014",
            id="strategy",
            document="002-nwl-strategy-2013.yaml",
        ),
    )


WRONG = """\
kind: cabinet_report
council: {council: {name: {en: Anywhere}, nmae: X}}
title: Safer Streets
status: for_notng
meeting: {body: Cabinet, date: 23/07/2013}
key_decision: {finacial: no}
version:
title: Twice
purpose: See <b>below</b>
recommendations: NOTE THE CHANGES
terms: {apendix: Annexe}
sections:
  - title: A
    id: same
    content:
      - table: {id: same, columns: [a, b], rows: [[c]]}
      - *alias
  - {id: same, titel: B}
appendices:
  - {id: same, title: C, document: ../secret.yaml}
  - {title: D, document: none.yaml}
"""


def test_everything_that_is_wrong_with_a_file_is_told_at_once(file_regression, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(Path("cabinet.yaml"), WRONG)
    with pytest.raises(LoadError) as caught:
        load("cabinet.yaml")
    file_regression.check(f"{caught.value}\n")


def test_yaml_that_breaks_off_is_told_with_the_faults_before():
    assert told("kind:\ntitle: Crime: a report\n") == (
        "document.yaml:1:1: kind: has no value\n"
        '  hint: write a value, or leave the key out; "" is an empty text\n'
        "document.yaml:2:13: this is not YAML: mapping values are not allowed here\n"
        "  hint: put a text that holds ': ' in quotes, or begin the key in the column of its neighbours"
    )


@pytest.mark.parametrize(
    ("kind", "fact"),
    [
        ("kind: cabinet_reprot", '1:7: kind: unknown kind "cabinet_reprot"\n  hint: did you mean "cabinet_report"? '),
        ("kind: letter", '1:7: kind: unknown kind "letter"\n  hint: '),
        ("kind: [letter]", "1:7: kind: found a list, expected a kind of document\n  hint: "),
        ("title: A report", '1:1: the key "kind" is missing\n  hint: '),
    ],
)
def test_without_a_known_kind_the_known_ones_are_told(kind, fact):
    assert told(kind) == f"document.yaml:{fact}known kinds: {', '.join(sorted(KINDS))}"


def test_a_kind_without_value_is_told_once():
    assert told("kind:\ntitle: a") == (
        'document.yaml:1:1: kind: has no value\n  hint: write a value, or leave the key out; "" is an empty text'
    )


def test_a_repeated_id_names_both_places():
    source = (
        HEAD
        + "sections: [{title: T, id: a}, {sections: [{title: T, id: b}, {title: T, id: a}]}]\n"
        + "appendices: [{title: T, id: b, content: [x]}]\n"
    )
    assert told(source) == (
        'document.yaml:5:77: sections[1].sections[1].id: the id "a" is given twice\n'
        "  hint: it is the id at document.yaml:5:27 (sections[0].id) too: choose another\n"
        'document.yaml:6:29: appendices[0].id: the id "b" is given twice\n'
        "  hint: it is the id at document.yaml:5:58 (sections[1].sections[0].id) too: choose another"
    )


class TestAppendixFiles:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        write(tmp_path / "secret.yaml", "x")
        write(tmp_path / "papers/plan.yaml", "x")
        write(tmp_path / "papers/below/plan.yaml", "x")
        (tmp_path / "papers/link.yaml").symlink_to(tmp_path / "secret.yaml")
        (tmp_path / "papers/inner.yaml").symlink_to("plan.yaml")
        (tmp_path / "papers/loop.yaml").symlink_to("loop.yaml")
        return tmp_path / "papers"

    def load(self, folder: Path, name: str) -> CabinetReport:
        text = f"{HEAD}appendices:\n  - title: The plan\n    document: '{name}'\n"
        report = load(write(folder / "cabinet.yaml", text))
        assert isinstance(report, CabinetReport)
        return report

    @pytest.mark.parametrize("name", ["plan.yaml", "below/plan.yaml", "./below/../plan.yaml", "inner.yaml"])
    def test_in_the_folder_or_below_are_taken(self, folder, name):
        assert self.load(folder, name).appendices == (Appendix("The plan", document=name),)

    @pytest.mark.parametrize(
        ("name", "fact"),
        [
            ("../secret.yaml", 'the file "../secret.yaml" lies outside the document\'s folder'),
            ("below/../../secret.yaml", 'the file "below/../../secret.yaml" lies outside the document\'s folder'),
            ("link.yaml", 'the file "link.yaml" lies outside the document\'s folder'),
            ("/etc/passwd", '"/etc/passwd" is an absolute path'),
            ("C:\\secret.yaml", '"C:\\secret.yaml" is an absolute path'),
            ("C:secret.yaml", '"C:secret.yaml" is an absolute path'),
            ("\\\\server\\secret.yaml", '"\\\\server\\secret.yaml" is an absolute path'),
            ("none.yaml", 'there is no file "none.yaml"'),
            ("below", 'there is no file "below"'),
            ("x" * 300, f'the file "{"x" * 60}…" cannot be looked up'),
        ],
    )
    def test_others_are_refused_with_their_line(self, folder, name, fact):
        with pytest.raises(LoadError) as caught:
            self.load(folder, name)
        (problem,) = caught.value.problems
        assert problem.fact == fact
        assert problem.hint
        assert problem.origin is not None
        assert (problem.origin.line, problem.origin.column) == (7, 15)
        assert problem.origin.path == "appendices[0].document"

    def test_a_circle_of_links_is_refused(self, folder):
        with pytest.raises(LoadError, match=r'file "loop\.yaml"'):
            self.load(folder, "loop.yaml")
