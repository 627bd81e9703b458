"""Sums and shares: exact, and unknown where nothing is printed."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.amounts import plain, plan_shares, to_decimal, to_wan, trimmed, wan_to_yuan
from generator.model.disclosure import Budget, Plan

CASES = yaml.safe_load((Path(__file__).parent / "plan_shares.yaml").read_text(encoding="utf-8"))
AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=4)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_plan_as_shares_of_the_budget(case):
    plan = Plan(**dict(zip(("mar", "jun", "oct", "dec"), case["plan"], strict=True)))

    shares = plan_shares(plan, case["unit"], Budget(total=case["budget"]))

    assert [plain(share) for share in shares] == case["shares"]


def test_no_plan_gives_four_unknown_points():
    assert plan_shares(None, None, None) == (None, None, None, None)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2.50", "2.50"),
        ("1,354.00", "1354.00"),
        ("1，354", "1354"),
        ("-3", "-3"),
        ("25%", "25"),
        ("２５％", "25"),
    ],
)
def test_a_printed_sum_keeps_its_decimals(printed, value):
    assert plain(to_decimal(printed)) == value


@pytest.mark.parametrize("printed", [None, ""])
def test_what_is_not_printed_is_unknown(printed):
    assert to_decimal(printed) is None
    assert to_wan(printed, "元") is None
    assert plain(to_wan(printed, "万元")) == ""


def test_yuan_are_brought_to_wan_exactly():
    assert plain(to_wan("270,800.01", "元")) == "27.080001"
    assert plain(to_wan("27.08", "万元")) == "27.08"


@given(AMOUNTS)
def test_wan_and_back_is_the_same_sum(amount):
    assert wan_to_yuan(to_wan(plain(amount), "元")) == amount


@pytest.mark.parametrize(
    ("value", "text"),
    [("25.00", "25"), ("0.50", "0.5"), ("100", "100"), ("0", "0"), ("1E+3", "1000"), ("0E-7", "0")],
)
def test_zeros_at_the_end_of_a_fraction_can_be_left_out(value, text):
    assert trimmed(Decimal(value)) == text
