"""What the answers say: with and without a year before, with large and small numbers, compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import hypothesis
import pytest
from attrs import evolve
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs import AreaMap, Chart, Performance, Table, strategic_assessment
from csp_docs import blocks as b
from csp_docs.api import loads, numbered
from csp_docs.blocks import walk
from csp_docs.data import ons, populations, shapes, topics
from csp_docs.data.answers.subject import Subject
from csp_docs.data.answers.trend import trend
from csp_docs.data.changes import beginning, ending, findings
from csp_docs.data.figures import Area, Figures
from csp_docs.data.months import name, to_month
from csp_docs.data.populations import Populations
from csp_docs.data.skeleton import skeleton
from csp_docs.data.street import police
from csp_docs.data.words import LICENCE, rank, versus
from csp_docs.errors import Code, LoadError
from csp_docs.model import Measure, ModelError, Topic
from csp_docs.model.content import ContentItem
from tests import street_files
from tests.plain_rows import plain_rows

QUESTIONS = ("trend", "comparison", "target", "hotspots", "communities", "peers")
PEERS = ["Otherton", "St. Mary's, Isle of"]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    """Counts of 26 made-up months."""
    return police.read(street_files.folder(tmp_path_factory.mktemp("police")))


def made(counts: list[int], kind: str = "Burglary", first: str = "2018-01", **others: list[int]) -> Figures:
    """Figures of districts with one type of crime, whose months begin with ``first``."""
    months = tuple(map(to_month, street_files.months(first, len(counts))))
    districts = {"Anytown": counts, **others}
    return Figures(
        months,
        {district: {kind: tuple(found)} for district, found in districts.items()},
        {
            district: {kind: (Area(f"{district} 001A", "E01000001", sum(found[-12:])),)}
            for district, found in districts.items()
        },
    )


def items(found: tuple[Topic, ...]) -> Iterator[ContentItem]:
    for topic in found:
        for question in QUESTIONS:
            yield from getattr(topic, question)


def words(content: tuple[ContentItem, ...]) -> str:
    return " ".join(item for item in content if isinstance(item, str))


def test_a_whole_assessment_reads_so(figures: Figures, tmp_path: Path, file_regression: FileRegressionFixture) -> None:
    people = populations.read(street_files.populations(tmp_path / "people.csv"))
    found = topics(
        figures, "Anytown", peers=PEERS, populations=people, targets={"Burglary": "-5%"}, types=["Burglary", "Robbery"]
    )
    text = skeleton(figures, "Anytown", found, "harborough")
    document = loads(text)
    assert document.topics == found  # type: ignore[attr-defined]
    numbered(document)
    file_regression.check(text, extension=".yaml")


def test_every_table_and_chart_has_its_caption_and_names_licence_and_source(figures: Figures) -> None:
    shown = [item for item in items(topics(figures, "Anytown", peers=PEERS, targets={"Robbery": 5}))
             if isinstance(item, Chart | Performance | Table)]  # fmt: skip
    assert len(shown) >= 4 * 7
    for item in shown:
        assert item.caption
        assert item.source.startswith("data.police.uk")
        assert item.source.endswith(LICENCE)


TRENDS = {
    1: "In January 2018, 60 burglaries were recorded in Anytown. The files do not reach back to the year before, so "
    "nothing can be said of a change on it.",
    5: "From January to May 2018, 300 burglaries were recorded in Anytown. The files do not reach back to the year "
    "before, so nothing can be said of a change on it.",
    13: "In the 12 months to January 2019, 721 burglaries were recorded in Anytown. In January 2019 there were 61, up "
    "1.7% from 60 in the same month of the year before. January 2019 had the most (61).",
    14: "In the 12 months to February 2019, 722 burglaries were recorded in Anytown. From January to February 2019 "
    "there were 122, up 1.7% from 120 in the same months of the year before.",
    24: "In the 12 months to December 2019, 732 burglaries were recorded in Anytown, up 1.7% from 720 in the 12 months "
    "before.",
}


@pytest.mark.parametrize("count", TRENDS)
def test_the_trend_says_what_the_months_allow(count: int) -> None:
    figures = made(([60] * 12 + [61] * 12)[:count])
    assert words(trend(Subject(figures, "Anytown", "Burglary"))) == TRENDS[count]


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (261, 326, "down 19.9% from 326 before"),
        (100, 100, "as many as before"),
        (12, 9, "3 more than the 9 before"),
        (49, 51, "2 fewer than the 51 before"),
        (3, 0, "after none before"),
        (0, 3, "after 3 before"),
        (0, 0, "as before"),
    ],
)
def test_small_numbers_have_no_percentage(now: int, before: int, told: str) -> None:
    assert versus(now, before, "before") == told


@pytest.mark.parametrize(
    ("value", "among", "told"),
    [
        (5, [5, 4, 3], "the highest of the three"),
        (4, [5, 4, 3], "the second highest of the three"),
        (3, [5, 4, 3], "the lowest of the three"),
        (4, [5, 4, 4, 3], "the joint second highest of the four"),
        (1, [2, 1, 1], "the joint lowest of the three"),
        (2, [2, 1], "the higher of the two"),
        (2, [2, 2], "the same as the other of the two"),
    ],
)
def test_ranks_are_told_in_words(value: int, among: list[int], told: str) -> None:
    assert rank(value, among) == told


def test_anti_social_behaviour_is_no_part_of_all_crime(figures: Figures) -> None:
    asb, burglary, *_ = topics(figures, "Anytown")
    crime = sum(figures.total("Anytown", kind) for kind in ("Burglary", "Robbery", "Violence and sexual offences"))
    for topic in (asb, burglary):
        table = next(item for item in topic.comparison if isinstance(item, Table))
        assert table.total == ("All crime", str(crime), "100.0%")
        assert plain_rows(table)[-1][0] == "Anti-social behaviour (incidents)"
        assert "not crimes" in table.notes[0]
    assert "alongside" in words(asb.comparison)


@pytest.mark.parametrize(("kind", "rows"), [("H", "HGFED"), ("E", "GFEDC"), ("A", "EDCBA")])
def test_the_table_of_types_shows_those_nearest_in_number(kind: str, rows: str) -> None:
    counts = {name: (number,) for number, name in enumerate("ABCDEFGH", 1)}
    figures = Figures((to_month("2018-01"),), {"Anytown": counts}, {"Anytown": {}})
    [topic] = topics(figures, "Anytown", types=[kind])
    [table] = (item for item in topic.comparison if isinstance(item, Table))
    [chart] = (item for item in topic.comparison if isinstance(item, Chart))
    assert "".join(row[0] for row in plain_rows(table)) == rows
    assert "".join(chart.categories) == "HGFEDCBA"


def test_a_type_alone_has_no_place_among_others() -> None:
    [topic] = topics(made([5, 5]), "Anytown")
    assert words(topic.comparison).endswith("burglaries made up 100.0% of all crime in Anytown: 10 of 10 crimes.")


TARGETS = {
    "73": "the target, 73 or fewer, was not met.",
    "75": "the target, 75 or fewer, was met.",
    "-5%": "the target, 74.1 or fewer, was not met.",
}


@pytest.mark.parametrize("target", TARGETS)
def test_targets_are_rated(target: str) -> None:
    figures = made([7, 6] * 6 + [7, 6, 6, 6] + [6, 6, 7, 6] + [6, 6, 7, 6])
    [topic] = topics(figures, "Anytown", targets={"Burglary": target})
    assert words(topic.target).endswith(TARGETS[target])
    [table] = [item for item in topic.target if isinstance(item, Performance)]
    assert [column.name for column in table.columns] == ["name", "previous", "current", "target", "rag"]


def test_a_target_is_not_rated_before_its_time() -> None:
    [topic] = topics(made([5] * 5), "Anytown", targets={"Burglary": 10})
    assert topic.target == (
        "A target for burglaries was set, but it needs 12 months of figures, and the files hold 5.",
    )


def test_without_targets_and_peers_these_questions_are_left_out(figures: Figures) -> None:
    for topic in topics(figures, "Anytown"):
        assert (topic.target, topic.peers) == ((), ())


def test_one_or_two_are_no_hot_spot() -> None:
    [topic] = topics(made([1, 1]), "Anytown")
    assert topic.hotspots == ("From January to February 2018, no area of Anytown had more than two burglaries, so none "
                              "stands out.",)  # fmt: skip


def test_areas_that_share_a_place_with_one_left_out_are_not_named() -> None:
    areas = tuple(Area(f"Anytown {at:03}A", f"E0100000{at}", 9 if at == 1 else 4) for at in range(1, 9))
    figures = evolve(made([37]), areas={"Anytown": {"Burglary": areas}})
    [topic] = topics(figures, "Anytown")
    table = next(item for item in topic.hotspots if isinstance(item, Table))
    assert words(topic.hotspots) == "In January 2018, burglaries were highest in Anytown 001A: 9 of 37."
    assert "3 more areas have as many as the last one of the table." in table.notes


def test_a_map_of_a_county_has_every_area_of_the_district_and_the_ranks_of_the_table(
    figures: Figures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    county = shapes.read(street_files.shapes(Path("county.geojson")).name, "LSOA21CD")
    found = topics(figures, "Anytown", shapes=county, types=["Robbery"])
    [drawn] = [item for item in found[0].hotspots if isinstance(item, AreaMap)]
    robberies = {area.code: area.count for area in figures.areas["Anytown"]["Robbery"]}
    wanted = {f"E0100100{number}": robberies.get(f"E0100100{number}", 0) for number in range(1, 7)}
    assert {code: amount.value for code, amount in drawn.values.items()} == wanted
    document, _ = numbered(strategic_assessment("A", council="harborough").topics(*found).generate("topics").build())
    figures_shown = [block.content for block in walk.every_block(document.blocks) if isinstance(block, b.Figure)]
    [shown] = [content for content in figures_shown if isinstance(content, b.AreaMap)]
    [table] = [item for item in found[0].hotspots if isinstance(item, Table)]
    assert {area.name for area in shown.areas} == {f"Anytown {number:03}A" for number in range(1, 7)}
    assert {(area.name, str(area.rank)) for area in shown.areas if area.rank} == {
        (row[0], row[2]) for row in plain_rows(table)
    }


WRONG_SHAPES = {
    (
        "LSOA21NM",
        "",
    ): r'"c.geojson" lacks 5 areas of Anytown where crime was recorded: E01001001, (?s:.*)`--shapes-key LSOA21CD`',
    ("FID", ""): '"c.geojson", feature|is also feature',
    ("LSOA21CD", "LSOA11NM"): 'no area has the property "LSOA11NM"',
}


@pytest.mark.parametrize(("key", "name"), WRONG_SHAPES)
def test_shapes_that_are_not_those_of_the_areas_are_told(figures: Figures, tmp_path: Path, key: str, name: str) -> None:
    street_files.shapes(tmp_path / "c.geojson")
    with pytest.raises(LoadError, match=WRONG_SHAPES[key, name]):
        topics(figures, "Anytown", shapes=shapes.read("c.geojson", key, name, tmp_path))


def test_names_of_shapes_that_are_not_found_are_asked_for(figures: Figures, tmp_path: Path) -> None:
    path = street_files.shapes(tmp_path / "c.geojson")
    path.write_text(path.read_text(encoding="utf-8").replace("Anytown 002A", "Any Town 2A"), encoding="utf-8")
    with pytest.raises(LoadError, match=r"--shapes-name`\): FID, LSOA21CD, LSOA21NM"):
        topics(figures, "Anytown", shapes=shapes.read("c.geojson", "LSOA21CD", folder=tmp_path))
    topics(figures, "Anytown", shapes=shapes.read("c.geojson", "LSOA21CD", "LSOA21NM", tmp_path))


def test_a_text_in_place_of_a_list_and_a_peer_that_is_the_area_are_refused(figures: Figures) -> None:
    for given in ({"peers": "Otherton"}, {"types": "Burglary"}):
        with pytest.raises(ModelError, match="must be a list"):
            topics(figures, "Anytown", **given)  # type: ignore[arg-type]
    with pytest.raises(LoadError, match='"Anytown" is its own peer'):
        topics(figures, "Anytown", peers=["Anytown"])


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("E01001001", "Anytown 001A", "20")], "the populations lack 4 areas of Anytown where crime was recorded: "
         "E01001002, E01001003, E01001004, E01001005"),
        ([(f"E0100100{n}", "Otherton 001A", "20") for n in range(1, 6)],
         "lack 5 areas of Anytown where crime was recorded: E01001001"),
        ([(f"E0100100{n}", "Anytown 001A", "20") for n in range(2, 6)],
         "lack an area of Anytown where crime was recorded: E01001001"),
        ([(f"E0100100{n}", "Anytown 001A", str(n - 1)) for n in range(1, 6)],
         "lack an area of Anytown where crime was recorded: E01001001"),
        ([(f"E0100100{n}", "Anytown 001A", "0") for n in range(1, 6)], "the population of Anytown is zero"),
    ],
)  # fmt: skip
def test_a_rate_needs_the_people_of_every_area(
    figures: Figures, tmp_path: Path, rows: list[tuple[str, ...]], told: str
) -> None:
    people = populations.read(street_files.write(tmp_path / "p.csv", rows, ("LSOA code", "LSOA name", "Population")))
    with pytest.raises(LoadError, match=told):
        topics(figures, "Anytown", populations=people)


def test_districts_are_ranked_by_rates_that_are_not_rounded() -> None:
    people = Populations({"Anytown": {"E01000001": 80_000}, "Otherton": {"E01000001": 26_000}})
    [topic] = topics(made([1], Otherton=[1]), "Anytown", peers=["Otherton"], populations=people)
    assert words(topic.peers) == (
        "In January 2018, 1 burglary was recorded in Anytown, 0.01 for each 1,000 residents: the lower of the two "
        "districts by rate, and the same as the other of the two by number."
    )
    [table] = [item for item in topic.peers if isinstance(item, Table)]
    [chart] = [item for item in topic.peers if isinstance(item, Chart)]
    assert table.rows == (("Otherton", "1", "0.04"), ("Anytown", "1", "0.01"))
    assert [str(amount.value) for amount in chart.series["Recorded"]] == ["0.04", "0.01"]


def test_nothing_but_zeros_has_no_chart() -> None:
    months = (to_month("2018-01"), to_month("2018-02"))
    counts = {"Burglary": (0, 0), "Anti-social behaviour": (1, 1)}
    figures = Figures(months, {"Anytown": counts, "Otherton": counts}, {"Anytown": {}, "Otherton": {}})
    [topic] = topics(figures, "Anytown", peers=["Otherton"], types=["Burglary"])
    assert not [item for item in items((topic,)) if isinstance(item, Chart)]


def test_rows_without_a_place_are_told_of_one_month_too() -> None:
    [topic] = topics(evolve(made([60]), unplaced={"Burglary": (1,)}), "Anytown")
    notes = [note for item in items((topic,)) if isinstance(item, Table) for note in item.notes]
    assert "One row of the files in January 2018 names no place, and no district can have it." in notes


UNPLACED: dict[str, tuple[list[int], list[int], str]] = {
    "a rise that rows of the year before explain": (
        [7] * 12 + [10] * 12,
        [3] * 12 + [0] * 12,
        "120 burglaries were recorded in Anytown, and 84 in the 12 months before. Rows of this type that name no place "
        "are in no district: none in this period, 36 in the one before. These rows could explain the difference, so no "
        "rise or fall is claimed.",
    ),
    "a fall that rows of the latest year explain": (
        [10] * 12 + [7] * 12,
        [0] * 12 + [4] * 12,
        "84 burglaries were recorded in Anytown, and 120 in the 12 months before. Rows of this type that name no place "
        "are in no district: 48 in this period, none in the one before. These rows could explain the difference, so no "
        "rise or fall is claimed.",
    ),
    "a rise that they do not explain": (
        [7] * 12 + [10] * 12,
        [2] * 12 + [5] * 12,
        "120 burglaries were recorded in Anytown, up 42.9% from 84 in the 12 months before. Rows of this type that "
        "name no place are in no district: 60 in this period, 24 in the one before.",
    ),
    "a number that is the same, if they do not change it": (
        [10] * 24,
        [0] * 12 + [40] * 12,
        "120 burglaries were recorded in Anytown, and 120 in the 12 months before. Rows of this type that name no "
        "place are in no district: 480 in this period, none in the one before. These rows could make a difference, so "
        "it is not claimed that the number stayed the same.",
    ),
    "months of a year": (
        [7] * 12 + [10],
        [3] * 12 + [0],
        "In January 2019 there were 10, and 7 in the same month of the year before. Rows of this type that name no "
        "place are in no district: none in this period, 3 in the one before. These rows could explain the difference, "
        "so no rise or fall is claimed.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", UNPLACED)
def test_no_change_is_claimed_that_rows_without_a_place_could_explain(case: str) -> None:
    counts, without, told = UNPLACED[case]
    figures = evolve(made(counts), unplaced={"Burglary": tuple(without)})
    [topic] = topics(figures, "Anytown", targets={"Burglary": "-5%"})
    assert told in words(topic.trend)
    [table] = [item for item in topic.trend if isinstance(item, Performance)]
    assert any("are in no district: " in note for note in table.notes)
    assert any(measure.note == "not clear" for measure in table.measures if isinstance(measure, Measure)) == (
        "claimed" in told
    )


@hypothesis.given(
    st.lists(st.integers(0, 9), min_size=24, max_size=24),
    st.lists(st.integers(0, 3), min_size=24, max_size=24),
    st.randoms(),
)
def test_a_change_that_is_claimed_is_true_wherever_rows_without_a_place_belong(
    counts: list[int], without: list[int], chance: Random
) -> None:
    figures = evolve(made([count + 1 for count in counts]), unplaced={"Burglary": tuple(without)})
    real = [
        count + chance.randint(0, more)
        for count, more in zip(figures.by_month("Anytown", "Burglary"), without, strict=True)
    ]
    now, before = sum(real[-12:]), sum(real[:12])
    [topic] = topics(figures, "Anytown", targets={"Burglary": "-5%"})
    said = words(topic.trend)
    if "up " in said or " more than " in said:
        assert now > before
    if "down " in said or " fewer than " in said:
        assert now < before
    if "as many as" in said or "as in the" in said:
        assert now == before
    [table] = [item for item in topic.trend if isinstance(item, Performance)]
    for measure, after, first in zip(table.measures, [*real[-12:], now], [*real[:12], before], strict=True):
        assert isinstance(measure, Measure)
        if not measure.note and measure.current == measure.previous:
            assert after == first
    for word, end in (("most", max(real[-12:])), ("fewest", min(real[-12:]))):
        if found := re.search(rf"(\w+ \d+) had the {word}", said):
            assert real[12 + [name(month) for month in figures.year].index(found[1])] == end
    met = words(topic.target)
    if "was met" in met and "cannot" not in met:
        assert now <= before * 0.95
    if "was not met" in met:
        assert now > before * 0.95


def test_a_target_is_not_rated_if_rows_without_a_place_decide_it() -> None:
    figures = evolve(made([10] * 24), unplaced={"Burglary": (0,) * 23 + (5,)})
    [topic] = topics(figures, "Anytown", targets={"Burglary": 122})
    assert words(topic.target).endswith(
        "Whether it was met cannot be said. Rows of this type that name no place could decide it."
    )
    [table] = [item for item in topic.target if isinstance(item, Performance)]
    assert "rag" not in [column.name for column in table.columns]


def renamed() -> Figures:
    figures = made([10] * 24)
    kinds = {"Violent crime": (11,) * 12 + (0,) * 12, "Violence and sexual offences": (0,) * 12 + (11,) * 12}
    return evolve(figures, counts={"Anytown": {**figures.counts["Anytown"], **kinds}})


def test_a_type_that_begins_or_ends_in_the_files_is_named_as_new_renamed_or_given_up() -> None:
    new, old = topics(renamed(), "Anytown", types=["Violence and sexual offences", "Violent crime"])
    assert words(new.trend) == (
        "In the 12 months to December 2019, 132 violent or sexual offences were recorded in Anytown, and none in the "
        "12 months before. This type first appears in the files in January 2019, and “Violent crime” last appears in "
        "the files in December 2018: it may be new or renamed, so no rise or fall is claimed."
    )
    assert "This type last appears in the files in December 2018, and “Violence and sexual offences” first" in words(
        old.trend
    )
    assert "new or renamed" not in words(old.trend)  # what has ended is not new
    assert "may have been renamed or given up, so no rise or fall is claimed." in words(old.trend)
    found = list(findings(renamed()))
    assert [problem.code for problem in found] == [Code.TYPE_CHANGED] * 2
    assert {"new" in problem.hint: "first appears" in problem.fact for problem in found} == {True: True, False: False}
    table = next(item for item in new.trend if isinstance(item, Performance))
    assert "difference" not in [column.name for column in table.columns]


def with_another(counts: list[int]) -> Figures:
    """Figures of a district with drug offences and, in all months, burglaries."""
    figures = made([10] * len(counts))
    return evolve(figures, counts={"Anytown": {**figures.counts["Anytown"], "Drugs": tuple(counts)}})


CLAIMS = re.compile(r"\brose\b|\bfell\b|\bstayed at\b|largest (rise|fall)")


def charts_of(figures: Figures, kind: str) -> list[str]:
    """Return what the charts of the trend of a type say to those who cannot see them."""
    [topic] = topics(figures, "Anytown", types=[kind])
    report = strategic_assessment("S", council={"council": {"name": "Anytown"}}).section("S", *topic.trend)
    document, _ = numbered(report.build())
    return [block.alt for block in walk.every_block(document.blocks) if isinstance(block, b.Figure)]


@pytest.mark.parametrize(
    ("case", "figures", "kind", "claims"),
    [
        ("a new type", renamed(), "Violence and sexual offences", False),
        ("a type that ends", renamed(), "Violent crime", False),
        ("a type like others", renamed(), "Burglary", True),
        ("no place now", evolve(made([10] * 24), unplaced={"Burglary": (0,) * 12 + (40,) * 12}), "Burglary", False),
        ("no place before", evolve(made([10] * 24), unplaced={"Burglary": (4,) * 12 + (0,) * 12}), "Burglary", False),
        ("no place of another type", evolve(made([10] * 24), unplaced={"Drugs": (4,) * 24}), "Burglary", True),
        ("a clear rise", evolve(made([10] * 12 + [90] * 12), unplaced={"Burglary": (4,) * 24}), "Burglary", False),
        ("no place in one year", evolve(made([10] * 9), unplaced={"Burglary": (4,) * 9}), "Burglary", False),
        ("new in one year", with_another([0] * 6 + [9] * 6), "Drugs", False),
        ("new before the years compared", with_another([0] * 11 + [9] * 25), "Drugs", False),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_description_of_a_chart_claims_no_more_than_the_text(
    case: str, figures: Figures, kind: str, claims: bool
) -> None:
    [alt] = charts_of(figures, kind)
    assert bool(CLAIMS.search(alt)) == claims
    assert ("no rise or fall is claimed." in alt or "name no place are in no district." in alt) != claims
    assert ": Jan" in alt  # the numbers follow


@pytest.mark.parametrize(
    ("counts", "begins"),
    [
        ([0] * 12 + [1] * 12, True),
        ([0, 5], True),
        ([0, 1, 1], False),
        ([1, 0, 0, 0, 0, 5], False),
        ([0] * 23 + [1], False),
    ],
)
def test_a_type_that_is_rare_is_not_new(counts: list[int], begins: bool) -> None:
    assert bool(beginning(made(counts), "Burglary")) == begins
    assert (ending(made(counts[::-1]), "Burglary") < len(counts)) == begins


def test_a_peer_without_populations_does_not_take_the_rates_of_the_others() -> None:
    figures = evolve(made([10], Otherton=[5], Nowhere=[7]), unplaced={"Burglary": (2,)})
    people = Populations({"Anytown": {"E01000001": 1000}, "Otherton": {"E01000001": 1000}})
    [topic] = topics(figures, "Anytown", peers=["Otherton", "Nowhere"], populations=people)
    assert words(topic.peers).endswith(
        "10.0 for each 1,000 residents: the higher of the two districts by rate, and the highest of the three by "
        "number."
    )
    table, chart = (item for item in topic.peers if not isinstance(item, str))
    assert isinstance(table, Table)
    assert table.rows == (("Anytown", "10", "10.0"), ("Otherton", "5", "5.0"), ("Nowhere", "7", "[x]"))
    assert "The populations lack areas of Nowhere, so no rate is given there ([x])." in table.notes
    assert "2 rows of this type name no place, and no district can have them." in table.notes
    assert isinstance(chart, Chart)
    assert chart.categories == ("Anytown", "Otherton")


def test_an_area_of_the_county_without_a_name_or_code_does_not_matter(figures: Figures, tmp_path: Path) -> None:
    path = street_files.shapes(tmp_path / "c.geojson")
    text = path.read_text(encoding="utf-8").replace('"Otherton 001A"', "null").replace('"E01003002"', '""')
    path.write_text(text, encoding="utf-8")
    for name_ in ("", "LSOA21NM"):
        found = topics(
            figures, "Anytown", types=["Robbery"], shapes=shapes.read("c.geojson", "LSOA21CD", name_, tmp_path)
        )
        assert any(isinstance(item, AreaMap) for item in found[0].hotspots)
    path.write_text(text.replace('"Anytown 001A"', "null"), encoding="utf-8")
    with pytest.raises(LoadError, match="does not name an area of Anytown where crime was recorded: E01001001"):
        topics(figures, "Anytown", shapes=shapes.read("c.geojson", "LSOA21CD", "LSOA21NM", tmp_path))


def test_the_chart_of_all_types_stands_in_the_first_topic_only(figures: Figures) -> None:
    found = [[item for item in topic.comparison if isinstance(item, Chart)] for topic in topics(figures, "Anytown")]
    assert list(map(len, found)) == [1, 0, 0, 0]


def test_one_type_has_no_rank() -> None:
    [topic] = topics(made([2]), "Anytown")
    assert (
        words(topic.comparison) == "In January 2018, burglaries made up 100.0% of all crime in Anytown: 2 of 2 crimes."
    )


def test_names_that_the_files_do_not_have_are_told_all_at_once(figures: Figures) -> None:
    with pytest.raises(LoadError) as caught:
        topics(figures, "Anytwon", peers=["Nowhere"])
    assert [problem.fact for problem in caught.value.problems] == [
        'the files have no district "Anytwon"',
        'the files have no district "Nowhere"',
    ]
    assert 'did you mean "Anytown"?' in caught.value.problems[0].hint
    with pytest.raises(LoadError, match=r'no crime type "Burglry" .*\n  hint: did you mean "Burglary"'):
        topics(figures, "Anytown", targets={"Burglry": 3})


def test_a_district_that_lacks_a_month_is_told() -> None:
    with pytest.raises(LoadError, match='the files have no rows for "Otherton" in February 2018'):
        topics(made([4, 4, 4], Otherton=[6, 0, 6]), "Anytown", peers=["Otherton"])


def test_a_target_that_is_no_number_is_told(figures: Figures) -> None:
    for target, told in {
        "a tenth": '"a tenth" is not a number',
        "[x]": "the target for burglaries is not available",
        "-5": "the target for burglaries is below zero",
        "-200%": "the target for burglaries is below zero",
    }.items():
        with pytest.raises(ModelError, match=told):
            topics(figures, "Anytown", targets={"Burglary": target})


@pytest.mark.needs("shared")
def test_real_partnerships_are_ranked_by_both_tables_of_ons(shared: Path) -> None:
    path = shared / "data" / "police_uk_street_2019-01_harborough.csv"
    figures = police.read(path, path.with_name("police_uk_street_2019-01_north_west_leicestershire.csv"))
    long = ons.read(shared / "data" / "ons_csp_leicestershire_ye_dec_2023_2024_long.csv")
    wide = ons.read(
        shared / "data" / "ons_csp_recorded_crime_ye_dec_2024_england_wales.csv", "the year ending December 2024"
    )
    assert long.period == wide.period
    assert {name: long.counts[name] for name in long.counts} == {name: wide.counts[name] for name in long.counts}
    [topic] = topics(figures, "Harborough", ons=long, types=["Burglary"])
    assert words(topic.peers) == (
        "In the year ending December 2024, ONS has 339 offences in Harborough under “Burglary”, 3.37 for each 1,000 "
        "people: the sixth highest of the nine partnerships by rate, and the fifth highest of the nine by number."
    )
    [topic] = topics(figures, "Harborough", ons=wide, types=["Anti-social behaviour"])
    assert topic.peers == ()
