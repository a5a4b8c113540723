"""The strategic assessment: the evidence of a partnership on crime and disorder in its area."""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.content import ContentItem, content_items
from csp_docs.model.publication import Publication
from csp_docs.model.values import NAMING, Markdown, ModelError, items, said, texts, words


@model_record
class Topic:
    """A kind of crime or disorder, with the standard template's six questions. ``labels`` override the council's."""

    title: Markdown = field(validator=said, metadata=NAMING)
    trend: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    comparison: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    target: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    hotspots: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    communities: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    peers: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    labels: dict[str, Markdown] = field(factory=dict, converter=words, kw_only=True, metadata=NAMING)

    def __attrs_post_init__(self) -> None:
        if not any((self.trend, self.comparison, self.target, self.hotspots, self.communities, self.peers)):
            raise ModelError(
                Code.NOTHING_GIVEN, "a topic has no answers", "answer one of its questions, or remove the topic"
            )


def _topics(value: list[Topic] | tuple[Topic, ...]) -> tuple[Topic, ...]:
    return items(value, Topic)


@model_record(kw_only=True)
class StrategicAssessment(Publication):
    """The evidence from which a partnership chooses its priorities.

    (The Crime and Disorder (Formulation and Implementation of Strategy) Regulations 2007, regulations 5 to 7.)
    ``executive_summary``, ``key_findings`` and ``recommendations`` begin the body, unless a section generates them.
    """

    kind: ClassVar[str] = "strategic_assessment"

    executive_summary: tuple[ContentItem, ...] = field(default=(), converter=content_items)
    key_findings: tuple[Markdown, ...] = field(default=(), converter=texts)
    recommendations: tuple[Markdown, ...] = field(default=(), converter=texts)
    topics: tuple[Topic, ...] = field(default=(), converter=_topics)
