"""What stands at the head of a text of one line is printed as it is written, whatever the text is for.

The fields are found in the types of the model. A new one has to be in a document here, or in an example of the page on
the format.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs import literal
from csp_docs.api import load, loads
from csp_docs.compose import compose
from csp_docs.council.template import read_council
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code
from csp_docs.model import CouncilDocument
from tests.compose.heads import Heads, text_fields
from tests.test_docs import ROOT, yaml_documents

HEADS = ("- 5 ", "+5 ", "−5 ", "- ", "* ", "# ", "1. ", "1) ", "> ", "| ", "    ", "``` ", "=== ", "--- ")
PRINTED = {"- 5 ": "− 5 ", "    ": ""}
"""How a head is printed that is not printed as it is written."""
REST = """
kind: plan
council: harborough
title: T
subtitle: S
period: 2026-2029
layouts: {plan: {front: [cover, document_control, foreword]}}
document_control: {Owner: Someone}
foreword: {title: From us, content: [F], signed_by: {name: N, portrait: {file: tests/pictures/bars.png, alt: Alt}}}
priorities: [{title: One, heading: H, objectives: [O], groups: [G], labels: {groups: L}}]
achievements: [{heading: A, pledges: [P], labels: {pledges: LP}}]
partners: [{name: Police, members: [M]}]
sections:
  - {generate: priorities, title: P1}
  - {generate: achievements, title: P2}
  - {generate: partners, title: P3}
  - title: Figures
    access: {exempt: [3], reason: AR, public_title: APT, public_reason: APR, marking: AM}
    content:
      - passage: {access: {exempt: [3]}, content: [PC]}
      - landscape: [Wide]
      - chart: {type: column, categories: [C1, C2], series: {S1: [1, 2]}, alt: CA}
      - figure: {file: tests/pictures/bars.png, alt: FA, caption: FC, source: FS}
      - map: {areas: examples/neighbourhoods.geojson, key: code, values: {N01: 1, N02: 2}, values_only: yes, alt: MA}
      - performance: {measures: [{name: M1, current: 1, note: MN, source: MS}], notes: [PN]}
      - actions: [{ref: AR1, action: AA, partners: AP, due: Soon, resources: AS, outcome: AO}]
---
kind: scrutiny_report
council:
  council: {name: Anytown}
  layouts: {scrutiny_report: {parts: [{field: where_to_next}, {field: own}, {field: many}, {field: options}]}}
title: T
meeting: {body: B, date: 2024-01-02}
where_to_next: W
fields: {own: Own, many: [M1, M2]}
options: [{title: O1, assessment: O2, advantages: [O3], disadvantages: [O4], risks: [O5], cost: O6}]
---
kind: strategic_assessment
council: harborough
title: T
topics: [{title: One, trend: [{lines: [Up]}], labels: {trend: LT}}]
sections: [{generate: topics}]
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[CouncilDocument]]:
    """Documents that have every text there is."""
    folder = tmp_path_factory.mktemp("heads")
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copytree(ROOT / "tests" / "pictures", folder / "tests" / "pictures")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        written = [loads(text, "format.yaml") for text in yaml_documents(ROOT / "docs/format.md")]
        # the parts of the example with everything name each other, which heads of their own would undo
        paths = (path for path in sorted(Path("examples").glob("*.yaml")) if path.stem != "everything")
        examples = [load(path) for path in paths]
        rest = [loads(text, "rest.yaml") for text in REST.split("---")]
        yield needed([*rest, *examples, *written])


def needed(documents: list[CouncilDocument]) -> list[CouncilDocument]:
    """Return the documents that have a text which none before them has."""
    kept, seen = list[CouncilDocument](), set[str]()
    for document in documents:
        (heads := Heads("")).document(document)
        here = set().union(*heads.fields.values())
        if not here <= seen:
            kept.append(document)
            seen |= here
    return kept


def test_every_text_of_the_model_is_in_a_document(documents: list[CouncilDocument]) -> None:
    heads = Heads("")
    for document in documents:
        heads.document(document)
    assert set().union(*heads.fields.values()) == text_fields(KINDS.values())


def test_heads_of_texts(documents: list[CouncilDocument], file_regression: FileRegressionFixture) -> None:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for head in HEADS:
        for document in documents:
            for field, outcome in outcomes(head, document):
                before = found[field].setdefault(head, outcome)
                found[field][head] = outcome if before == "not printed" else before
    alike = defaultdict(list)
    for field in sorted(found):
        alike[said(found[field])].append(f"  {field}\n")
    file_regression.check("".join(f"{outcome}\n{''.join(fields)}" for outcome, fields in alike.items()))


@pytest.mark.parametrize("words", ["# It's *so* {{x}} <b> 5-10% & 10 km", "1. It's so", "- It's so"])
def test_words_of_others_are_printed_in_every_text(words: str, documents: list[CouncilDocument]) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for field, outcome in outcomes(f"{literal(words)} ", document, f"{words} "):
            found[field].add(outcome)
    assert {field: seen for field, seen in found.items() if "as written" not in seen} == {}
    assert {outcome for seen in found.values() for outcome in seen} <= {"as written", "not printed"}


def outcomes(head: str, document: CouncilDocument, shown: str = "") -> Iterator[tuple[str, str]]:
    """Yield what happens to each text of a document: its field, and how its head is printed, as ``shown`` or not."""
    heads = Heads(head)
    whole = heads.document(document)
    blocks, problems = compose(whole, read_council(whole)[0])
    printed = repr(blocks)
    refused = {problem.fact for problem in problems if problem.code is Code.MARK_NOT_ALLOWED}
    for word, names in heads.fields.items():
        places = printed.split(word)[:-1]
        as_written = all(place.endswith(shown or PRINTED.get(head, head)) for place in places)
        outcome = "as written" if places and as_written else "list" if places else "not printed"
        if any(word in fact for fact in refused):
            outcome = "refused"
        yield from ((name, outcome) for name in names)


def said(outcomes: dict[str, str]) -> str:
    by = defaultdict(list)
    for head, outcome in outcomes.items():
        by[outcome].append(repr(head.rstrip() or head))
    if list(by) == ["as written"]:
        return "as written"
    return "; ".join(f"{outcome}: {' '.join(heads)}" for outcome, heads in by.items())
