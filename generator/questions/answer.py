"""One row of an answer: where it stands, and printed values each with its source line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.analyse.amounts import plain
from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.analyse.small_groups import stays_in_document
from generator.checks.finding import Finding, Texts


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer, beside those that every answer has: project, place, year, source line."""

    name: str
    zh: str
    en: str
    is_number: bool = False
    is_ours: bool = False
    """Words of ours, in both languages; the CSV has a second column for the English."""
    has_line: bool = False
    """Each value may have a source line of its own; the CSV has a column for it."""


@dataclass(frozen=True, slots=True)
class Value:
    text: str = ""
    """As printed, or as reckoned by the rule of the question; empty where the document has none."""
    en: str = ""
    """Where the words are ours."""
    line: str = ""
    """Where it stands, if not in the row's own line."""


NOTHING = Value()


@dataclass(frozen=True, slots=True)
class Answer:
    disclosure_id: str
    project_id: str
    """Empty where the whole document is meant."""
    row: int
    """Of the target table, from 1; 0 where no row is meant."""
    line: str
    values: tuple[Value, ...]
    """One for each column of the question."""
    section: str = ""
    is_small_group: bool = False
    """About one to four persons: counted, never gathered (docs/decisions)."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the answers of one disclosure are taken from."""

    facts: DisclosureFacts
    findings: Sequence[Finding]
    """The published ones."""
    small: frozenset[str]
    """The ids of those that are about groups of one to four persons."""

    def of_rules(self, *rules: str) -> Iterable[Finding]:
        return (finding for finding in self.findings if finding.rule in rules)

    def of_project(self, project: ProjectFacts, *rules: str) -> Iterable[Finding]:
        return (finding for finding in self.of_rules(*rules) if finding.project_id == project.id)


Rows = Callable[[Material], Iterable[Answer]]


def project_answer(
    facts: DisclosureFacts,
    project: ProjectFacts,
    *values: Value,
    section: str = "",
    is_small: bool = False,
) -> Answer:
    return Answer(facts.id, project.id, 0, project.printed.line, values, section, is_small)


def row_answer(
    facts: DisclosureFacts, project: ProjectFacts, row: IndicatorFacts, *values: Value, section: str = ""
) -> Answer:
    line, is_small = row.printed.line, stays_in_document(project, row)
    return Answer(facts.id, project.id, row.row, line, values, section, is_small)


def finding_answer(material: Material, finding: Finding, *values: Value, section: str = "") -> Answer:
    """The place of the finding; its own facts have their lines."""
    line = next((fact.line for fact in finding.facts if fact.line), "")
    return Answer(
        finding.disclosure_id,
        finding.project_id,
        finding.row,
        line,
        values,
        section,
        is_small_group=finding.id in material.small,
    )


def sentence(finding: Finding) -> Value:
    return ours(finding.message)


def ours(texts: Texts) -> Value:
    return Value(texts[0], texts[1])


BUDGET = Column("budget_wan", "预算数（万元）", "budget (万元)", is_number=True, has_line=True)


def budget(project: ProjectFacts) -> Value:
    """In 万元, whichever unit is printed."""
    amount = project.budget_wan
    return NOTHING if amount is None else Value(plain(amount), line=project.printed.line_of("total"))
