"""What a row of a dataset is about, and the columns that several tables share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks.finding import Finding
from generator.datasets.columns import Column, integer, printed, text
from generator.model.disclosure import Disclosure, Indicator, Project, Source
from generator.model.fields import fields_of
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
    findings: tuple[Finding, ...] = ()
    """The published ones on the project, or on the disclosure where the row is of no project."""

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


def of_disclosure(row: Row) -> Disclosure:
    return row.facts.printed


def of_project(row: Row) -> Project:
    return row.the_project.printed


def of_indicator(row: Row) -> Indicator:
    return row.the_indicator.printed


def of_entry(row: Row) -> Any:
    return row.entry


DISCLOSURE_ID: Column[Row] = text("disclosure_id", "公开文件编号", "disclosure id", lambda row: row.facts.id)
TOWNSHIP_ID: Column[Row] = text("township_id", "乡镇编号", "township id", lambda row: row.facts.township_id)
TOWNSHIP: Column[Row] = text("township", "乡镇", "township", lambda row: row.facts.township.name)
COUNTY_CODE = printed(Township, "county_code", lambda row: row.facts.township)
COUNTY = printed(County, "county", lambda row: row.facts.county)
YEAR = printed(Disclosure, "year", of_disclosure)
PROJECT_ID: Column[Row] = text("project_id", "项目编号", "project id", lambda row: row.the_project.id)
SOURCE_FILE = printed(Source, "file", lambda row: row.facts.printed.source, name="source_file")


def source_line(of: Callable[[Row], Any]) -> Column[Row]:
    declaration = fields_of(Project)["line"]
    return integer(
        "source_line",
        declaration.zh,
        declaration.en,
        lambda row: of(row).line,
        (declaration.about_zh, declaration.about_en),
    )


def url(page: Callable[[Row], str]) -> Column[Row]:
    return text("url", "网址", "address", lambda row: row.base_url + page(row))


def disclosure_page(row: Row) -> str:
    return addresses.address("disclosure", row.facts.township_id, row.facts.printed.year)


def project_page(row: Row) -> str:
    return addresses.address("project", row.the_project.id)


def indicator_page(row: Row) -> str:
    return f"{project_page(row)}#{addresses.row_anchor(row.the_indicator.row)}"


IN_WAN = ("万元，精确小数；未印则为空", "in 万元 (10,000 yuan), exact; empty where not printed")
