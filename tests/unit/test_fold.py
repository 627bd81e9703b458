"""Findings of a project, folded for its page."""

from generator.checks.finding import Finding, Outcome, Severity
from generator.pages.project_checks import fold, runs_of


def finding(rule: str, row: int, outcome: Outcome = Outcome.NOTE) -> Finding:
    place = f"-{row:02d}" if row else ""
    return Finding(
        id=f"130324-hexi-2024-01{place}-{rule.lower()}",
        rule=rule,
        outcome=outcome,
        severity=Severity.NOTE,
        disclosure_id="130324-hexi-2024",
        project_id="130324-hexi-2024-01",
        row=row,
        facts=(),
        computation=("", ""),
        message=("", ""),
    )


def test_notes_of_one_rule_on_several_rows_are_one_entry():
    notes = [finding("I01", 1), finding("I01", 2), finding("S03", 2)]

    assert fold(notes) == [(notes[0], notes[1]), (notes[2],)]


def test_an_entry_stands_where_its_first_finding_stands():
    notes = [finding("I01", 1), finding("S03", 2), finding("I01", 5)]

    assert fold(notes) == [(notes[0], notes[2]), (notes[1],)]


def test_what_was_compared_stands_alone():
    compared = [finding("A02", row, Outcome.AGREES) for row in (1, 2)]

    assert fold(compared) == [(compared[0],), (compared[1],)]


def test_a_note_on_the_project_is_not_folded_with_those_on_its_rows():
    notes = [finding("I05", 0), finding("I05", 3), finding("I05", 4)]

    assert fold(notes) == [(notes[0],), (notes[1], notes[2])]


def test_rows_that_follow_each_other_are_a_run():
    assert runs_of([1, 2, 3, 5, 7, 8]) == [(1, 3), (5, 5), (7, 8)]


def test_no_rows_have_no_runs():
    assert runs_of([]) == []
