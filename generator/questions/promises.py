"""Questions about what is promised: satisfaction, and what will be built or bought."""

import re
from collections.abc import Iterator

from generator.analyse.amounts import plain, to_wan
from generator.analyse.disclosure import IndicatorFacts
from generator.checks.finding import rows_of
from generator.questions.answer import Answer, Column, Material, Value, row_answer
from generator.questions.question import Question
from generator.readings import Kind
from generator.readings.units import UNITS
from generator.textual import squeeze

_MEASURES = ("length:", "area:", "volume:")
_PIECES = frozenset(
    (
        "台",
        "部",
        "架",
        "艘",
        "套",
        "台套",
        "件套",
        "辆",
        "盏",
        "杆",
        "根",
        "棵",
        "株",
        "眼",
        "座",
        "栋",
        "幢",
        "顶",
        "块",
        "张",
        "床",
    )
)
_MADE_OR_BOUGHT = re.compile("安装|建设|新建|改建|扩建|修建|修缮|购置|购买|采购|铺设|硬化|种植|栽植|租赁")
_NOT_THINGS = re.compile("人数|人员|次数|村(?:个)?数|单位数|服务")


def _satisfaction(material: Material) -> Iterator[Answer]:
    for project, row in rows_of(material.facts):
        if row.level1_id == "satisfaction":
            printed = row.printed
            yield row_answer(
                material.facts,
                project,
                row,
                Value(printed.target),
                Value(printed.name),
                Value(printed.description or ""),
                Value(printed.basis or ""),
            )


def _deliveries(material: Material) -> Iterator[Answer]:
    facts = material.facts
    for project, row in rows_of(facts):
        section = _delivered(row)
        if section:
            printed = row.printed
            values = (Value(printed.name), Value(printed.target), Value(printed.description or ""), Value())
            yield row_answer(facts, project, row, *values, section=section)
    by_name = {squeeze(project.printed.name): project for project in facts.projects}
    for bought in facts.printed.procurement:
        of = by_name.get(squeeze(bought.project))
        values = (
            Value(bought.item),
            Value(f"{bought.quantity or ''}{bought.unit or ''}"),
            Value("" if of else bought.project),
            Value(plain(to_wan(bought.amount, facts.printed.money_unit))),
        )
        yield Answer(facts.id, of.id if of else "", 0, bought.line, values, "procurement")


def _delivered(row: IndicatorFacts) -> str:
    """`works` for a length, an area or a volume, `pieces` for things that are counted; empty for all else."""
    reading = row.reading
    if row.level2_id != "output.quantity" or reading.kind is not Kind.QUANTITY or reading.unit is None:
        return ""
    unit = UNITS.get(reading.unit)
    if unit and unit.family.startswith(_MEASURES):
        return "works"
    words = squeeze(f"{row.printed.name}；{row.printed.description or ''}")
    if reading.unit in _PIECES:
        return "pieces"
    is_thing = reading.unit in {"个", "处"} and _MADE_OR_BOUGHT.search(words)
    return "pieces" if is_thing and not _NOT_THINGS.search(words) else ""


SATISFACTION = Question(
    "satisfaction",
    (
        Column("target", "指标值", "target"),
        Column("name", "三级指标", "indicator"),
        Column("description", "描述", "description"),
        Column("basis", "确定依据", "basis"),
    ),
    _satisfaction,
    tallied="target",
)
DELIVERIES = Question(
    "physical-deliveries",
    (
        Column("thing", "内容", "what"),
        Column("quantity", "数量", "quantity"),
        Column("description", "描述", "description"),
        Column("amount_wan", "金额（万元）", "amount (万元)", is_number=True),
    ),
    _deliveries,
)
