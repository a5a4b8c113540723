"""What every builder does with its document: it changes, adds, replaces and removes parts, shows it and writes it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, Generic, Self, TypeVar

from attrs import evolve, fields, frozen

from csp_docs.builders.changing.ids import Identified, added, by_id, replaced
from csp_docs.checks import findings
from csp_docs.model import CouncilDocument
from csp_docs.model.checked import in_short
from csp_docs.model.choices import FormatName
from csp_docs.model.pages import Preview

D = TypeVar("D", bound=CouncilDocument)
_LEVELS = 2
"""How deep the parts of a builder are shown."""


@frozen(repr=False)
class Changing(Generic[D]):
    """A valid document, and steps that return another one with a part more, a part less or another part."""

    _document: D

    def build(self) -> D:
        """Return the document itself, an object of the model.

        >>> plan("Safer Anytown", council="harborough").build().title
        'Safer Anytown'
        """
        return self._document

    def save(
        self,
        *targets: str | os.PathLike[str] | IO[bytes],
        format: FormatName | None = None,  # noqa: A002
        folder: str | os.PathLike[str] = "",
        public: bool = False,
    ) -> tuple[Path, ...]:
        """Return the files written: one for each path, in the format of its ending (``.docx``, ``.pdf``, ``.yaml``).

        A file that is open for writing bytes needs ``format``. ``folder`` is what names of files in the script are
        relative to, as for ``csp_docs.save``. The ``public`` edition leaves out what is not for the public. Raises
        CspDocsError with all problems; then no file is written or changed.

        >>> [path.name for path in plan("Safer Anytown", council="harborough").save("plan.docx", "plan.pdf")]
        ['plan.docx', 'plan.pdf']
        """
        from csp_docs.api import save  # the writers are imported when something is written

        return save(self._document, *targets, format=format, folder=folder, public=public)

    def to_bytes(
        self,
        format: FormatName,  # noqa: A002
        *,
        folder: str | os.PathLike[str] = "",
        public: bool = False,
    ) -> bytes:
        """Return the document in a format, "docx", "pdf" or "yaml", as ``csp_docs.render`` does.

        >>> plan("Safer Anytown", council="harborough").to_bytes("pdf")[:8]
        b'%PDF-1.7'
        """
        return self._document.to_bytes(format, folder=folder, public=public)

    def preview(
        self, pages: int | Iterable[int] = 10, *, folder: str | os.PathLike[str] = "", public: bool = False
    ) -> Preview:
        """Return pictures of pages for a notebook, as ``CouncilDocument.preview`` does.

        >>> plan("Safer Anytown", council="harborough").preview(pages=[1])
        <Preview of 'Safer Anytown': page 1 of 1>
        """
        return self._document.preview(pages, folder=folder, public=public)

    def _repr_html_(self) -> str:
        """Return the outline of the document, what is missing and what was found, for notebooks."""
        from csp_docs.output.notebook import builder_html

        return str(builder_html(self))

    def __repr__(self) -> str:
        """Return what is set, and what the checks find missing."""
        from csp_docs.model.shown import in_few_words  # documents that are built show nothing

        set_here = [f.name for f in fields(type(self._document)) if getattr(self._document, f.name) != f.default]
        said = [
            f"{name}={in_few_words(getattr(self._document, name), in_short, _LEVELS)}"
            for name in set_here
            if getattr(self._document, name)
        ]
        missing = [f"  missing: {problem.fact}" for problem in findings(self._document)]
        return "\n".join([f"{type(self).__name__}({', '.join(said)})", *missing])

    def replace(self, *parts: Identified) -> Self:
        """Put each part in the place of the part with its id, wherever that is in the document.

        Raises ModelError for an id that no part has, and where a part of this kind cannot be.

        >>> report = plan("Safer Anytown", council="harborough").section("Crime", "To follow.", id="crime")
        >>> report.replace(section("Crime in 2024", "It fell.", id="crime")).build().sections[0].title
        'Crime in 2024'
        """
        return evolve(self, document=replaced(self._document, by_id(parts)))

    def without(self, *ids: str) -> Self:
        """Leave out the parts with these ids, wherever they are in the document.

        Raises ModelError for an id that no part has, and where something must not be empty.

        >>> report = plan("Safer Anytown", council="harborough").section("Crime", "To follow.", id="crime")
        >>> report.without("crime").build().sections
        ()
        """
        return evolve(self, document=replaced(self._document, dict.fromkeys(ids)))

    def _with(self, **changes: Any) -> Self:
        return evolve(self, document=evolve(self._document, **changes))

    def _more(self, name: str, items: tuple[Any, ...]) -> Self:
        return self._with(**{name: added(getattr(self._document, name), items)})

    def _named(self, name: str, values: dict[str, Any]) -> Self:
        return self._with(**{name: {**getattr(self._document, name), **values}})
