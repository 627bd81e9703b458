"""Exact sums. Decimals throughout; a blank is unknown, never 0."""

from decimal import ROUND_HALF_UP, Context, Decimal

from generator.model.disclosure import Budget, Plan

_YUAN_PER_WAN = Decimal(10_000)
_HUNDREDTH = Decimal("0.01")
_WIDE = Context(prec=60)
"""Any two sums that can be loaded, divided."""


def to_decimal(printed: str | None) -> Decimal | None:
    """`"1,354.00"` → 1354.00; a blank or absent value → None. The shape was checked on loading."""
    if not printed:
        return None
    return Decimal(printed.rstrip("%％").replace(",", "").replace("，", ""))


def to_wan(printed: str | None, money_unit: str) -> Decimal | None:
    """A printed amount in 万元, whichever unit the document uses."""
    amount = to_decimal(printed)
    if amount is None or money_unit == "万元":
        return amount
    return amount / _YUAN_PER_WAN


def wan_to_yuan(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else amount * _YUAN_PER_WAN


def plain(value: Decimal | None) -> str:
    """A plain decimal as text, never with an exponent; `None` → `""`."""
    return "" if value is None else f"{value:f}"


def trimmed(value: Decimal | None) -> str:
    """The same without zeros at the end of the fraction: `25.00` → `25`."""
    text = plain(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def plan_shares(
    plan: Plan | None, plan_unit: str | None, budget: Budget | None
) -> tuple[Decimal | None, ...]:
    """The four points of a plan (March, June, October, December) as per cent of the budget, to two decimals.

    A plan printed in per cent gives its own numbers; one printed in money is divided by the budget, and gives
    nothing where the budget is not printed or is 0.
    """
    if plan is None:
        return (None, None, None, None)
    points = tuple(to_decimal(point) for point in (plan.mar, plan.jun, plan.oct, plan.dec))
    if plan_unit == "percent":
        return points
    total = to_decimal(budget.total) if budget else None
    return tuple(
        (point * 100 / total).quantize(_HUNDREDTH, ROUND_HALF_UP, _WIDE)
        if point is not None and total
        else None
        for point in points
    )
