"""Budgets and spending plans (domain.md §3, M)."""

from collections.abc import Iterator
from decimal import Decimal

from generator.analyse.disclosure import DisclosureFacts
from generator.checks.amounts_text import wan
from generator.checks.check import Check
from generator.checks.finding import Hit, Outcome, Severity, budget_total, of_project
from generator.model.disclosure import Budget

_TOLERANCE = Decimal("0.005")
"""Half of the last printed decimal of 万元."""


def _parts_and_total(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        budget = project.printed.budget
        if budget is None or project.budget_wan is None or project.fiscal_wan is None:
            continue
        total = project.fiscal_wan + (project.other_wan or Decimal(0))
        agrees = abs(total - project.budget_wan) < _TOLERANCE
        parts = wan(project.fiscal_wan)
        if project.other_wan is not None:
            parts += f" + {wan(project.other_wan)} = {wan(total)}"
        yield Hit(
            Outcome.AGREES if agrees else Outcome.DIFFERS,
            (
                of_project(Budget, "fiscal", budget.fiscal, project),
                of_project(Budget, "other", budget.other, project),
                budget_total(project),
            ),
            project,
            computation=f"{parts}；预算数 {wan(project.budget_wan)}",
            values={"parts": wan(total), "budget": wan(project.budget_wan)},
        )


CHECKS = (Check("M01", Severity.DIFFERS, _parts_and_total),)
