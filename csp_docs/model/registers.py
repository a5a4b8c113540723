"""Action plans and risk registers."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.choices import RagName
from csp_docs.model.dates import DayOrWords, given_day_or_words
from csp_docs.model.measures import Rag
from csp_docs.model.values import Markdown, ModelError, items, named, some

HIGHEST = 5
"""The highest score for likelihood and impact; the lowest is 1."""


def _rag(value: Rag | RagName | None) -> Rag | None:
    return None if value is None else named(Rag, value)


@model_record
class Action:
    """An action, with its owner, due date and progress. ``due`` may be in words: "Q3 2024/25"."""

    action: Markdown
    ref: Markdown = field(default="", kw_only=True)
    lead: Markdown = field(default="", kw_only=True)
    partners: Markdown = field(default="", kw_only=True)
    due: DayOrWords | None = field(default=None, converter=given_day_or_words, kw_only=True)
    resources: Markdown = field(default="", kw_only=True)
    measure: Markdown = field(default="", kw_only=True)
    outcome: Markdown = field(default="", kw_only=True)
    progress: Markdown = field(default="", kw_only=True)
    rag: Rag | None = field(default=None, converter=_rag, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.action.strip():
            raise ModelError(Code.EMPTY_TEXT, "an action has no words", "say what will be done", ("action",))


def _on_the_scale(_: object, attribute: Attribute[Any], value: int) -> None:
    if not 1 <= value <= HIGHEST:
        raise ModelError(
            Code.OUT_OF_RANGE, f"{attribute.name} is {value}", f"give a score from 1 to {HIGHEST}", (attribute.name,)
        )


@model_record
class Risk:
    """Something that may go wrong: its likelihood and impact, from 1 (low) to 5, and what is done about it."""

    risk: Markdown
    likelihood: int = field(validator=_on_the_scale)
    impact: int = field(validator=_on_the_scale)
    mitigation: Markdown = field(default="", kw_only=True)
    owner: Markdown = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.risk.strip():
            raise ModelError(Code.EMPTY_TEXT, "a risk has no words", "say what may go wrong", ("risk",))

    @property
    def score(self) -> int:
        """Likelihood times impact, 1 to 25."""
        return self.likelihood * self.impact


def _actions(value: list[Action] | tuple[Action, ...]) -> tuple[Action, ...]:
    return items(value, Action)


def _risks(value: list[Risk] | tuple[Risk, ...]) -> tuple[Risk, ...]:
    return items(value, Risk)


@model_record
class ActionPlan:
    """Actions as a table. A column that is empty for all actions is left out."""

    actions: tuple[Action, ...] = field(converter=_actions, validator=some)


@model_record
class RiskRegister:
    """Risks as a table, in the given order, each with its score and its band in the house style."""

    risks: tuple[Risk, ...] = field(converter=_risks, validator=some)
