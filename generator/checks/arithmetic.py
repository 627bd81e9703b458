"""Heads × rate × periods against the budget (domain.md §3, A01, A03, A04).

A chain is reckoned only where its units link: 人 × 元/人/月 × 月. Where a word is missing that the sum needs, both sums
are given and nothing is judged.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from math import prod

from generator.analyse.amounts import trimmed
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.analyse.factors import (
    PERIODS,
    PERSONS,
    RECURRING,
    Count,
    Rate,
    Table,
    half_of_last_decimal,
    is_same_base,
    read_table,
    words_of,
)
from generator.checks.budgets import PrintedBudget, budget_of
from generator.checks.check import Check
from generator.checks.finding import Hit, Outcome, PrintedFact, Severity, Texts, cell

_ROUNDED_UP = Decimal(3)
"""Per cent: a ceiling at most this much above the budget is taken as the budget's own, rounded up."""
_HUNDREDTH = Decimal("0.01")
_WIDE = Context(prec=60)
"""Any two sums that can be printed, divided."""
_PERIOD_NAMES = {"半年": "个半年", "季度": "个季度", "月": "个月"}
_PAID_TO_PERSONS = re.compile("人员|补贴|补助|工资|津贴|薪酬|报酬|生活费|抚恤|救助|慰问|奖励")
"""With these words a rate per month may be of all together or of each person."""
_SEVERAL_PURPOSES = re.compile("[、及和与]")


@dataclass(frozen=True, slots=True)
class _Chain:
    """A rate times its counts times its periods."""

    rate: Rate
    counts: tuple[Count, ...]
    periods: Decimal
    periods_text: str
    is_complete: bool
    """Every factor is printed, or is one by nature: nothing was taken from the calendar or from silence."""

    @property
    def yuan(self) -> Decimal:
        return self.rate.yuan * prod((count.value for count in self.counts), start=Decimal(1)) * self.periods

    @property
    def rounding(self) -> Decimal:
        """In 元: what half of the last printed decimal of the rate comes to."""
        return half_of_last_decimal(self.rate) * self.yuan / self.rate.yuan if self.rate.yuan else Decimal(0)

    @property
    def text(self) -> str:
        factors = [*(count.text for count in self.counts), self.rate.text]
        return " × ".join([*factors, self.periods_text] if self.periods_text else factors)


@dataclass(frozen=True, slots=True)
class _Case:
    """All that one rate of one project is judged by."""

    project: ProjectFacts
    budget: PrintedBudget
    table: Table
    rate: Rate

    @property
    def is_alone(self) -> bool:
        """Neither other money nor other counts stand in the table, so the rate can be of the whole budget."""
        counted = [
            count
            for count in self.table.counts
            if not any(is_same_base(count.base, base) for base in PERIODS)
        ]
        return len(self.table.rates) == 1 and len(counted) <= max(1, len(self.rate.heads))


def _cases(facts: DisclosureFacts) -> Iterator[_Case]:
    for project in facts.projects:
        budget = budget_of(facts, project)
        table = read_table(project) if budget else None
        for rate in table.rates if table else ():
            if budget and table and not rate.is_total:
                yield _Case(project, budget, table, rate)


def _chain(case: _Case) -> _Chain | None:
    """None where a count is missing or two can be meant."""
    counts = [case.table.only(base) for base in case.rate.heads]
    known = tuple(count for count in counts if count is not None)
    if len(known) != len(counts):
        return None
    period = case.rate.period
    if period is None or period == "年":
        is_once = period == "年" or not RECURRING & set(case.rate.heads)
        return _Chain(case.rate, known, Decimal(1), "", is_complete=is_once)
    printed = case.table.only(period)
    number = printed.value if printed else Decimal(PERIODS[period])
    return _Chain(
        case.rate,
        known,
        number,
        f"{trimmed(number)} {_PERIOD_NAMES[period]}",
        is_complete=printed is not None,
    )


def _readings_of(case: _Case) -> tuple[_Chain, _Chain] | None:
    """The two chains that can be meant where a word is missing; None where none is missing."""
    chain = _chain(case)
    if chain is None:
        return None
    if not case.rate.heads:
        persons = case.table.only(PERSONS)
        is_for_persons = persons is not None and _PAID_TO_PERSONS.search(words_of(case.rate.row))
        if persons is None or not is_for_persons or persons.value == 1:
            return None
        return chain, _Chain(chain.rate, (persons,), chain.periods, chain.periods_text, is_complete=False)
    fits = case.budget.equals(chain.yuan) or (case.rate.is_ceiling and chain.yuan >= case.budget.yuan)
    if chain.is_complete or fits or case.rate.heads != (PERSONS,) or not _can_be_of_the_whole(case, chain):
        return None
    other = Decimal(1) if case.rate.period else Decimal(PERIODS["月"])
    text = f"{other} {_PERIOD_NAMES[case.rate.period or '月']}"
    return chain, _Chain(chain.rate, chain.counts, other, text, is_complete=False)


def _can_be_of_the_whole(case: _Case, chain: _Chain) -> bool:
    is_exact = all(count.op == "=" for count in chain.counts)
    return case.is_alone and is_exact and not _SEVERAL_PURPOSES.search(case.project.printed.name)


def _heads_and_rates(facts: DisclosureFacts) -> Iterator[Hit]:
    for case in _cases(facts):
        chain = _chain(case)
        if case.rate.op != "=" or chain is None or _readings_of(case):
            continue
        if case.budget.equals(chain.yuan):
            yield _hit(case, chain, Outcome.AGREES)
        elif _is_bound(case, chain) and (_is_paid_again(case.rate) or chain.yuan > case.budget.yuan):
            yield _hit(case, chain, Outcome.DIFFERS)


def _is_bound(case: _Case, chain: _Chain) -> bool:
    """The printed factors leave no other sum for the whole budget, rounding of the rate aside."""
    is_whole = chain.is_complete and _can_be_of_the_whole(case, chain)
    return bool(case.rate.heads) and is_whole and not _is_rounding(case, chain)


def _is_rounding(case: _Case, chain: _Chain) -> bool:
    is_small = _gap(case, chain) <= _ROUNDED_UP
    return is_small and abs(chain.yuan - case.budget.yuan) <= chain.rounding


def _is_paid_again(rate: Rate) -> bool:
    """What is bought by piece may need more than its price; a payment to people is the whole of it."""
    return bool(RECURRING & set(rate.heads))


def _ceilings(facts: DisclosureFacts) -> Iterator[Hit]:
    for case in _cases(facts):
        chain = _chain(case)
        if not case.rate.is_ceiling or chain is None or _readings_of(case):
            continue
        if case.budget.equals(chain.yuan) or (len(case.table.rates) == 1 and _is_rounded(case, chain)):
            yield _hit(case, chain, Outcome.AGREES)
        elif case.is_alone:
            is_below = chain.yuan < case.budget.yuan and _is_bound(case, chain)
            yield _hit(case, chain, Outcome.DIFFERS if is_below else Outcome.NOTE)


def _is_rounded(case: _Case, chain: _Chain) -> bool:
    is_rounded_up = chain.yuan >= case.budget.yuan and _gap(case, chain) <= _ROUNDED_UP
    return is_rounded_up or _is_rounding(case, chain)


def _unclear_chains(facts: DisclosureFacts) -> Iterator[Hit]:
    for case in _cases(facts):
        chains = _readings_of(case) if case.rate.op in {"=", "<=", "<"} else None
        if chains:
            first, second = (f"{chain.text} = {case.budget.sum_text(chain.yuan)}" for chain in chains)
            counts = {count.row.id: count for chain in chains for count in chain.counts}
            yield Hit(
                Outcome.CANNOT_TELL,
                (
                    cell(case.rate.row, "target"),
                    *(cell(count.row, "target") for count in counts.values()),
                    case.budget.fact,
                ),
                case.project,
                case.rate.row,
                computation=case.budget.against(f"{first}；或 {second}", f"{first}; or {second}"),
                values={
                    "target": case.rate.row.printed.target,
                    "first": case.budget.sum_text(chains[0].yuan),
                    "second": case.budget.sum_text(chains[1].yuan),
                    "budget": case.budget.text,
                },
            )


def _hit(case: _Case, chain: _Chain, outcome: Outcome) -> Hit:
    return Hit(
        outcome,
        (
            *(cell(count.row, "target") for count in chain.counts),
            *_cells_of_rate(case.rate),
            case.budget.fact,
        ),
        case.project,
        case.rate.row,
        computation=case.budget.against(f"{chain.text} = {case.budget.sum_text(chain.yuan)}"),
        values={
            "chain": chain.text,
            "sum": case.budget.sum_text(chain.yuan),
            "budget": case.budget.text,
            "relation": _relation(case, chain),
        },
    )


def _relation(case: _Case, chain: _Chain) -> Texts:
    """How a total stands to the budget, and why it agrees where it is not the same."""
    budget, gap = case.budget.text, f"{trimmed(_gap(case, chain))}%"
    if case.budget.equals(chain.yuan):
        zh, en = ("", "") if chain.yuan == case.budget.yuan else ("四舍五入后", " when rounded")
        return f"{zh}与预算数 {budget}相同", f"the same as the budget of {budget}{en}"
    is_above, is_rounded = chain.yuan > case.budget.yuan, _is_rounded(case, chain)
    zh = f"比预算数 {budget}{'高' if is_above else '低'} {gap}"
    en = f"{gap} {'above' if is_above else 'below'} the budget of {budget}"
    if is_rounded and is_above:
        return (
            f"{zh}，在进整范围（{_ROUNDED_UP}%）内",
            f"{en}, within the {_ROUNDED_UP}% allowed for rounding up",
        )
    if is_rounded:
        return f"{zh}，在标准的进位以内", f"{en}, within the rounding of the rate"
    return zh, en


def _gap(case: _Case, chain: _Chain) -> Decimal:
    """In per cent of the budget, to two decimals."""
    gap = _WIDE.divide(abs(chain.yuan - case.budget.yuan) * 100, case.budget.yuan)
    return gap.quantize(_HUNDREDTH, context=_WIDE)


def _cells_of_rate(rate: Rate) -> tuple[PrintedFact, ...]:
    """The cells of a rate: the target, and the words that say what it is per."""
    words = (cell(rate.row, "name"), cell(rate.row, "description")) if rate.is_in_words else ()
    return (*words, cell(rate.row, "target"))


CHECKS = (
    Check("A01", Severity.DIFFERS, _heads_and_rates),
    Check("A03", Severity.NOTE, _ceilings),
    Check("A04", Severity.NOTE, _unclear_chains),
)
