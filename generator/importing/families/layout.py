"""Which layout family a form belongs to, told by its columns: for the report, not for the reading."""

from collections.abc import Sequence

from generator.importing.decisions import Confidence, Decision
from generator.importing.families.heads import IndicatorHead

_WORDS = {
    "sichuan": ("各项目合为一张宽表", "one wide table of all projects"),
    "self_evaluation": ("绩效自评表", "self-evaluation form"),
    "chongqing": (
        "指标名称、权重、计量单位、指标性质各成一列",
        "weight, unit and comparator in columns of their own",
    ),
    "hunan": ("指标内容、指标值、备注", "content, value and remark"),
    "classification_2023": ("带分值或成本指标的申报表", "form with points or costs of their own"),
    "plain": ("一级、二级、三级指标和指标值", "three levels and a value"),
}


def layout_of(head: IndicatorHead) -> str:
    fields = set(head.fields)
    if "actual" in fields:
        return "self_evaluation"
    if head.is_of_all_projects:
        return "sichuan"
    if {"operator", "unit"} <= fields:
        return "chongqing"
    if "remark" in fields and "name" in fields and "weight" not in fields:
        return "hunan"
    return "classification_2023" if {"weight", "description"} & fields else "plain"


def layout_decisions(heads: Sequence[IndicatorHead]) -> tuple[Decision, ...]:
    """One decision for each layout, at the line of its first table."""
    first: dict[str, IndicatorHead] = {}
    for head in heads:
        first.setdefault(layout_of(head), head)
    return tuple(_decision(layout, head) for layout, head in first.items())


def _decision(layout: str, head: IndicatorHead) -> Decision:
    words = "、".join(token.clean for token in head.tokens if token.key)
    zh, en = _WORDS[layout]
    glued = ("；各格之间没有分隔", "; nothing stands between the cells") if head.glued else ("", "")
    return Decision(
        "family",
        Confidence.LIKELY if head.glued else Confidence.SURE,
        f"{zh}，表头印作：{words}{glued[0]}",
        f"{en}; the head reads {words}{glued[1]}",
        head.tokens[0].line,
    )
