"""Who may see which findings."""

from dataclasses import replace

from generator.checks.catalogue import CHECKS_BY_ID
from generator.checks.check import Check
from generator.checks.finding import Finding, Outcome, Severity
from generator.checks.results import count_outcomes, join_results, sort_findings
from generator.model.findings import EditorWord

FINDING = Finding(
    id="130324-hexi-2024-01-m01",
    rule="M01",
    outcome=Outcome.AGREES,
    severity=Severity.INFO,
    disclosure_id="130324-hexi-2024",
    project_id="130324-hexi-2024-01",
    row=0,
    facts=(),
    computation=("", ""),
    message=("相符", "agrees"),
)


def word(kind: str) -> dict[str, EditorWord]:
    return {FINDING.id: EditorWord(finding=FINDING.id, word=kind, reason="已对照", date="2026-02-28")}


def test_public_findings_are_published():
    assert sort_findings([FINDING], {}).published == (FINDING,)


def test_findings_on_the_text_are_for_editors():
    finding = replace(FINDING, severity=Severity.SOURCE)

    results = sort_findings([finding], {})

    assert (results.published, results.for_editors) == ((), (finding,))


def test_findings_on_small_groups_are_nowhere():
    results = sort_findings([replace(FINDING, severity=Severity.INTERNAL)], word("withdrawn"))

    assert results.ids() == set()


def test_a_word_goes_with_its_finding():
    [finding] = sort_findings([FINDING], word("confirmed")).published

    assert finding.word == word("confirmed")[FINDING.id]


def test_a_withdrawn_finding_is_kept_apart_with_the_word_on_it():
    results = sort_findings([FINDING], word("withdrawn"))

    assert results.published == ()
    assert [finding.word.reason for finding in results.withdrawn] == ["已对照"]
    assert results.ids() == {FINDING.id}


def test_each_rule_has_its_results_even_when_there_are_none():
    small_groups = Check("P99", Severity.INTERNAL, lambda _: ())
    results = join_results([sort_findings([FINDING], {}), sort_findings([FINDING], {})])

    by_rule = results.by_rule([CHECKS_BY_ID["M01"], CHECKS_BY_ID["C05"], small_groups])

    assert {rule: len(found.published) for rule, found in by_rule.items()} == {"M01": 2, "C05": 0}


def test_outcomes_are_counted_in_their_order():
    findings = [replace(FINDING, outcome=outcome) for outcome in ("note", "agrees", "note")]

    assert list(count_outcomes(findings).items()) == [("agrees", 1), ("note", 2)]


def test_the_findings_of_a_project_and_of_the_whole_disclosure_can_be_told_apart():
    whole = replace(FINDING, project_id="")
    results = sort_findings([FINDING, whole], {})

    assert results.of_project(FINDING.project_id) == (FINDING,)
    assert results.of_whole_disclosure == (whole,)
