"""How sums are written out in a computation: `1,354 人 × 200 元/人 = 270,800 元 = 27.08 万元`."""

from decimal import Decimal

from generator.analyse.amounts import trimmed

_YUAN_PER_WAN = 10_000


def grouped(value: Decimal) -> str:
    """With thousands commas and without zeros at the end of the fraction: `270800.00` → `270,800`."""
    whole, _, fraction = trimmed(value).partition(".")
    return f"{int(whole):,}" + (f".{fraction}" if fraction else "")


def yuan(value: Decimal) -> str:
    return f"{grouped(value)} 元"


def yuan_as_wan(value: Decimal) -> str:
    """`270800` → `270,800 元 = 27.08 万元`."""
    return f"{yuan(value)} = {wan(value / _YUAN_PER_WAN)}"


def wan(value: Decimal) -> str:
    """At least two decimals, as budgets are printed: `2.0` → `2.00 万元`."""
    places = max(2, len(trimmed(value).partition(".")[2]))
    return f"{value:,.{places}f} 万元"
