"""The budget for each of the people, villages or households it is printed for (domain.md §3, A05).

A conversion with its denominator; nothing is held against anything.
"""

from collections.abc import Iterator

from generator.analyse.disclosure import DisclosureFacts
from generator.analyse.factors import read_table
from generator.analyse.populations import population_of, share_of_each
from generator.checks.amounts_text import yuan
from generator.checks.budgets import budget_of
from generator.checks.check import Check
from generator.checks.finding import Hit, Outcome, Severity, cell


def _unit_costs(facts: DisclosureFacts) -> Iterator[Hit]:
    """Where a rate per head is printed, A01 and A03 hold it against the budget instead."""
    for project in facts.projects:
        budget = budget_of(facts, project)
        table = read_table(project) if budget else None
        has_rate = table is not None and any(rate.heads for rate in table.rates)
        count = population_of(project, table) if table and not has_rate else None
        if budget is None or count is None:
            continue
        each, is_exact = share_of_each(budget.yuan, count.value)
        text = f"{yuan(each)}/{count.base}"
        quotient = f" ÷ {count.text} {'=' if is_exact else '≈'} {text}"
        zh, en = budget.unit_note
        yield Hit(
            Outcome.NOTE,
            (cell(count.row, "name"), cell(count.row, "target"), budget.fact),
            project,
            count.row,
            computation=(f"{budget.text}{zh}{quotient}", f"{budget.text}{en}{quotient}"),
            values={"budget": budget.text, "count": count.text, "each": text},
        )


CHECKS = (Check("A05", Severity.INFO, _unit_costs),)
