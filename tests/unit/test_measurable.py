"""Which targets count as measurable: `measurable_count` of a project rests on it."""

import pytest

from generator.analyse.disclosure import is_measurable
from generator.readings import read_target


@pytest.mark.parametrize(
    "target",
    [
        "3人",
        "≥95%",
        "10元/人/月",
        "2024年12月31日前完成",
        "第四季度",
        "每两月",
        "分两次发放",
        "较上年提高5%",
        "优，≥3次",
    ],
)
def test_a_number_a_date_or_how_often_can_be_held_against_a_result(target):
    assert is_measurable(read_target(target))


@pytest.mark.parametrize(
    "target", ["", "————", "≥100完成任务", "优", "及时拨付", "冬季取暖期", "不低于合同约定标准", "较上年提高"]
)
def test_words_and_numbers_of_a_phrase_cannot(target):
    assert not is_measurable(read_target(target))
