"""The dot plot of one measure: its axis in the measure's unit, a dot for each printed target."""

from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.distribution import Comparable
from generator.checks.amounts_text import grouped
from generator.pages.across.surroundings import Surroundings
from generator.pages.charts.bars import Caption
from generator.pages.charts.dots import Scale, Target, dot_chart, dots_each, put_to_places
from generator.pages.charts.files import chart_url
from generator.pages.charts.scale import Axis, make_axis
from generator.pages.charts.views import DotChart
from generator.pages.figures import set_count
from generator.readings.family_words import family_in_words, family_unit
from generator.readings.wording import OPERATORS

_SIGNS = {">=": "≥", "<=": "≤"}
_WHOLE = {"ratio": Decimal(100)}
_WAN_FROM = Decimal(100_000)
"""元 from here on are written in 万 on Chinese pages."""
_WAN = Decimal(10_000)
_LONGEST_LABELS = 24
"""Signs of all ticks together that a screen of 320 has room for."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the targets are of, and where the chart stands."""

    name: str
    address: str
    chart: str
    """Its name on the page."""


def distribution_chart(around: Surroundings, subject: Subject, comparable: Comparable) -> DotChart:
    t = around.t
    targets = [Target(each.op, each.value, each.value_max) for _, each in comparable.targets]
    scale = _scale(around, targets, comparable.measure)
    placed = put_to_places(targets, scale.axis)
    stacked = t.py_dots_equal if placed == targets else t.py_dots_near
    measure = family_in_words(comparable.measure, t.reading_language)
    caption = Caption(
        id=subject.chart,
        title=t.format("py_dots_title", name=subject.name, measure=measure),
        description=_description(around, comparable, dots_each(placed)) + stacked,
        file_url=chart_url(around.renderer, subject.address, subject.chart),
    )
    return dot_chart(
        caption,
        placed,
        scale,
        lambda op, count: t.format(
            "py_dots_legend",
            sign=_SIGNS.get(op, op),
            words=OPERATORS[op][t.reading_language],
            count=set_count(count),
        ),
    )


def _description(around: Surroundings, comparable: Comparable, each: int) -> str:
    t, count = around.t, len(comparable.targets)
    townships = len({listed.disclosure.township.id for listed, _ in comparable.targets})
    what = t.py_dots_each if each == 1 else t.format("py_dots_several", each=each)
    return what + t.format("py_dots_description", count=set_count(count), townships=set_count(townships))


def _scale(around: Surroundings, targets: list[Target], measure: str) -> Scale:
    """The heading of the chart names the unit; its ticks are numbers, of large sums in 万."""
    values = [end for target in targets for end in (target.value, target.value_max) if end is not None]
    axis = make_axis(values, whole=_WHOLE.get(measure))
    unit = family_unit(measure)
    is_in_wan = around.t.is_chinese and unit.startswith("元") and axis.high >= _WAN_FROM
    labels = [f"{grouped(tick / _WAN)}万" if is_in_wan and tick else grouped(tick) for tick in axis.ticks]
    if sum(map(len, labels)) > _LONGEST_LABELS:
        axis = Axis(axis.low, axis.high, (axis.low, axis.high))
        labels = [labels[0], labels[-1]]
    if unit == "%":
        labels[-1] += unit
    return Scale(axis, tuple(labels))
