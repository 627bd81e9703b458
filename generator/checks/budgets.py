"""The budget of a project as checks compare it: exact, in 元, and written the way the document prints money."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.amounts import to_wan
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.checks.amounts_text import wan, yuan, yuan_as_wan
from generator.checks.finding import PrintedFact, Texts, budget_total, procurement_cell
from generator.model.disclosure import ProcurementRow
from generator.textual import squeeze

YUAN_PER_WAN = Decimal(10_000)
INFERRED_UNIT: Texts = ("（金额单位为推定）", " (unit inferred)")
_HALF_OF_LAST_DECIMAL = {"万元": Decimal(50), "元": Decimal("0.5")}
"""In 元, by the unit in which the sum is printed: 万元 with two decimals, 元 without."""


def same_amount(one: Decimal, other: Decimal, unit: str) -> bool:
    """Two amounts in 元, of which the coarser is printed in `unit`; false from half of its last decimal on."""
    return abs(one - other) < _HALF_OF_LAST_DECIMAL[unit]


def money_unit(facts: DisclosureFacts, project: ProjectFacts) -> str:
    """万元 or 元."""
    budget = project.printed.budget
    return (budget.unit if budget else None) or facts.printed.money_unit


def amount_text(amount_wan: Decimal, unit: str) -> str:
    """An amount in the money unit of the document: `27.08 万元`, `270,800 元`."""
    return wan(amount_wan) if unit == "万元" else yuan(amount_wan * YUAN_PER_WAN)


@dataclass(frozen=True, slots=True)
class PrintedBudget:
    yuan: Decimal
    unit: str
    """万元 or 元: how it is printed."""
    fact: PrintedFact
    is_unit_inferred: bool
    """The document prints no money unit; an editor told it by the size of the sums."""

    @property
    def text(self) -> str:
        return self.amount_text(self.yuan)

    def equals(self, amount: Decimal, unit: str = "元") -> bool:
        """`amount` in 元, reckoned from what is printed in `unit`; the coarser unit counts."""
        return same_amount(self.yuan, amount, self.unit if unit == "元" else "万元")

    def sum_text(self, amount: Decimal) -> str:
        """`270,800 元 = 27.08 万元` where budgets are printed in 万元, `270,800 元` where in 元."""
        return yuan_as_wan(amount) if self.unit == "万元" else yuan(amount)

    def amount_text(self, amount: Decimal) -> str:
        """`amount` in 元, in the unit of the budget alone."""
        return amount_text(amount / YUAN_PER_WAN, self.unit)

    def against(self, computation: str, english: str = "") -> Texts:
        """The computation with the budget behind it, called as it is printed. `english`: where it holds words."""
        zh, en = (
            f"{label} {self.text}{note}" for label, note in zip(self.fact.label, self.unit_note, strict=True)
        )
        return f"{computation}；{zh}", f"{english or computation}; {en}"

    @property
    def unit_note(self) -> Texts:
        return INFERRED_UNIT if self.is_unit_inferred else ("", "")


def budget_of(facts: DisclosureFacts, project: ProjectFacts) -> PrintedBudget | None:
    """The printed budget; None where none is printed or where it is nought or less."""
    if project.budget_wan is None or project.budget_wan <= 0:
        return None
    return PrintedBudget(
        yuan=project.budget_wan * YUAN_PER_WAN,
        unit=money_unit(facts, project),
        fact=budget_total(project),
        is_unit_inferred=facts.printed.money_unit_basis == "inferred",
    )


def procurement_budgets(facts: DisclosureFacts) -> Mapping[str, PrintedBudget]:
    """The budgets that the procurement table prints beside its lines, by project title without blanks.

    A title with two budgets has none.
    """
    found: dict[str, dict[str, ProcurementRow]] = defaultdict(dict)
    for row in facts.printed.procurement:
        if row.project_budget:
            found[squeeze(row.project)].setdefault(row.project_budget, row)
    only = {name: next(iter(rows.values())) for name, rows in found.items() if len(rows) == 1}
    return {
        name: PrintedBudget(
            yuan=amount * YUAN_PER_WAN,
            unit=facts.printed.money_unit,
            fact=procurement_cell(row, "project_budget"),
            is_unit_inferred=facts.printed.money_unit_basis == "inferred",
        )
        for name, row in only.items()
        if (amount := to_wan(row.project_budget, facts.printed.money_unit)) and amount > 0
    }
