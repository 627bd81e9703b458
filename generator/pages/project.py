"""The page of one project."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.model.disclosure import Budget, Execution, Indicator, Plan, Project
from generator.model.fields import Field, Kind, fields_of
from generator.model.lookups import Vocabulary
from generator.model.vocabulary import Correction, Level1, Level2
from generator.pages.figures import plan_geometry, set_share
from generator.pages.links import Links
from generator.pages.strings import Strings
from generator.pages.theme import Renderer
from generator.pages.views import (
    CorrectionView,
    Fact,
    Frame,
    Link,
    PlanPoint,
    PlanView,
    ProjectPage,
    RowGroup,
    RowView,
    SourceRef,
    State,
)

_EXTRA_COLUMNS = (
    "operator",
    "unit",
    "weight",
    "direction",
    "period",
    "actual",
    "score",
    "deviation",
    "remark",
)
_FIXED_COLUMNS = 5
"""Of a target table: number, level 2, name, target, source line."""
_BLANK_COLUMNS = 2
"""Of a row with only its category printed: name and target."""
_PLAN_POINTS = tuple(fields_of(Plan))


def printed_fact(label: str, value: str | None, source: SourceRef | None = None, **options: str) -> Fact:
    """A printed value; absent and blank are told apart."""
    state = State.ABSENT if value is None else State.PRINTED if value else State.BLANK
    return Fact(label, value or "", state=state, source=source, **options)


def source_ref(facts: DisclosureFacts, line: str, links: Links) -> SourceRef:
    page = links.to("source", facts.township_id, facts.printed.year)
    return SourceRef(line, f"{page}#{addresses.line_anchor(line)}")


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

    def __init__(self, facts: DisclosureFacts, vocabulary: Vocabulary, renderer: Renderer) -> None:
        self._facts = facts
        self._vocabulary = vocabulary
        self._renderer = renderer
        self._links = links = renderer.links
        self._t = t = renderer.strings
        self._crumbs = place_crumbs(facts, links, t)
        self._extra_labels = {name: t.name(fields_of(Indicator)[name]) for name in _EXTRA_COLUMNS}
        self._source_page = links.to("source", facts.township_id, facts.printed.year)
        self._family_links: dict[str, Link] = {}

    def __iter__(self) -> Iterator[ProjectPage]:
        projects = self._facts.projects
        for index, project in enumerate(projects):
            previous = self._neighbour(projects[index - 1]) if index else None
            following = self._neighbour(projects[index + 1]) if index + 1 < len(projects) else None
            yield self._page(project, previous, following)

    def _page(self, project: ProjectFacts, previous: Link | None, following: Link | None) -> ProjectPage:
        printed, facts, t = project.printed, self._facts, self._t
        fields = fields_of(Project)
        frame = self._frame(project)
        source = self._source(printed.line)
        has_description = any(row.description is not None for row in printed.indicators)
        has_basis = any(row.basis is not None for row in printed.indicators)
        return ProjectPage(
            frame=frame,
            number=printed.no,
            place=t.format(
                "py_place_year",
                place=t.place(facts.county, facts.township.name),
                year=facts.printed.year,
            ),
            budget=self._budget(printed, "total", source),
            facts=self._facts_of(printed, source),
            purpose=printed_fact(t.name(fields["purpose"]), printed.purpose, source),
            goals=printed.goals,
            results=printed.results,
            plan=self._plan(project),
            groups=self._groups(project),
            has_description=has_description,
            has_basis=has_basis,
            column_count=str(_FIXED_COLUMNS + has_description + has_basis),
            blank_span=str(_BLANK_COLUMNS + has_description + has_basis),
            row_count=len(project.indicators),
            is_cut_off=printed.cut_off == "yes",
            programme=self._programme(project),
            themes=tuple(
                Link(t.name(self._vocabulary.themes[theme]), self._links.to("theme", theme))
                for theme in project.themes
            ),
            corrections=correction_views(project.corrections, {**fields, **fields_of(Budget)}, t),
            previous=previous,
            next=following,
            disclosure=self._crumbs[-1],
            source=source,
            source_file=facts.printed.source.file,
        )

    def _frame(self, project: ProjectFacts) -> Frame:
        printed = project.printed
        return self._renderer.frame(
            printed.name,
            self._t.format(
                "py_project_description",
                township=self._facts.township.name,
                year=self._facts.printed.year,
                name=printed.name,
                budget=f"{printed.budget.total}{self._unit(printed)}"
                if printed.budget and printed.budget.total
                else self._t.py_not_printed,
                count=len(project.indicators),
            ),
            addresses.address("project", project.id),
            crumbs=self._crumbs,
            section="projects",
            twins="json",
        )

    def _budget(self, printed: Project, part: str, source: SourceRef) -> Fact:
        field = fields_of(Budget)[part]
        value = getattr(printed.budget, part) if printed.budget else None
        own_unit = printed.budget.unit if printed.budget else None
        inferred = not own_unit and self._facts.printed.money_unit_basis == "inferred"
        note = self._t.py_unit_inferred if value and inferred else ""
        unit = self._t.unit(self._unit(printed)) if value else ""
        return printed_fact(self._t.name(field), value, source, unit=unit, note=note)

    def _unit(self, printed: Project) -> str:
        """The project's own money unit, or that of the document."""
        return (printed.budget.unit if printed.budget else None) or self._facts.printed.money_unit

    def _execution(self, printed: Project, source: SourceRef) -> Iterator[Fact]:
        """What a self-evaluation prints about the money; nothing in a document of targets alone."""
        execution = printed.execution
        for name, field in fields_of(Execution).items() if execution else ():
            value = getattr(execution, name)
            if value is not None:
                unit = self._t.unit(self._unit(printed)) if field.kind is Kind.AMOUNT and value else ""
                yield printed_fact(self._t.name(field), value, source, unit=unit)

    def _facts_of(self, printed: Project, source: SourceRef) -> tuple[Fact, ...]:
        code = printed.code
        code_url = self._links.to("code", code) if code and addresses.is_addressable_code(code) else ""
        return (
            self._budget(printed, "fiscal", source),
            self._budget(printed, "other", source),
            printed_fact(self._t.name(fields_of(Project)["code"]), code, source, url=code_url),
            *self._execution(printed, source),
            *(
                Fact(detail.label, detail.value, source=self._source(detail.line))
                for detail in printed.details
            ),
        )

    def _programme(self, project: ProjectFacts) -> Link | None:
        if not project.programme:
            return None
        return Link(
            self._t.name(self._vocabulary.programmes[project.programme]),
            self._links.to("programme", project.programme),
        )

    def _neighbour(self, project: ProjectFacts) -> Link:
        return Link(project.printed.name, self._links.to("project", project.id))

    def _source(self, line: str) -> SourceRef:
        return SourceRef(line, f"{self._source_page}#{addresses.line_anchor(line)}")

    def _plan(self, project: ProjectFacts) -> PlanView | None:
        plan, t = project.printed.plan, self._t
        if plan is None:
            return None
        points = tuple(
            PlanPoint(
                label=getattr(t, f"py_plan_{name}"),
                printed=value or "",
                share=set_share(share),
                state=State.ABSENT if value is None else State.PRINTED if value else State.BLANK,
                x=x,
                y=y,
                bar_height=height,
            )
            for name, share, (x, y, height) in zip(
                _PLAN_POINTS, project.plan_shares, plan_geometry(project.plan_shares), strict=True
            )
            for value in (getattr(plan, name),)
        )
        spoken = t.py_comma.join(
            f"{point.label} {point.share or point.printed or t.py_blank}" for point in points
        )
        return PlanView(
            points=points,
            unit_note=getattr(t, f"py_plan_{project.printed.plan_unit or 'percent'}"),
            title=t.format("py_plan_title", points=spoken),
            has_chart=any(share is not None for share in project.plan_shares),
        )

    def _groups(self, project: ProjectFacts) -> tuple[RowGroup, ...]:
        """Neighbouring rows of one printed level 1; the order of the document is kept."""
        return tuple(
            RowGroup(
                label=label or self._t.py_no_level,
                gloss=self._gloss(self._vocabulary.level1, rows[0].level1_id),
                level1_id=rows[0].level1_id,
                rows=tuple(self._row(row) for row in rows),
            )
            for label, rows in (
                (label, tuple(group))
                for label, group in groupby(project.indicators, lambda row: row.printed.level1)
            )
        )

    def _gloss(self, levels: Mapping[str, Level1] | Mapping[str, Level2], id_: str) -> str:
        """What a printed category means, on pages that are not in the language of the document."""
        return "" if self._t.is_chinese or id_ not in levels else levels[id_].en

    def _row(self, row: IndicatorFacts) -> RowView:
        printed = row.printed
        return RowView(
            anchor=addresses.row_anchor(row.row),
            number=str(row.row),
            level2=printed.level2,
            level2_gloss=self._gloss(self._vocabulary.level2, row.level2_id),
            name=printed.name,
            description=printed.description or "",
            target=printed.target,
            basis=printed.basis or "",
            extras=self._extras(printed),
            is_blank=printed.is_blank,
            family=self._family(row.family) if row.family else None,
            corrections=(
                correction_views(row.corrections, fields_of(Indicator), self._t) if row.corrections else ()
            ),
            source=self._source(printed.line),
        )

    def _family(self, family: str) -> Link:
        if family not in self._family_links:
            name = self._t.name(self._vocabulary.families[family])
            self._family_links[family] = Link(name, self._links.to("indicator", family))
        return self._family_links[family]

    def _extras(self, printed: Indicator) -> tuple[Fact, ...]:
        return tuple(
            Fact(label, value)
            for name, label in self._extra_labels.items()
            if (value := getattr(printed, name))
        )


def correction_views(
    corrections: tuple[Correction, ...], fields: Mapping[str, Field], t: Strings
) -> tuple[CorrectionView, ...]:
    return tuple(
        CorrectionView(
            label=t.name(fields[correction.field]),
            printed=correction.printed,
            corrected=correction.corrected,
            reason=correction.reason,
        )
        for correction in corrections
        if correction.field in fields
    )
