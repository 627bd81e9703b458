"""Rows of targets gathered from several townships."""

from generator import addresses
from generator.analyse.catalogue import ListedProject, ListedRow
from generator.pages.across.surroundings import Surroundings
from generator.pages.figures import set_count
from generator.pages.views import FamilyRowItem, Link
from generator.readings.plain_words import in_words

SHOWN = 100
"""Rows of each table on a page; its CSV has all."""


def target_row(around: Surroundings, listed: ListedRow) -> FamilyRowItem:
    disclosure, project = listed.disclosure, ListedProject(listed.disclosure, listed.project)
    link = around.project_link(project)
    return FamilyRowItem(
        target=listed.row.target,
        reading=in_words(listed.row.reading, around.t.reading_language),
        name=listed.row.name,
        project=Link(link.label, f"{link.url}#{addresses.row_anchor(listed.row.row)}"),
        place=around.township_link(disclosure),
        year=disclosure.year,
        source=around.source_ref(disclosure, listed.row.line),
    )


def more_in_csv(around: Surroundings, count: int) -> str:
    """Empty where all are listed."""
    hidden = count - SHOWN
    return around.t.format("py_more_in_csv", shown=SHOWN, count=set_count(hidden)) if hidden > 0 else ""
