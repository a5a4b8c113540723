"""A template as a dict of a script means what its YAML means, and each wrong kind of value is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
import yaml
from attrs import fields, has, resolve_types

from csp_docs.api import check
from csp_docs.council.template import CouncilTemplate, council_for
from csp_docs.errors import TemplateError, errors_in
from csp_docs.model import Amount, Figure, HighlightReport, Plan
from csp_docs.model.values import PictureFile

TEMPLATES = Path(__file__).parents[2] / "templates/councils"
NAMED: dict[str, Any] = {"council": {"name": "A"}}


def template(council: Any, **more: Any) -> CouncilTemplate:
    return council_for(HighlightReport(title="T", council=council, **more))


@pytest.mark.parametrize("name", ["harborough"])
def test_a_shipped_template_means_the_same_as_a_dict(name: str) -> None:
    given = yaml.safe_load((TEMPLATES / f"{name}.yaml").read_text(encoding="utf-8"))
    given.setdefault("council", {}).setdefault("name", "A")
    file = template({"extends": name, "council": {"name": given["council"]["name"]}})
    assert template(given).layouts == file.layouts
    assert template(given).terms == file.terms


@pytest.mark.parametrize(
    "text",
    [
        "layouts: {cabinet_report: {numbering: {headings: no, paragraphs: no}}}",
        "layouts: {plan: {contents: {levels: 3}, numbering: {headings: [no, 1.1], paragraphs: no}}}",
        "layouts: {scrutiny_report: {appendices: {label: 1}, cover: [{field: title, keep: yes}]}}",
        "measures: {amber: 10, small_base: 50, direction: yes}",
        "measures: {amber: 10%, direction: false}",
        "risks: {medium: 8, high: 16}",
        "theme: {page: {left: 2, top: 2.5}}",
        "terms: {no: Nage, yes: Ie}",
        "council: {name: A, phone: 1234}",
        "partnership: {name: 2011}",
    ],
)
def test_a_dict_means_what_its_yaml_means(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    named = text if text.startswith("council") else f"council: {{name: A}}\n{text}"
    Path("council.yaml").write_text(named, encoding="utf-8")
    assert template(yaml.safe_load(named)) == template("council.yaml")


def test_a_number_that_yaml_may_have_changed_is_not_a_text() -> None:
    """YAML reads 1. and 1.0 as the same number."""
    given = {**NAMED, "layouts": {"cabinet_report": {"numbering": {"headings": 1.0}}}, "theme": {"page": {"left": 2.0}}}
    with pytest.raises(TemplateError) as caught:
        template(given)
    [problem] = caught.value.problems
    assert problem.path == "council.layouts.cabinet_report.numbering.headings"
    assert problem.fact == "this must be a text, not the number 1.0"
    assert problem.hint == 'put it in quotes as it is to be printed: "1.0" or "1."'


@pytest.mark.parametrize(
    "wrong",
    [{"a"}, iter("a"), object(), lambda: None, len, int, {"a": 1}.keys()],
    ids=lambda wrong: type(wrong).__name__,
)
def test_a_value_that_yaml_cannot_write_is_named_by_its_type(wrong: Any) -> None:
    """What Python shows of it may hold an address in memory, and be another one in each run."""
    with pytest.raises(TemplateError) as caught:
        template({**NAMED, "partnership": {"other_agencies": wrong}})
    assert type(wrong).__name__ in str(caught.value)
    assert not re.search(r"0x|[<>{}]", str(caught.value))


def test_overrides_of_a_script_mean_what_yaml_means() -> None:
    layouts = {"highlight_report": {"numbering": {"headings": False}, "contents": {"levels": 2}}}
    layout = template(NAMED, layouts=layouts, partnership={"name": 2011}).layouts.highlight_report
    assert (layout.numbering.headings, layout.contents.levels) == ("no", 2)


EXPECTED = re.compile("must be|is not known|cannot contain|there is no value|is not a number")
WRONG: dict[str, Any] = {
    "text": "some words", "list": [["x"]], "mapping": {"zz": "x"}, "number": 7.25, "date": date(2024, 1, 2),
    "none": None, "object": object(),
}  # fmt: skip


def every_key(cls: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield each key of a template with its type, those of the items of lists too."""
    resolve_types(cls, include_extras=True)
    for field in fields(cls):
        here = (*path, field.name)
        yield here, field.type
        inner = get_args(field.type)[0] if get_origin(field.type) is tuple else field.type
        if isinstance(inner, type) and has(inner) and inner is not Amount and field.name not in path:
            yield from every_key(inner, here)


def takes(kind: Any) -> set[str]:
    """Return which of the ``WRONG`` values a key takes: those that are read as text are right for a text."""
    if any(isinstance(one, type) and has(one) and _is_short(one) for one in (kind, *get_args(kind))):
        return {"text", "number", "date"}
    members = get_args(kind) if get_origin(kind) not in (tuple, dict, Mapping) else ()
    if members and str in (get_args(members[0])[:1] or members[:1]):  # a text, or texts in a list
        return {"text", "number", "date"}
    if members and str in members:
        return {"text", "number", "date"}
    if kind is str:
        return {"text", "number", "date"}
    return {"number"} if kind in (float, Amount) else set()


def _is_short(cls: Any) -> bool:
    """Tell whether a text can be given instead of the keys of a class: ``logo: crest.svg``."""
    return cls is not Amount and any(
        "short_form" in field.metadata and (field.type in (str, PictureFile) or str in get_args(field.type))
        for field in fields(cls)
    )


def built(path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Return a template that gives a value to a key, inside lists where the key is of an item."""
    kinds = dict(every_key(CouncilTemplate))
    for end in range(len(path), 0, -1):
        listed = end < len(path) and get_origin(kinds[path[:end]]) is tuple
        value = {path[end - 1]: [value] if listed else value}
    return (
        {**NAMED, **value}
        if path[0] != "council"
        else {"council": {"name": "A", **value["council"]}}
        if isinstance(value["council"], dict)
        else value
    )


@pytest.mark.parametrize("path", [path for path, _ in every_key(CouncilTemplate)], ids=".".join)
def test_each_key_tells_of_a_wrong_kind_of_value_with_its_place(path: tuple[str, ...]) -> None:
    kind = dict(every_key(CouncilTemplate))[path]
    for name, value in WRONG.items():
        if name in takes(kind):
            continue
        with pytest.raises(TemplateError) as caught:
            template(built(path, value))
        told = [problem for problem in caught.value.problems if problem.path.replace("[0]", "").endswith(path[-1])]
        assert any(EXPECTED.search(problem.fact) for problem in told), f"{name}: {caught.value}"


@pytest.mark.parametrize(
    ("council", "said"),
    [
        ({**NAMED, "partnership": "Safer Anytown"}, "council.partnership: this must be keys with values, not the text"),
        ({**NAMED, "terms": ["x"]}, "council.terms: this must be keys with values, not a list"),
        ({**NAMED, "layouts": {"plan": "wide"}}, "council.layouts.plan: this must be keys with values"),
        ({**NAMED, "extends": ["default"]}, "council.extends: this must be the name of a template"),
        ({**NAMED, "extends": {"council": {}}}, "council.extends: this must be the name of a template"),
        ({**NAMED, "council": {"name": "A", "logo": None}}, "council.council.logo: there is no value"),
        ({**NAMED, "theme": {"page": {"left": object()}}}, "council.theme.page.left: this must be a text, a number"),
        ({**NAMED, "extends": 5}, 'council.extends: the council "5" is not known'),
        ("a" * 300, "the council \"aaa"),
        ("a" * 300 + ".yaml", "cannot be found"),
        ("a/" * 3000 + "b.yaml", "cannot be found"),
        ("x\0.yaml", "cannot be found"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_council_is_told(council: Any, said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        template(council)
    assert said in str(caught.value)


def in_itself(*keys: str, **more: Any) -> dict[str, Any]:
    """Return a mapping that is in itself below ``keys``, in a list under the last."""
    whole: dict[str, Any] = dict(more)
    below = whole
    for key in keys[:-1]:
        below = below.setdefault(key, {})
    below[keys[-1]] = [whole] if len(keys) > 1 else whole
    return whole


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"council": in_itself("theme", **NAMED)}, ["council.theme.theme: this contains itself"]),
        (
            {"council": in_itself("layouts", "plan", "cover", **NAMED)},
            ["council.layouts.plan.cover[0].layouts.plan.cover: this contains itself"],
        ),
        (
            {"council": "harborough", "layouts": in_itself("plan", "cover")},
            ["layouts.plan.cover[0].plan.cover[0].plan: this contains itself"],
        ),
        ({"council": "a\0.yaml"}, ['council: the character U+0000 after "a" cannot be printed']),
        ({"council": "a\0"}, ['council: the character U+0000 after "a" cannot be printed']),
        (
            {"council": "harborough", "position": [Figure(file="a\0.png", alt="A map")]},
            ['position[0].file: the character U+0000 after "a" cannot be printed'],
        ),
    ],
)
def test_one_fault_is_one_error(given: dict[str, Any], said: list[str]) -> None:
    found = errors_in(check(HighlightReport(title="T", **given)))
    others = re.compile("is not known|is missing")  # of the keys that such a template has
    assert [str(problem).split(" [")[0] for problem in found if not others.search(problem.fact)] == said


def test_a_text_for_the_keys_of_a_document_is_told_before_it_is_merged() -> None:
    with pytest.raises(TemplateError, match=r"layouts\.plan: this must be keys with values, not a list"):
        council_for(Plan("T", council=NAMED, layouts={"plan": ["cover"]}))
