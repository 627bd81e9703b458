"""The record is neutral: the checks state printed facts in plain words, in both languages."""

import re
from dataclasses import fields

import pytest

from generator.checks.catalogue import CHECKS
from generator.checks.texts import Both, check_texts

JUDGING = re.compile(
    "错误|有误|违规|违法|违反|造假|虚假|虚报|敷衍|可疑|嫌疑|不合理|不合格|不规范|不当|不实|问题|漏洞|马虎|抄袭|照抄|"
    "应付|浪费|随意|滥|失职|异常|糟|差劲|"
    r"\b(?:wrong|error|errors|false|fake|fraud|lazy|sloppy|suspicious|suspect|abuse|waste|illegal|violat\w*|bad|poor|"
    r"careless|copied from|cheat\w*|mistake\w*|fault\w*|anomal\w*|irregular\w*|improper\w*|scandal)\b",
    re.IGNORECASE,
)
_SIGN = "[\u4e00-\u9fff，。；：“”（）、]"
FOLDED = re.compile(f"{_SIGN} {_SIGN}")
"""What a line break in a folded YAML text leaves behind."""
_PLACEHOLDER = re.compile(r"\{(\w+)[:}]")


def _texts(check):
    texts = check_texts()[check.id]
    return [value for each in fields(texts) if isinstance(value := getattr(texts, each.name), Both)]


def test_every_check_is_described_and_every_description_has_its_check():
    assert set(check_texts()) == {check.id for check in CHECKS}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_no_check_judges(check):
    words = [text for both in _texts(check) for text in (both.zh, both.en)]

    assert [text for text in words if JUDGING.search(text)] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_both_languages_say_the_same_values(check):
    for both in _texts(check):
        assert set(_PLACEHOLDER.findall(both.zh)) == set(_PLACEHOLDER.findall(both.en))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_chinese_is_set_without_blanks_between_characters(check):
    assert [both.zh for both in _texts(check) if FOLDED.search(both.zh)] == []
