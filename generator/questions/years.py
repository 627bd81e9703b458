"""What changed for a project since the year before: budget, and each target value.

Both years' documents are needed, and each is gone once its pages are made. So a township with several years sends the
little that is compared, the disclosures come in by year, and only the last one is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.amounts import plain
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.analyse.small_groups import stays_in_document
from generator.model.disclosure import Budget
from generator.model.fields import fields_of
from generator.model.lookups import plain_name
from generator.questions.answer import Answer, Column, Value, ours
from generator.questions.question import Question
from generator.textual import squeeze


@dataclass(frozen=True, slots=True)
class RowOfYear:
    key: tuple[str, str]
    """Category and plain name: what two years' rows are matched by."""
    name: str
    target: str
    row: int
    line: str
    is_small_group: bool


@dataclass(frozen=True, slots=True)
class ProjectOfYear:
    id: str
    code: str
    """Empty where none is printed."""
    title: str
    """Without blanks."""
    budget_wan: Decimal | None
    budget_line: str
    rows: tuple[RowOfYear, ...]


@dataclass(frozen=True, slots=True)
class DisclosureOfYear:
    id: str
    township_id: str
    year: str
    projects: tuple[ProjectOfYear, ...]


def of_year(facts: DisclosureFacts) -> DisclosureOfYear:
    return DisclosureOfYear(
        facts.id, facts.township_id, facts.printed.year, tuple(map(_project, facts.projects))
    )


def _project(project: ProjectFacts) -> ProjectOfYear:
    printed = project.printed
    return ProjectOfYear(
        id=project.id,
        code=printed.code if printed.code and any(map(str.isalnum, printed.code)) else "",
        title=squeeze(printed.name),
        budget_wan=project.budget_wan,
        budget_line=printed.line_of("total"),
        rows=tuple(
            RowOfYear(
                key=(row.level2_id, plain_name(row.printed.name)),
                name=row.printed.name,
                target=row.printed.target,
                row=row.row,
                line=row.printed.line,
                is_small_group=stays_in_document(project, row),
            )
            for row in project.indicators
            if not row.printed.is_blank
        ),
    )


def changes(before: DisclosureOfYear, after: DisclosureOfYear) -> Iterator[Answer]:
    """Of two disclosures of one township. What is printed alike in both years is not listed."""
    for project, earlier, matched in match_projects(before.projects, after.projects):
        years = Value(f"{before.year} → {after.year}")
        yield from (
            Answer(after.id, project.id, row, line, (years, matched, *values), is_small_group=is_small)
            for row, line, values, is_small in _differences(earlier, project)
        )


_BY_CODE = ours(("项目编码", "project code"))
_BY_TITLE = ours(("项目名称", "project title"))


def match_projects(
    before: Sequence[ProjectOfYear], after: Sequence[ProjectOfYear]
) -> Iterator[tuple[ProjectOfYear, ProjectOfYear, Value]]:
    """By the project code, else by the title; what two projects of a year share tells neither apart."""
    by_code, by_title = _only(before, "code"), _only(before, "title")
    own_codes, own_titles = _only(after, "code"), _only(after, "title")
    for project in after:
        if project.code in by_code and project.code in own_codes:
            yield project, by_code[project.code], _BY_CODE
        elif project.title in by_title and project.title in own_titles:
            yield project, by_title[project.title], _BY_TITLE


def _only(projects: Sequence[ProjectOfYear], name: str) -> Mapping[str, ProjectOfYear]:
    """By a printed value, without those that several print, or none."""
    values = [getattr(project, name) for project in projects]
    return {
        value: project
        for value, project in zip(values, projects, strict=True)
        if value and values.count(value) == 1
    }


_Difference = tuple[int, str, tuple[Value, ...], bool]
_BUDGET = fields_of(Budget)["total"]


def _differences(before: ProjectOfYear, after: ProjectOfYear) -> Iterator[_Difference]:
    """Row, line, what changed, whether it is about a small group."""
    if before.budget_wan != after.budget_wan:
        amounts = (plain(before.budget_wan), plain(after.budget_wan))
        known = before.budget_wan is not None and after.budget_wan is not None
        change = f"{after.budget_wan - before.budget_wan:+f}" if known else ""  # type: ignore[operator]
        what = (Value(f"{_BUDGET.zh}（万元）", f"{_BUDGET.en} (万元)"), Value(amounts[0]), Value(amounts[1]))
        yield 0, after.budget_line, (*what, Value(change)), False
    earlier = {row.key: row for row in reversed(before.rows)}
    for row in after.rows:
        other = earlier.get(row.key)
        if other is not None and squeeze(other.target) != squeeze(row.target):
            values = (Value(row.name), Value(other.target), Value(row.target), Value())
            yield row.row, row.line, values, row.is_small_group or other.is_small_group


CHANGES = Question(
    "changes-since-last-year",
    (
        Column("years", "年度", "years"),
        Column("matched_by", "按什么对上", "matched by", is_ours=True),
        Column("what", "内容", "what"),
        Column("before", "上一年", "previous year"),
        Column("after", "本年", "this year"),
        Column("change", "增减", "change", is_number=True),
    ),
    needs_two_years=True,
)
