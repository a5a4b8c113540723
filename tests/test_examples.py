"""The examples in the docstrings of public functions and of the builders' steps: each has one, and it is right.

An example may use all public names, ``date`` and ``polars``, in a folder with a ``plan.yaml``.
"""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars
import pytest

import csp_docs
from csp_docs import builders
from csp_docs.builders.changing.builder import Changing
from csp_docs.builders.document import DocumentBuilder

PLAN = "kind: plan\ntitle: Safer Anytown\ncouncil: harborough\n"
NAMES = {"date": date, "polars": polars, **{name: getattr(csp_docs, name) for name in csp_docs.__all__}}


def documented() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the public functions and the steps of all builders, each under its name."""
    for name in csp_docs.__all__:
        if inspect.isfunction(function := getattr(csp_docs, name)):
            yield name, function
    kinds = [cls for cls in vars(builders).values() if inspect.isclass(cls) and issubclass(cls, DocumentBuilder)]
    for cls in dict.fromkeys(base for kind in kinds for base in kind.__mro__ if issubclass(base, Changing)):
        for name, step in vars(cls).items():
            if inspect.isfunction(step) and not name.startswith("_"):
                yield f"{cls.__name__}.{name}", step


DOCUMENTED = dict(documented())


@pytest.mark.parametrize("name", DOCUMENTED)
def test_what_is_public_has_one_example_that_is_right(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN)
    monkeypatch.chdir(tmp_path)
    text = inspect.getdoc(DOCUMENTED[name]) or ""
    example = doctest.DocTestParser().get_doctest(text, dict(NAMES), name, None, None)
    assert [part.want != "" for part in example.examples].count(True) == 1
    said = list[str]()
    doctest.DocTestRunner(verbose=False).run(example, out=said.append)
    assert "".join(said) == ""


def test_all_builders_are_looked_at() -> None:
    assert {
        "save",
        "plan",
        "Changing.build",
        "ReportBuilder.purpose",
        "PlanBuilder.partners",
    } <= DOCUMENTED.keys()
