"""The numbers of goals and stated uses against those of the indicators (domain.md §3, X06, X08)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks.finding import (
    Hit,
    Outcome,
    PrintedFact,
    cell,
    elsewhere,
    goal_facts,
    of_project,
    project_name,
    rows_of,
)
from generator.checks.row_notes import printed_target, target_cells
from generator.checks.sentence_slots import own_words
from generator.model.disclosure import Project
from generator.readings import Kind, Measure, Reading, find_readings, measure
from generator.readings.reading import plain
from generator.textual import squeeze

_CLAUSE_END = re.compile("[，。；：,;:]")
_AROUND = 12
"""How many characters before and after a number belong to what it counts."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """A number in a goal or in the stated use."""

    fact: PrintedFact
    reading: Reading
    measure: Measure
    text: str
    """The number as printed, with its unit."""
    before: str
    """The clause up to the number."""
    around: str
    """With what follows."""


def _stated_numbers(project: ProjectFacts) -> Iterator[_Stated]:
    use = of_project(Project, "purpose", project.printed.purpose, project)
    for fact in (use, *goal_facts(project)):
        words = squeeze(fact.text)
        for found in find_readings(words):
            comparable = measure(found.reading)
            if comparable is None or not _is_compared(found.reading):
                continue
            before = _CLAUSE_END.split(words[: found.start])[-1]
            after = _CLAUSE_END.split(words[found.end : found.end + _AROUND])[0]
            yield _Stated(
                fact,
                found.reading,
                comparable,
                words[found.start : found.end],
                before,
                before[-_AROUND:] + after,
            )


def _is_compared(reading: Reading) -> bool:
    """Counts and shares that are no change; amounts of money have their own checks (A)."""
    return reading.kind in {Kind.QUANTITY, Kind.RATIO} and reading.change is None and reading.base is None


def goals_and_indicators(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        matched: defaultdict[int, list[_Stated]] = defaultdict(list)
        for stated in _stated_numbers(project):
            if row := _row_of(stated, project):
                matched[row.row - 1].append(stated)
        for place, (first, *others) in matched.items():
            row = project.indicators[place]
            is_one_number = all(_number(other.measure) == _number(first.measure) for other in others)
            if is_one_number and (_is_equal(first, row) or _is_plainly_about(first, row)):
                yield _compared(project, first, row)


def _row_of(stated: _Stated, project: ProjectFacts) -> IndicatorFacts | None:
    """The row named for what is counted; else the only one that could be meant, if its number is the same."""
    rows = [
        row
        for row in project.indicators
        if _family(row) == stated.measure.family and _is_compared(row.reading)
    ]
    named = [row for row in rows if _is_about(stated, row)]
    if len(named) == 1:
        return named[0]
    if stated.measure.family == "ratio":
        rows = [row for row in rows if row.level1_id == "satisfaction" and _SATISFACTION in stated.before]
    elif stated.measure.value < _TELLING_COUNT:
        rows = []
    is_only_one = len(rows) == 1 and not named
    return rows[0] if is_only_one and _is_equal(stated, rows[0]) else None


def _family(row: IndicatorFacts) -> str | None:
    comparable = measure(row.reading)
    return comparable.family if comparable else None


_COUNTING_WORDS = re.compile(r"[（(].*?[）)]$|数量$|人数$|个数$|次数$|数$|的")
_SATISFACTION = "满意"
_SHORTEST_CORE = 4
_TELLING_COUNT = 10
"""Smaller counts are often equal by chance."""


def _is_about(stated: _Stated, row: IndicatorFacts) -> bool:
    """Whether the words by the number hold what the row is named for."""
    core = _core(row)
    if row.level1_id == "satisfaction":
        return len(core) > len(_SATISFACTION) + 1 and core in stated.before
    return len(core) >= _SHORTEST_CORE and core in stated.around


def _core(row: IndicatorFacts) -> str:
    """`村民满意` of 村民对武装工作的满意程度, `租赁雾炮车` of 租赁雾炮车个数."""
    name = squeeze(row.printed.name)
    if row.level1_id == "satisfaction":
        return name.partition(_SATISFACTION)[0].partition("对")[0] + _SATISFACTION
    return _COUNTING_WORDS.sub("", name)


_LEAD = re.compile(
    "(?:确保|保证|保障|力争|实现|达到|达|使|做到|提高|提升|完成|实施|开展|举办|组织|发放|采购|购置|添置|租赁|安装|新建|建设|修建|改造|"
    "全年|年内|计划|预计|拟|共|全镇|本镇|我镇|用于|主要|将|对|为)*"
)
_LINK = re.compile(
    "(?:满意)?(?:度|率|程度)?(?:数量|人数|个数|总数)?(?:要|应|均|都)?(?:达到|达|为|在|共|共计)?"
)


def _is_plainly_about(stated: _Stated, row: IndicatorFacts) -> bool:
    """Whether nothing stands by the number that could narrow it, such as 其中, a place or a stage."""
    if not _is_about(stated, row) or not _have_the_same_direction(stated.reading, row.reading):
        return False
    lead, core, link = stated.before.rpartition(_core(row))
    return bool(core and _LEAD.fullmatch(lead) and _LINK.fullmatch(link))


def _have_the_same_direction(one: Reading, other: Reading) -> bool:
    signs = {sign[0] for sign in (one.op, other.op) if sign}
    return signs != {"<", ">"}


def _is_equal(stated: _Stated, row: IndicatorFacts) -> bool:
    other = measure(row.reading)
    return (
        other is not None
        and _number(stated.measure) == _number(other)
        and (_have_the_same_direction(stated.reading, row.reading))
    )


def _number(measured: Measure) -> tuple[Decimal, Decimal | None]:
    return measured.value, measured.value_max


def _compared(project: ProjectFacts, stated: _Stated, row: IndicatorFacts) -> Hit:
    return Hit(
        Outcome.AGREES if _is_equal(stated, row) else Outcome.DIFFERS,
        (stated.fact, cell(row, "name"), *target_cells(row)),
        project,
        row,
        values={"stated": stated.text, "name": row.printed.name, "target": printed_target(row)},
    )


_FORMER = re.compile("(离任|离职|离退休|退休|退职|卸任)([\u4e00-\u9fff]{2,4})")
_SHORTEST_GROUP = 2
_FIRST_FEW = 5


def one_count_for_other_groups(facts: DisclosureFacts) -> Iterator[Hit]:
    """A project prints the count of an earlier one, and its title adds the former members of the group counted."""
    earlier: defaultdict[tuple[str, ...], list[tuple[ProjectFacts, IndicatorFacts]]] = defaultdict(list)
    for project, row in rows_of(facts):
        if _family(row) != "count:persons":
            continue
        owners = earlier[row.level2_id, squeeze(row.printed.name), squeeze(row.printed.target)]
        if former := _FORMER.search(squeeze(project.printed.name)):
            yield from _counted_before(project, row, former, owners)
        if len(owners) < _FIRST_FEW:
            owners.append((project, row))


def _counted_before(
    project: ProjectFacts,
    row: IndicatorFacts,
    former: re.Match[str],
    owners: list[tuple[ProjectFacts, IndicatorFacts]],
) -> Iterator[Hit]:
    for owner, first in owners:
        group = _counted_group(former[2], owner, first)
        if group and owner is not project:
            yield _same_count(project, row, owner, first, former[1] + group)
            return


def _counted_group(words: str, owner: ProjectFacts, row: IndicatorFacts) -> str:
    """The longest beginning of `words` that the owner's use or goals print with the count: `村干部` of `村干部79人`."""
    count = f"{plain(row.reading.value)}{row.reading.unit}"
    text = own_words(owner)
    groups = (words[:length] for length in range(len(words), _SHORTEST_GROUP - 1, -1))
    return next((group for group in groups if group + count in text), "")


def _same_count(
    project: ProjectFacts, row: IndicatorFacts, owner: ProjectFacts, first: IndicatorFacts, group: str
) -> Hit:
    use = of_project(Project, "purpose", owner.printed.purpose, owner)
    return Hit(
        Outcome.NOTE,
        (
            cell(row, "name"),
            cell(row, "target"),
            project_name(project),
            elsewhere(cell(first, "target"), owner),
            elsewhere(use, owner),
        ),
        project,
        row,
        values={"target": row.printed.target, "no": owner.printed.no, "group": group},
    )
