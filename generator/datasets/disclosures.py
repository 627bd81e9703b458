"""The tables `townships` and `disclosures`."""

from collections.abc import Sequence

from generator import addresses
from generator.analyse.amounts import plain
from generator.datasets.columns import Column, DataTable, Type, integer, number, printed, text
from generator.datasets.subjects import (
    COUNTY,
    COUNTY_CODE,
    DISCLOSURE_ID,
    IN_WAN,
    SOURCE_FILE,
    TOWNSHIP,
    TOWNSHIP_ID,
    YEAR,
    Row,
    disclosure_page,
    of_disclosure,
    url,
)
from generator.model.disclosure import Disclosure, Publisher, Source
from generator.model.fields import fields_of
from generator.model.township import County, Township


def _township_rows(start: Row) -> Sequence[Row]:
    return (start,) if start.is_first_year else ()


def _disclosure_rows(start: Row) -> Sequence[Row]:
    return (start,)


TOWNSHIPS = DataTable(
    "townships",
    "乡镇",
    "townships",
    "每个乡镇一行",
    "one row per township",
    _township_rows,
    (
        TOWNSHIP_ID,
        TOWNSHIP,
        printed(Township, "kind", lambda row: row.facts.township),
        COUNTY_CODE,
        printed(County, "province", lambda row: row.facts.county),
        printed(County, "prefecture", lambda row: row.facts.county),
        COUNTY,
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
        url(lambda row: addresses.address("township", row.facts.township_id)),
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
        DISCLOSURE_ID,
        TOWNSHIP_ID,
        TOWNSHIP,
        COUNTY_CODE,
        COUNTY,
        YEAR,
        printed(Disclosure, "year_basis", of_disclosure),
        printed(Publisher, "code", lambda row: row.facts.printed.publisher, name="publisher_code"),
        printed(Publisher, "name", lambda row: row.facts.printed.publisher, name="publisher"),
        printed(Disclosure, "money_unit", of_disclosure),
        text(
            "money_unit_basis",
            "金额单位依据",
            "basis of the money unit",
            lambda row: row.facts.printed.money_unit_basis or "printed",
        ),
        integer("project_count", "项目数", "projects", lambda row: len(row.facts.projects)),
        integer("indicator_count", "指标行数", "indicator rows", lambda row: row.facts.indicator_count),
        integer(
            "sub_target_count",
            "分项绩效目标数",
            "sub-targets",
            lambda row: len(row.facts.printed.sub_targets),
        ),
        integer(
            "budget_count",
            "印有预算数的项目数",
            "projects with a printed budget",
            lambda row: row.facts.budget_count,
        ),
        number(
            "budget_wan",
            "项目预算数合计",
            "sum of the printed budgets",
            lambda row: plain(row.facts.budget_wan),
            IN_WAN,
        ),
        SOURCE_FILE,
        printed(Source, "sha256", lambda row: row.facts.printed.source, name="source_sha256"),
        printed(Source, "lines", lambda row: row.facts.printed.source, name="source_lines"),
        printed(Source, "url", lambda row: row.facts.printed.source, name="source_url"),
        printed(Source, "retrieved", lambda row: row.facts.printed.source),
        url(disclosure_page),
    ),
)
