"""Maps of a document: classes and ranks, the words for those who cannot see them, and what is wrong with them."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from csp_docs import AreaMap, ModelError, Plan, area_map, load, plan
from csp_docs import blocks as b
from csp_docs.api import loads, numbered
from csp_docs.compose.content.maps import class_ends
from csp_docs.errors import CspDocsError
from csp_docs.writers.text import render_text
from tests.map_sample import AREAS, HEAD, MAP, VALUES, blocks, collection, composed, shown, square
from tests.uncoded import uncoded

COUNTS: dict[str, int | str]
COUNTS = {"N01": 12, "N02": 31, "N03": 104, "N04": 58, "N05": 9, "N06": 160, "N07": 88, "N08": 58, "N09": 14,
          "N10": 41, "N11": "[x]", "N12": 7}  # fmt: skip


def told(folder: Path, yaml: str, **files: str) -> str:
    shutil.copy(AREAS, folder)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)
    (folder / "plan.yaml").write_text(HEAD + yaml)
    with pytest.raises(CspDocsError) as error:
        numbered(load(folder / "plan.yaml"))
    return uncoded(error.value).replace(f"{folder}/", "")


def table(yaml: str) -> b.Table:
    found = blocks(yaml)[1]
    assert isinstance(found, b.Table)
    return found


def test_a_map_prints_a_figure_and_a_table_of_the_highest() -> None:
    document, _ = composed(MAP.replace("unit:", "top: 5, unit:"))
    assert (
        render_text(document).split("S\n")[1]
        == """\
  figure
    map of 12 areas
      Offences
      88 to 160: 3 areas
      58: 2 areas
      31 to 41: 2 areas
      12 to 14: 2 areas
      7 to 9: 2 areas
      No figure: 1 area
      Upper Heath: class 2
      Mill Lane: class 3
      Castle: class 5, rank 2
      Northgate: class 4, rank 4
      Brook End: class 1
      Market Place: class 5, rank 1
      Station Road: class 5, rank 3
      Priory: class 4, rank 4
      Southfields: class 2
      The Wharf: class 3
      Lower Green: –
      Bridge Farm: class 1
    size: 451 × 414 pt
    alt: Map of 12 areas, shaded by number of offences. The highest is 160, in Market Place. The lowest is 7, \
in Bridge Farm. Market Place, 160; Castle, 104; Station Road, 88; Northgate, 58; Priory, 58; The Wharf, 41; Mill Lane, \
31; Southfields, 14; Upper Heath, 12; Brook End, 9; Bridge Farm, 7. There is no figure for Lower Green.
    caption: Figure 1: Crime
    source: Source: Police
  table
    caption: Table 1: Crime: the 5 highest areas
    columns: left 13% left 26% right 61%
    head: Rank | Area | Offences
    row: p 1 | p Market Place | p 160
    row: p 2 | p Castle | p 104
    row: p 3 | p Station Road | p 88
    row: p 4 | p Northgate | p 58
    row: p 4 | p Priory | p 58
"""
    )


def test_welsh_editions_have_welsh_words() -> None:
    figure = shown(MAP.replace("caption: Crime", "label: Map, caption: Troseddau"), language="cy-GB")
    assert isinstance(figure.content, b.AreaMap)
    assert figure.content.legend[-1] == "88 i 160: 3 ardal"
    assert (figure.content.unit, figure.content.missing) == ("Offences", "Dim ffigur: 1 ardal")
    assert figure.alt.startswith("Map o 12 ardal, wedi'i liwio yn ôl nifer (offences). Yr uchaf yw 160")


def test_what_the_author_says_comes_before_the_numbers() -> None:
    assert shown(MAP.replace("id:", "alt: The middle is worst., id:")).alt.startswith(
        "The middle is worst. Market Place, 160;"
    )


def test_the_ranks_are_marked_without_a_table_too() -> None:
    [figure] = blocks(MAP.replace("unit:", "top: 5, table: no, unit:"))
    assert isinstance(figure, b.Figure)
    assert isinstance(figure.content, b.AreaMap)
    assert sorted(area.rank for area in figure.content.areas) == [0] * 7 + [1, 2, 3, 4, 4]
    assert len(blocks(MAP.replace("unit:", "top: 0, unit:"))) == 1


def test_a_map_may_leave_out_the_areas_without_a_value() -> None:
    figure = shown(MAP.replace(VALUES, "{N01: 12, N11: [x]}, values_only: yes"))
    assert isinstance(figure.content, b.AreaMap)
    assert [(area.name, area.level) for area in figure.content.areas] == [("Upper Heath", 0), ("Lower Green", None)]
    assert figure.alt.startswith("Map of 2 areas")


def test_a_table_that_ends_between_equal_numbers_says_so() -> None:
    cut = table(MAP.replace("unit:", "top: 4, unit:"))
    assert [len(group.rows) for group in cut.groups] == [4]
    assert cut.notes == ((b.Text("1 more area has rank 4"),),)


def test_a_table_of_all_areas_says_so() -> None:
    caption = table(MAP.replace("unit:", "top: 11, unit:")).caption
    assert caption
    assert caption.inlines == (b.Text("Crime: areas by rank"),)


def test_a_map_may_count_in_a_series_of_its_own() -> None:
    caption = shown(MAP.replace("id:", "label: Map, id:")).caption
    assert caption
    assert caption.label == "Map\u00a01"


def test_signs_stand_at_the_numbers() -> None:
    figure, ranked = blocks(
        "{areas: neighbourhoods.geojson, key: code, values: {N01: £12,500, N02: £3, N03: £900}, classes: 2}"
        .replace("£12,500", '"£12,500"')
    )  # fmt: skip
    assert isinstance(figure, b.Figure)
    assert isinstance(figure.content, b.AreaMap)
    assert figure.content.legend == ("£3: 1 area", "£900 to £12,500: 2 areas")
    assert "N01, £12,500; N03, £900; N02, £3." in figure.alt
    assert [cell.inlines for cell in ranked.head[0]][2] == (b.Text("Value"),)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("numbers", "most", "found"),
    [
        ([1, 2, 3, 4, 5, 6], 3, [2, 4, 6]),
        ([0] * 50 + [1, 2, 3, 4, 5], 5, [0, 1, 2, 3, 5]),
        ([1, 1, 1, 2, 2, 9], 2, [1, 9]),
        ([1, 2, 2, 2, 2, 2], 2, [1, 2]),
        ([1, 2], 5, [1, 2]),
        ([4, 4], 3, [4]),
        (range(1, 11), 4, [2, 5, 7, 10]),
    ],
)
def test_classes_hold_as_many_areas_each_as_equal_numbers_allow(
    numbers: list[int], most: int, found: list[int]
) -> None:
    assert class_ends(map(Decimal, numbers), most) == found


def test_the_doors_give_equal_maps(tmp_path: Path) -> None:
    shutil.copy(AREAS, tmp_path)
    made = AreaMap(Path("neighbourhoods.geojson"), COUNTS, key="code", name="name", unit="offences", top=3)
    rest = "areas: neighbourhoods.geojson, key: code, name: name, unit: offences, top: 3"
    (tmp_path / "counts.csv").write_text("Month,code,Offences\n" + "".join(f",{k},{n}\n" for k, n in COUNTS.items()))
    for text in (f"{{{rest}, values: {VALUES}}}", f"{{{rest}, data: counts.csv, values: Offences}}"):
        loaded = loads(HEAD + text, str(tmp_path / "plan.yaml"))
        assert isinstance(loaded, Plan)
        assert loaded.sections[0].content == (made,)  # type: ignore[union-attr]
    frame = pd.DataFrame({"code": list(COUNTS), "n": [None if n == "[x]" else n for n in COUNTS.values()]})
    drawn = area_map(frame, "neighbourhoods.geojson", key="code", name="name", unit="offences", top=3)
    assert plan("P", council="default").section("S", drawn).build().sections[0].content == (made,)  # type: ignore[union-attr]


def test_a_frame_says_which_column_it_is_about() -> None:
    frame = pd.DataFrame({"area": ["a", "a"], "n": [1, 2], "m": [3, 4]})
    with pytest.raises(ModelError, match=r"2 columns besides the column of areas .*: n, m"):
        area_map(frame, "a.geojson")
    with pytest.raises(ModelError, match='column "area": an area is missing or appears twice'):
        area_map(frame, "a.geojson", values="n")


def test_names_of_areas_are_printed_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "areas.geojson").write_text(collection(square(0, 50, id="{{ title }} *A* <b>")))
    text = '{areas: areas.geojson, values: {"{{ title }} *A* <b>": 5}}'
    [group] = blocks(text, folder=tmp_path)[1].groups  # type: ignore[union-attr]
    assert group.full_rows[0][1] == (b.Paragraph((b.Text("{{ title }} *A* <b>"),)),)


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("{areas: neighbourhoods.geojson, key: code, values: {N01: 1, N1: 2, Castle: 3}}",
         'plan.yaml:7:74: sections[0].content[0].map.values: there is no area "N1" in neighbourhoods.geojson\n'
         '  hint: did you mean "N12"? areas, among others: N01, N10, N11, N12'),
        ("{areas: neighbourhoods.geojson, key: code, values: {N01: 1, N1: 2, Castle: 3}}", 'there is no area "Castle"'),
        ("{areas: neighbourhoods.geojson, key: cod, values: {N01: 1}}",
         'plan.yaml:7:51: sections[0].content[0].map.key: neighbourhoods.geojson: no area has the property "cod"'),
        ("{areas: neighbourhoods.geojson, values: {N01: 1}}",
         "plan.yaml:7:22: sections[0].content[0].map.areas: neighbourhoods.geojson: the areas have no id\n"
         "  hint: name the property that identifies an area with `key` (`--shapes-key` of the command): code, name"),
        ("{areas: area.geojson, values: {N01: 1}}", 'map.areas: there is no file "area.geojson"'),
        ("{areas: ../a.geojson, values: {N01: 1}}", "is outside the document's folder"),
        ("{areas: plan.yaml, values: {N01: 1}}", "plan.yaml:1:1: the file is not JSON"),
        ("{areas: '', values: {N01: 1}}", "the areas is empty"),
        ("{areas: a.geojson}", 'the key "values" is missing'),
        ("{areas: neighbourhoods.geojson, values: {N01: many}}", 'values.N01: "many" is not a number'),
        ("{areas: neighbourhoods.geojson, values: {N01: [x]}}", "a map has no numbers"),
        ("{areas: neighbourhoods.geojson, values: {N01: 5%, N02: 3}}",
         "map.values.N02: a number is written without a unit, but the map is in %"),
        ("{areas: neighbourhoods.geojson, values: {N01: 5}, classes: 7}",
         "map.classes: a map cannot have 7 classes\n  hint: give 2 to 6"),
        ("{areas: neighbourhoods.geojson, values: {N01: 5}, top: -1}", "map.top: a map cannot rank -1 areas"),
        ("{areas: neighbourhoods.geojson, values: {N01: 5}, width: 5}",
         "known keys: alt, areas, caption, classes, data, id"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, yaml: str, said: str) -> None:
    assert said in told(tmp_path, yaml)


@pytest.mark.parametrize(
    ("rest", "csv", "said"),
    [
        ("key: code", "code,n\nN01,1\nTotal,1\n", 'counts.csv:3:1: code: there is no area "Total"'),
        ("key: code", "code,n\nN01,1\nN01,2\n",
         'counts.csv:3:1: code: "N01" is given twice\n  hint: it is first in line 2'),
        ("key: code", "code,n\nN01,many\n", 'counts.csv:2:2: n: "many" is not a number'),
        ("key: code", "code,n,m\nN01,1,2\n",
         "the file has several columns of numbers\n  hint: name one with `values`: n, m"),
        ("key: code, values: x", "code,n,m\nN01,1,2\n", 'map.values: there is no column "x"'),
        ("key: code, values: {N01: 1}", "code,n\nN01,1\n", "this must be the name of a column, not the key N01"),
        ("key: code", "code,n\n", '"counts.csv" has no rows below the names of its columns'),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_table_of_counts_is_told(tmp_path: Path, rest: str, csv: str, said: str) -> None:
    message = told(tmp_path, f"{{areas: neighbourhoods.geojson, data: counts.csv, {rest}}}", counts=csv)
    assert said in message
    assert len(re.findall(r"^\S+:\d+:\d+: ", message, re.MULTILINE)) == 1


def test_a_script_may_name_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = plan("P", council="harborough").section("S", AreaMap("../areas.geojson", {"A": 1})).build()
    with pytest.raises(CspDocsError, match="there is no file"):
        numbered(made)
