"""Project target tables: where they are, and the project each holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Block, Paragraph
from generator.importing.decisions import Confidence, Decision
from generator.importing.import_problems import ImportProblem
from generator.importing.indicator_rows import IndicatorRows, read_indicators
from generator.importing.numbering import parse_numbered, without_number
from generator.importing.table_head import TableHead, read_head
from generator.importing.table_labels import PLAN_FIELDS, without_title_ending
from generator.importing.table_regions import Table, find_tables
from generator.importing.value_lines import value_lines
from generator.model.disclosure import Budget, BudgetLine, Plan, Project, UnitTargets, ValueLines


@dataclass(frozen=True, slots=True)
class TargetTables:
    projects: tuple[Project, ...] = ()
    unit_targets: tuple[UnitTargets, ...] = ()
    subtotals: tuple[BudgetLine, ...] = ()
    """Sums of several projects, printed in rows of their own."""
    publisher: tuple[str, str] | None = None
    money_unit: str | None = None
    plans_in_wan_under_percent: int = 0
    """Spending plans that hold 万元 although their heading says （%）."""
    uses: tuple[Use, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def has_targets(self) -> bool:
        return bool(self.projects or self.unit_targets)


def read_target_tables(blocks: Sequence[Block]) -> TargetTables:
    found = TargetTables()
    for place, table in enumerate(find_tables(blocks), start=1):
        found = _with_table(found, table, place)
    return _with_cut_offs(found)


def _with_table(found: TargetTables, table: Table, place: int) -> TargetTables:
    head = read_head(table.head_rows)
    rows = read_indicators(table.columns, table.body)
    project, problems = _project(table, head, rows, place)
    repeated = next((known for known in found.projects if _same_content(known, project)), None)
    if repeated:
        uses = [
            use_of(block, Fate.REPETITION, repeated.line)
            for block in (table.title, *table.head_rows, table.columns, *table.body)
            if block
        ]
        return replace(found, uses=(*found.uses, *uses))
    if any(known.no == project.no for known in found.projects):
        project, problem = _renumbered(project, found.projects)
        problems.append(problem)
    in_wan_under_percent = project.plan_unit == "wan" and re.search("[%％]", head.plan_heading) is not None
    return TargetTables(
        projects=(*found.projects, project),
        publisher=found.publisher or head.publisher,
        money_unit=found.money_unit or head.money_unit,
        plans_in_wan_under_percent=found.plans_in_wan_under_percent + in_wan_under_percent,
        uses=(*found.uses, *_table_uses(table), *head.uses, *rows.uses),
        problems=(*found.problems, *problems, *head.problems, *rows.problems),
        decisions=(*found.decisions, *_decisions(table, project, is_first=not found.projects)),
    )


def _decisions(table: Table, project: Project, *, is_first: bool) -> Iterator[Decision]:
    if is_first:
        words = "、".join(cell.clean for cell in table.columns.printed)
        zh, en = f"河北版式，表头印作：{words}", f"the Hebei form; the head reads {words}"
        yield Decision("family", Confidence.SURE, zh, en, table.columns.line)
    if project.plan_unit:
        unit = "百分比" if project.plan_unit == "percent" else "累计金额"
        zh = f"第 {project.no} 个项目的支出计划是{unit}，由最后一格与预算数比较得出"
        words = "in per cent" if project.plan_unit == "percent" else "in cumulative money"
        en = f"the plan of project {project.no} is {words}, told by its last value and the budget"
        yield Decision("plan_unit", Confidence.SURE, zh, en, table.line)


def _table_uses(table: Table) -> Iterator[Use]:
    if table.title:
        yield use_of(table.title, Fate.CARRIED, "name")
    for head in table.repeated_heads:
        yield use_of(head, Fate.REPETITION, str(table.columns.line))


def _project(
    table: Table, head: TableHead, rows: IndicatorRows, place: int
) -> tuple[Project, list[ImportProblem]]:
    problems: list[ImportProblem] = []
    numbered = parse_numbered(table.title.text) if table.title else None
    no = str(numbered.number if numbered else place)
    if not numbered:
        problems.append(ImportProblem("import-no-number", table.line, {"line": str(table.line), "no": no}))
    titled = _name_from(table.title)
    name = head.values.get("name") or titled
    if not name:
        problems.append(ImportProblem("import-no-name", table.line, {"no": no}))
    if titled and titled not in (name, f"{name}项目"):
        problems.append(ImportProblem("import-title-differs", table.line, {"read": titled, "name": name}))
    plan_unit, unclear = _plan_unit(head, no, table.line)
    project = Project(
        no=no,
        code=head.values.get("code"),
        name=name,
        budget=_budget(head),
        purpose=head.values.get("purpose"),
        plan=_plan(head),
        plan_unit=plan_unit,
        goals=head.goals,
        line=str(table.line),
        lines=_lines(table, head),
        cut_off="yes" if rows.last_is_short else None,
        indicators=rows.indicators,
    )
    return project, problems + unclear


def _name_from(title: Paragraph | None) -> str:
    return without_title_ending(without_number(title.text)) if title else ""


def _lines(table: Table, head: TableHead) -> ValueLines | None:
    lines = dict(head.lines)
    if not head.values.get("name"):
        lines.pop("name", None)
    return value_lines(table.line, lines, goals=head.goal_lines)


def _budget(head: TableHead) -> Budget | None:
    fields = ("total", "fiscal", "other")
    if not any(field in head.values for field in fields):
        return None
    return Budget(**{field: head.values.get(field) for field in fields})


def _plan(head: TableHead) -> Plan | None:
    if not any(field in head.values for field in PLAN_FIELDS):
        return None
    return Plan(**{field: head.values.get(field) for field in PLAN_FIELDS})


def _plan_unit(head: TableHead, no: str, line: int) -> tuple[str | None, list[ImportProblem]]:
    """Told by the last value, never by the heading: document 004 prints 万元 under （%）."""
    printed = [head.values[field] for field in PLAN_FIELDS if head.values.get(field)]
    if not printed:
        return None, []
    total = head.values.get("total", "")
    last, budget = _decimal(printed[-1].rstrip("%％")), _decimal(total)
    if printed[-1].endswith(("%", "％")) or last == 100:
        return "percent", []
    if last is not None and last == budget:
        return "wan", []
    return None, [ImportProblem("import-plan-unit", line, {"no": no, "read": printed[-1], "expected": total})]


def with_plans_in(money_unit: str, tables: TargetTables) -> TargetTables:
    """A plan of sums has the unit of the budget it was told by; it is read as 万元 until that is known."""
    if money_unit != "元":
        return tables
    projects = (
        replace(each, plan_unit="yuan") if each.plan_unit == "wan" else each for each in tables.projects
    )
    return replace(tables, projects=tuple(projects))


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _with_cut_offs(found: TargetTables) -> TargetTables:
    """Mark the tables that end in the middle: by a short last row, or before 效益 where the others go on."""
    usual = any(map(_reaches_outcomes, found.projects))
    projects = tuple(
        replace(project, cut_off="yes") if usual and not _reaches_outcomes(project) else project
        for project in found.projects
    )
    problems = tuple(_cut_off_problem(project) for project in projects if project.cut_off)
    return replace(found, projects=projects, problems=found.problems + problems)


def _reaches_outcomes(project: Project) -> bool:
    return any(word in row.level1 for row in project.indicators for word in ("效益", "效果", "满意"))


def _cut_off_problem(project: Project) -> ImportProblem:
    last = project.indicators[-1].line if project.indicators else project.line
    values = {"no": project.no, "name": project.name, "last": last}
    return ImportProblem("import-table-cut-off", int(last), values)


def _same_content(one: Project, other: Project) -> bool:
    return _without_lines(one) == _without_lines(other)


def _without_lines(project: Project) -> Project:
    rows = tuple(replace(row, line="") for row in project.indicators)
    return replace(project, line="", lines=None, indicators=rows)


def _renumbered(project: Project, known: Sequence[Project]) -> tuple[Project, ImportProblem]:
    free = str(max(int(one.no) for one in known) + 1)
    values = {"no": project.no, "line": project.line, "new": free}
    return replace(project, no=free), ImportProblem("import-number-repeated", int(project.line), values)
