"""What the case files do not show: records, notes, measures, canonical forms, last days, hostile text."""

import time
from datetime import date
from decimal import Decimal

import pytest

from generator.readings import (
    Kind,
    Measure,
    Note,
    Quality,
    base_unit,
    canonical,
    find_readings,
    last_day,
    measure,
    read_target,
    to_record,
)
from generator.readings.wording import KINDS, NOTES, QUALITIES


def test_a_record_has_the_published_fields_first_and_numbers_as_text():
    record = to_record(read_target("5 万/村"))

    assert list(record.items())[:10] == [
        ("raw", "5 万/村"),
        ("kind", "money"),
        ("op", "="),
        ("op_printed", False),
        ("value", "5"),
        ("value_max", None),
        ("unit", "万元"),
        ("per", ["村"]),
        ("deadline", None),
        ("notes", ["operator_absent", "currency_implied"]),
    ]


@pytest.mark.parametrize(
    ("raw", "notes"),
    [
        ("100", {Note.OPERATOR_ABSENT, Note.UNIT_ABSENT}),
        ("=100%", set()),
        ("≥100完成任务", {Note.UNIT_ABSENT, Note.TAIL_KEPT}),
        ("满意度≥95%", {Note.SUBJECT_KEPT}),
        ("不少于四次", {Note.NUMERAL_CONVERTED}),
        ("≥3次，≥5人", {Note.SEVERAL_CLAUSES}),
        ("12月底前", {Note.YEAR_ABSENT}),
    ],
)
def test_notes_name_what_was_inferred(raw, notes):
    assert set(read_target(raw).notes) == notes


@pytest.mark.parametrize(
    ("raw", "family", "value"),
    [
        ("≥95%", "ratio", "95"),
        ("5‰", "ratio", "0.5"),
        ("九成", "ratio", "90"),
        ("四分之三", "ratio", "75"),
        ("5个百分点", "percentage points", "5"),
        ("较上年提高5%", "change:ratio", "5"),
        ("1.5万元", "money:元", "15000"),
        ("1.5亿元", "money:元", "150000000"),
        ("10元/人/月", "money:元/人/月", "10"),
        ("5元/月·人", "money:元/人/月", "5"),
        ("5万/村", "money:元/村", "50000"),
        ("120元/人/年", "money:元/人/年", "120"),
        ("3名", "count:persons", "3"),
        ("3万人", "count:persons", "30000"),
        ("3人次", "count:person-times", "3"),
        ("2座", "count:places", "2"),
        ("2次/年", "times/年", "2"),
        ("1.5公里", "length:metre", "1500"),
        ("100延长米", "length:metre", "100"),
        ("2公顷", "area:square metre", "20000"),
        ("2亩", "area:mu", "2"),
        ("2吨", "mass:kilogram", "2000"),
        ("2周", "time:day", "14"),
        ("12个月", "time:month", "12"),
        ("1年", "time:year", "1"),
        ("5个工作日", "time:working day", "5"),
        ("15盏", "count:盏", "15"),
    ],
)
def test_a_value_has_a_measure(raw, family, value):
    found = measure(read_target(raw))

    assert found is not None
    assert (found.family, found.value) == (family, Decimal(value))


@pytest.mark.parametrize(
    ("raw", "unit"),
    [
        ("九成", "%"),
        ("较上年提高5%", "%"),
        ("5万/村", "元/村"),
        ("10元/月·人", "元/人/月"),
        ("2座", "个"),
        ("2次/年", "次/年"),
        ("20毫克/升", "毫克/升"),
        ("1.5公里", "米"),
    ],
)
def test_a_measure_is_counted_in_its_base_unit(raw, unit):
    found = measure(read_target(raw))

    assert found is not None
    assert base_unit(found.family) == unit


@pytest.mark.parametrize(
    "raw", ["优", "100", "≥100完成任务", "2024年底前", "每月", "三分之二", "1:1", "每10户1人", "", "零事故"]
)
def test_what_cannot_be_compared_has_no_measure(raw):
    assert measure(read_target(raw)) is None


def test_both_ends_of_a_range_are_measured():
    assert measure(read_target("5-10万元")) == Measure("money:元", "=", Decimal(50000), Decimal(100000))


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("不低于 95 ％", ">=95%"),
        ("100%", "=100%"),
        ("每人每月10元", "=10元/人/月"),
        ("5 万/村", "=5万元/村"),
        ("60％至80％", "=60~80%"),
        ("满意度达到百分之九十五以上", "满意度>=95%"),
        ("≥100完成任务", ">=100完成任务"),
        ("2024年底完成", "2024年底完成"),
        ("优", "优"),
        ("——", ""),
    ],
)
def test_the_canonical_form(raw, printed):
    assert canonical(read_target(raw)) == printed


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        ("2023-11", date(2023, 11, 30)),
        ("2024-12-31", date(2024, 12, 31)),
        ("2024", date(2024, 12, 31)),
        ("2024-Q1", date(2024, 3, 31)),
        ("Q4", date(2025, 12, 31)),
        ("12-31", date(2025, 12, 31)),
        ("02", date(2025, 2, 28)),
    ],
)
def test_a_deadline_has_a_last_day_in_the_year_of_the_plan(deadline, day):
    assert last_day(deadline, 2025) == day


def test_the_words_of_a_time_are_kept():
    assert read_target("每季度末发放").timing == "每季度末"
    assert read_target("冬季取暖期").timing == "冬季取暖期"


def test_a_very_long_text_is_kept_and_not_read():
    reading = read_target("满意度95%" * 1000)

    assert (reading.kind, reading.quality, reading.notes) == (
        Kind.QUALITATIVE,
        Quality.TEXT,
        (Note.TOO_LONG,),
    )


HOSTILE = (
    "1",
    "1人",
    "每人",
    "一",
    "1/人",
    "≥",
    "1-",
    "零安全",
    "按",
    "全县",
    "1,",
    "百分之",
    "1月",
    "(",
    "1O",
    "预算",
    "2024年",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_bounded_time(piece):
    text = (piece * 10_000)[:10_000]
    start = time.perf_counter()

    read_target(text)
    read_target(text[:999])
    find_readings(text)

    assert time.perf_counter() - start < 5


def test_a_hundred_thousand_signs_are_searched_in_bounded_time():
    start = time.perf_counter()

    find_readings("每人1次、" * 20_000)

    assert time.perf_counter() - start < 20


def test_everything_a_reading_says_has_words():
    assert set(NOTES) == set(Note)
    assert set(KINDS) == set(Kind)
    assert set(QUALITIES) == set(Quality)
