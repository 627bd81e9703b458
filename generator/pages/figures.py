"""How figures are set on pages, and the shape of the plan chart."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from generator.analyse.amounts import trimmed

_CENT = Decimal("0.01")
_COLUMNS = (40, 120, 200, 280)
_PLOT_BOTTOM = 110
_PLOT_HEIGHT = 90


def set_wan(amount: Decimal | None) -> str:
    """A derived sum in 万元: two decimals, thousands commas. Printed amounts are shown as printed instead."""
    return "" if amount is None else f"{amount.quantize(_CENT, ROUND_HALF_UP):,}"


def set_share(share: Decimal | None) -> str:
    """`24.91` → `24.91%`; unknown → empty."""
    return f"{trimmed(share)}%" if share is not None else ""


def set_part(share: Decimal | None) -> str:
    """A share of a sum, with the decimals it was rounded to: `4.10%`, so that a column of them lines up."""
    return "" if share is None else f"{share:f}%"


def set_count(number: int) -> str:
    return f"{number:,}"


def plan_geometry(shares: Sequence[Decimal | None]) -> list[tuple[str, str, str]]:
    """For each point x of the column's middle, y of its top and its height, in a view box of 320 × 140.

    100 % lies at 20, 0 % at 110.
    """
    return [
        (str(x), *_column(share)) if share is not None else (str(x), "", "")
        for x, share in zip(_COLUMNS, shares, strict=True)
    ]


def _column(share: Decimal) -> tuple[str, str]:
    height = min(max(share, Decimal(0)), Decimal(110)) * _PLOT_HEIGHT / 100
    return f"{_PLOT_BOTTOM - height:.1f}", f"{height:.1f}"
