"""The datasets (contract §5). Columns keep their order for ever; new ones come at the end.

The columns of readings (`kind` … `deadline`, `measurable_count`) and of findings (`finding_count`, the table
`findings`) are absent until the program reads target values and checks them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from generator import addresses
from generator.analyse.amounts import plain, trimmed
from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.datasets.columns import Column, DataTable, Type, printed
from generator.model.disclosure import (
    Asset,
    BudgetLine,
    Disclosure,
    Indicator,
    Plan,
    ProcurementRow,
    Project,
    Publisher,
    Source,
    SubTarget,
)
from generator.model.fields import RecordClass, fields_of
from generator.model.township import County, Township


@dataclass(frozen=True, slots=True)
class Row:
    """The subject of a row: the disclosure and, where the table goes deeper, what it holds."""

    facts: DisclosureFacts
    base_url: str
    project: ProjectFacts | None = None
    indicator: IndicatorFacts | None = None
    entry: Any = None
    """A sub-target, budget line, procurement row or asset."""
    number: int = 0
    """Of the entry in its list, from 1."""
    is_first_year: bool = True
    """Whether no earlier disclosure of the township is published."""

    @property
    def the_project(self) -> ProjectFacts:
        if self.project is None:
            raise TypeError("not a row of a project")
        return self.project

    @property
    def the_indicator(self) -> IndicatorFacts:
        if self.indicator is None:
            raise TypeError("not a row of an indicator")
        return self.indicator


def _township_rows(start: Row) -> Sequence[Row]:
    return (start,) if start.is_first_year else ()


def _disclosure_rows(start: Row) -> Sequence[Row]:
    return (start,)


def _project_rows(start: Row) -> Sequence[Row]:
    return [Row(start.facts, start.base_url, project) for project in start.facts.projects]


def _indicator_rows(start: Row) -> Sequence[Row]:
    return [
        Row(start.facts, start.base_url, project, indicator)
        for project in start.facts.projects
        for indicator in project.indicators
    ]


def _entry_rows(list_name: str) -> Callable[[Row], Sequence[Row]]:
    def rows(start: Row) -> Sequence[Row]:
        entries = getattr(start.facts.printed, list_name)
        return [
            Row(start.facts, start.base_url, entry=entry, number=number)
            for number, entry in enumerate(entries, 1)
        ]

    return rows


def _text(
    name: str, zh: str, en: str, value: Callable[[Row], str], about: tuple[str, str] = ("", "")
) -> Column[Row]:
    return Column(name, zh, en, value, Type.TEXT, *about)


def _number(
    name: str, zh: str, en: str, value: Callable[[Row], str], about: tuple[str, str] = ("", "")
) -> Column[Row]:
    return Column(name, zh, en, value, Type.NUMBER, *about)


def _integer(
    name: str, zh: str, en: str, value: Callable[[Row], int | str], about: tuple[str, str] = ("", "")
) -> Column[Row]:
    return Column(name, zh, en, value, Type.INTEGER, *about)


def _of_disclosure(row: Row) -> Disclosure:
    return row.facts.printed


def _of_project(row: Row) -> Project:
    return row.the_project.printed


def _of_indicator(row: Row) -> Indicator:
    return row.the_indicator.printed


def _of_entry(row: Row) -> Any:
    return row.entry


_DISCLOSURE_ID = _text("disclosure_id", "公开文件编号", "disclosure id", lambda row: row.facts.id)
_TOWNSHIP_ID = _text("township_id", "乡镇编号", "township id", lambda row: row.facts.township_id)
_TOWNSHIP = _text("township", "乡镇", "township", lambda row: row.facts.township.name)
_COUNTY_CODE = printed(Township, "county_code", lambda row: row.facts.township)
_COUNTY = printed(County, "county", lambda row: row.facts.county)
_YEAR = printed(Disclosure, "year", _of_disclosure)
_PROJECT_ID = _text("project_id", "项目编号", "project id", lambda row: row.the_project.id)
_SOURCE_FILE = printed(Source, "file", lambda row: row.facts.printed.source, name="source_file")


def _source_line(of: Callable[[Row], Any]) -> Column[Row]:
    declaration = fields_of(Project)["line"]
    return _integer(
        "source_line",
        declaration.zh,
        declaration.en,
        lambda row: of(row).line,
        (declaration.about_zh, declaration.about_en),
    )


def _url(page: Callable[[Row], str]) -> Column[Row]:
    return _text("url", "网址", "address", lambda row: row.base_url + page(row))


def _disclosure_page(row: Row) -> str:
    return addresses.address("disclosure", row.facts.township_id, row.facts.printed.year)


def _project_page(row: Row) -> str:
    return addresses.address("project", row.the_project.id)


def _indicator_page(row: Row) -> str:
    return f"{_project_page(row)}#{addresses.row_anchor(row.the_indicator.row)}"


_IN_WAN = ("万元，精确小数；未印则为空", "in 万元 (10,000 yuan), exact; empty where not printed")
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
        _number(
            f"plan_{name}_pct",
            f"{field.zh}（占预算）",
            f"{field.en}, share of the budget",
            _plan_share(index),
            _IN_PERCENT,
        )
        for index, (name, field) in enumerate(_PLAN_DATES)
    )
    return (printed(Project, "plan_unit", _of_project), *as_printed, *shares)


def _list_table(name: str, record: RecordClass, about_zh: str, about_en: str) -> DataTable[Row]:
    """A table of one of the lists of a disclosure: which one it is, all its fields, where it stands."""
    declaration = fields_of(Disclosure)[name]
    return DataTable(
        name,
        declaration.zh,
        declaration.en,
        about_zh,
        about_en,
        _entry_rows(name),
        (
            _DISCLOSURE_ID,
            _TOWNSHIP_ID,
            _TOWNSHIP,
            _COUNTY_CODE,
            _YEAR,
            _integer("row", "行", "row", lambda row: row.number, ("在文件中的次序", "order in the document")),
            *(printed(record, field, _of_entry) for field in fields_of(record) if field != "line"),
            _SOURCE_FILE,
            _source_line(_of_entry),
            _url(_disclosure_page),
        ),
    )


TOWNSHIPS = DataTable(
    "townships",
    "乡镇",
    "townships",
    "每个乡镇一行",
    "one row per township",
    _township_rows,
    (
        _TOWNSHIP_ID,
        _TOWNSHIP,
        printed(Township, "kind", lambda row: row.facts.township),
        _COUNTY_CODE,
        printed(County, "province", lambda row: row.facts.county),
        printed(County, "prefecture", lambda row: row.facts.county),
        _COUNTY,
        printed(Township, "name_status", lambda row: row.facts.township),
        Column(
            "aliases",
            fields_of(Township)["aliases"].zh,
            "aliases",
            lambda row: [alias.text for alias in row.facts.township.aliases],
            Type.LIST,
        ),
        printed(Township, "division_code", lambda row: row.facts.township),
        printed(Township, "villages", lambda row: row.facts.township),
        printed(Township, "note", lambda row: row.facts.township),
        _url(lambda row: addresses.address("township", row.facts.township_id)),
    ),
)

DISCLOSURES = DataTable(
    "disclosures",
    "公开文件",
    "disclosures",
    "每个乡镇每个年度一行",
    "one row per township and year",
    _disclosure_rows,
    (
        _DISCLOSURE_ID,
        _TOWNSHIP_ID,
        _TOWNSHIP,
        _COUNTY_CODE,
        _COUNTY,
        _YEAR,
        printed(Disclosure, "year_basis", _of_disclosure),
        printed(Publisher, "code", lambda row: row.facts.printed.publisher, name="publisher_code"),
        printed(Publisher, "name", lambda row: row.facts.printed.publisher, name="publisher"),
        printed(Disclosure, "money_unit", _of_disclosure),
        _text(
            "money_unit_basis",
            "金额单位依据",
            "basis of the money unit",
            lambda row: row.facts.printed.money_unit_basis or "printed",
        ),
        _integer("project_count", "项目数", "projects", lambda row: len(row.facts.projects)),
        _integer("indicator_count", "指标行数", "indicator rows", lambda row: row.facts.indicator_count),
        _integer(
            "sub_target_count",
            "分项绩效目标数",
            "sub-targets",
            lambda row: len(row.facts.printed.sub_targets),
        ),
        _integer(
            "budget_count",
            "印有预算数的项目数",
            "projects with a printed budget",
            lambda row: row.facts.budget_count,
        ),
        _number(
            "budget_wan",
            "项目预算数合计",
            "sum of the printed budgets",
            lambda row: plain(row.facts.budget_wan),
            _IN_WAN,
        ),
        _SOURCE_FILE,
        printed(Source, "sha256", lambda row: row.facts.printed.source, name="source_sha256"),
        printed(Source, "lines", lambda row: row.facts.printed.source, name="source_lines"),
        printed(Source, "url", lambda row: row.facts.printed.source, name="source_url"),
        printed(Source, "retrieved", lambda row: row.facts.printed.source),
        _url(_disclosure_page),
    ),
)

SUB_TARGETS = _list_table("sub_targets", SubTarget, "每项分项绩效目标一行", "one row per sub-target")

PROJECTS = DataTable(
    "projects",
    "预算项目",
    "budget projects",
    "每个预算项目一行",
    "one row per budget project",
    _project_rows,
    (
        _PROJECT_ID,
        _DISCLOSURE_ID,
        _TOWNSHIP_ID,
        _TOWNSHIP,
        _COUNTY_CODE,
        _COUNTY,
        _YEAR,
        printed(Project, "no", _of_project),
        printed(Project, "code", _of_project),
        printed(Project, "name", _of_project),
        _text(
            "programme",
            "项目类",
            "programme",
            lambda row: row.the_project.programme or "",
            ("编号；见 vocabulary/programmes.yaml", "its id"),
        ),
        _number("budget_wan", "预算数", "budget", lambda row: plain(row.the_project.budget_wan), _IN_WAN),
        _number(
            "fiscal_wan", "财政资金", "fiscal funds", lambda row: plain(row.the_project.fiscal_wan), _IN_WAN
        ),
        _number(
            "other_wan", "其他资金", "other funds", lambda row: plain(row.the_project.other_wan), _IN_WAN
        ),
        _number(
            "budget_yuan",
            "预算数（元）",
            "budget in yuan",
            lambda row: trimmed(row.the_project.budget_yuan),
            ("由 budget_wan 换算", "derived from budget_wan"),
        ),
        printed(Project, "purpose", _of_project),
        *_plan_columns(),
        printed(Project, "goals", _of_project),
        _integer(
            "indicator_count", "指标行数", "indicator rows", lambda row: len(row.the_project.indicators)
        ),
        _SOURCE_FILE,
        _source_line(_of_project),
        _url(_project_page),
    ),
)

INDICATORS = DataTable(
    "indicators",
    "绩效指标",
    "indicators",
    "每行绩效指标一行",
    "one row per row of a target table",
    _indicator_rows,
    (
        _text("indicator_id", "指标编号", "indicator id", lambda row: row.the_indicator.id),
        _PROJECT_ID,
        _DISCLOSURE_ID,
        _TOWNSHIP_ID,
        _TOWNSHIP,
        _COUNTY_CODE,
        _YEAR,
        printed(Project, "no", _of_project, name="project_no"),
        printed(Project, "name", _of_project, name="project_name"),
        _integer(
            "row",
            "行",
            "row",
            lambda row: row.the_indicator.row,
            ("在表中的次序，从 1 起", "order in the table, from 1"),
        ),
        printed(Indicator, "level1", _of_indicator),
        printed(Indicator, "level2", _of_indicator),
        _text("level1_id", "一级指标编号", "id of level 1", lambda row: row.the_indicator.level1_id),
        _text("level2_id", "二级指标编号", "id of level 2", lambda row: row.the_indicator.level2_id),
        printed(Indicator, "name", _of_indicator),
        _text(
            "family",
            "指标类",
            "indicator family",
            lambda row: row.the_indicator.family or "",
            ("编号；见 vocabulary/indicators.yaml", "its id"),
        ),
        printed(Indicator, "description", _of_indicator),
        printed(Indicator, "target", _of_indicator),
        printed(Indicator, "basis", _of_indicator),
        printed(Indicator, "weight", _of_indicator),
        printed(Indicator, "direction", _of_indicator),
        _text(
            "blank",
            "仅印类别",
            "only the category printed",
            lambda row: "yes" if row.the_indicator.printed.is_blank else "no",
        ),
        _source_line(_of_indicator),
        _url(_indicator_page),
        *(printed(Indicator, name, _of_indicator) for name in ("actual", "score", "deviation", "remark")),
    ),
)

BUDGET_LINES = _list_table(
    "budget_lines", BudgetLine, "说明文字中的每个金额一行", "one row per amount of the department's totals"
)

PROCUREMENT = _list_table("procurement", ProcurementRow, "每个采购行一行", "one row per procurement row")

ASSETS = _list_table("assets", Asset, "每项资产一行", "one row per asset")

TABLES: tuple[DataTable[Row], ...] = (
    TOWNSHIPS,
    DISCLOSURES,
    SUB_TARGETS,
    PROJECTS,
    INDICATORS,
    BUDGET_LINES,
    PROCUREMENT,
    ASSETS,
)
