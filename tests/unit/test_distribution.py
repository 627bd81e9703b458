"""Which targets of a family stand on one axis, and why the others do not."""

import pytest

from generator.analyse.catalogue import ListedRow
from generator.analyse.distribution import Apart, distribute
from generator.analyse.summary import FamilyRow
from generator.readings import read_target


def listed(target: str) -> ListedRow:
    row = FamilyRow("f", "i", 1, "名称", "output.quantity", target, read_target(target), "10", stays=False)
    return ListedRow(None, None, row)  # only the row is looked at


def axes(*targets: str) -> dict[str, list[str]]:
    parted = distribute(map(listed, targets))
    return {each.measure: [row.row.target for row, _ in each.targets] for each in parted.comparable}


def reasons(*targets: str) -> dict[Apart, list[str]]:
    return {
        reason: [row.row.target for row in rows]
        for reason, rows in distribute(map(listed, targets)).apart.items()
    }


def test_different_measures_never_share_an_axis():
    assert axes("≥95%", "10元/人/月", "90%", "500元/人/月", "3人", "≥5人") == {
        "ratio": ["≥95%", "90%"],
        "money:元/人/月": ["10元/人/月", "500元/人/月"],
        "count:persons": ["3人", "≥5人"],
    }


def test_a_rate_per_head_and_a_total_never_share_an_axis():
    assert set(axes("200元/人", "5万元", "300元/人", "6万元")) == {"money:元/人", "money:元"}


def test_a_level_and_its_change_never_share_an_axis():
    assert set(axes("95%", "90%", "较上年提高5%", "较上年提高10%")) == {"ratio", "change:ratio"}


def test_one_measure_printed_in_two_units_shares_an_axis():
    assert axes("5万元", "≤800元") == {"money:元": ["5万元", "≤800元"]}


def test_the_largest_measure_comes_first():
    assert list(axes("3人", "5人", "90%", "95%", "100%")) == ["ratio", "count:persons"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("逐步提高", Apart.WORDS),
        ("优", Apart.WORDS),
        ("≥100完成任务", Apart.NO_UNIT),
        ("≥100", Apart.NO_UNIT),
        ("2024年12月31日前完成", Apart.DATE),
        ("每季度末发放", Apart.FREQUENCY),
        ("书记500元/月，委员300元/月", Apart.SEVERAL),
        ("50元/10户", Apart.OTHER),
        ("", Apart.BLANK),
        ("95%", Apart.ALONE),
    ],
)
def test_what_stands_on_no_axis_has_a_reason(target, reason):
    assert reasons(target) == {reason: [target]}


def test_a_target_with_a_deadline_beside_its_number_is_comparable():
    assert axes("≥95%，2024年底前完成", "≥90%") == {"ratio": ["≥95%，2024年底前完成", "≥90%"]}


def test_nothing_is_lost():
    targets = ["95%", "90%", "优", "3人", "", "≥100完成任务"]

    parted = distribute(map(listed, targets))

    shown = sum(len(each.targets) for each in parted.comparable) + sum(map(len, parted.apart.values()))
    assert shown == len(targets)
