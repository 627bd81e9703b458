"""A dot for each target, equal ones on top of each other; the shape of a dot is the comparison of its target."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from generator.pages.charts.bars import Caption
from generator.pages.charts.scale import Axis
from generator.pages.charts.views import CountView, DotChart, DotView, ShapeView, TickView

SHAPES = {"=": "eq", ">=": "ge", ">": "gt", "<=": "le", "<": "lt"}
"""In the order in which they lie on each other."""
_HIGHEST = 24
"""Dots on top of each other; above that one dot stands for several targets."""
_MOST = 600
_COLUMNS = 200
"""Of stacks; more different values are put to the nearest of so many places on the axis."""
_PITCH = 10
_TOP = 18
"""With a count above the highest stack."""
_COUNT_GAP = 9
_SIGN_WIDTH = Decimal("2.4")
"""Per cent of the narrowest chart that a sign of a count takes."""
_AXIS_GAP = 7
_TICK = 18
_LEGEND = 22
_LEGEND_BASE = 4


@dataclass(frozen=True, slots=True)
class Target:
    op: str
    value: Decimal
    value_max: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    axis: Axis
    labels: tuple[str, ...]
    """Of its ticks."""


def put_to_places(targets: Sequence[Target], axis: Axis) -> list[Target]:
    """The targets as they are drawn: the same ones where their values are few enough to be told apart."""
    if len({target.value for target in targets}) <= _COLUMNS:
        return list(targets)
    width = (axis.high - axis.low) / _COLUMNS
    return [
        replace(target, value=axis.low + round((target.value - axis.low) / width) * width, value_max=None)
        for target in targets
    ]


def dots_each(targets: Iterable[Target]) -> int:
    """How many targets one dot stands for: 1, 2, 5, 10, 20, 50 …"""
    stacks = Counter(target.value for target in targets)
    each, steps = 1, (2, 5, 10)
    while _is_too_many(stacks, each):
        power = 10 ** (len(str(each)) - 1)
        each = next(step * power for step in steps if step * power > each)
    return each


def _is_too_many(stacks: Counter[Decimal], each: int) -> bool:
    heights = [-(-count // each) for count in stacks.values()]
    # One dot for each value is the least there can be.
    return max(heights, default=0) > 1 and (max(heights) > _HIGHEST or sum(heights) > _MOST)


def dot_chart(
    caption: Caption, targets: Sequence[Target], scale: Scale, legend: Callable[[str, int], str]
) -> DotChart:
    """`legend`: the words for a comparison and how many targets print it."""
    each = dots_each(targets)
    stacks = _stacks(targets, each)
    axis_y = _TOP + _PITCH * max(map(len, stacks), default=1) + _AXIS_GAP
    floor = axis_y - _AXIS_GAP - _PITCH // 2 + 1
    dots = tuple(
        DotView(
            shape=SHAPES[target.op],
            x=scale.axis.percent(target.value),
            y=str(floor - _PITCH * level),
            x_max="" if target.value_max is None else scale.axis.percent(target.value_max),
        )
        for stack in stacks
        for level, target in enumerate(stack)
    )
    counts = Counter(target.op for target in targets)
    shapes = [(op, counts[op]) for op in SHAPES if counts[op]]
    first = axis_y + _TICK + _LEGEND
    return DotChart(
        id=caption.id,
        title=caption.title,
        description=caption.description,
        height=str(first + _LEGEND * (len(shapes) - 1) + _LEGEND_BASE * 2),
        axis_y=str(axis_y),
        tick_y=str(axis_y + _TICK),
        ticks=_ticks(scale),
        dots=dots,
        counts=tuple(_counts(targets, {dot.x: dot.y for dot in dots}, scale.axis)),
        legend=tuple(
            ShapeView(
                SHAPES[op],
                legend(op, count),
                str(first + _LEGEND * row),
                str(first + _LEGEND * row + _LEGEND_BASE),
            )
            for row, (op, count) in enumerate(shapes)
        ),
        file_url=caption.file_url,
    )


def _counts(targets: Sequence[Target], tops: Mapping[str, str], axis: Axis) -> Iterator[CountView]:
    """`tops`: of the stacks, by their places. No count is so near to another stack that it would cover it."""
    counts = sorted(Counter(target.value for target in targets).items())
    places = [(value - axis.low) * 100 / (axis.high - axis.low) for value, _ in counts]
    gaps = [Decimal(100), *(right - left for left, right in pairwise(places)), Decimal(100)]
    for number, (value, count) in enumerate(counts):
        text, x = f"{count:,}", axis.percent(value)
        if count > 1 and min(gaps[number : number + 2]) >= len(text) * _SIGN_WIDTH:
            yield CountView(x, str(int(tops[x]) - _COUNT_GAP), text)


def _stacks(targets: Sequence[Target], each: int) -> list[list[Target]]:
    """By value, from the lowest; in a stack by comparison, `each` equal targets as one."""
    counts = Counter(targets)
    order = list(SHAPES)
    stacks: dict[Decimal, list[Target]] = {}
    for target in sorted(counts, key=lambda one: (one.value, order.index(one.op), one.value_max or 0)):
        stacks.setdefault(target.value, []).extend([target] * -(-counts[target] // each))
    return list(stacks.values())


def _ticks(scale: Scale) -> tuple[TickView, ...]:
    last = len(scale.labels) - 1
    return tuple(
        TickView(
            scale.axis.percent(value),
            label,
            "start" if number == 0 else "end" if number == last else "middle",
        )
        for number, (value, label) in enumerate(zip(scale.axis.ticks, scale.labels, strict=True))
    )
