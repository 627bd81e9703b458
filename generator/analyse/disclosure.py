"""One disclosure with everything that can be derived from it alone and the shared vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator import addresses
from generator.analyse.amounts import plan_shares, to_wan, wan_to_yuan
from generator.load.markdown import Prose
from generator.model.disclosure import Disclosure, Indicator, Project
from generator.model.lookups import Vocabulary
from generator.model.township import County, Township
from generator.model.vocabulary import Correction
from generator.readings import Kind, Reading, read_target


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    id: str
    row: int
    """From 1, in the order of the printed table."""
    printed: Indicator
    level1_id: str
    level2_id: str
    family: str | None
    corrections: tuple[Correction, ...]
    reading: Reading
    """Of the printed target, with the columns of operator and unit where the form has them."""

    @property
    def is_measurable(self) -> bool:
        return is_measurable(self.reading)


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    id: str
    printed: Project
    programme: str | None
    themes: tuple[str, ...]
    budget_wan: Decimal | None
    fiscal_wan: Decimal | None
    other_wan: Decimal | None
    plan_shares: tuple[Decimal | None, ...]
    """March, June, October, December: cumulative, per cent of the budget."""
    indicators: tuple[IndicatorFacts, ...]
    corrections: tuple[Correction, ...]

    @property
    def budget_yuan(self) -> Decimal | None:
        return wan_to_yuan(self.budget_wan)

    @property
    def measurable_count(self) -> int:
        return sum(row.is_measurable for row in self.indicators)


@dataclass(frozen=True, slots=True)
class DisclosureFacts:
    id: str
    township_id: str
    township: Township
    county: County
    printed: Disclosure
    projects: tuple[ProjectFacts, ...]
    overview: Prose
    overview_translations: Mapping[str, Prose] = field(default_factory=dict)
    """By language."""

    @property
    def budget_wan(self) -> Decimal | None:
        """The sum of the printed budgets; None where none is printed."""
        amounts = [project.budget_wan for project in self.projects if project.budget_wan is not None]
        return sum(amounts, Decimal(0)) if amounts else None

    @property
    def budget_count(self) -> int:
        """How many projects print a budget."""
        return sum(project.budget_wan is not None for project in self.projects)

    @property
    def indicator_count(self) -> int:
        return sum(len(project.indicators) for project in self.projects)


def analyse_disclosure(
    township: Township,
    disclosure: Disclosure,
    overview: Prose,
    vocabulary: Vocabulary,
    *,
    overview_translations: Mapping[str, Prose] | None = None,
) -> DisclosureFacts:
    """Takes validated content: every category and the county are known."""
    township_id = addresses.township_id(township.county_code, township.slug)
    id_ = addresses.disclosure_id(township_id, disclosure.year)
    corrections = tuple(
        correction for correction in vocabulary.corrections if correction.file == disclosure.source.file
    )
    return DisclosureFacts(
        id=id_,
        township_id=township_id,
        township=township,
        county=vocabulary.counties[township.county_code],
        printed=disclosure,
        projects=tuple(
            _analyse_project(id_, project, disclosure.money_unit, corrections, vocabulary)
            for project in disclosure.projects
        ),
        overview=overview,
        overview_translations=overview_translations or {},
    )


def _analyse_project(
    disclosure: str,
    project: Project,
    money_unit: str,
    corrections: tuple[Correction, ...],
    vocabulary: Vocabulary,
) -> ProjectFacts:
    id_ = addresses.project_id(disclosure, project.no)
    programme = next(iter(vocabulary.programmes_of(id_, project.name)), None)
    budget = project.budget
    unit = (budget.unit if budget else None) or money_unit
    return ProjectFacts(
        id=id_,
        printed=project,
        programme=programme,
        themes=vocabulary.themes_of(id_, project.name, programme),
        budget_wan=to_wan(budget.total, unit) if budget else None,
        fiscal_wan=to_wan(budget.fiscal, unit) if budget else None,
        other_wan=to_wan(budget.other, unit) if budget else None,
        plan_shares=plan_shares(project.plan, project.plan_unit, budget),
        indicators=tuple(
            _analyse_indicator(id_, row, indicator, corrections, vocabulary)
            for row, indicator in enumerate(project.indicators, start=1)
        ),
        corrections=_at_line(corrections, project.line),
    )


def _analyse_indicator(
    project: str, row: int, indicator: Indicator, corrections: tuple[Correction, ...], vocabulary: Vocabulary
) -> IndicatorFacts:
    level1_id = vocabulary.level1_id(indicator.level1)
    level2_id = vocabulary.level2_id(indicator.level2)
    return IndicatorFacts(
        id=addresses.indicator_id(project, row),
        row=row,
        printed=indicator,
        level1_id=level1_id or "",
        level2_id=level2_id or "",
        family=None if indicator.is_blank else vocabulary.family_of(indicator.name, level2_id),
        corrections=_at_line(corrections, indicator.line),
        reading=read_target(indicator.target, operator=indicator.operator or "", unit=indicator.unit or ""),
    )


def is_measurable(reading: Reading) -> bool:
    """Whether a result can be held against the target without judging: it gives a number, a date or how often.

    A number whose unit is a phrase (`≥100完成任务`) does not count; of several clauses one that counts is enough.
    """
    comparable = (reading.value, reading.deadline, reading.interval, reading.times)
    counts = reading.kind is not Kind.UNMEASURABLE and any(part is not None for part in comparable)
    return counts or any(map(is_measurable, reading.further))


def _at_line(corrections: tuple[Correction, ...], line: str) -> tuple[Correction, ...]:
    return tuple(correction for correction in corrections if correction.line == line)
