"""The columns of townships, each in one year, and of programmes: sums of budgets as the catalogue has them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.analyse.catalogue import Catalogue, ListedProject, count_townships, sum_of_budgets
from generator.analyse.summary import DisclosureSummary, ProjectSummary, TownshipSummary
from generator.model.fields import fields_of
from generator.model.lookups import Vocabulary
from generator.model.township import Township
from generator.pages.columns.views import Cell, Column, Part, Row, Value, Year
from generator.pages.figures import set_count, set_wan
from generator.pages.links import line_ref
from generator.pages.theme import Renderer
from generator.pages.views import Link, SourceRef

MOST_DOCUMENTS = 100
"""In the column of a programme, the latest; the page of the programme has all. The words of the theme name the number."""


class SumColumns:
    """Makes columns in one language."""

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._vocabulary = vocabulary
        self._links = renderer.links
        self._t = renderer.strings

    def township(self, disclosure: DisclosureSummary) -> Column:
        t, township = self._t, disclosure.township
        all_years = self._catalogue.by_township[township.id]
        years = tuple(
            Year(each.id, t.format("py_year", year=each.year), each is disclosure) for each in all_years
        )
        url = self._links.to("disclosure", township.id, disclosure.year)
        return Column(
            name=township.name,
            url=url,
            place=t.county(self._vocabulary.counties[township.county_code]),
            year=t.format("py_year", year=disclosure.year),
            years=years if len(years) > 1 else (),
            parts=(
                Part("about", t.compare_about, tuple(self._township_counts(disclosure, url))),
                Part(
                    "money",
                    t.compare_money,
                    (Row("total", t.py_budget_sum_label, self._total(disclosure, url)),),
                    is_dated=True,
                ),
                Part(
                    "programmes",
                    t.compare_by_programme,
                    tuple(self._programmes(disclosure, url)),
                    is_dated=True,
                ),
            ),
        )

    def _township_counts(self, disclosure: DisclosureSummary, url: str) -> Iterator[Row]:
        t, township = self._t, disclosure.township
        page = Link(t.compare_township_page, self._links.to("township", township.id))
        villages = (
            Cell((Value(township.villages, links=(page,), lines=tuple(self._village_lines(township))),))
            if township.villages
            else Cell(why=t.value_absent)
        )
        yield Row("villages", t.name(fields_of(Township)["villages"]), villages)
        yield Row("projects", t.py_projects, self._count(len(disclosure.projects), disclosure, url))
        yield Row("indicators", t.py_indicator_rows, self._count(disclosure.indicator_count, disclosure, url))

    def _village_lines(self, township: TownshipSummary) -> Iterator[SourceRef]:
        source = township.villages_source
        years = {disclosure.year for disclosure in self._catalogue.by_township[township.id]}
        if source and source.year in years:
            yield self._line(township, source.year, source.line)

    def _line(self, township: TownshipSummary, year: str, line: str) -> SourceRef:
        return line_ref(self._links.to("source", township.id, year), line)

    def _count(self, number: int, disclosure: DisclosureSummary, url: str) -> Cell:
        return Cell((Value(set_count(number), links=(self._year_link(disclosure, url),)),))

    def _year_link(self, disclosure: DisclosureSummary, url: str) -> Link:
        return Link(self._t.format("py_year", year=disclosure.year), url)

    def _total(self, disclosure: DisclosureSummary, url: str) -> Cell:
        links = (Link(self._t.py_projects, f"{url}#projects"),)
        if disclosure.budget_wan is None:
            return Cell(why=self._t.compare_no_budget, links=(self._year_link(disclosure, url),))
        return self._sum([ListedProject(disclosure, project) for project in disclosure.projects], links)

    def _programmes(self, disclosure: DisclosureSummary, url: str) -> Iterator[Row]:
        """In the order of the vocabulary; the last row counts the projects that are in none."""
        t = self._t
        for place, (id_, programme) in enumerate(self._vocabulary.programmes.items()):
            if projects := [project for project in disclosure.projects if project.programme == id_]:
                yield Row(
                    id_,
                    t.name(programme),
                    self._budgets([ListedProject(disclosure, project) for project in projects]),
                    url=self._links.to("programme", id_),
                    lack="no_programme",
                    order=f"{place:04d}",
                )
        others = sum(not project.programme for project in disclosure.projects)
        yield Row(
            "others",
            t.compare_other_projects,
            self._count(others, disclosure, url),
            order="9999",
            is_count=True,
        )

    def programme(self, id_: str) -> tuple[Column, bool]:
        """With whether documents are left out."""
        t = self._t
        projects = self._catalogue.by_programme.get(id_, ())
        documents = [tuple(group) for _, group in groupby(projects, lambda listed: listed.disclosure.id)]
        documents.sort(key=_order)
        shown = documents[:MOST_DOCUMENTS]
        column = Column(
            name=t.name(self._vocabulary.programmes[id_]),
            url=self._links.to("programme", id_),
            parts=(
                Part("about", t.compare_about, tuple(self._programme_counts(id_, projects))),
                *(
                    Part(
                        year,
                        t.format("compare_budgets_of", year=year),
                        tuple(map(self._document, group)),
                        order=_year_order(year),
                    )
                    for year, group in groupby(shown, lambda document: document[0].disclosure.year)
                ),
            ),
        )
        return column, len(shown) < len(documents)

    def _programme_counts(self, id_: str, projects: Sequence[ListedProject]) -> Iterator[Row]:
        t = self._t
        page = Link(t.compare_programme_page, self._links.to("programme", id_))
        counts = {
            "projects": (t.py_projects, len(projects)),
            "townships": (t.py_townships, count_townships(projects)),
        }
        for topic, (label, number) in counts.items():
            yield Row(topic, label, Cell((Value(set_count(number), links=(page,)),)))

    def _document(self, projects: Sequence[ListedProject]) -> Row:
        disclosure = projects[0].disclosure
        return Row(
            disclosure.id,
            disclosure.township.name,
            self._budgets(projects),
            url=self._links.to("disclosure", disclosure.township.id, disclosure.year),
            lack="no_programme",
            order=_order(projects),
        )

    def _budgets(self, projects: Sequence[ListedProject]) -> Cell:
        """What the projects of one disclosure print together, with links to each of them and the lines of the sums."""
        is_sum = len(projects) > 1
        links = tuple(self._project_link(listed.project, is_priced=is_sum) for listed in projects)
        lines = tuple(
            self._line(disclosure.township, disclosure.year, project.line_of("total"))
            for disclosure, project in ((listed.disclosure, listed.project) for listed in projects)
            if project.budget_wan is not None
        )
        return self._sum(projects, links, lines)

    def _project_link(self, project: ProjectSummary, *, is_priced: bool) -> Link:
        budget = f" {project.budget.text}" if is_priced and project.budget.text else ""
        return Link(project.name + budget, self._links.to("project", project.id))

    def _sum(
        self, projects: Sequence[ListedProject], links: tuple[Link, ...], lines: tuple[SourceRef, ...] = ()
    ) -> Cell:
        t = self._t
        total, count = sum_of_budgets(projects)
        if total is None:
            return Cell(why=t.compare_no_budget, links=links)
        notes = []
        if len(projects) > 1:
            notes.append(t.budget_sum(count, len(projects)))
        if projects[0].disclosure.money_unit_inferred:
            notes.append(t.py_unit_inferred)
        text = set_wan(total) if len(projects) > 1 else projects[0].project.budget.text
        return Cell((Value(text, "万元", tuple(notes), links, lines),))


def _order(projects: Sequence[ListedProject]) -> str:
    """The latest year first, then by place."""
    disclosure = projects[0].disclosure
    return f"{_year_order(disclosure.year)} {disclosure.id}"


def _year_order(year: str) -> str:
    return str(9999 - int(year))
