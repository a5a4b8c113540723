"""What all kinds of document share: identity, status, access, appendices and glossary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from attrs import astuple, field

from csp_docs.errors import Code
from csp_docs.model.access import Access, grounded
from csp_docs.model.checked import model_record
from csp_docs.model.choices import FormatName, LanguageName, StatusName
from csp_docs.model.content import ContentItem, content_items
from csp_docs.model.dates import Day, given_day
from csp_docs.model.measures import Measure
from csp_docs.model.parts import every_part
from csp_docs.model.sections import SectionItem, section_items
from csp_docs.model.values import (
    AS_TYPED,
    BY_NAME,
    DEEPEST_DOCUMENT,
    FACT,
    NEVER_EMPTY,
    OF_THE_WHOLE,
    OVERRIDE,
    SETTING,
    Markdown,
    ModelError,
    file_name,
    items,
    named,
    named_values,
    path,
    said,
    shown,
    typed,
    without_backslashes,
    words,
)

if TYPE_CHECKING:
    from csp_docs.model.pages import Preview


class Status(Enum):
    """The purpose of the paper. The house style sets how it is printed."""

    DRAFT = "draft"
    FOR_DECISION = "for_decision"
    FOR_DISCUSSION = "for_discussion"
    FOR_NOTING = "for_noting"
    FINAL = "final"


class Language(Enum):
    """The language of an edition."""

    ENGLISH = "en-GB"
    WELSH = "cy-GB"


@model_record(kw_only=True)
class Contact:
    """The person or team to contact."""

    name: Markdown = ""
    role: Markdown = ""
    team: Markdown = ""
    organisation: Markdown = ""
    phone: Markdown = field(default="", metadata=AS_TYPED)
    email: str = field(default="", metadata=AS_TYPED)
    website: str = field(default="", metadata=AS_TYPED)

    def __attrs_post_init__(self) -> None:
        if not any(astuple(self)):
            raise ModelError(
                Code.NOTHING_GIVEN, "a contact is empty", "give a name, a role, a phone number or an email address"
            )


class Builder(Protocol):
    """An object that makes a document step by step."""

    def build(self) -> CouncilDocument:
        """Return the document."""


def document_of(value: CouncilDocument | Builder) -> CouncilDocument:
    """Return a document, or the one that a builder makes. Raises ModelError."""
    document = value if isinstance(value, CouncilDocument) else getattr(value, "build", lambda: None)()
    if not isinstance(document, CouncilDocument):
        hint = 'read a file with `load("plan.yaml")`'
        raise ModelError(Code.WRONG_TYPE, f"this must be a document, not {shown(value)}", hint)
    return document


def _document(value: CouncilDocument | Builder | None) -> CouncilDocument | None:
    return None if value is None else document_of(value)


@model_record
class Appendix:
    """An appendix: its own content, or another complete ``document``.

    Without ``access``, it is open to the public if its document is. ``Access()`` opens an appendix of a document that
    is not for the public.
    """

    title: Markdown = field(validator=said)
    id: str = field(default="", kw_only=True)
    label: str = field(default="", kw_only=True, metadata=NEVER_EMPTY)
    access: Access | None = field(default=None, kw_only=True, validator=grounded)
    content: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    sections: tuple[SectionItem, ...] = field(default=(), converter=section_items, kw_only=True)
    document: CouncilDocument | None = field(default=None, converter=_document, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not (self.document or self.content or self.sections):
            raise ModelError(
                Code.NOTHING_GIVEN, "an appendix has no content", "give it content, sections or a document"
            )
        if self.document and (self.content or self.sections):
            raise ModelError(
                Code.ONE_OF_SEVERAL,
                "an appendix cannot have both a document and content",
                "give just one of the two",
                ("document",),
            )
        if self.document and _documents_deep(self.document) > DEEPEST_DOCUMENT:
            fact = f"documents are nested more than {DEEPEST_DOCUMENT} deep"
            raise ModelError(Code.TOO_MANY_DOCUMENTS, fact, "remove one level", ("document",))


def _documents_deep(document: CouncilDocument) -> int:
    """Return how many documents are inside each other, this one included."""
    return 1 + max((_documents_deep(one.document) for one in document.appendices if one.document), default=0)


def _appendices(value: list[Appendix] | tuple[Appendix, ...]) -> tuple[Appendix, ...]:
    return items(value, Appendix)


def _status(value: Status | StatusName | None) -> Status | None:
    return None if value is None else named(Status, value)


def _language(value: Language | LanguageName) -> Language:
    return named(Language, value)


def council_named(value: str | PathLike[str] | Mapping[str, Any]) -> str | Mapping[str, Any]:
    """Return a council's template unchanged, and its name or path as a text."""
    return path(value) if isinstance(value, str | PathLike) else value


def _named(council: str | Mapping[str, Any]) -> str:
    """Return how ``repr`` names a council's template."""
    return repr(str(council)) if isinstance(council, str) else "of its own"


def _count(items: Sequence[object], one: str, several: str = "") -> str:
    return f"{len(items)} {one if len(items) == 1 else several or f'{one}s'}" if items else ""


@model_record
class CouncilDocument:
    """The keys of every document.

    ``council`` is the name of a council template, a path to one, or a mapping with its keys. ``partnership``,
    ``theme``, ``terms`` and ``layouts`` override those of the template, key by key.
    """

    kind: ClassVar[str]

    title: Markdown
    council: str | Mapping[str, Any] = field(converter=council_named, kw_only=True, metadata=SETTING)
    subtitle: Markdown = field(default="", kw_only=True, metadata=OF_THE_WHOLE)
    status: Status | None = field(default=None, converter=_status, kw_only=True, metadata=FACT | OF_THE_WHOLE)
    version: Markdown = field(default="", converter=typed, kw_only=True, metadata=AS_TYPED | OF_THE_WHOLE)
    date: Day | None = field(default=None, converter=given_day, kw_only=True, metadata=FACT)
    language: Language = field(default=Language.ENGLISH, converter=_language, kw_only=True, metadata=SETTING)
    partnership: dict[str, Any] = field(factory=dict, converter=named_values, kw_only=True, metadata=OVERRIDE | BY_NAME)
    theme: dict[str, Any] = field(factory=dict, converter=named_values, kw_only=True, metadata=OVERRIDE | OF_THE_WHOLE)
    terms: dict[str, str] = field(factory=dict, converter=words, kw_only=True, metadata=OVERRIDE)
    layouts: dict[str, Any] = field(factory=dict, converter=named_values, kw_only=True, metadata=OVERRIDE)
    access: Access = field(default=Access(), kw_only=True)
    sections: tuple[SectionItem, ...] = field(default=(), converter=section_items, kw_only=True)
    appendices: tuple[Appendix, ...] = field(default=(), converter=_appendices, kw_only=True, metadata=OF_THE_WHOLE)
    glossary: dict[str, Markdown] = field(factory=dict, converter=words, kw_only=True, metadata=OF_THE_WHOLE)
    contact: Contact | None = field(default=None, kw_only=True, metadata=OF_THE_WHOLE)

    def __repr__(self) -> str:
        parts = [_count(self.sections, "section"), _count(self.appendices, "appendix", "appendices")]
        said = ", ".join(filter(None, (f"council {_named(self.council)}", *parts)))
        return f"<{type(self).__name__} {without_backslashes(self.title)!r}: {said}>"

    def to_bytes(
        self,
        format: FormatName,  # noqa: A002 - the word that a caller expects
        *,
        folder: str | PathLike[str] = "",
        public: bool = False,
    ) -> bytes:
        """Return the document in a format, "docx", "pdf" or "yaml", as ``csp_docs.render`` does.

        >>> load("plan.yaml").to_bytes("pdf")[:8]
        b'%PDF-1.7'
        """
        api = import_module("csp_docs.api")  # for people alone: nothing that the model does needs what is above it
        found: bytes = api.render(self, format, folder=folder, public=public)
        return found

    def preview(
        self, pages: int | Iterable[int] = 10, *, folder: str | PathLike[str] = "", public: bool = False
    ) -> Preview:
        """Return pictures of ``pages`` for a notebook: so many from the first, or those with these numbers.

        ``folder`` and ``public`` are as for ``csp_docs.save``. Raises CspDocsError with all problems, and
        ModuleNotFoundError without pypdfium2, which comes with the extra ``notebook``.

        >>> load("plan.yaml").preview(pages=range(1, 2)).pages[0].alt[:29]
        'Page 1 of 1 of Safer Anytown.'
        """
        found: Preview = import_module("csp_docs.output.notebook").preview(
            self, pages, file_name(folder), public=public
        )
        return found

    @cached_property
    def own_parts(self) -> tuple[object, ...]:
        """All objects below the document, in its order, but appendices that are documents of their own."""
        return tuple(every_part(self, lambda part: not (isinstance(part, Appendix) and part.document)))

    @cached_property
    def defined_measures(self) -> tuple[Measure, ...]:
        """The measures that the document defines, in its order."""
        return tuple(part for part in self.own_parts if isinstance(part, Measure))

    @cached_property
    def closed_parts(self) -> tuple[Access, ...]:
        """Why parts of the document are not for the public, those of documents inside it too."""
        found = [part for part in self.own_parts if isinstance(part, Access) and part is not self.access]
        for appendix in self.appendices:
            if appendix.document:
                found += filter(None, (appendix.access, appendix.document.access, *appendix.document.closed_parts))
        return tuple(access for access in found if access.closed)
