"""Axes that begin at zero and end at a round number."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_INTERVALS = 4
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_PLACE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Axis:
    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def percent(self, value: Decimal) -> str:
        """Where a value lies between the ends: `37.5`."""
        return place((value - self.low) * 100 / (self.high - self.low))


def place(percent: Decimal) -> str:
    """At most two decimals, without zeros at the end."""
    text = f"{percent.quantize(_PLACE):f}"
    return text.rstrip("0").rstrip(".")


def make_axis(values: Sequence[Decimal], *, whole: Decimal | None = None) -> Axis:
    """An axis with its true zero. `whole` is shown to its end even where all values lie below: 100 of per cent."""
    low, high = min(Decimal(0), *values), max(Decimal(0), *values, whole or Decimal(0))
    if low == high:
        high = low + 1
    step = _round_step((high - low) / _INTERVALS)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    ticks = tuple(step * number for number in range(int(first), int(last) + 1))
    return Axis(ticks[0], ticks[-1], ticks)


def _round_step(least: Decimal) -> Decimal:
    """The next of 1, 2, 2.5, 5 times a power of ten."""
    power = Decimal(10) ** least.adjusted()
    return next(step * power for step in _STEPS if step * power >= least)
