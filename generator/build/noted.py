"""What the reduce step is told of all findings: how many, and their ids; the findings themselves are written and gone."""

from collections import Counter
from collections.abc import Iterable

from generator.checks.catalogue import CHECKS
from generator.checks.finding import Outcome, Severity
from generator.checks.results import Results


class NotedFindings:
    def __init__(self) -> None:
        self.ids: set[str] = set()
        """Of all that an editor can have a word on."""
        self.counts: Counter[tuple[str, Outcome]] = Counter()
        """By rule and outcome."""

    def add(self, results: Results) -> None:
        self.ids |= results.ids()
        self.counts.update((finding.rule, finding.outcome) for finding in results.all())

    def join(self, other: "NotedFindings") -> None:
        self.ids |= other.ids
        self.counts.update(other.counts)

    def by_rule(self) -> dict[str, dict[str, int]]:
        """Rule → outcome → how many, of what is published and of what is for editors; also rules that found nothing."""
        return {
            check.id: dict(self._outcomes(check.id))
            for check in CHECKS
            if check.severity is not Severity.INTERNAL
        }

    def _outcomes(self, rule: str) -> Iterable[tuple[str, int]]:
        return ((str(outcome), count) for outcome in Outcome if (count := self.counts[rule, outcome]))
