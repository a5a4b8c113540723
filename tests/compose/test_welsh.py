"""A Welsh edition has no English word of the library or of the default template."""

from __future__ import annotations

import html
import importlib
import io
import pkgutil
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from attrs import evolve

import csp_docs
from csp_docs import render
from csp_docs.api import numbered
from csp_docs.council.files import usual_terms
from csp_docs.council.languages import has_words, in_its_language
from csp_docs.council.shipped import content, shipped
from csp_docs.council.template import CouncilTemplate
from csp_docs.errors import language_of
from csp_docs.measures.formats import and_before
from csp_docs.model import Access, CouncilDocument, Language, ScrutinyReport
from csp_docs.model.choices import FormatName
from csp_docs.model.parts import every_part
from csp_docs.reading.reader import in_languages
from csp_docs.reading.tree import parse
from tests import tagtree
from tests.closed_sample import PAPERS, PLANTED, Planter
from tests.small import small_report

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")

SAME_IN_BOTH = {"Cost", "Data", "Staff", "Term"}
"""Welsh words of the default template that are English words too."""
TOOLS = {"csp_docs", "csp", "docs"}
WORD = re.compile(r"[^\W\d_]{3,}")
PAIRS = ("en", "cy")


def tree() -> Mapping[str, Any]:
    found, problems = parse(content(shipped("councils") / "default.yaml").decode(), "default.yaml")
    assert problems == []
    return found


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif not in_languages(value):
        for part in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
            yield from texts(part)


def pairs(value: Any) -> Iterator[Mapping[str, str]]:
    if in_languages(value):
        yield value
    elif not isinstance(value, str):
        for part in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
            yield from pairs(part)


def test_all_words_of_the_default_template_are_given_in_both_languages() -> None:
    marked = in_its_language(tree(), CouncilTemplate, "en-GB")
    assert [text for text in texts(marked) if language_of(text)] == []
    assert [pair for pair in pairs(tree()) if set(pair) != set(PAIRS)] == []


def test_each_printed_word_has_its_welsh() -> None:
    assert [name for name, word in usual_terms().items() if not in_languages(word) and has_words(word)] == []
    same = {pair["en"] for pair in pairs(tree()) if pair["en"] == pair["cy"]}
    assert same <= SAME_IN_BOTH


def test_both_languages_of_the_template_have_the_same_placeholders() -> None:
    pattern = re.compile(r"\{\{.*?\}\}|\{\w+\}")
    for pair in pairs(tree()):
        assert sorted(pattern.findall(pair["en"])) == sorted(pattern.findall(pair["cy"])), pair["en"]


def in_code() -> Iterator[tuple[str, Any, Any]]:
    """Yield what modules have in English and in Welsh: a mapping of the two languages."""
    for module in pkgutil.walk_packages(csp_docs.__path__, "csp_docs."):
        if module.name.startswith(
            ("csp_docs.compose", "csp_docs.measures", "csp_docs.typesetting", "csp_docs.drawing")
        ):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, dict) and value.keys() == set(PAIRS):
                    yield f"{module.name}.{name}", value["en"], value["cy"]


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def test_all_words_in_code_have_their_welsh() -> None:
    found = list(in_code())
    assert {name.rpartition(".")[0].rpartition(".")[2] for name, *_ in found} >= {"charts", "maps", "formats"}
    for name, english, welsh in found:
        assert type(english) is type(welsh), name
        assert len(english) == len(welsh) or name.endswith(("_ORDINALS", "_TO", "_LESS_THAN")), name
        if isinstance(english, dict):
            assert english.keys() == welsh.keys(), name
            for key, pattern in english.items():
                assert placeholders(pattern) == placeholders(welsh[key]), (name, key)
                assert welsh[key] != pattern or not has_words(re.sub(r"\{\w+\}", "", pattern)), (name, key)


def in_welsh(document: CouncilDocument) -> CouncilDocument:
    """The Welsh edition of a paper, and of all documents in it."""
    inside: dict[str, Any] = {}
    if isinstance(document, ScrutinyReport):
        inside["highlight_reports"] = tuple(in_welsh(report) for report in document.highlight_reports)
    appendices = tuple(
        evolve(one, document=in_welsh(one.document)) if one.document else one for one in document.appendices
    )
    return evolve(document, language=Language.WELSH, appendices=appendices, **inside)


def written_by_the_author(document: CouncilDocument) -> set[str]:
    parts = (document, *every_part(document, lambda _: True))
    return {word.casefold() for part in parts for word in WORD.findall(str(part) if isinstance(part, str) else "")} | {
        word.casefold() for word in WORD.findall(str([document.council, *(document.glossary or ())]))
    }


def words_of(document: CouncilDocument, format_: FormatName, public: bool) -> set[str]:
    data = render(document, format_, public=public)
    found = {"html": on_page, "docx": in_word, "pdf": in_pdf, "xlsx": in_workbook}[format_](data)
    return {word.casefold() for word in WORD.findall(html.unescape(found))}


def on_page(data: bytes) -> str:
    page = re.sub(r"<(style|script|meta)\b[^>]*>(?:.*?</(?:style|script)>)?", "", data.decode(), flags=re.DOTALL)
    named = re.findall(r'(?:alt|title|aria-label)="([^"]*)"', page)
    return " ".join([re.sub("<[^>]+>", " ", page), *named])


def in_word(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [file.read(name).decode() for name in file.namelist() if re.match(r"word/[\w/]*\.xml", name)]
    printed = re.compile(r'<(?:w:t|a:t|c:v)(?: [^>]*)?>([^<]*)<|\b(?:descr)="([^"]*)"')
    return " ".join(word for part in parts for found in printed.findall(part) for word in found)


def in_pdf(data: bytes) -> str:
    file = tagtree.read(data)
    return f"{heard(file.root)} {file.artifacts}"


def heard(tag: tagtree.Tag) -> str:
    said = [tag.attributes[name] for name in ("Alt", "ActualText") if name in tag.attributes]
    return " ".join([*said, *(kid if isinstance(kid, str) else heard(kid) for kid in tag.kids)])


def in_workbook(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = [name for name in file.namelist() if name.endswith(("sharedStrings.xml", "workbook.xml"))]
        parts = [file.read(name).decode() for name in names]
    sheets = [found for part in parts for found in re.findall(r'<sheet [^>]*name="([^"]*)"', part)]
    return " ".join([*sheets, *(re.sub("<[^>]+>", " ", part) for part in parts)])


@pytest.mark.parametrize("public", [False, True], ids=["whole", "public"])
@pytest.mark.parametrize("format_", ["html", "docx", "pdf"])
@pytest.mark.parametrize("name", PAPERS)
def test_no_english_word_of_the_library_is_in_a_welsh_edition(
    name: str, format_: FormatName, public: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document = PAPERS[name](tmp_path, Planter())
    welsh = in_welsh(document)
    both = words_of(document, format_, public) & words_of(welsh, format_, public)
    allowed = written_by_the_author(document) | {word.casefold() for word in SAME_IN_BOTH | TOOLS}
    assert sorted(word for word in both - allowed if not PLANTED.match(word)) == []


def test_the_words_of_a_workbook_are_welsh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = PAPERS["part exempt"](tmp_path, Planter())
    both = words_of(document, "xlsx", False) & words_of(in_welsh(document), "xlsx", False)
    allowed = written_by_the_author(document) | {word.casefold() for word in SAME_IN_BOTH | TOOLS}
    assert sorted(word for word in both - allowed if not PLANTED.match(word)) == []


@pytest.mark.parametrize(
    ("following", "word"), [("5", "a"), ("8", "ac"), ("11", "ac"), ("18", "a"), ("Melton", "a"), ("Anytown", "ac")]
)
def test_and_is_ac_before_a_vowel(following: str, word: str) -> None:
    assert and_before(following, "a", "cy-GB") == word
    assert and_before(following, "and", "en-GB") == "and"


@pytest.mark.parametrize(
    ("access", "terms", "marking"),
    [
        (Access([14]), {}, "esempt o dan baragraff 14 o Ran 4 o Atodlen 12A i Ddeddf"),
        (Access([14, 15]), {}, "esempt o dan baragraffau 14 a 15 o Ran 4 o Atodlen 12A"),
        (Access(confidential=True), {}, "cyfrinachol o dan adran 100A(3)"),
        (Access([14]), {"access_exempt": {"en": "Exempt", "cy": "Gweler {paragraphs}, sydd yn {schedule}"}},
         "Gweler paragraff 14, sydd yn Rhan 4"),
        (Access([14]), {"access_exempt": {"en": "Exempt", "cy": "Yn unol ag {schedule}: dan {paragraphs}"}},
         "Yn unol ag Rhan 4 o Atodlen 12A i Ddeddf Llywodraeth Leol 1972: dan baragraff 14"),
    ],
)  # fmt: skip
def test_the_law_has_the_mutation_that_the_word_before_it_needs(access: Access, terms: Any, marking: str) -> None:
    council = {"council": {"name": "Rhywle", "name_cy": "Rhywle", "nation": "wales"}, "terms": terms}
    report = small_report(council=council, access=access, language="cy-GB")
    assert marking in numbered(report)[0].marking
