"""What has to be known of the budget of one project in a list."""

from generator.analyse.shown_budget import ShownBudget
from generator.pages.strings import Strings


def budget_note(budget: ShownBudget, t: Strings) -> str:
    """That there is none, that its unit is inferred, or how it is printed; empty where it is printed as shown."""
    if not budget.text:
        return t.py_not_printed
    printed = t.format("compare_printed", value=budget.printed) if budget.printed else ""
    inferred = t.py_inferred if budget.is_inferred else ""
    return t.py_semicolon.join(filter(None, (printed, inferred)))
