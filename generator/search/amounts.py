"""The ranges of money that results are narrowed down by."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

_BOUNDS = (0, 1, 5, 10, 50, 100, 500)
"""In 万元. Each belongs to the range that it begins."""

NOT_PRINTED = "none"
MOST = f"{_BOUNDS[-1]}-"
AMOUNT_RANGES = (*(f"{low}-{high}" for low, high in pairwise(_BOUNDS)), MOST, NOT_PRINTED)
"""The ids as they stand in addresses, such as `1-5`. The search page of the theme has words for them."""


def find_range(budget_wan: Decimal | None) -> str:
    """The id of the range that a budget lies in: 5 万元 is in `5-10`."""
    if budget_wan is None:
        return NOT_PRINTED
    return next((id_ for high, id_ in _upper_bounds() if budget_wan < high), MOST)


def _upper_bounds() -> Iterator[tuple[int, str]]:
    return zip(_BOUNDS[1:], AMOUNT_RANGES, strict=False)
