"""Every check on small invented disclosures."""

import pytest
from check_cases import make_facts, read_cases

from generator.checks.catalogue import CHECKS, CHECKS_BY_ID
from generator.checks.check import run_checks
from generator.checks.finding import Finding

CASES = read_cases("cases_*.yaml")


def _short(finding: Finding) -> str:
    project = str(int(finding.project_id.rsplit("-", 1)[1])) if finding.project_id else "-"
    return " ".join([finding.outcome, project, *([str(finding.row)] if finding.row else [])])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_check_finds_what_a_reader_would_find(case):
    facts = make_facts(case)

    found = [_short(finding) for finding in run_checks(facts, [CHECKS_BY_ID[case["rule"]]])]

    assert found == case["expect"]


def test_every_check_has_a_case_with_and_one_without_a_finding():
    with_finding = {case["rule"] for case in CASES if case["expect"]}
    without = {case["rule"] for case in CASES if not case["expect"]}

    assert with_finding == without == {check.id for check in CHECKS}
