"""Deadlines and timeliness indicators (domain.md §3, T)."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks.check import Check
from generator.checks.finding import (
    Hit,
    Outcome,
    PrintedFact,
    Severity,
    Texts,
    cell,
    elsewhere,
    listed,
    of_project,
    project_name,
    rows_of,
)
from generator.model.disclosure import Project
from generator.readings import Kind
from generator.textual import squeeze

_TIMELINESS = "output.timeliness"
_YEAR = re.compile("[0-9]{4}")
_FULL_DATE = re.compile("[0-9]{4}-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_PRINTED_DAY = re.compile("[0-9一二三四五六七八九十][日号]")
_FEWEST_SIBLINGS = 5
_SHARE_OF_SIBLINGS = 0.8
_TIME = re.compile(
    "[0-9０-９]|年|月|季|周|天|旬|小时|日(?!常|益|趋)|汛|春|夏|秋|冬|学期|任期|长期|全程|随时|实时|即时|当场|(?<!规)定期"
)
"""A word for a point, a stretch or a rhythm of time. 及时, 按时 and 期限 name none."""
_ABOUT_TIME = re.compile(
    f"{_TIME.pattern}|及时|按时|按期|准时|如期|适时|到期|限期|时间|时限|时效|时长|期限|进度|速度|周期|频|到位|提前|延期|滞后"
)
_EARLIER_YEAR = re.compile("(?<![0-9])(20[0-9]{2})(?=年)")


def _year_of_deadline(facts: DisclosureFacts) -> Iterator[Hit]:
    year = int(facts.printed.year)
    for project, row in rows_of(facts):
        printed = _YEAR.match(row.reading.deadline or "") if _is_deadline(row) else None
        if printed is None or int(printed[0]) > year:
            continue
        is_earlier = int(printed[0]) < year
        yield Hit(
            Outcome.DIFFERS if is_earlier else Outcome.AGREES,
            (cell(row, "target"), *(_code_of_year(project, printed[0]) if is_earlier else ())),
            project,
            row,
            values={"target": row.printed.target, "printed": printed[0], "year": facts.printed.year},
        )


def _is_deadline(row: IndicatorFacts) -> bool:
    return row.level2_id == _TIMELINESS and row.reading.kind == Kind.DEADLINE


def _code_of_year(project: ProjectFacts, year: str) -> tuple[PrintedFact, ...]:
    """The project code, where its year part is that of the deadline: both may be of money carried over."""
    code = squeeze(project.printed.code or "")
    return (of_project(Project, "code", project.printed.code, project),) if code[6:8] == year[2:] else ()


def _unlike_its_siblings(facts: DisclosureFacts) -> Iterator[Hit]:
    dated = [
        (project, row, match)
        for project, row in rows_of(facts)
        if _is_deadline(row) and (match := _FULL_DATE.fullmatch(row.reading.deadline or ""))
    ]
    days = Counter((match["month"], match["day"]) for _, _, match in dated)
    (usual, count), *_ = days.most_common(1) or [(("", ""), 0)]
    if count < max(_FEWEST_SIBLINGS, _SHARE_OF_SIBLINGS * len(dated)):
        return
    siblings = [(project, row) for project, row, match in dated if match.groups() == usual]
    sibling = next((pair for pair in siblings if _PRINTED_DAY.search(pair[1].printed.target)), siblings[0])
    for project, row, match in dated:
        # Another month is another plan; another day of the same month is what a reader may want to look at.
        if (
            match["month"] == usual[0]
            and match["day"] != usual[1]
            and _PRINTED_DAY.search(row.printed.target)
        ):
            yield Hit(
                Outcome.NOTE,
                (cell(row, "target"), elsewhere(cell(sibling[1], "target"), sibling[0])),
                project,
                row,
                values={
                    "target": row.printed.target,
                    "count": str(count),
                    "usual": sibling[1].printed.target,
                },
            )


def _no_time(facts: DisclosureFacts) -> Iterator[Hit]:
    for project, row in _timeliness_rows(facts):
        clauses = (row.reading, *row.reading.further)
        if all(clause.kind == Kind.QUALITATIVE for clause in clauses) and not _TIME.search(_words(row)):
            values = {"target": row.printed.target}
            yield Hit(Outcome.NOTE, (cell(row, "name"), cell(row, "target")), project, row, values=values)


def _other_matter(facts: DisclosureFacts) -> Iterator[Hit]:
    for project, row in _timeliness_rows(facts):
        is_plain_ratio = (
            row.reading.kind == Kind.RATIO and not row.reading.further and not row.reading.deadline
        )
        if is_plain_ratio and not _ABOUT_TIME.search(_words(row).replace(squeeze(row.printed.target), "")):
            yield Hit(
                Outcome.NOTE,
                (cell(row, "name"), cell(row, "description"), cell(row, "target")),
                project,
                row,
                values={"name": row.printed.name, "target": row.printed.target},
            )


def _timeliness_rows(facts: DisclosureFacts) -> Iterator[tuple[ProjectFacts, IndicatorFacts]]:
    return (
        (project, row)
        for project, row in rows_of(facts)
        if row.level2_id == _TIMELINESS and row.printed.target
    )


def _words(row: IndicatorFacts) -> str:
    printed = row.printed
    return squeeze(f"{printed.name}；{printed.description or ''}；{printed.target}")


def _earlier_year(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        years = _earlier_years(project.printed.name, facts.printed.year)
        if years:
            yield Hit(
                Outcome.NOTE,
                (project_name(project),),
                project,
                values=_year_values(project.printed.name, years, facts),
            )
        seen: set[str] = set()
        for row in project.indicators:
            basis = row.printed.basis or ""
            years = [] if basis in seen else _earlier_years(basis, facts.printed.year)
            seen.add(basis)
            if years:
                yield Hit(
                    Outcome.NOTE,
                    (cell(row, "basis"),),
                    project,
                    row,
                    values=_year_values(basis, years, facts),
                )


def _earlier_years(text: str, plan_year: str) -> list[str]:
    """None where the plan's own year or a later one is named too: `2019年至2024年`."""
    years = sorted(set(_EARLIER_YEAR.findall(squeeze(text))))
    return years if years and years[-1] < plan_year else []


def _year_values(text: str, years: list[str], facts: DisclosureFacts) -> dict[str, str | Texts]:
    return {"text": text, "years": listed(years), "year": facts.printed.year}


CHECKS = (
    Check("T01", Severity.DIFFERS, _year_of_deadline),
    Check("T02", Severity.NOTE, _unlike_its_siblings),
    Check("T03", Severity.INFO, _no_time),
    Check("T04", Severity.INFO, _other_matter),
    Check("T05", Severity.INFO, _earlier_year),
)
