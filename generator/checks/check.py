"""A check: one small named thing that holds printed facts against each other (domain.md §3)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.analyse.disclosure import DisclosureFacts
from generator.checks.finding import Finding, Hit, Outcome, Severity, is_public, place_of
from generator.checks.texts import CheckTexts, check_texts
from generator.textual import fill


@dataclass(frozen=True, slots=True)
class Check:
    id: str
    """A letter and two digits, as in domain.md §3; never reused."""
    severity: Severity
    """Of what the check exists to show; `severity_of` says how an outcome changes it."""
    run: Callable[[DisclosureFacts], Iterable[Hit]]
    """Pure; yields in the order of the document; never raises on printed text."""

    @property
    def is_public(self) -> bool:
        return is_public(self.severity)

    @property
    def texts(self) -> CheckTexts:
        return check_texts()[self.id]


def severity_of(check: Check, outcome: Outcome) -> Severity:
    if not check.is_public:
        return check.severity
    return {
        Outcome.AGREES: Severity.INFO,
        Outcome.DIFFERS: Severity.DIFFERS,
        Outcome.CANNOT_TELL: Severity.NOTE,
        Outcome.NOTE: check.severity,
    }[outcome]


def run_checks(facts: DisclosureFacts, checks: Iterable[Check]) -> Iterator[Finding]:
    """The findings of all checks on one disclosure, in the order of the checks and then of the document."""
    for check in checks:
        seen: Counter[str] = Counter()
        for hit in check.run(facts):
            place = f"{place_of(facts, hit)}-{check.id.lower()}"
            seen[place] += 1
            yield _finding(facts, check, hit, place if seen[place] == 1 else f"{place}-{seen[place]}")


def _finding(facts: DisclosureFacts, check: Check, hit: Hit, id_: str) -> Finding:
    sentence = check.texts.sentence(hit.outcome)
    return Finding(
        id=id_,
        rule=check.id,
        outcome=hit.outcome,
        severity=severity_of(check, hit.outcome),
        disclosure_id=facts.id,
        project_id=hit.project.id if hit.project else "",
        row=hit.row.row if hit.row else 0,
        facts=hit.facts,
        computation=hit.computation,
        message=(fill(sentence.zh, hit.values_in(0)), fill(sentence.en, hit.values_in(1))),
    )
