"""Checks that need several disclosures: second runs of a check, on the summaries of all of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.analyse.catalogue import Catalogue, ListedProject
from generator.checks.catalogue import CHECKS_BY_ID
from generator.checks.check import severity_of
from generator.checks.codes import is_usual_code
from generator.checks.finding import Finding, Outcome, PrintedFact
from generator.model.disclosure import Project
from generator.model.fields import fields_of
from generator.textual import fill, squeeze


@dataclass(frozen=True, slots=True)
class AcrossHit:
    outcome: Outcome
    project: ListedProject
    """That the finding is about."""
    facts: tuple[PrintedFact, ...]
    values: dict[str, str]
    """What stands in `{…}` in the check's sentence."""


@dataclass(frozen=True, slots=True)
class AcrossCheck:
    id: str
    """Of the check whose words these findings have."""
    run: Callable[[Catalogue], Iterable[AcrossHit]]


def run_across(catalogue: Catalogue, checks: Iterable[AcrossCheck]) -> Iterator[Finding]:
    """In the order of the checks and then of the disclosures."""
    for check in checks:
        seen: Counter[str] = Counter()
        for hit in check.run(catalogue):
            place = f"{hit.project.project.id}-{check.id.lower()}-across"
            seen[place] += 1
            yield _finding(check.id, hit, place if seen[place] == 1 else f"{place}-{seen[place]}")


def _finding(rule: str, hit: AcrossHit, id_: str) -> Finding:
    check = CHECKS_BY_ID[rule]
    sentence = check.texts.sentence(hit.outcome)
    project_id = hit.project.project.id
    return Finding(
        id=id_,
        rule=rule,
        outcome=hit.outcome,
        severity=severity_of(check, hit.outcome),
        disclosure_id=addresses.disclosure_of(project_id),
        project_id=project_id,
        row=0,
        facts=hit.facts,
        computation=("", ""),
        message=(fill(sentence.zh, hit.values), fill(sentence.en, hit.values)),
    )


def _one_code_two_townships(catalogue: Catalogue) -> Iterator[AcrossHit]:
    """A later year of one township may well go on with a code under another title, so only townships are compared."""
    for code, projects in catalogue.by_code.items():
        if is_usual_code(code):
            yield from _other_townships(code, projects)


def _other_townships(code: str, projects: Sequence[ListedProject]) -> Iterator[AcrossHit]:
    first, *others = projects
    for other in others:
        is_elsewhere = other.disclosure.township.id != first.disclosure.township.id
        if is_elsewhere and squeeze(other.project.name) != squeeze(first.project.name):
            place = f"{first.disclosure.township.name}，{first.disclosure.year}"
            yield AcrossHit(
                Outcome.DIFFERS,
                other,
                (_printed(first, "name"), _printed(other, "name"), _printed(other, "code")),
                {"code": code, "other": f"{first.project.name}（{place}）"},
            )


def _printed(listed: ListedProject, name: str) -> PrintedFact:
    label = fields_of(Project)[name]
    project = listed.project
    return PrintedFact((label.zh, label.en), getattr(project, name), project.line_of(name), project.id)


ACROSS_CHECKS = (AcrossCheck("C05", _one_code_two_townships),)
