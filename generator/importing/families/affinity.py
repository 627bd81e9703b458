"""How well a token fits a column, from what it says: a sign is no name, a category no value, a word no weight."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.importing.families.words import Level, is_spine, levels_of
from generator.importing.numbering import is_placeholder
from generator.textual import squeeze

IMPOSSIBLE = -8.0
_SIGN = re.compile(
    r"[≥≤≧≦⩾⩽＞＜＝═><=≈±]|[><＞＜]=|[＞＜]＝|=[><]|定性|定量|大于等于|小于等于|大于|小于|等于|不低于|不少于|不高于|不超过"
)
_NUMBER = re.compile(r"-?\d[\d,，]*(?:\.\d+)?")
_PERCENT = re.compile(r"-?\d[\d,，]*(?:\.\d+)?[%％]")
_MONEY = re.compile(r"-?\d[\d,，]*(?:\.\d+)?(?:万元|元)?")
_QUANTITY = re.compile(
    r"(?:[≥≤≧≦⩾⩽＞＜＝═><=约]+|不低于|不少于|不高于|不超过|大于等于|小于等于|大于|小于|等于)?-?\d[\d,，.]*"
    r"(?:[-~～至—]\d[\d,，.]*)?[%％\u4e00-\u9fff/／a-zA-Z²³㎡]{0,12}"
)
_UNIT_WORDS = (
    "%|％|百分比|百分点|‰|个|人|人次|人/次|人/年|次|次/年|场|场次|户|村|处|件|项|批|期|份|册|篇|条|台|辆|套|张|块|座|盏|株|棵|头|只|吨"
    "|公斤|千克|升|亩|公顷|平方米|平方|平方公里|立方米|米|延长米|公里|千米|㎡|m²|天|日|月|年|小时|分钟|季度|元|万元|亿元|元/人|元/年"
    "|元/月|元/平方米|万元/年|元/亩|元/次|级|分|度|家|所|名|对|片|本|组|类|种|率|口|桶|支|幅|眼|栋|间|宗|起|例|车|袋|箱|桩|节|班|届"
)
UNIT = rf"[万千百亿]?(?:{_UNIT_WORDS})(?:[/／](?:{_UNIT_WORDS}))*"
"""The pattern of a unit."""
_UNIT = re.compile(UNIT)
_DIRECTION = re.compile(r"(?:正向|反向|逆向|负向|正|反)(?:指标)?|(?:定量|定性)指标")
_UNIT_NAME = re.compile(
    r"合计|总计|小计|\d{3,}\s*[-－—]?.*[\u4e00-\u9fff].*|.*(?:政府|办事处|中心|部门|本级|单位|街道|委员会|服务站|执法队|局|所|办公室)"
)
_MEASURES = (
    *(
        "率",
        "数",
        "数量",
        "量",
        "度",
        "里程",
        "性",
        "次数",
        "成本",
        "标准",
        "面积",
        "情况",
        "时间",
        "长度",
        "期限",
        "额",
        "金额",
    ),
    *("范围", "程度", "环境", "质量", "水平", "条件", "能力", "收入", "产值", "影响"),
)
_GRADE = re.compile(
    r"(?:得到|较上年|比上年|较好|基本|效果|成效)?(?:稳步|逐步|逐年|显著|明显|有效|持续|不断|进一步|长期|大幅|全面|良好|及时|按时|足额|符合|达成|优|良|好|是|合格|达标).{0,8}"
)
_DASH = re.compile(r"[-—－/／无\\]+|略")
_LONGEST_UNIT = 6
_SHORT = 4
_LONG = 30

SKIP: Mapping[str, float] = {
    "name": -4.0,
    "target": -2.5,
    "actual": -1.0,
    "weight": -2.5,
    "score": -2.0,
    "level1": -0.2,
    "level2": -0.3,
    "project": -0.6,
}
"""What it costs to leave a column out."""
USUAL_SKIP = -0.5
FREE_AT_START = frozenset(
    ("level1", "level2", "publisher", "code", "project", "total", "goals", "ordinal", "spine", "")
)
"""Columns whose merged cells an extraction leaves out at the start of a row."""
CHEAP_AT_END: Mapping[str, float] = {
    "": 0.0,
    "spine": 0.0,
    "direction": -0.2,
    "deviation": -0.2,
    "remark": -0.4,
}
"""Columns that are often blank at the end of a row."""
TEXT_FIELDS = frozenset(
    (
        "name",
        "target",
        "actual",
        "deviation",
        "remark",
        "description",
        "basis",
        "goals",
        "project",
        "publisher",
        "operator",
    )
)
"""Fields whose value can hold blanks."""


@dataclass(frozen=True, slots=True)
class _Traits:
    blank: bool
    sign: bool
    number: bool
    percent: bool
    quantity: bool
    unit: bool
    direction: bool
    dash: bool
    measure: bool
    """The last word is something that is measured: `养护里程`."""
    grade: bool
    """A degree that stands for a number: `稳步提高`."""
    length: int
    levels: frozenset[Level]
    dots: bool
    """`……`: nothing was filled in."""

    @property
    def is_text(self) -> bool:
        return not (self.blank or self.sign or self.number or self.percent)


@lru_cache(maxsize=4096)
def _traits(key: str) -> _Traits:
    return _Traits(
        blank=not key,
        sign=_SIGN.fullmatch(key) is not None,
        number=_NUMBER.fullmatch(key) is not None,
        percent=_PERCENT.fullmatch(key) is not None,
        quantity=_QUANTITY.fullmatch(key) is not None,
        unit=_UNIT.fullmatch(key) is not None,
        direction=_DIRECTION.fullmatch(key) is not None,
        dash=_DASH.fullmatch(key) is not None,
        measure=key.endswith(_MEASURES),
        grade=_GRADE.fullmatch(key) is not None,
        length=len(key),
        levels=levels_of(key),
        dots=is_placeholder(key),
    )


def affinity(text: str, field: str) -> float:
    """From about 6 (surely) to `IMPOSSIBLE`."""
    key = squeeze(text)
    return _affinity(key, field)


@lru_cache(maxsize=65536)
def _affinity(key: str, field: str) -> float:
    traits = _traits(key)
    if traits.blank:
        return {"name": -2.0, "target": -1.0}.get(field, 0.0)
    if traits.dots and not traits.dash:
        return {"name": 3.0, "target": 0.0}.get(field, IMPOSSIBLE)
    judge = _JUDGES.get(field, _as_text)
    return judge(key, traits)


def is_number(text: str) -> bool:
    return _NUMBER.fullmatch(squeeze(text)) is not None


def is_sign(text: str) -> bool:
    return _SIGN.fullmatch(squeeze(text)) is not None


def is_unit(text: str) -> bool:
    return _UNIT.fullmatch(squeeze(text)) is not None


def _as_level(key: str, traits: _Traits, own: Level) -> float:
    if own in traits.levels:
        return 5.0 if len(traits.levels) > 1 else 6.0
    if traits.levels:
        return 4.0 if own is Level.SECOND else 2.0
    if traits.is_text and key.endswith(("指标", "分)", "分）")) and traits.length <= 16:
        return 0.5
    return IMPOSSIBLE


def _as_name(_key: str, traits: _Traits) -> float:
    if traits.sign or traits.direction:
        return IMPOSSIBLE
    if traits.levels:
        return -1.0
    if traits.number or traits.percent or traits.unit:
        return -4.0
    return 3.5 if traits.measure else 2.0 if traits.grade else 3.0


def _as_value(_key: str, traits: _Traits) -> float:
    cases = (
        (bool(traits.levels) or traits.direction, -6.0),
        (traits.sign, -2.0),
        (traits.number or traits.grade, 2.0),
        (traits.quantity, 3.0),
        (traits.unit, -1.5),
        (traits.length > _LONG or traits.measure, 0.5),
    )
    return next((score for holds, score in cases if holds), 1.0)


def _as_operator(_key: str, traits: _Traits) -> float:
    # Some forms print the direction under 指标性质 and the comparator under 指标方向.
    return 5.0 if traits.sign else 3.0 if traits.direction else 0.0 if traits.dash else IMPOSSIBLE


def _as_unit(_key: str, traits: _Traits) -> float:
    if traits.unit:
        return 4.0
    if traits.number or traits.sign or traits.direction or traits.levels:
        return -6.0
    return 0.0 if traits.length <= _LONGEST_UNIT else -6.0


def _as_points(_key: str, traits: _Traits) -> float:
    return 3.0 if traits.number else 2.0 if traits.percent else 0.0 if traits.dash else IMPOSSIBLE


def _as_direction(_key: str, traits: _Traits) -> float:
    return 5.0 if traits.direction else 3.0 if traits.sign else 0.0 if traits.dash else IMPOSSIBLE


def _as_money(key: str, traits: _Traits) -> float:
    return 4.0 if _MONEY.fullmatch(key) and not traits.percent else 0.0 if traits.dash else IMPOSSIBLE


def _as_unit_name(key: str, traits: _Traits) -> float:
    return 4.0 if _UNIT_NAME.fullmatch(key) and not traits.number else IMPOSSIBLE


def _as_project(_key: str, traits: _Traits) -> float:
    if traits.levels or not traits.is_text or traits.direction:
        return IMPOSSIBLE
    return 2.0


def _as_code(key: str, _traits: _Traits) -> float:
    return 3.0 if re.fullmatch(r"[0-9A-Za-z]{6,}", key) else IMPOSSIBLE


def _as_ordinal(key: str, _traits: _Traits) -> float:
    return 3.0 if re.fullmatch(r"\d{1,3}", key) else IMPOSSIBLE


def _as_spine(key: str, _traits: _Traits) -> float:
    return 3.0 if is_spine(key) else IMPOSSIBLE


def _as_text(_key: str, traits: _Traits) -> float:
    if traits.levels or traits.sign:
        return -6.0
    return -2.0 if traits.number else 1.0


def _as_nothing(_key: str, traits: _Traits) -> float:
    return -0.5 if traits.length <= _SHORT else -3.0


_JUDGES = {
    "level1": lambda key, traits: _as_level(key, traits, Level.FIRST),
    "level2": lambda key, traits: _as_level(key, traits, Level.SECOND),
    "name": _as_name,
    "target": _as_value,
    "actual": _as_value,
    "operator": _as_operator,
    "unit": _as_unit,
    "weight": _as_points,
    "score": _as_points,
    "direction": _as_direction,
    "total": _as_money,
    "publisher": _as_unit_name,
    "project": _as_project,
    "code": _as_code,
    "ordinal": _as_ordinal,
    "spine": _as_spine,
    "": _as_nothing,
}
