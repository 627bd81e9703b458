"""Measures in words, for the headings of charts."""

import pytest

from generator.readings.family_words import family_in_words, family_unit
from generator.readings.units import UNITS


@pytest.mark.parametrize(
    ("family", "zh", "en"),
    [
        ("ratio", "比例（%）", "share (%)"),
        ("change:ratio", "比例的变化（%）", "change of share (%)"),
        ("money:元", "金额（元）", "amount (yuan)"),
        ("money:元/人/月", "金额（元/人/月）", "amount (yuan per person per month)"),
        ("count:persons", "数量（人）", "number (people)"),
        ("count:places", "数量（个、处、座）", "number"),
        ("length:metre", "长度（米）", "length (metres)"),
        ("times/年", "次数（次/年）", "number of times (times per year)"),
        ("count:毫克/升/日", "数量（毫克/升/日）", "number (毫克/升 per day)"),
    ],
)
def test_a_measure_is_said_in_both_languages(family, zh, en):
    assert (family_in_words(family, "zh"), family_in_words(family, "en")) == (zh, en)


def test_every_measure_has_words_and_a_unit():
    families = {unit.family for unit in UNITS.values()} - {"money"}

    assert all(family_in_words(family, "zh") and family_unit(family) for family in families)
