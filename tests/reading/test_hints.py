"""Hints say what is really wrong: commas in braces, quotes inside quotes, keys of other kinds of document."""

from __future__ import annotations

from pathlib import Path

import pytest

from csp_docs.api import check, from_dict, load, loads
from csp_docs.errors import CspDocsError, LoadError
from tests.small import small_report

PLAN = "kind: plan\ncouncil: {council: {name: A}}\n"
OTHER_KIND = "only a plan can have"


@pytest.mark.parametrize(
    ("yaml", "fact", "hint"),
    [
        ("title: T\nforeword: {content: [x], signed_by: {name: A, role: It costs £500,000.}}",
         'the text "It costs £500,000." is split by its comma', "put a text with a comma in quotes"),
        ("title: T\nforeword: {content: [x], signed_by: {name: A, role: One, two and three}}",
         'the text "One, two and three" is split by its comma', "put a text with a comma in quotes"),
        ("title: T\npartnership: {name: Safer, stronger, and fairer places, area: A}",
         "there is no value", "put a text with a comma in quotes"),
        ("title: T\npartnership: {name: A, area}", "there is no value", "write a value, or leave the key out"),
        ("title: T\npartnership: {name: A, vision: It grew to 2,500 people}", "is split by its comma", "in quotes"),
        ('title: "He said "yes" to us"', "there are words after the end of a value", "inside double quotes, write"),
        ("title: 'It's here'", "there are words after the end of a value", "inside double quotes, write"),
        ("title: T\nsections: [{title: 'It's here'}]",
         "there are words after the end of a value", "inside double quotes, write"),
        ("title: T\nforeword: {content: |\n  text}", "this is not YAML", "| has its meaning only outside [ ] and { }"),
        ("title: T\nforeword: {content: [>\n  text]}", "this is not YAML",
         "> has its meaning only outside [ ] and { }"),
        ("title: T\nhighlight_reports: []", 'the key "highlight_reports"',
         'only a scrutiny report can have "highlight_reports"'),
        ("title: T\nrecommendations: [x]", 'the key "recommendations"',
         "only a cabinet report, a scrutiny report or a strategic assessment can have"),
        ("title: T\nformats: {date: plain}", 'the key "formats"', "is a key of a council template"),
        ("title: T\nsectoins: []", 'the key "sectoins"', 'did you mean "sections"?'),
        ("title: T\nexempt: [3]", 'the key "exempt"', 'write it below "access", as access: {exempt: …}'),
        ("title: T\nconfidential: yes", 'the key "confidential"', 'write it below "access"'),
        ("title: T\nphone: 0116 496 0000", 'the key "phone"', 'write it below "contact"'),
        ("title: T\nsections: [{title: A, exempt: [3], content: [x]}]", 'the key "exempt"', 'write it below "access"'),
        ("title: T\nsections: [{heading: A, text: x}]", 'the key "heading"', 'did you mean "title"?'),
        ("title: T\nsections: [{title: A, text: [x]}]", 'the key "text"', 'did you mean "content"?'),
        ("title: T\nsections: [{title: A, content: [{image: a.png}]}]", 'the block "image"', 'did you mean "figure"?'),
        ("title: T\nsections: [{title: A, content: [{list: [x]}]}]", 'the block "list"', 'did you mean "bullets"?'),
        ("title: T\nsections: [{title: A, content: [{graph: {}}]}]", 'the block "graph"', 'did you mean "chart"?'),
        *((f'title: T\nsubtitle: "{{{{ {written} }}}}"', f'the number "{number}" is split', f"write {plain}, which")
          for written, number, plain in (
              ("money(12,000)", "12,000", "12000"), ("number(1,034,567)", "1,034,567", "1034567"),
              ("money(12,000.50)", "12,000.50", "12000.50"), ("percent(1,000)", "1,000", "1000"),
              ("change(12,000)", "12,000", "12000"), ("change(12,000, 13,000)", "12,000", "12000"),
              ("12,000", "12,000", "12000"), ("number(12,050) | upper", "12,050", "12050"))),
    ],
)  # fmt: skip
def test_a_hint_says_what_is_wrong(yaml: str, fact: str, hint: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(PLAN + yaml)
    assert any(fact in problem.fact and hint in problem.hint for problem in caught.value.problems), str(caught.value)


def test_a_missing_key_is_told_with_the_keys_that_it_needs() -> None:
    with pytest.raises(LoadError, match=r'add "meeting: \{body: …\}"'):
        loads("kind: cabinet_report\ncouncil: harborough\ntitle: T\n")


@pytest.mark.parametrize(("name", "what"), [("a.docx", "a Word document"), ("A.PDF", "a PDF")])
def test_a_printed_paper_in_place_of_its_file_is_told_as_what_it_is(name: str, what: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(small_report().to_bytes("docx" if "docx" in name else "pdf"))
    with pytest.raises(LoadError, match=f"the file is {what}, not text") as caught:
        load(tmp_path / name)
    assert caught.value.problems[0].hint == "give the name of the YAML file that it is built from"


def test_a_key_of_another_kind_inside_a_scrutiny_report_is_told_too() -> None:
    yaml = "kind: scrutiny_report\ncouncil: harborough\ntitle: T\nmeeting: {body: P, date: 2024-01-01}\n"
    with pytest.raises(LoadError, match=r'only a plan can have "priorities".* of this highlight report'):
        loads(f"{yaml}highlight_reports: [{{title: H, priorities: [x]}}]")


def test_a_number_with_a_comma_in_a_text_of_a_list_is_told() -> None:
    with pytest.warns(UserWarning, match='"£500,000" is read as two values'):
        loads(f"{PLAN}title: T\nsections: [{{title: S, content: [It costs £500,000 a year]}}]")


WIDE = "[{field: name, label: Crimetypename}, {field: current, label: OctoberTwothousand}, {field: previous, label: "
WIDE += "JanuaryTwothousand}, {field: baseline, label: FebruaryTwothousand}, {field: difference, label: Differences}]"
MEASURES = "[{name: Allacquisitivecrime, current: 2, previous: 1, baseline: 3}]"


@pytest.mark.parametrize(
    ("yaml", "turns"),
    [(f"performance: {{columns: {WIDE}, measures: {MEASURES}}}", False),
     (f"sections: [{{title: S, content: [performance: {{columns: {WIDE}, measures: {MEASURES}}}]}}]", True)],
)  # fmt: skip
def test_a_table_that_cannot_be_turned_has_no_such_hint(yaml: str, turns: bool) -> None:
    document = loads(f"kind: highlight_report\ncouncil: {{council: {{name: A}}}}\ntitle: T\n{yaml}")
    hints = [problem.hint for problem in check(document) if "too wide" in problem.fact]
    assert ["landscape" in hint for hint in hints] == [turns]


def test_what_cannot_be_said_in_a_title_is_told() -> None:
    with pytest.raises(CspDocsError, match=r"sections\[0\]\.title: this must be a text"):
        loads(f"{PLAN}title: T\nsections: [{{title: {{en: A, fr: B}}, content: [x]}}]")


def test_attributes_of_words_are_told() -> None:
    with pytest.raises(LoadError, match="has attributes in braces"):
        loads(f"{PLAN}title: T\nsections: [{{title: S, content: ['Mixed [Cymraeg]{{.welsh}} text']}}]")


def test_a_name_that_only_a_layout_can_print_is_told() -> None:
    problems = check(loads(f"{PLAN}title: T\nsections: [{{title: S, content: ['{{{{ strapline }}}}']}}]"))
    assert "a layout can print it: {field: strapline}" in problems[0].hint


@pytest.mark.parametrize(
    ("written", "said"),
    [("number(1,234)", "1234"), ("money(1,234,567)", "1234567"), ("money('12,000')", ""), ('money("12,000")', ""),
     ("change(326,261)", ""), ("change(326, 261)", "")],
)  # fmt: skip
def test_commas_that_could_separate_values_are_named_only_where_the_values_are_wrong(written: str, said: str) -> None:
    report = small_report(purpose=f"{{{{ {written} }}}}")
    hints = [problem.hint for problem in check(report) if "split by its comma" in problem.fact]
    assert [f"write {said}" in hint for hint in hints] == [True] * bool(said)


BRACED = "kind: cabinet_report\ncouncil: {council: {name: A}}\ntitle: T\nmeeting: {body: C, date: 2026-03-10}\n"


WARDS = [
    "Ashby", "3", "yes", "Ashby (part)", "St John's", "Ashby, Measham", "a: b", "a #b", "[x", "{x}", "*x", "'x'",
    'a "b"', "x:", "!x", "Castle Donington Central and Northcote", "- a", "? a", "%x", "@x", "a" * 80,
]  # fmt: skip


@pytest.mark.parametrize("ward", WARDS)
def test_one_text_where_a_list_is_expected_is_a_list_of_one(ward: str) -> None:
    wards = "'" + ward.replace("'", "''") + "'"
    report = loads(f"{BRACED}recommendations: [x]\nkey_decision: {{key: yes, wards: {wards}}}")
    assert report.key_decision.wards == (ward,)  # type: ignore[attr-defined]


@pytest.mark.parametrize("ward", WARDS)
def test_the_list_that_a_hint_for_a_script_writes_is_right(ward: str) -> None:
    keys = {"kind": "cabinet_report", "council": {"council": {"name": "A"}}, "title": "T", "wards": ward}
    with pytest.raises(LoadError) as caught:
        from_dict(keys | {"meeting": {"body": "C", "date": "2026-03-10"}, "recommendations": ["x"]})
    [hint] = [problem.hint for problem in caught.value.problems]
    brackets = hint[hint.index("[") :]
    if brackets != "[ ]":
        assert loads(f"{BRACED}recommendations: [x]\nwards: {brackets}").wards == (ward,)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("block", "outer"),
    [("grid: [{title: a, content: [landscape: [x]]}]", "grid"),
      ("callout: {content: [landscape: [x]]}", "callout"), ("quote: [page_break: yes]", "quote"),
     ("landscape: [landscape: [x]]", "landscape page"),
     ("landscape: [grid: [{title: a, content: [page_break: yes]}]]", "grid")],
)  # fmt: skip
def test_a_block_in_the_wrong_place_belongs_after_the_block_around_it(block: str, outer: str) -> None:
    """After a cell of a grid there is only another cell."""
    with pytest.raises(LoadError, match=f"put it after the {outer}$"):
        loads(f"{PLAN}title: T\nsections: [{{title: S, content: [{block}]}}]")


@pytest.mark.parametrize(
    ("exempt", "hint"),
    [
        ("yes", "write numbers in square brackets, such as [3]"),
        ("3", "write numbers in square brackets: [3]"),
        ("3 and 7", "write numbers in square brackets: [3, 7]"),
        ("{a: 3}", "write numbers in square brackets, such as [3]"),
    ],
)
def test_numbers_that_are_not_in_a_list(exempt: str, hint: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(f"kind: plan\ncouncil: {{council: {{name: A}}}}\ntitle: T\naccess: {{exempt: {exempt}}}")
    assert [found.hint for found in caught.value.problems] == [hint]
