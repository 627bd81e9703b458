import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.search.tokens import SEPARATOR, name_value, tokenise

CASES = yaml.safe_load((Path(__file__).parent / "tokens.yaml").read_text(encoding="utf-8"))
PRINTED = st.text(st.characters(codec="utf-8") | st.sampled_from("党组织13人≥%.、,（） \u3000"), max_size=60)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case_file(case):
    tokens = tokenise(case["text"])

    assert " ".join(tokens) == case["tokens"]


@given(PRINTED, st.data())
def test_every_part_of_a_text_is_a_phrase_of_its_tokens(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    part = tokenise(text[start:end])

    assert f" {' '.join(part)} " in f" {' '.join(tokenise(text))} " or not part


@given(PRINTED)
def test_tokens_hold_nothing_that_pagefind_would_split_drop_or_change(text):
    tokens = tokenise(text)

    assert all(token.isalnum() and token == token.lower() for token in tokens)
    assert all(len(token) == 1 or (token.isascii() and token.isalpha()) for token in tokens)


@given(PRINTED)
def test_no_text_holds_the_separator(text):
    assert SEPARATOR not in tokenise(text)


def test_token_of_a_value_is_one_word_that_no_text_holds():
    token = name_value("township", "130324-shuangwang")

    assert re.fullmatch("y[a-p]+", token)
    assert token not in tokenise(token)


def test_different_values_have_different_tokens():
    pairs = [("year", "2024"), ("year", "2021"), ("county", "2024"), ("theme", "a"), ("theme", "aa")]

    assert len({name_value(*pair) for pair in pairs}) == len(pairs)
