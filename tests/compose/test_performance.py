"""Performance tables: what they print of measures, and what texts can say of them."""

from __future__ import annotations

import re
from typing import cast

import pytest

from csp_docs.api import loads, numbered
from csp_docs.blocks import Table
from csp_docs.blocks.walk import every_block
from csp_docs.errors import CspDocsError, DocumentWarning
from csp_docs.model import Measure, Performance, PerformanceColumn, Plan, Section
from csp_docs.model.choices import LanguageName, MeasureFieldName
from csp_docs.model.content import ContentItem
from csp_docs.writers.text import render_text
from tests.uncoded import uncoded

# Counts of Harborough's partnership, 2013/14 and the year before, with the difference and the percentage that were
# published with them: REPORT NO. 2 to the Scrutiny Panel, 15 May 2014, figure 3.
PUBLISHED = [
    ("2,773", "2,778", "5", "0.2"),
    ("153", "253", "100", "65.4"),
    ("107", "106", "−1", "−0.9"),
    ("335", "284", "−51", "−15.2"),
    ("38", "54", "16", "42.1"),
    ("163", "176", "13", "8.0"),
    ("59", "68", "9", "15.3"),
    ("490", "412", "−78", "−15.9"),
    ("1,269", "1,159", "−110", "−8.7"),
]
HEAD = "kind: plan\ncouncil: harborough\ntitle: A plan\nsections:\n"


def printed(*content: ContentItem, language: LanguageName = "en-GB", measures: dict[str, str] | None = None) -> str:
    """Return what a plan prints of ``content``, with ``measures`` of the house style."""
    council = {"extends": "default", "council": {"name": "Anytown", "name_cy": "Unrhyw"}, "measures": measures or {}}
    document, _ = numbered(Plan("A plan", council=council, sections=[Section("S", content)], language=language))
    return render_text(document).partition("section 1. S\n")[2].replace("\xa0", " ")


def problems(yaml: str) -> str:
    with pytest.raises(CspDocsError) as caught:
        numbered(loads(HEAD + yaml, name="plan.yaml"))
    return uncoded(caught.value)


def rows(text: str) -> list[list[str]]:
    cells = [line.partition("row: ")[2].split(" | ") for line in text.splitlines() if line.lstrip().startswith("row: ")]
    return [[cell.removeprefix("p ") for cell in row] for row in cells]


def one_row(measure: Measure, *fields: MeasureFieldName, measures: dict[str, str] | None = None) -> list[str]:
    [row] = rows(printed(Performance([measure], columns=[PerformanceColumn(f) for f in fields]), measures=measures))
    return row


def test_published_differences_and_percentages_are_reproduced() -> None:
    measures = [Measure("M", current, previous) for previous, current, _, _ in PUBLISHED]
    columns = [PerformanceColumn(name) for name in ("previous", "current", "difference", "change")]
    assert rows(printed(Performance(measures, columns=columns))) == [list(row) for row in PUBLISHED]


def test_a_whole_table() -> None:
    table = Performance(
        [
            Measure("Burglary", 253, 153, target_change="-13%", source="Leicestershire Police"),
            Measure("Satisfied **victims**", "88%", "85%", target="90%", better="higher", source="Survey"),
            Measure("Cost", "£12,000", "£9,500", target="£12,000"),
            Measure("New offence", 12, 0, target=3),
            Measure("Hate crime", "[x]", 40),
            Measure("Fires", 41, 60, note="Counted in another way since May"),
        ],
        caption="How we did",
        period="2013/14",
        notes=["Provisional"],
    )
    assert printed(table) == (
        "  table\n    caption: Table 1: How we did\n"
        "    columns: left 17% right 14% right 14% right 14% right 15% right 14% left 15%\n"
        "    head:  ×2 | 2013/14 ×5\n"
        "    head: Measure | Period before | Target | This period | Difference | Change (%) | Rating\n"
        "    row: p Burglary | p 153 | p −13% | p 253 | p 100 | p 65.4 | p {■ Red}\n"
        "    row: p Satisfied **victims** | p 85% | p 90% | p 88% | p 3 pp | p 3 pp | p {▲ Amber}\n"
        "    row: p Cost | p £9,500 | p £12,000 | p £12,000 | p £2,500 | p 26.3 | p {● Green}\n"
        "    row: p New offence | p 0 | p 3 | p 12 | p 12 | p n/a | p {■ Red}\n"
        "    row: p Hate crime | p 40 | p – | p [x] | p [x] | p [x] | p –\n"
        "    row: p Fires | p 60 | p – | p 41 | p Counted in another way since May |  | p –\n"
        "    note: Provisional\n    note: pp: percentage points\n    note: [x]: the figure is not available\n"
        "    note: n/a: there is no percentage change from 0\n    source: Source: Leicestershire Police; Survey\n"
    )


@pytest.mark.parametrize(
    ("names", "head"),
    [
        ("name target current difference change", " | 1 April 2013 to 31 March 2014 ×4"),
        ("name baseline previous current change rag note", " ×3 | 1 April 2013 to 31 March 2014 ×3 | "),
        ("current previous change", "1 April 2013 to 31 March 2014 |  ×2"),
        ("name change previous current", " ×3 | 1 April 2013 to 31 March 2014"),
        ("name change previous", " | 1 April 2013 to 31 March 2014 | "),
        ("name previous", "1 April 2013 to 31 March 2014 ×2"),
    ],
)
def test_a_period_of_days_is_the_header_of_the_columns_of_that_period(names: str, head: str) -> None:
    columns = [PerformanceColumn(cast("MeasureFieldName", name)) for name in names.split()]
    text = printed(Performance([Measure("A", 1, 2, target=3)], columns=columns, period="2013-04-01/2014-03-31"))
    assert f"head: {head}\n" in text


def test_columns_are_the_authors_and_their_names_may_hold_the_percent_sign() -> None:
    columns = [PerformanceColumn("name", "What"), PerformanceColumn("change", "Up or down")]
    text = printed(Performance([Measure("A", 3, 4)], columns=columns))
    assert "head: What | Up or down\n" in text
    assert rows(text) == [["A", "−25.0%"]]
    columns = [PerformanceColumn("name"), PerformanceColumn("change", "% change")]
    assert rows(printed(Performance([Measure("A", 3, 4)], columns=columns))) == [["A", "−25.0"]]


@pytest.mark.parametrize(("first", "named"), [("name", True), ("current", False)])
def test_the_first_column_heads_its_rows_where_it_has_their_names(first: MeasureFieldName, named: bool) -> None:
    columns = [PerformanceColumn(first), PerformanceColumn("previous")]
    performance = Performance([Measure("M", 2, 1)], columns=columns)
    document, _ = numbered(Plan("A plan", council="harborough", sections=[Section("S", [performance])]))
    [table] = (block for block in every_block(document.blocks) if isinstance(block, Table))
    assert table.row_headers is named


@pytest.mark.parametrize(
    ("fields", "row", "note"),
    [
        (("name", "difference", "change", "rag"), ["A", "A note", "", "{■ Red}"], ""),
        (("name", "change", "rag"), ["A", "A note", "{■ Red}"], ""),
        (("name", "difference", "rag", "note"), ["A", "1", "{■ Red}", "A note"], ""),
        (("name", "current", "rag"), ["A", "3", "{■ Red}"], "    note: A: A note\n"),
    ],
)
def test_a_note_takes_the_place_of_difference_and_change(
    fields: tuple[MeasureFieldName, ...], row: list[str], note: str
) -> None:
    measure = Measure("A", 3, 2, target=1, note="A note")
    text = printed(Performance([measure], columns=[PerformanceColumn(field) for field in fields]))
    assert rows(text) == [row]
    assert text.partition("    note")[1:] == note.partition("    note")[1:]


def test_figures_have_commas_from_one_thousand_on_and_those_of_one_kind_in_a_column_the_same_decimals() -> None:
    given = [
        Measure("A", 1159, 2778.5),
        Measure("B", 321, 6),
        Measure("C", "88%", "85.5%"),
        Measure("D", "7.25%", "7%", target="2.5%"),
        Measure("E", "£1200", "£9.50", target_change="-13%"),
    ]
    columns = [PerformanceColumn(name) for name in ("previous", "current", "difference", "change", "target")]
    assert rows(printed(Performance(given, columns=columns))) == [
        ["2,778.5", "1,159", "−1,619.5", "−58.3", "–"],
        ["6", "321", "315", "5,250.0", "–"],
        ["85.5%", "88.00%", "2.50 pp", "2.50 pp", "–"],
        ["7.0%", "7.25%", "0.25 pp", "0.25 pp", "2.5%"],
        ["£9.50", "£1,200", "£1,190.50", "12,531.6", "−13.0%"],
    ]


def test_millions_fit_an_upright_page_without_their_difference() -> None:
    measure = Measure("Total budget", "£12,345,678", "£11,345,678", target="£12,000,000")
    text = printed(Performance([measure]))  # no warning: nothing is split
    assert "head: Measure | Period before | Target | This period | Change (%) | Rating\n" in text
    assert rows(text) == [["Total budget", "£11,345,678", "£12,000,000", "£12,345,678", "8.8", "{▲ Amber}"]]


def test_pounds_have_pence_or_no_decimals() -> None:
    measure = Measure("A", "£1234.5", "£1000.125", baseline="£12.00")
    row = one_row(measure, "baseline", "previous", "current", "difference")
    assert row == ["£12", "£1,000.13", "£1,234.50", "£234.38"]


def test_a_target_that_is_a_change_shows_its_sign() -> None:
    assert one_row(Measure("A", 3, 2, target_change="5%"), "target") == ["+5%"]


def test_the_house_style_leaves_out_percentages_of_small_counts() -> None:
    text = printed(Performance([Measure("A", 30, 40, target_change="-5%")]), measures={"small_base": "50"})
    assert rows(text) == [["A", "40", "−5%", "30", "−10", "[u]", "[u]"]]
    assert "note: [u]: percentages are left out where a figure is below 50\n" in text


@pytest.mark.parametrize(
    ("current", "said"), [(3, "↓ down 25.0"), (5, "↑ up 25.0"), (4, "→ no change")]
)  # fmt: skip
def test_the_house_style_may_show_the_direction_with_a_word(current: int, said: str) -> None:
    assert one_row(Measure("A", current, 4), "change", measures={"direction": "yes"}) == [said]


def test_what_changed_by_less_than_is_printed_is_still_no_standstill() -> None:
    assert one_row(Measure("A", 19999, 20000), "change", measures={"direction": "yes"}) == ["↓ down less than 0.1"]
    table = Performance([Measure("A", 20001, 20000, id="a")])
    assert printed("{{ measures.a.change }}", table).startswith("  p up less than 0.1%\n")
    assert printed("{{ measures.a.change }}", table, language="cy-GB").startswith("  p i fyny llai na 0.1%\n")


def test_the_change_of_percentages_is_told_in_points() -> None:
    measure = Measure("A", "88%", "85.5%", id="a")
    assert one_row(measure, "difference", "change") == ["2.5 pp", "2.5 pp"]
    assert one_row(measure, "change", measures={"direction": "yes"}) == ["↑ up 2.5 pp"]
    text = printed("{{ measures.a.change }}", Performance([measure], columns=[PerformanceColumn("change")]))
    assert text.startswith("  p up 2.5 pp\n")
    assert "note: pp: percentage points" in text


def test_texts_print_no_percentage_of_small_counts() -> None:
    table = Performance([Measure("A", 30, 40, id="a", target=20)])
    assert printed("{{ measures.a.progress }}", table, measures={"small_base": "50"}).startswith("  p [u]\n")


def test_the_house_style_says_what_is_amber() -> None:
    measure = Measure("A", 108, target=100)
    assert one_row(measure, "rag") == ["{■ Red}"]
    assert one_row(measure, "rag", measures={"amber": "10%"}) == ["{▲ Amber}"]


def test_a_welsh_edition_has_welsh_words() -> None:
    text = printed(Performance([Measure("A", 3, 0, target=3)], period="2013-04-01/2014-03-31"), language="cy-GB")
    assert "head:  ×2 | 1 Ebrill 2013 i 31 Mawrth 2014 ×5\n" in text
    assert "head: Mesur | Y cyfnod blaenorol | Targed | Y cyfnod hwn | Gwahaniaeth | Newid (%) | Graddiad\n" in text
    assert rows(text) == [["A", "0", "3", "3", "3", "amh.", "{● Gwyrdd}"]]
    assert "note: amh.: nid oes newid canrannol o 0\n" in text


def test_a_table_may_name_measures_of_another_one() -> None:
    burglary, fires = Measure("Burglary", 3, id="burglary"), Measure("Fires", 2, id="fires")
    text = printed(Performance(["fires"]), Performance([burglary, fires]))
    assert rows(text) == [["Fires", "2"], ["Burglary", "3"], ["Fires", "2"]]


def test_texts_print_measures() -> None:
    measures = Performance(
        [
            Measure("Crime", 12778, 13000, id="crime", target_change="-5%", baseline=13000),
            Measure("Victims", "88%", "85%", id="victims", target="85%", better="higher"),
            Measure("New", "[x]", 0, id="new"),
        ]
    )
    said = [
        "{{ measures.crime.current }} {{ measures.crime.difference }} {{ measures.crime.change }}",
        "{{ measures.crime.target }} {{ measures.crime.rag }} {{ measures.crime.progress }}",
        "{{ measures.crime.previous - measures.crime.current }} {{ number(measures.crime.current) }}",
        "{{ measures.victims.current }} {{ measures.victims.difference }} {{ measures.new.current }}",
        "{{ measures.crime.current / 12 }} a month",
    ]
    assert printed(*said, measures).splitlines()[:5] == [
        "  p 12,778 −222 down 1.7%",
        "  p −5% Amber 34.2%",
        "  p 222 12,778",
        "  p 88% 3 pp [x]",
        "  p 1,064.83 a month",
    ]


def test_measures_of_a_priority_stand_in_a_table_below_its_texts() -> None:
    plan = loads(
        HEAD + "  - {generate: priorities}\npriorities:\n  - title: Streets\n    measures:\n      - Fewer are hurt\n"
        "      - {id: hurt, name: People hurt, current: 9, previous: [x]}\n      - {en: All told, cy: Dywedwyd}\n"
    )
    assert isinstance(plan, Plan)
    assert plan.priorities[0].measures == ("Fewer are hurt", Measure("People hurt", 9, "[x]", id="hurt"), "All told")
    text = render_text(numbered(plan)[0])
    assert (
        text.index("• p Fewer are hurt") < text.index("• p All told") < text.index("row: p People hurt | p [x] | p 9")
    )


def test_a_reference_leads_to_the_table() -> None:
    text = printed('See {{ ref("perf") }}.', Performance([Measure("A", 1)], id="perf", caption="Figures"))
    assert "p See [Table 1](#perf)." in text


def test_what_names_no_measure_is_told_with_its_line() -> None:
    told = problems(
        "  - title: S\n    content:\n      - '{{ measures.burglry.current }}'\n      - performance:\n"
        "          measures:\n            - fiers\n            - {id: burglary, name: Burglary, current: 1}\n"
        "            - {id: fires, name: Fires, current: 1}\n"
    )
    assert (
        'plan.yaml:7:9: sections[0].content[0]: "{{ measures.burglry.current }}": there is no measure "burglry"' in told
    )
    assert 'hint: did you mean "burglary"?' in told
    assert 'plan.yaml:10:15: sections[0].content[1].performance.measures[0]: there is no measure "fiers"' in told
    assert 'hint: did you mean "fires"?' in told


def test_a_change_to_be_reached_from_nothing_known_is_warned_of() -> None:
    with pytest.warns(
        DocumentWarning, match='"A" can never be rated: .* `previous` is missing .*\n  hint: add `previous`'
    ):
        printed(Performance([Measure("A", 3, target_change="-5%")]))


@pytest.mark.parametrize("said", ["measures.a.change", "measures.a.difference", "measures.a.difference + 1"])
def test_a_comparison_says_that_previous_is_missing(said: str) -> None:
    fact = f'"{{{{ {re.escape(said)} }}}}": the measure has no previous'
    with pytest.raises(CspDocsError, match=rf"{fact} \[CSP405\]\n  hint: give it"):
        printed(f"{{{{ {said} }}}}", Performance([Measure("A", 3, id="a")]))
    otherwise = f'{{{{ {said.removesuffix(" + 1")} if measures.a.change else "new" }}}}'
    assert printed(otherwise, Performance([Measure("A", 3, id="a")])).startswith("  p new\n")


def test_a_document_without_measures_has_none_to_print() -> None:
    with pytest.raises(CspDocsError, match="measures: none"):
        printed("{{ measures.burglary.current }}")


def test_two_measures_of_a_script_with_one_id_are_told() -> None:
    with pytest.raises(CspDocsError, match='two measures have the id "fires"'):
        printed(Performance([Measure("Fires", 1, id="fires"), Measure("Flames", 2, id="fires")]))


def test_bands_of_risks_that_are_out_of_order_are_told_with_their_place() -> None:
    yaml = HEAD.replace("harborough", "{extends: harborough, risks: {medium: 20, high: 10}}")
    with pytest.raises(CspDocsError, match=r"plan\.yaml:2:58: council\.risks\.high: the bands of risks begin at 20"):
        numbered(loads(f"{yaml}  - {{title: S}}\n", name="plan.yaml"))


def test_wrong_figures_are_told_all_at_once_with_their_lines() -> None:
    wrong = [
        "current: NaN",
        "current: 12 000",
        "current: '1,2'",
        "current: ''",
        "unit: per cent",
        "target: -13%",
        "colour: red",
        f"current: {53 * '9'}",
        "current: [y]",
    ]
    listed = "".join(f"            - {{name: M, previous: 3, {given}}}\n" for given in wrong)
    told = problems(
        "  - title: S\n    content:\n      - performance:\n          columns: [{field: rag}]\n"
        f"          period: 2013/15\n          measures:\n{listed}"
    )
    facts = [line for line in told.splitlines() if line.startswith("plan.yaml")]
    assert [fact.split(": ", 2)[1:] for fact in facts] == [
        ["sections[0].content[0].performance.period", '"2013/15" is not a financial year'],
        ["sections[0].content[0].performance.measures[0].current", '"NaN" is not a number'],
        ["sections[0].content[0].performance.measures[1].current", '"12 000" is not a number'],
        ["sections[0].content[0].performance.measures[2].current", '"1,2" is not a number'],
        ["sections[0].content[0].performance.measures[3].current", "a number is empty"],
        ["sections[0].content[0].performance.measures[4].unit", 'the unit "per cent" has a sign'],
        ["sections[0].content[0].performance.measures[5].target",
         "target is written in %, but the other figures are without a unit"],
        ["sections[0].content[0].performance.measures[6]", 'the key "colour" is not known'],
        ["sections[0].content[0].performance.measures[7].current",
         f'"{40 * "9"}…" has too many digits'],
        ["sections[0].content[0].performance.measures[8].current",
         "this must be a number such as 2778, 88% or £12,000, not a list"],
    ]  # fmt: skip
    assert told.count("hint: ") == len(facts)
    assert "hint: write [x] if the number is not available" in told
