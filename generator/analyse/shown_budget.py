"""One project's budget as it is shown in lists: as printed, unlike sums and other figures of ours."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.analyse.disclosure import DisclosureFacts, ProjectFacts

_CENT = Decimal("0.01")
_WAN = "万元"


@dataclass(frozen=True, slots=True)
class ShownBudget:
    text: str = ""
    """In 万元, as printed, or reckoned to two decimals from 元; empty where no budget is printed."""
    printed: str = ""
    """`2400 元`, where that is what the text was reckoned from."""
    is_inferred: bool = False
    """The document prints no unit."""


def shown_budget(facts: DisclosureFacts, project: ProjectFacts) -> ShownBudget:
    budget, amount = project.printed.budget, project.budget_wan
    if budget is None or amount is None:
        return ShownBudget()
    unit, printed = budget.unit or facts.printed.money_unit, budget.total or ""
    is_inferred = not budget.unit and facts.printed.money_unit_basis == "inferred"
    if unit == _WAN:
        return ShownBudget(printed, is_inferred=is_inferred)
    return ShownBudget(f"{amount.quantize(_CENT, ROUND_HALF_UP):,}", f"{printed} {unit}", is_inferred)
