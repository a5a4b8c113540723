"""The partners: a section for each, with the partners that belong to it below."""

from __future__ import annotations

from collections.abc import Mapping

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content.written import content
from csp_docs.compose.context import PlanContext
from csp_docs.compose.patterns import bullets
from csp_docs.errors import Code, did_you_mean, origin_of
from csp_docs.model import Partner

_DEEPEST = 4
"""How many levels of partners there may be: each is a heading level."""


def partners(plan: PlanContext, *, numbered: bool) -> Blocks:
    """Return the sections of the partners; none, and a problem, if it is not clear who belongs to whom."""
    given = plan.document.partners
    above = {partner.name: partner.under for partner in given}
    if len(above) < len(given):
        twice = next(partner for place, partner in enumerate(given) if partner.name in _names(given[:place]))
        plan.problem(
            Code.GIVEN_TWICE, f'the partner "{twice.name}" is given twice', "list each partner once", twice.name
        )
        return ()
    clear = [_is_clear(partner, above, plan) for partner in given]
    return tuple(_section(partner, plan, numbered) for partner in given if not partner.under) if all(clear) else ()


def _names(partners: tuple[Partner, ...]) -> set[str]:
    return {partner.name for partner in partners}


def _section(partner: Partner, plan: PlanContext, numbered: bool) -> b.Section:
    """Return a partner's section; its own words come after the partners that belong to it."""
    members = (bullets(partner.members, "", plan),) if partner.members else ()
    own = content(partner.role, plan) + members
    below = tuple(_section(other, plan, numbered) for other in plan.document.partners if other.under == partner.name)
    if own and below:
        own = (b.Section((), own),)
    return b.Section(plan.inlines(partner.name), below + own, numbered=numbered, origin=origin_of(partner.name))


def _is_clear(partner: Partner, above: Mapping[str, str], plan: PlanContext) -> bool:
    """Tell whether the way up from a partner ends at the top; an unknown name or a circle is a problem."""
    if partner.under and partner.under not in above:
        hint = did_you_mean(partner.under, (name for name in above if name != partner.name), "partners")
        plan.problem(Code.WRONG_PARTNER, f'there is no partner "{partner.under}"', hint, partner.under)
        return False
    way = [partner.name]
    while (up := above.get(way[-1], "")) and len(way) < _DEEPEST:
        way.append(up)
    if up:
        fact = f'the partner "{partner.name}" is under itself, or under more than {_DEEPEST - 1} others'
        plan.problem(Code.WRONG_PARTNER, fact, "name the body that it belongs to in `under`", partner.under)
    return not up
