"""How a page is described in lists of search results."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.descriptions import LONGEST, fit


def test_a_short_text_stays_and_stands_on_one_line():
    assert fit("预算数5.00万元，\n绩效指标6行。") == "预算数5.00万元， 绩效指标6行。"


def test_a_long_text_ends_after_a_whole_clause():
    text = "甲" * 100 + "，" + "乙" * 30 + "；" + "丙" * 100

    assert fit(text) == "甲" * 100 + "，" + "乙" * 30 + "…"


def test_a_long_clause_ends_between_words():
    text = "word " * 40

    assert fit(text) == ("word " * 30).strip() + "…"


@pytest.mark.parametrize("figure", ["1,354.25", "538.69"])
def test_a_figure_is_never_cut(figure):
    for before in range(LONGEST - 12, LONGEST + 2):
        text = "村" * before + figure + "万元" + "镇" * 20

        assert figure in fit(text) or not any(sign.isdigit() for sign in fit(text))


@given(st.text(max_size=400))
def test_nothing_is_longer_than_it_may_be(text):
    assert len(fit(text)) <= LONGEST
