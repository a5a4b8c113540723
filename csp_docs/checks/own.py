"""Checks of other packages, which a council names in its template."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from csp_docs.council.installed import CHECKS, failed, installed, loaded, working
from csp_docs.errors import Code, Problem, did_you_mean, origin_of
from csp_docs.model import CouncilDocument


def own_findings(document: CouncilDocument, names: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what the checks with these ``names`` find. Raises CspDocsError for one that does not work."""
    known = installed(CHECKS) if names else {}
    for name in names:
        place = origin_of(name)
        if not (entry := known.get(name)):
            hint = did_you_mean(name, known, "installed checks") if known else "install the package that has it"
            yield Problem(Code.UNKNOWN_CHECK, f'the check "{name}" is not installed', hint, place)
            continue
        check = loaded(entry, place)
        with working(entry, place):
            found = list(check(document))
        for problem in found:
            if not isinstance(problem, Problem):
                raise failed(entry, f"it found {type(problem).__name__}, not Problem", place)
            yield evolve(problem, code=Code.OWN_CHECK)  # the other codes have meanings of their own
