"""Whether the parts of one project are about one matter (domain.md §3, X03–X09).

Every rule compares words that the document itself prints; no list of matters stands behind them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks import goal_numbers, kind_words, stated_use
from generator.checks.check import Check
from generator.checks.finding import (
    Hit,
    Outcome,
    PrintedFact,
    Severity,
    cell,
    elsewhere,
    goals_of,
    of_project,
    project_name,
    rows_of,
)
from generator.checks.row_notes import notes_on_rows
from generator.checks.sentence_slots import Slot, own_words, slots_by_sentence
from generator.model.disclosure import Project
from generator.textual import squeeze

_OWN_FOR_EACH_COPIED = 2
_OWN_FOR_EACH_UNIQUE = 4
"""How many projects must put their own matter into a sentence for each that puts in another."""

_LONGEST_MATTER = 8
"""A longer difference is another sentence, not another matter."""


def _matter_of_another_project(facts: DisclosureFacts) -> Iterator[Hit]:
    for slots in slots_by_sentence(facts):
        owners = {slot.text: slot for slot in reversed(slots) if slot.is_own}
        for slot in _foreign(slots, _OWN_FOR_EACH_COPIED):
            if slot.text in owners:
                yield _copied_matter(slot, owners[slot.text])


def _foreign(slots: tuple[Slot, ...], own_for_each: int) -> list[Slot]:
    foreign = [slot for slot in slots if slot.is_foreign]
    own = sum(slot.is_own for slot in slots)
    return foreign if own >= own_for_each * len(foreign) else []


def _copied_matter(slot: Slot, owner: Slot) -> Hit:
    there = cell(owner.row, owner.column)
    return Hit(
        Outcome.DIFFERS,
        (
            cell(slot.row, slot.column),
            project_name(slot.project),
            elsewhere(there, owner.project),
            elsewhere(project_name(owner.project), owner.project),
        ),
        slot.project,
        slot.row,
        values={"matter": slot.text, "title": slot.project.printed.name, "other": owner.project.printed.name},
    )


_SUBSIDY = re.compile(r"补助|补贴")
_PERSONS = re.compile(r"人数|人群|人员")
_CONTRACT = re.compile(r"(?:合同|协议|协议书)[。》]?$")


def _another_matter(facts: DisclosureFacts) -> Iterator[Hit]:
    for slots in slots_by_sentence(facts):
        owned = {slot.text for slot in slots if slot.is_own}
        is_clear = all(slot.is_own or slot.is_foreign for slot in slots)
        for slot in _foreign(slots, _OWN_FOR_EACH_UNIQUE) if is_clear else ():
            if slot.text not in owned and len(slot.text) <= _LONGEST_MATTER:
                yield _matter_not_named(slot.project, slot.row, slot.column, slot.text)
    for project in facts.projects:
        row = next((row for row in project.indicators if _is_subsidy_on_a_contract(row)), None)
        if row and not _SUBSIDY.search(own_words(project)):
            yield _matter_not_named(project, row, "description", _subsidy(row), ("basis",))


def _is_subsidy_on_a_contract(row: IndicatorFacts) -> bool:
    """A fee agreed in a contract is no payment to a group of persons."""
    printed = row.printed
    return bool(
        _subsidy(row)
        and _PERSONS.search(printed.description or "")
        and _CONTRACT.search(squeeze(printed.basis or ""))
    )


def _subsidy(row: IndicatorFacts) -> str:
    found = _SUBSIDY.search(squeeze(row.printed.description or ""))
    return found[0] if found else ""


def _matter_not_named(
    project: ProjectFacts, row: IndicatorFacts, column: str, matter: str, further: tuple[str, ...] = ()
) -> Hit:
    return Hit(
        Outcome.NOTE,
        (cell(row, column), *(cell(row, name) for name in further), *_head(project)),
        project,
        row,
        values={"matter": matter, "title": project.printed.name},
    )


def _head(project: ProjectFacts) -> tuple[PrintedFact, ...]:
    printed = project.printed
    facts = [
        project_name(project),
        of_project(Project, "purpose", printed.purpose, project),
        goals_of(project),
    ]
    return tuple(fact for fact in facts if fact.text)


_NEGATION = re.compile(r"^(?:没有|[未不无])")


def _negated_description(facts: DisclosureFacts) -> Iterator[Hit]:
    """The same row elsewhere in the disclosure prints the description without the negation."""
    plain: defaultdict[tuple[str, str, str], list[tuple[ProjectFacts, IndicatorFacts]]] = defaultdict(list)
    for project, row in rows_of(facts):
        plain[_row_key(row, squeeze(row.printed.description or ""))].append((project, row))
    for project, row in rows_of(facts):
        description = squeeze(row.printed.description or "")
        without = _NEGATION.sub("", description)
        others = plain.get(_row_key(row, without), []) if without != description else []
        if len(others) >= len(plain[_row_key(row, description)]) and others:
            yield _negated(project, row, *others[0])


def _row_key(row: IndicatorFacts, description: str) -> tuple[str, str, str]:
    return row.level2_id, squeeze(row.printed.name), description


def _negated(project: ProjectFacts, row: IndicatorFacts, other: ProjectFacts, there: IndicatorFacts) -> Hit:
    without = elsewhere(cell(there, "description"), other)
    return Hit(
        Outcome.NOTE,
        (cell(row, "description"), without),
        project,
        row,
        values={"here": row.printed.description or "", "there": without.text, "no": other.printed.no},
    )


CHECKS = (
    Check("X03", Severity.DIFFERS, _matter_of_another_project),
    Check("X04", Severity.NOTE, _another_matter),
    Check("X05", Severity.NOTE, stated_use.use_and_goal),
    Check("X06", Severity.DIFFERS, goal_numbers.goals_and_indicators),
    Check("X07", Severity.NOTE, _negated_description),
    Check("X08", Severity.NOTE, goal_numbers.one_count_for_other_groups),
    Check("X09", Severity.NOTE, notes_on_rows(kind_words.is_named_for_another_kind)),
)
