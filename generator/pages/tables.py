"""Printed lists of records as plain tables: heads from the declarations, cells as printed, the line as a link."""

from collections.abc import Sequence
from typing import Any

from generator.model.fields import Kind, RecordClass, fields_of
from generator.pages.views import Cell, SourceRef, Table


def record_table(
    caption: str, record: RecordClass, rows: Sequence[tuple[Any, SourceRef]], *, note: str = ""
) -> Table:
    """Columns that no row prints are left out; the last column is the source line."""
    names = [
        name
        for name in fields_of(record)
        if name != "line" and any(getattr(entry, name) not in (None, "") for entry, _ in rows)
    ]
    fields = fields_of(record)
    numbers = {name: fields[name].kind in (Kind.AMOUNT, Kind.NUMBER) for name in names}
    heads = [Cell(fields[name].zh, is_number=numbers[name]) for name in names]
    return Table(
        caption=caption,
        heads=(*heads, Cell(fields["line"].zh, is_number=True)),
        rows=tuple(
            (*(_cell(entry, name, is_number=numbers[name], record=record) for name in names), _line(source))
            for entry, source in rows
        ),
        note=note,
    )


def _cell(entry: Any, name: str, *, is_number: bool, record: RecordClass) -> Cell:
    field = fields_of(record)[name]
    value = getattr(entry, name) or ""
    if field.kind is Kind.CHOICE and value:
        value = field.choices[value][0]
    return Cell(value, is_number=is_number)


def _line(source: SourceRef) -> Cell:
    return Cell(source.line, url=source.url, is_number=True)
