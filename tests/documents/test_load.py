"""A document's file as an object of the model: end to end, and what can be wrong with a file as such."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.api import load, loads, numbered
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code, LoadError, origin_of
from csp_docs.model import (
    Access,
    Appendix,
    BackgroundPaper,
    Bullets,
    CabinetReport,
    Contact,
    CouncilDocument,
    Figure,
    KeyDecision,
    Language,
    Lines,
    Meeting,
    Pending,
    Period,
    Plain,
    Plan,
    Section,
    Status,
    Year,
)
from tests.uncoded import uncoded

TEMPLATES = Path(__file__).parents[2] / "templates/councils"

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
    return uncoded(caught.value)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_becomes_the_object_that_a_script_would_make(tmp_path: Path) -> None:
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


def test_texts_remember_the_file_as_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "papers/cabinet.yaml", SMALL)
    monkeypatch.chdir(tmp_path)
    assert str(origin_of(load("papers/cabinet.yaml").title)) == "papers/cabinet.yaml:3:8"
    assert str(origin_of(loads(SMALL, "cabinet.yaml").title)) == "cabinet.yaml:3:8"


def test_an_edition_takes_its_language() -> None:
    source = SMALL.replace("title: Safer Streets", "title: {en: Safer Streets, cy: Strydoedd Diogelach}")
    assert loads(source).title == "Safer Streets"
    welsh = loads(source + "language: cy-GB\n")
    assert (welsh.title, welsh.language) == ("Strydoedd Diogelach", Language.WELSH)


def test_the_printed_report_of_2013(shared: Path) -> None:
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
    sections = [section for section in report.sections if isinstance(section, Section)]
    assert [len(section.content) for section in sections] == [8, 3, 3, 5, 8, 2, 1]
    assert [type(item).__name__ for item in sections[0].content[2:4]] == ["Located", "Bullets"]
    assert isinstance(sections[0].content[7], Lines)
    assert sections[4].content[2] == Plain("Priority 1:")
    (appendix,) = report.appendices
    assert (appendix.title, appendix.id) == (
        "North West Leicestershire Community Safety Strategy 2011-2014",
        "strategy",
    )
    assert isinstance(appendix.document, Plan)
    assert appendix.document == load(shared / "cases/002-nwl-strategy-2013.yaml")
    assert appendix.document.period == Period(Year(2011), Year(2014))


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
layouts: {cabinet_reprot: {}}
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


def test_everything_that_is_wrong_with_a_file_is_told_at_once(
    file_regression: FileRegressionFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("cabinet.yaml"), WRONG)
    with pytest.raises(LoadError) as caught:
        load("cabinet.yaml")
    file_regression.check(f"{caught.value}\n")


OTHERS = {
    "no title": "date: 2026-03-10",
    "a title that is not a text": "title: [A]",
    "a language that does not exist": "title: A\nlanguage: klingon",
    "a setting that is not keys with values": "title: A\nlayouts: 3",
    "a key that is not known": "titel: A",
    "a day that does not exist": "title: A\ndate: 2026-13-10",
}


@pytest.mark.parametrize("others", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("council", ["harboro", "none.yaml", "{extends: none.yaml}"])
def test_a_council_that_does_not_exist_is_told_with_the_other_faults_of_the_file(council: str, others: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(f"kind: plan\ncouncil: {council}\n{others}\nsections: [{{title: B, content: [{{chrt: 1}}]}}]\n")
    codes = [problem.code.value for problem in caught.value.findings]
    assert codes.count("CSP302") == 1
    assert codes.count("CSP207") == 1


def test_yaml_that_breaks_off_is_told_with_the_faults_before() -> None:
    assert told("kind:\ntitle: Crime: a report\n") == (
        "document.yaml:1:1: kind: there is no value\n"
        '  hint: write a value, or leave the key out; "" is an empty text\n'
        "document.yaml:2:13: this is not YAML: a colon and a space are in a place where no key can be\n"
        "  hint: put a text with ': ' in quotes, or begin the key in the column of the other keys"
    )


def test_a_text_that_ends_with_a_colon_is_no_key() -> None:
    assert told(HEAD + "sections:\n  - content:\n      - The partners are:\n") == (
        "document.yaml:7:9: sections[0].content[0].The partners are: there is no value\n"
        '  hint: if this is a text that ends with a colon, put it in quotes: "The partners are:"; if not, write a value'
    )


@pytest.mark.parametrize(
    ("kind", "fact"),
    [
        (
            "kind: cabinet_reprot",
            '1:7: kind: the kind "cabinet_reprot" is not known\n  hint: did you mean "cabinet_report"? ',
        ),
        ("kind: letter", '1:7: kind: the kind "letter" is not known\n  hint: '),
        ("kind: [letter]", "1:7: kind: this must be a kind of document, not a list\n  hint: "),
        ("subtitle: A report", '1:1: the key "kind" is missing\n  hint: '),
    ],
)
def test_without_a_known_kind_the_known_ones_are_told(kind: str, fact: str) -> None:
    assert (
        told(f"{kind}\ntitle: T\ncouncil: harborough") == f"document.yaml:{fact}known kinds: {', '.join(sorted(KINDS))}"
    )


def test_a_kind_without_value_is_told_once() -> None:
    assert told("kind:\ntitle: a\ncouncil: harborough") == (
        'document.yaml:1:1: kind: there is no value\n  hint: write a value, or leave the key out; "" is an empty text'
    )


def test_a_repeated_id_names_both_places() -> None:
    source = (
        HEAD
        + "sections: [{title: T, id: a}, {sections: [{title: T, id: b}, {title: T, id: a}]}]\n"
        + "appendices: [{title: T, id: b, content: [x]}]\n"
    )
    assert told(source) == (
        'document.yaml:5:77: sections[1].sections[1].id: the id "a" is given twice\n'
        "  hint: it is also the id at document.yaml:5:27 (sections[0].id): choose another\n"
        'document.yaml:6:29: appendices[0].id: the id "b" is given twice\n'
        "  hint: it is also the id at document.yaml:5:58 (sections[1].sections[0].id): choose another"
    )


PLAN = """\
kind: plan
council: north-west-leicestershire
title: The plan
"""


class TestFilesOfADocument:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        for name in ("secret", "papers/plan", "papers/below/plan"):
            write(tmp_path / f"{name}.yaml", PLAN)
        (tmp_path / "papers/link.yaml").symlink_to(tmp_path / "secret.yaml")
        (tmp_path / "papers/inner.yaml").symlink_to("plan.yaml")
        (tmp_path / "papers/loop.yaml").symlink_to("loop.yaml")
        return tmp_path / "papers"

    def appendix(self, folder: Path, name: str) -> Appendix:
        text = f"{HEAD}appendices:\n  - title: The plan\n    document: '{name}'\n"
        (appendix,) = load(write(folder / "cabinet.yaml", text)).appendices
        return appendix

    def figure(self, folder: Path, name: str) -> Figure:
        text = f"{HEAD}sections:\n  - content:\n    - figure: {{decorative: yes, file: '{name}'}}\n"
        (section,) = load(write(folder / "cabinet.yaml", text)).sections
        assert isinstance(section, Section)
        (figure,) = section.content
        assert isinstance(figure, Figure)
        return figure

    @pytest.mark.parametrize("name", ["plan.yaml", "below/plan.yaml", "./below/../plan.yaml", "inner.yaml"])
    def test_in_the_folder_or_below_are_taken(self, folder: Path, name: str) -> None:
        plan = Plan(title="The plan", council="north-west-leicestershire")
        assert self.appendix(folder, name) == Appendix("The plan", document=plan)
        assert self.figure(folder, name) == Figure(file=name, decorative=True)

    @pytest.mark.parametrize(
        ("name", "fact"),
        [
            ("../secret.yaml", 'the file "../secret.yaml" is outside the document\'s folder'),
            ("below/../../secret.yaml", 'the file "below/../../secret.yaml" is outside the document\'s folder'),
            ("link.yaml", 'the file "link.yaml" is outside the document\'s folder'),
            ("/etc/passwd", '"/etc/passwd" is an absolute path'),
            ("C:\\secret.yaml", '"C:\\secret.yaml" is an absolute path'),
            ("C:secret.yaml", '"C:secret.yaml" is an absolute path'),
            ("\\\\server\\secret.yaml", '"\\\\server\\secret.yaml" is an absolute path'),
            ("none.yaml", 'there is no file "none.yaml"'),
            ("below", 'there is no file "below"'),
            ("x" * 300, f'the file "{"x" * 60}…" cannot be found'),
        ],
    )
    def test_others_are_refused_with_their_line(self, folder: Path, name: str, fact: str) -> None:
        for reading, place in (
            (self.appendix, (7, 15, "appendices[0].document")),
            (self.figure, (7, 39, "sections[0].content[0].figure.file")),
        ):
            with pytest.raises(LoadError) as caught:
                reading(folder, name)
            (problem,) = caught.value.problems
            assert problem.fact == fact
            assert problem.hint
            assert problem.origin is not None
            assert (problem.origin.line, problem.origin.column, problem.origin.path) == place

    def test_a_document_that_is_no_yaml_is_told_with_its_line(self, folder: Path) -> None:
        write(folder / "chart.png", "")
        with pytest.raises(LoadError, match=r'cabinet\.yaml:7:15: .* "chart\.png" is not a YAML file'):
            self.appendix(folder, "chart.png")

    def test_a_circle_of_links_is_refused(self, folder: Path) -> None:
        with pytest.raises(LoadError, match=r'file "loop\.yaml"'):
            self.appendix(folder, "loop.yaml")

    @pytest.mark.parametrize("part", ["portrait", "signature"])
    def test_pictures_of_who_signs_are_looked_for(self, folder: Path, part: str) -> None:
        picture = f"signed_by: {{name: A, {part}: {{decorative: yes, file: none.png}}}}"
        text = f"{PLAN}foreword:\n  content: [Welcome.]\n  {picture}\n"
        with pytest.raises(LoadError, match=r'yaml:6:.*there is no file "none\.png"'):
            load(write(folder / "signed.yaml", text))

    def test_a_picture_is_looked_for_in_every_language(self, folder: Path) -> None:
        file = "{en: plan.yaml, cy: cynllun.yaml}"
        text = f"{PLAN}sections:\n  - content:\n    - figure: {{decorative: yes, file: {file}}}\n"
        with pytest.raises(LoadError, match=r'there is no file "cynllun\.yaml"'):
            load(write(folder / "figure.yaml", text))

    def test_a_figure_that_is_pending_needs_no_file(self, folder: Path) -> None:
        figure = "figure: {pending: {owner: Police, what: a map}}"
        text = f"{PLAN}sections:\n  - content:\n    - {figure}\n"
        (section,) = load(write(folder / "figure.yaml", text)).sections
        assert isinstance(section, Section)
        assert section.content == (Figure(pending=Pending("Police", "a map")),)


def plan_with(*appendices: str, **keys: str) -> str:
    """Return a plan whose appendices are the documents given, each a file or a mapping."""
    more = "".join(f"{name}: {value}\n" for name, value in keys.items())
    return f"{PLAN}{more}appendices:\n" + "".join(f"  - title: A\n    document: {given}\n" for given in appendices)


def document_inside(document: CouncilDocument) -> CouncilDocument:
    """Return the document of the first appendix."""
    found = document.appendices[0].document
    assert found is not None
    return found


class TestDocumentsInDocuments:
    def told(self, path: Path) -> str:
        with pytest.raises(LoadError) as caught:
            load(path)
        return uncoded(caught.value)

    def test_each_file_is_seen_from_the_folder_of_the_file_that_names_it(self, tmp_path: Path) -> None:
        write(tmp_path / "papers/plan.yaml", plan_with("../notes/note.yaml"))
        figure = "sections: [{content: [{figure: {file: ../pictures/map.png, alt: A map}}]}]\n"
        write(tmp_path / "notes/note.yaml", PLAN.replace("The plan", "The note") + figure)
        write(tmp_path / "pictures/map.png", "")
        plan = document_inside(load(write(tmp_path / "report.yaml", plan_with("papers/plan.yaml"))))
        note = document_inside(plan)
        assert note.title == "The note"
        origin = origin_of(note.title)
        assert origin is not None
        assert origin.file == str(tmp_path / "papers/../notes/note.yaml")
        (section,) = note.sections
        assert isinstance(section, Section)
        assert section.content == (Figure(file="../pictures/map.png", alt="A map"),)

    def test_no_file_is_read_from_outside_the_outermost_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(write(tmp_path / "in/report.yaml", plan_with("papers/plan.yaml")).parent)
        write(tmp_path / "in/papers/plan.yaml", plan_with("../../note.yaml"))
        write(tmp_path / "note.yaml", PLAN)
        assert self.told(Path("report.yaml")) == (
            'papers/plan.yaml:6:15: appendices[0].document: the file "../../note.yaml" is outside the document\'s '
            "folder\n  hint: move or copy it into the folder"
        )

    def test_templates_may_lie_in_the_outermost_folder_and_not_outside(self, tmp_path: Path) -> None:
        write(tmp_path / "in/ours.yaml", "extends: shared/base.yaml\n")
        write(tmp_path / "in/shared/base.yaml", "council: {name: Anytown}\n")
        write(tmp_path / "in/papers/plan.yaml", PLAN.replace("north-west-leicestershire", "../ours.yaml"))
        path = write(tmp_path / "in/report.yaml", plan_with("papers/plan.yaml"))
        assert numbered(load(path))[0].blocks
        write(tmp_path / "in/ours.yaml", "extends: ../outside.yaml\n")
        write(tmp_path / "outside.yaml", "council: {name: Anytown}\n")
        assert 'the council template "../outside.yaml" is outside the document\'s folder' in self.told(path)

    def test_nor_may_those_of_highlight_reports_lie_outside(self, tmp_path: Path) -> None:
        write(tmp_path / "outside.yaml", "council: {name: Anytown}\n")
        report = HEAD.replace("cabinet", "scrutiny") + "highlight_reports: [{title: H, council: ../outside.yaml}]\n"
        message = self.told(write(tmp_path / "in/report.yaml", report))
        assert "report.yaml:5:41: highlight_reports[0].council: the council template" in message
        assert "is outside the document's folder" in message

    def test_a_mapping_has_the_council_and_the_language_of_the_document_around_it(self) -> None:
        inner = "{kind: plan, title: {en: Plan, cy: Cynllun}}"
        document = loads(plan_with(inner, language="cy-GB")).appendices[0].document
        assert document == Plan(title="Cynllun", council="north-west-leicestershire", language="cy-GB")
        own = "{kind: plan, title: {en: Plan, cy: Cynllun}, language: en-GB, council: default}"
        with pytest.raises(LoadError, match="does not name the council"):
            loads(plan_with(own, language="cy-GB"))
        own = own.replace("default", "{council: {name: Anytown}}")
        document = loads(plan_with(own, language="cy-GB")).appendices[0].document
        assert document == Plan(title="Plan", council={"council": {"name": "Anytown"}})

    def test_each_edition_may_have_a_file_of_its_own(self, tmp_path: Path) -> None:
        write(tmp_path / "en.yaml", PLAN)
        write(tmp_path / "cy.yaml", PLAN.replace("The plan", "Y cynllun"))
        path = write(tmp_path / "report.yaml", plan_with("{en: en.yaml, cy: cy.yaml}", language="cy-GB"))
        assert document_inside(load(path)).title == "Y cynllun"

    def test_ids_need_be_unique_in_one_document_only(self) -> None:
        inner = "{kind: plan, title: B, sections: [{title: C, id: same}]}"
        assert loads(plan_with(inner, inner, sections="[{title: C, id: same}]")).sections[0].id == "same"
        twice = inner.replace("]}", ", {title: D, id: same}]}")
        with pytest.raises(LoadError, match='the id "same" is given twice'):
            loads(plan_with(twice))

    def test_appendices_may_be_given_for_each_edition(self, tmp_path: Path) -> None:
        write(tmp_path / "plan.yaml", PLAN)
        appendix = "[{title: A, id: a, document: plan.yaml}]"
        path = write(tmp_path / "report.yaml", f"{PLAN}appendices: {{en: {appendix}, cy: {appendix}}}\n")
        (given,) = load(path).appendices
        assert given.document == Plan(title="The plan", council="north-west-leicestershire")

    def test_all_problems_of_all_files_are_told_at_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_regression: FileRegressionFixture
    ) -> None:
        monkeypatch.chdir(tmp_path)
        inner = "{kind: plan, tilte: B, sections: [{content: [{figure: {file: c.png, alt: C}}]}]}"
        appendices = ("b.yaml", "none.yaml", inner, "[a]", "binary.yaml", "{kind: leaflet, title: L}", "notes.yaml")
        write(Path("a.yaml"), plan_with(*appendices, contents="maybe"))
        write(Path("b.yaml"), plan_with("c.yaml", period="2014-2011"))
        write(Path("c.yaml"), "title: C\n")
        write(Path("notes.yaml"), "kind: plan\ntitle: Crime: a plan\n")
        Path("binary.yaml").write_bytes(b"\x89PNG")
        file_regression.check(self.told(Path("a.yaml")) + "\n")

    def test_what_the_outer_document_lacks_is_told_once(self) -> None:
        assert told("kind: plan\ntitle: A\nappendices: [{title: B, document: {kind: plan, title: B}}]") == (
            'document.yaml:1:1: the key "council" is missing\n  hint: add "council: …"'
        )

    def test_a_file_that_may_not_be_read_is_told_with_its_line(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path / "b.yaml", PLAN)
        real = Path.open

        def refuse(path: Path, *args: Any, **keys: Any) -> Any:
            if path.name == "b.yaml":
                raise PermissionError(13, "Permission denied")
            return real(path, *args, **keys)

        monkeypatch.setattr(Path, "open", refuse)
        message = self.told(write(tmp_path / "a.yaml", plan_with("b.yaml")))
        assert message.startswith(f"{tmp_path}/a.yaml:6:15: ")
        assert message.endswith("hint: check the name and the permissions")
        assert 'the file "b.yaml" cannot be read: Permission denied' in message

    @pytest.mark.parametrize(
        ("files", "circle"),
        [
            ({"a.yaml": "a.yaml"}, "a.yaml -> a.yaml"),
            ({"a.yaml": "b.yaml", "b.yaml": "a.yaml"}, "a.yaml -> b.yaml -> a.yaml"),
            (
                {"a.yaml": "in/b.yaml", "in/b.yaml": "c.yaml", "in/c.yaml": "./../in/b.yaml"},
                "in/b.yaml -> in/c.yaml -> in/b.yaml",
            ),
            ({"a.yaml": "{kind: plan, title: B, appendices: [{title: C, document: a.yaml}]}"}, "a.yaml -> a.yaml"),
        ],
    )
    def test_a_circle_is_told_with_all_its_files(self, files: dict[str, str], circle: str, tmp_path: Path) -> None:
        for name, document in files.items():
            write(tmp_path / name, plan_with(document))
        message = self.told(tmp_path / "a.yaml")
        assert f"the documents contain each other in a circle: {circle}\n  hint: " in message
        assert message.startswith(f"{tmp_path}/")

    def test_documents_stand_five_deep_inside_each_other_at_most(self, tmp_path: Path) -> None:
        write(tmp_path / "6.yaml", PLAN)
        for number in range(6):
            write(tmp_path / f"{number}.yaml", plan_with(f"{number + 1}.yaml"))
        assert document_inside(load(tmp_path / "1.yaml")).title == "The plan"
        message = self.told(tmp_path / "0.yaml")
        assert message.startswith(f"{tmp_path}/5.yaml:6:15: ")
        assert "documents are nested more than 5 deep" in message

    def test_a_few_small_files_cannot_hold_a_shelf(self, tmp_path: Path) -> None:
        for number in range(5):
            write(tmp_path / f"{number}.yaml", plan_with(*[f"{number + 1}.yaml"] * 10))
        write(tmp_path / "5.yaml", PLAN)
        assert "there are more than 50 documents inside this one" in self.told(tmp_path / "0.yaml")


@pytest.mark.parametrize("kind", ["", "kind: letter\n", "kind: [plan]\n", "Kind: plan\n"])
def test_whatever_is_wrong_with_the_kind_the_rest_of_the_file_is_reported(kind: str) -> None:
    rest = "title: T\ncouncil: nowhere\ndate: soon\nsections: [{titel: A}]\n"
    with pytest.raises(LoadError) as caught:
        loads(f"{kind}{rest}")
    found = [(problem.path, str(problem.code)) for problem in caught.value.problems]
    assert {"CSP302", "CSP201"} <= {code for _, code in found}
    assert ("sections[0]", "CSP201") in found
    assert any(path == "date" for path, _ in found)
    assert "kind" in str(caught.value.problems[0])


def test_another_spelling_of_kind_is_what_it_is_meant_to_be() -> None:
    with pytest.raises(LoadError) as caught:
        loads("KIND: plan\ntitle: T\ncouncil: harborough\nstrapline: S\n")
    assert [str(problem) for problem in caught.value.problems] == [
        'document.yaml:1:1: the key "KIND" is not known [CSP201]\n  hint: did you mean "kind"?'
    ]


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_council_template_is_not_a_document(file: Path) -> None:
    with pytest.raises(LoadError) as caught:
        load(file)
    assert [problem.code for problem in caught.value.problems] == [Code.COUNCIL_TEMPLATE]
