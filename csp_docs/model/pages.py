"""Pictures of printed pages, as ``preview`` returns them."""

from __future__ import annotations

from importlib import import_module

from attrs import field, frozen

from csp_docs.records import record


@record
class Page:
    """A page: its number, its picture (PNG), and the text for those who cannot see it."""

    number: int
    png: bytes = field(repr=lambda png: f"{len(png):,} bytes")
    alt: str


@frozen(repr=False)
class Preview:
    """Pictures of some of the pages of a document, which notebooks show; the document has ``of`` pages."""

    title: str
    pages: tuple[Page, ...]
    of: int

    def __repr__(self) -> str:
        numbers = ", ".join(str(page.number) for page in self.pages)
        return f"<Preview of {self.title!r}: {'pages' if len(self.pages) > 1 else 'page'} {numbers} of {self.of}>"

    def _repr_html_(self) -> str:
        return str(import_module("csp_docs.output.notebook").pages_html(self))
