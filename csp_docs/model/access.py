"""Who may read a document or a part of it: the public, or only those who are entitled to what is not for the public."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.values import NEVER_EMPTY, SETTING, Markdown, ModelError, items

_WORDS = {**SETTING, **NEVER_EMPTY}
_FIELDS = {"reason": "reason", "public_reason": "public reason"}


def _paragraphs(value: list[int] | tuple[int, ...]) -> tuple[int, ...]:
    """Return numbers of paragraphs, each once. Which of them exist, the law of the council's nation says."""
    numbers = tuple(dict.fromkeys(items(value, int)))
    for position, number in enumerate(numbers):
        if number < 1:
            hint = "give the numbers of paragraphs of the Schedule that lists exempt information"
            raise ModelError(Code.OUT_OF_RANGE, f"there is no paragraph {number}", hint, (position,))
    return numbers


@model_record
class Access:
    """Open to the public, or not: ``exempt`` under paragraphs of a Schedule, ``confidential``, or both.

    ``exempt`` has the numbers of paragraphs of the Schedule that applies in the council's nation: in England, Part 1 of
    Schedule 12A to the Local Government Act 1972. ``confidential`` is information that must not be disclosed (in
    England, section 100A(3) of that Act). ``reason`` is printed in the whole edition only. The public edition prints
    ``public_title`` instead of the title, and ``public_reason`` after the grounds. ``marking`` is a protective marking
    (Government Security Classifications), each line of which is a line at the head of every page, before the grounds;
    it does not make anything exempt. A document that is open, but has parts that are not, may have a ``public_title``
    too. Raises ModelError for a reason without a ground.

    >>> Access([3], "Prices of bidders", public_title="Tender prices").closed
    True
    >>> Access(marking="OFFICIAL – SENSITIVE").closed
    False
    """

    exempt: tuple[int, ...] = field(default=(), converter=_paragraphs)
    reason: Markdown = field(default="", metadata=NEVER_EMPTY)
    confidential: bool = field(default=False, kw_only=True, metadata=SETTING)
    public_title: Markdown = field(default="", kw_only=True, metadata=_WORDS)
    public_reason: Markdown = field(default="", kw_only=True, metadata=_WORDS)
    marking: Markdown = field(default="", kw_only=True, metadata=_WORDS)

    def __attrs_post_init__(self) -> None:
        for name, words in _FIELDS.items():
            if getattr(self, name) and not self.closed:
                fact = f"there is a {words} for an exemption, but no ground for it"
                hint = f"add `exempt: [3]` or `confidential: yes`, or remove the {words}"
                raise ModelError(Code.NO_EXEMPT_PARAGRAPH, fact, hint, (name,))

    @property
    def closed(self) -> bool:
        """Whether this is not for the public."""
        return bool(self.exempt) or self.confidential


def of_one_part(_: object, __: Attribute[Any], access: Access | None) -> None:
    """Refuse a public title where there is no title that it could replace: an attrs validator."""
    if access and access.public_title:
        fact, hint = "a public title is given to something that has no title", "remove `public_title`"
        raise ModelError(Code.NO_PLACE_FOR_PUBLIC_TITLE, fact, hint, ("access", "public_title"))


def grounded(_: object, __: Attribute[Any], access: Access | None) -> None:
    """Refuse a public title for a part of a document that is for the public: an attrs validator."""
    if access and access.public_title and not access.closed:
        fact = "there is a public title for an exemption, but no ground for it"
        hint = "add `exempt: [3]` or `confidential: yes`, or remove the public title"
        raise ModelError(Code.NO_EXEMPT_PARAGRAPH, fact, hint, ("access", "public_title"))


def titled(part: Any, what: str) -> None:
    """Refuse a part that is not for the public and has no title, which its place in the public edition needs."""
    if part.access and part.access.closed and not part.title.strip():
        fact = f"a {what} that is not for the public has no title"
        hint = "give it a title (the public edition prints `public_title` instead), or put its content in a `passage`"
        raise ModelError(Code.CLOSED_WITHOUT_TITLE, fact, hint, ("access",))
