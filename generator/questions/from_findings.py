"""Questions that findings answer: repeated rows, sums against budgets, payment at year end, nothing measurable."""

from collections import Counter
from collections.abc import Iterator

from generator.analyse.small_groups import stays_in_document
from generator.checks.catalogue import CHECKS_BY_ID
from generator.checks.finding import Outcome, rows_of
from generator.model.disclosure import Project
from generator.model.fields import fields_of
from generator.questions.answer import (
    BUDGET,
    NOTHING,
    Answer,
    Column,
    Material,
    budget,
    finding_answer,
    ours,
    sentence,
)
from generator.questions.question import Question
from generator.textual import fill, squeeze

_SENTENCE = Column("finding", "核对结果", "finding", is_ours=True)
_COMPUTATION = Column("computation", "算式", "calculation")


_WORDINGS = (
    "{all} 个指标值，{wordings} 种写法；“{most}”印了 {times} 次。",
    "{all:target|targets} in {wordings:wording|wordings}; “{most}” is printed {times:time|times}.",
)


def _same_targets(material: Material) -> Iterator[Answer]:
    """For each document how its target values repeat, then the findings on repeated goals and rows."""
    facts = material.facts
    targets = Counter(squeeze(row.printed.target) for _, row in rows_of(facts) if row.printed.target)
    if targets:
        [(most, times)] = targets.most_common(1)
        values = {"all": targets.total(), "wordings": len(targets), "most": most, "times": times}
        counted = fill(_WORDINGS[0], values), fill(_WORDINGS[1], values)
        first = next(found for found in rows_of(facts) if squeeze(found[1].printed.target) == most)
        line, is_small = first[1].printed.line, stays_in_document(*first)
        yield Answer(facts.id, "", 0, line, (ours(counted),), "targets", is_small)
    for rule, section in (("X02", "goals"), ("X01", "rows")):
        for finding in material.of_rules(rule):
            yield finding_answer(material, finding, sentence(finding), section=section)


_SECTIONS = {
    Outcome.AGREES: "agrees",
    Outcome.DIFFERS: "differs",
    Outcome.NOTE: "note",
    Outcome.CANNOT_TELL: "cannot-tell",
}


def _heads_and_rates(material: Material) -> Iterator[Answer]:
    places = {project.id: place for place, project in enumerate(material.facts.projects)}
    found = material.of_rules("A01", "A02", "A03", "A04")
    for finding in sorted(found, key=lambda finding: places.get(finding.project_id, -1)):
        title = CHECKS_BY_ID[finding.rule].texts.title
        values = (ours((title.zh, title.en)), sentence(finding), ours(finding.computation))
        yield finding_answer(material, finding, *values, section=_SECTIONS[finding.outcome])


def _paid_at_year_end(material: Material) -> Iterator[Answer]:
    budgets = {project.id: budget(project) for project in material.facts.projects}
    for finding in material.of_rules("M04"):
        printed = budgets.get(finding.project_id, NOTHING)
        yield finding_answer(material, finding, printed, sentence(finding))


_TITLE = fields_of(Project)["name"].zh


def _of_earlier_years(material: Material) -> Iterator[Answer]:
    budgets = {project.id: budget(project) for project in material.facts.projects}
    for rule, section in (("C03", "code"), ("T05", "title")):
        for finding in material.of_rules(rule):
            is_meant = rule == "C03" or any(fact.label[0] == _TITLE for fact in finding.facts)
            if finding.outcome is Outcome.NOTE and is_meant:
                printed = budgets.get(finding.project_id, NOTHING)
                yield finding_answer(material, finding, printed, sentence(finding), section=section)


def _nothing_measurable(material: Material) -> Iterator[Answer]:
    for finding in material.of_rules("I11"):
        yield finding_answer(material, finding, sentence(finding))


SAME_TARGETS = Question("same-targets", (_SENTENCE,), _same_targets, rules=("X01", "X02"))
HEADS_AND_RATES = Question(
    "heads-and-rates",
    (Column("check", "核对", "check", is_ours=True), _SENTENCE, _COMPUTATION),
    _heads_and_rates,
    rules=("A01", "A02", "A03", "A04"),
)
PAID_AT_YEAR_END = Question("paid-at-year-end", (BUDGET, _SENTENCE), _paid_at_year_end, rules=("M04",))
MONEY_OF_EARLIER_YEARS = Question(
    "money-of-earlier-years", (BUDGET, _SENTENCE), _of_earlier_years, rules=("C03", "T05")
)
NOTHING_MEASURABLE = Question("nothing-measurable", (_SENTENCE,), _nothing_measurable, rules=("I11",))
