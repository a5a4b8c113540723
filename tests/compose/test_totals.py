"""Groups of measures in performance tables, and totals: calculated, or refused if nothing can be added up."""

from __future__ import annotations

import pytest

from csp_docs import Measure, MeasureGroup, ModelError, Performance, PerformanceColumn, Section
from csp_docs.api import loads
from csp_docs.errors import CspDocsError
from tests.compose.test_performance import HEAD, printed, problems, rows

BLOCK = "  - title: S\n    content:\n      - performance:\n"
YAML = """\
          total: All recorded crime
          measures:
            - {name: Hate crime, current: 20, previous: 10, target: 15}
            - title: "*Acquisitive* crime"
              total: All acquisitive crime
              measures:
                - {id: burglary, name: Burglary, current: 253, previous: 153, target: 140}
                - {name: Theft, current: 284, previous: 335, target: 300}
"""
BURGLARY = Measure("Burglary", 253, 153, id="burglary", target=140)
TABLE = Performance(
    [
        Measure("Hate crime", 20, 10, target=15),
        MeasureGroup("*Acquisitive* crime", [BURGLARY, Measure("Theft", 284, 335, target=300)],
                     total="All acquisitive crime"),
    ],
    total="All recorded crime",
)  # fmt: skip


def test_a_file_and_a_script_make_the_same_groups() -> None:
    document = loads(HEAD + BLOCK + YAML)
    assert document.sections == (Section("S", [TABLE]),)


def test_groups_and_totals_are_worked_out_from_their_measures() -> None:
    text = printed("Burglary: {{ measures.burglary.current }}", TABLE, Performance(["burglary"]))
    assert text.startswith("  p Burglary: 253\n")
    assert "    group: *Acquisitive* crime\n    row: p Burglary | p 153" in text
    assert rows(text)[:4] == [
        ["Hate crime", "10", "15", "20", "10", "100.0", "{■ Red}"],
        ["Burglary", "153", "140", "253", "100", "65.4", "{■ Red}"],
        ["Theft", "335", "300", "284", "−51", "−15.2", "{● Green}"],
        [f"**{cell}**" for cell in ("All acquisitive crime", "488", "440", "537", "49", "10.0", "{■ Red}")],
    ]
    assert "    total: p All recorded crime | p 498 | p 455 | p 557 | p 59 | p 11.8 | p {■ Red}\n" in text


def total(*measures: Measure, house: dict[str, str] | None = None, **table: object) -> list[str]:
    """Return the total row of a table of ``measures``."""
    text = printed(Performance(measures, total="All", **table), measures=house)  # type: ignore[arg-type]
    [line] = [line for line in text.splitlines() if line.startswith("    total: ")]
    return [cell.removeprefix("p ") for cell in line.removeprefix("    total: ").split(" | ")]


def test_a_sum_has_the_levels_that_all_its_measures_have() -> None:
    measures = Measure("A", 3, baseline=1, target=2), Measure("B", "4.5", 4, baseline=2, target=3)
    columns = [PerformanceColumn(name) for name in ("name", "baseline", "previous", "target", "current", "change")]
    assert total(*measures, columns=columns) == ["All", "3", "–", "5", "7.5", "–"]


@pytest.mark.parametrize("words", ["", " "])
def test_a_total_without_words_is_none(words: str) -> None:
    table = Performance([MeasureGroup("G", [BURGLARY, Measure("Theft", 1)], total=words)], total=words)
    assert "total" not in printed(table)


def test_pounds_have_a_sum_and_thousands_are_set_off_where_it_is_long() -> None:
    pounds = Measure("A", "£12.50", "£10"), Measure("B", 7, 8, unit="£")
    assert total(*pounds) == ["All", "£18", "£19.50", "£1.50", "8.3"]
    text = printed(Performance([Measure("A", 6000), Measure("B", 5000)], total="All"))
    assert rows(text) == [["A", "6,000"], ["B", "5,000"]]
    assert "total: p All | p 11,000\n" in text


def test_what_is_not_available_of_one_is_not_of_the_sum() -> None:
    assert total(Measure("A", "[x]", 1), Measure("B", 4, 4)) == ["All", "5", "[x]", "[x]", "[x]"]
    assert total(Measure("A", "£4"), Measure("B", "[x]")) == ["All", "[x]"]


def test_a_sum_shares_a_target_that_is_the_same_change() -> None:
    a, b = Measure("A", 90, 100, target_change="-5%"), Measure("B", 9, 10, target_change="-5.0%")
    assert total(a, b) == ["All", "110", "−5.0%", "99", "−11", "−10.0", "{● Green}"]
    assert total(a, Measure("B", 9, 10, target_change="-4%"))[2:] == ["–", "99", "−11", "−10.0", "–"]


def test_a_sum_of_small_counts_has_no_percentage() -> None:
    assert total(Measure("A", 10, 20), Measure("B", 10, 20), house={"small_base": "50"})[-1] == "[u]"


def test_a_note_on_what_cannot_be_compared_holds_for_the_sum() -> None:
    counted = Measure("A", 10, 20, note="Counted in another way"), Measure("B", 1, 2)
    assert total(*counted)[-2:] == ["Counted in another way", ""]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("total: All\n          measures: [{name: A, current: 3%}, {name: B, current: 4}]",
         'plan.yaml:8:18: sections[0].content[0].performance.total: the total "All" would add percentages: "A" is in '),
        ("total: All\n          measures: [{name: A, current: £3}, {name: B, current: 4}]",
         'the total "All" would add different things: "A" is in £, and "B" has no unit'),
        ("measures: [{title: G, total: All, measures: [{name: A, current: 3, target: 3},"
         " {name: B, current: 4, target: 4, better: higher}]}]",
         'measures[0].total: the total "All" cannot be rated: "B" is better when higher; "A" is better when lower'),
        ("total: All\n          measures: [{id: a, name: A, current: 3}, a]", 'the total "All" would count "A" twice'),
        ("total: All\n          measures: [{name: A, current: 3}, {name: All, current: 3}]",
         'the total "All" would also count the measure "All", which has the same name'),
        ("total: All\n          columns: [current]\n          measures: [{name: A, current: 3}]",
         'the table has no column for the words of the total "All"'),
        ("measures: [{title: G, measures: [{title: H, measures: [{name: A}]}]}]",
         "performance.measures[0].measures[0]: a group of measures is inside another group\n  hint: groups cannot"),
        ("measures: [{title: G, measures: [{name: A, current: 1}]}, {name: B, current: 1}]",
         "plan.yaml:8:69: sections[0].content[0].performance.measures[1]: a measure after a group looks like part"),
        ("total: All\n          measures: [{name: A, current: 1}, {name: B, previous: 1}]",
         'the total "All" has nothing to add up: its measures have no figure in common'),
        ("measures: [{title: '', measures: [{name: A, current: 1}]}]", "the title is empty"),
        ("measures: [{title: G, measures: []}]", "the list is empty"),
        ("measures: [{title: G, measures: [x y]}]", 'there is no measure "x y"'),
        ("measures: [{title: G, mesures: [{name: A}]}]",
         'the key "mesures" is not known\n  hint: did you mean "measures"?'),
    ],
)  # fmt: skip
def test_what_cannot_be_summed_up_or_grouped_is_told(table: str, told: str) -> None:
    assert told in problems(f"{BLOCK}          {table}\n")


def test_measures_that_go_different_ways_have_a_sum_where_none_is_rated() -> None:
    assert total(Measure("A", 3), Measure("B", 4, better="higher")) == ["All", "7"]
    columns = [PerformanceColumn(name) for name in ("name", "current", "target")]
    ways = Measure("A", 3, target=2), Measure("B", 4, target=5, better="higher")
    assert total(*ways, columns=columns) == ["All", "7", "7"]


def test_ids_inside_groups_are_known_to_all_checks() -> None:
    twice = Performance([MeasureGroup("G", [Measure("A", 1, id="a")]), MeasureGroup("H", [Measure("B", 2, id="a")])])
    with pytest.raises(CspDocsError, match='two measures have the id "a"'):
        printed(twice)
    told = problems(
        f"{BLOCK}          measures: [{{title: G, measures: [{{id: a, name: A}}]}}]\n"
        "      - performance: {measures: [{id: a, name: B}]}\n"
    )
    assert 'the id "a" is given twice' in told


def test_a_script_is_told_of_groups_that_do_not_stand_so() -> None:
    inner = MeasureGroup("G", [BURGLARY])
    with pytest.raises(ModelError, match="a group of measures is inside another group"):
        MeasureGroup("H", [inner])
    with pytest.raises(ModelError, match="a measure after a group"):
        Performance([inner, BURGLARY])
