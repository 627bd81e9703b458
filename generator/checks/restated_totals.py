"""Totals that an indicator prints again, against the budget (domain.md §3, A02)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.analyse.factors import Rate, half_of_last_decimal, read_table, words_of
from generator.checks.budgets import PrintedBudget, budget_of, procurement_budgets
from generator.checks.check import Check
from generator.checks.finding import Hit, Outcome, Severity, cell
from generator.textual import squeeze

_NAMES_THE_BUDGET = re.compile("预算(?:金额|总额|数|总金额|资金总额)|总预算|经费总(?:额|金额)")
"""Only then is another amount held against the budget; 补贴金额 may be a part of it, 总投资 of several years."""


def _restated(facts: DisclosureFacts) -> Iterator[Hit]:
    listed = procurement_budgets(facts)
    for project in facts.projects:
        budget = budget_of(facts, project) or listed.get(squeeze(project.printed.name))
        if budget is None:
            continue
        totals = [rate for rate in read_table(project).rates if rate.is_total]
        same = [total for total in totals if budget.equals(total.yuan, _unit(total))]
        if same:
            yield from (_hit(project, budget, (total,), Outcome.AGREES) for total in same)
        elif len(totals) > 1 and _are_parts(budget, totals):
            yield _hit(project, budget, tuple(totals), Outcome.AGREES)
        elif len(totals) == 1 and project.printed.execution is None and _differs(budget, totals[0]):
            yield _hit(project, budget, (totals[0],), Outcome.DIFFERS)


def _unit(total: Rate) -> str:
    return total.row.reading.unit or ""


def _sum(totals: Iterable[Rate]) -> Decimal:
    return sum((total.yuan for total in totals), Decimal(0))


def _are_parts(budget: PrintedBudget, totals: Sequence[Rate]) -> bool:
    return all(total.op == "=" for total in totals) and budget.equals(_sum(totals))


def _differs(budget: PrintedBudget, total: Rate) -> bool:
    is_beyond = total.op == "=" or (total.is_ceiling and total.yuan < budget.yuan)
    is_rounding = abs(total.yuan - budget.yuan) <= half_of_last_decimal(total)
    return is_beyond and not is_rounding and _NAMES_THE_BUDGET.search(words_of(total.row)) is not None


def _hit(project: ProjectFacts, budget: PrintedBudget, totals: tuple[Rate, ...], outcome: Outcome) -> Hit:
    computation = " + ".join(total.text for total in totals)
    if len(totals) > 1 or _unit(totals[0]) != budget.unit:
        computation += f" = {budget.amount_text(_sum(totals))}"
    return Hit(
        outcome,
        (*(cell(total.row, "target") for total in totals), budget.fact),
        project,
        totals[0].row,
        computation=budget.against(computation),
        values={
            "name": "”“".join(total.row.printed.name for total in totals),
            "printed": "”“".join(total.row.printed.target for total in totals),
            "budget": budget.text,
        },
    )


CHECKS = (Check("A02", Severity.DIFFERS, _restated),)
