"""What a document prints more than once: rows, goals, whole tables (domain.md §3, X01, X02, X10, X11)."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks.check import Check
from generator.checks.finding import (
    Hit,
    Outcome,
    Severity,
    cell,
    elsewhere,
    goals_of,
    project_name,
    rows_of,
    sub_target_field,
)
from generator.model.disclosure import Indicator, Project, SubTarget
from generator.model.lookups import plain_level, plain_name
from generator.textual import squeeze

_SEVERAL = 3
"""Two projects alike are shown by X10, where most of their rows are alike too."""
_LEADERS = re.compile("(?:乡镇|镇|乡|街道|办事处|党委|政府)领导")
_CLOSING = "。.；;，,、"
_ROWS_TO_COMPARE = 5
_SHARE_ALIKE = (7, 10)
"""Of the longer table, by category and value."""
_SHARE_THE_SAME = (1, 2)
"""Of the longer table, by category, name and value."""
_COMMON_ROW = 50
"""A row that stands in more projects than this tells nothing about two of them."""

_Entry = TypeVar("_Entry")


def _grouped(entries: Iterable[_Entry], key: Callable[[_Entry], Hashable]) -> list[list[_Entry]]:
    """Entries with the same key, in the order of the first of each; those with an empty key are left out."""
    groups: defaultdict[Hashable, list[_Entry]] = defaultdict(list)
    for entry in entries:
        if of_entry := key(entry):
            groups[of_entry].append(entry)
    return list(groups.values())


@lru_cache(maxsize=10_000)
def _plain(text: str) -> str:
    """Without blanks, and full-width signs as half-width: for comparing."""
    return unicodedata.normalize("NFKC", squeeze(text))


def _value(row: Indicator) -> str:
    """With its operator and unit where these have columns of their own."""
    return _plain(_whole_target(row))


def _whole_target(row: Indicator) -> str:
    return f"{row.operator or ''}{row.target}{row.unit or ''}"


def _row_key(row: Indicator) -> tuple[str, str, str]:
    return (plain_level(row.level2), _plain(plain_name(row.name)), _value(row))


def _rows_in_several_projects(facts: DisclosureFacts) -> Iterator[Hit]:
    """One finding for each row, about the document as a whole."""
    for places in _grouped(rows_of(facts), lambda place: _row_key(place[1].printed)):
        by_project: dict[str, tuple[ProjectFacts, IndicatorFacts]] = {}
        for project, row in places:
            by_project.setdefault(project.id, (project, row))
        if len(by_project) < _SEVERAL:
            continue
        first = places[0][1].printed
        yield Hit(
            Outcome.NOTE,
            tuple(elsewhere(cell(row, "target"), project) for project, row in by_project.values()),
            values={
                "category": first.level2,
                "name": first.name,
                "target": _whole_target(first),
                "count": str(len(by_project)),
            },
        )


def _goals_of_several_projects(facts: DisclosureFacts) -> Iterator[Hit]:
    for same in _grouped(facts.projects, _goals_key):
        (wording, count), *others = Counter(map(_goals_wording, same)).most_common()
        if len(same) >= _SEVERAL and count > 1:
            example = next(project for project in same if _goals_wording(project) == wording)
            yield Hit(
                Outcome.NOTE,
                tuple(elsewhere(goals_of(project), project) for project in same),
                values={
                    "goals": goals_of(example).text,
                    "count": str(count),
                    "others": _nearly_the_same(sum(number for _, number in others)),
                },
            )


def _nearly_the_same(count: int) -> tuple[str, str]:
    if count == 0:
        return ("", "")
    return (
        f"；另有 {count} 个只在对领导的称呼上不同",
        f"; in {count} more, only the words for the leaders differ",
    )


def _goals_wording(project: ProjectFacts) -> tuple[str, ...]:
    """Without blanks and closing punctuation, which say nothing."""
    return tuple(squeeze(goal).rstrip(_CLOSING) for goal in project.printed.goals)


def _goals_key(project: ProjectFacts) -> tuple[str, ...]:
    return tuple(_LEADERS.sub("领导", goal) for goal in _goals_wording(project))


@dataclass(frozen=True, slots=True)
class _Table:
    project: ProjectFacts
    rows: int
    values: Counter[tuple[str, str]]
    """How often a category stands with a value."""
    whole: Counter[tuple[str, str, str]]
    """The same with the name of the indicator."""


def _tables(facts: DisclosureFacts) -> Iterator[_Table]:
    for project in facts.projects:
        keys = [_row_key(row.printed) for row in project.indicators if not row.printed.is_blank]
        if len(keys) >= _ROWS_TO_COMPARE and not project.printed.cut_off:
            values = Counter((level, value) for level, _, value in keys)
            yield _Table(project, len(keys), values, Counter(keys))


def _tables_alike(facts: DisclosureFacts) -> Iterator[Hit]:
    """Each table is held against the earlier ones that have a row in common with it, and named with the nearest."""
    earlier: defaultdict[tuple[str, str, str], list[_Table]] = defaultdict(list)
    for table in _tables(facts):
        nearest = _nearest(table, earlier)
        if nearest is not None:
            yield _alike(table, nearest)
        for key in table.whole:
            earlier[key].append(table)


def _nearest(table: _Table, earlier: dict[tuple[str, str, str], list[_Table]]) -> _Table | None:
    candidates: dict[str, _Table] = {}
    for key in table.whole:
        candidates |= {other.project.id: other for other in earlier.get(key, ())[:_COMMON_ROW]}
    alike = [other for other in candidates.values() if _is_alike(table, other)]
    return max(alike, key=lambda other: (_shared(table, other), -int(other.project.printed.no)), default=None)


def _shared(table: _Table, other: _Table) -> tuple[int, int]:
    """Rows of the same category and value, and those of the same name besides."""
    return (table.values & other.values).total(), (table.whole & other.whole).total()


def _is_alike(table: _Table, other: _Table) -> bool:
    alike, same = _shared(table, other)
    longer = max(table.rows, other.rows)
    enough = alike * _SHARE_ALIKE[1] >= longer * _SHARE_ALIKE[0]
    return enough and same * _SHARE_THE_SAME[1] >= longer * _SHARE_THE_SAME[0]


def _alike(table: _Table, other: _Table) -> Hit:
    alike, same = _shared(table, other)
    return Hit(
        Outcome.NOTE,
        (elsewhere(project_name(other.project), other.project), project_name(table.project)),
        table.project,
        values={
            "no": other.project.printed.no,
            "other": other.project.printed.name,
            "rows": str(table.rows),
            "other_rows": str(other.rows),
            "alike": str(alike),
            "same": str(same),
        },
    )


def _printed_again(facts: DisclosureFacts) -> Iterator[Hit]:
    """Only what content holds: a section that import read once, though printed again, is not found here."""
    for same in _grouped(facts.printed.sub_targets, _sub_target_block):
        for again in same[1:]:
            yield Hit(
                Outcome.NOTE,
                (sub_target_field(same[0], "name"), sub_target_field(again, "name")),
                values={"name": again.name},
            )
    for same_name in _grouped(facts.projects, lambda project: project.printed.name):
        if len(same_name) > 1:
            for projects in _grouped(same_name, _project_block):
                yield from _project_again(projects)


def _project_again(projects: list[ProjectFacts]) -> Iterator[Hit]:
    first = elsewhere(project_name(projects[0]), projects[0])
    for project in projects[1:]:
        name = project_name(project)
        yield Hit(Outcome.NOTE, (first, name), project, values={"name": name.text})


def _sub_target_block(entry: SubTarget) -> Hashable:
    return (entry.name, entry.goal, entry.indicators) if entry.goal or entry.indicators else None


def _project_block(project: ProjectFacts) -> Hashable:
    """Everything printed in the table but its number and its place in the source."""
    printed = project.printed
    if not printed.indicators:
        return None
    rows = tuple(replace(row, line="", page=None, cell=None) for row in printed.indicators)
    whole: Project = replace(printed, no="", line="", page=None, cell=None, details=(), indicators=rows)
    return whole


CHECKS = (
    Check("X01", Severity.INFO, _rows_in_several_projects),
    Check("X02", Severity.NOTE, _goals_of_several_projects),
    Check("X10", Severity.INFO, _tables_alike),
    Check("X11", Severity.SOURCE, _printed_again),
)
