"""Shipped or invented projects → the text forms in which such tables are published. For the tests only."""

from collections.abc import Callable, Iterator, Sequence

from generator.model.disclosure import Indicator, Plan, Project

COLUMNS = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
FIELDS = ("level1", "level2", "name", "description", "target", "basis")

Render = Callable[[Sequence[Project]], str]


def render_cells(projects: Sequence[Project]) -> str:
    """One cell per line after a tab, rows parted by a blank line, tables by two."""
    tables = []
    for project in projects:
        rows = ["".join(f"\t{cell}\n" for cell in row) for row in _rows(project)]
        tables.append(f"{project.no}.{project.name}绩效目标表\n" + "\n".join(rows))
    return "\n\n".join(tables)


def render_tabs(projects: Sequence[Project]) -> str:
    """One row per line with tabs between the cells."""
    tables = []
    for project in projects:
        rows = ["\t".join(_one_line(row)) + "\n" for row in _rows(project)]
        tables.append(f"{project.no}、{project.name}绩效目标表\n\n" + "".join(rows))
    return "\n".join(tables)


def render_pipes(projects: Sequence[Project]) -> str:
    """Markdown rows, as web pages are often extracted."""
    tables = []
    for project in projects:
        rows = [
            "| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |\n" for row in _rows(project)
        ]
        tables.append(
            f"### {project.no}. {project.name}绩效目标表\n\n" + rows[0] + "|---|---|\n" + "".join(rows[1:])
        )
    return "\n".join(tables)


def _one_line(row: Sequence[str]) -> list[str]:
    return [cell.replace("\n", " ") for cell in row]


def _rows(project: Project) -> Iterator[Sequence[str]]:
    if project.code is not None:
        yield "项目编码", project.code, "项目名称", project.name
    if project.budget is not None:
        budget = project.budget
        amounts = (budget.total or "", "其中：财政资金", budget.fiscal or "", "其他资金", budget.other or "")
        yield "预算规模及资金用途", "预算数", *amounts
        yield "", project.purpose or ""
    if project.plan is not None:
        yield "资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"
        yield "", *_points(project.plan)
    if project.goals:
        yield "绩效目标", "\n".join(f"{no}.{goal}" for no, goal in enumerate(project.goals, start=1))
    yield COLUMNS
    yield from _merged(project.indicators)


def _points(plan: Plan) -> tuple[str, ...]:
    return tuple(point or "" for point in (plan.mar, plan.jun, plan.oct, plan.dec))


def _merged(indicators: Sequence[Indicator]) -> Iterator[Sequence[str]]:
    """Level 1 is printed once for the rows it is merged over."""
    above = ""
    for row in indicators:
        cells = [getattr(row, field) or "" for field in FIELDS]
        if row.level1 == above:
            cells[0] = ""
        above = row.level1
        yield cells
