"""The words of an indicator's name against its category and its value (domain.md §3, X09)."""

import re

from generator.analyse.disclosure import IndicatorFacts
from generator.readings import Kind
from generator.textual import squeeze

_NOT_OF_TIME = frozenset({"output.quantity", "output.quality", "cost.economic"})
_IN_TIME = re.compile("及时|按时|准时|按期")
_OF_QUALITY = re.compile("足额|准确|合格|达标|精准")
_TIME = re.compile("及时|时间|按时|准时|按期|时限|时效|期限|进度|速度|限期|周期|工期|日期|[年月日季天]")
_SHARE = re.compile(r"(?:率|比例|比重|百分比)(?:[（(][^（()）]*[）)])?$")
_NOT_A_SHARE = re.compile("(?:频|功|效|速|利|汇|税|费|倍|概)率")
_NUMBER = re.compile("(?:人数|个数|次数|户数|数量|面积|长度)$")


def is_named_for_another_kind(row: IndicatorFacts) -> bool:
    return _is_under_another_category(row) or _has_another_value(row)


def _is_under_another_category(row: IndicatorFacts) -> bool:
    name = squeeze(row.printed.name)
    if row.level2_id in _NOT_OF_TIME:
        return bool(_IN_TIME.search(name)) and not _OF_QUALITY.search(name)
    return row.level2_id == "output.timeliness" and bool(_OF_QUALITY.search(name)) and not _TIME.search(name)


def _has_another_value(row: IndicatorFacts) -> bool:
    """A share with an amount or a count for its value, or a number with a share."""
    name = squeeze(row.printed.name)
    reading = row.reading
    if _SHARE.search(name) and not _NOT_A_SHARE.search(name):
        return bool(reading.value) and (reading.kind is Kind.MONEY or _is_count(row))
    return bool(_NUMBER.search(name)) and reading.kind is Kind.RATIO and reading.unit == "%"


def _is_count(row: IndicatorFacts) -> bool:
    return row.reading.kind is Kind.QUANTITY and row.reading.unit in {
        "人",
        "名",
        "个",
        "户",
        "村",
        "次",
        "平方米",
        "米",
        "亩",
    }
