"""Many documents at once: each is saved, or its errors are kept, and progress is reported."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from attrs import evolve

from csp_docs.api import save
from csp_docs.errors import Code, CspDocsError
from csp_docs.model import CouncilDocument, ModelError
from csp_docs.model.choices import FormatName
from csp_docs.model.document import Builder
from csp_docs.model.values import file_name, items, shown
from csp_docs.output.formats import ending_of
from csp_docs.records import record

_LOGGER = logging.getLogger("csp_docs")
_LOGGER.addHandler(logging.NullHandler())  # a library is silent unless its user wants to hear it


@record
class Saved:
    """A document among ``total`` that was saved as ``files``, or that has errors: then ``error`` has them all."""

    number: int
    total: int
    name: str
    files: tuple[Path, ...] = ()
    error: CspDocsError | None = None

    def __str__(self) -> str:
        said = ", ".join(map(str, self.files)) if not self.error else f"not saved: {self.error.problems[0]}"
        return f"{self.number} of {self.total}: {self.name}: {said}"


def save_all(
    documents: Mapping[str, CouncilDocument | Builder],
    *,
    formats: list[FormatName] | tuple[FormatName, ...] = ("docx", "pdf"),
    out: str | os.PathLike[str] = "",
    folder: str | os.PathLike[str] = "",
    public: bool = False,
    progress: Callable[[Saved], object] | None = None,
) -> tuple[Saved, ...]:
    """Return what became of each of many documents: its files, named as in ``documents``, or its errors.

    The files are in the folder ``out``, one for each of the ``formats``. A document with errors does not stop the
    others. ``progress`` is called with each ``Saved`` at once, and the logger ``csp_docs`` has it too. ``folder`` and
    ``public`` are as for ``save``. Raises CspDocsError for a format that is not known, and for documents without names.

    >>> safer, wrong = (plan(title, council="harborough") for title in ("Safer Anytown", ""))
    >>> [str(saved.error or saved.files[0].name)[:19] for saved in save_all({"a": safer, "b": wrong}, formats=["pdf"])]
    ['a.pdf', 'title: the title is']
    """
    if not isinstance(documents, Mapping):
        hint = 'give them the names of their files: `save_all({"ashby": report})`'
        raise ModelError(Code.WRONG_TYPE, f"the documents must be names with documents, not {shown(documents)}", hint)
    endings = list(map(ending_of, items(formats)))
    done = list[Saved]()
    for number, (name, document) in enumerate(documents.items(), 1):
        files = [Path(file_name(out), f"{name}{ending}") for ending in endings]
        saved = _saved(
            Saved(number, len(documents), name), partial(save, document, *files, folder=folder, public=public)
        )
        done.append(saved)
        _LOGGER.log(logging.WARNING if saved.error else logging.INFO, "%s", saved)
        if progress:
            progress(saved)
    return tuple(done)


def _saved(waiting: Saved, write: Callable[[], tuple[Path, ...]]) -> Saved:
    try:
        return evolve(waiting, files=write())
    except CspDocsError as error:
        return evolve(waiting, error=error)
