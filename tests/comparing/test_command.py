"""The command ``same`` and the function ``compare``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from csp_docs import CspDocsError, compare
from csp_docs.cli import main
from tests.comparing.word_sample import p, word_file

PAGE = "<!doctype html><html><body><main><h1>Aims</h1><p>Crime fell by {} in the district.</p></main></body></html>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a Word file and two web pages, of which the second has another figure."""
    (tmp_path / "a.docx").write_bytes(word_file(p("Aims") + p("Crime fell by 11% in the district.")))
    for name, figure in (("b.html", "11%"), ("c.html", "12%")):
        (tmp_path / name).write_text(PAGE.format(figure), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["same", *arguments], catch_exceptions=False)


def test_files_that_say_the_same(folder: Path) -> None:
    result = run("a.docx", "b.html")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "b.html says the same as a.docx.")
    assert "Not compared in b.html: navigation and scripts; " in result.stdout


def test_what_people_see_and_is_not_compared_is_in_the_first_line(folder: Path) -> None:
    (folder / "b.html").write_text(PAGE.format("11%<svg><text>12%</text></svg>"), encoding="utf-8")
    assert run("a.docx", "b.html").stdout.splitlines()[0] == (
        "b.html says the same as a.docx, but for: the words and numbers in a drawing or chart, which were not compared."
    )


def test_a_part_of_a_web_page_is_known_by_its_name(folder: Path) -> None:
    for name in ("part.html", "part.HTM"):
        (folder / name).write_text("<h1>Aims</h1><p>Crime fell by 11% in the district.</p>", encoding="utf-8")
        assert run("a.docx", name).exit_code == 0


def test_spaces_between_words_count_where_files_have_them(folder: Path) -> None:
    for name, said in (("b.html", "We can not: therapist in form."), ("c.html", "We cannot: the rapist inform.")):
        (folder / name).write_text(PAGE.format(said), encoding="utf-8")
    lines = run("b.html", "c.html").stdout.splitlines()
    assert lines[0].startswith("c.html does not say the same as b.html. ")
    assert "[can not:" in lines[3]
    assert "[cannot:" in lines[5]


def test_each_file_is_compared_with_the_first(folder: Path) -> None:
    result = run("a.docx", "b.html", "c.html")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:6] == [
        "b.html says the same as a.docx.",
        "c.html does not say the same as a.docx. One difference:",
        "  1. In the text:",
        "     a.docx, paragraph 2:",
        "       … Aims Crime fell by [11%] in the district. …",
        '     c.html, paragraph 1, below "Aims":',
    ]


def test_programs_read_json(folder: Path) -> None:
    result = run("a.docx", "c.html", "--format", "json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["same"], [one["format"] for one in found["files"]]) == (
        1,
        False,
        ["Word", "web page"],
    )
    [comparison] = found["comparisons"]
    assert [one["other"]["words"] for one in comparison["differences"]] == ["12%"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.docx"], "name two or more files to compare"),
        (["a.docx", "d.pdf"], "d.pdf: the file does not exist [CSP111]\n  hint: "),
        (["a.docx", "text.txt"], "text.txt: the file is not a Word file, a PDF or a web page [CSP709]\n  hint: "),
    ],
    ids=["one file", "no file", "another format"],
)
def test_wrong_use_and_files_that_cannot_be_read(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "text.txt").write_text("text", encoding="utf-8")
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_changed_file_is_named(folder: Path) -> None:
    meta = '<meta name="csp-docs-words" content="0123">'
    (folder / "b.html").write_text(PAGE.format("11%").replace("<body>", f"<head>{meta}</head><body>"), encoding="utf-8")
    result = run("a.docx", "b.html")
    assert result.exit_code == 0
    assert "b.html was changed after it was built: its words do not have its own fingerprint." in result.stdout


def test_words_of_files_are_not_obeyed_by_a_terminal(folder: Path) -> None:
    (folder / "c.html").write_text(PAGE.format("\u001b[31m\u202e"), encoding="utf-8")
    assert not set("\u001b\u202e").intersection(run("a.docx", "c.html").stdout)


def test_a_script_compares_files(folder: Path) -> None:
    found = compare(folder / "a.docx", "b.html", "c.html")
    assert (found.same, [pair.same for pair in found.pairs]) == (False, [True, False])
    with pytest.raises(CspDocsError, match="files are compared with each other, and 1 is named"):
        compare("a.docx")


@pytest.mark.parametrize("sign", ["\uf04a", "\ufff9", "\U000f0000"])
def test_characters_that_nobody_sees_are_shown_by_their_numbers(folder: Path, sign: str) -> None:
    for name, said in (("b.html", "Aims"), ("c.html", f"Aims{sign}x")):
        (folder / name).write_text(PAGE.format(said), encoding="utf-8")
    shown = run("b.html", "c.html").stdout
    assert sign not in shown
    assert f"U+{ord(sign):04X}" in shown
