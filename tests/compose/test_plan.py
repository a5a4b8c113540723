"""A plan as blocks: its pages, its parts drawn from the model, and what is reported about those that are wrong."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs import check, load, render, save
from csp_docs.api import loads, numbered
from csp_docs.errors import Code, CspDocsError, DocumentWarning
from csp_docs.model import Access, Appendix, Figure, Generated, Plan, Priority, Section
from csp_docs.writers.text import render_text
from tests.small import COUNCIL
from tests.uncoded import uncoded

PAPERS = Path(__file__).parent / "papers"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds the papers and the pictures that they name."""
    shutil.copytree(PAPERS, tmp_path, dirs_exist_ok=True)
    for name, size in {"map.png": (600, 300), "portrait.png": (300, 400), "sign.png": (400, 100)}.items():
        Image.new("L", size, 200).save(tmp_path / name)
    return tmp_path


def test_a_plan_with_everything_becomes_these_blocks(folder: Path, file_regression: FileRegressionFixture) -> None:
    document, _ = numbered(load(folder / "plan.yaml"))
    file_regression.check(render_text(document))


PLAN = """\
kind: plan
council: {council: {name: Anytown Borough Council}}
title: Safer together
"""
REPORT = """\
kind: cabinet_report
council: {council: {name: Anytown Borough Council}}
title: Safer together
meeting: {body: Cabinet, date: 2024-03-01}
recommendations: [agree]
"""


def printed(yaml: str, name: str = "plan.yaml") -> str:
    return render_text(numbered(loads(yaml, name))[0])


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        (f"{REPORT}sections: [{{generate: priorities}}]",
         'plan.yaml:6:23: sections[0].generate: a cabinet report has no "priorities"'),
        (f"{REPORT}sections: [{{title: S, content: [list_of: cross_cutting]}}]",
         'plan.yaml:6:42: sections[0].content[0].list_of: a cabinet report has no "cross_cutting"'),
        (f"{PLAN}sections: [{{generate: partners}}]",
         'plan.yaml:4:23: sections[0].generate: the plan does not give "partners"'),
        (f"{PLAN}sections: [{{generate: glossary}}]",
         'plan.yaml:4:23: sections[0].generate: the document does not give "glossary"'),
        (f"{PLAN}sections: [{{title: S, content: [list_of: other_agencies]}}]",
         'plan.yaml:4:42: sections[0].content[0].list_of: the partnership does not give "other_agencies"'),
        (f"{PLAN}sections: [{{generate: priorities}}]\npriorities: [{{title: P, labels: {{amis: Aims}}}}]",
         'there is no part "amis" to label\n  hint: did you mean "aims"?'),
        (f"{PLAN}sections: [{{generate: partners}}]\npartners: [{{name: The council, under: The counsil}}]",
         'plan.yaml:5:39: partners[0].under: there is no partner "The counsil"'),
        (f"{PLAN}sections: [{{generate: partners}}]\npartners: [{{name: A, under: B}}, {{name: B, under: A}}]",
         'plan.yaml:5:29: partners[0].under: the partner "A" is under itself, or under more than 3 others'),
        (f"{PLAN}sections: [{{generate: partners}}]\n"
         "partners: [{name: A}, {name: B, under: A}, {name: A, under: B}]",
         'partners[2].name: the partner "A" is given twice'),
        (f"{PLAN}layouts: {{plan: {{front: [cover, forword]}}}}",
         'plan.yaml:4:33: layouts.plan.front[1]: the value "forword" is not known\n  hint: did you mean "foreword"?'),
        (f"{PLAN}layouts: {{plan: {{cover: [{{field: titel}}]}}}}",
         'plan.yaml:4:34: layouts.plan.cover[0].field: the value "titel" is not known\n  hint: did you mean "title"?'),
        (f"{PLAN}layouts: {{plan: {{cover: [straplin]}}}}", 'hint: did you mean "strapline"?'),
        (f"{PLAN}layouts: {{plan: {{priority: {{parts: [{{field: amis}}]}}}}}}",
         'the part "amis" is not known\n  hint: did you mean "aims"?'),
        (f"{PLAN}sections: [{{content: [diagram: {{type: tree, items: [{'a, ' * 25}[{'b, ' * 26}]]}}]}}]",
         "a diagram has 51 items\n  hint: use 50 at most"),
        (f"{PLAN}layouts: {{plan: {{contents: {{levels: 7}}}}}}", "the contents page has 7 levels"),
        (f"{PLAN}layouts: {{plan: {{numbering: {{headings: [no, no, no, no, no, no, A.]}}}}}}", "pattern has 7 levels"),
        (f"{PLAN}layouts: {{plan: {{achievement: {{heading: '{{{{ nmber }}}}'}}}}}}\n"
         "sections: [{generate: achievements}]\nachievements: [{heading: H}]",
         'plan.yaml:4:41: layouts.plan.achievement.heading: "{{ nmber }}": there is no name "nmber"'),
        (f"{PLAN}sections: [{{title: '{{{{ pending(\"The council\", \"\") }}}}'}}]",
         'the "what" of a pending item is empty'),
        (f"{PLAN}partners: [{{name: ''}}]", "plan.yaml:4:19: partners[0].name: the name is empty"),
        (f"{PLAN}priorities: [{{title: ' '}}]", "plan.yaml:4:22: priorities[0].title: the title is empty"),
        (f"{PLAN}cross_cutting: [{{title: ''}}]", "plan.yaml:4:25: cross_cutting[0].title: the title is empty"),
        (f"{PLAN}achievements: [{{heading: ''}}]", "plan.yaml:4:26: achievements[0].heading: the heading is empty"),
        (f"{PLAN}appendices: [{{title: '', content: [a]}}]", "4:22: appendices[0].title: the title is empty"),
        (f"{PLAN}appendices: [{{title: A, label: X, content: [a]}}, {{title: B, label: X, content: [b]}}]",
         'plan.yaml:4:68: appendices[1].label: two appendices have the label "X"'),
        (f"{PLAN}appendices: [{{title: A, label: B, content: [a]}}, {{title: C, content: [b]}}]",
         'plan.yaml:4:58: appendices[1].title: two appendices have the label "B"'),
        (f"{PLAN}layouts: {{plan: {{numbering: {{headings: ['1.', '1.1'], paragraphs: '1.1'}}}}}}",
         'plan.yaml:4:67: layouts.plan.numbering.paragraphs: headings and paragraphs both use the numbers "1.1"'),
        (f"{PLAN}appendices: [{{title: A, content: ['{{{{ ref(\"b\") }}}}']}}]",
         'nothing has the id "b"\n  hint: the document does not have any ids yet'),
        (f"{PLAN}sections: [{{title: '{{{{ period }}}}'}}]", '"{{ period }}": it has no value'),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_plan_is_told_with_its_line(yaml: str, said: str) -> None:
    with pytest.raises(CspDocsError) as caught:
        printed(yaml)
    assert said in uncoded(caught.value)


STEPS = "sections: [content: [diagram: {{type: steps, items: [a, {}], alt: {}}}]]"
GAP = "sections: [content: [figure: {{caption: C, label: {}, pending: {{owner: {}, what: {}}}}}]]"
OWED = '\'{{ pending("Police", "names") }}\''


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        (STEPS.format(OWED, "b"),
         "4:56: sections[0].content[0].diagram.items[1]: words that are pending cannot appear here\n"
         "  hint: use the block `pending`"),
        (STEPS.format("'See {{ ref(\"x\") }}'", "b"), "items[1]: a reference cannot appear here"),
        (STEPS.format("'[a](https://example.org)'", "b"), "items[1]: a link cannot appear here"),
        (STEPS.format("\"b[^1]\\n\\n[^1]: c\"", "b"), "items[1]: a footnote cannot appear here"),
        (STEPS.format("b", "'{{ nmae }}'"), 'diagram.alt: "{{ nmae }}": there is no name "nmae"'),
        (GAP.format("'{{ nmae }}'", "A", "b"), 'figure.label: "{{ nmae }}": there is no name "nmae"'),
        (GAP.format("Map", "'{{ nmae }}'", "b"), 'figure.pending.owner: "{{ nmae }}": there is no name "nmae"'),
        (GAP.format("Map", "A", OWED), "figure.pending.what: words that are pending cannot appear here"),
    ],
)  # fmt: skip
def test_where_only_words_can_stand_all_else_is_told_with_its_line(yaml: str, said: str) -> None:
    with pytest.raises(CspDocsError) as caught:
        printed(PLAN + yaml)
    assert said in uncoded(caught.value)


def test_where_only_words_can_stand_values_are_printed_and_marks_are_not() -> None:
    words = "'**{{ council.name }}**'"
    out = printed(PLAN + STEPS.format(words, words)) + printed(PLAN + GAP.format(words, words, words))
    assert "{{" not in out
    assert "**" not in out
    assert out.count("Anytown Borough Council") >= 5


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("priorities: [{title: Homes}]",
         'plan.yaml:4:22: priorities[0].title: the plan does not print its "priorities"'),
        ("sections: [{title: S, content: [list_of: priorities]}]\npriorities: [{title: Homes, aims: [Locks]}]",
         'aims[0]: the plan does not print its "priorities.aims"'),
        ("layouts: {plan: {priority: {parts: [summary]}}}\nsections: [{generate: priorities}]\n"
         "priorities: [{title: Homes, aims: [Locks]}]",
         'aims[0]: the council\'s layout does not print "priorities.aims"'),
        ("layouts: {plan: {front: [cover]}}\nforeword: {content: [Hello.]}", 'does not print "foreword"'),
        ("layouts: {plan: {front: [cover]}}\ncontents: yes", 'does not print "contents"'),
        ("layouts: {plan: {cover: [title]}}\nstrapline: For all", 'the council\'s layout does not print "strapline"'),
        ("contents: yes", "plan.yaml:3:8: title: there is no heading that the contents could list"),
        ("sections: [{title: '', generate: contents}]", "4:34: sections[0].generate: there is no heading"),
        ("status: final\nappendices: [{title: A, document: {kind: plan, title: B, status: draft}}]",
         "plan.yaml:5:22: appendices[0].title: the document is final, but the one in this appendix is a draft"),
        ("access: {exempt: [3], reason: Trade}",
         'plan.yaml:4:31: access.reason: a plan has no place for "access.reason"'),
        ("layouts: {plan: {cover: []}}\nvision: Peace", 'the council\'s layout does not print "vision"'),
    ],
)  # fmt: skip
def test_what_a_plan_says_and_nothing_prints_is_warned_of(yaml: str, said: str) -> None:
    with pytest.warns(DocumentWarning) as warned:
        printed(PLAN + yaml)
    assert [said in uncoded(warning.message) for warning in warned] == [True]


def test_titles_alone_may_stand_in_a_list_only() -> None:
    yaml = "sections: [{title: S, content: [list_of: priorities]}]\npriorities: [{title: Homes}]"
    assert printed(PLAN + yaml).endswith("section 1. S\n  bullets\n    • p Homes\n")


def test_a_new_council_needs_no_layout() -> None:
    yaml = "period: 2024/25\nstatus: final\nsections: [{title: S, content: [One.]}]"
    assert printed(PLAN + yaml).split("author: Anytown Borough Council\n")[1] == (
        "cover\n  body: Anytown Borough Council\n  title: Safer together\n  detail: 2024/25\nsection 1. S\n  p One.\n"
    )


def test_a_cover_that_would_say_nothing_has_the_title() -> None:
    yaml = "layouts: {plan: {cover: []}}\nsections: [{title: S, content: [One.]}]"
    assert printed(PLAN + yaml).endswith("Council\ncover\n  title: Safer together\nsection 1. S\n  p One.\n")


def test_the_address_of_a_contact_may_be_pending() -> None:
    yaml = 'contact: {email: \'{{ pending("IT", "an address") }}\'}'
    assert "[an address – awaited from IT]" in printed(PLAN + yaml)


def test_the_pages_before_the_body_stand_in_the_councils_order() -> None:
    front = "layouts: {plan: {front: [contents, foreword, blank_page, cover]}}\n"
    yaml = "contents: yes\nforeword: {content: [Hello.]}\nsections: [{title: S, content: [One.]}]"
    kinds = [line.split()[0] for line in printed(PLAN + front + yaml).splitlines() if not line.startswith(" ")]
    assert kinds[3:] == ["contents", "section", "blank", "cover", "section"]  # the first two on one page


def picture_problems(folder: Path, file: str) -> str:
    yaml = f"{PLAN}sections: [{{title: S, content: [figure: {{file: '{file}', alt: A map}}]}}]"
    with pytest.raises(CspDocsError) as caught:
        printed(yaml, str(folder / "plan.yaml"))
    return uncoded(caught.value)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("absent.png", 'there is no file "absent.png"'),
        ("plan.yaml", 'the picture "plan.yaml" is not PNG, JPEG or SVG'),
    ],
)
def test_a_picture_that_cannot_be_printed_is_told_with_its_line(folder: Path, file: str, said: str) -> None:
    message = picture_problems(folder, file)
    assert said in message
    assert f"{folder / 'plan.yaml'}:4:" in message


def test_a_picture_stretched_until_it_is_coarse_is_warned_of(folder: Path) -> None:
    yaml = f"{PLAN}sections: [{{title: S, content: [figure: {{file: sign.png, alt: A, width: 90%}}]}}]"
    with pytest.warns(DocumentWarning, match=r"plan.yaml:4:.*the picture has 71 dots per inch"):
        printed(yaml, str(folder / "plan.yaml"))


def test_a_diagram_whose_words_are_smaller_than_the_text_is_warned_of() -> None:
    with pytest.warns(DocumentWarning, match=r"4:.*the words in the diagram are 11 point"):
        printed(f"{PLAN}sections: [{{content: [diagram: {{type: tree, items: [{'words, ' * 13}]}}]}}]")


def test_a_picture_of_a_script_is_looked_for_where_it_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    plan = script([Figure(file="map.png", alt="A map")])
    assert "png 600 × 300 px" in render_text(numbered(plan)[0])
    (folder.parent / "above.png").write_bytes((folder / "map.png").read_bytes())
    for name in ("../above.png", str(folder.parent / "above.png")):
        assert "png 600 × 300 px" in render_text(numbered(script([Figure(file=name, alt="A map")]))[0])


def test_a_script_gives_the_content_of_a_picture(folder: Path) -> None:
    content = (folder / "map.png").read_bytes()
    shown = [Figure(file=content, alt="A map"), Figure(file=folder / "map.png", alt="A map")]
    given, named = (render_text(numbered(script([figure]))[0]) for figure in shown)
    assert given == named
    with pytest.raises(CspDocsError, match=r"content\[0\].file: the picture is not PNG, JPEG or SVG"):
        numbered(script([Figure(file=b"words", alt="A map")]))
    assert repr(shown[0]).startswith(f"Figure(file={len(content):,} bytes, ")


def test_a_script_says_what_its_names_are_relative_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = script([Figure(file="map.png", alt="A map")])
    monkeypatch.chdir(folder.parent)
    assert "png 600 × 300 px" in render_text(numbered(plan, folder=folder)[0])
    assert check(plan, folder=folder) == []
    [saved] = save(plan, folder / "plan.docx", folder=str(folder))
    assert saved.read_bytes() == render(plan, "docx", folder=folder)
    assert [problem.code for problem in check(plan, folder=folder.parent)] == [Code.FILE_NOT_FOUND]


def script(content: list[Any]) -> Plan:
    return Plan("Safer together", council=COUNCIL, sections=[Section("S", content)])


def test_a_document_inside_brings_its_problems_and_its_markings() -> None:
    inner = Plan("Inner", council=COUNCIL, status="draft", sections=[Section("S", ["{{ nobody }}"])])
    with pytest.raises(CspDocsError, match='there is no name "nobody"'):
        numbered(Plan("Outer", council=COUNCIL, appendices=[Appendix("A", document=inner)]))
    inner = Plan("Inner", council=COUNCIL, status="draft", sections=[Section("S", ["One."])])
    outer = Plan("Outer", council=COUNCIL, appendices=[Appendix("A", document=inner, access=Access([3]))])
    text = render_text(numbered(outer)[0])
    assert "    marking: DRAFT – Not for publication: exempt under paragraph 3 of Part 1" in text
    assert "    watermark: DRAFT\n" in text
    assert "\nmarking" not in text


def test_a_document_inside_by_an_unknown_council_is_told() -> None:
    inner = Plan("Inner", council="nowhere", sections=[Section("S", ["One."])])
    with pytest.raises(CspDocsError, match='the council "nowhere" is not known'):
        numbered(Plan("Outer", council=COUNCIL, appendices=[Appendix("A", document=inner)]))


def test_a_heading_keeps_its_marks_and_plain_ones_can_be_raised() -> None:
    layout = {"plan": {"priority": {"heading": "{{ heading }}: {{ heading | upper }}"}}}
    plan: dict[str, Any] = {"council": COUNCIL, "layouts": layout, "sections": [Generated("priorities")]}
    assert "section 1. Homes: HOMES\n" in render_text(numbered(Plan("T", priorities=[Priority("Homes")], **plan))[0])
    with pytest.raises(CspDocsError, match="the filter upper changes only text"):
        numbered(Plan("T", priorities=[Priority("*Homes*")], **plan))


def test_only_the_texts_of_the_body_have_numbers() -> None:
    yaml = """\
layouts: {plan: {front: [cover, foreword], numbering: {headings: "1.", paragraphs: "1.1"}}}
foreword: {content: [Hello.]}
sections:
  - title: S
    content:
      - One.
      - grid: [{content: [Cell.]}]
      - callout: [Mind.]
      - quote: [Said.]
      - landscape: [Turned.]
      - pending: {owner: A, what: b}
  - generate: priorities
priorities: [{title: P, summary: Sum., why: [Because.]}]
"""
    lines = [line.strip() for line in printed(PLAN + yaml).splitlines()]
    assert [line for line in lines if line.startswith("p ") and line[2].isdigit()] == [
        "p 1.1 One.",
        "p 1.2 Turned.",
        "p 1.3 {pending: [b – awaited from A]; A to provide: b}",
        "p 2.1 Sum.",
        "p 2.2 Because.",
    ]
