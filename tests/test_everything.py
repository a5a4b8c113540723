"""The example with everything: no part of the library is without a place in it, and all formats can write it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import NOTHING, Attribute, Factory, fields, has
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs import kinds, load, render
from csp_docs.model.parts import every_part
from csp_docs.model.reach import classes_in
from tests import tagtree
from tests.docx_file import WordFile, value
from tests.tagtree import Tag

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")

EVERYTHING = Path(__file__).parents[1] / "examples" / "everything.yaml"
CLASSES = sorted(frozenset[type]().union(*map(classes_in, kinds().values())), key=lambda cls: cls.__name__)
INSIDE = ("Span", "Link", "Reference", "Em", "Strong")
"""Elements that belong to the line around them."""


@cache
def parts() -> tuple[object, ...]:
    """The document and all that is in it."""
    document = load(EVERYTHING)
    return (document, *every_part(document, lambda _: True))


def having(cls: type) -> Iterator[Any]:
    return (part for part in parts() if isinstance(part, cls))


def owner(cls: type, name: str) -> type:
    """The class that gives ``cls`` a field: what several kinds of document share needs one of them only."""
    return next(base for base in reversed(cls.__mro__) if has(base) and name in {own.name for own in fields(base)})


def usual(field: Attribute[Any]) -> object:
    default: Any = field.default
    return default.factory() if isinstance(default, Factory) else default  # type: ignore[arg-type]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_class_of_the_model_is_in_it(cls: type) -> None:
    assert next(having(cls), None) is not None


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_key_is_given_somewhere(cls: type) -> None:
    optional = [field for field in fields(cls) if field.default is not NOTHING]
    never = [
        field.name
        for field in optional
        if all(getattr(part, field.name) == usual(field) for part in having(owner(cls, field.name)))
    ]
    assert never == [], f"give {cls.__name__} these in examples/everything.yaml"


@pytest.mark.parametrize("format_name", ["docx", "pdf", "html", "xlsx", "csv"])
@pytest.mark.parametrize("public", [False, True], ids=["whole", "public"])
def test_every_format_is_written(format_name: Any, public: bool) -> None:
    assert len(render(load(EVERYTHING), format_name, public=public)) > 1_000


def test_what_a_screen_reader_says_of_it(file_regression: FileRegressionFixture) -> None:
    file_regression.check("\n".join(said(tree().root)) + "\n", encoding="utf-8")


@pytest.mark.parametrize("words", ["2025/26", "Years of the plan"])
def test_cells_name_both_levels_of_their_headers(words: str) -> None:
    [table] = [table for table in tree().root.all("Table") for cell in heads(table) if is_wide(cell, words)]
    names = {cell.attributes["ID"]: cell.text() for cell in heads(table) if "ID" in cell.attributes}
    above = [names[one] for cell in table.all("TD") for one in cell.attributes["Headers"].split()]
    assert words in above
    assert set(names.values()) - set(above) <= {"Measure", "Pounds"}


def test_the_marking_is_on_every_page() -> None:
    assert [number for number, words in enumerate(tree().artifacts, 1) if "OFFICIAL" not in "".join(words)] == []


def test_each_style_of_the_word_file_has_a_name_of_its_own() -> None:
    styles = WordFile(render(load(EVERYTHING), "docx")).styles.values()
    names = [str(value(style, "w:name")).casefold() for style in styles]
    assert sorted(names) == sorted(set(names))


@cache
def tree() -> tagtree.TaggedPdf:
    return tagtree.read(render(load(EVERYTHING), "pdf"))


def is_wide(cell: Tag, words: str) -> bool:
    return cell.text() == words and "ColSpan" in cell.attributes


def heads(table: Tag) -> list[Tag]:
    return list(table.all("TH"))


def said(tag: Tag, depth: int = 0) -> Iterator[str]:
    """What is heard: an element of text is one line, below the names of what it belongs to."""
    indent = "  " * depth
    words = [kid for kid in tag.kids if isinstance(kid, str) or kid.name in INSIDE]
    if "Alt" in tag.attributes:
        yield f"{indent}{tag.name}: {tag.attributes['Alt']}"
    elif words:
        yield f"{indent}{tag.name}: {' '.join(''.join(map(spoken, words)).split())}"
    else:
        yield indent + tag.name
    if "Alt" not in tag.attributes:
        for kid in tag.kids:
            yield from said(kid, depth + 1) if isinstance(kid, Tag) and kid.name not in INSIDE else ()


def spoken(kid: Tag | str) -> str:
    """The words of a part of a line: the text that replaces what is painted, if there is one."""
    if isinstance(kid, str):
        return kid
    return kid.attributes.get("ActualText", "") or "".join(map(spoken, kid.kids))
