"""The number of a target against its category: limits and units (domain.md §3, I02–I04)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts
from generator.checks.finding import Hit, Outcome, Texts, sub_target_field
from generator.checks.row_notes import notes_on_rows
from generator.readings import Kind, Reading, find_readings
from generator.readings.units import UNITS
from generator.textual import squeeze

_WHOLE = Decimal(100)
_NAMES_THE_WHOLE = re.compile("100|１００|百分|[%％]")
_SHARE = re.compile("率|比例|比率|比重|满意度|占")
_CAN_EXCEED_THE_WHOLE = re.compile(
    "增长|增速|增幅|增加|提高|提升|完成率|完成进度|收益率|回报率|利用率|倍|产值"
)


def reaches_the_whole(facts: DisclosureFacts) -> Iterator[Hit]:
    yield from notes_on_rows(_is_floor_at_the_whole, "description")(facts)
    for entry in facts.printed.sub_targets:
        for text in entry.indicators:
            for target in _floors_at_the_whole(squeeze(text)):
                fact = replace(sub_target_field(entry, "indicators"), text=text)
                yield Hit(Outcome.NOTE, (fact,), values={"name": entry.name, "target": target})


def _floors_at_the_whole(prose: str) -> Iterator[str]:
    if not _NAMES_THE_WHOLE.search(prose):
        return
    for found in find_readings(prose):
        clause = re.split("[，。；,;]", prose[: found.start])[-1]
        if _is_floor(found.reading) and _is_share(clause):
            yield prose[found.start : found.end]


def _is_floor_at_the_whole(row: IndicatorFacts) -> bool:
    return _is_floor(row.reading) and _is_share(_words(row))


def _is_floor(reading: Reading) -> bool:
    """`≥100%` of something that is no change."""
    is_share = reading.kind is Kind.RATIO and reading.unit == "%" and reading.change is None
    return is_share and reading.value == _WHOLE and reading.op == ">=" and reading.op_printed


def _is_share(words: str) -> bool:
    return bool(_SHARE.search(words)) and not _CAN_EXCEED_THE_WHOLE.search(words)


_FEWER_IS_AIMED_AT = re.compile(
    "事故|伤亡|死亡|投诉|上访|信访|案件|发案|违|差错|失误|损失|火灾|火情|不合格|不达标|超标|污染|流失|损坏|返工|退回|隐患|"
    "更换|故障|中断|纠纷|矛盾|处罚|通报|缺勤|拖欠|逾期|滞留|空置|发病|感染|排放|能耗|消耗|用量|用水|用电|贫困|返贫|时间|"
    "时长|时限|天数|周期"
)
_MORE_IS_AIMED_AT = re.compile("节约|节省|节支|降低|下降|压减|控制|标准|投入|到位|拨付|筹|收入|收益")


_PRODUCED = re.compile("实施|建设|新建|修建|改造|安装|采购|购置|发放|开展|举办|完成|数量")


def is_unusual_limit(row: IndicatorFacts) -> bool:
    """An upper limit on a quantity, or a lower one on a cost. The form prints no direction of its own."""
    if not row.reading.op_printed or row.printed.direction:
        return False
    if row.level2_id == "output.quantity":
        return _is_ceiling_on_output(row)
    return row.level2_id.startswith("cost.") and _is_floor_under_cost(row)


def _is_ceiling_on_output(row: IndicatorFacts) -> bool:
    reading, words = row.reading, _words(row)
    is_ceiling = reading.op in {"<=", "<"} and reading.kind is Kind.QUANTITY and reading.unit is not None
    is_output = _PRODUCED.search(words) and not _FEWER_IS_AIMED_AT.search(words)
    return is_ceiling and bool(reading.value) and bool(is_output)


def _is_floor_under_cost(row: IndicatorFacts) -> bool:
    reading = row.reading
    words = squeeze(row.printed.name) if reading.kind is Kind.UNMEASURABLE else _words(row)
    is_number = reading.kind in {Kind.QUANTITY, Kind.MONEY, Kind.RATIO, Kind.UNMEASURABLE}
    return is_number and reading.op in {">=", ">"} and not _MORE_IS_AIMED_AT.search(words)


def _words(row: IndicatorFacts) -> str:
    return squeeze(f"{row.printed.name}{row.printed.description or ''}")


_COUNTED_IN_OUTPUT = re.compile("发放|补贴|补助|补缴|聘用|采购|购置|安装|演出|活动|指导|培训|巡查|检查|宣传")
_COUNTED_ELSEWHERE = re.compile(
    "受益|惠及|带动|覆盖|减少|增加|事故|案件|投诉|上访|参与|就业|奖|荣誉|示范|先进|合格|达标|差错|返工|"
    "受众|观看|知晓|游客|接待|服务|不"
)


def _is_unit_of_another_category(row: IndicatorFacts) -> bool:
    reading = row.reading
    if row.level2_id == "output.quantity":
        return reading.kind is Kind.RATIO and reading.unit == "%"
    if not (row.level2_id == "output.quality" or row.level2_id.startswith("outcome.")):
        return False
    unit = UNITS.get(reading.unit or "")
    is_count = (
        reading.kind is Kind.QUANTITY and unit is not None and unit.family.startswith(("count:", "times"))
    )
    words = _words(row)
    is_output = _COUNTED_IN_OUTPUT.search(words) and not _COUNTED_ELSEWHERE.search(words)
    return is_count and bool(reading.value) and reading.op not in {"<=", "<"} and bool(is_output)


_USUAL: dict[str, Texts] = {
    "output.quantity": (
        "是百分数；数量指标通常印个数",
        "a percentage; quantity indicators usually give a number",
    ),
    "output.quality": (
        "是个数；质量指标通常说做得怎样",
        "a number; quality indicators usually say how well something is done",
    ),
}
_USUAL_OUTCOME: Texts = (
    "是个数；效益指标通常说带来什么结果",
    "a number; outcome indicators usually say what comes of it",
)


def units_of_other_categories(facts: DisclosureFacts) -> Iterator[Hit]:
    """The sentence says what the value is, and what is usual in the category."""
    for hit in notes_on_rows(_is_unit_of_another_category)(facts):
        category = hit.row.level2_id if hit.row else ""
        yield replace(hit, values={**hit.values, "usual": _USUAL.get(category, _USUAL_OUTCOME)})
