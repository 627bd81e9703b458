"""Questions about money: shares of a township's projects, village cadres, village funds, payments to persons."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.analyse.amounts import plain, trimmed, wan_to_yuan
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.analyse.factors import PERSONS, VILLAGES, Count, Table, read_table
from generator.analyse.small_groups import has_small_group
from generator.checks.amounts_text import wan, yuan
from generator.checks.budgets import INFERRED_UNIT
from generator.checks.finding import Finding
from generator.questions.answer import (
    BUDGET,
    NOTHING,
    Answer,
    Column,
    Material,
    Value,
    budget,
    ours,
    project_answer,
)
from generator.questions.question import Question
from generator.textual import squeeze

_HUNDREDTH = Decimal("0.01")
_CENTS = Decimal("0.00")
"""Added to a sum, gives it two decimals at least."""
_CADRES = re.compile("村(?:级)?干部|村“?两委|离任")
_VILLAGE_FUNDS = re.compile("党组织活动|服务群众专项")
_PAID_TO_PERSONS = re.compile("补贴|(?<!中央)补助(?!基层)|津贴|抚恤|慰问|救助|奖励|父母奖|代耕费")
_BENEFITS = "social-benefits"
"""The theme of payments to persons in the shipped vocabulary; where there is none, titles alone tell."""

_HEADS = Column("heads", "印出的人数", "people, as printed", has_line=True)
_RATE = Column("rate", "印出的标准", "rate, as printed", has_line=True)
_FORMULA = Column("formula", "算式", "calculation")


def _shares(material: Material) -> Iterator[Answer]:
    facts = material.facts
    total = facts.budget_wan
    for project in facts.projects:
        if project.budget_wan is not None and total:
            share = (project.budget_wan * 100 / total).quantize(_HUNDREDTH, ROUND_HALF_UP)
            yield project_answer(
                facts, project, budget(project), Value(f"{plain(share)}%"), Value(plain(total + _CENTS))
            )


def _cadres(material: Material) -> Iterator[Answer]:
    facts = material.facts
    for project in facts.projects:
        if not _CADRES.search(_words(project)):
            continue
        table = read_table(project)
        each = _unit_cost(material, project)
        per_head = ours(each.computation) if each and f"/{PERSONS}" in each.computation[0] else NOTHING
        yield project_answer(
            facts,
            project,
            budget(project),
            _count(table, PERSONS),
            per_head,
            _villages(facts, table),
            _per_village(facts, project, each),
            is_small=has_small_group(project),
        )


def _village_funds(material: Material) -> Iterator[Answer]:
    facts = material.facts
    for project in facts.projects:
        if not _VILLAGE_FUNDS.search(squeeze(project.printed.name + (project.printed.purpose or ""))):
            continue
        table = read_table(project)
        yield project_answer(
            facts,
            project,
            budget(project),
            _rates(table),
            _first(_count(table, PERSONS), _count(table, VILLAGES)),
            _calculation(material, project),
            is_small=has_small_group(project),
        )


def _to_persons(material: Material) -> Iterator[Answer]:
    facts = material.facts
    for project in facts.projects:
        is_meant = _BENEFITS in project.themes or _PAID_TO_PERSONS.search(squeeze(project.printed.name))
        table = read_table(project) if is_meant else None
        is_small = has_small_group(project)
        if table and (is_small or _count(table, PERSONS).text or _rates(table).text):
            yield project_answer(
                facts,
                project,
                budget(project),
                _count(table, PERSONS),
                _rates(table),
                _calculation(material, project),
                is_small=is_small,
            )


def _words(project: ProjectFacts) -> str:
    printed = project.printed
    return squeeze("；".join([printed.name, printed.purpose or "", *printed.goals]))


def _first(*values: Value) -> Value:
    return next((value for value in values if value.text), NOTHING)


def _count(table: Table, base: str) -> Value:
    count = table.only(base)
    return _as_printed(count) if count else NOTHING


def _as_printed(count: Count) -> Value:
    return Value(count.row.printed.target, line=count.row.printed.line)


def _rates(table: Table) -> Value:
    """What is printed per person, village or other; amounts of the whole project are none."""
    rates = [rate for rate in table.rates if rate.heads]
    return Value("；".join(rate.text for rate in rates), line=rates[0].row.printed.line) if rates else NOTHING


def _unit_cost(material: Material, project: ProjectFacts) -> Finding | None:
    """The budget for each of a single printed population (A05)."""
    return next(iter(material.of_project(project, "A05")), None)


def _calculation(material: Material, project: ProjectFacts) -> Value:
    """Heads × rate against the budget where both are printed, else the budget for each."""
    found = [*material.of_project(project, "A01", "A03"), *material.of_project(project, "A05")]
    return next((ours(finding.computation) for finding in found), NOTHING)


def _villages(facts: DisclosureFacts, table: Table) -> Value:
    """The project's own count, or the township's."""
    source = facts.township.villages_source
    line = source.line if source and source.year == facts.printed.year else ""
    return _first(_count(table, VILLAGES), Value(facts.township.villages or "", line=line))


def _per_village(facts: DisclosureFacts, project: ProjectFacts, each: Finding | None) -> Value:
    """Only where the whole budget is of one population: otherwise a quotient would mix several kinds of money."""
    if each is None:
        return NOTHING
    if f"/{VILLAGES}" in each.computation[0]:
        return ours(each.computation)
    amount, villages = wan_to_yuan(project.budget_wan), Decimal(facts.township.villages or 0)
    if amount is None or not villages:
        return NOTHING
    exact = amount / villages
    rounded = exact.quantize(Decimal(1), ROUND_HALF_UP)
    sign = "=" if rounded == exact else "≈"
    zh, en = INFERRED_UNIT if facts.printed.money_unit_basis == "inferred" else ("", "")
    budget_text, quotient = wan(project.budget_wan or Decimal(0)), f"{sign} {yuan(rounded)}/村"
    count = trimmed(villages)
    return Value(
        f"{budget_text}{zh} ÷ {count} 个村 {quotient}", f"{budget_text}{en} ÷ {count} villages {quotient}"
    )


SHARES = Question(
    "shares-of-projects",
    (
        BUDGET,
        Column("share", "占比", "share", is_number=True),
        Column(
            "total_wan",
            "各项目预算数合计（本站相加，万元）",
            "project budgets, added up by us (万元)",
            is_number=True,
        ),
    ),
    _shares,
    lists=("townships",),
)
CADRES = Question(
    "village-cadres",
    (
        BUDGET,
        _HEADS,
        Column("per_head", "人均（换算）", "per person (calculated)"),
        Column("villages", "村数", "villages", has_line=True),
        Column("per_village", "村均（换算）", "per village (calculated)"),
    ),
    _cadres,
    rules=("A05",),
)
VILLAGE_FUNDS = Question(
    "village-fund-standards",
    (
        BUDGET,
        _RATE,
        Column("count", "印出的人数或村数", "people or villages, as printed", has_line=True),
        _FORMULA,
    ),
    _village_funds,
    rules=("A01", "A05"),
)
TO_PERSONS = Question(
    "payments-to-persons", (BUDGET, _HEADS, _RATE, _FORMULA), _to_persons, rules=("A01", "A03", "A05")
)
