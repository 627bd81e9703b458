"""What a target table prints and what it leaves empty (domain.md §3, S)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks.check import Check
from generator.checks.finding import (
    Hit,
    Outcome,
    PrintedFact,
    Severity,
    Texts,
    budget_total,
    cell,
    elsewhere,
    listed,
    of_project,
    procurement_cell,
    project_name,
    rows_of,
    sub_target_field,
)
from generator.model.disclosure import Indicator, Project, SubTarget
from generator.model.lookups import plain_level
from generator.textual import squeeze

_EXPECTED_LEVELS: Mapping[str, Texts] = {
    "output": ("产出指标", "output indicators"),
    "outcome": ("效益指标", "outcome indicators"),
    "satisfaction": ("满意度指标", "satisfaction indicators"),
}
_WITHOUT_SOURCE = re.compile(
    "(?:根据|依据|按照?|结合)?(?:实际|历史|往年|以往|工作|相关|有关)*(?:经验|需要|需求|依据)[。.]?"
)
"""A basis of experience or need: 工作经验, 根据实际工作需要, 相关依据."""
_NAMES_A_SOURCE = re.compile(
    "文|标准|计划|规划|合同|协议|办法|通知|规定|政策|调查|问卷|方案|条例|意见|请示|法|定额|统计|测算"
)
_NUMBER_BEFORE = re.compile(r"[≥≤＞＜>＝=<]*[\d.,]*[%％]?")
_NO_CODE = re.compile(r"[-—–－―_/／\\]*|无")
_NUMBER = re.compile("[0-9]{1,4}")
_MONEY_LABEL = re.compile("预算|资金|金额")


def _printed_rows(project: ProjectFacts) -> tuple[IndicatorFacts, ...]:
    """The rows with more than their category, without one at which the source text may break off."""
    rows = project.indicators[:-1] if project.printed.cut_off else project.indicators
    return tuple(row for row in rows if not row.printed.is_blank)


def _listed_names(names: Sequence[Texts]) -> Texts:
    return listed(zh for zh, _ in names)[0], listed(en for _, en in names)[1]


def _missing_levels(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        rows = _printed_rows(project)
        levels = {row.level1_id for row in rows}
        if project.printed.cut_off or "" in levels or levels.isdisjoint(_EXPECTED_LEVELS):
            continue
        missing = [name for level, name in _EXPECTED_LEVELS.items() if level not in levels]
        if missing:
            yield Hit(
                Outcome.NOTE, (project_name(project),), project, values={"missing": _listed_names(missing)}
            )


def _blank_rows(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        rows = project.indicators[:-1] if project.printed.cut_off else project.indicators
        for row in rows:
            if _is_only_a_category(row.printed):
                values = {"category": row.printed.level2}
                yield Hit(
                    Outcome.NOTE, (cell(row, "level2"), cell(row, "target")), project, row, values=values
                )


def _is_only_a_category(row: Indicator) -> bool:
    others = (row.description, row.basis, row.operator, row.unit, row.actual, row.weight)
    return bool(row.level2) and row.is_blank and not any(others)


def _category_as_name(facts: DisclosureFacts) -> Iterator[Hit]:
    """Not under satisfaction: 服务对象满意度 says by itself what is measured."""
    for project, row in rows_of(facts):
        if row.level1_id != "satisfaction" and plain_level(row.printed.name) == plain_level(
            row.printed.level2
        ):
            values = {"category": row.printed.level2, "name": row.printed.name}
            yield Hit(Outcome.NOTE, (cell(row, "level2"), cell(row, "name")), project, row, values=values)


def _empty_basis(facts: DisclosureFacts) -> Iterator[Hit]:
    """An empty cell is `""`; a form without the column gives None and is passed over."""
    for project in facts.projects:
        rows = _printed_rows(project)
        empty = [row for row in rows if row.printed.basis == ""]
        if empty:
            values = {"rows": str(len(rows)), "empty": str(len(empty))}
            yield Hit(Outcome.NOTE, tuple(cell(row, "basis") for row in empty), project, values=values)


def _basis_without_source(facts: DisclosureFacts) -> Iterator[Hit]:
    """One finding for each wording in a project."""
    for project in facts.projects:
        rows: defaultdict[str, list[IndicatorFacts]] = defaultdict(list)
        for row in _printed_rows(project):
            if _names_no_source(row.printed.basis or "", row.printed.target):
                rows[row.printed.basis or ""].append(row)
        for basis, same in rows.items():
            values = {"basis": basis, "rows": str(len(same))}
            yield Hit(Outcome.NOTE, tuple(cell(row, "basis") for row in same), project, values=values)


def _names_no_source(basis: str, target: str) -> bool:
    basis = squeeze(basis)
    if _WITHOUT_SOURCE.fullmatch(basis):
        return True
    words = _NUMBER_BEFORE.sub("", squeeze(target), count=1)
    return bool(basis) and basis == words and not _NAMES_A_SOURCE.search(basis)


def _repeated_rows(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        first: dict[tuple[str | None, ...], IndicatorFacts] = {}
        for row in _printed_rows(project):
            before = first.setdefault(_whole_row(row.printed), row)
            if before is not row:
                values = {"name": row.printed.name, "target": row.printed.target}
                yield Hit(
                    Outcome.NOTE, (cell(before, "target"), cell(row, "target")), project, row, values=values
                )


def _whole_row(row: Indicator) -> tuple[str | None, ...]:
    """Everything that tells one indicator from another; forms with long-term and annual targets repeat the rest."""
    return (row.level2, row.name, row.description, row.target, row.operator, row.unit, row.period)


def _no_code(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        if _NO_CODE.fullmatch(squeeze(project.printed.code or "")):
            yield Hit(Outcome.NOTE, (of_project(Project, "code", project.printed.code, project),), project)


def _no_budget(facts: DisclosureFacts) -> Iterator[Hit]:
    """With the budget that the procurement table prints for a project of the same name, where it does."""
    in_procurement: dict[str, PrintedFact] = {}
    for row in facts.printed.procurement:
        if row.project_budget:
            in_procurement.setdefault(squeeze(row.project), procurement_cell(row, "project_budget"))
    for project in facts.projects:
        if not _has_money(project.printed):
            other = in_procurement.get(squeeze(project.printed.name))
            yield Hit(Outcome.NOTE, (budget_total(project), *([other] if other else [])), project)


def _has_money(project: Project) -> bool:
    """Also under another label than 预算数, as other forms and self-evaluations have it."""
    if project.budget and (project.budget.total or project.budget.fiscal or project.budget.other):
        return True
    if project.execution and (project.execution.adjusted or project.execution.executed):
        return True
    return any(_MONEY_LABEL.search(detail.label) for detail in project.details)


def _unit_not_printed(facts: DisclosureFacts) -> Iterator[Hit]:
    budgets = tuple(
        budget_total(project)
        for project in facts.projects
        if project.printed.budget and project.printed.budget.total and not project.printed.budget.unit
    )
    if facts.printed.money_unit_basis == "inferred" and budgets:
        yield Hit(Outcome.NOTE, budgets, values={"unit": facts.printed.money_unit})


def _numbers(facts: DisclosureFacts) -> Iterator[Hit]:
    yield from _sub_target_numbers(facts.printed.sub_targets)
    for before, project in pairwise(facts.projects):
        first, second = before.printed, project.printed
        if int(second.no) != int(first.no) + 1:
            values = {"previous": first.name, "before": first.no, "name": second.name, "no": second.no}
            numbers = (
                of_project(Project, "no", first.no, before),
                of_project(Project, "no", second.no, project),
            )
            yield Hit(Outcome.NOTE, (elsewhere(numbers[0], before), numbers[1]), project, values=values)


def _sub_target_numbers(entries: Iterable[SubTarget]) -> Iterator[Hit]:
    """A heading with parts of its own takes a number too, though it is no sub-target itself."""
    last: dict[str, SubTarget] = {}
    headings: set[str] = set()
    for entry in entries:
        part_of = entry.part_of or ""
        before = last.get(part_of)
        if before and not _follows(before, entry, between=0 if part_of else len(headings)):
            values = {"previous": before.name, "before": before.no, "name": entry.name, "no": entry.no}
            yield Hit(Outcome.NOTE, (_number(before), _number(entry)), values=values)
        headings = headings | {part_of} if part_of else set()
        last[part_of] = entry


def _follows(before: SubTarget, entry: SubTarget, *, between: int) -> bool:
    if not (_NUMBER.fullmatch(before.no) and _NUMBER.fullmatch(entry.no)):
        return True
    return int(entry.no) == int(before.no) + 1 + between


def _number(entry: SubTarget) -> PrintedFact:
    return sub_target_field(entry, "no")


def _cut_off(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        if project.printed.cut_off:
            row = project.indicators[-1] if project.indicators else None
            fact = cell(row, "target") if row else project_name(project)
            yield Hit(Outcome.NOTE, (fact,), project, row, values={"rows": str(len(project.indicators))})


CHECKS = (
    Check("S01", Severity.NOTE, _missing_levels),
    Check("S02", Severity.INFO, _blank_rows),
    Check("S03", Severity.NOTE, _category_as_name),
    Check("S04", Severity.NOTE, _empty_basis),
    Check("S05", Severity.INFO, _basis_without_source),
    Check("S06", Severity.NOTE, _repeated_rows),
    Check("S07", Severity.INFO, _no_code),
    Check("S08", Severity.INFO, _no_budget),
    Check("S09", Severity.NOTE, _unit_not_printed),
    Check("S10", Severity.SOURCE, _numbers),
    Check("S11", Severity.SOURCE, _cut_off),
)
