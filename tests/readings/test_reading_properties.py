"""What holds for any text, and for any value put together from the words of the grammar."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from generator.readings import Kind, canonical, find_readings, measure, read_target, to_record
from generator.readings.canonical import essence

WORDS = """
≥ ≤ > < = 不低于 不超过 至少 达到 控制在 约 以上 以内 左右 100 95.5 3 0 1,200 2024 三 十二 百分之九十五 半 两 万 亿 % ‰ 元 万元 人 次 个 年 月 日
个月 季度 平方米 / · 每 人均 每人每月 底 前 内 至 - ~ ， 、 ； 。 ( ) 第 号 完成 任务 较上年 提高 零事故 优 按 分 一次性 冬季取暖期 满意度 无 起 12月
"""
PIECES = st.sampled_from(WORDS.split())
PHRASES = st.lists(PIECES, max_size=8).map("".join)
TEXTS = (
    PHRASES
    | st.text(max_size=60)
    | st.text(st.sampled_from(list("≥≤0123456789.%万元人月年日/每百分之十一二三底前至-~，")), max_size=20)
)
BLANKS = st.lists(st.sampled_from(["", "", " ", "\u3000", "\n", "\u00a0"]), min_size=60, max_size=60)
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if chr(code) not in "-~"}
COMPARATORS = st.sampled_from(["≥", "≤", ">", "<", "="])
NUMBERS = st.decimals(min_value=0, max_value=10**6, places=2) | st.integers(0, 10**6)
UNITS = st.sampled_from(["%", "人", "个", "次", "元", "万元", "平方米", "元/人/月", "次/年", "人次", "户"])


@given(TEXTS, st.text(max_size=5) | COMPARATORS, st.text(max_size=5) | UNITS)
def test_any_text_has_a_reading(raw, operator, unit):
    reading = read_target(raw, operator=operator, unit=unit)

    assert reading.raw == raw
    assert list(to_record(reading))[:9] == [
        "raw",
        "kind",
        "op",
        "op_printed",
        "value",
        "value_max",
        "unit",
        "per",
        "deadline",
    ]
    assert reading.value_max is None or reading.value_max >= reading.value
    assert (reading.value is None) == (
        reading.kind not in {Kind.QUANTITY, Kind.RATIO, Kind.MONEY, Kind.UNMEASURABLE}
    )


@given(TEXTS)
@example("1人" * 30)
@example("?()")
@example("分半年")
def test_the_canonical_form_reads_the_same(raw):
    reading = read_target(raw)

    assert essence(read_target(canonical(reading))) == essence(reading)


@given(TEXTS)
def test_the_canonical_form_is_its_own_canonical_form(raw):
    printed = canonical(read_target(raw))

    assert canonical(read_target(printed)) == printed


@given(PHRASES, BLANKS)
def test_blanks_between_the_signs_change_nothing(raw, blanks):
    spaced = "".join(sign + blank for sign, blank in zip(raw, blanks, strict=False)) + raw[len(blanks) :]

    assert essence(read_target(spaced)) == essence(read_target(raw))


@given(PHRASES)
def test_full_width_forms_change_nothing(raw):
    assert essence(read_target(raw.translate(FULL_WIDTH))) == essence(read_target(raw))


@given(NUMBERS, COMPARATORS, UNITS)
def test_columns_read_as_if_printed_together(number, operator, unit):
    in_columns = read_target(str(number), operator=operator, unit=unit)
    together = read_target(f"{operator}{number}{unit}")

    assert replace(in_columns, raw="") == replace(together, raw="")


@given(st.lists(TEXTS, max_size=4).map("。".join))
def test_what_is_found_in_prose_stands_where_it_says(text):
    found = find_readings(text)

    assert all(text[each.start : each.end] == each.reading.raw for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(TEXTS)
def test_a_measure_has_an_exact_value_and_a_family(raw):
    found = measure(read_target(raw))

    assert found is None or (isinstance(found.value, Decimal) and found.family)
