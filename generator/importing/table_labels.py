"""The labels of a project target table, by meaning; blanks, colons and bracketed units do not matter."""

import re
from collections.abc import Mapping

from generator.importing.blocks import Cell, Row
from generator.importing.private_data import is_private_label
from generator.textual import squeeze

_FIELD_WORDS: Mapping[str, tuple[str, ...]] = {
    "code": ("项目编码", "项目代码", "预算项目编码"),
    "name": ("项目名称", "预算项目名称"),
    "purpose": ("预算规模及资金用途", "资金用途", "用途", "资金用途说明", "预算规模"),
    "total": ("预算数", "预算金额", "预算总额", "资金总额", "项目预算", "年度资金总额", "年度预算数"),
    "fiscal": ("财政资金", "财政拨款", "财政性资金", "当年财政拨款"),
    "other": ("其他资金", "其它资金"),
    "plan": ("资金支出计划", "支出计划", "资金支出进度计划"),
    "goals": ("绩效目标", "总体目标", "年度目标", "年度绩效目标", "总体绩效目标", "项目绩效目标"),
}
_FIELDS = {word: field for field, words in _FIELD_WORDS.items() for word in words}
_PLAN_DATES = {"3": "mar", "6": "jun", "10": "oct", "12": "dec"}
_PLAN_DATE = re.compile(r"(?:至|截至)?(?P<month>\d{1,2})月(?:底|末)前?")
_UNIT = re.compile(r"(?:金额)?单位[：:]?(?:人民币)?(?P<unit>万元|元)")
_PUBLISHER = re.compile(
    r"(?P<code>\d{3}(?:\d{3}){0,2})(?P<name>[\u4e00-\u9fff][^，。；：]*(?:政府|办事处|街道办|办公室|本级|委员会|管委会|中心|服务站|执法队|局|所|镇|乡))"
)
_BRACKETS = re.compile(r"[（(][^）)]*[）)]$")
_TITLE = re.compile(r"绩效目标(?:申报)?表(?:[（(][^）)]*[）)])?$")

_COLUMN_WORDS: Mapping[str, tuple[str, ...]] = {
    "level1": ("一级指标",),
    "level2": ("二级指标",),
    "name": ("三级指标", "指标名称", "绩效指标", "三级指标名称"),
    "description": ("绩效指标描述", "指标描述", "指标解释", "指标说明", "绩效指标说明", "指标内容"),
    "target": ("指标值", "绩效指标值", "目标值", "年度指标值", "年度目标值"),
    "basis": ("指标值确定依据", "指标确定依据", "确定依据", "指标值依据", "依据"),
    "weight": ("权重", "分值", "指标权重", "分值权重"),
    "direction": ("指标方向性", "指标方向", "方向"),
    "unit": ("度量单位", "计量单位", "单位"),
    "operator": ("指标性质", "性质", "运算符", "计算符号", "符号"),
}
_COLUMNS = {word: field for field, words in _COLUMN_WORDS.items() for word in words}

_CATEGORY = re.compile(
    r"(?:产出|效益|效果|满意度|成本|数量|质量|时效|时限|进度|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|环境效益"
    r"|可持续(?:性)?影响|(?:社会公众或|受益对象及)?(?:服务|受益)?对象满意度|社会公众满意度)(?:指标)?|[\u4e00-\u9fff]{2,8}指标"
)
_LEVEL1 = re.compile(r"(?:产出|效益|效果|满意度)指标?")


def split_label(cell: Cell) -> tuple[str, str] | None:
    """The field a cell is the label of, and the raw text after its colon if it holds the value too."""
    field = _field_of(cell.key)
    if field:
        return field, ""
    label, colon, value = _part_at_colon(cell.text)
    field = _field_of(squeeze(label)) if colon and value.strip() else None
    return (field, value) if field else None


def _field_of(key: str) -> str | None:
    words = key.rstrip("：:").removeprefix("其中：").removeprefix("其中:").removeprefix("其中")
    date = _PLAN_DATE.fullmatch(words)
    if date:
        return _PLAN_DATES.get(date["month"], "other_date")
    if is_private_label(words):
        return "private"
    return _FIELDS.get(words) or _FIELDS.get(_BRACKETS.sub("", words))


def _part_at_colon(text: str) -> tuple[str, str, str]:
    start = 3 if text.lstrip().startswith(("其中：", "其中:")) else 0
    found = re.compile(r"[：:]").search(text, len(text) - len(text.lstrip()) + start)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


PLAN_FIELDS = tuple(_PLAN_DATES.values())


def parse_unit(key: str) -> str | None:
    """`单位：万元` → `万元`."""
    found = _UNIT.fullmatch(key)
    return found["unit"] if found else None


def parse_publisher(key: str) -> tuple[str, str] | None:
    """`901003某镇党政综合办公室` → code and name."""
    found = _PUBLISHER.fullmatch(key)
    return (found["code"], found["name"]) if found else None


def is_title(key: str) -> bool:
    return _TITLE.search(key) is not None


def without_title_ending(title: str) -> str:
    """`武装工作经费绩效目标表` → `武装工作经费`."""
    return _TITLE.sub("", title)


def is_head_cell(cell: Cell) -> bool:
    """Whether a cell can only stand above the indicators, as the first of its row."""
    return bool(split_label(cell) or parse_unit(cell.key) or parse_publisher(cell.key) or is_title(cell.key))


def column_of(key: str) -> str | None:
    """The field of an indicator that stands below a column head."""
    return _COLUMNS.get(key) or _COLUMNS.get(_BRACKETS.sub("", key))


def is_indicator_head(row: Row) -> bool:
    columns = {column_of(cell.key) for cell in row.cells}
    return {"level1", "level2"} <= columns and bool({"name", "target"} & columns)


def is_category(key: str) -> bool:
    """A word of the first two columns: `产出指标`, `可持续影响`."""
    return _CATEGORY.fullmatch(key) is not None


def is_first_level(key: str) -> bool:
    return _LEVEL1.fullmatch(key) is not None
