"""The printed cells of a disclosure that hold some text, wherever they stand."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks.finding import PrintedFact, Texts
from generator.model.disclosure import Lined, Source
from generator.model.fields import Kind, RecordClass, fields_of

_LineOf = Callable[[str, int], str]
"""The line of a cell: its field, and its place in a list."""
_NO_LINE = ""
"""Of the names of the unit and of the document, where content does not say where they stand."""


@dataclass(frozen=True, slots=True)
class PrintedCell:
    fact: PrintedFact
    project: ProjectFacts | None = None
    row: IndicatorFacts | None = None


def cells_with(facts: DisclosureFacts, pattern: re.Pattern[str]) -> Iterator[PrintedCell]:
    """First those outside the projects, then project by project and row by row.

    `pattern` must not reach over a line feed: the cells of a record are searched together, which is several times
    as fast as one by one.
    """
    for fact in _of_record(facts.printed, _at(_NO_LINE), pattern, skip="projects"):
        yield PrintedCell(fact)
    for project in facts.projects:
        for fact in _of_record(project.printed, project.printed.line_of, pattern, skip="indicators"):
            yield PrintedCell(fact, project)
        for row in project.indicators:
            for fact in _of_record(row.printed, _at(row.printed.line), pattern):
                yield PrintedCell(fact, project, row)


def _of_record(
    record: Any, line_of: _LineOf, pattern: re.Pattern[str], *, skip: str = ""
) -> Iterator[PrintedFact]:
    fields = _text_fields(type(record))
    cells = [(name, 0, label, getattr(record, name)) for name, label in fields.cells]
    for name, label in fields.lists:
        cells += [(name, index, label, text) for index, text in enumerate(getattr(record, name))]
    if pattern.search("\n".join([text for *_, text in cells if text])):
        for name, index, label, text in cells:
            if text and pattern.search(text):
                yield PrintedFact(label, text, line_of(name, index))
    for name in fields.records:
        if name != skip:
            for entry in _entries(getattr(record, name)):
                yield from _of_record(entry, _lines_of(entry) or line_of, pattern)


def _lines_of(entry: Any) -> _LineOf | None:
    """Where the cells of a record stand; None for a part of another, such as a budget."""
    if isinstance(entry, Lined):
        return entry.line_of
    line = entry.title_line if isinstance(entry, Source) else getattr(entry, "line", None)
    return None if line is None else _at(line)


def _at(line: str) -> _LineOf:
    return lambda *_: line


def _entries(value: Any) -> tuple[Any, ...]:
    """Of a list of records, or of a single one that may be absent."""
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


@dataclass(frozen=True, slots=True)
class _TextFields:
    cells: tuple[tuple[str, Texts], ...]
    lists: tuple[tuple[str, Texts], ...]
    records: tuple[str, ...]


def _text_fields(record: RecordClass) -> _TextFields:
    found = _TEXT_FIELDS.get(record)
    if found is None:
        fields = fields_of(record).items()
        found = _TEXT_FIELDS[record] = _TextFields(
            tuple((name, (field.zh, field.en)) for name, field in fields if field.kind is Kind.CELL),
            tuple((name, (field.zh, field.en)) for name, field in fields if field.kind is Kind.CELLS),
            tuple(name for name, field in fields if field.kind in (Kind.RECORD, Kind.RECORDS)),
        )
    return found


_TEXT_FIELDS: dict[RecordClass, _TextFields] = {}
