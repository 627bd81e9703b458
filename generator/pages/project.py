"""The page of one project."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.analyse.factors import HOUSEHOLDS, PERSONS, VILLAGES, read_table
from generator.checks.across import Beside
from generator.checks.results import Results
from generator.model.disclosure import Budget, Execution, Project
from generator.model.fields import Kind, fields_of
from generator.model.lookups import Vocabulary
from generator.pages.citation import Cited, make_citations
from generator.pages.error_report import report_url
from generator.pages.links import Links, line_ref
from generator.pages.plan import make_plan
from generator.pages.project_checks import ProjectChecks
from generator.pages.strings import Strings
from generator.pages.target_table import TargetTables, correction_views
from generator.pages.terms import PageTerms
from generator.pages.theme import Renderer
from generator.pages.views import (
    Citation,
    Fact,
    Frame,
    Link,
    ProgrammeView,
    ProjectPage,
    SourceRef,
    State,
)

NOTHING_BESIDE: Mapping[str, Sequence[Beside]] = {}
_MOST_COUNTS = 3
"""Of people, villages and households, above the target table that has them all."""
_FIXED_COLUMNS = 5
"""Of a target table: number, level 2, name, target, source line."""
_BLANK_COLUMNS = 2
"""Of a row with only its category printed: name and target."""


def printed_fact(label: str, value: str | None, source: SourceRef | None = None, **options: str) -> Fact:
    """A printed value; absent and blank are told apart."""
    state = State.ABSENT if value is None else State.PRINTED if value else State.BLANK
    return Fact(label, value or "", state=state, source=source, **options)


def source_ref(facts: DisclosureFacts, line: str, links: Links) -> SourceRef:
    page = links.to("source", facts.township_id, facts.printed.year)
    return line_ref(page, line)


def place_crumbs(facts: DisclosureFacts, links: Links, t: Strings) -> tuple[Link, ...]:
    return (
        Link(t.py_townships, links.to("townships")),
        Link(facts.township.name, links.to("township", facts.township_id)),
        Link(
            t.format("py_year", year=facts.printed.year),
            links.to("disclosure", facts.township_id, facts.printed.year),
        ),
    )


class ProjectPages:
    """Makes the project pages of one disclosure, which share most of their surroundings."""

    def __init__(
        self,
        facts: DisclosureFacts,
        vocabulary: Vocabulary,
        renderer: Renderer,
        results: Results,
        *,
        beside: Mapping[str, Sequence[Beside]] = NOTHING_BESIDE,
    ) -> None:
        """`beside`: project → findings across disclosures that name it."""
        self._facts = facts
        self._vocabulary = vocabulary
        self._renderer = renderer
        self._results = results
        self._beside = beside
        self._links = links = renderer.links
        self._t = t = renderer.strings
        self._crumbs = place_crumbs(facts, links, t)
        self._names = Counter(project.printed.name for project in facts.projects)
        self._source_page = links.to("source", facts.township_id, facts.printed.year)
        self._tables = TargetTables(vocabulary, self._source_page, links, t)

    def __iter__(self) -> Iterator[ProjectPage]:
        return map(self._at, range(len(self._facts.projects)))

    def named_across(self) -> Iterator[ProjectPage]:
        """Only the pages of projects that a finding across disclosures names."""
        for index, project in enumerate(self._facts.projects):
            if project.id in self._beside:
                yield self._at(index)

    def _at(self, index: int) -> ProjectPage:
        projects = self._facts.projects
        previous = self._neighbour(projects[index - 1]) if index else None
        following = self._neighbour(projects[index + 1]) if index + 1 < len(projects) else None
        return self._page(projects[index], previous, following)

    def _page(self, project: ProjectFacts, previous: Link | None, following: Link | None) -> ProjectPage:
        printed, facts, t = project.printed, self._facts, self._t
        fields = fields_of(Project)
        frame = self._frame(project)
        has_description = any(row.description is not None for row in printed.indicators)
        has_basis = any(row.basis is not None for row in printed.indicators)
        beside = self._beside.get(project.id, ())
        checks = ProjectChecks(facts, project, self._results, self._links, t, beside=beside)
        terms = PageTerms(t)
        return ProjectPage(
            frame=frame,
            number=printed.no,
            place=t.format("py_place_year", place=self._place, year=facts.printed.year),
            budget=self._budget(printed, "total", terms),
            facts=(*self._reach(project), *self._facts_of(printed, terms)),
            purpose=self._purpose(printed, terms),
            goals=printed.goals,
            goal_lines=self._lines_of(printed, "goals"),
            goals_term=terms.note("goals", t.project_goals),
            results=printed.results,
            result_lines=self._lines_of(printed, "results"),
            plan=make_plan(project, self._source, t),
            plan_term=terms.note("plan", t.project_plan),
            columns=self._tables.columns(project, terms),
            groups=self._tables.groups(project, terms, checks.of_rows()),
            has_description=has_description,
            has_basis=has_basis,
            column_count=str(_FIXED_COLUMNS + has_description + has_basis),
            blank_span=str(_BLANK_COLUMNS + has_description + has_basis),
            row_count=len(project.indicators),
            is_cut_off=printed.cut_off == "yes",
            checks=checks.view(),
            programme=self._programme(project),
            themes=tuple(
                Link(t.name(self._vocabulary.themes[theme]), self._links.to("theme", theme))
                for theme in project.themes
            ),
            corrections=correction_views(project.corrections, {**fields, **fields_of(Budget)}, t),
            terms=terms.noted,
            citations=self._citations(project, frame.canonical),
            report_url=self._report_url(project, frame.canonical),
            previous=previous,
            next=following,
            compare_url=self._links.to_comparison("project", project.id),
            disclosure=self._crumbs[-1],
            source=self._source(printed.line),
            source_file=facts.printed.source.file,
        )

    @property
    def _place(self) -> str:
        return self._t.place(self._facts.county, self._facts.township.name)

    def _frame(self, project: ProjectFacts) -> Frame:
        printed, t = project.printed, self._t
        words = {
            "name": printed.name,
            "number": printed.no,
            "place": t.short_place(self._facts.county, self._facts.township.name),
            "year": self._facts.printed.year,
            "count": len(project.indicators),
        }
        frame = self._renderer.frame(
            printed.name,
            t.format("py_project_description", budget=self._amount(printed), **words),
            addresses.address("project", project.id),
            crumbs=self._crumbs,
            section="projects",
            twins="json",
        )
        key = "py_project_title_numbered" if self._names[printed.name] > 1 else "py_project_title"
        return replace(frame, head_title=t.format(key, **words))

    def _amount(self, printed: Project) -> str:
        if not (printed.budget and printed.budget.total):
            return self._t.py_not_printed
        return self._t.format(
            "py_amount", amount=printed.budget.total, unit=self._t.unit(self._unit(printed))
        )

    def _budget(self, printed: Project, part: str, terms: PageTerms) -> Fact:
        field = fields_of(Budget)[part]
        value = getattr(printed.budget, part) if printed.budget else None
        own_unit = printed.budget.unit if printed.budget else None
        inferred = not own_unit and self._facts.printed.money_unit_basis == "inferred"
        note = self._t.py_unit_inferred if value and inferred else ""
        unit = self._t.unit(self._unit(printed)) if value else ""
        label = self._t.name(field)
        term = terms.note("budget" if part == "total" else part, label)
        return printed_fact(label, value, self._source_of(printed, part), unit=unit, note=note, term=term)

    def _purpose(self, printed: Project, terms: PageTerms) -> Fact:
        label = self._t.name(fields_of(Project)["purpose"])
        source = self._source_of(printed, "purpose")
        return printed_fact(label, printed.purpose, source, term=terms.note("purpose", label))

    def _unit(self, printed: Project) -> str:
        """The project's own money unit, or that of the document."""
        return (printed.budget.unit if printed.budget else None) or self._facts.printed.money_unit

    def _execution(self, printed: Project) -> Iterator[Fact]:
        """What a self-evaluation prints about the money; nothing in a document of targets alone."""
        execution = printed.execution
        for name, field in fields_of(Execution).items() if execution else ():
            value = getattr(execution, name)
            if value is not None:
                unit = self._t.unit(self._unit(printed)) if field.kind is Kind.AMOUNT and value else ""
                yield printed_fact(self._t.name(field), value, self._source_of(printed, name), unit=unit)

    def _reach(self, project: ProjectFacts) -> Iterator[Fact]:
        """For whom: the people, villages and households that the target table counts, each with the row's name."""
        labels = {
            PERSONS: self._t.py_reach_persons,
            VILLAGES: self._t.py_reach_villages,
            HOUSEHOLDS: self._t.py_reach_households,
        }
        counts = [count for count in read_table(project).counts if count.base in labels]
        for count in counts[:_MOST_COUNTS]:
            row = count.row.printed
            yield Fact(labels[count.base], row.target, source=self._source(row.line), note=row.name)

    def _facts_of(self, printed: Project, terms: PageTerms) -> tuple[Fact, ...]:
        return (
            self._budget(printed, "fiscal", terms),
            self._budget(printed, "other", terms),
            self._code(printed, terms),
            *self._execution(printed),
            *(
                Fact(detail.label, detail.value, source=self._source(detail.line))
                for detail in printed.details
            ),
        )

    def _code(self, printed: Project, terms: PageTerms) -> Fact:
        code, label = printed.code, self._t.name(fields_of(Project)["code"])
        url = self._links.to("code", code) if code and addresses.is_addressable_code(code) else ""
        return printed_fact(
            label, code, self._source_of(printed, "code"), url=url, term=terms.note("code", label)
        )

    def _programme(self, project: ProjectFacts) -> ProgrammeView | None:
        if not project.programme:
            return None
        programme = self._vocabulary.programmes[project.programme]
        return ProgrammeView(
            name=self._t.name(programme),
            url=self._links.to("programme", project.programme),
            definition=self._t.definition(programme),
        )

    def _citations(self, project: ProjectFacts, url: str) -> tuple[Citation, ...]:
        facts, t, site = self._facts, self._t, self._renderer.site
        published = max((change.date for change in facts.printed.changes), default=facts.printed.added)
        return make_citations(
            Cited(
                id=project.id,
                author=site.publisher.name,
                title=t.format(
                    "py_cited_title",
                    place=t.short_place(facts.county, facts.township.name),
                    year=facts.printed.year,
                    name=project.printed.name,
                ),
                published=published or "",
                site=site.title,
                url=url,
                accessed=t.py_cited_accessed,
            )
        )

    def _report_url(self, project: ProjectFacts, url: str) -> str:
        t, printed = self._t, project.printed
        body = t.format("py_report_body", url=url, line=printed.line)
        title = t.format("py_report_title", id=project.id)
        return report_url(self._renderer.site, title, body)

    def _neighbour(self, project: ProjectFacts) -> Link:
        return Link(project.printed.name, self._links.to("project", project.id))

    def _lines_of(self, printed: Project, name: str) -> tuple[SourceRef, ...]:
        """The lines of the goals, or of the results; where none is printed, that of the project."""
        lines = (printed.line_of(name, index) for index in range(len(getattr(printed, name)) or 1))
        return tuple(map(self._source, dict.fromkeys(lines)))

    def _source_of(self, printed: Project, name: str) -> SourceRef:
        return self._source(printed.line_of(name))

    def _source(self, line: str) -> SourceRef:
        return line_ref(self._source_page, line)
