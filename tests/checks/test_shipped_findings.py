"""The findings on the shipped content, each read by a person. `UPDATE_EXPECTED=1` writes the file anew."""

import os
from pathlib import Path

import pytest
from shipped_disclosures import shipped_facts

from generator.checks.catalogue import CHECKS
from generator.checks.check import run_checks
from generator.checks.texts import check_texts

EXPECTED = Path(__file__).parent / "shipped_findings"


def _lines(rule_prefix: str) -> str:
    lines = []
    for check in (check for check in CHECKS if check.id.startswith(rule_prefix)):
        for facts in shipped_facts():
            for finding in run_checks(facts, [check]):
                printed = " | ".join(f"{fact.label[0]} {fact.line}: {fact.text}" for fact in finding.facts)
                lines += [f"{finding.id} {finding.outcome}", f"    {finding.message[0]}"]
                lines += [f"    {finding.message[1]}"]
                lines += [f"    {finding.computation[0]}"] if finding.computation[0] else []
                lines += [f"    [{printed}]"]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("subject", sorted({check.id[0] for check in CHECKS}))
def test_the_findings_on_the_shipped_content_are_those_a_person_has_read(subject):
    path = EXPECTED / f"{subject}.txt"
    found = _lines(subject)
    if os.environ.get("UPDATE_EXPECTED"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")

    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_the_number_of_findings_read_is_the_number_found(check):
    found = sum(len(list(run_checks(facts, [check]))) for facts in shipped_facts())

    assert int(check_texts()[check.id].read) == found


@pytest.mark.parametrize("check", [check for check in CHECKS if check.is_public], ids=lambda check: check.id)
def test_a_check_that_is_wrong_once_in_twenty_is_not_published(check):
    texts = check_texts()[check.id]

    assert int(texts.right) * 20 > int(texts.read) * 19 or texts.read == "0"
