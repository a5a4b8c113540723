"""The commands for council templates: what an officer gets who begins one, looks at it and tries it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from csp_docs.api import check, load
from csp_docs.cli import main, new_council
from csp_docs.council.shipped import shipped
from csp_docs.council.template import CouncilTemplate, council_for
from csp_docs.documents.kinds import KINDS
from csp_docs.documents.schema.shipped import content
from csp_docs.errors import Code
from csp_docs.model import CouncilDocument, Language
from csp_docs.output.checked import checked


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=answers, catch_exceptions=False)


def read(name: str) -> str:
    return Path(name).read_text(encoding="utf-8")


ALL = (
    *("--short-name", "TCC", "--partnership", "Safer Tref", "--cover-sheet", "stacked"),
    *("--kind", "county", "--nation", "wales", "--name-cy", "Cyngor Sir Tref", "--website", "https://www.example.org"),
    *("--accent", "00539F", "--cover", "colour", "--paragraphs", "continuous", "--logo", "crest.svg"),
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#00539F"/></svg>'


def test_new_council_writes_a_template_that_is_named_after_the_council(folder: Path) -> None:
    result = run("new", "council", "Anytown & Otherton Borough Council")
    assert (result.exit_code, result.stdout) == (0, "anytown-otherton-borough-council.yaml\n")
    assert "csp-docs council preview anytown-otherton-borough-council.yaml" in result.stderr
    assert "  name: Anytown & Otherton Borough Council\n" in read("anytown-otherton-borough-council.yaml")


def test_new_council_says_what_was_chosen_and_shows_what_else_there_is(folder: Path) -> None:
    (folder / "crest.svg").write_text(SVG, encoding="utf-8")
    assert run("new", "council", "Tref County Council", "tref.yaml", *ALL).exit_code == 0
    lines = [" ".join(line.split("  #")[0].split()) for line in read("tref.yaml").splitlines()]
    for line in (
        "editions: [cy-GB, en-GB]", "name_cy: Cyngor Sir Tref", "short_name: TCC", "partnership: {name: Safer Tref}",
        "kind: county", "nation: wales", "website: https://www.example.org",
        "logo: crest.svg",
        'theme: {colours: {accent: "#00539F"}}', "cover_style: colour",
        'numbering: {headings: "no", paragraphs: continuous}', "# terms: {appendix: Annex}",
    ):  # fmt: skip
        assert line in lines


@pytest.mark.parametrize("chosen", [(), ALL])
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_of_each_kind_builds_with_a_new_template(kind: str, chosen: tuple[str, ...], folder: Path) -> None:
    (folder / "crest.svg").write_text(SVG, encoding="utf-8")
    run("new", "council", "Tref County Council", "tref.yaml", *chosen)
    written = run("new", kind, "--council", "tref.yaml")
    assert (written.exit_code, written.stderr) == (0, "")
    assert {finding.code for finding in check(load(f"{kind}.yaml"))} == {Code.PENDING}


def test_a_terminal_is_asked_for_what_no_option_gives(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_council, "_is_asked", lambda: True)
    answers = ["borough", "wales", "Cyngor Tref", "TBC", "Safer Tref", "tref", "", "#FFFF00", "blue", "00539F"]
    result = run(
        "new", "council", "Tref", answers="\n".join([*answers, "none.png", "a.gif", "", "picture", "lines", "no", ""])
    )
    assert result.exit_code == 0
    assert '"tref" is not the address of a website' in result.stderr  # each answer is checked where it is asked for
    assert '"blue" is not a colour' in result.stderr
    assert 'there is no file "none.png" in this folder' in result.stderr
    assert '"a.gif" is not a PNG, JPEG or SVG file' in result.stderr
    assert "Nation (england, wales, scotland, northern_ireland) [england]:" in result.stderr
    assert "is too light to read" in result.stderr  # and the colour is asked for again
    text = read("tref.yaml")
    assert "  nation: wales  " in text
    assert "    cover_style: picture  " in text
    assert text.count("    cover_style: lines  ") == 2
    assert "  # website: " in text
    assert "partnership: {name: Safer Tref}\n" in text
    assert text.count('numbering: {headings: "1.", paragraphs: "no"}') == 2
    assert "\neditions: [cy-GB, en-GB]\n" in text


@pytest.mark.parametrize("nation", ["england", "scotland", "northern_ireland"])
def test_only_councils_in_wales_are_asked_for_a_welsh_name(
    nation: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_council, "_is_asked", lambda: True)
    asked = run("new", "council", "Tref", answers="\n" + nation + 20 * "\n").stderr
    assert "Welsh" not in asked
    assert "# editions: " in read("tref.yaml")


def test_nothing_is_asked_for_a_file_that_is_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_council, "_is_asked", lambda: True)
    (folder / "tref.yaml").write_text("months of work")
    result = run("new", "council", "Tref", answers="borough\n")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 2)
    assert result.stderr.startswith('"tref.yaml" already exists, and was not changed [CSP904]\n  hint: ')


@pytest.mark.parametrize(
    "name", ["A & B <Council>", "A *B* [Council](x)", "A_B_ {{ Council }}", "St. Mary's-in-the-Field"]
)
def test_the_name_of_a_council_is_text(name: str, folder: Path) -> None:
    assert run("new", "council", name, "a.yaml").exit_code == 0
    run("new", "highlight_report", "--council", "a.yaml")
    assert checked(load("highlight_report.yaml")).blocks.author.replace("\u2019", "'") == name


def test_new_council_builds_the_sample_papers_if_asked(folder: Path) -> None:
    result = run("new", "council", "Tref", "--preview")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (folder / "tref-preview" / "tref-plan.pdf").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("!?",), 'the name of the council, "!?", has no letters or digits [CSP862]'),
        (("",), 'the name of the council, "", has no letters or digits'),
        (("", "a.yaml"), 'the name of the council, "", has no letters or digits'),
        (("Con",), '"con.yaml" cannot be the name of a file on every computer [CSP862]'),
        (("A", "a:b.yaml"), '"a:b.yaml" cannot be the name of a file on every computer [CSP862]'),
        (("A", "a.txt"), '"a.txt" is not the name of a YAML file [CSP115]'),
        (("A\nB",), "the name of the council has a line break or a tab [CSP862]"),
        (("A", "--name-cy", "C\nD"), "the Welsh name has a line break or a tab [CSP862]"),
        (("A" * 300,), "is too long for the name of a file: it has 305 characters [CSP862]"),
        (("A", "nowhere/a.yaml"), "nowhere/a.yaml: No such file or directory"),
    ],
)
def test_what_cannot_be_a_template_is_refused_in_plain_words(
    arguments: tuple[str, ...], message: str, folder: Path
) -> None:
    result = run("new", "council", *arguments)
    assert result.exit_code == 1
    assert message in result.stderr
    assert list(folder.iterdir()) == []


def test_a_colour_that_cannot_be_read_is_refused(folder: Path) -> None:
    result = run("new", "council", "A", "--accent", "#FFFF00")
    assert (result.exit_code, list(folder.iterdir())) == (2, [])
    assert 'the colour "#FFFF00" for accent is too light to read' in result.stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("CON.yaml", '"CON.yaml" cannot be the name of a file on every computer [CSP862]'),
        ("a:b.yaml", '"a:b.yaml" cannot be the name of a file on every computer [CSP862]'),
        ("x.txt", '"x.txt" is not the name of a YAML file [CSP115]\n  hint: write "x.txt.yaml"'),
        ("x", '"x" is not the name of a YAML file [CSP115]\n  hint: write "x.yaml"'),
        (
            f"{'x' * 300}.yaml",
            "is too long for the name of a file: it has 305 characters [CSP862]\n  hint: name a file",
        ),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_has_a_name_that_every_computer_can_have(kind: str, name: str, message: str, folder: Path) -> None:
    result = run("new", kind, name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert message in result.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--accent", "blue", '"blue" is not a colour'),
        ("--website", "tref", '"tref" is not the address of a website'),
        ("--logo", "none.png", 'there is no file "none.png" in this folder, or in that of the template'),
    ],
)
def test_an_option_that_cannot_be_used_is_refused(option: str, value: str, message: str, folder: Path) -> None:
    result = run("new", "council", "A", option, value)
    assert (result.exit_code, list(folder.iterdir())) == (2, [])
    assert message in result.stderr


def test_a_template_that_is_there_is_never_replaced(folder: Path) -> None:
    (folder / "a.yaml").write_text("months of work")
    result = run("new", "council", "A")
    assert (result.exit_code, read("a.yaml")) == (1, "months of work")
    assert '"a.yaml" already exists, and was not changed [CSP904]' in result.stderr


def test_preview_builds_a_paper_of_every_kind_next_to_each_other(folder: Path) -> None:
    run("new", "council", "Tref County Council", "tref.yaml")
    result = run("council", "preview", "tref.yaml", "--to", "html")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [f"tref-preview/tref-{kind}.html" for kind in KINDS]
    assert "rated" in read("tref-preview/tref-highlight_report.html")
    page = read("tref-preview/tref-cabinet_report.html")
    assert "Tref County Council" in page
    assert [word for word in ("DRAFT", "Anytown", "awaited from") if word in page] == []


@pytest.mark.parametrize("council", ["harborough", "north-west-leicestershire"])
def test_preview_shows_a_shipped_template_in_the_folder_that_is_named(council: str, folder: Path) -> None:
    result = run("council", "preview", council, "--to", "html", "--out", "look")
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(path.name for path in (folder / "look").iterdir()) == [f"{council}-{kind}.html" for kind in KINDS]


def test_preview_shows_a_council_with_two_editions_in_both_languages(folder: Path) -> None:
    result = run("council", "preview", "ceredigion", "--to", "html", "--out", "look")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"look/ceredigion-{kind}-{language}.html" for kind in KINDS for language in ("cy", "en")
    ]
    welsh, english = (read(f"look/ceredigion-plan-{language}.html") for language in ("cy", "en"))
    assert [word for word in ("Anytown", "Glossary", "people", ' lang="en-GB"') if word in welsh] == []
    assert ("Cyngor Sir Ceredigion" in welsh, "Ceredigion County Council" in english) == (True, True)


def test_preview_shows_what_can_be_built_and_says_what_is_wrong_with_the_rest(folder: Path) -> None:
    layouts = "layouts: {plan: {appendices: {label: none}}}"
    (folder / "a.yaml").write_text(f"council: {{name: A}}\n{layouts}\n", encoding="utf-8")
    result = run("council", "preview", "a.yaml", "--to", "html")
    assert result.exit_code == 1
    assert 'a.yaml:2:38: layouts.plan.appendices.label: "none" does not show a number' in result.stderr
    assert sorted(path.name for path in (folder / "a-preview").iterdir()) == [
        f"a-{kind}.html" for kind in KINDS if kind != "plan"
    ]


LONG = """\
extends: harborough
council: {name: Tref, logo: pictures/crest.svg}
theme: {colours: {accent: "#5B2A86"}}
terms: {appendix: "Annex: one"}
layouts:
  plan: {running_foot: "{page}", numbering: {headings: ["1.", "1.0"]}}
  highlight_report: {parts: [position, {row: [activity, {field: risks, label: Risks}]}]}
"""


def template_of(council: str, language: Language) -> CouncilTemplate:
    return council_for(CouncilDocument(title="A paper", council=council, language=language))


@pytest.mark.parametrize("council", ["harborough", "north-west-leicestershire", "new.yaml", "long.yaml"])
def test_show_prints_a_template_that_comes_to_the_same(council: str, folder: Path) -> None:
    run("new", "council", "Tref County Council", "new.yaml", "--cover", "colour")
    (folder / "long.yaml").write_text(LONG, encoding="utf-8")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "crest.svg").write_text(SVG, encoding="utf-8")
    result = run("council", "show", council)
    assert (result.exit_code, result.stderr) == (0, "")
    (folder / "shown.yaml").write_text(result.stdout, encoding="utf-8")
    for language in Language:
        assert template_of("shown.yaml", language) == template_of(council, language)


def test_show_says_where_each_value_is_from(folder: Path) -> None:
    (folder / "long.yaml").write_text(LONG.replace(", logo: pictures/crest.svg", ""), encoding="utf-8")
    lines = [" ".join(line.split()) for line in run("council", "show", "long.yaml").stdout.splitlines()]
    assert "name: Tref # long.yaml, line 2" in lines
    assert 'accent: "#5B2A86" # long.yaml, line 3' in lines
    assert 'appendix: "Annex: one" # long.yaml, line 4' in lines
    assert "short_name: HDC # harborough, line 7" in lines
    assert "typography: typographic # default" in lines
    assert "glossary: {en: Glossary, cy: Geirfa} # default" in lines


def test_show_finds_the_files_of_a_template_in_another_folder(folder: Path) -> None:
    (folder / "councils" / "pictures").mkdir(parents=True)
    (folder / "councils" / "pictures" / "crest.svg").write_text(SVG, encoding="utf-8")
    (folder / "councils" / "long.yaml").write_text(LONG, encoding="utf-8")
    shown = run("council", "show", "councils/long.yaml").stdout
    assert "logo: pictures/crest.svg  " in shown
    assert "# long.yaml, line 2\n" in shown


@pytest.mark.parametrize("kind", KINDS)
def test_show_prints_the_layout_of_one_kind(kind: str, folder: Path) -> None:
    shown = yaml.safe_load(run("council", "show", "default", "--kind", kind).stdout)
    assert list(shown) == ["layouts"]
    assert list(shown["layouts"]) == [kind]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("nowhere",), 1, 'the council "nowhere" is not known'),
        (("nowhere.yaml",), 1, 'there is no council template "nowhere.yaml" [CSP302]'),
        (("harborough", "--kind", "plann"), 2, 'the kind "plann" is not known: did you mean "plan"?'),
    ],
)
def test_show_says_what_it_cannot_find(arguments: tuple[str, ...], code: int, message: str, folder: Path) -> None:
    result = run("council", "show", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.partition("Error: ")[2 if code == 2 else 0].startswith(message)


def test_a_template_is_looked_for_in_the_folder_of_the_new_document(folder: Path) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper" / "own.yaml").write_text("council: {name: Tref}", encoding="utf-8")
    assert run("new", "plan", "deeper/plan.yaml", "--council", "own.yaml").exit_code == 0
    assert run("council", "preview", "deeper/own.yaml", "--to", "html").exit_code == 0
    assert len(list((folder / "own-preview").iterdir())) == len(KINDS)


def test_preview_says_once_what_is_wrong_with_the_template(folder: Path) -> None:
    result = run("council", "preview", "nowhere.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count('there is no council template "nowhere.yaml"') == 1


@pytest.mark.parametrize("kind", [*KINDS, "council"])
def test_a_new_file_names_its_schema_which_is_next_to_it(kind: str, folder: Path) -> None:
    file = run("new", kind, *(("Tref",) if kind == "council" else ())).stdout.strip()
    first = read(file).splitlines()[0]
    assert first == f"# yaml-language-server: $schema=.csp-docs/{kind}.schema.json"
    assert (folder / ".csp-docs" / f"{kind}.schema.json").read_bytes() == content(kind)


WELSH = "council: {name: Tref, name_cy: Tref}\n"
PLAN = "council: {name: A, nation: wales}\nlayouts: {plan: {priority: {parts: [{field: why, label: Why}]}}}"
BILINGUAL = (
    "council: {name: A}\nterms: {table: {en: T, cy: T}}\nlayouts: {plan: {priority: {heading: 'P {{ title }}'}}}"
)
CHECKED = [
    (
        "council: {name: A, nmae: B}",
        1,
        'a.yaml:1:20: council: the key "nmae" is not known [CSP201]\n  hint: did you mean',
    ),
    ("council: {name: A, logo: none.png}", 1, 'a.yaml:1:26: council.logo: there is no file "none.png" [CSP111]'),
    ("nmae: A\ntheme: {colours: {accent: '#FFFF00'}}", 1, 'a.yaml:2:27: theme.colours.accent: the colour "#FFFF00"'),
    ("council: {name: A}\nterms: {apendix: Annex}", 1, 'a.yaml:2:9: terms: the printed word "apendix" is not known'),
    ("council: {name: A}\nlayouts: {plan: {front: [contents]}}", 1, "the layout does not print the title [CSP320]"),
    ("council: {name: A}\nlayouts: {cabinet_report: {cover: [council.nam]}}", 1, '"council" has no part "nam"'),
    ("council: {name: A}\nlayouts: {cabinet_report: {cover: [ward]}}", 0, 'prints a field "ward" that the report does'),
    (WELSH + "terms: {appendix: Annex}", 0, 'a.yaml:2:19: terms.appendix: "Annex" has no Welsh [CSP323]'),
    (
        "council: {name: Tref Council, nation: wales}",
        0,
        'council.name: the council has no Welsh name, and Welsh editions print "Tref Council" [CSP323]',
    ),
    (WELSH + "partnership: {name: Safer Tref}", 0, "partnership.name: the partnership has no Welsh name"),
    (WELSH + "partnership: {name: S, name_cy: T, area: North}", 0, 'partnership.area: "North" has no Welsh [CSP323]'),
    (WELSH + "partnership: {other_agencies: [{en: A, cy: B}, Housing]}", 0, '[1]: "Housing" has no Welsh [CSP323]'),
    (PLAN, 0, ': layouts.plan.priority.parts[0].label: "Why" has no Welsh [CSP323]'),
    (BILINGUAL, 0, '"P {{ title }}" has no Welsh'),
    (
        "council: {name: A}\nlayouts: {highlight_report: {parts: [activity]}}",
        0,
        "a.yaml:2:11: layouts: no highlight report prints issues, next_steps, performance, position, risks [CSP863]",
    ),
    (PLAN, 0, "no plan prints priorities.actions, priorities.aims, priorities.focus, priorities.groups, "),
    ("kind: plan\ncouncil: default", 1, "this is a document, not a council template [CSP864]"),
    ("council: [", 1, "a.yaml:1:"),
]


@pytest.mark.parametrize(("template", "code", "message"), CHECKED)
def test_check_says_what_is_wrong_with_a_template(template: str, code: int, message: str, folder: Path) -> None:
    (folder / "a.yaml").write_text(template, encoding="utf-8")
    result = run("council", "check", "a.yaml")
    assert (result.exit_code, result.stderr) == (code, "")
    assert message in result.stdout


WRONG_FILES = [
    (
        "kind: plan\ncouncil: default",
        "a.yaml:1:1: this is a document, not a council template [CSP864]\n  hint: check a doc",
    ),
    ("", 'a.yaml:1:1: there is no council template in the file [CSP102]\n  hint: begin with "extends: default" and'),
    ("# nothing", "a.yaml:1:1: there is no council template in the file [CSP102]"),
    ("extends: nowhere", 'a.yaml:1:10: extends: the council "nowhere" is not known'),
]


@pytest.mark.parametrize("command", [("council", "check"), ("council", "show"), ("council", "preview"), ("check",)])
@pytest.mark.parametrize(("template", "message"), WRONG_FILES)
def test_each_command_says_of_a_file_that_it_is_not_a_template(
    command: tuple[str, ...], template: str, message: str, folder: Path
) -> None:
    (folder / "a.yaml").write_text(template, encoding="utf-8")
    (folder / "paper.yaml").write_text("kind: highlight_report\ntitle: A\ncouncil: a.yaml\n", encoding="utf-8")
    result = run(*command, "a.yaml" if command[0] == "council" else "paper.yaml")
    assert result.exit_code == 1
    assert (result.stdout + result.stderr).startswith(message)
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("name", ["t.yaml", "deeper/t.yaml"])
def test_check_has_no_notes_about_a_shipped_template_that_is_extended(name: str, folder: Path) -> None:
    (folder / "deeper").mkdir()
    own = "extends: harborough\ncouncil: {name: A, name_cy: B, nation: wales}\nterms: {appendix: Annex}\n"
    (folder / name).write_text(own, encoding="utf-8")
    found = run("council", "check", name).stdout
    assert found.startswith(f'warning: {name}:3:19: terms.appendix: "Annex" has no Welsh [CSP323]')
    assert found.count("[CSP") == 1


def test_the_default_template_can_be_named_like_others(folder: Path) -> None:
    assert "default" in [line.split()[0] for line in run("council", "list").stdout.splitlines()]
    for kind in KINDS:
        assert run("new", kind, "--council", "default").stderr == ""
        assert {finding.code for finding in check(load(f"{kind}.yaml"))} == {Code.PENDING}
    result = run("council", "preview", "default", "--to", "html")
    assert (result.exit_code, result.stderr, len(result.stdout.splitlines())) == (0, "", len(KINDS))


def test_check_finds_nothing_wrong_with_a_new_template(folder: Path) -> None:
    run("new", "council", "Tref", "tref.yaml", "--nation", "wales", "--name-cy", "Tref")
    result = run("council", "check", "tref.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_check_does_not_ask_for_welsh_where_nothing_is_welsh(folder: Path) -> None:
    (folder / "a.yaml").write_text("council: {name: A}\nterms: {appendix: Annex}", encoding="utf-8")
    assert run("council", "check", "a.yaml").stdout == ""


def test_check_prints_json_and_is_strict_if_asked(folder: Path) -> None:
    (folder / "a.yaml").write_text(WELSH + "terms: {appendix: Annex}", encoding="utf-8")
    assert run("council", "check", "a.yaml").exit_code == 0
    result = run("council", "check", "a.yaml", "--strict", "--format", "json")
    assert result.exit_code == 1
    [found] = json.loads(result.stdout)
    assert (found["code"], found["severity"], Path(found["file"]).name, found["line"]) == (
        "CSP323",
        "warning",
        "a.yaml",
        2,
    )


def test_check_has_only_notes_for_a_shipped_template() -> None:
    result = run("council", "check", str(shipped("councils") / "ceredigion.yaml"), "--strict")
    assert result.exit_code == 0


def test_show_says_what_each_key_means_in_the_words_of_the_docs(folder: Path) -> None:
    run("new", "council", "Tref", "tref.yaml")
    shown = run("council", "show", "tref.yaml").stdout
    said = " ".join(line.strip().removeprefix("# ") for line in shown.splitlines())
    words = json.loads(content("council"))["definitions"]
    for name in ("Rules", "RiskBands", "Margins", "NumberingStyle", "CabinetLayout", "PlanLayout"):
        for key, about in words[name]["properties"].items():
            assert " ".join(about["description"].split()) in said or f"{key}:" not in shown


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("council: {name: A, shortname: B}", 'the key "shortname" is not known'),
        ("council: {name: A, websit: b.org}", 'the key "websit" is not known'),
        ("council: {name: A}\nterm: {appendix: B}", 'the key "term" is not known'),
        ("council: {name: A}\nlayouts: {cabinet_reports: {}}", 'the key "cabinet_reports" is not known'),
        ("council: {name: A}\nlayouts: {cabinet_report: {cover: [{feild: title}]}}", 'the key "feild" is not known'),
        ("council: {name: A}\ntheme: {colours: {note: '#FFFFFF'}}", "too light to read"),
    ],
)
def test_show_reports_mistakes_as_check_does(template: str, message: str, folder: Path) -> None:
    (folder / "a.yaml").write_text(template, encoding="utf-8")
    result = run("council", "show", "a.yaml")
    assert (result.exit_code, "  name: A" in result.stdout) == (1, True)
    assert message in result.stderr
    assert message in run("council", "check", "a.yaml").stdout


def test_show_has_all_keys_also_those_that_a_template_leaves_out(folder: Path) -> None:
    (folder / "a.yaml").write_text('council: {name: A}\ntheme: {colours: {accent: "#14532D"}}', encoding="utf-8")
    lines = run("council", "show", "a.yaml").stdout.splitlines()
    for key in ("# name_cy:", "# phone:", "# file:", '# series_1: "#14532D"', '# text: "#0B0C0C"', "# partnership:"):
        assert any(line.strip().startswith(key) for line in lines), key


def test_show_takes_a_template_without_a_council_for_one_that_others_extend(folder: Path) -> None:
    (folder / "a.yaml").write_text("terms: {appendix: Annex}", encoding="utf-8")
    result = run("council", "show", "a.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
