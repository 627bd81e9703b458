"""Printed cells: what is removed and what stays."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.textual import clean_cell, fill, has_blanks, squeeze

CASES = yaml.safe_load((Path(__file__).parent / "cells.yaml").read_text(encoding="utf-8"))
TEXTS = st.text(st.sampled_from(list("武装。（%a1- \t\n\r\u00a0\u3000\u200b\ufeff\x00")))


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_cell_is_cleaned(case):
    assert clean_cell(case["printed"]) == case["cell"]


@given(st.text() | TEXTS)
def test_cleaning_twice_changes_nothing_more(text):
    cleaned = clean_cell(text)

    assert clean_cell(cleaned) == cleaned


@given(st.text() | TEXTS)
def test_cleaning_removes_nothing_but_blanks(text):
    assert squeeze(clean_cell(text)) == squeeze(text)


@given(TEXTS)
def test_what_has_no_blanks_is_clean(text):
    assert has_blanks(text) or clean_cell(text) == text


@pytest.mark.parametrize("text", ["一级 指标 ", "一级\u3000指标", "\ufeff一级\n指标"])
def test_squeezing_removes_every_blank(text):
    assert squeeze(text) == "一级指标"


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(1, "1 page, of 2024"), (2, "2 pages, of 2024"), ("1,000", "1,000 pages, of 2024")],
)
def test_a_number_brings_its_noun_with_it(count, sentence):
    assert fill("{count:page|pages}, of {year}", {"count": count, "year": 2024}) == sentence
