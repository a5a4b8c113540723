"""A cell that is run twice: parts that are added again, replaced by their id, or left out."""

from typing import Any

import pytest

from csp_docs import (
    Access,
    Appendix,
    Contact,
    Measure,
    Meeting,
    ModelError,
    Option,
    Priority,
    Table,
    cabinet_report,
    check,
    highlight_report,
    passage,
    plan,
    section,
)
from csp_docs.builders.cabinet_report import CabinetReportBuilder
from csp_docs.model import PageBreak

MEETING = Meeting("Cabinet", "2024-03-01")


def report() -> CabinetReportBuilder:
    return cabinet_report("Strategy", council="harborough", meeting=MEETING)


STEPS: dict[str, Any] = {
    "section": lambda given: given.section("Background", "Crime fell."),
    "section with an id": lambda given: given.section("Background", "Crime fell.", id="back"),
    "generated part": lambda given: given.generate("glossary", "Words"),
    "appendix": lambda given: given.appendix("Figures", "None yet."),
    "recommendation": lambda given: given.recommend("note the report"),
    "contact": lambda given: given.contacts(Contact(name="A. Green")),
    "option": lambda given: given.options(Option("Do nothing", "Risky")),
    "consultee": lambda given: given.consultees("Police"),
    "glossary": lambda given: given.glossary({"ASB": "Anti-social behaviour"}),
    "purpose": lambda given: given.purpose("To note it."),
    "replacing": lambda given: given.replace(section("New", "Words.", id="there")),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_step_that_is_done_twice_does_what_it_does_once(step: Any) -> None:
    base = report().section("There", "Before.", id="there")
    once = step(base)
    assert once.build() != base.build()
    assert step(once).build() == once.build()


def test_a_part_that_is_added_again_with_other_words_keeps_its_place() -> None:
    first = report().section("Crime", "It fell by 10%.", id="crime").section("Next", "More.")
    again = first.section("Crime", "It fell by 11%.", id="crime")
    assert [part.title for part in again.build().sections] == ["Crime", "Next"]
    assert again.build().sections[0].content == ("It fell by 11%.",)  # type: ignore[union-attr]


def test_two_parts_with_one_id_are_refused_where_they_are_made() -> None:
    first = report().section("Burglary", "It fell.", id="crime")
    with pytest.raises(ModelError, match='the id "crime" is that of "Burglary"') as refused:
        first.section("Robbery", "It rose.", id="crime")
    assert "replace" in refused.value.hint


def test_what_has_no_words_of_its_own_is_added_as_often_as_it_is_given() -> None:
    given = highlight_report("H", council="harborough").position("A.", PageBreak()).position("B.", PageBreak())
    assert given.build().position == ("A.", PageBreak(), "B.", PageBreak())
    continued = report().section("", "No crimes.").section("", "No crimes.")
    assert len(continued.build().sections) == 2


def test_a_part_is_replaced_wherever_it_is() -> None:
    nested = report().section("A", "x", section("B", section("C", "z", id="x"), "y")).appendix("App", "z", id="app")
    new = nested.replace(section("D", "new", id="x"), Appendix("Other", id="app", content=["n"])).build()
    assert new.sections[0].sections[0].sections[0].title == "D"  # type: ignore[union-attr]
    assert new.appendices[0].title == "Other"
    assert nested.build().appendices[0].title == "App"


def test_a_table_and_a_measure_are_replaced_by_their_ids() -> None:
    old, new = (Table(["Ward", "Crimes"], [["Ashby", number]], id="crimes") for number in ("1", "2"))
    given = plan("T", council="harborough").section("A", "x", old, "y", passage(old, access=Access([3])))
    found = given.replace(new).build().sections[0].content  # type: ignore[union-attr]
    assert found[1] == new
    assert found[3].content == (new,)  # type: ignore[union-attr]
    measured = plan("T", council="harborough").priorities(Priority("P", measures=[Measure("B", 3, id="b")]))
    assert measured.replace(Measure("B", 4, id="b")).build().priorities[0].measures == (Measure("B", 4, id="b"),)


def test_parts_are_left_out_wherever_they_are() -> None:
    given = report().recommend("note").section("A", "x", section("B", "y", id="b")).appendix("C", "z", id="c")
    left = given.without("b", "c")
    assert left.build() == report().recommend("note").section("A", "x").build()
    assert check(left) == []


def test_a_document_inside_an_appendix_keeps_its_own_parts() -> None:
    inner = plan("Inner", council="harborough").section("A", "x", id="a")
    with pytest.raises(ModelError, match='no part has the id "a"'):
        report().appendix("Plan", document=inner).without("a")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda given: given.without("bac"), 'no part has the id "bac" (did you mean "back"?'),
        (lambda given: given.replace(section("A", "x", id="bac")), 'no part has the id "bac"'),
        (lambda given: given.replace(section("A", "x")), "a section has no id"),
        (lambda given: given.replace(Table(["A", "B"], [["a", "b"]], id="back")), "cannot contain a Table"),
        (lambda given: given.without("only"), "a section has no title and no content"),
    ],
    ids=["unknown", "unknown-part", "no-id", "wrong-kind", "empty"],
)
def test_what_cannot_be_replaced_or_left_out_is_refused(wrong: Any, said: str) -> None:
    given = report().section("Back", "x", id="back").section("", Table(["A", "B"], [["a", "b"]], id="only"))
    with pytest.raises(ModelError) as refused:
        wrong(given)
    assert said in str(refused.value)
