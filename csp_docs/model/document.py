"""What all kinds of document share: identity, status, access, appendices, glossary."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, ClassVar

from attrs import Attribute, astuple, field, frozen

from csp_docs.model.content import ContentItem, content_items
from csp_docs.model.dates import Day
from csp_docs.model.sections import SectionItem, section_items
from csp_docs.model.values import Markdown, ModelError, items, named, paragraphs_of_schedule, words


class Status(Enum):
    """What the paper is for; the house style says how it is printed."""

    DRAFT = "draft"
    FOR_DECISION = "for_decision"
    FOR_DISCUSSION = "for_discussion"
    FOR_NOTING = "for_noting"
    FINAL = "final"


class Language(Enum):
    """The language of an edition."""

    ENGLISH = "en-GB"
    WELSH = "cy-GB"


@frozen
class Access:
    """Open to the public, or exempt under paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972."""

    exempt: tuple[int, ...] = field(default=(), converter=paragraphs_of_schedule)
    reason: Markdown = field(default="")

    @reason.validator
    def _of_something(self, _: Attribute[Any], reason: str) -> None:
        if reason and not self.exempt:
            raise ModelError(
                "a reason, but no paragraph that exempts", "add `exempt: [3]`, or take it away", ("reason",)
            )


@frozen(kw_only=True)
class Contact:
    """Whom to ask."""

    name: Markdown = ""
    role: Markdown = ""
    team: Markdown = ""
    organisation: Markdown = ""
    phone: Markdown = ""
    email: str = ""
    website: str = ""

    def __attrs_post_init__(self) -> None:
        if not any(astuple(self)):
            raise ModelError("a contact without a name, a role or a way to reach it", "say whom to ask")


@frozen
class Appendix:
    """An appendix: content of its own, or another ``document``, whole."""

    title: Markdown
    id: str = field(default="", kw_only=True)
    label: str = field(default="", kw_only=True)
    access: Access = field(default=Access(), kw_only=True)
    content: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    sections: tuple[SectionItem, ...] = field(default=(), converter=section_items, kw_only=True)
    document: CouncilDocument | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not (self.document or self.content or self.sections):
            raise ModelError("an appendix without content", "give it content, sections or a document")
        if self.document and (self.content or self.sections):
            raise ModelError(
                "an appendix is another document or has content", "give just one of the two", ("document",)
            )


def _appendices(value: list[Appendix] | tuple[Appendix, ...]) -> tuple[Appendix, ...]:
    return items(value, Appendix)


def _status(value: Status | str | None) -> Status | None:
    return None if value is None else named(Status, value)


def _language(value: Language | str) -> Language:
    return named(Language, value)


def _mapping(value: Mapping[str, Any]) -> dict[str, Any]:
    return dict(value)


@frozen
class CouncilDocument:
    """The keys of every document.

    ``council`` is the name of a council template, a path to one or a mapping in its form; ``partnership``, ``theme``,
    ``terms`` and ``layouts`` override the template's, key by key.
    """

    kind: ClassVar[str]

    title: Markdown
    council: str | Mapping[str, Any] = field(kw_only=True)
    subtitle: Markdown = field(default="", kw_only=True)
    status: Status | None = field(default=None, converter=_status, kw_only=True)
    version: Markdown = field(default="", kw_only=True)
    date: Day | None = field(default=None, kw_only=True)
    language: Language = field(default=Language.ENGLISH, converter=_language, kw_only=True)
    partnership: dict[str, Any] = field(factory=dict, converter=_mapping, kw_only=True)
    theme: dict[str, Any] = field(factory=dict, converter=_mapping, kw_only=True)
    terms: dict[str, str] = field(factory=dict, converter=words, kw_only=True)
    layouts: dict[str, Any] = field(factory=dict, converter=_mapping, kw_only=True)
    access: Access = field(default=Access(), kw_only=True)
    sections: tuple[SectionItem, ...] = field(default=(), converter=section_items, kw_only=True)
    appendices: tuple[Appendix, ...] = field(default=(), converter=_appendices, kw_only=True)
    glossary: dict[str, Markdown] = field(factory=dict, converter=words, kw_only=True)
    contact: Contact | None = field(default=None, kw_only=True)
