"""Papers with words planted in all that is not for the public, and what can be read in the files that are made of them.

A planted word begins with "zq", which no other word does. It is short, so that no line is broken inside it.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

from csp_docs.model import (
    Access,
    Achievement,
    Across,
    Action,
    ActionPlan,
    Appendix,
    AreaMap,
    BackgroundPaper,
    Band,
    BlankPage,
    Bullets,
    CabinetReport,
    Callout,
    Chart,
    ChartTarget,
    Column,
    ColumnGroup,
    Comparator,
    Contact,
    CouncilDocument,
    CrossCuttingTheme,
    Diagram,
    Facts,
    Figure,
    Foreword,
    Generated,
    GivenRating,
    Grid,
    GridCell,
    HighlightPriority,
    HighlightReport,
    KeyDecision,
    Landscape,
    Lines,
    ListOf,
    Measure,
    MeasureGroup,
    Meeting,
    Numbered,
    Option,
    PageBreak,
    Paragraph,
    Partner,
    Passage,
    Pending,
    Performance,
    PerformanceColumn,
    Picture,
    Plain,
    Plan,
    Priority,
    Quote,
    Risk,
    RiskRegister,
    ScrutinyReport,
    Section,
    Signatory,
    StrategicAssessment,
    Table,
    Topic,
)
from tests.tagtree import Tag, read

COUNCIL: dict[str, Any] = {"council": {"name": "Anytown Council"}, "charts": {"data": "appendix"}}
PARTS = ("purpose", "outcomes_sought", "recommendations", "sections", "points_for_discussion", "implications",
         "consultation", "consultees", "background_papers")  # fmt: skip
EXEMPT = Access([3], public_reason="A public reason.")
PLANTED = re.compile(r"zq[a-z]{4}")
HASH = re.compile("sha256-[A-Za-z0-9+/]{43}=")
"""What the policy of a page says of its styles and scripts: a hash may have any letters."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Planter:
    """Gives words that are found nowhere else."""

    def __init__(self) -> None:
        self._numbers = count()
        self.ids: set[str] = set()

    def __call__(self) -> str:
        """Return the next word."""
        number = next(self._numbers)
        return "zq" + "".join(_LETTERS[number // 26**place % 26] for place in (3, 2, 1, 0))

    def id(self) -> str:
        """Return the next word, for an id, which is not printed."""
        word = self()
        self.ids.add(word)
        return word

    def noted(self) -> str:
        """Return a text with marks of all kinds."""
        return f"{self()} **{self()}** [{self()}](https://{self()}.org).[^1]\n\n[^1]: {self()}"


def files(folder: Path, w: Planter) -> dict[str, str]:
    """Write a picture and areas with planted names to ``folder``, and return their names."""
    names = {"picture": f"{w.id()}.png", "areas": f"{w.id()}.geojson"}
    Image.new("RGB", (40, 30), "#CFE3F2").save(folder / names["picture"])
    square = [[[0, 51], [0, 52], [1, 52], [1, 51], [0, 51]]]
    names["area"] = w()
    feature = {"type": "Feature", "id": "N1", "properties": {"name": names["area"]}}
    areas = {
        "type": "FeatureCollection",
        "features": [{**feature, "geometry": {"type": "Polygon", "coordinates": square}}],
    }
    (folder / names["areas"]).write_text(json.dumps(areas), encoding="utf-8")
    return names


def tables(w: Planter) -> list[Any]:
    """Return a table of each kind with words in each of its fields."""
    measure = Measure(w(), 30, 7, id=w.id(), note=w())
    columns = [PerformanceColumn("name", w()), PerformanceColumn("current", w()), PerformanceColumn("note")]
    return [
        Table([w(), w()], [[w(), w()]], id=w.id(), caption=w(), notes=[w()], total=[w(), w()], source=w()),
        _grouped_table(w),
        _table_in_bands(w),
        Performance([Measure(w(), 5, source=w())]),
        Performance(
            [MeasureGroup(w(), [measure], total=w())], columns=columns, total=w(), id=w.id(), caption=w(), notes=[w()],
            source=w(),
        ),
        _scorecard(w),
        ActionPlan([Action(w(), lead=w(), measure=w(), progress=w())]),
        ActionPlan([Action(w(), ref=w(), partners=w(), due=w(), resources=w(), outcome=w())]),
        RiskRegister([Risk(w(), 2, 3, mitigation=w(), owner=w()), Risk(w(), 1, 1)]),
        Facts({w(): w()}),
    ]  # fmt: skip


def _scorecard(w: Planter) -> Performance:
    """Return a table of measures with figures, words and ratings of all kinds."""
    first, last, force = w(), w(), w()
    measure = Measure(
        w(), periods={first: 3, last: "[x]"}, comparators={force: Comparator(4, 5)}, own={w(): w()}, unit=w(),
        rag=GivenRating("blue", w()), missing=w(),
    )  # fmt: skip
    columns = [PerformanceColumn(name) for name in ("name", first, last, force, *measure.own, "rag")]
    columns += [PerformanceColumn("difference", of=force), PerformanceColumn("difference", on=first)]
    return Performance([MeasureGroup(w(), [measure])], columns=columns, counts=True, summary=w())


def _table_in_bands(w: Planter) -> Table:
    """Return a table with rows across it, a list in a cell, a rating and calculated totals."""
    rows: list[Any] = [[w(), Bullets([w(), w()]), "red", "3", "5"], Across(w()), [w(), w(), "blue", "4", "6"]]
    columns = [w(), w(), Column(w(), rating=True), w(), w(), Column(w(), sum=True)]
    return Table(columns, [Band(w(), rows=rows, total=w())], total=w())


def _grouped_table(w: Planter) -> Table:
    first, second = w(), w()
    return Table([first, second], [["1", "2"]], groups=[ColumnGroup(w(), [first, second])])


def shown(w: Planter, found: dict[str, str]) -> list[Any]:
    """Return a figure of each kind with words in each of its fields."""
    target = ChartTarget(4, w())
    return [
        Figure(file=found["picture"], id=w.id(), caption=w(), alt=w(), source=w(), label=w()),
        Figure(pending=Pending(w(), w()), caption=w()),
        Diagram("tree", [w(), Bullets([w()])], id=w.id(), caption=w(), alt=w()),
        Chart("line", [w()], {w(): [1]}, by=w()),
        Chart("line", [w()], {(name := w()): [2]}, lower={name: [1]}, upper={name: [3]}, confidence="95%"),
        Chart(
            "bar",
            (names := [w(), w()]),
            {w(): [1, 2]},
            unit=w(),
            target=target,
            highlight=names[0],
            id=w.id(),
            caption=w(),
            source=w(),
            alt=w(),
        ),
        AreaMap(
            found["areas"], {"N1": 5}, name="name", unit=w(), id=w.id(), caption=w(), source=w(), alt=w(), label=w()
        ),
    ]


def content(w: Planter, found: dict[str, str]) -> list[Any]:
    """Return a block of each kind, but for lists of what only a plan has, and passages."""
    return [
        w.noted(),
        Paragraph(w(), id=w.id()),
        Plain(w()),
        [w(), Bullets([w()])],
        Numbered([w(), w()], style="(a)"),
        Lines([w(), w()]),
        Pending(w(), w()),
        *tables(w),
        *shown(w, found),
        Callout([w(), [w()]], w()),
        Quote([w()], w()),
        Grid([GridCell(w(), [w()]), GridCell(w())]),
        Landscape([w(), Table([w()], [[w()]])]),
        PageBreak(),
        BlankPage(),
        "{{ pending('" + w() + "', '" + w() + "') }}",
    ]


def part_exempt(folder: Path, w: Planter) -> CabinetReport:
    """Return an open report with an exempt appendix, passage, section, chart, measure, title, document and glossary."""
    found = files(folder, w)
    closed = Access([3, 7], w(), public_title="A public title")
    inner = CabinetReport(
        w(), council=COUNCIL, meeting=Meeting(w(), date(2026, 1, 5)), recommendations=[w()], access=closed,
        sections=[Section(w(), content(w, found), id=w.id())], appendices=[Appendix(w(), content=[w()])],
    )  # fmt: skip
    within = CabinetReport(
        w(), council=COUNCIL, meeting=Meeting("Cabinet", date(2026, 1, 5)), recommendations=[w()],
        sections=[Section(w(), content(w, found))],
    )  # fmt: skip
    hidden = Measure(w(), 30, 7, id=w.id(), note=w(), source=w(), access=closed)
    open_table = Performance([Measure("Burglary", 3, 4), hidden], caption="How we do")
    appendix_id, section_id, chart_id = w.id(), w.id(), w.id()
    chart = Chart("column", ["a", "b"], {"s": [1, 2]}, caption="An open chart", id="open")
    return CabinetReport(
        w(), council=COUNCIL, meeting=Meeting("Cabinet", date(2026, 3, 10)), recommendations=["Agree"],
        access=Access(public_title="An open paper"),
        purpose=f"See {{{{ ref('{appendix_id}') }}}}, {{{{ ref('{section_id}') }}}} and {{{{ ref('{chart_id}') }}}}.",
        layouts={"cabinet_report": {"contents": {"levels": 4}}},
        sections=[
            Generated("contents"), Generated("figures"), Generated("tables"),
            Section("Before", ["An open note.[^1]\n\n[^1]: It is open.", Passage(content(w, found), Access([3], w()))]),
            Section(w(), content(w, found), [Section(w(), [w()])], id=section_id, access=closed),
            Section("Between", [Passage([Chart("bar", [w()], {w(): [5]}, id=chart_id, caption=w(), alt=w())], EXEMPT)]),
            Generated("glossary", w(), id=w.id(), access=closed),
            Section("After", ["Open again.[^1]\n\n[^1]: Open too.", chart, open_table]),
        ],
        glossary={w(): w()},
        appendices=[
            Appendix("An open appendix", content=["Open words."]),
            Appendix(w(), id=appendix_id, access=Access(reason=w(), confidential=True), content=content(w, found)),
            Appendix("A report", id=w.id(), document=inner),
            Appendix(w(), access=EXEMPT, document=within),
            Appendix("Another open appendix", content=["More open words. See {{ ref('open') }}."]),
        ],
    )  # fmt: skip


def exempt(folder: Path, w: Planter) -> ScrutinyReport:
    """Return an exempt scrutiny report with words in all its fields, and one open appendix."""
    found = files(folder, w)
    inside = HighlightReport(
        w(), priority=HighlightPriority(w(), [w()]), lead=w(), rag="red", performance=Performance([Measure(w(), 1)]),
        position=content(w, found), activity=[w()], next_steps=[w()], risks=[w()], issues=[w()],
        sections=[Section(w(), [w()])],
    )  # fmt: skip
    return ScrutinyReport(
        w(), council=COUNCIL, subtitle=w(), meeting=Meeting(w(), date(2026, 3, 10)), period="2025/26",
        layouts={"scrutiny_report": {"parts": ["key_decision", "options", *PARTS]}},
        access=Access([3], w(), public_title="A public title", marking=w()), report_number=w(), report_of=w(),
        portfolio_holder=w(),
        where_from=w(), where_to_next=w(), objective=w(), outcomes_sought=[w()], points_for_discussion=[w()],
        consultation=w(), previous_reports=[w()], sensitive=True, highlight_reports=[inside], purpose=w(),
        recommendations=[w()], key_decision=KeyDecision(key=True, reason=w(), wards=[w()]),
        contacts=[Contact(name=w(), role=w(), team=w(), organisation=w(), phone=w(),
                          email=f"{w()}@example.org", website=f"https://{w()}.org")],
        options=[Option(w(), w(), advantages=[w()], disadvantages=[w()], risks=[w()], cost=w())],
        implications={"legal": w()}, consultees=[w()], wards=[w()],
        background_papers=[BackgroundPaper(w(), f"https://{w()}.org")], glossary={w(): w()}, contact=Contact(name=w()),
        sections=[Section(w(), content(w, found), id="body")],
        appendices=[
            Appendix("An open appendix", access=Access(), content=["Open words."]),
            Appendix(w(), content=content(w, found)),
        ],
    )  # fmt: skip


def plan(folder: Path, w: Planter) -> Plan:
    """Return an open plan whose priorities, themes, achievements and partners are in exempt parts."""
    found = files(folder, w)
    priority = Priority(
        w(), heading=w(), summary=w(), why=content(w, found), aims=[w()], objectives=[w()], actions=[w()], focus=[w()],
        groups=[w()], measures=[w(), Measure(w(), 1)], lead_agency=[w()], support=[w()], labels={"why": w()},
    )  # fmt: skip
    return Plan(
        "An open plan", council=COUNCIL, period="2026-2029", contents=True, priorities=[priority],
        cross_cutting=[CrossCuttingTheme(w(), summary=w(), actions=[w()])],
        achievements=[Achievement(w(), pledges=[w()], outcomes=[w()], labels={"pledges": w()})],
        partners=[Partner(w(), role=[w()], members=[w()])],
        sections=[
            Section("Open", ["Open words."]),
            Section(
                w(), [ListOf("priorities"), ListOf("cross_cutting"), ListOf("statutory_partners")],
                [Generated("priorities"), Generated("achievements"), Generated("partners")], access=EXEMPT,
            ),
            Section("Open again", ["More open words."]),
        ],
    )  # fmt: skip


def exempt_plan(folder: Path, w: Planter) -> Plan:
    """Return an exempt plan with words on its cover and in its foreword."""
    found = files(folder, w)
    picture = Picture(found["picture"], w())
    signatory = Signatory(name=w(), role=[w()], organisation=w(), portrait=picture, signature=picture)
    return Plan(
        w(), council=COUNCIL, period="2026-2029", contents=True, subtitle=w(), strapline=w(), statement=w(), vision=w(),
        version=w(), foreword=Foreword([w()], signatory, title=w()), glossary={w(): w()}, contact=Contact(name=w()),
        priorities=[Priority(w(), aims=[w()])], access=Access(confidential=True), cover_picture=picture,
        sections=[Section(w(), [w(), ListOf("priorities")]), Generated("priorities", w())],
    )  # fmt: skip


def assessment(folder: Path, w: Planter) -> StrategicAssessment:
    """Return an open assessment with exempt findings and topics."""
    found = files(folder, w)
    answers = {name: [w()] for name in ("comparison", "target", "hotspots", "communities", "peers")}
    topic = Topic(w(), trend=content(w, found), labels={"trend": w()}, **answers)
    return StrategicAssessment(
        "An open assessment", council=COUNCIL, period="2026/27", executive_summary=["Open words."],
        key_findings=[w()], recommendations=["An open recommendation."], topics=[topic],
        sections=[Generated("key_findings", w(), access=EXEMPT), Generated("topics", w(), access=EXEMPT)],
    )  # fmt: skip


PAPERS: dict[str, Callable[[Path, Planter], CouncilDocument]] = {
    "part exempt": part_exempt,
    "exempt": exempt,
    "plan": plan,
    "exempt plan": exempt_plan,
    "assessment": assessment,
}


def planted(data: bytes) -> set[str]:
    """Return the planted words that are anywhere in a file: in its bytes, and in all that is packed into it."""
    return {word for text in _texts(data) for word in PLANTED.findall(HASH.sub("", text).lower())}


def _texts(data: bytes) -> Iterator[str]:
    """Yield all that can be read in a file, in every way that words are written in files of Word and PDF."""
    for encoding in ("latin-1", "utf-8", "utf-16-le", "utf-16-be"):
        yield data.decode(encoding, "replace")
        yield data[1:].decode(encoding, "replace")
    for found in re.findall(rb"<([0-9A-Fa-f\s]{8,})>", data):
        digits = re.sub(rb"\s", b"", found)
        yield from _decoded(bytes.fromhex(digits[: len(digits) // 2 * 2].decode()))
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for name in file.namelist():
                yield name
                yield from _texts(file.read(name))
    elif data[:4] == b"%PDF":
        yield from _in_pdf(data)
    elif data[:1] == b"\x78":
        try:
            yield from _decoded(zlib.decompress(data))
        except zlib.error:
            return


def _decoded(data: bytes) -> Iterator[str]:
    yield from (data.decode(encoding, "replace") for encoding in ("latin-1", "utf-16-be"))


def _in_pdf(data: bytes) -> Iterator[str]:
    """Yield the strings and streams of all objects, and the words of pages by the fonts' own maps of characters."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                yield from _texts(thing.read_bytes())
            yield from _strings(thing)
        yield from (str(value) for value in pdf.docinfo.values())
    tagged = read(data)
    yield from _tags(tagged.root)
    yield from ("".join(page) for page in tagged.artifacts)
    yield tagged.root.text()


def _tags(tag: Tag) -> Iterator[str]:
    yield from tag.attributes.values()
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _tags(kid)


def _strings(thing: Any) -> Iterator[str]:
    """Yield the strings and names of an object, without those of other objects that it refers to."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
        yield from _decoded(bytes(thing))
    elif isinstance(thing, pikepdf.Array):
        yield from (text for part in thing if not _refers(part) for text in _strings(part))
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for name in thing.keys():  # noqa: SIM118 (of pikepdf)
            yield str(name)
            yield from () if _refers(thing[name]) else _strings(thing[name])


def _refers(part: Any) -> bool:
    return isinstance(part, pikepdf.Object) and part.objgen[0] != 0
