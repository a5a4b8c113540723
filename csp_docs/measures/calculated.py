"""Calculates from measures and risks, in decimal arithmetic: differences, percentages, progress and ratings.

Every function returns the figure; a ``Gap`` where it cannot be calculated, which is printed with its reason; or None
where the measure does not have the values that are needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from enum import Enum
from typing import Any, TypeAlias

from attrs import Attribute, field, fields

from csp_docs.errors import Code
from csp_docs.measures.amounts import is_count
from csp_docs.measures.rounding import EXACT, rounded
from csp_docs.model import Amount, Better, Comparator, Measure, ModelError, Rag
from csp_docs.model.registers import HIGHEST
from csp_docs.records import record


class Gap(Enum):
    """Why a figure cannot be calculated."""

    NOT_AVAILABLE = "not_available"
    SMALL_BASE = "small_base"
    FROM_ZERO = "from_zero"


Result: TypeAlias = Decimal | Gap | None


@record(kw_only=True)
class Rules:
    """The house style of measures. ``amber`` is how far from its target a measure may be, in percent of the target.

    ``small_base`` leaves out percentages of counts below it (ONS: 50); 0 leaves out none. ``direction`` adds an arrow
    and a word to each percentage change, and ``plus`` a plus sign to each difference and change that is a rise.
    """

    amber: Amount = field(default=Amount(Decimal(5), "%"))
    small_base: int = field(default=0)
    direction: bool = False
    plus: bool = False

    @property
    def tolerance(self) -> Decimal:
        """``amber`` as a number of percent."""
        return self.amber.value or Decimal(0)

    @amber.validator
    def _in_percent(self, _: Attribute[Any], amber: Amount) -> None:
        if amber.value is None or amber.unit not in ("%", "") or not 0 <= amber.value <= 100:
            raise ModelError(
                Code.WRONG_TYPE, "amber is not a percentage of a target", "write it in percent: 5%", ("amber",)
            )
        if 0 < amber.value < 1 and not amber.unit:
            percent = f"{(amber.value * 100).normalize():f}%"
            raise ModelError(
                Code.WRONG_TYPE,
                f"amber is {amber.value} percent of a target, or that share of it",
                f"write {percent} if it is the share, and {amber.value}% if not",
                ("amber",),
            )

    @small_base.validator
    def _a_count(self, _: Attribute[Any], small_base: int) -> None:
        if small_base < 0:
            raise ModelError(
                Code.OUT_OF_RANGE, "small_base is below 0", "write 0 to leave out no percentages", ("small_base",)
            )


@record(kw_only=True)
class RiskBands:
    """The lowest scores (likelihood times impact) of a ``medium`` and of a ``high`` risk."""

    medium: int = 6
    high: int = 15

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.medium <= self.high <= HIGHEST**2:
            hint = f"scores are from 1 to {HIGHEST**2}, and medium must begin below high"
            at = "medium" if self.high == fields(RiskBands).high.default else "high"
            raise ModelError(
                Code.OUT_OF_RANGE, f"the bands of risks begin at {self.medium} and {self.high}", hint, (at,)
            )


def level(amount: Amount | None) -> Result:
    """Return the number of an amount."""
    if amount is None:
        return None
    return Gap.NOT_AVAILABLE if amount.value is None else amount.value


def figure(measure: Measure, name: str) -> Amount | None:
    """Return the figure of a level, a period or a comparator; None if the measure does not have it."""
    if name == "target" and not measure.target:
        aim = target_level(measure)
        return Amount(aim) if isinstance(aim, Decimal) else None
    found = {name: other.current for name, other in measure.comparators.items()} | measure.periods | measure.levels
    return found.get(name)


def compared(measure: Measure, of: str = "", on: str = "") -> tuple[Amount | None, Amount | None]:
    """Return two figures of a measure that are compared: the later one, and the one before.

    Without names they are ``current`` and ``previous``; those of a comparator, if only this is named; or the figure of
    a period and that of the period before it.
    """
    if of and not on:
        other, names = measure.comparators.get(of), list(measure.periods)
        if other:
            return other.current, other.previous
        before = names[names.index(of) - 1] if of in names[1:] else ""
        return figure(measure, of), figure(measure, before)
    return figure(measure, of or "current"), figure(measure, on or "previous")


def difference(measure: Measure, of: str = "", on: str = "") -> Result:
    """Return how much ``current`` is above ``previous``, in the measure's unit. For percentages it is in points.

    ``of`` and ``on`` name other figures to compare, see ``compared``.
    """
    return _of_both(*compared(measure, of, on), lambda now, before: now - before)


def change(measure: Measure, rules: Rules, of: str = "", on: str = "") -> Result:
    """Return the change from ``previous`` to ``current`` in percent of ``previous``. For percentages, the difference.

    It has one decimal place, rounded half away from zero. There is no change from 0, and none for small counts where
    the house style says so: ONS leaves it out when either count is small. The change of a percentage is given in
    points, because percent of a percentage would mislead. ``of`` and ``on`` name other figures, see ``compared``.
    """
    if measure.level_unit == "%":
        return difference(measure, of, on)

    def share(now: Decimal, before: Decimal) -> Result:
        if _small(measure, rules, now, before):
            return Gap.SMALL_BASE
        return rounded((now - before) / abs(before) * 100, 1) if before else Gap.FROM_ZERO

    return _of_both(*compared(measure, of, on), share)


def target_level(measure: Measure) -> Result:
    """Return the level to reach: the target, or ``previous`` changed by ``target_change``."""
    if measure.target:
        return level(measure.target)
    return _of_both(
        measure.levels.get("previous"),
        measure.target_change,
        lambda before, percent: before + abs(before) * percent / 100,
    )


def progress(measure: Measure, rules: Rules) -> Result:
    """Return how far the measure has come from ``baseline`` (or ``previous``) to its target: percent of the way.

    There is no progress for small counts, as for ``change``.
    """
    aim, (current, previous) = target_level(measure), compared(measure)
    if not isinstance(aim, Decimal):
        return aim

    def way(now: Decimal, begun: Decimal) -> Result:
        if _small(measure, rules, now, begun):
            return Gap.SMALL_BASE
        return rounded((now - begun) / (aim - begun) * 100, 1) if aim != begun else Gap.FROM_ZERO

    return _of_both(current, measure.baseline or previous, way)


def rating(measure: Measure, rules: Rules) -> Rag | Gap | None:
    """Return the rating that is set by hand or, without one, the rating by the target."""
    return measure.rag.level if measure.rag else rating_by_target(measure, rules)


def rating_by_target(measure: Measure, rules: Rules) -> Rag | Gap | None:
    """Return green where the target is met, amber within the house style's tolerance of it, and red otherwise."""
    aim, (current, previous) = target_level(measure), compared(measure)
    if not isinstance(aim, Decimal):
        return aim
    if measure.target_change and _small(measure, rules, *_counts(current, previous)):
        return Gap.SMALL_BASE
    over = _of_both(current, Amount(aim), lambda now, wanted: now - wanted)
    if not isinstance(over, Decimal):
        return over
    missed = over if measure.better is Better.LOWER else -over
    if missed <= 0:
        return Rag.GREEN
    return Rag.AMBER if missed * 100 <= abs(aim) * rules.tolerance else Rag.RED


def ratings(measures: Sequence[Measure], rules: Rules) -> dict[Rag | None, int]:
    """Return how many measures have each rating that any has, in the order of ``Rag``; those without one are last."""
    found = [level if isinstance(level := rating(measure, rules), Rag) else None for measure in measures]
    return {level: found.count(level) for level in (*Rag, None) if level in found}


def band(score: int, bands: RiskBands) -> Rag:
    """Return the band of the score of a risk: red is high, amber is medium, green is low."""
    if score >= bands.medium:
        return Rag.RED if score >= bands.high else Rag.AMBER
    return Rag.GREEN


def total(name: str, parts: Sequence[Measure]) -> Measure | None:
    """Return the sum of measures in one unit, with their notes; None without any measures.

    It has each level that all of them have. If a level is not available for one measure, it is not available for the
    sum. The sum has a target that is a change only where all have the same one.
    """
    changes = {part.target_change for part in parts}
    levels: dict[str, Any] = {
        level: _sum([part.given_levels.get(level) for part in parts]) for level in parts[0].given_levels
    }
    periods = {name: total for name in parts[0].periods if (total := _sum([part.periods.get(name) for part in parts]))}
    if not any([*levels.values(), *periods]):
        return None
    return Measure(
        name,
        **levels,
        periods=periods,
        comparators=_comparators(parts),
        target_change=changes.pop() if len(changes) == 1 else None,
        unit=next((part.level_unit for part in parts if part.level_unit), ""),
        better=parts[0].better,
        note="; ".join(dict.fromkeys(part.note for part in parts if part.note)),
    )


def _comparators(parts: Sequence[Measure]) -> dict[str, Comparator]:
    """Return the sums of comparators that all measures have."""
    common = [name for name in parts[0].comparators if all(name in part.comparators for part in parts)]
    of_all = {name: [part.comparators[name] for part in parts] for name in common}
    return {
        name: Comparator(_sum([one.current for one in found]), _sum([one.previous for one in found]))
        for name, found in of_all.items()
    }


def _sum(amounts: list[Amount | None]) -> Amount | None:
    given = [amount for amount in amounts if amount]
    if len(given) < len(amounts):
        return None
    known = [amount.value for amount in given if amount.value is not None]
    with localcontext(prec=EXACT):
        return Amount(sum(known, Decimal(0)) if len(known) == len(given) else None)


def _of_both(a: Amount | None, b: Amount | None, work_out: Callable[[Decimal, Decimal], Result]) -> Result:
    """Return what is calculated from two amounts, where both are known."""
    if not (a and b):
        return None
    if a.value is None or b.value is None:
        return Gap.NOT_AVAILABLE
    with localcontext(prec=EXACT):
        return work_out(a.value, b.value)


def _small(measure: Measure, rules: Rules, *counts: Decimal) -> bool:
    """Tell whether a count is below the house style's base; percentages, pounds, rates and times are not counts."""
    return is_count(measure.level_unit) and any(abs(count) < rules.small_base for count in counts)


def _counts(*amounts: Amount | None) -> list[Decimal]:
    return [amount.value for amount in amounts if amount and amount.value is not None]
