"""The title of a document is the one H1 of its tags, and chapters are below it; the levels of headings are unbroken."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from attrs import evolve

from csp_docs import load, render
from csp_docs.blocks import Appendix, Block, Cover, CoverLine, CoverRole, Embedded, Masthead
from tests import tagtree
from tests.sample import p, t
from tests.tagtree import Tag
from tests.writers.pdf.making import document, noted, read, section

HEADINGS = tuple(f"H{level}" for level in range(1, 7))
COVER = Cover((CoverLine(CoverRole.BODY, t("Council")), CoverLine(CoverRole.TITLE, t("Title"))))
MASTHEAD = Masthead((t("Council"),), t("Title"))
CHAPTERS = (section("One", p("words"), section("Below", p("words"))), section("Two", p("words")))
INNER = Appendix(t("Plan"), (Embedded(evolve(document(), blocks=(COVER, *CHAPTERS))),), prefix="Appendix ", label="A")
BELOW = ["H2 One", "H3 Below", "H2 Two"]

CASES: dict[str, tuple[tuple[Block, ...], list[str]]] = {
    "a cover": ((COVER, *CHAPTERS), ["H1 Title", *BELOW]),
    "a masthead": ((MASTHEAD, *CHAPTERS), ["H1 Title", *BELOW]),
    "twice": ((COVER, MASTHEAD, *CHAPTERS), ["H1 Title", *BELOW]),
    "below a heading": ((section("Label", MASTHEAD), *CHAPTERS), ["H1 Label", "H1 One", "H2 Below", "H1 Two"]),
    "nowhere": (CHAPTERS, ["H1 One", "H2 Below", "H1 Two"]),
    "a document inside": ((COVER, INNER), ["H1 Title", "H2 Appendix APlan", "H3 One", "H4 Below", "H3 Two"]),
}


def headings(root: Tag) -> list[str]:
    return [f"{tag.name} {tag.text().strip()}" for tag in root.all(*HEADINGS)]


@pytest.mark.parametrize(("blocks", "expected"), CASES.values(), ids=CASES)
def test_the_title_is_the_first_heading_wherever_it_is_printed(blocks: tuple[Block, ...], expected: list[str]) -> None:
    assert headings(read(*blocks).root) == expected


def test_a_note_in_the_title_is_read_after_it() -> None:
    root = read(Masthead((), noted("Title", 1, "words").inlines), *CHAPTERS).root
    assert [kid.name for kid in root.kids if isinstance(kid, Tag)][:2] == ["H1", "Note"]


def test_headings_below_the_sixth_level_stay_there() -> None:
    inner = section("deep", p("text"))
    for _ in range(6):
        inner = section("above", inner)
    names = [tag.name for tag in read(COVER, inner).root.all(*HEADINGS)]
    assert names == [*HEADINGS, "H6", "H6"]


COMMON = {"council": {"name": "Anytown Borough Council"}}
MEETING = {"meeting": {"body": "Cabinet", "date": "2026-03-10"}}
SECTIONS = [{"title": "Chapter", "content": ["words"], "sections": [{"title": "Part", "content": ["words"]}]}]


def _report(**layout: object) -> dict[str, object]:
    layouts = {"layouts": {"cabinet_report": layout}} if layout else {}
    return {"kind": "cabinet_report", **MEETING, "recommendations": ["note"], "sections": SECTIONS,
            "council": {**COMMON, **layouts}}  # fmt: skip


PLAN = {"kind": "plan", "period": "2026-2029", "contents": True, "sections": SECTIONS, "council": COMMON}
ROW = {"field": "title", "label": "Title"}
PAPERS: dict[str, tuple[dict[str, object], str]] = {
    "plan": (PLAN, "The title"),
    "assessment": ({**PLAN, "kind": "strategic_assessment"}, "The title"),
    "table": (_report(), "The title"),
    "lines": (_report(cover_style="lines", cover=[ROW]), "The title"),
    "header": (_report(header=["Council", "{{ title }}"], cover=[{"field": "status", "label": "Status"}]), "The title"),
    "header and table": (_report(header=["{{ council.name }}", "{{ title }}"]), "The title"),
    "stacked": (_report(cover_style="stacked", cover=[ROW]), "The title"),
    "highlight report": ({"kind": "highlight_report", "position": ["words"], "council": COMMON}, "The title"),
}


@pytest.mark.filterwarnings("ignore::csp_docs.DocumentWarning")
@pytest.mark.parametrize(("given", "first"), PAPERS.values(), ids=PAPERS)
def test_the_title_of_each_kind_of_paper_is_its_first_heading(
    given: dict[str, object], first: str, tmp_path: Path
) -> None:
    source = tmp_path / "paper.yaml"
    text = yaml.safe_dump({**given, "title": "The title"}, sort_keys=False).replace("'2026-03-10'", "2026-03-10")
    source.write_text(text, encoding="utf-8")
    found = headings(tagtree.read(render(load(source), "pdf")).root)
    assert found[0] == f"H1 {first}"
    levels = [int(heading[1]) for heading in found]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert levels.count(1) == 1
