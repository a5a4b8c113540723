"""YAML files as located trees: what is read, what is refused, and that both parsers agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.errors import Code, LoadError, Problem, Severity, origin_of
from csp_docs.reading import tree
from csp_docs.reading.python_parser import PythonParser
from csp_docs.reading.source import source_text
from csp_docs.reading.tree import LocatedDict, LocatedList, parse, read
from tests.uncoded import uncoded

PARSERS = [PythonParser, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]

READ = """\
# A comment
kind: plan
"007": 007
no: no
time: 12:30
year: 2013/14
half: 1.0
empty: ""
single: ''
folded: >-
  one
  two

  three
literal: |
  a
   b
emoji: "😀 😀": quoted
list: [a, "", {b: c}]
questions: {first: Who?, other: [What? And why?, Where]}
nested:
  - - x
    - y
  -
    deep: {er: [1, 2]}
? question
: answer
"""
READ = READ.replace('emoji: "😀 😀": quoted', '"😀 😀": {after: "é"}')

REFUSED = {
    "empty values": "a:\nb: ~\nc: null\nd:\n  -\n  - x\ne: {f: , g: 1}",
    "repeated keys": "a: 1\nb: {c: 1, c: 2}\na: 2",
    "tags": "a: !!int 1\nb: !foo {c: 1}\n!z d: ! 1",
    "anchors, aliases, merge keys": "a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 1}\nf: [*x]",
    "an expression without quotes": "a: {{ council.name }}\nb:\n  - {{ x }}",
    "keys that are no texts": "? [a, b]\n: c\n? {d: e}\n: f\n*g : h",
    "a key without a name": "a: {: b}",
    "a second document": "a: 1\n---\nb: 2",
    "a text for a document": "only words",
    "a list for a document": "- a\n- b",
    "an empty file": "",
    "a comment alone": "# nothing here\n",
    "a marker alone": "---\n",
    "levels without end": "a: " + "[" * 100_000,
    "levels of blocks": "\n".join(f"{' ' * depth}a:" for depth in range(100)),
    "NUL": "a: x\0y\nb: 1\nc: \0",
    "impossible escapes": 'a: "\\0"\nb: "x\\ud800"\n"\\0": c',
    "an escape above Unicode": 'a:\nb: "\\U00110000"',
    "a colon in a text": "title: Priority 1: Crime",
    "tabs": "a:\n\t- b",
    "bold without quotes": "a:\n  - **Tackling** crime",
    "emphasis without quotes": "a:\n  - *Tackling* crime",
    "an ampersand first": "a: & more",
    "an at sign first": "a: @council",
    "an open quotation mark": 'a: "open\nb: 1\nc: 2\n',
    "an open bracket": "a: [1, 2\nb: 3\n",
    "words behind a quotation": 'a:\n  - "Safer" streets',
    "an expression inside brackets": "a: {b: What is wrong?}\nc: [See {{ period }}, d]",
    "no colon": "a: 1\nb\nc: 2",
    "wrong indentation": "a:\n    - b\n  - c",
    "small and large faults": "a:\na: 1\nb: [",
}


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(tree, "_PARSER", request.param)
    parser: type = request.param
    return parser.__name__


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "document.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def with_warnings(path: Path) -> tuple[LocatedDict, list[Problem]]:
    left_out: list[Problem] = []
    values, found = parse(source_text(path, "document.yaml", left_out), "document.yaml")
    return values, [*left_out, *found]


def messages(path: Path) -> str:
    with pytest.raises(LoadError) as caught:
        read(path, shown="document.yaml")
    return uncoded(caught.value)


def outline(node: object, name: str = "") -> Iterator[str]:
    """Say of every key and value what it is and where it stands."""
    origin = origin_of(node)
    assert origin is not None
    place = f"{origin.line}:{origin.column} {origin.path}"
    if isinstance(node, LocatedDict):
        yield f"{place} {name}mapping"
        for key, value in node.items():
            key_origin = origin_of(key)
            assert key_origin is not None
            assert key_origin.path == origin.path
            yield from outline(value, f"(key at {key_origin}) ")
    elif isinstance(node, LocatedList):
        yield f"{place} {name}list"
        for value in node:
            yield from outline(value)
    else:
        yield f"{place} {name}{str(node)!r}"


def test_every_value_is_text_and_knows_its_place(
    parser: str, file_regression: FileRegressionFixture, tmp_path: Path
) -> None:
    read_tree = read(write(tmp_path, READ), shown="document.yaml")
    file_regression.check("\n".join(outline(read_tree)) + "\n", basename="places")


def test_refusals(parser: str, file_regression: FileRegressionFixture, tmp_path: Path) -> None:
    told = [f"# {name}\n{messages(write(tmp_path, source))}\n" for name, source in REFUSED.items()]
    file_regression.check("\n".join(told), basename="refusals")


def test_a_name_for_messages_is_the_path_unless_another_is_given(tmp_path: Path) -> None:
    path = write(tmp_path, "a: 1")
    assert read(path).origin.file == str(path)
    assert read(path, shown="here.yaml").origin.file == "here.yaml"


def test_line_endings_and_byte_order_marks_change_nothing(parser: str, tmp_path: Path) -> None:
    plain = list(outline(read(write(tmp_path, READ), shown="document.yaml")))
    assert list(outline(read(write(tmp_path, READ.replace("\n", "\r\n")), shown="document.yaml"))) == plain
    assert list(outline(read(write(tmp_path, b"\xef\xbb\xbf" + READ.encode()), shown="document.yaml"))) == plain


def test_tabs_between_words_are_spaces(parser: str, tmp_path: Path) -> None:
    assert read(write(tmp_path, "a:\tone \t two\nb\tc: |\n  x\ty\n")) == {"a": "one   two", "b c": "x y\n"}


def test_a_text_of_a_megabyte_is_read(parser: str, tmp_path: Path) -> None:
    long = "word " * 200_000 + "end"
    assert read(write(tmp_path, f"a: {long}\nb: '{long}'")) == {"a": long, "b": long}


def test_control_characters_are_left_out_with_a_warning(parser: str, tmp_path: Path) -> None:
    path = write(tmp_path, 'a: "bell\\a"\nb: raw\a\nc: one\ftwo\nd: \ufeffmark\n')
    tree, found = with_warnings(path)
    assert tree == {"a": "bell", "b": "raw", "c": "one two", "d": "mark"}
    assert {finding.severity for finding in found} == {Severity.WARNING}
    assert {finding.hint for finding in found} == {"delete them"}
    assert [uncoded(evolve(finding, hint="")) for finding in found] == [
        "document.yaml:2:7: characters that cannot be printed were left out: U+0007",
        "document.yaml:4:4: characters that cannot be printed were left out: U+FEFF (zero width no-break space)",
        "document.yaml:1:4: a: characters that cannot be printed were left out: U+0007",
    ]


@pytest.mark.parametrize(
    ("source", "number"),
    [("{current: 1,2}", "1,2"), ("{current: £12,000, b: 1}", "£12,000"), ("{a: 1, b: -1,234,567.5%}", "-1,234,567.5%")],
)
def test_a_number_that_a_comma_parts_is_told_once(parser: str, tmp_path: Path, source: str, number: str) -> None:
    told = messages(write(tmp_path, f"a: 1\nx: {source}\n"))
    assert told.count("hint: ") == 1
    assert f'the number "{number}" is split by its comma\n  hint: commas separate values inside {{ }} and [ ]' in told


@pytest.mark.parametrize("source", ["x: {2022: 5, 2023}", "x: {a: b, 2}", "x:\n  a: 1\n  2:\n", "x: {a: [1], 200}"])
def test_what_a_comma_does_not_part_is_a_key_without_a_value(parser: str, tmp_path: Path, source: str) -> None:
    assert "there is no value" in messages(write(tmp_path, source))


def test_a_comma_like_no_other_of_its_list_is_warned_of(parser: str, tmp_path: Path) -> None:
    path = write(tmp_path, "a: [1,200, 3]\nb: [12,200,100]\nc: [1, 200]\nd: [1,200, x, [y]]\ne: [12,200,\n  100]\n")
    tree, [warning] = with_warnings(path)
    assert tree["a"] == ["1", "200", "3"]
    assert (warning.code, warning.severity) == (Code.COMMA_IN_LIST, Severity.WARNING)
    assert uncoded(warning).startswith('document.yaml:1:4: a: "1,200" is read as two values\n  hint: commas separate')


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a: AGREE option #2 with the police\n", ['1:16: a: "#2 with the police" AGREE option #2 with the police']),
        ("a: b\n  c  #1 in é\n", ['2:4: a: "#1 in é" b c #1 in é']),
        ("a:\n - é ü𝄞 #1\r\n - z #3\r\n", ['2:8: a[0]: "#1" é ü𝄞 #1', '3:5: a[1]: "#3" z #3']),
        ("a: [x, y #2, z\n , w]", ['1:9: a[1]: "#2, z" y #2, z']),
        ("a: {b: c #1}\n}", ['1:9: a.b: "#1}" c #1}']),
        ("a: x # 5\nb: y #note\nc: x#2\nd: 'x #1'\ne: \"x #1\" #2\n#1 f\nf: |\n  x #2\n  y\ng: >-\n  x #2\n", []),
    ],
)  # fmt: skip
def test_a_number_that_is_lost_as_a_comment_is_warned_of(
    parser: str, tmp_path: Path, source: str, said: list[str]
) -> None:
    _, warnings = with_warnings(write(tmp_path, source))
    assert {(warning.code, warning.severity) for warning in warnings} <= {(Code.COMMENT_OR_TEXT, Severity.WARNING)}
    told = [uncoded(warning).removeprefix("document.yaml:") for warning in warnings]
    assert [
        one.replace(" is a comment, and is not printed\n  hint: put the text in quotes:", "").replace('" "', '" ')
        .removesuffix("; write a space after the # of a comment").removesuffix('"') for one in told
    ] == [one.removesuffix('"') for one in said]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: 1\nb: caf\xe9\n", "document.yaml:2:7: the byte 0xE9 is not UTF-8"),
        ("a: 1".encode("utf-16"), "document.yaml:1:1: the byte 0xFF is not UTF-8"),
        (b"\xef\xbb\xbf\xff", "document.yaml:1:1: the byte 0xFF is not UTF-8"),
    ],
)
def test_a_file_in_another_encoding(content: bytes, message: str, tmp_path: Path) -> None:
    assert messages(write(tmp_path, content)) == f"{message}\n  hint: save the file as UTF-8"


def test_what_is_no_readable_file(tmp_path: Path) -> None:
    assert messages(tmp_path / "none.yaml") == 'there is no file "document.yaml"\n  hint: check the name and the folder'
    assert messages(tmp_path) == '"document.yaml" is a folder\n  hint: give the name of a file'
    assert '"document.yaml" cannot be read: File name too long' in messages(tmp_path / ("x" * 300))
    assert '"document.yaml" cannot be read: embedded null byte' in messages(tmp_path / "a\0b")


def test_a_small_file_cannot_grow_large(parser: str, tmp_path: Path) -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    told = messages(write(tmp_path, "\n".join(levels)))
    assert told.count("aliases are not allowed") == 81
    assert told.count("anchors are not allowed") == 10


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"))
TREES = st.dictionaries(
    st.text("abc é😀:#-", min_size=1).filter(str.strip),
    st.recursive(
        TEXTS, lambda inner: st.lists(inner) | st.dictionaries(st.text("abc", min_size=1), inner), max_leaves=8
    ),
    min_size=1,
)


@pytest.mark.skipif(len(PARSERS) < 2, reason="PyYAML has no C parser here")
@settings(deadline=None)
@given(TREES, st.sampled_from([True, False, None]))
def test_both_parsers_give_the_same_tree(values: dict[str, Any], flow: bool | None) -> None:
    source = yaml.safe_dump(values, allow_unicode=True, default_flow_style=flow)
    with pytest.MonkeyPatch.context() as patch:
        outlines = []
        for each in PARSERS:
            patch.setattr(tree, "_PARSER", each)
            outlines.append(list(outline(parse(source, "document.yaml")[0])))
    assert outlines[0] == outlines[1]
