"""The budget for each of the people, villages or households it is printed for (domain.md §3, A05).

A conversion with its denominator; nothing is held against anything.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.checks.amounts_text import yuan
from generator.checks.budgets import budget_of
from generator.checks.check import Check
from generator.checks.factors import (
    HOUSEHOLDS,
    PERSONS,
    RECURRING,
    VILLAGES,
    Count,
    Table,
    read_table,
    words_of,
)
from generator.checks.finding import Hit, Outcome, Severity, cell
from generator.readings import Kind
from generator.textual import squeeze

_SMALL_GROUP = 5
"""Fewer people than this are not reckoned per head (domain.md §9)."""
_STAFF = re.compile("办公|机关|在编|在职|编制|执法人|工作人员")
"""They work with the money; it is not paid for each of them."""
_OTHER_GROUP = re.compile("离任|离职|退休|遗属|退役")
"""Where title or use names such a group and the count does not, the count is not of all."""
_WHOLE_YUAN_FROM = Decimal(100)


def _unit_costs(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        budget = budget_of(facts, project)
        table = read_table(project) if budget else None
        count = _population(project, table) if table else None
        if budget is None or count is None:
            continue
        each = budget.yuan / count.value
        places = Decimal(1) if each >= _WHOLE_YUAN_FROM else Decimal("0.01")
        rounded = each.quantize(places)
        sign = "=" if rounded == each else "≈"
        text = f"{yuan(rounded)}/{count.base}"
        yield Hit(
            Outcome.NOTE,
            (cell(count.row, "name"), cell(count.row, "target"), budget.fact),
            project,
            count.row,
            computation=f"{budget.text}{budget.unit_note} ÷ {count.text} {sign} {text}",
            values={"budget": budget.text, "count": count.text, "each": text},
        )


def _population(project: ProjectFacts, table: Table) -> Count | None:
    """The only count of the table, where it is of those whom the whole budget is for."""
    quantities = [
        row
        for row in project.indicators
        if row.level2_id == "output.quantity" and row.reading.kind is Kind.QUANTITY
    ]
    if len(quantities) != 1 or len(table.counts) != 1:
        return None
    count = table.counts[0]
    is_single = count.base in RECURRING and count.op == "=" and not any(rate.heads for rate in table.rates)
    if not is_single or (count.base != VILLAGES and count.value < _SMALL_GROUP):
        return None
    words = words_of(count.row)
    if count.base in {PERSONS, HOUSEHOLDS} and _STAFF.search(words):
        return None
    named = set(_OTHER_GROUP.findall(squeeze(project.printed.name + (project.printed.purpose or ""))))
    return count if named <= set(_OTHER_GROUP.findall(words)) or _is_named_alone(project, named) else None


def _is_named_alone(project: ProjectFacts, named: set[str]) -> bool:
    """`离任补贴`: the title is of that group and of no other, so the count is of it as well."""
    title = squeeze(project.printed.name)
    return all(group in title for group in named) and not re.search("[、及和与]", title)


CHECKS = (Check("A05", Severity.INFO, _unit_costs),)
