"""From the files of the command to the text of a document: all problems of all files are reported together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

from attrs import define, evolve, field

from csp_docs.council.merged import template_for
from csp_docs.data import changes
from csp_docs.data import ons as ons_tables
from csp_docs.data import populations as people
from csp_docs.data import shapes as geojson
from csp_docs.data.answers.target import wanted_of
from csp_docs.data.assessment import topics
from csp_docs.data.figures import Figures
from csp_docs.data.skeleton import skeleton
from csp_docs.data.street import police
from csp_docs.errors import Code, CspDocsError, LoadError, Problem, Severity, errors_in
from csp_docs.model import ModelError

P = ParamSpec("P")
T = TypeVar("T")
_TARGET = 'write "Burglary=-5%" for a change on the year before, or "Burglary=120"'
_YAML = (".yaml", ".yml")


@define
class _Gathered:
    """The problems of several readings."""

    problems: list[Problem] = field(factory=list)

    def read(self, reading: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Return what is read; None, with its problems kept, if it cannot be read."""
        try:
            return reading(*args, **kwargs)
        except CspDocsError as error:
            self.problems += error.findings
            return None


def draft(
    output: Path,
    area: str,
    council: str,
    *,
    data: tuple[Path, ...],
    peers: tuple[str, ...],
    targets: tuple[str, ...],
    populations: Path | None,
    ons: Path | None,
    ons_period: str,
    shapes: Path | None,
    shapes_key: str,
    shapes_name: str,
) -> tuple[str, list[Problem]]:
    """Return the YAML of a strategic assessment to be written to ``output``, with warnings and notes about the figures.

    All else is as the command takes it.
    Raises CspDocsError with the problems of all files and names; ModuleNotFoundError without DuckDB.
    """
    found = _Gathered()
    found.read(_judge, output, council)
    wanted = found.read(_targets, targets)
    counted = found.read(police.read, *data)
    residents = found.read(people.read, populations) if populations else None
    partnerships = found.read(ons_tables.read, ons, ons_period) if ons else None
    areas = found.read(_shapes, shapes, output.parent, shapes_key, shapes_name) if shapes else None
    if counted is None or errors_in(found.problems):
        raise LoadError(found.problems)
    known = [*found.problems, *changes.findings(counted), *(areas.findings if areas else ())]
    known += _without_rates(counted, residents, peers) if residents else ()
    try:
        answers = topics(
            counted, area, peers=peers, targets=wanted, populations=residents, ons=partnerships, shapes=areas
        )
    except LoadError as error:
        raise LoadError([*known, *error.findings]) from None
    return skeleton(counted, area, answers, council), known


def _without_rates(figures: Figures, residents: people.Populations, peers: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a warning for each peer that lacks the people of an area."""
    for peer in peers:
        for problem in residents.problems(peer, figures.places(peer)):
            fact = f"{peer} has no rate: {problem.fact}"
            yield evolve(problem, code=Code.PEER_WITHOUT_RATE, fact=fact, severity=Severity.WARNING)


def _judge(output: Path, council: str) -> None:
    """Refuse a file that is not YAML, and a council without a template. Raises CspDocsError."""
    found = _Gathered()
    if council:
        found.read(template_for, council, output)
    if output.suffix not in _YAML:
        found.problems.append(
            Problem(
                Code.NOT_A_YAML_FILE, f'"{output}" is not the name of a YAML file', "use a name that ends with .yaml"
            )
        )
    if found.problems:
        raise LoadError(found.problems)


def _targets(given: tuple[str, ...]) -> dict[str, str]:
    """Return the targets by type of crime; ``given`` are texts such as "Burglary=-5%". Raises LoadError."""
    found, problems = dict[str, str](), list[Problem]()
    for text in given:
        kind, _, amount = (part.strip() for part in text.rpartition("="))
        if not kind:
            problems.append(
                Problem(Code.WRONG_CRIME_TARGET, f'"{text[:60]}" is not a target for a type of crime', _TARGET)
            )
        elif found.setdefault(kind, amount) != amount:
            problems.append(
                Problem(
                    Code.WRONG_CRIME_TARGET,
                    f'"{kind[:60]}" has two targets, {found[kind]} and {amount}',
                    "keep one of them",
                )
            )
        elif trouble := _trouble(kind, amount):
            problems.append(
                Problem(
                    Code.WRONG_CRIME_TARGET,
                    f'"{text[:60]}" is not a target for a type of crime: {trouble.fact}',
                    _TARGET,
                )
            )
    if problems:
        raise LoadError(problems)
    return found


def _trouble(kind: str, amount: str) -> ModelError | None:
    """Return what is wrong with a target."""
    try:
        wanted_of(kind, amount)
    except ModelError as error:
        return error
    return None


def _shapes(file: Path, folder: Path, key: str, name: str) -> geojson.Shapes:
    """Return the areas of a file in ``folder`` or below, named as a document in that folder names it."""
    called = Path(os.path.relpath(file, folder)).as_posix()
    return geojson.read(called, key, name, folder)
