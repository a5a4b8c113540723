"""From trees to classes: what each type of field reads, and what it says to everything else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.errors import Code, LoadError, Located, origin_of
from csp_docs.model import (
    Access,
    Achievement,
    BlankPage,
    Bullets,
    CabinetReport,
    Callout,
    ColumnGroup,
    CrossCuttingTheme,
    Diagram,
    Figure,
    Foreword,
    Generated,
    Grid,
    GridCell,
    Landscape,
    Lines,
    ListOf,
    Meeting,
    Month,
    Numbered,
    PageBreak,
    Partner,
    Pending,
    Period,
    Picture,
    Plain,
    Plan,
    Priority,
    Quote,
    Section,
    Signatory,
    Table,
    Year,
)
from csp_docs.model.values import Markdown, ModelError
from csp_docs.reading.faults import from_model
from csp_docs.reading.structure import structure
from csp_docs.reading.tree import parse
from tests.uncoded import uncoded


@pytest.fixture(autouse=True)
def _pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the files in place that the texts here name."""
    for name in ("map.png", "line.png", "chair.jpg", "signature.png"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)


class Colour(Enum):
    RED = "red"
    DARK_BLUE = "dark_blue"


@attrs.frozen
class Line:
    """A class with a short form: a bare text is its ``text``."""

    text: Markdown = attrs.field(metadata={"short_form": True})
    language: str = ""


@attrs.frozen(kw_only=True)
class Everything:
    text: str = ""
    markdown: Markdown = ""
    yes: bool = False
    whole: int = 0
    real: float = 0.0
    exact: Decimal = Decimal(0)
    day: date | None = None
    colour: Colour | None = None
    texts: tuple[Markdown, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    named: dict[str, Markdown] = attrs.field(factory=dict)
    anything: dict[str, Any] = attrs.field(factory=dict)
    either: str | tuple[str, ...] = ""
    source: str | Mapping[str, Any] = ""
    lines: tuple[Line, ...] = ()
    below: Everything | None = None
    small: int = attrs.field(default=0)

    @small.validator
    def _small(self, _: attrs.Attribute[int], value: int) -> None:
        if value > 9:
            raise ModelError(Code.OUT_OF_RANGE, f"{value} is not small", "use 0 to 9", ("small",))


def from_yaml(source: str, cls: type = Everything, language: str = "en-GB") -> Any:
    tree, problems = parse(source, "document.yaml")
    assert not problems
    return structure(tree, cls, language=language)


def told(source: str, cls: type = Everything, language: str = "en-GB") -> str:
    with pytest.raises(LoadError) as caught:
        from_yaml(source, cls, language)
    return uncoded(caught.value)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("text: 007", Everything(text="007")),
        ("text: no", Everything(text="no")),
        ("text: ''", Everything(text="")),
        ("markdown: '**bold**'", Everything(markdown="**bold**")),
        ("yes: yes", Everything(yes=True)),
        ("yes: TRUE", Everything(yes=True)),
        ("yes: On", Everything(yes=True)),
        ("yes: No", Everything(yes=False)),
        ("yes: false", Everything(yes=False)),
        ("yes: off", Everything(yes=False)),
        ("whole: 007", Everything(whole=7)),
        ("whole: -13", Everything(whole=-13)),
        ("whole: −13", Everything(whole=-13)),
        ("real: −1.5", Everything(real=-1.5)),
        ("real: 12", Everything(real=12.0)),
        ("exact: 0.10", Everything(exact=Decimal("0.10"))),
        (f"exact: {'9' * 18}", Everything(exact=Decimal("9" * 18))),
        (f"exact: 0.{'9' * 18}", Everything(exact=Decimal(f"0.{'9' * 18}"))),
        ("day: 2013-07-23", Everything(day=date(2013, 7, 23))),
        ("colour: dark_blue", Everything(colour=Colour.DARK_BLUE)),
        ("texts: [a, 1, '']", Everything(texts=("a", "1", ""))),
        ("texts: []", Everything(texts=())),
        ("rows: [[a, ''], [b]]", Everything(rows=(("a", ""), ("b",)))),
        ("named: {b: x, a: y}", Everything(named={"b": "x", "a": "y"})),
        ("anything: {a: [1, {b: c}]}", Everything(anything={"a": ["1", {"b": "c"}]})),
        ("either: one", Everything(either="one")),
        ("either: [one, two]", Everything(either=("one", "two"))),
        ("source: name", Everything(source="name")),
        ("source: {a: {b: c}}", Everything(source={"a": {"b": "c"}})),
        ("lines: [a, {text: b, language: cy}]", Everything(lines=(Line("a"), Line("b", "cy")))),
        ("below: {below: {whole: 1}}", Everything(below=Everything(below=Everything(whole=1)))),
    ],
)
def test_the_type_of_a_field_reads_its_text(source: str, expected: Everything) -> None:
    assert from_yaml(source) == expected


def test_what_a_script_gives_is_read_alike() -> None:
    values = {
        "text": "a",
        "yes": True,
        "whole": 7,
        "real": 1.5,
        "exact": 2,
        "day": date(2013, 7, 23),
        "colour": Colour.RED,
        "texts": ("a", "b"),
        "below": None,
        "lines": ["a", {"text": "b"}],
    }
    assert structure(values, Everything, language="en-GB") == Everything(
        text="a",
        yes=True,
        whole=7,
        real=1.5,
        exact=Decimal(2),
        day=date(2013, 7, 23),
        colour=Colour.RED,
        texts=("a", "b"),
        lines=(Line("a"), Line("b")),
    )


def test_texts_and_keys_keep_their_places() -> None:
    read = from_yaml("texts:\n  - a\nanything:\n  b: {c: d}\nnamed: {e: f}")
    assert str(origin_of(read.texts[0])) == "document.yaml:2:5"
    places = [origin_of(read.anything), origin_of(read.anything["b"]["c"])]
    assert [place.path for place in places if place] == ["anything", "anything.b.c"]
    (key,) = read.named
    assert isinstance(key, Located)


WRONG = """\
text: [a]
markdown: {Priority 1: Tackling crime}
yes: maybe
whole: 1,2
real: NaN
exact: 12 000
day: 23/07/2013
colour: dark_bleu
texts: NOTE THE CHANGES
rows: [[a], b, {c: d}]
named: [a]
anything: words
either: {a: b, c: d}
source: [a]
lines: [{txt: a, language: cy}, [b]]
below:
  whole: 1.5
  smal: 1
  below: {yes: "", day: 2013-02-30, texts: [{a: b}, [c]]}
  real: 1e5
small: inf
wrong: 1
"""


def test_everything_that_is_wrong_is_told_at_once(file_regression: FileRegressionFixture) -> None:
    file_regression.check(told(WRONG) + "\n")


def test_values_of_a_script_are_told_with_their_path(file_regression: FileRegressionFixture) -> None:
    values = {
        "text": 3,
        "yes": 1,
        "whole": True,
        "real": float("nan"),
        "exact": Decimal("Infinity"),
        "day": "2013",
        "colour": 1,
        "texts": ["a", None],
        "below": {"lines": [{"language": "cy"}], "below": {"small": 10}, "typo": 1},
        "markdown": "<b>bold</b>",
    }
    with pytest.raises(LoadError) as caught:
        structure(values, Everything, language="en-GB")
    file_regression.check(str(caught.value) + "\n")


@pytest.mark.parametrize(
    "figures", ["1,2", "12 000", "1_000", "1.", "½", "٣", "0x1F", "", "--1", "9" * 19, "9" * 400, "inf", "1e5"]
)
@pytest.mark.parametrize("key", ["whole", "real", "exact"])
def test_figures_that_are_no_number(key: str, figures: str) -> None:
    assert f'number, not the text "{figures[:60]}' in told(f"{key}: '{figures}'")


@pytest.mark.parametrize("day", ["2013", "2013-7-3", "20130723", "2013-W30-2", "2013-07-23T10:00", "23 July 2013"])
def test_days_in_another_form(day: str) -> None:
    assert told(f"day: {day}") == (
        f'document.yaml:1:6: day: this must be a date such as 2013-07-23, not the text "{day}"\n'
        "  hint: write year, month and day in figures"
    )


def test_a_class_itself_may_refuse_a_value_where_it_stands() -> None:
    assert told("below:\n  small: 10") == ("document.yaml:2:10: below.small: 10 is not small\n  hint: use 0 to 9")


def test_what_is_not_in_the_file_has_the_place_of_what_is_around_it() -> None:
    tree, _ = parse("around:\n  lines: [a]", "document.yaml")
    refused = from_model(ModelError(Code.OUT_OF_RANGE, "is wrong", "", ("around", "absent", "lines")), tree)
    [(_, problem)] = refused.faults
    assert problem.origin == origin_of(tree["around"]) != origin_of(tree["around"]["lines"])


def test_a_key_that_is_missing_is_told_at_its_mapping() -> None:
    assert told("lines:\n  - text: a\n  - language: cy") == (
        'document.yaml:3:5: lines[1]: the key "text" is missing\n  hint: add "text: …"'
    )


def test_bad_markdown_is_told_with_all_else() -> None:
    messages = told("markdown: a <br> b\ntexts: [a, '[x](ftp://y)']\nnamed: {a: '{{ 1 + }}'}\nyes: maybe")
    assert [line.split(": ")[0:2] for line in messages.splitlines() if not line.startswith("  hint")] == [
        ["document.yaml:1:11", "markdown"],
        ["document.yaml:2:12", "texts[1]"],
        ["document.yaml:3:12", "named.a"],
        ["document.yaml:4:6", "yes"],
    ]


class TestLanguages:
    def test_an_edition_takes_its_own(self) -> None:
        source = (
            "text: {en: yes, cy: ie}\n"
            "lines: [{cy: dau, en: two}]\n"
            "texts: {en: [a], cy: [b, c]}\n"
            "either: {en: x, cy: [y]}"
        )
        english = Everything(text="yes", lines=(Line("two"),), texts=("a",), either="x")
        welsh = Everything(text="ie", lines=(Line("dau"),), texts=("b", "c"), either=("y",))
        assert from_yaml(source) == english
        assert from_yaml(source, language="cy-GB") == welsh

    def test_a_missing_one_is_an_error(self) -> None:
        assert told("texts:\n  - {en: a, cy: b}\n  - {cy: c}") == (
            'document.yaml:3:5: texts[1]: the text for "en" is missing, and there is only "cy"\n  hint: add "en: …"'
        )

    def test_other_keys_are_no_languages(self) -> None:
        assert told("text: {en: a, fr: b}") == ("document.yaml:1:7: text: this must be a text, not the keys en, fr")

    def test_names_of_a_mapping_are_no_languages(self) -> None:
        assert from_yaml("named: {en: a}").named == {"en": "a"}


CONTENT = """\
content:
  - A *text*
  - {en: English, cy: Cymraeg}
  - plain: "Priority 1:"
  - [a, [b, [c]], d]
  - bullets:
      - a
      - bullets: [b]
      - numbered: [c]
  - numbered: [a, b]
  - numbered: {start: 3, style: (a), items: [a]}
  - lines: [a, b]
  - page_break: yes
  - callout: A notice
  - callout: {title: Note, content: [a, [b]]}
  - callout: {title: Note, content: a}
  - quote: {title: Note, content: {en: a, cy: b}}
  - table:
      id: t
      caption: Crime
      columns: [Offence, "2012", "2013"]
      rows: [[Burglary, 326, 261], [Theft, "", 1]]
      row_headers: yes
      groups: [{title: Years, columns: ["2012", "2013"]}]
      total: [All, 327, 262]
      align: [left, right, right]
      widths: [50, 25.5, 24.5]
      notes: [Figures of the police]
      source: Leicestershire Police
"""


PLAN_CONTENT = """\
content:
  - figure: {file: map.png, alt: A map, caption: Wards, id: wards, width: 60%, source: Council, label: Map}
  - figure: {file: line.png, decorative: yes}
  - figure:
      caption: Hot spots
      pending: {owner: County Council, what: a map of hot spots, due: 2011-03-01}
  - diagram: {type: steps, items: [a, b], alt: Two steps, caption: How, id: how}
  - diagram:
      type: tree
      items:
        - Board
        - [Group, [Team], {bullets: [Panel]}]
  - grid:
      - {title: One, content: [a, [b]]}
      - {content: [c, table: {columns: [d], rows: [[e]]}]}
  - grid: {columns: 3, cells: [{title: "2,417", content: [incidents]}]}
  - quote: Words
  - quote: [Words, more]
  - quote: {title: A resident, content: [Words]}
  - list_of: responsible_authorities
  - landscape:
      - a
      - [b]
  - blank_page: yes
  - pending: {owner: County Council, what: satisfaction figures}
  - pending: {owner: County Council, what: figures, due: 2011-03}
sections:
  - {generate: priorities, title: Our priorities, id: ours, numbered: no}
  - {title: More, sections: [{generate: glossary}]}
"""


def test_content_of_plans() -> None:
    assert from_yaml(PLAN_CONTENT, Section) == Section(
        content=(
            Figure(
                file="map.png", alt="A map", caption="Wards", id="wards", width="60%", source="Council", label="Map"
            ),
            Figure(file="line.png", decorative=True),
            Figure(caption="Hot spots", pending=Pending("County Council", "a map of hot spots", date(2011, 3, 1))),
            Diagram("steps", ("a", "b"), alt="Two steps", caption="How", id="how"),
            Diagram("tree", ("Board", Bullets(("Group", Bullets(("Team",)), Bullets(("Panel",)))))),
            Grid((GridCell("One", ("a", Bullets(("b",)))), GridCell(content=("c", Table(("d",), (("e",),)))))),
            Grid((GridCell("2,417", ("incidents",)),), columns=3),
            Quote(("Words",)),
            Quote(("Words", "more")),
            Quote(("Words",), "A resident"),
            ListOf("responsible_authorities"),
            Landscape(("a", Bullets(("b",)))),
            BlankPage(),
            Pending("County Council", "satisfaction figures"),
            Pending("County Council", "figures", Month(2011, 3)),
        ),
        sections=(
            Generated("priorities", "Our priorities", id="ours", numbered=False),
            Section("More", sections=(Generated("glossary"),)),
        ),
    )


PLAN = """\
title: Three Year Plan
council: c
period: 2011-2014
date: 2011-02
contents: yes
strapline: Safer together
statement: A duty of the law
vision: Safe communities
foreword:
  content: [Welcome., [a, b]]
  signed_by:
    name: A. Chair
    role: [Chair of the Partnership, Councillor]
    organisation: The Partnership
    portrait: {file: chair.jpg, alt: The Chair}
    signature: {file: signature.png, decorative: yes}
priorities:
  - title: Burglary
    heading: Homes
    summary: Fewer burglaries
    why: [Because., [a]]
    aims: [a]
    objectives: [b]
    actions: [c]
    focus: [d]
    groups: [e]
    measures: [f]
    lead_agency: [The police]
    support: [The council]
    labels: {why: Why is this a priority?}
cross_cutting: [{title: Alcohol, summary: Less harm, actions: [g]}]
achievements: [{heading: Cars, pledges: [h], outcomes: [i], labels: {pledges: We said}}]
partners: [{name: Police, role: [Patrols], under: Board, members: [A. Officer]}]
"""


def test_a_plan() -> None:
    assert from_yaml(PLAN, Plan) == Plan(
        title="Three Year Plan",
        council="c",
        period="2011-2014",
        date=Month(2011, 2),
        contents=True,
        strapline="Safer together",
        statement="A duty of the law",
        vision="Safe communities",
        foreword=Foreword(
            ["Welcome.", ["a", "b"]],
            Signatory(
                name="A. Chair",
                role=["Chair of the Partnership", "Councillor"],
                organisation="The Partnership",
                portrait=Picture("chair.jpg", "The Chair"),
                signature=Picture("signature.png", decorative=True),
            ),
        ),
        priorities=[
            Priority(
                "Burglary",
                heading="Homes",
                summary="Fewer burglaries",
                why=["Because.", ["a"]],
                aims=["a"],
                objectives=["b"],
                actions=["c"],
                focus=["d"],
                groups=["e"],
                measures=["f"],
                lead_agency=["The police"],
                support=["The council"],
                labels={"why": "Why is this a priority?"},
            )
        ],
        cross_cutting=[CrossCuttingTheme("Alcohol", summary="Less harm", actions=["g"])],
        achievements=[Achievement("Cars", pledges=["h"], outcomes=["i"], labels={"pledges": "We said"})],
        partners=[Partner("Police", role=["Patrols"], under="Board", members=["A. Officer"])],
    )


def test_a_role_may_be_one_line() -> None:
    assert (
        from_yaml(PLAN.replace("[Chair of the Partnership, Councillor]", "Chair"), Plan).foreword.signed_by.role
        == "Chair"
    )


@pytest.mark.parametrize(
    ("written", "day"), [("2011-02-03", date(2011, 2, 3)), ("2011-02", Month(2011, 2)), ("2011", Year(2011))]
)
def test_a_date_may_lack_its_day_and_month(written: str, day: date | Month | Year) -> None:
    assert from_yaml(f"title: T\ncouncil: c\ndate: {written}", Plan).date == day


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2011-2014", Period(Year(2011), Year(2014))),
        ("2013/14", Period(date(2013, 4, 1), date(2014, 3, 31), financial=True)),
        ("2019", Period(Year(2019), Year(2019))),
        ("2019-01/2019-12", Period(Month(2019, 1), Month(2019, 12))),
        ("2013-04-01/2014-03-31", Period(date(2013, 4, 1), date(2014, 3, 31))),
    ],
)
def test_periods(written: str, period: Period) -> None:
    assert from_yaml(f"title: T\ncouncil: c\nperiod: {written}", Plan).period == period


WRONG_PLAN = """\
title: Three Year Plan
council: c
period: 2011/14
date: 2011-13
contents: maybe
foreword:
  content: Welcome.
  signed_by: {name: A. Chair, rôle: Chair, portrait: chair.jpg, signature: {file: signature.png}}
priorities:
  - Burglary
  - {title: Cars, why: Because., aim: [a], measures: [{id: cars}]}
cross_cutting: {title: Alcohol}
achievements: [{pledges: [h]}]
partners: [{name: Police, role: Patrols, lables: {role: Work}}]
"""


def test_wrong_plan(file_regression: FileRegressionFixture) -> None:
    file_regression.check(told(WRONG_PLAN, Plan) + "\n")


@pytest.mark.parametrize("key", ["date", "period"])
@pytest.mark.parametrize(
    "written",
    [
        "0000",
        "9999/00",
        "2026-00",
        "2026-01-00",
        "2026-00-01",
        "2026-13",
        "2011-2",
        "February 2011",
        "2014-2011",
        "[2011]",
        "{year: 2011}",
        "''",
        "1" * 99,
    ],
)
def test_dates_and_periods_in_another_form(key: str, written: str) -> None:
    message = told(f"title: T\ncouncil: c\n{key}: {written}", Plan)
    assert message.startswith(f"document.yaml:3:{len(key) + 3}: {key}: ")
    assert len(message) < 250


def test_content() -> None:
    assert from_yaml(CONTENT, Section) == Section(
        content=(
            "A *text*",
            "English",
            Plain("Priority 1:"),
            Bullets(("a", Bullets(("b", Bullets(("c",)))), "d")),
            Bullets(("a", Bullets(("b",)), Numbered(("c",)))),
            Numbered(("a", "b")),
            Numbered(("a",), start=3, style="(a)"),
            Lines(("a", "b")),
            PageBreak(),
            Callout(("A notice",)),
            Callout(("a", Bullets(("b",))), "Note"),
            Callout(("a",), "Note"),
            Quote(("a",), "Note"),
            Table(
                ("Offence", "2012", "2013"),
                (("Burglary", "326", "261"), ("Theft", "", "1")),
                id="t",
                caption="Crime",
                row_headers=True,
                groups=(ColumnGroup("Years", ("2012", "2013")),),
                total=("All", "327", "262"),
                align=("left", "right", "right"),
                widths=(50, 25.5, 24.5),
                notes=("Figures of the police",),
                source="Leicestershire Police",
            ),
        )
    )


WRONG_CONTENT = """\
title: Trends
contents: []
content:
  - buletts: [a]
  - Priority 1: Tackling crime
  - table: {columns: [a]}
    caption: Crime
  - {}
  - plain: [a]
  - bullets: a
  - bullets: [{table: {columns: [a], rows: []}}, {en: a, cy: b}]
  - [a, {}, {plain: b}, [c, {qoute: d}]]
  - numbered: {start: one, styel: (a), items: [a]}
  - numbered: a
  - lines: {a: b}
  - page_break: no
  - page_break: 3
  - callout: [a]
  - callout: {titel: a}
  - table:
      columns: [a, b]
      rows:
        - [a, b]
        - [a]
  - table: [a]
  - graph: {type: bar}
  - actions: [a]
  - figure: map.png
  - figure: {file: map.png}
  - figure: {file: map.png, alt: A map, witdh: 60%}
  - figure: {file: map.png, alt: A map, width: 6 cm}
  - figure: {caption: A map, pending: {owner: County Council, whta: a map}}
  - diagram: {type: circle, items: [a]}
  - diagram: {type: cycle, items: [a, [b]]}
  - diagram: {type: tree, items: [[a], b]}
  - diagram: {type: steps, items: []}
  - grid: {title: a, content: [b]}
  - grid: [{title: a, content: b}, {}]
  - grid: [{title: a, content: [b, page_break: yes]}]
  - grid: {columns: 3, items: [{title: a}]}
  - grid: {columns: 5, cells: [{title: a}]}
  - quote: {content: [a], author: b}
  - quote: [a, page_break: yes]
  - list_of: priorites
  - landscape: a
  - landscape: [a, landscape: [b]]
  - landscape: []
  - blank_page: no
  - pending: satisfaction figures
  - pending: {owner: County Council, what: figures, due: 31 March 2011}
  - pending: {owner: "", what: figures}
  - bullets: [a, ""]
sections:
  - generate: subjects
  - {generate: priorities, content: [a]}
  - {genrate: priorities}
  - words
  - content: words
"""


def test_wrong_content(file_regression: FileRegressionFixture) -> None:
    file_regression.check(told(WRONG_CONTENT, Section) + "\n")


@pytest.mark.parametrize(
    ("source", "access"),
    [
        ("open", Access()),
        ("{exempt: [3]}", Access((3,))),
        ("{exempt: [1, 3], reason: Names of people}", Access((1, 3), "Names of people")),
    ],
)
def test_access(source: str, access: Access) -> None:
    report = from_yaml(f"title: T\ncouncil: c\nmeeting: {{body: B, date: 2013-07-23}}\naccess: {source}", CabinetReport)
    assert report.access == access
    assert report.meeting == Meeting("B", date(2013, 7, 23))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "closed",
            '4:9: access: this must be open, or the keys "exempt" and "reason", not the text "closed"\n'
            '  hint: write "access: {exempt: [3], reason: …}"',
        ),
        (
            "[3]",
            "4:9: access: this must be keys with values, not a list\n"
            "  hint: known keys: confidential, exempt, marking, public_reason, public_title, reason",
        ),
        (
            "{exempt: [3, 0]}",
            "4:22: access.exempt[1]: there is no paragraph 0\n"
            "  hint: give the numbers of paragraphs of the Schedule that lists exempt information",
        ),
    ],
)
def test_wrong_access(source: str, message: str) -> None:
    document = f"title: T\ncouncil: c\nmeeting: {{body: B, date: 2013-07-23}}\naccess: {source}"
    assert told(document, CabinetReport) == f"document.yaml:{message}"
