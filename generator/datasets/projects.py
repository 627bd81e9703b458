"""The table `projects`."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from generator.analyse.amounts import plain, trimmed
from generator.checks.finding import Finding, Outcome
from generator.datasets.columns import Column, DataTable, integer, number, printed, text
from generator.datasets.subjects import (
    COUNTY,
    COUNTY_CODE,
    DISCLOSURE_ID,
    IN_WAN,
    PROJECT_ID,
    SOURCE_FILE,
    TOWNSHIP,
    TOWNSHIP_ID,
    YEAR,
    Row,
    of_project,
    project_page,
    source_line,
    url,
)
from generator.model.disclosure import Plan, Project
from generator.model.fields import fields_of


def _project_rows(start: Row) -> Sequence[Row]:
    by_project: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in start.findings:
        by_project[finding.project_id].append(finding)
    return [
        Row(start.facts, start.base_url, project, findings=tuple(by_project[project.id]))
        for project in start.facts.projects
    ]


def _count(row: Row, *, confirmations: bool) -> int:
    return sum((finding.outcome is Outcome.AGREES) == confirmations for finding in row.findings)


_IN_PERCENT = ("占预算数的百分比，由印刷的计划得出", "per cent of the budget, derived from the printed plan")
_PLAN_DATES = tuple(fields_of(Plan).items())


def _plan_share(index: int) -> Callable[[Row], str]:
    return lambda row: trimmed(row.the_project.plan_shares[index])


def _plan_columns() -> tuple[Column[Row], ...]:
    as_printed = tuple(
        printed(Plan, name, lambda row: row.the_project.printed.plan, name=f"plan_{name}")
        for name, _ in _PLAN_DATES
    )
    shares = tuple(
        number(
            f"plan_{name}_pct",
            f"{field.zh}（占预算）",
            f"{field.en}, share of the budget",
            _plan_share(index),
            _IN_PERCENT,
        )
        for index, (name, field) in enumerate(_PLAN_DATES)
    )
    return (printed(Project, "plan_unit", of_project), *as_printed, *shares)


PROJECTS = DataTable(
    "projects",
    "预算项目",
    "budget projects",
    "每个预算项目一行",
    "one row per budget project",
    _project_rows,
    (
        PROJECT_ID,
        DISCLOSURE_ID,
        TOWNSHIP_ID,
        TOWNSHIP,
        COUNTY_CODE,
        COUNTY,
        YEAR,
        printed(Project, "no", of_project),
        printed(Project, "code", of_project),
        printed(Project, "name", of_project),
        text(
            "programme",
            "项目类",
            "programme",
            lambda row: row.the_project.programme or "",
            ("编号；见 vocabulary/programmes.yaml", "its id"),
        ),
        number("budget_wan", "预算数", "budget", lambda row: plain(row.the_project.budget_wan), IN_WAN),
        number(
            "fiscal_wan", "财政资金", "fiscal funds", lambda row: plain(row.the_project.fiscal_wan), IN_WAN
        ),
        number("other_wan", "其他资金", "other funds", lambda row: plain(row.the_project.other_wan), IN_WAN),
        number(
            "budget_yuan",
            "预算数（元）",
            "budget in yuan",
            lambda row: trimmed(row.the_project.budget_yuan),
            ("由 budget_wan 换算", "derived from budget_wan"),
        ),
        printed(Project, "purpose", of_project),
        *_plan_columns(),
        printed(Project, "goals", of_project),
        integer("indicator_count", "指标行数", "indicator rows", lambda row: len(row.the_project.indicators)),
        integer(
            "measurable_count",
            "可衡量的行数",
            "measurable rows",
            lambda row: row.the_project.measurable_count,
            ("指标值给出数、日期或次数的行", "rows whose target gives a number, a date or how often"),
        ),
        integer(
            "finding_count",
            "核对结果数",
            "findings",
            lambda row: _count(row, confirmations=False),
            (
                "公开的核对结果：不同、说明、无法判断；相符的另计，跨文件的核对不计",
                "published ones that differ, are notes or cannot be told; without confirmations and checks across files",
            ),
        ),
        SOURCE_FILE,
        source_line(of_project),
        url(project_page),
        integer(
            "confirmation_count",
            "相符的核对数",
            "confirmations",
            lambda row: _count(row, confirmations=True),
            ("两处所印一致的核对结果", "findings where two printed facts agree"),
        ),
    ),
)
