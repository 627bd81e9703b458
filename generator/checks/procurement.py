"""Procurement lines against their total and their project's budget (domain.md §3, A06)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.analyse.amounts import to_decimal
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.checks.check import Check
from generator.checks.finding import Hit, Outcome, PrintedFact, Severity, Texts, procurement_cell
from generator.model.disclosure import ProcurementRow, ProcurementTotal
from generator.model.fields import fields_of
from generator.textual import squeeze

_OF_ALL = re.compile("合计|总计")
_OF_ONE_UNIT = re.compile("小计")
_SHOWN_ROWS = 8
"""More lines than this are named by the first and the last of them."""


def _procurement(facts: DisclosureFacts) -> Iterator[Hit]:
    yield from _totals(facts)
    yield from _projects(facts)


def _totals(facts: DisclosureFacts) -> Iterator[Hit]:
    rows = facts.printed.procurement
    for total in facts.printed.procurement_totals:
        printed, amount = to_decimal(total.amount), _sum(rows)
        if printed is None or amount is None or not _is_of_all(total, facts.printed.procurement_totals):
            continue
        values = {"sum": _text(amount), "total": total.amount, "lines": str(len(rows))}
        yield Hit(
            Outcome.AGREES if amount == printed else Outcome.DIFFERS,
            (_total_fact(total), *_shown(rows)),
            computation=_against(rows, amount, (total.item, total.item), total.amount),
            values={**values, "which": total.item},
        )


def _is_of_all(total: ProcurementTotal, totals: Sequence[ProcurementTotal]) -> bool:
    """With two totals of a kind it is not printed which lines belong to which."""
    kind = _OF_ONE_UNIT if _OF_ONE_UNIT.search(squeeze(total.item)) else _OF_ALL
    same = [other for other in totals if kind.search(squeeze(other.item))]
    return same == [total]


def _projects(facts: DisclosureFacts) -> Iterator[Hit]:
    groups: dict[tuple[str, str], list[ProcurementRow]] = defaultdict(list)
    for row in facts.printed.procurement:
        groups[squeeze(row.project), row.project_budget or ""].append(row)
    for (name, printed), rows in groups.items():
        budget, amount = to_decimal(printed), _sum(rows)
        if budget is None or amount is None:
            continue
        budget_fact = procurement_cell(rows[0], "project_budget")
        values = {"sum": _text(amount), "total": printed, "lines": str(len(rows))}
        yield Hit(
            Outcome.AGREES if amount <= budget else Outcome.DIFFERS,
            (budget_fact, *_shown(rows)),
            _project_called(facts, name),
            computation=_against(rows, amount, budget_fact.label, printed),
            values={**values, "which": rows[0].project},
        )


def _project_called(facts: DisclosureFacts, name: str) -> ProjectFacts | None:
    """The project of that title, where it is the only one."""
    found = [project for project in facts.projects if squeeze(project.printed.name) == name]
    return found[0] if len(found) == 1 else None


def _sum(rows: Sequence[ProcurementRow]) -> Decimal | None:
    """None where there are no lines or a line has no amount."""
    amounts = [to_decimal(row.amount) for row in rows]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if rows and len(known) == len(amounts) else None


def _text(amount: Decimal) -> str:
    """With as many decimals as are printed."""
    return f"{amount:,f}"


def _against(rows: Sequence[ProcurementRow], amount: Decimal, label: Texts, total: str) -> Texts:
    """The lines added up, with what they are compared with behind them."""
    added, lines = _addition(rows, amount), len(rows)
    counted = (f"（{lines} 行）", f" ({lines} rows)") if lines > 1 else ("", "")
    return f"{added}{counted[0]}；{label[0]} {total}", f"{added}{counted[1]}; {label[1]} {total}"


def _addition(rows: Sequence[ProcurementRow], amount: Decimal) -> str:
    printed = [row.amount or "" for row in rows]
    if len(printed) == 1:
        return printed[0]
    added = " + ".join(printed) if len(printed) <= _SHOWN_ROWS else f"{printed[0]} + … + {printed[-1]}"
    return f"{added} = {_text(amount)}"


def _shown(rows: Sequence[ProcurementRow]) -> tuple[PrintedFact, ...]:
    shown = rows if len(rows) <= _SHOWN_ROWS else (rows[0], rows[-1])
    return tuple(procurement_cell(row, "amount") for row in shown)


def _total_fact(total: ProcurementTotal) -> PrintedFact:
    declaration = fields_of(ProcurementTotal)["amount"]
    return PrintedFact((declaration.zh, declaration.en), f"{total.item} {total.amount}", total.line)


CHECKS = (Check("A06", Severity.DIFFERS, _procurement),)
