"""Where bars and their labels stand."""

from decimal import Decimal
from itertools import pairwise

from generator.pages.charts.bars import Bar, Caption, bar_chart, shorten

CAPTION = Caption("budget", "title", "description", "/budget.svg")


def bar(amount: str, heading: str = "") -> Bar:
    return Bar("双望镇", Decimal(amount), f"{amount} 万元", heading)


def test_the_longest_bar_leaves_room_for_its_value_and_the_others_are_in_proportion():
    chart = bar_chart(CAPTION, [bar("40"), bar("10"), bar("0")])

    assert [view.width for view in chart.bars] == ["46", "11.5", "0"]


def test_bars_keep_the_given_order_and_do_not_touch():
    chart = bar_chart(CAPTION, [bar("1"), bar("3"), bar("2")])

    tops = [int(view.y) for view in chart.bars]
    assert tops == sorted(tops)
    assert {later - earlier for earlier, later in pairwise(tops)} == {42}
    assert int(chart.height) > tops[-1] + 12


def test_a_heading_stands_once_above_its_group():
    chart = bar_chart(CAPTION, [bar("1", "2021"), bar("2", "2021"), bar("3", "2024")])

    assert [view.heading for view in chart.bars] == ["2021", "", "2024"]
    assert int(chart.bars[2].heading_y) < int(chart.bars[2].label_y)


def test_a_chart_of_nothing_but_zeros_has_no_length():
    assert bar_chart(CAPTION, [bar("0")]).bars[0].width == "0"


def test_a_label_that_fits_stays_whole():
    assert shorten("双望镇 · 村党组织活动经费") == "双望镇 · 村党组织活动经费"


def test_a_long_label_is_cut_with_a_sign():
    label = shorten("冀财行【2020】146号关于提前下达2021年中央补助基层工作经费")

    assert label.endswith("…")
    assert len(label) < 30
