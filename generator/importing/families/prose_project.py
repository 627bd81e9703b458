"""The project that a passage of targets in running text is about, from the paragraphs above it."""

import re
from collections.abc import Sequence

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Paragraph
from generator.importing.families.form_values import amount_of
from generator.importing.private_data import WITHHELD
from generator.importing.value_lines import value_lines
from generator.model.disclosure import Budget, Detail, Indicator, Project
from generator.textual import squeeze

_NAME = (
    re.compile(r"项目名称[：:]\s*(?P<name>[^，。；\n]{2,60})"),
    re.compile(
        r"关于(?:做好|解决|下达|安排)?(?P<name>[^，。；\n]{2,60}?)(?:(?<=项目)资金|(?<=工程)资金)?(?:支出)?(?:预算)?绩效目标"
    ),
    re.compile(r"实施(?P<name>[^，。；\n]{2,60}?项目)"),
    re.compile(r"(?P<name>[^，。；：\n]{2,40}?(?:项目|经费|工程|补助))(?:资金)?(?:支出)?绩效目标"),
)
_BUDGET = re.compile(
    r"(?:项目|预算|总|年度)*(?:资金|投资|预算|金额)(?:总额|总投资|数|安排)?(?:为|共计|共|是|：|:)?\s*(?P<sum>\d[\d,，.]*\s*(?:万元|元))"
)
_GOAL = re.compile(r"(?:总体|年度|项目)*(?:绩效)?目标(?:是|为|：|:)+\s*(?P<goal>[^。\n]+。?)")
_CONTENT = re.compile(
    r"(?P<label>(?:项目)?(?:主要)?(?:建设|实施)内容(?:及规模)?)[：:]\s*(?P<value>[^。\n]+。?)"
)


def read_project(
    above: Sequence[Paragraph], no: int, first_line: int, indicators: Sequence[Indicator]
) -> tuple[Project, list[Use]]:
    """The project with its rows; the paragraphs are carried in part, the rest of their words is narrative."""
    uses: list[Use] = []
    name, line = _first_match(_NAME, above, uses, "name")
    total, total_line = _first_match((_BUDGET,), above, uses, "budget")
    goal, goal_line = _first_match((_GOAL,), above, uses, "goals")
    content = _content(above, uses)
    amount = amount_of(squeeze(total)) if total else None
    places = {"name": line, "total": total_line if amount else 0}
    lines = {field: place for field, place in places.items() if place}
    goal_lines = [goal_line] if goal else []
    start = min([*lines.values(), *goal_lines, *(int(detail.line) for detail in content)], default=first_line)
    project = Project(
        no=str(no),
        name=name.strip("《》“” "),
        budget=Budget(total=amount[0], unit="元" if amount[1] == "元" else None) if amount else None,
        goals=(goal,) if goal else (),
        details=tuple(content),
        line=str(start),
        lines=value_lines(start, lines, goals=goal_lines),
        indicators=tuple(indicators),
    )
    return project, uses


def _first_match(
    patterns: Sequence[re.Pattern[str]], paragraphs: Sequence[Paragraph], uses: list[Use], what: str
) -> tuple[str, int]:
    for pattern in patterns:
        for paragraph in paragraphs:
            found = pattern.search(paragraph.clean)
            if found and WITHHELD not in found[0]:
                uses.append(use_of(paragraph, Fate.PARTLY, what))
                return next(iter(found.groupdict().values())), paragraph.line
    return "", 0


def _content(paragraphs: Sequence[Paragraph], uses: list[Use]) -> list[Detail]:
    for paragraph in paragraphs:
        found = _CONTENT.search(paragraph.clean)
        if found and WITHHELD not in found["value"]:
            uses.append(use_of(paragraph, Fate.PARTLY, "details"))
            return [Detail(label=found["label"], value=found["value"], line=str(paragraph.line))]
    return []
