"""Printed lists of records as plain tables: heads from the declarations, cells as printed, the line as a link."""

from collections.abc import Sequence
from typing import Any

from generator.model.fields import Field, Kind, RecordClass, fields_of
from generator.pages.strings import Strings
from generator.pages.views import Cell, Role, SourceRef, Table

_ROLES = {"item": Role.NAME, "name": Role.NAME, "amount": Role.AMOUNT, "target": Role.AMOUNT}
"""By field; the others stand behind their labels."""


def record_table(
    caption: str, record: RecordClass, rows: Sequence[tuple[Any, SourceRef]], t: Strings, *, note: str = ""
) -> Table:
    """Columns that no row prints are left out; the last column is the source line."""
    names = [
        name
        for name in fields_of(record)
        if name != "line" and any(getattr(entry, name) not in (None, "") for entry, _ in rows)
    ]
    fields = fields_of(record)
    heads = [
        Cell(t.name(fields[name]), is_number=_is_number(fields[name]), role=_ROLES.get(name, ""))
        for name in names
    ]
    return Table(
        caption=caption,
        heads=(*heads, Cell(t.name(fields["line"]), is_number=True, role=Role.SOURCE)),
        rows=tuple(
            (*(_cell(fields[name], getattr(entry, name) or "", t) for name in names), line_cell(source, t))
            for entry, source in rows
        ),
        note=note,
    )


def _cell(field: Field, value: str, t: Strings) -> Cell:
    if field.kind is Kind.CHOICE and value:
        value = t.choice(field, value)
    return Cell(value, is_number=_is_number(field))


def _is_number(field: Field) -> bool:
    return field.kind in (Kind.AMOUNT, Kind.NUMBER)


def line_cell(source: SourceRef, t: Strings) -> Cell:
    return Cell(f"{t.line_word}\N{NO-BREAK SPACE}{source.line}", url=source.url, is_number=True)
