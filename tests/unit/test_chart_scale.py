"""The axes of charts: from zero to a round number."""

from decimal import Decimal

import pytest

from generator.pages.charts.scale import make_axis


def ticks(*values: str, whole: int | None = None) -> list[float]:
    axis = make_axis([Decimal(value) for value in values], whole=None if whole is None else Decimal(whole))
    return [float(tick) for tick in axis.ticks]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["3"], "0 1 2 3"),
        (["0"], "0 .25 .5 .75 1"),
        (["45", "40"], "0 20 40 60"),
        (["95", "100"], "0 25 50 75 100"),
        (["217"], "0 100 200 300"),
        (["5386900"], "0 2000000 4000000 6000000"),
        (["0.8", "2.42"], "0 1 2 3"),
        (["-5", "10"], "-5 0 5 10"),
    ],
)
def test_an_axis_has_its_true_zero_and_round_ticks(values, expected):
    assert ticks(*values) == [float(tick) for tick in expected.split()]


def test_an_axis_of_shares_is_shown_to_its_end():
    assert ticks("10", whole=100) == [0, 25, 50, 75, 100]


def test_a_share_above_the_whole_lengthens_the_axis():
    assert ticks("120", whole=100)[-1] == 150


def test_a_value_lies_where_its_part_of_the_axis_ends():
    assert make_axis([Decimal(40)]).percent(Decimal(15)) == "37.5"
