"""What the checks found, sorted by who may see it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analyse.disclosure import DisclosureFacts
from generator.checks.check import Check, run_checks
from generator.checks.finding import Finding, Outcome, Severity
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

    def all(self) -> tuple[Finding, ...]:
        """Apart from those withdrawn."""
        return self.published + self.for_editors

    def by_rule(self, checks: Iterable[Check]) -> Mapping[str, "Results"]:
        """Each rule in the order of `checks`, also one that found nothing; those on small groups are left out."""
        groups: list[defaultdict[str, list[Finding]]] = []
        for group in self._groups:
            by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
            for finding in group:
                by_rule[finding.rule].append(finding)
            groups.append(by_rule)
        return {
            check.id: Results(*(tuple(by_rule[check.id]) for by_rule in groups))
            for check in checks
            if check.severity is not Severity.INTERNAL
        }

    @property
    def _groups(self) -> tuple[tuple[Finding, ...], ...]:
        return (self.published, self.withdrawn, self.for_editors)


def join_results(parts: Sequence[Results]) -> Results:
    return Results(
        tuple(finding for part in parts for finding in part.published),
        tuple(finding for part in parts for finding in part.withdrawn),
        tuple(finding for part in parts for finding in part.for_editors),
    )


def count_outcomes(findings: Iterable[Finding]) -> Mapping[Outcome, int]:
    """Those that occur, in the order of `Outcome`."""
    counted = Counter(finding.outcome for finding in findings)
    return {outcome: counted[outcome] for outcome in Outcome if counted[outcome]}


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
