"""Builds one file as the command does, and prints the seconds of each stage as JSON.

``python -m benchmarks.stage_clock ENDING FILE.yaml FOLDER``. Nothing is imported before the clock starts that csp_docs
does not need too.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable
from types import GeneratorType
from typing import Any, NamedTuple

STARTED = time.process_time()
START, REST = "start of Python", "the rest"


class Stage(NamedTuple):
    """A name for a function, which is in a module, perhaps in a class, and the formats that need it."""

    name: str
    module: str
    function: str
    formats: tuple[str, ...] = ("docx", "pdf")


STAGES = [
    Stage("imports", "importlib._bootstrap", "_find_and_load"),  # what an import statement calls for a new module
    Stage("reading the file", "csp_docs.documents.load", "read_file"),
    Stage("YAML to tree", "csp_docs.reading.tree", "parse"),
    Stage("tree to model", "csp_docs.reading.structure", "structure"),
    Stage("council template", "csp_docs.council.template", "read_council"),
    Stage("checks", "csp_docs.output.checked", "checked"),
    Stage("model to blocks", "csp_docs.compose", "compose"),
    Stage("numbers and widths", "csp_docs.typesetting.numbering", "resolve"),
    Stage("layout", "csp_docs.writers.pdf.layout", "lay_out"),
    Stage("Word: body and styles", "csp_docs.writers.word", "render_docx", ("docx",)),
    Stage("Word: package", "csp_docs.writers.word.file.package", "Package.to_bytes", ("docx",)),
    Stage("PDF: paint", "csp_docs.writers.pdf.writer", "write", ("pdf",)),
    Stage("PDF: package", "csp_docs.writers.pdf.file.package", "package", ("pdf",)),
    Stage("writing the file", "csp_docs.output.files", "write_whole"),
]
"""The stages; those of imports come first, because finding the functions of the others imports their modules."""


class Clock:
    """Counts the seconds of each stage, without those of the stages inside it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {START: STARTED}
        self._inside, self._since = [REST], STARTED

    def change(self) -> None:
        """Give the time since the last change to the stage that is now inside."""
        now, name = time.process_time(), self._inside[-1]
        self.seconds[name] = self.seconds.get(name, 0) + now - self._since
        self._since = now

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same, as a stage."""

        def stage(*args: Any, **kwargs: Any) -> Any:
            self.change()
            self._inside.append(name)
            try:
                result = function(*args, **kwargs)
            finally:
                self.change()
                self._inside.pop()
            if isinstance(result, GeneratorType):
                raise TypeError(f"{function.__name__} is a generator, whose work is done where it is used")
            return result

        return stage

    def watch(self, stage: Stage) -> None:
        """Put a stage in the place of its function, also in the modules of csp_docs that have imported it."""
        owner: Any = importlib.import_module(stage.module)
        *classes, name = stage.function.split(".")
        for each in classes:
            owner = getattr(owner, each)
        function = getattr(owner, name)
        timed = self.timed(stage.name, function)
        setattr(owner, name, timed)
        for module in [module for key, module in sys.modules.items() if key.split(".")[0] == "csp_docs"]:
            for key in [key for key, value in vars(module).items() if value is function]:
                setattr(module, key, timed)


def measure(ending: str, file: str, folder: str) -> None:
    """Build a file as the command does, and print the seconds of each stage as JSON."""
    clock, stages = Clock(), [stage for stage in STAGES if ending in stage.formats]
    for stage in stages:
        clock.watch(stage)
    from csp_docs.cli import main as command

    try:
        command(["build", file, "--to", ending, "--out", folder])
    except SystemExit as done:
        if done.code:
            raise
    clock.change()
    if missing := [stage.function for stage in stages if stage.name not in clock.seconds]:
        raise LookupError(f"the build does not call {', '.join(missing)}")
    import json

    print(json.dumps(clock.seconds))


if __name__ == "__main__":
    measure(*sys.argv[1:])
