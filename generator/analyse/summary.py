"""What the pages across townships need of a disclosure: small, frozen, cheap to send between processes."""

from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.analyse.factors import HOUSEHOLDS, PERSONS, VILLAGES, Count, read_table
from generator.analyse.populations import population_of
from generator.analyse.shown_budget import ShownBudget, shown_budget
from generator.analyse.small_groups import stays_in_document
from generator.model.disclosure import Change, Lined, ValueLines
from generator.model.township import Alias, VillagesSource
from generator.readings import Reading


@dataclass(frozen=True, slots=True)
class TownshipSummary:
    id: str
    name: str
    kind: str
    name_status: str
    county_code: str
    aliases: tuple[Alias, ...]
    note: str
    note_en: str
    division_code: str
    villages: str
    villages_source: VillagesSource | None


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One indicator row that belongs to a family."""

    family: str
    indicator_id: str
    row: int
    name: str
    level2_id: str
    target: str
    reading: Reading
    line: str
    stays: bool
    """In its document: about one to four persons, so never gathered across townships (domain.md §9)."""


@dataclass(frozen=True, slots=True)
class PrintedCount:
    """How many people, villages or households a target table prints."""

    target: str
    base: str
    """`人`, `村`, `户`"""
    value: Decimal
    line: str


@dataclass(frozen=True, slots=True)
class Factors:
    """What one table prints of rates and of those they are for. What stays in its document is left out."""

    counts: tuple[PrintedCount, ...] = ()
    rates: tuple[tuple[str, str], ...] = ()
    """`200 元/人`, each with its line; amounts of the whole project are none."""
    population: PrintedCount | None = None
    """Whom the whole budget is for, where one count alone is printed."""


NO_FACTORS = Factors()


@dataclass(frozen=True, slots=True)
class ProjectSummary(Lined):
    id: str
    no: str
    code: str
    name: str
    purpose: str
    programme: str
    """`""` where it belongs to none."""
    themes: tuple[str, ...]
    budget_wan: Decimal | None
    budget: ShownBudget
    indicator_count: int
    measurable_count: int
    line: str
    lines: ValueLines | None
    rows: tuple[FamilyRow, ...]
    factors: Factors
    """Empty where the project belongs to no programme: only their pages use them."""


@dataclass(frozen=True, slots=True)
class DisclosureSummary:
    id: str
    year: str
    township: TownshipSummary
    projects: tuple[ProjectSummary, ...]
    indicator_count: int
    sub_target_count: int
    budget_wan: Decimal | None
    """The sum of the printed budgets of `budget_count` projects."""
    budget_count: int
    money_unit_inferred: bool
    source_file: str
    file: str
    """The content file, for problems that are found across townships."""
    added: str = ""
    """The day this site first published it; `""` where no editor gave it."""
    changes: tuple[Change, ...] = ()

    @property
    def last_changed(self) -> str:
        """The day of the last change, or that it was added; `""` where that is not known."""
        return max(change.date for change in self.changes) if self.changes else self.added


def summarise(facts: DisclosureFacts, file: str) -> DisclosureSummary:
    township = facts.township
    return DisclosureSummary(
        id=facts.id,
        year=facts.printed.year,
        township=TownshipSummary(
            id=facts.township_id,
            name=township.name,
            kind=township.kind,
            name_status=township.name_status,
            county_code=township.county_code,
            aliases=township.aliases,
            note=township.note or "",
            note_en=township.note_en or "",
            division_code=township.division_code or "",
            villages=township.villages or "",
            villages_source=township.villages_source,
        ),
        projects=tuple(_summarise_project(facts, project) for project in facts.projects),
        indicator_count=facts.indicator_count,
        sub_target_count=len(facts.printed.sub_targets),
        budget_wan=facts.budget_wan,
        budget_count=facts.budget_count,
        money_unit_inferred=facts.printed.money_unit_basis == "inferred",
        source_file=facts.printed.source.file,
        file=file,
        added=facts.printed.added or "",
        changes=facts.printed.changes,
    )


def _summarise_project(facts: DisclosureFacts, project: ProjectFacts) -> ProjectSummary:
    printed = project.printed
    return ProjectSummary(
        id=project.id,
        no=printed.no,
        code=printed.code or "",
        name=printed.name,
        purpose=printed.purpose or "",
        programme=project.programme or "",
        themes=project.themes,
        budget_wan=project.budget_wan,
        budget=shown_budget(facts, project),
        indicator_count=len(project.indicators),
        measurable_count=project.measurable_count,
        line=printed.line,
        lines=printed.lines,
        rows=tuple(_summarise_row(project, row) for row in project.indicators if row.family),
        factors=_summarise_factors(project) if project.programme else NO_FACTORS,
    )


_COUNTED = frozenset({PERSONS, VILLAGES, HOUSEHOLDS})


def _summarise_factors(project: ProjectFacts) -> Factors:
    table = read_table(project)
    shown = [row for row in project.indicators if not stays_in_document(project, row)]
    counts = [count for count in table.counts if count.base in _COUNTED and count.row in shown]
    rates = [rate for rate in table.rates if rate.heads and rate.row in shown]
    population = population_of(project, table)
    return Factors(
        counts=tuple(map(_summarise_count, counts)),
        rates=tuple((rate.text, rate.row.printed.line) for rate in rates),
        population=_summarise_count(population) if population else None,
    )


def _summarise_count(count: Count) -> PrintedCount:
    printed = count.row.printed
    return PrintedCount(printed.target, count.base, count.value, printed.line)


def _summarise_row(project: ProjectFacts, row: IndicatorFacts) -> FamilyRow:
    printed = row.printed
    return FamilyRow(
        family=row.family or "",
        indicator_id=row.id,
        row=row.row,
        name=printed.name,
        level2_id=row.level2_id,
        target=printed.target,
        reading=row.reading,
        line=printed.line,
        stays=stays_in_document(project, row),
    )
