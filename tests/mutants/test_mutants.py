"""The changes that the program makes: which come out of a source, and that each is still Python."""

from __future__ import annotations

import ast
import json
import random
from itertools import islice
from pathlib import Path

import pytest

from tests.mutants.__main__ import HERE, ROOMS, drawn
from tests.mutants.changes import changes
from tests.mutants.equivalent import EQUIVALENT
from tests.mutants.plugin import Chosen
from tests.mutants.trial import Place

MADE = {
    "comparison": ("x = a < (b)", ["x = a <= (b)"]),
    "two comparisons": ("x = a <= b == c", ["x = a < b == c", "x = a <= b != c"]),
    "identity": ("x = a is  not None", ["x = a is None"]),
    "membership": ("x = a not in b", ["x = a in b"]),
    "boolean": ("x = a and b and c", ["x = a or b and c", "x = a and b or c"]),
    "not": ("x = not (a)", ["x = (a)"]),
    "arithmetic": ("x = a + b * c", ["x = a - b * c", "x = a + b / c"]),
    "joined words": ('x = f"{a}" + b', []),
    "negative": ("x = -a", ["x = a"]),
    "numbers": ("x = (3, 0.5)", ["x = (4, 0.5)", "x = (3, 0.55)"]),
    "truth": ("x = True", ["x = False"]),
    "word after signs of several bytes": ('x = "●", "é"', ["x = 'x●', \"é\"", "x = \"●\", 'xé'"]),
    "sentence": ('x = "a text of many words, printed as it is"', []),
    "call": ("def f():\n    g()\n    h(\n    )", ["def f():\n    pass\n    h(\n    )", "def f():\n    g()\n    pass"]),
    "first value": ("def f():\n    a = g()\n    return a", []),
    "second value": ("def f(a):\n    a = g(a)\n    return a", ["def f(a):\n    pass\n    return a"]),
    "the only yield": ("def f():\n    yield a", []),
    "answer that may be None": ("def f() -> int | None:\n    return a", ["def f() -> int | None:\n    return None"]),
    "answer that may not": ("def f() -> int:\n    return a", []),
    "docstring": ('"""Text."""', []),
    "types": ('def f(a: Literal["b"]) -> "c": ...', []),
    "type of a name": ('Side = Literal["left"]', []),
    "decorator": ("@define(slots=False)\nclass A: ...", []),
    "message": ('hint = "now"\nraise ValueError("no")\nProblem("no", hint)', []),
    "names that are given away": ('__all__ = ["a"]', []),
    "for mypy only": ("if TYPE_CHECKING:\n    a = 1", []),
    "what makes no difference": ("zip(a, b, strict=True)", []),
}


@pytest.mark.parametrize(("source", "made"), MADE.values(), ids=MADE)
def test_the_changes_of_a_source(source: str, made: list[str]) -> None:
    assert [change.made_in(source) for change in changes(source)] == made


@pytest.fixture(scope="module")
def sample() -> list[tuple[str, str]]:
    """The library's own sources before and after some changes of each kind."""
    return [
        (source, place.change.made_in(source))
        for place in islice(drawn(random.Random(1), ["typesetting"]), 20)
        for source in [(HERE / place.file).read_text(encoding="utf-8")]
    ]


def test_every_change_of_the_library_is_python_that_says_something_else(sample: list[tuple[str, str]]) -> None:
    assert all(ast.dump(ast.parse(before)) != ast.dump(ast.parse(after)) for before, after in sample)


def test_the_same_seed_draws_the_same_changes_from_all_rooms() -> None:
    first, second = (list(islice(drawn(random.Random(7), ["reading", "typesetting"]), 20)) for _ in range(2))
    assert first == second
    assert {place.file.split("/")[1] for place in first} == {"reading", "typesetting"}


@pytest.mark.parametrize("name", EQUIVALENT)
def test_what_is_known_as_equivalent_is_a_change_of_the_library(name: str) -> None:
    file = f"csp_docs/{name.partition(': ')[0]}"
    source = (HERE / file).read_text(encoding="utf-8")
    assert [place.name for change in changes(source) if (place := Place(file, change)).name == name] == [name]


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_there(room: str) -> None:
    assert all(list((HERE / "csp_docs").glob(f"{pattern}.py")) for pattern in ROOMS[room])


def test_slow_tests_and_judges_come_last(tmp_path: Path) -> None:
    file = tmp_path / "chosen.json"
    seconds = {"long.py": 100, "short.py": 5}
    named = {"run": ["b", "long.py::t", "slow", "a"], "slow": ["slow"], "leave": ["broken"], "files": seconds}
    file.write_text(json.dumps(named), encoding="utf-8")
    judged = {"long.py::t", "short.py::t"}
    order = Chosen(file).ordered(["slow", "new", "a", "broken", "b", *sorted(judged)], judged)
    assert list(order) == ["b", "a", "new", "slow", "short.py::t", "long.py::t"]
