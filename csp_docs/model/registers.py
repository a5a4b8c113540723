"""Action plans and risk registers."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from csp_docs.errors import Code
from csp_docs.model.checked import checked
from csp_docs.model.dates import Day
from csp_docs.model.measures import Rag
from csp_docs.model.values import Markdown, ModelError, items, named, some

HIGHEST = 5
"""Likelihood and impact are judged from 1 to this."""


def _rag(value: Rag | str | None) -> Rag | None:
    return None if value is None else named(Rag, value)


@frozen(field_transformer=checked)
class Action:
    """What somebody does, until when, and how it goes."""

    action: Markdown
    lead: Markdown = field(default="", kw_only=True)
    due: Day | None = field(default=None, kw_only=True)
    measure: Markdown = field(default="", kw_only=True)
    progress: Markdown = field(default="", kw_only=True)
    rag: Rag | None = field(default=None, converter=_rag, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.action.strip():
            raise ModelError(Code.EMPTY_TEXT, "an action without words", "say what is done", ("action",))


def _on_the_scale(_: object, attribute: Attribute[Any], value: int) -> None:
    if not 1 <= value <= HIGHEST:
        raise ModelError(
            Code.OUT_OF_RANGE, f"{attribute.name} is {value}", f"judge it from 1 to {HIGHEST}", (attribute.name,)
        )


@frozen(field_transformer=checked)
class Risk:
    """What may go wrong: its likelihood and impact, from 1 (low) to 5, and what is done about it."""

    risk: Markdown
    likelihood: int = field(validator=_on_the_scale)
    impact: int = field(validator=_on_the_scale)
    mitigation: Markdown = field(default="", kw_only=True)
    owner: Markdown = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.risk.strip():
            raise ModelError(Code.EMPTY_TEXT, "a risk without words", "say what may go wrong", ("risk",))

    @property
    def score(self) -> int:
        """Likelihood times impact, 1 to 25."""
        return self.likelihood * self.impact


def _actions(value: list[Action] | tuple[Action, ...]) -> tuple[Action, ...]:
    return items(value, Action)


def _risks(value: list[Risk] | tuple[Risk, ...]) -> tuple[Risk, ...]:
    return items(value, Risk)


@frozen(field_transformer=checked)
class ActionPlan:
    """Actions as a table; a column that no action fills is left out."""

    actions: tuple[Action, ...] = field(converter=_actions, validator=some)


@frozen(field_transformer=checked)
class RiskRegister:
    """Risks as a table, in the order given, each with its score and the band that the house style puts it in."""

    risks: tuple[Risk, ...] = field(converter=_risks, validator=some)
