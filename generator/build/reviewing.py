"""What `validate` shows: every problem of the content, and what checks say of the text it was taken from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.analyse.catalogue import make_catalogue
from generator.analyse.summary import DisclosureSummary, summarise
from generator.build.checking import ContentProblems, check_disclosures, check_named, open_content
from generator.build.step import has_errors
from generator.checks.across import ACROSS_CHECKS, run_across
from generator.checks.catalogue import CHECKS_BY_ID
from generator.checks.finding import Finding, Outcome
from generator.checks.results import Results, join_results, sort_findings
from generator.problems import Language, Problem, arrange

_KIND_WORDS: dict[Language, str] = {"zh": "来源", "en": "source"}


@dataclass(frozen=True, slots=True)
class SourceFinding:
    """The text or its extraction may be damaged here; never shown as a fact about a township."""

    file: str
    """Of the content, relative to its folder."""
    finding: Finding

    def as_text(self, language: Language) -> str:
        finding = self.finding
        message = finding.message[language == "en"]
        lines = ", ".join(dict.fromkeys(fact.line for fact in finding.facts if fact.line))
        places = {"zh": f"（来源第 {lines} 行）", "en": f" (source line {lines})"}
        where = f"{self.file}: {_KIND_WORDS[language]} [{finding.rule}] {finding.id}"
        return f"{where}: {message}{places[language] if lines else ''}"

    def as_json(self) -> dict[str, object]:
        finding, texts = self.finding, CHECKS_BY_ID[self.finding.rule].texts
        return {
            "id": finding.id,
            "rule": finding.rule,
            "title": {"zh": texts.title.zh, "en": texts.title.en},
            "outcome": str(finding.outcome),
            "severity": str(finding.severity),
            "file": self.file,
            "disclosure_id": finding.disclosure_id,
            "project_id": finding.project_id or None,
            "row": finding.row or None,
            "message": {"zh": finding.message[0], "en": finding.message[1]},
            "computation": finding.computation[0] or None,
            "facts": [
                {"label": {"zh": fact.label[0], "en": fact.label[1]}, "text": fact.text, "line": fact.line}
                for fact in finding.facts
            ],
        }


@dataclass(frozen=True, slots=True)
class Review:
    problems: tuple[Problem, ...]
    findings: tuple[SourceFinding, ...] = ()
    """For editors; they are no problems of the content."""


def validate_content(root: Path, *, chosen: Callable[[str], bool] = lambda _: True) -> Review:
    """All of the content folder. `chosen` tells which files are asked for."""
    try:
        opened = open_content(root)
    except ContentProblems as faults:
        return Review(tuple(problem for problem in faults.problems if chosen(problem.file)))
    problems = list(opened.problems)
    summaries: list[DisclosureSummary] = []
    results: list[Results] = []
    for files, checked in check_disclosures(root, opened.found.disclosures, opened.shared):
        problems += checked.problems
        results.append(checked.results)
        if checked.facts is not None:
            summaries.append(summarise(checked.facts, files.path))
    if not has_errors(problems):
        across = run_across(make_catalogue(summaries), ACROSS_CHECKS)
        found = join_results([*results, sort_findings(across, opened.shared.words_by_finding)])
        problems += check_named(opened.shared, summaries, found.ids())
    return Review(
        arrange(problem for problem in problems if chosen(problem.file)),
        tuple(
            finding for finding in _source_findings(join_results(results), summaries) if chosen(finding.file)
        ),
    )


def _source_findings(results: Results, summaries: list[DisclosureSummary]) -> Iterator[SourceFinding]:
    """Without what is as expected, and without what an editor has looked at and set aside."""
    files = {summary.id: summary.file for summary in summaries}
    for finding in results.for_editors:
        is_set_aside = finding.word is not None and finding.word.is_withdrawal
        if finding.outcome is not Outcome.AGREES and not is_set_aside:
            yield SourceFinding(files[finding.disclosure_id], finding)
