"""What one disclosure adds to the lists across townships: findings by rule, answers by question, examples of forms.

Part of the map step: the rows of each list's CSV are made here, as bytes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts
from generator.analyse.gathered import Portion, gather
from generator.analyse.reading_forms import published_examples
from generator.checks.finding import Finding
from generator.checks.groups import about_small_groups
from generator.checks.results import Results
from generator.datasets.files import csv_rows
from generator.datasets.findings import FINDINGS, finding_rows
from generator.pages.twins import to_csv_rows
from generator.questions.answer import Material
from generator.questions.catalogue import QUESTIONS
from generator.questions.table import csv_rows as answer_rows
from generator.questions.table import place_of

WITHDRAWN = "withdrawn"
"""The section of the findings that an editor has withdrawn: they are listed, and not counted with the others."""


def make_portions(facts: DisclosureFacts, results: Results, base_url: str) -> dict[str, Portion[Any]]:
    """By the address of the list's page; lists that it adds nothing to are left out."""
    small = about_small_groups(facts, (*results.published, *results.withdrawn))
    portions = check_portions(results, small, base_url)
    portions.update(_question_portions(Material(facts, results.published, small), base_url))
    examples = published_examples(facts)
    if examples.count:
        portions[addresses.address("target_values")] = Portion(examples)
    return portions


def check_portions(results: Results, small: frozenset[str], base_url: str) -> dict[str, Portion[Any]]:
    """`small`: the ids of findings about groups of one to four persons."""
    published, withdrawn = _by_rule(results.published), _by_rule(results.withdrawn)
    portions: dict[str, Portion[Any]] = {}
    for rule in dict.fromkeys((*published, *withdrawn)):
        listed = [finding for finding in published[rule] if finding.id not in small]
        set_aside = [finding for finding in withdrawn[rule] if finding.id not in small]
        sections = [(str(finding.outcome), finding) for finding in listed]
        sections += [(WITHDRAWN, finding) for finding in set_aside]
        gathered = gather(sections, left_out=len(published[rule]) - len(listed))
        portions[addresses.address("check", rule.lower())] = Portion(
            gathered, csv_rows(FINDINGS, finding_rows(listed, base_url))
        )
    return portions


def _by_rule(findings: Sequence[Finding]) -> defaultdict[str, list[Finding]]:
    by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    return by_rule


def _question_portions(material: Material, base_url: str) -> Iterator[tuple[str, Portion[Any]]]:
    place = place_of(material.facts)
    for question in QUESTIONS:
        listed, gathered = question.listed(question.answers(material))
        if listed or gathered.left_out:
            rows = answer_rows(question, listed, place, base_url)
            yield addresses.address("question", question.id), Portion(gathered, to_csv_rows(rows))
