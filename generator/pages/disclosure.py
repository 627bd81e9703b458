"""The pages of one disclosure: its own, its projects', its source lines', and their JSON twins."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts
from generator.checks.across import Beside
from generator.checks.results import Results
from generator.load.content import DisclosureFiles
from generator.model.disclosure import Budget, Disclosure, Indicator, UnitTargets
from generator.model.fields import fields_of
from generator.model.lookups import Vocabulary
from generator.output import Output
from generator.pages.charts.files import chart_files
from generator.pages.columns.project import make_project_columns
from generator.pages.disclosure_checks import whole_findings
from generator.pages.document_facts import document_facts, document_figures
from generator.pages.figures import set_count
from generator.pages.project import ProjectPages, place_crumbs, source_ref
from generator.pages.project_table import ProjectTable
from generator.pages.prose import choose_prose, first_sentence, render_prose
from generator.pages.shares import SharePages, shares_csv
from generator.pages.source import make_source_page
from generator.pages.strings import Strings
from generator.pages.sub_targets import group_sub_targets
from generator.pages.tables import record_table
from generator.pages.theme import Renderer
from generator.pages.twins import disclosure_twin, project_twin
from generator.pages.views import (
    DisclosurePage,
    Frame,
    Link,
    SourceRef,
    Table,
)

_TABLES = ("budget_lines", "institutions", "procurement", "procurement_totals", "assets")


def make_disclosure_pages(
    facts: DisclosureFacts,
    vocabulary: Vocabulary,
    renderer: Renderer,
    files: DisclosureFiles,
    results: Results,
) -> Iterator[Output]:
    """Every page of one disclosure in one language. `files` are those it is made of."""
    own = _DisclosureView(facts, vocabulary, renderer, files).page(results)
    yield renderer.render("disclosure", own, files.path)
    address = addresses.address("disclosure", facts.township_id, facts.printed.year)
    sections = (own.shares, *own.groups)
    yield from chart_files(renderer, address, (section.chart for section in sections if section))
    yield renderer.render("source", make_source_page(facts, renderer), files.path)
    for page in ProjectPages(facts, vocabulary, renderer, results):
        yield renderer.render("project", page, files.path)
    yield from make_project_columns(facts, vocabulary, renderer, results, files.path)


def make_disclosure_twins(
    facts: DisclosureFacts, results: Results, base_url: str, file: str
) -> Iterator[Output]:
    """They stand once, for all languages. `file` is what they are made of."""
    address = addresses.address("disclosure", facts.township_id, facts.printed.year)
    yield Output(addresses.twin_path(address, "json"), disclosure_twin(facts, base_url), file)
    yield Output(addresses.twin_path(address, "csv"), shares_csv(facts, base_url), file)
    for project in facts.projects:
        address = addresses.address("project", project.id)
        twin = project_twin(facts, project, results.of_project(project.id), base_url)
        yield Output(addresses.twin_path(address, "json"), twin, file)


def make_named_pages(
    facts: DisclosureFacts,
    vocabulary: Vocabulary,
    renderers: Sequence[Renderer],
    results: Results,
    beside: Mapping[str, Sequence[Beside]],
    *,
    file: str,
) -> Iterator[Output]:
    """Anew, in every language and as twins, the projects that findings across disclosures name."""
    for renderer in renderers:
        for page in ProjectPages(facts, vocabulary, renderer, results, beside=beside).named_across():
            yield renderer.render("project", page, file)
    for project in facts.projects:
        if project.id in beside:
            findings = (*results.of_project(project.id), *(each.finding for each in beside[project.id]))
            twin = project_twin(facts, project, findings, renderers[0].base_url)
            yield Output(addresses.twin_path(addresses.address("project", project.id), "json"), twin, file)


def disclosure_title(facts: DisclosureFacts, t: Strings) -> str:
    return t.format("py_disclosure_title", township=facts.township.name, year=facts.printed.year)


class _DisclosureView:
    def __init__(
        self,
        facts: DisclosureFacts,
        vocabulary: Vocabulary,
        renderer: Renderer,
        files: DisclosureFiles,
    ) -> None:
        self._facts = facts
        self._vocabulary = vocabulary
        self._renderer = renderer
        self._links = renderer.links
        self._t = renderer.strings
        self._overview, self._overview_language = choose_prose(
            facts.overview, facts.overview_translations, renderer.edition.language
        )
        is_translated = self._overview is not facts.overview
        self._overview_file = files.overview_path_in(renderer.edition.language if is_translated else "")

    def page(self, results: Results) -> DisclosurePage:
        facts, links, t = self._facts, self._links, self._t
        year = facts.printed.year
        links.start_page(self._overview_file)
        source_url = links.to("source", facts.township_id, year)
        overview = render_prose(
            self._overview,
            links,
            line_base=source_url,
            marks_chinese=not (t.is_chinese or self._overview_language),
        )
        address = addresses.address("disclosure", facts.township_id, year)
        shares = SharePages(facts, self._vocabulary, self._renderer, address)
        return DisclosurePage(
            frame=self._frame(),
            place=t.place(facts.county, facts.township.name),
            figures=document_figures(facts, t),
            facts=document_facts(facts, self._links, t),
            overview_title=self._overview.title,
            overview_html=overview,
            overview_language=self._overview_language,
            shares=shares.of_projects(),
            projects=ProjectTable(facts, self._vocabulary, links, t).table(),
            groups=tuple(shares.of_groups()),
            sub_targets=tuple(group_sub_targets(facts.printed.sub_targets, self._ref)),
            tables=(
                *map(self._unit_table, facts.printed.unit_targets),
                *(table for name in _TABLES if (table := self._table(name)).rows),
            ),
            glossary=tuple(
                (entry.term, entry.definition, self._ref(entry.line)) for entry in facts.printed.glossary
            ),
            checks=tuple(whole_findings(facts, results, links, t)),
            township=Link(facts.township.name, links.to("township", facts.township_id)),
            source=Link(t.py_source_lines, source_url),
        )

    def _frame(self) -> Frame:
        facts, t = self._facts, self._t
        place, year = t.place(facts.county, facts.township.name), facts.printed.year
        frame = self._renderer.frame(
            disclosure_title(facts, t),
            t.format(
                "py_disclosure_description",
                place=place,
                year=year,
                projects=set_count(len(facts.projects)),
                indicators=set_count(facts.indicator_count),
            )
            if self._overview_language
            else first_sentence(self._overview),
            addresses.address("disclosure", facts.township_id, year),
            crumbs=place_crumbs(facts, self._links, t)[:-1],
            section="townships",
            twins="json csv",
        )
        short = t.short_place(facts.county, facts.township.name)
        return replace(frame, head_title=t.format("py_disclosure_head", place=short, year=year))

    def _table(self, name: str) -> Table:
        field, t = fields_of(Disclosure)[name], self._t
        rows = [(entry, self._ref(entry.line)) for entry in getattr(self._facts.printed, name)]
        if field.record is None:
            raise TypeError(name)
        date = self._facts.printed.assets_date if name == "assets" else None
        label = t.name(fields_of(Disclosure)["assets_date"])
        note = t.format("py_labelled", label=label, value=date) if date else ""
        return record_table(t.name(field), field.record, rows, t, note=note)

    def _unit_table(self, targets: UnitTargets) -> Table:
        """The target table of the whole unit, with its goals and budget above it."""
        t, caption = self._t, self._t.py_unit_targets
        if targets.name:
            caption = t.format("py_labelled", label=caption, value=targets.name)
        budget = targets.budget
        amount = (
            f"{t.name(fields_of(Budget)['total'])} {budget.total}{budget.unit or self._facts.printed.money_unit}"
            if budget and budget.total
            else ""
        )
        details = (f"{detail.label} {detail.value}" for detail in targets.details)
        rows = [(row, self._ref(row.line)) for row in targets.indicators]
        note = t.py_semicolon.join(
            part for part in (amount, *targets.goals, *targets.results, *details) if part
        )
        return record_table(caption, Indicator, rows, t, note=note)

    def _ref(self, line: str) -> SourceRef:
        return source_ref(self._facts, line, self._links)
