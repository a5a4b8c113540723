"""How deep parts may be inside each other: all doors have the same limit, and no error is Python's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs import CspDocsError, bullets, check, dumps, from_dict, loads, numbered, plan, section
from csp_docs.model.values import DEEPEST

KEYS = {"kind": "plan", "title": "Safer Anytown", "council": "harborough", "period": "2026-2029"}
_DOORS: dict[str, Callable[[Any], Any]] = {
    "sections": lambda inside: section("Crime", inside),
    "bullets": lambda inside: bullets("Crime", inside),
    "numbered": lambda inside: numbered("Crime", inside),
    "lists": lambda inside: ["Crime", inside],
}


def nested(steps: str, times: int) -> Any:
    """Return lists ("l") and mappings ("m") inside each other, as many as ``times``."""
    value: Any = "x"
    for at in range(times):
        value = {"a": value} if steps[at % len(steps)] == "m" else [value]
    return value


def codes(work: Callable[[], Any]) -> set[str]:
    """Return the codes of what is wrong."""
    try:
        found = work()
    except CspDocsError as error:
        return {str(problem.code) for problem in error.problems}
    return {str(problem.code) for problem in found} if isinstance(found, list) else set()


@given(st.text("lm", min_size=1, max_size=5), st.one_of(st.integers(1, 60), st.sampled_from([100, 500, 5000])))
def test_keys_may_be_as_deep_as_those_of_a_file(steps: str, times: int) -> None:
    too_deep = times + 1 >= DEEPEST  # the document is a level, and so is the text
    keys = {**KEYS, "nope": nested(steps, times)}
    assert ("CSP104" in codes(lambda: from_dict(keys))) == too_deep
    if times < 100:
        assert ("CSP104" in codes(lambda: loads(json.dumps(keys)))) == too_deep


@given(st.sampled_from(["partnership", "theme", "layouts", "council"]), st.text("lm", min_size=1, max_size=5))
def test_settings_of_a_script_that_are_too_deep_are_found(key: str, steps: str) -> None:
    for times in (DEEPEST, 100, 500, 5000):
        keys: dict[str, Any] = {"council": "harborough", key: {"area": nested(steps, times)}}
        document = plan("Safer Anytown", council=keys["council"])
        if key != "council":
            document = getattr(document, key)(**keys[key])
        else:
            document = plan("Safer Anytown", council={"extends": "harborough", "theme": nested(steps, times)})
        assert "CSP104" in codes(partial(check, document))


def _inside(door: str, part: Any) -> Any:
    return section("All", _DOORS[door](part))


@pytest.mark.parametrize("door", _DOORS)
def test_parts_of_a_script_have_the_same_limit(door: str) -> None:
    around, inside = plan("Safer Anytown", council="harborough", period="2026-2029"), section("Crime", "It fell.")
    part: Any = inside if door == "sections" else ["x"] if door == "lists" else bullets("x")
    found = set[str]()
    for _ in range(2 * DEEPEST):
        part = _DOORS[door](part)
        found = codes(partial(_inside, door, part))
        if found:
            break
    assert found == {"CSP104"}
    if door == "sections":  # the deepest that can be made can be written, and read again
        written = dumps(around.section("All", *part.sections[0].sections))
        assert loads(written) == around.section("All", *part.sections[0].sections).build()


def test_documents_of_a_script_have_the_limit_of_files() -> None:
    inner = outer = plan("Safer Anytown", council="harborough", period="2026-2029")
    for _ in range(5):
        outer = inner.appendix("The plan", document=outer)
    with pytest.raises(CspDocsError, match="documents are nested more than 5 deep"):
        inner.appendix("The plan", document=outer)
