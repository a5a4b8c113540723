"""What csp_docs can read, its schemas take: papers with all keys, random papers, texts that look like numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs import dumps, loads
from csp_docs.model import CabinetReport, CouncilDocument
from tests.closed_sample import PAPERS, Planter
from tests.compose.test_unprinted import COUNCIL, FULL
from tests.random_closed import reports
from tests.random_plans import Author
from tests.schema.cases import BASES
from tests.schema.judged import faults_by_schema

LIKE_OTHERS = [
    "no", "Yes", "true", "007", "1.0", "1e3", "2019-01-02", "12:30", "+5", "-5", "0x1F", "0o17", "1_000", ".5", "5.",
    ".inf",
]  # fmt: skip
"""Texts that YAML takes for truths, numbers and dates."""


def refused(kind: str, texts: list[str], folder: Path) -> dict[str, list[str]]:
    """Return the texts that the schema of a kind refuses."""
    files = {folder / f"{number}.yaml": text for number, text in enumerate(texts)}
    for file, text in files.items():
        file.write_text(text, encoding="utf-8")
    faults = faults_by_schema(kind, files)
    return {text: faults[file.name] for file, text in files.items() if file.name in faults}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_with_words_in_all_its_parts_is_right(name: str, tmp_path: Path) -> None:
    paper = PAPERS[name](tmp_path, Planter())
    assert refused(paper.kind, [dumps(paper)], tmp_path) == {}


@pytest.mark.parametrize("kind", FULL)
def test_a_document_with_all_keys_is_right(kind: type[CouncilDocument], tmp_path: Path) -> None:
    assert refused(kind.kind, [dumps(kind(council=COUNCIL, **FULL[kind]))], tmp_path) == {}


def test_random_plans_are_right(tmp_path: Path) -> None:
    plans = [yaml.safe_dump(Author(seed).plan(), allow_unicode=True, sort_keys=False) for seed in range(30)]
    assert refused("plan", plans, tmp_path) == {}


@settings(max_examples=8, deadline=None)
@given(st.lists(reports(), min_size=3, max_size=3))
def test_random_reports_are_right(tmp_path_factory: pytest.TempPathFactory, papers: list[CabinetReport]) -> None:
    assert refused("cabinet_report", [dumps(paper) for paper in papers], tmp_path_factory.mktemp("papers")) == {}


def test_a_text_is_right_whatever_yaml_takes_it_for(tmp_path: Path) -> None:
    """``version: 1.0`` is the text 1.0, and not a number."""
    papers = [f"{BASES['plan']}version: {text}\n" for text in LIKE_OTHERS]
    assert [loads(paper).version for paper in papers] == LIKE_OTHERS
    assert refused("plan", papers, tmp_path) == {}
