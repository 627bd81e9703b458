"""What a check finds: two printed facts side by side, where they stand, and the sum written out.

A finding states what is printed, never a motive and never a judgement (domain.md §3, wording rule).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.model.disclosure import Budget, Indicator, Plan, ProcurementRow, Project, SubTarget
from generator.model.fields import RecordClass, fields_of
from generator.model.findings import EditorWord

Language = Literal["zh", "en"]
Texts = tuple[str, str]
"""The same words in Chinese and in English."""


class Outcome(StrEnum):
    AGREES = "agrees"
    """Two printed facts lead to the same."""
    DIFFERS = "differs"
    """They do not."""
    NOTE = "note"
    """A property of what is printed; nothing is compared."""
    CANNOT_TELL = "cannot tell"
    """A word that the comparison needs is not printed; both readings are given."""


class Severity(StrEnum):
    INFO = "info"
    """A property, or a confirmation."""
    NOTE = "note"
    """A reader may want to look."""
    DIFFERS = "differs"
    """Two printed facts do not agree."""
    SOURCE = "source"
    """The text or its extraction may be damaged: for editors only, never shown as a fact about a township."""
    INTERNAL = "internal"
    """For our own care with small groups; not published at all (domain.md §9)."""


def is_public(severity: Severity) -> bool:
    return severity not in {Severity.SOURCE, Severity.INTERNAL}


def listed(texts: Iterable[str]) -> Texts:
    """Texts one after the other, as each language sets a list."""
    found = tuple(texts)
    return "、".join(found), ", ".join(found)


@dataclass(frozen=True, slots=True)
class PrintedFact:
    """A printed snippet and the place of it in the source."""

    label: Texts
    text: str
    line: str
    """`""` for the names of the unit and of the document where content does not say where they stand."""
    project_id: str = ""
    """Where the fact stands in another project than the finding's own."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields: a finding before it has its id."""

    outcome: Outcome
    facts: tuple[PrintedFact, ...]
    project: ProjectFacts | None = None
    row: IndicatorFacts | None = None
    computation: Texts = ("", "")
    """`1354 人 × 200 元/人 = 270,800 元 = 27.08 万元；预算数 27.08 万元`; empty where nothing is calculated."""
    values: Mapping[str, str | Texts] = field(default_factory=dict)
    """What stands in `{…}` in the check's sentence: printed text, or words of ours in both languages."""

    def values_in(self, language: Literal[0, 1]) -> Mapping[str, str]:
        """With the Chinese or the English words."""
        return {
            name: value if isinstance(value, str) else value[language] for name, value in self.values.items()
        }


@dataclass(frozen=True, slots=True)
class Finding:
    id: str
    """The id of the row, project or disclosure, then the rule: `130324-shuangwang-2024-05-a01`. A number follows
    where one place has several."""
    rule: str
    """The id of the check, such as `A01`."""
    outcome: Outcome
    severity: Severity
    disclosure_id: str
    project_id: str
    """`""` where the whole disclosure is meant."""
    row: int
    """From 1; 0 where no row is meant."""
    facts: tuple[PrintedFact, ...]
    computation: Texts
    """Units stay as printed in both languages; empty where nothing is calculated."""
    message: Texts
    """The finding in one plain sentence."""
    word: EditorWord | None = None

    @property
    def is_public(self) -> bool:
        return is_public(self.severity)


def of_project(record: RecordClass, name: str, text: str | None, project: ProjectFacts) -> PrintedFact:
    """A printed field of a project's head (`Project`, `Budget`, `Plan`), with its declared label and its own line."""
    declaration = fields_of(record)[name]
    return PrintedFact((declaration.zh, declaration.en), text or "", project.printed.line_of(name))


def project_name(project: ProjectFacts) -> PrintedFact:
    return of_project(Project, "name", project.printed.name, project)


def budget_total(project: ProjectFacts) -> PrintedFact:
    budget = project.printed.budget
    return of_project(Budget, "total", budget.total if budget else None, project)


def plan_point(project: ProjectFacts, name: str) -> PrintedFact:
    """`name`: mar, jun, oct, dec."""
    plan = project.printed.plan
    return of_project(Plan, name, getattr(plan, name) if plan else None, project)


def goals_of(project: ProjectFacts) -> PrintedFact:
    """All goals together, where the first begins."""
    return of_project(Project, "goals", "；".join(project.printed.goals), project)


def goal_facts(project: ProjectFacts) -> Iterator[PrintedFact]:
    for index, goal in enumerate(project.printed.goals):
        yield replace(
            of_project(Project, "goals", goal, project), line=project.printed.line_of("goals", index)
        )


def cell(row: IndicatorFacts, name: str) -> PrintedFact:
    """A cell of an indicator row: `name`, `description`, `target`, `basis` …"""
    declaration = fields_of(Indicator)[name]
    return PrintedFact((declaration.zh, declaration.en), getattr(row.printed, name) or "", row.printed.line)


def sub_target_field(entry: SubTarget, name: str) -> PrintedFact:
    declaration = fields_of(SubTarget)[name]
    return PrintedFact((declaration.zh, declaration.en), getattr(entry, name) or "", entry.line)


def procurement_cell(row: ProcurementRow, name: str) -> PrintedFact:
    declaration = fields_of(ProcurementRow)[name]
    return PrintedFact((declaration.zh, declaration.en), getattr(row, name) or "", row.line)


def elsewhere(fact: PrintedFact, project: ProjectFacts) -> PrintedFact:
    """A fact of another project than the finding's own."""
    return replace(fact, project_id=project.id)


def rows_of(facts: DisclosureFacts) -> Iterator[tuple[ProjectFacts, IndicatorFacts]]:
    """All rows with more than their category printed, in the order of the document."""
    for project in facts.projects:
        for row in project.indicators:
            if not row.printed.is_blank:
                yield project, row


def place_of(facts: DisclosureFacts, hit: Hit) -> str:
    """The id of the row, project or disclosure that a finding is about: the finding's own id begins with it."""
    if hit.row is not None:
        return hit.row.id
    return hit.project.id if hit.project is not None else facts.id
