"""Budgets and spending plans (domain.md §3, M01 to M06)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.analyse.amounts import to_decimal, to_wan, trimmed
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.checks.budgets import YUAN_PER_WAN, amount_text, money_unit, same_amount
from generator.checks.check import Check
from generator.checks.finding import (
    Hit,
    Outcome,
    PrintedFact,
    Severity,
    Texts,
    budget_total,
    listed,
    of_project,
    plan_point,
)
from generator.model.disclosure import Budget
from generator.model.fields import fields_of

_DATES = ("mar", "jun", "oct", "dec")
_UNITS = {"wan": "万元", "yuan": "元"}
_HUNDRED = Decimal(100)
_HUNDREDTH = Decimal("0.01")
_PERCENT_TOLERANCE = Decimal("0.05")
"""Half of the coarsest decimal seen: 99.9 % for all is kept apart from 100 %."""
_SOURCE = re.compile("资金|拨款|结转|自筹|补助|收入|基金")
_EVEN = (Decimal(25), Decimal(50), Decimal(75), _HUNDRED)
_EVEN_TOLERANCE = Decimal(1)


def _parts_and_total(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        budget = project.printed.budget
        if budget is None or project.budget_wan is None or project.fiscal_wan is None:
            continue
        unit = money_unit(facts, project)
        total = project.fiscal_wan + (project.other_wan or Decimal(0))
        agrees = same_amount(total * YUAN_PER_WAN, project.budget_wan * YUAN_PER_WAN, unit)
        if not agrees and _may_have_other_sources(project, total - project.budget_wan):
            continue
        parts = amount_text(project.fiscal_wan, unit)
        if project.other_wan is not None:
            parts += f" + {amount_text(project.other_wan, unit)} = {amount_text(total, unit)}"
        yield Hit(
            Outcome.AGREES if agrees else Outcome.DIFFERS,
            (
                of_project(Budget, "fiscal", budget.fiscal, project),
                of_project(Budget, "other", budget.other, project),
                budget_total(project),
            ),
            project,
            computation=_with_budget(parts, amount_text(project.budget_wan, unit)),
            values={"parts": amount_text(total, unit), "budget": amount_text(project.budget_wan, unit)},
        )


def _may_have_other_sources(project: ProjectFacts, excess: Decimal) -> bool:
    """Some forms print more sources than two: 上年结转, 上级补助. More than the budget differs all the same."""
    budget = project.printed.budget
    names_another = any(_SOURCE.search(detail.label) for detail in project.printed.details)
    return excess < 0 and (budget is None or budget.other is None or names_another)


def _with_budget(computation: str, budget: str) -> Texts:
    label = fields_of(Budget)["total"]
    return f"{computation}；{label.zh} {budget}", f"{computation}; {label.en} {budget}"


@dataclass(frozen=True, slots=True)
class _Plan:
    """A spending plan in per cent or in 万元, as `is_percent` says."""

    printed: tuple[str | None, ...]
    """March, June, October, December; `""` where the cell is blank, None where the form has no such date."""
    points: tuple[Decimal | None, ...]
    end: Decimal
    """What a cumulative plan ends with: 100 per cent or the budget."""
    is_percent: bool
    unit: str
    """万元 or 元, of a plan in money."""
    budget: PrintedFact
    cells: tuple[PrintedFact, ...]

    @property
    def last(self) -> Decimal | None:
        return self.points[-1]

    def is_end(self, amount: Decimal) -> bool:
        if self.is_percent:
            return abs(amount - self.end) < _PERCENT_TOLERANCE
        return same_amount(amount * YUAN_PER_WAN, self.end * YUAN_PER_WAN, self.unit)

    def share(self, amount: Decimal) -> Decimal:
        """In per cent of the end."""
        return (amount * 100 / self.end).quantize(_HUNDREDTH)

    def text(self, amount: Decimal) -> str:
        return f"{trimmed(amount)}%" if self.is_percent else amount_text(amount, self.unit)

    @property
    def series(self) -> str:
        return " → ".join(self.text(point) for point in self.points if point is not None)

    @property
    def computation(self) -> Texts:
        return (
            (self.series, self.series) if self.is_percent else _with_budget(self.series, self.text(self.end))
        )

    @property
    def facts(self) -> tuple[PrintedFact, ...]:
        return self.cells if self.is_percent else (*self.cells, self.budget)


def _plans(facts: DisclosureFacts) -> Iterator[tuple[ProjectFacts, _Plan]]:
    """The plans whose end is known, of projects with a budget or with a plan in per cent."""
    for project in facts.projects:
        plan, unit = project.printed.plan, project.printed.plan_unit
        if plan is None or unit is None:
            continue
        end = _HUNDRED if unit == "percent" else project.budget_wan
        if end is None or end <= 0:
            continue
        printed = tuple(getattr(plan, name) for name in _DATES)
        yield (
            project,
            _Plan(
                printed=printed,
                points=tuple(
                    to_decimal(point) if unit == "percent" else to_wan(point, _UNITS[unit])
                    for point in printed
                ),
                end=end,
                is_percent=unit == "percent",
                unit=_UNITS.get(unit, ""),
                budget=budget_total(project),
                cells=tuple(plan_point(project, name) for name in _DATES),
            ),
        )


def _amounts_not_shares(facts: DisclosureFacts) -> Iterator[Hit]:
    for project, plan in _plans(facts):
        if plan.is_percent or plan.last is None or not plan.is_end(plan.last):
            continue
        last = plan.text(plan.last)
        yield Hit(Outcome.NOTE, plan.facts, project, computation=plan.computation, values={"last": last})


def _cumulative(facts: DisclosureFacts) -> Iterator[Hit]:
    for project, plan in _plans(facts):
        outcome = _cumulative_outcome(plan)
        if outcome is not None and plan.last is not None:
            values = {"series": plan.series, "last": plan.text(plan.last), "end": plan.text(plan.end)}
            yield Hit(outcome, plan.facts, project, computation=plan.computation, values=values)


def _cumulative_outcome(plan: _Plan) -> Outcome | None:
    printed = [point for point in plan.points if point is not None]
    if plan.last is None:
        return None
    if plan.is_end(plan.last) and len(printed) == 1:
        return None
    falls = any(later < earlier for earlier, later in pairwise(printed))
    if plan.is_end(plan.last) and not falls:
        return Outcome.AGREES
    # The cells may then hold what is paid by each date alone; which it is, the content does not say.
    adds_up = not plan.is_end(plan.last) and plan.is_end(sum(printed, Decimal(0)))
    return Outcome.CANNOT_TELL if adds_up else Outcome.DIFFERS


def _all_at_the_end(facts: DisclosureFacts) -> Iterator[Hit]:
    for project, plan in _plans(facts):
        if plan.last is None or not plan.is_end(plan.last) or None in plan.printed:
            continue
        if not any(plan.points[:-1]):
            values = {"last": plan.text(plan.last)}
            yield Hit(Outcome.NOTE, plan.facts, project, computation=plan.computation, values=values)


def _even(facts: DisclosureFacts) -> Iterator[Hit]:
    for project, plan in _plans(facts):
        shares = [plan.share(point) for point in plan.points if point is not None]
        if len(shares) == len(_EVEN) and all(
            abs(share - even) <= _EVEN_TOLERANCE for share, even in zip(shares, _EVEN, strict=True)
        ):
            text = listed(f"{trimmed(share)}%" for share in shares)
            yield Hit(
                Outcome.NOTE, plan.facts, project, computation=plan.computation, values={"shares": text}
            )


def _blank_cells(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        plan = project.printed.plan
        blank = [name for name in _DATES if plan is not None and getattr(plan, name) == ""]
        if blank:
            points = tuple(plan_point(project, name) for name in _DATES)
            values = {"blank": str(len(blank)), "all": str(len(_DATES))}
            yield Hit(Outcome.NOTE, points, project, values=values)


CHECKS = (
    Check("M01", Severity.DIFFERS, _parts_and_total),
    Check("M02", Severity.INFO, _amounts_not_shares),
    Check("M03", Severity.DIFFERS, _cumulative),
    Check("M04", Severity.INFO, _all_at_the_end),
    Check("M05", Severity.INFO, _even),
    Check("M06", Severity.INFO, _blank_cells),
)
