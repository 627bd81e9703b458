"""Bars, each with its label above it and its value behind it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.pages.charts.scale import place
from generator.pages.charts.views import BarChart, BarView

VALUE_ROOM = 160
"""Pixels to the right of the longest bar, for its value: `1,264.78 万元 · 91.37%`. The style sheet has the same."""
_LONGEST = 100
"""Per cent of what is left of the width."""
_ROW = 42
_HEADING = 30
_LABEL_Y = 13
_BAR_Y = 20
_VALUE_Y = 31
_WIDEST_LABEL = 46.0
_WIDEST_NARROW = 20.0
"""In Chinese signs of 13 pixels: what fits beside the contents of a page, and a screen of 320."""
_NARROW = 0.56
"""The width of a Latin sign, of a Chinese one."""


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    amount: Decimal
    value: str
    """The amount as text, with its unit."""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a chart is called, for its file and for those who do not see it."""

    id: str
    title: str
    description: str
    file_url: str


def bar_chart(caption: Caption, bars: Sequence[Bar]) -> BarChart:
    """In the given order; amounts below zero do not occur among budgets."""
    most = max((bar.amount for bar in bars), default=Decimal(0)) or Decimal(1)
    views, top, heading = [], 0, ""
    for bar in bars:
        is_new = bar.heading != heading
        heading, heading_y = bar.heading, str(top + _LABEL_Y) if is_new else ""
        top += _HEADING if is_new else 0
        label, narrow = shorten(bar.label, _WIDEST_LABEL), shorten(bar.label, _WIDEST_NARROW)
        views.append(
            BarView(
                heading=bar.heading if is_new else "",
                heading_y=heading_y,
                label=label,
                narrow="" if narrow == label else narrow,
                label_y=str(top + _LABEL_Y),
                y=str(top + _BAR_Y),
                width=place(bar.amount * _LONGEST / most),
                value=bar.value,
                value_y=str(top + _VALUE_Y),
            )
        )
        top += _ROW
    return BarChart(caption.id, caption.title, caption.description, str(top), tuple(views), caption.file_url)


def shorten(label: str, widest: float) -> str:
    """The beginning of a label that is too long for one line; the table beneath has all of it."""
    if _width(label) <= widest:
        return label
    kept, width = "", 1.0
    for sign in label:
        width += _width(sign)
        if width > widest:
            break
        kept += sign
    return f"{kept.rstrip()}…"


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else _NARROW for sign in text)
