"""Every printed cell of a disclosure, for checks that read text wherever it stands."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks.finding import PrintedFact, Texts
from generator.model.fields import Kind, RecordClass, fields_of


class PrintedCell(NamedTuple):
    """A named tuple, since a large collection has millions."""

    label: Texts
    text: str
    line: str
    project: ProjectFacts | None
    row: IndicatorFacts | None

    @property
    def fact(self) -> PrintedFact:
        return PrintedFact(self.label, self.text, self.line)


_KINDS = {Kind.CELL, Kind.CELLS, Kind.RECORD, Kind.RECORDS}
_NO_LINE = ""
"""Of the names of the unit and of the document: content does not keep where they stand."""


def printed_cells(facts: DisclosureFacts) -> Iterator[PrintedCell]:
    """First those outside the projects, then project by project and row by row."""
    for label, text, line in _cells(facts.printed, _NO_LINE, "projects"):
        yield PrintedCell(label, text, line, None, None)
    for project in facts.projects:
        for label, text, line in _cells(project.printed, project.printed.line, "indicators"):
            yield PrintedCell(label, text, line, project, None)
        for row in project.indicators:
            for label, text, line in _cells(row.printed, row.printed.line):
                yield PrintedCell(label, text, line, project, row)


def _cells(record: Any, line: str, except_field: str = "") -> Iterator[tuple[Texts, str, str]]:
    for name, label, kind in _text_fields(type(record)):
        value = getattr(record, name)
        if not value or name == except_field:
            continue
        if kind is Kind.CELL:
            yield label, value, line
        elif kind is Kind.CELLS:
            for text in value:
                yield label, text, line
        else:
            for entry in value if kind is Kind.RECORDS else (value,):
                yield from _cells(entry, getattr(entry, "line", line))


def _text_fields(record: RecordClass) -> tuple[tuple[str, Texts, Kind], ...]:
    found = _TEXT_FIELDS.get(record)
    if found is None:
        found = _TEXT_FIELDS[record] = tuple(
            (name, (field.zh, field.en), field.kind)
            for name, field in fields_of(record).items()
            if field.kind in _KINDS
        )
    return found


_TEXT_FIELDS: dict[RecordClass, tuple[tuple[str, Texts, Kind], ...]] = {}
