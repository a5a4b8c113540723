"""What is pending: how it is listed, in which order, and that nothing final is written with it."""

from datetime import date
from pathlib import Path

import pytest

from csp_docs import blocks as b
from csp_docs import save
from csp_docs.blocks.counters import UPPER_LETTER
from csp_docs.checks.pending import by_owner, owed
from csp_docs.errors import CheckError, Origin, Severity
from csp_docs.model import Appendix, CouncilDocument, Figure, Pending, Section
from tests.small import small_report


def pending(owner: str, what: str, by: date | None = None, line: int = 0) -> b.Pending:
    origin = Origin("plan.yaml", line, 1) if line else None
    return b.Pending("…", "…", owner, what, str(by or ""), by, origin=origin)


def document(*blocks: b.Block) -> b.Document:
    return b.Document("T", "en-GB", "", "", blocks, b.Numbering(appendices=UPPER_LETTER), (), "")


def paragraph(*inlines: b.Inline) -> b.Paragraph:
    return b.Paragraph(inlines)


def names(*documents: b.Document) -> dict[str, list[str]]:
    found = [finding for document in documents for finding in owed(small_report(), document)]
    return {owner: [item.what for item in items] for owner, items in by_owner(found).items()}


def test_owners_are_listed_in_alphabetical_order_and_first_what_is_due_first() -> None:
    march, april = date(2011, 3, 1), date(2011, 4, 1)
    found = document(
        paragraph(pending("Police", "a", line=1)),
        paragraph(pending("council", "late", april, 2), b.Strong((pending("council", "soon", march, 9),))),
        paragraph(pending("council", "whenever", line=12), pending("council", "next", line=11)),
    )
    assert names(found) == {"council": ["soon", "late", "next", "whenever"], "Police": ["a"]}


def test_what_is_pending_is_found_wherever_it_stands() -> None:
    frame = b.Figure(b.Frame(pending("A", "a picture")))
    inner = document(paragraph(pending("A", "in a document inside")))
    found = document(
        b.Section((pending("A", "in a title"),), (b.Callout((frame,)),)),
        b.Appendix((), (b.Embedded(inner),)),
        paragraph(b.Note((pending("A", "in a footnote"),))),
    )
    assert names(found) == {"A": ["in a title", "a picture", "in a document inside", "in a footnote"]}


def test_what_is_printed_twice_is_owed_once() -> None:
    once = document(paragraph(pending("A", "figures", line=3)), paragraph(pending("A", "figures", line=3)))
    assert names(once) == {"A": ["figures"]}
    twice = document(paragraph(pending("A", "figures", line=3)), paragraph(pending("A", "figures", line=4)))
    assert names(twice, once) == {"A": ["figures", "figures"]}


def test_nothing_is_owed_in_a_finished_document() -> None:
    assert names(document(paragraph(b.Text("words")))) == {}


WAITING = [Section("Trends", ["Crime fell by {{ pending('Police', 'the figure') }}.", Pending("Police", "a map")])]


def told(tmp_path: Path, given: CouncilDocument) -> list[str]:
    with pytest.raises(CheckError) as caught:
        save(given, tmp_path / "a.docx", tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []
    return [problem.fact for problem in caught.value.problems]


BOTH = [f'the document is final, but Police has not yet provided "{what}"' for what in ("the figure", "a map")]


def test_a_final_document_is_not_written_while_anything_is_pending(tmp_path: Path) -> None:
    assert told(tmp_path, small_report(status="final", sections=WAITING)) == BOTH


def test_nor_is_one_with_an_unfinished_document_inside_it(tmp_path: Path) -> None:
    inner = small_report(sections=WAITING)
    assert told(tmp_path, small_report(status="final", appendices=[Appendix("A", document=inner)])) == BOTH


def test_nor_one_that_holds_a_final_document_which_is_unfinished(tmp_path: Path) -> None:
    appendices = [
        Appendix("A", content=["Words."]),
        Appendix("B", document=small_report(sections=[Section("More", [Pending("Council", "words")])])),
        Appendix("C", document=small_report(status="final", sections=WAITING)),
    ]
    assert told(tmp_path, small_report(appendices=appendices)) == BOTH


@pytest.mark.parametrize("status", [None, "draft", "for_decision"])
def test_other_documents_may_wait(status: str | None, tmp_path: Path) -> None:
    figure = Figure(caption="Hot spots", pending=Pending("Police", "a map"))
    save(small_report(status=status, sections=[*WAITING, Section("Map", [figure])]), tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_document_that_cannot_be_composed_does_not_shift_the_others() -> None:
    report = small_report(
        appendices=[
            Appendix("A", document=small_report()),
            Appendix("B", document=small_report(status="final")),
        ]
    )
    waiting = b.Embedded(document(paragraph(pending("Police", "the figure"))))
    composed = document(b.Appendix((), ()), b.Appendix((), (waiting,)))
    [finding] = owed(report, composed)
    assert (finding.fact, finding.severity) == (BOTH[0], Severity.ERROR)
