"""What every page across townships is made from, and the pieces that they share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import addresses
from generator.analyse.amounts import plain
from generator.analyse.catalogue import Catalogue, ListedProject, count_townships, sum_of_budgets
from generator.analyse.gathered import Gathered
from generator.analyse.summary import DisclosureSummary
from generator.model.lookups import Vocabulary
from generator.model.township import County
from generator.model.vocabulary import Redirect
from generator.output import Output
from generator.pages.figures import set_count, set_wan
from generator.pages.links import Links, line_ref
from generator.pages.strings import Strings
from generator.pages.theme import Renderer
from generator.pages.twins import to_csv, to_json
from generator.pages.views import Fact, Link, SourceRef

LIST_COLUMNS = (
    "project_id",
    "name",
    "township",
    "county_code",
    "year",
    "programme",
    "budget_wan",
    "indicator_count",
    "url",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry of a list comes from."""

    disclosure: DisclosureSummary
    link: Link
    """To the page of the document."""

    @property
    def year(self) -> str:
        return self.disclosure.year


@dataclass(frozen=True, slots=True)
class Surroundings:
    catalogue: Catalogue
    vocabulary: Vocabulary
    redirects: tuple[Redirect, ...]
    renderer: Renderer
    gathered: Mapping[str, Gathered[Any]]
    """What the disclosures add to the lists of findings, answers and examples, by the address of their pages."""
    source: str = "content"
    """What the outputs are made of, for messages."""

    @property
    def base_url(self) -> str:
        """Without a slash at the end."""
        return self.renderer.base_url

    @property
    def t(self) -> Strings:
        return self.renderer.strings

    @property
    def links(self) -> Links:
        return self.renderer.links

    def csv_twin(self, address: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Output]:
        """The twin of a page, with that of the first language: it stands once, for all."""
        if self.renderer.edition.is_first:
            yield Output(addresses.twin_path(address, "csv"), to_csv(heads, rows), self.source)

    def json_twin(self, address: str, value: Mapping[str, object]) -> Iterator[Output]:
        """As `csv_twin`."""
        if self.renderer.edition.is_first:
            yield Output(addresses.twin_path(address, "json"), to_json(value), self.source)

    def township_link(self, disclosure: DisclosureSummary) -> Link:
        return Link(disclosure.township.name, self.links.to("township", disclosure.township.id))

    def county(self, disclosure: DisclosureSummary) -> County:
        return self.vocabulary.counties[disclosure.township.county_code]

    def project_link(self, listed: ListedProject) -> Link:
        return Link(listed.project.name, self.links.to("project", listed.project.id))

    def place(self, disclosure_id: str) -> Place:
        disclosure = self.catalogue.by_id[disclosure_id]
        page = self.links.to("disclosure", disclosure.township.id, disclosure.year)
        return Place(disclosure, Link(disclosure.township.name, page))

    def project_row(self, disclosure_id: str, project_id: str, row: int) -> Link:
        """A project by its title, leading to a row of it; the document where no project is meant."""
        if not project_id:
            page = self.links.to("disclosure", *addresses.split_disclosure_id(disclosure_id))
            return Link(self.t.py_whole_document, page)
        page = self.links.to("project", project_id)
        url = f"{page}#{addresses.row_anchor(row)}" if row else page
        return Link(self.catalogue.titles[project_id], url)

    def source_ref(self, disclosure: DisclosureSummary, line: str) -> SourceRef:
        return line_ref(self.links.to("source", disclosure.township.id, disclosure.year), line)

    def disclosure_title(self, disclosure: DisclosureSummary) -> str:
        """With its place and year, where it stands apart from them: `卢龙县双望镇2024年预算绩效目标`."""
        place = self.t.short_place(self.county(disclosure), disclosure.township.name)
        return self.t.format("py_disclosure_head", place=place, year=disclosure.year)

    def budget_sums(self, projects: Sequence[ListedProject]) -> tuple[Fact, ...]:
        """The sum of the printed budgets of each year, the latest first; years are never added to each other."""
        by_year: dict[str, list[ListedProject]] = defaultdict(list)
        for listed in projects:
            by_year[listed.disclosure.year].append(listed)
        return tuple(self._budget_sum(by_year[year], year) for year in sorted(by_year, reverse=True))

    def _budget_sum(self, projects: Sequence[ListedProject], year: str) -> Fact:
        """With how many of the projects print a budget."""
        t = self.t
        label = t.format("py_budget_sum_of", year=year)
        total, count = sum_of_budgets(projects)
        if total is None:
            return Fact(label, t.py_amount_not_printed)
        note = t.budget_sum(count, len(projects))
        inferred = any(listed.disclosure.money_unit_inferred for listed in projects)
        return Fact(
            label,
            set_wan(total),
            unit="万元",  # Every English page says at its foot what it is; here there is no room.
            note=note + (t.py_some_units_inferred if inferred else ""),
        )

    def project_count(self, projects: Sequence[ListedProject]) -> Fact:
        return Fact(self.t.py_projects, set_count(len(projects)))

    def township_count(self, projects: Sequence[ListedProject]) -> Fact:
        return Fact(self.t.py_townships, set_count(count_townships(projects)))

    def list_row(self, listed: ListedProject) -> tuple[str, ...]:
        """A project in the twins of lists; the columns are `LIST_COLUMNS`."""
        disclosure, project = listed.disclosure, listed.project
        return (
            project.id,
            project.name,
            disclosure.township.name,
            disclosure.township.county_code,
            disclosure.year,
            project.programme,
            plain(project.budget_wan),
            str(project.indicator_count),
            self.base_url + addresses.address("project", project.id),
        )

    def list_json(self, projects: Iterable[ListedProject]) -> list[dict[str, str]]:
        return [dict(zip(LIST_COLUMNS, self.list_row(listed), strict=True)) for listed in projects]
