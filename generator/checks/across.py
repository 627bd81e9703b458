"""Checks that need several disclosures: second runs of a check, on the summaries of all of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Beside:
    """A finding across disclosures as one of its projects sees it."""

    finding: Finding
    project_id: str
    """Of the other project."""
    name: str
    """Its title and place: `绿化工程（河东镇，2024）`."""


def named_projects(findings: Iterable[Finding], catalogue: Catalogue) -> Mapping[str, Sequence[Beside]]:
    """Project → the findings that name it, each with the project beside which it stands."""
    named: defaultdict[str, list[Beside]] = defaultdict(list)
    places = {listed.project.id: _with_place(listed) for listed in catalogue.projects}
    for finding in findings:
        projects = tuple(dict.fromkeys(fact.project_id for fact in finding.facts))
        for project in projects:
            for other in projects:
                if other != project:
                    named[project].append(Beside(finding, other, places[other]))
    return named


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
            yield AcrossHit(
                Outcome.DIFFERS,
                other,
                (_printed(first, "name"), _printed(other, "name"), _printed(other, "code")),
                {"code": code, "other": _with_place(first)},
            )


def _with_place(listed: ListedProject) -> str:
    return f"{listed.project.name}（{listed.disclosure.township.name}，{listed.disclosure.year}）"


def _printed(listed: ListedProject, name: str) -> PrintedFact:
    label = fields_of(Project)[name]
    project = listed.project
    return PrintedFact((label.zh, label.en), getattr(project, name), project.line_of(name), project.id)


ACROSS_CHECKS = (AcrossCheck("C05", _one_code_two_townships),)
