"""The partners: a section for each, those that belong to another one below it."""

from __future__ import annotations

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content import content
from csp_docs.compose.context import PlanContext
from csp_docs.compose.patterns import bullets
from csp_docs.errors import origin_of
from csp_docs.model import Partner
from csp_docs.names import did_you_mean


def partners(plan: PlanContext, *, numbered: bool) -> Blocks:
    """Return the sections of the partners; who stands under nobody that is printed is a problem."""
    given = plan.document.partners
    for partner in given:
        _check(partner, given, plan)
    return tuple(_section(partner, plan, numbered) for partner in given if not partner.under)


def _section(partner: Partner, plan: PlanContext, numbered: bool) -> b.Section:
    """Return a partner's section; behind those that belong to it, its own words close the section."""
    members = (bullets(partner.members, "", plan),) if partner.members else ()
    own = content(partner.role, plan) + members
    below = tuple(_section(other, plan, numbered) for other in plan.document.partners if other.under == partner.name)
    if own and below:
        own = (b.Section((), own),)
    return b.Section(plan.inlines(partner.name), below + own, numbered=numbered, origin=origin_of(partner.name))


def _check(partner: Partner, given: tuple[Partner, ...], plan: PlanContext) -> None:
    """Note a problem where the way up from a partner leads to a name that is not there, or in a circle."""
    above = {other.name: other.under for other in given}
    if partner.under and partner.under not in above:
        hint = did_you_mean(partner.under, (name for name in above if name != partner.name), "partners")
        plan.problem(f'there is no partner "{partner.under}"', hint, partner.under)
        return
    way = [partner.name]
    while (up := above.get(way[-1], "")) and up not in way:
        way.append(up)
    if up:
        hint = "let `under` name a body that it belongs to"
        plan.problem(f'the partner "{partner.name}" stands under itself', hint, partner.under)
