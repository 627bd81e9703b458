"""What the words of target forms mean, whichever province printed them: categories, column heads, labels.

Meaning goes by the core of a word (`全年实际完成值` is an actual value because it says 完成 and 值), so that a
wording not seen before is still understood. Brackets, colons, blanks and points after a category do not matter.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from generator.textual import squeeze


class Level(StrEnum):
    FIRST = "level1"
    SECOND = "level2"


_FIRST_OF: Mapping[str, tuple[str, ...]] = {
    "产出指标": ("数量", "质量", "时效", "时限", "进度"),
    "成本指标": ("经济成本", "社会成本", "生态环境成本", "生态成本", "环境成本"),
    "效益指标": (
        *("经济效益", "社会效益", "生态效益", "环境效益", "生态环境效益"),
        *("可持续影响", "可持续性影响", "可持续发展影响", "可持续发展", "可持续性"),
    ),
    "满意度指标": (
        *("服务对象满意度", "受益对象满意度", "社会公众满意度", "社会公众或服务对象满意度"),
        *("服务对象或社会公众满意度", "服务受益对象满意度", "帮扶对象满意度", "服务对象", "受益人满意度"),
    ),
}
"""The standard words of level 2 below their level 1."""
_SECOND = {word: first for first, words in _FIRST_OF.items() for word in words} | {"成本": "产出指标"}
_FIRST = ("产出", "效益", "效果", "满意度", "成本", "投入")
_OWN_FIRST = re.compile(r"(?:项目)?(?:完成|成效)(?:类)?指标|项目(?:完成|成效)")
"""Level 1 of older forms; without its ending, 完成 is a result."""
_SUFFIX = r"(?:类)?(?:指标|目标)等?"
_ALTERNATIVES = "|".join(sorted({*_SECOND, *_FIRST}, key=len, reverse=True))
_CATEGORY = re.compile(rf"(?P<stem>{_ALTERNATIVES})(?:{_SUFFIX}|值)?")
_RANGE = r"\d{1,3}(?:\.\d+)?(?:[-—~～至]\d{1,3})?"
_POINTS = re.compile(rf"[（(](?P<points>{_RANGE})分?[）)]分?|(?<=[标度])(?P<bare>\d{{1,3}})分")
CATEGORY_START = re.compile(rf"(?:项目)?(?:{_ALTERNATIVES}){_SUFFIX}(?:[（(]{_RANGE}分?[）)]分?)?")
"""A category with its full ending, as it can be told inside glued text."""


def without_points(key: str) -> tuple[str, str]:
    """`产出指标(50分)` → `产出指标`, `50`."""
    found = _POINTS.search(key)
    if not found or found.end() != len(key):
        return key, ""
    return key[: found.start()], found["points"] or found["bare"]


def levels_of(text: str) -> frozenset[Level]:
    """Which of the first two columns a word can stand in; empty for a word that names no category."""
    key = without_points(squeeze(text))[0]
    if _OWN_FIRST.fullmatch(key):
        return frozenset({Level.FIRST})
    key = key.removeprefix("项目")
    found = _CATEGORY.fullmatch(key)
    if not found:
        return frozenset()
    levels = {Level.FIRST} if found["stem"] in _FIRST else set()
    if found["stem"] in _SECOND:
        levels.add(Level.SECOND)
    return frozenset(levels)


def first_level_of(second: str) -> str:
    """The standard level 1 above a printed level 2; blank for a word that is not standard."""
    found = _CATEGORY.fullmatch(squeeze(second))
    return _SECOND.get(found["stem"], "") if found else ""


_SPINE = re.compile(r"(?:本?年度|长期|中长期|项目)?(?:绩效)?指标(?:完成情况)?(?:[（(]|$)")


def is_spine(key: str) -> bool:
    """The heading of all indicators, which runs down beside them: `绩效指标（90分）`."""
    return _SPINE.match(key) is not None


# Column heads of indicators

Patterns = tuple[tuple[str, re.Pattern[str]], ...]
_COLUMN_WORDS: Mapping[str, tuple[str, ...]] = {
    "level1": (r"一级(?:绩效)?指标(?:名称)?", r"指标(?:类别|类型|大类)"),
    "level2": (r"二级(?:绩效)?指标(?:名称)?",),
    "deviation": (
        r".*(?:偏差|未完成|未达成|未实现|差异).*(?:原因|措施|分析|说明)",
        r"改进措施",
        r"原因(?:分析|说明)",
    ),
    "basis": (r".*(?:确定|设定|制定|参考|取值)依据", r".*(?:数据来源|证明材料|佐证资料|佐证材料)"),
    "description": (
        r"(?:绩效|三级)?指标(?:描述|解释|说明|含义)",
        r"绩效标准|评[分价](?:标准|办法|细则)|计算公式",
    ),
    "name": (
        r"三级(?:绩效)?指标(?:名称)?",
        r"(?:绩效|具体|明细)?指标名称",
        r"指标内容",
        r"(?:绩效|具体)?指标",
    ),
    "score": (r"(?:自评|自评价|评价|实际|指标)?得分(?:情况)?", r"自评分数?"),
    "weight": (r"(?:指标)?(?:权重|分值)(?:分值|权重)?", r"标准分(?:值)?", r".*分值", r".*权重"),
    "target": (
        r"(?!.*(?:实际|完成)).*(?:指标值|目标值|预期值|计划值|标准值|预期目标|指标目标)(?:[及和与]单位)?",
        r".*(?:预期|计划|预计|目标)(?:完成|实现|达到)值",
        r"(?:年度|目标|指标)数值",
    ),
    "actual": (
        r"(?!.*绩效指标).*(?:实际|全年|年度|自评)?(?:完成|实现|达成)(?:值|情况|数|结果)",
        r"(?:全年|年度)?实际(?:值|完成)",
        r".*自评值",
    ),
    "unit": (r"(?:度量|计量|指标|指标值)?单位",),
    "operator": (r"(?:指标)?性质", r"(?:指标|运算|计算|比较)?符号", r"运算符"),
    "direction": (r"指标(?:方向性?|属性)", r"方向性?"),
    "remark": (r"备注", r"(?:其他)?说明"),
}
_PROJECT_WORDS: Mapping[str, tuple[str, ...]] = {
    "publisher": (
        r"(?:预算|部门|主管|填报)?(?:单位|部门)(?:[（(]单位[）)])?名称",
        r"预算(?:单位|部门)",
        r"单位编码及名称",
    ),
    "code": (r"(?:预算)?项目(?:编码|代码|编号)",),
    "project": (r"(?:预算|支出)?项目名称", r"项目"),
    "total": (r"(?:项目|年度|年初|全年|本年|当年)*(?:预算|资金|金额)(?:数|金额|总额|安排)?",),
    "goals": (r"(?:年度|总体|项目|绩效|当年|整体|支出)*目标(?:内容)?",),
    "ordinal": (r"序号",),
}
_TRAILING_BRACKETS = re.compile(r"(?:[（(][^（()）]*[）)])+$")


def _compiled(words: Mapping[str, tuple[str, ...]]) -> Patterns:
    return tuple((field, re.compile("|".join(patterns))) for field, patterns in words.items())


_COLUMNS, _PROJECT_COLUMNS = _compiled(_COLUMN_WORDS), _compiled(_PROJECT_WORDS)
LONGEST_HEAD = 24
"""Characters of a column head or label."""


def bare_key(text: str) -> str:
    """For comparing: without blanks, a closing colon, and what stands in brackets at the end."""
    key = squeeze(text).rstrip("：:").strip("*★☆")
    return _TRAILING_BRACKETS.sub("", key) or key


def column_of(text: str) -> str | None:
    """The field below a column head of the indicators: `全年实际完成值（B）` → actual."""
    return first_match(_COLUMNS, bare_key(text)) if len(squeeze(text)) <= LONGEST_HEAD else None


def project_column_of(text: str) -> str | None:
    """The field below a column head that stands for the project in a table of all projects."""
    return first_match(_PROJECT_COLUMNS, bare_key(text)) if len(squeeze(text)) <= LONGEST_HEAD else None


def first_match(patterns: Patterns, key: str) -> str | None:
    return next((field for field, pattern in patterns if pattern.fullmatch(key)), None)
