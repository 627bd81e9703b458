"""All summaries together, arranged for the pages across townships. The reduce step's only input."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from generator import addresses
from generator.analyse.shown_budget import ShownBudget
from generator.analyse.summary import DisclosureSummary, FamilyRow, ProjectSummary
from generator.model.township import UNKNOWN_COUNTY

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class ListedProject:
    disclosure: DisclosureSummary
    project: ProjectSummary


@dataclass(frozen=True, slots=True)
class ListedRow:
    """An indicator row that belongs to a family."""

    disclosure: DisclosureSummary
    project: ProjectSummary
    row: FamilyRow


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything in the order in which places are listed: by county code, slug and year, and last those whose name no
    document prints, as nobody looks for them first.
    """

    disclosures: tuple[DisclosureSummary, ...]
    projects: tuple[ListedProject, ...]
    by_township: Mapping[str, Sequence[DisclosureSummary]]
    by_county: Mapping[str, Sequence[ListedProject]]
    by_year: Mapping[str, Sequence[ListedProject]]
    by_programme: Mapping[str, Sequence[ListedProject]]
    by_theme: Mapping[str, Sequence[ListedProject]]
    by_code: Mapping[str, Sequence[ListedProject]]
    """In the order of the datasets, which findings across documents follow."""
    by_family: Mapping[str, Sequence[ListedRow]]
    by_id: Mapping[str, DisclosureSummary]
    titles: Mapping[str, str]
    """Of the projects, as printed, by id."""
    budgets: Mapping[str, ShownBudget]
    """Of the projects, by id."""

    @property
    def indicator_count(self) -> int:
        return sum(disclosure.indicator_count for disclosure in self.disclosures)

    @property
    def last_changed(self) -> str:
        return last_changed(self.disclosures)


def make_catalogue(summaries: Iterable[DisclosureSummary]) -> Catalogue:
    in_datasets = tuple(summaries)
    coded = [
        ListedProject(disclosure, project) for disclosure in in_datasets for project in disclosure.projects
    ]
    disclosures = tuple(sorted(in_datasets, key=_place_in_lists))
    projects = tuple(sorted(coded, key=lambda listed: _place_in_lists(listed.disclosure)))
    rows = (
        ListedRow(listed.disclosure, listed.project, row)
        for listed in projects
        for row in listed.project.rows
    )
    return Catalogue(
        disclosures=disclosures,
        projects=projects,
        by_township=_group(disclosures, lambda disclosure: (disclosure.township.id,)),
        by_county=_group(projects, lambda listed: (listed.disclosure.township.county_code,)),
        by_year=_group(projects, lambda listed: (listed.disclosure.year,)),
        by_programme=_group(projects, lambda listed: (listed.project.programme,)),
        by_theme=_group(projects, lambda listed: listed.project.themes),
        by_code=_group(coded, lambda listed: _codes(listed.project)),
        by_family=_group(rows, lambda listed: (listed.row.family,)),
        by_id={disclosure.id: disclosure for disclosure in disclosures},
        titles={listed.project.id: listed.project.name for listed in projects},
        budgets={listed.project.id: listed.project.budget for listed in projects},
    )


def last_changed(disclosures: Iterable[DisclosureSummary]) -> str:
    """The day of the last change to any of them; `""` where that is not known of one, or there are none."""
    days = [disclosure.last_changed for disclosure in disclosures]
    return max(days) if days and all(days) else ""


def sum_of_budgets(projects: Iterable[ListedProject]) -> tuple[Decimal | None, int]:
    """The sum of the printed budgets in 万元 and how many projects print one; None where none does."""
    budgets = [listed.project.budget_wan for listed in projects if listed.project.budget_wan is not None]
    return (sum(budgets, Decimal(0)) if budgets else None), len(budgets)


def count_townships(projects: Iterable[ListedProject]) -> int:
    return len({listed.disclosure.township.id for listed in projects})


def _place_in_lists(disclosure: DisclosureSummary) -> tuple[bool, bool]:
    township = disclosure.township
    return township.name_status == "not_printed", township.county_code == UNKNOWN_COUNTY


def _codes(project: ProjectSummary) -> tuple[str, ...]:
    return (project.code,) if addresses.is_addressable_code(project.code) else ()


def _group(items: Iterable[_Item], keys: Callable[[_Item], Iterable[str]]) -> dict[str, list[_Item]]:
    groups: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            groups[key].append(item)
    return dict(groups)
