"""The department's totals in prose against their parts (domain.md §3, A07)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.analyse.amounts import to_decimal
from generator.analyse.disclosure import DisclosureFacts
from generator.checks.amounts_text import grouped
from generator.checks.check import Check
from generator.checks.finding import Hit, Outcome, PrintedFact, Severity
from generator.model.disclosure import BudgetLine
from generator.model.fields import fields_of
from generator.textual import squeeze

_YUAN_PER_UNIT = {
    "元": Decimal(1),
    "万元": Decimal(10_000),
    "万": Decimal(10_000),
    "亿元": Decimal(100_000_000),
}

_ROUNDING = Decimal(50)
"""In 元: half of the last decimal of 万元, for each part."""
_MOST_PARTS = 12
"""So that all ways to choose some of them can be tried."""


def _totals_of_parts(facts: DisclosureFacts) -> Iterator[Hit]:
    lines = facts.printed.budget_lines
    parts_of: dict[tuple[str, ...], list[BudgetLine]] = defaultdict(list)
    for line in lines:
        if line.part_of:
            parts_of[_place(line, line.part_of)].append(line)
    totals = defaultdict(list)
    for line in lines:
        totals[_place(line, line.item)].append(line)
    for place, same in totals.items():
        parts = parts_of.get(place, [])
        if len(parts) > 1 and len(same) == 1 and _are_distinct(parts):
            yield from _hits(same[0], parts)


def _place(line: BudgetLine, item: str) -> tuple[str, ...]:
    """A total and its parts stand in one section; changes against last year are added to changes only."""
    return (squeeze(line.section or ""), "change" if line.change else "", squeeze(item))


def _are_distinct(parts: Sequence[BudgetLine]) -> bool:
    """A part named twice is not added twice, so there is no telling what to add."""
    return len({squeeze(part.item) for part in parts}) == len(parts)


def _hits(total: BudgetLine, parts: Sequence[BudgetLine]) -> Iterator[Hit]:
    amounts = [_yuan(part, total) for part in parts]
    whole = _yuan(total, total)
    known = [amount for amount in amounts if amount is not None]
    if whole is None or len(known) != len(amounts):
        return
    outcome = _outcome(whole, known, is_change=total.change is not None)
    if outcome is None:
        return
    reckoned = sum(known, Decimal(0))
    unit = "元" if total.unit == "元" else "万元"
    texts = [_amount_text(amount, unit) for amount in (*known, reckoned, whole)]
    added = f"{' + '.join(texts[:-2])} = {texts[-2]} {unit}".replace("+ -", "- ")
    printed = f"{_name(total)} {texts[-1]} {unit}"
    yield Hit(
        outcome,
        tuple(_fact(line) for line in (total, *parts)),
        computation=(f"{added}；{printed}", f"{added}; {printed}"),
        values={"item": _name(total), "sum": f"{texts[-2]} {unit}", "total": f"{texts[-1]} {unit}"},
    )


def _outcome(whole: Decimal, parts: Sequence[Decimal], *, is_change: bool) -> Outcome | None:
    """Prose may name only some of the parts, and changes up and down cancel: less than the total says nothing.

    More than the total may be the same money divided twice (by source and by purpose); then some of the parts alone
    give the total, and nothing is said either.
    """
    reckoned = sum(parts, Decimal(0))
    if reckoned == whole:
        return Outcome.AGREES
    is_rounding = abs(reckoned - whole) <= _ROUNDING * len(parts)
    if is_change or reckoned < whole or is_rounding or len(parts) > _MOST_PARTS:
        return None
    some = (sum(chosen, Decimal(0)) for size in range(1, len(parts)) for chosen in combinations(parts, size))
    return None if any(amount == whole for amount in some) else Outcome.DIFFERS


def _yuan(line: BudgetLine, total: BudgetLine) -> Decimal | None:
    """Negative where one is an increase and the other a decrease. None where the unit is not one of money."""
    amount, factor = to_decimal(line.amount), _YUAN_PER_UNIT.get(squeeze(line.unit))
    if amount is None or factor is None:
        return None
    return amount * factor if line.change == total.change else -amount * factor


def _amount_text(amount: Decimal, unit: str) -> str:
    return grouped(amount / _YUAN_PER_UNIT[unit])


def _fact(line: BudgetLine) -> PrintedFact:
    declaration = fields_of(BudgetLine)["amount"]
    text = " ".join(filter(None, (line.item, _change(line), line.amount, line.unit)))
    return PrintedFact((declaration.zh, declaration.en), text, line.line)


def _name(line: BudgetLine) -> str:
    """`基本支出`, or `基本支出增加` of a change against last year."""
    return line.item + _change(line)


def _change(line: BudgetLine) -> str:
    """`增加`, `减少`, or nothing."""
    label = fields_of(BudgetLine)["change"].choices.get(line.change or "")
    return label[0] if label else ""


CHECKS = (Check("A07", Severity.DIFFERS, _totals_of_parts),)
