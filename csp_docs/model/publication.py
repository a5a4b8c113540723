"""What plans and assessments share: they are published for residents, with a cover, a foreword and contents."""

from __future__ import annotations

from attrs import field

from csp_docs.model.checked import model_record
from csp_docs.model.content import ContentItem, content_items
from csp_docs.model.dates import Period, to_period
from csp_docs.model.document import CouncilDocument
from csp_docs.model.figures import Picture
from csp_docs.model.values import FACT, Markdown, TextOrTexts, items, said, some, text_or_texts, words


@model_record(kw_only=True)
class Signatory:
    """The person who signs a foreword; ``role`` may have several lines."""

    name: Markdown = field(validator=said)
    role: TextOrTexts = field(default=(), converter=text_or_texts)
    organisation: Markdown = ""
    portrait: Picture | None = None
    signature: Picture | None = None


@model_record
class Foreword:
    """The text before the body, and who signs it. Without a ``title``, the council's word is its heading."""

    content: tuple[ContentItem, ...] = field(converter=content_items, validator=some)
    signed_by: Signatory | None = None
    title: Markdown = field(default="", kw_only=True)


def _forewords(
    value: Foreword | list[Foreword] | tuple[Foreword, ...] | None,
) -> Foreword | tuple[Foreword, ...] | None:
    return items(value, Foreword) if isinstance(value, list | tuple) else value


@model_record(kw_only=True)
class Publication(CouncilDocument):
    """The keys of every publication.

    ``statement`` is the statutory note on the cover, and ``cover_picture`` a picture for councils whose covers have
    one. ``document_control`` holds labels with texts for the page of this name, and ``contents`` adds a contents page,
    if the council's layout has them. There may be several forewords. A text given for ``period`` is read as in YAML:
    ``2011-2014``.
    """

    period: Period | None = field(default=None, converter=to_period, metadata=FACT)
    strapline: Markdown = ""
    statement: Markdown = ""
    vision: Markdown = ""
    cover_picture: Picture | None = None
    foreword: Foreword | tuple[Foreword, ...] | None = field(default=None, converter=_forewords)
    document_control: dict[str, Markdown] = field(factory=dict, converter=words)
    contents: bool = False

    @property
    def forewords(self) -> tuple[Foreword, ...]:
        """All forewords, in their order."""
        return self.foreword if isinstance(self.foreword, tuple) else (self.foreword,) if self.foreword else ()
