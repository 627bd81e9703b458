"""What the checks found, sorted by who may see it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from generator.analyse.disclosure import DisclosureFacts
from generator.checks.check import Check, run_checks
from generator.checks.finding import Finding, Severity
from generator.model.findings import EditorWord


@dataclass(frozen=True, slots=True)
class Results:
    """Of one disclosure, or of all of them together. Findings on small groups are in none of the three."""

    published: tuple[Finding, ...] = ()
    withdrawn: tuple[Finding, ...] = ()
    """By an editor's word: no longer shown as findings; the word on each is."""
    for_editors: tuple[Finding, ...] = ()
    """The text or its extraction may be damaged."""

    def of_project(self, project_id: str) -> tuple[Finding, ...]:
        """The published ones, in the order of the checks."""
        return tuple(finding for finding in self.published if finding.project_id == project_id)

    @property
    def of_whole_disclosure(self) -> tuple[Finding, ...]:
        """The published ones that are about no single project."""
        return self.of_project("")

    def ids(self) -> set[str]:
        """Of all that an editor can have a word on."""
        return {finding.id for group in self._groups for finding in group}

    @property
    def _groups(self) -> tuple[tuple[Finding, ...], ...]:
        return (self.published, self.withdrawn, self.for_editors)

    def __add__(self, other: Self) -> "Results":
        pairs = zip(self._groups, other._groups, strict=True)
        return Results(*(mine + theirs for mine, theirs in pairs))


def check_facts(facts: DisclosureFacts, checks: Iterable[Check], words: Mapping[str, EditorWord]) -> Results:
    """`words` by the id of the finding."""
    return sort_findings(run_checks(facts, checks), words)


def sort_findings(findings: Iterable[Finding], words: Mapping[str, EditorWord]) -> Results:
    published: list[Finding] = []
    withdrawn: list[Finding] = []
    for_editors: list[Finding] = []
    for finding in findings:
        word = words.get(finding.id)
        with_word = replace(finding, word=word) if word else finding
        if finding.is_public:
            (withdrawn if word and word.is_withdrawal else published).append(with_word)
        elif finding.severity is Severity.SOURCE:
            for_editors.append(with_word)
    return Results(tuple(published), tuple(withdrawn), tuple(for_editors))
