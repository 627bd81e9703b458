"""What the templates of charts receive: every place and every text ready."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarView:
    heading: str
    """Above this bar, where a new group begins: a year. Empty elsewhere."""
    heading_y: str
    label: str
    narrow: str
    """The label on a narrow screen, where that has no room for all of it; empty elsewhere."""
    label_y: str
    y: str
    width: str
    """Per cent of the longest bar."""
    value: str
    value_y: str


@dataclass(frozen=True, slots=True)
class BarChart:
    id: str
    """Of the chart on its page, and the name of its file."""
    title: str
    description: str
    height: str
    bars: tuple[BarView, ...]
    file_url: str
    kind: str = "bars"


@dataclass(frozen=True, slots=True)
class TickView:
    x: str
    label: str
    anchor: str
    """`start`, `middle` or `end`: the outer ones stay inside the chart."""


@dataclass(frozen=True, slots=True)
class DotView:
    shape: str
    """Of its comparison: `eq` `ge` `gt` `le` `lt`."""
    x: str
    y: str
    x_max: str
    """The other end of a range; empty for a single value."""


@dataclass(frozen=True, slots=True)
class CountView:
    """How many targets a stack stands for, above it."""

    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True)
class ShapeView:
    """A line of the legend."""

    shape: str
    label: str
    y: str
    text_y: str


@dataclass(frozen=True, slots=True)
class DotChart:
    id: str
    title: str
    description: str
    height: str
    axis_y: str
    tick_y: str
    ticks: tuple[TickView, ...]
    dots: tuple[DotView, ...]
    counts: tuple[CountView, ...]
    """Of stacks of several targets that have room for it."""
    legend: tuple[ShapeView, ...]
    file_url: str
    kind: str = "dots"


Chart = BarChart | DotChart


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A chart that stands alone, with its heading and where it is from."""

    chart: Chart
    width: str
    """Of the marks: bars leave room for their values."""
    height: str
    source_y: str
    address: str
