"""Where the dots of targets stand, and how many there are."""

from decimal import Decimal

from generator.pages.charts.bars import Caption
from generator.pages.charts.dots import Scale, Target, dot_chart, dots_each, put_to_places
from generator.pages.charts.scale import make_axis

CAPTION = Caption("targets-1", "title", "description", "/targets-1.svg")


def chart(*targets: Target):
    axis = make_axis([target.value for target in targets], whole=Decimal(100))
    scale = Scale(axis, tuple(str(tick) for tick in axis.ticks))
    return dot_chart(CAPTION, targets, scale, lambda op, count: f"{op} {count}")


def at(op: str, value: int, value_max: int | None = None) -> Target:
    return Target(op, Decimal(value), None if value_max is None else Decimal(value_max))


def test_each_target_is_a_dot_of_the_shape_of_its_comparison():
    dots = chart(at(">=", 90), at("=", 50), at("<", 10)).dots

    assert [(dot.shape, dot.x) for dot in dots] == [("lt", "10"), ("eq", "50"), ("ge", "90")]


def test_equal_values_are_stacked():
    dots = chart(at(">=", 90), at(">=", 90), at("=", 90)).dots

    assert {dot.x for dot in dots} == {"90"}
    assert len({dot.y for dot in dots}) == 3


def test_all_stacks_stand_on_the_axis():
    drawn = chart(at("=", 10), at("=", 90), at("=", 90))

    lowest = {dot.x: max(int(other.y) for other in drawn.dots if other.x == dot.x) for dot in drawn.dots}
    assert len(set(lowest.values())) == 1
    assert max(lowest.values()) < int(drawn.axis_y)


def test_nothing_is_drawn_outside_the_chart():
    drawn = chart(*[at("=", 90)] * 20)

    assert min(int(dot.y) for dot in drawn.dots) >= 5
    assert int(drawn.legend[-1].text_y) < int(drawn.height)


def test_a_range_has_two_ends():
    [dot] = chart(at("=", 60, 80)).dots

    assert (dot.x, dot.x_max) == ("60", "80")


def test_the_legend_counts_targets_by_comparison():
    drawn = chart(at("=", 1), at(">=", 1), at(">=", 2))

    assert [line.label for line in drawn.legend] == ["= 1", ">= 2"]


def test_few_targets_are_a_dot_each():
    assert dots_each([at("=", 90)] * 24) == 1


def test_of_many_equal_targets_one_dot_stands_for_several():
    targets = [at(">=", 95)] * 1000

    assert dots_each(targets) == 50
    assert len(chart(*targets).dots) == 20


def test_few_values_stay_where_they_are():
    targets = [at("=", 5), at("=", 60, 80)]

    assert put_to_places(targets, make_axis([Decimal(80)])) == targets


def test_many_values_are_put_to_places_so_that_a_chart_stays_small():
    targets = [at("=", value) for value in range(5000)]

    placed = put_to_places(targets, make_axis([Decimal(5000)]))

    assert 100 < len({target.value for target in placed}) <= 201
    assert len(chart(*placed).dots) <= 600


def test_the_same_targets_in_another_order_give_the_same_chart():
    targets = [at("=", 5), at(">=", 5), at("=", 60, 80), at("=", 60)]

    assert chart(*targets) == chart(*reversed(targets))


def test_a_stack_says_how_many_targets_it_stands_for():
    drawn = chart(*[at(">=", 95)] * 22, at("=", 50))

    [count] = drawn.counts
    assert (count.x, count.text) == ("95", "22")
    assert 0 < int(count.y) < min(int(dot.y) for dot in drawn.dots)


def test_a_count_is_of_targets_where_a_dot_stands_for_several():
    assert [count.text for count in chart(*[at(">=", 95)] * 1000).counts] == ["1,000"]


def test_two_stacks_as_near_as_90_and_95_per_cent_have_both_their_counts():
    assert len(chart(*[at(">=", 90)] * 23, *[at(">=", 95)] * 39).counts) == 2


def test_a_count_that_would_cover_the_next_stack_is_left_out():
    assert chart(*[at(">=", 90)] * 23, *[at(">=", 92)] * 39).counts == ()
