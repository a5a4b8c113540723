"""An error in a few lines: the caller's line, and what is wrong where, without the lines of this library."""

from __future__ import annotations

import linecache
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile
from traceback import walk_tb
from types import FrameType
from typing import TypeAlias

from csp_docs.errors.problems import Problem
from csp_docs.errors.visible import visible

_Step: TypeAlias = tuple[FrameType, int]
_OURS, _SHELLS, _GENERATED = "csp_docs", ("IPython", "ipykernel"), "<attrs generated"
_NAMES = ("caption", "title", "name")
"""The arguments that say which of several tables or sections it is."""
_MOST = 20


def in_few_lines(error: BaseException, problems: Sequence[Problem]) -> list[str]:
    """Return what a notebook shows of an error: its place in cells and scripts, and its problems."""
    steps = list(walk_tb(error.__traceback__))
    called = list(takewhile(lambda step: _room(step) != _OURS, dropwhile(_is_shell, steps)))
    part, field = _part([frame for frame, _ in steps])
    said = [_with_field(problem, field) for problem in problems[:_MOST]]
    more = [f"… and {len(problems) - _MOST} more"] if len(problems) > _MOST else []
    return [*map(_line, called), f"{type(error).__name__}{part}", *said, *more]


def place_of(error: BaseException) -> str:
    """Return which part a script was making, and its field: " [in Meeting, date]"; empty without any."""
    part, field = _part([frame for frame, _ in walk_tb(error.__traceback__)])
    return f" [{part.strip()}{f', {field}' if field else ''}]" if part else ""


def _room(step: _Step) -> str:
    return str(step[0].f_globals.get("__name__", "")).partition(".")[0]


def _is_shell(step: _Step) -> bool:
    return _room(step) in _SHELLS


def _line(step: _Step) -> str:
    frame, number = step
    file = "" if frame.f_globals.get("__name__") == "__main__" else f"{frame.f_code.co_filename}, "
    return f"{file}line {number}: {linecache.getline(frame.f_code.co_filename, number).strip()}".rstrip(": ")


def _part(frames: Sequence[FrameType]) -> tuple[str, str]:
    """Return which part of the document is made there, with its caption or title, and the field that is refused."""
    found, field = "", ""
    for frame, below in pairwise((*frames, None)):
        if frame and (kind := _made_in(frame)):
            named = next((value for value in map(frame.f_locals.get, _NAMES) if value and isinstance(value, str)), "")
            found = f' in {kind} "{visible(named[:60])}"' if named else f" in {kind}"
            field = _argument(frame, below) if below and _is_generated(frame) else ""
    return found, field


def _made_in(frame: FrameType) -> str:
    """Return the class that is made in a frame, or the function that makes it; empty for other frames."""
    if _is_generated(frame):
        return type(frame.f_locals.get("self")).__name__
    is_maker = str(frame.f_globals.get("__name__", "")).startswith(f"{_OURS}.builders.frames")
    return frame.f_code.co_name if is_maker and not frame.f_code.co_name.startswith("_") else ""


def _is_generated(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_GENERATED)


def _argument(frame: FrameType, below: FrameType) -> str:
    """Return the argument of ``frame`` that is the first one of the frame ``below``, which converts it."""
    first = below.f_locals.get(next(iter(below.f_code.co_varnames), ""))
    return next(_named_as(frame, first), "")


def _named_as(frame: FrameType, value: object) -> Iterator[str]:
    return (name for name, given in frame.f_locals.items() if given is value and name != "self")


def _with_field(problem: Problem, field: str) -> str:
    """Return what is wrong, with the name of the field where only a place in it is known (``[2]``), or none at all."""
    if not field or (problem.path and not problem.path.startswith("[")):
        return str(problem)
    return f"{field}{problem}" if problem.path else f"{field}: {problem}"
