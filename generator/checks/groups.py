"""Groups of so few persons that they could be known (domain.md §3, P01; §9). Never published."""

from collections.abc import Iterable

from generator.analyse.disclosure import DisclosureFacts
from generator.analyse.small_groups import is_small_group, stays_in_document
from generator.checks.check import Check
from generator.checks.finding import Finding, Severity, rows_of
from generator.checks.row_notes import notes_on_rows


def about_small_groups(facts: DisclosureFacts, findings: Iterable[Finding]) -> frozenset[str]:
    """The ids of the findings on a row that stays in its document, or that quote one: they stay there with it.

    A fact is one of such a row when its source line and its text are both the row's.
    """
    rows = [(project.id, row) for project, row in rows_of(facts) if stays_in_document(project, row)]
    places = {(project, row.row) for project, row in rows}
    cells = {
        (row.printed.line, text)
        for _, row in rows
        for text in (row.printed.name, row.printed.description, row.printed.target, row.printed.basis)
        if text
    }
    return frozenset(
        finding.id
        for finding in findings
        if (finding.project_id, finding.row) in places
        or any((fact.line, fact.text) in cells for fact in finding.facts)
    )


CHECKS = (Check("P01", Severity.INTERNAL, notes_on_rows(is_small_group, "description")),)
