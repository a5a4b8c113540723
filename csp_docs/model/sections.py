"""Sections: the parts of the body, written by the author or generated from the model."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from attrs import field

from csp_docs.errors import Code
from csp_docs.model.access import Access, grounded, titled
from csp_docs.model.checked import model_record
from csp_docs.model.choices import ModelPartName
from csp_docs.model.content import ContentItem, content_items
from csp_docs.model.values import Markdown, ModelError, check_levels, items, name_of


class ModelPart(Enum):
    """Parts of the body that are generated from the model."""

    PRIORITIES = "priorities"
    PARTNERS = "partners"
    CROSS_CUTTING = "cross_cutting"
    ACHIEVEMENTS = "achievements"
    EXECUTIVE_SUMMARY = "executive_summary"
    KEY_FINDINGS = "key_findings"
    RECOMMENDATIONS = "recommendations"
    TOPICS = "topics"
    GLOSSARY = "glossary"
    CONTACT = "contact"
    CONTENTS = "contents"
    FIGURES = "figures"
    TABLES = "tables"


_LISTS = (ModelPart.CONTENTS, ModelPart.FIGURES, ModelPart.TABLES)


def _part(value: ModelPart | ModelPartName) -> str:
    return name_of(ModelPart, value)


@model_record
class Generated:
    """A part generated from the model; ``ModelPart`` has the names. Without a title, its items are at its own level."""

    generate: str = field(converter=_part)
    title: Markdown = ""
    id: str = field(default="", kw_only=True)
    numbered: bool = field(default=True, kw_only=True)
    access: Access | None = field(default=None, kw_only=True, validator=grounded)

    def __attrs_post_init__(self) -> None:
        titled(self, "part")
        if self.access and ModelPart(self.generate) in _LISTS:
            fact, hint = (
                f'"{self.generate}" is always for the public',
                "remove `access`: it lists what is marked itself",
            )
            raise ModelError(Code.CLOSED_WITHOUT_TITLE, fact, hint, ("access",))


def section_items(value: list[SectionItem] | tuple[SectionItem, ...]) -> tuple[SectionItem, ...]:
    """Return sections as a tuple."""
    return items(value, (Section, Generated))


@model_record
class Section:
    """A part of the body. Sections may be nested, and their depth is the heading level.

    Without a title, it continues its parent's text. ``numbered=False`` leaves its heading without a number. ``access``
    says that it is not for the public.
    """

    title: Markdown = ""
    content: tuple[ContentItem, ...] = field(default=(), converter=content_items)
    sections: tuple[SectionItem, ...] = field(default=(), converter=section_items)
    id: str = field(default="", kw_only=True)
    numbered: bool = field(default=True, kw_only=True)
    access: Access | None = field(default=None, kw_only=True, validator=grounded)

    def __attrs_post_init__(self) -> None:
        if not (self.title.strip() or self.content or self.sections):
            raise ModelError(Code.NOTHING_GIVEN, "a section has no title and no content", "give it words, or remove it")
        titled(self, "section")
        check_levels(self)


SectionItem: TypeAlias = Section | Generated
