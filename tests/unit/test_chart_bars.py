"""Where bars and their labels stand."""

from decimal import Decimal
from itertools import pairwise

from generator.pages.charts.bars import Bar, Caption, bar_chart, shorten

CAPTION = Caption("budget", "title", "description", "/budget.svg")


def bar(amount: str, heading: str = "") -> Bar:
    return Bar("双望镇", Decimal(amount), f"{amount} 万元", heading)


def test_the_longest_bar_has_the_width_and_the_others_are_in_proportion():
    chart = bar_chart(CAPTION, [bar("40"), bar("10"), bar("0")])

    assert [view.width for view in chart.bars] == ["100", "25", "0"]


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


LONG = "冀财行【2020】146号关于提前下达2021年中央补助基层工作经费预算的通知（第二批，含以前年度结转部分，由各村分别使用）"


def labelled(label: str):
    return bar_chart(CAPTION, [Bar(label, Decimal(1), "1 万元")]).bars[0]


def test_a_label_that_fits_stays_whole_at_every_width():
    view = labelled("双望镇 · 村党组织活动经费")

    assert (view.label, view.narrow) == ("双望镇 · 村党组织活动经费", "")


def test_a_label_is_cut_only_on_a_screen_that_has_no_room_for_it():
    view = labelled(LONG[:40])

    assert view.label == LONG[:40]
    assert view.narrow.endswith("…")
    assert len(view.narrow) < 30


def test_a_label_too_long_for_any_screen_is_cut_with_a_sign():
    assert labelled(LONG).label.endswith("…")


def test_a_label_is_cut_by_its_width_not_by_its_signs():
    assert len(shorten("a" * 60, 20)) > len(shorten("中" * 60, 20))
