"""How the datasets are written: CSV twice, JSON and JSON Lines, from the same rows.

A disclosure gives one chunk of bytes per table and format; the chunks of all disclosures, with a head and a foot,
are the file. So no table is ever held in memory.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any

from generator.datasets.columns import AnyTable, Column, Type, Value

_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
"""What a spreadsheet would run when a text cell begins with it."""


_NUMBERS = (Type.NUMBER, Type.INTEGER)


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a table."""

    extension: str
    media_type: str
    zh: str
    en: str
    head: Callable[[AnyTable], bytes]
    chunk: Callable[["Rows"], bytes]
    separator: bytes
    """Between two chunks that are not empty."""
    foot: bytes


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table as text, made once for all formats."""

    table: AnyTable
    cells: Sequence[Sequence[str]]
    """For CSV."""
    objects: Sequence[str]
    """For JSON, one line each."""


def _csv_text(cell: Value, column: Column[Any]) -> str:
    return (
        cell if isinstance(cell, str) else str(cell) if isinstance(cell, int) else column.separator.join(cell)
    )


def _write_csv(rows: Iterable[Sequence[str]], line_end: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end).writerows(rows)
    return text.getvalue().encode()


def csv_rows(table: AnyTable, subjects: Iterable[Any]) -> bytes:
    """A part of a table as it stands in its CSV, without the head."""
    rows = ([_csv_text(column.value(subject), column) for column in table.columns] for subject in subjects)
    return _write_csv(rows, "\n")


def csv_head(table: AnyTable) -> bytes:
    return _write_csv([_names(table)], "\n")


def _names(table: AnyTable) -> list[str]:
    return [column.name for column in table.columns]


def _csv_chunk(rows: Rows) -> bytes:
    return _write_csv(rows.cells, "\n")


def guard_formula(text: str) -> str:
    """A leading apostrophe keeps a spreadsheet from running a text cell as a formula: `=79人` → `'=79人`."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _excel_chunk(rows: Rows) -> bytes:
    are_numbers = [column.type in _NUMBERS for column in rows.table.columns]
    guarded = (
        [
            text if is_number else guard_formula(text)
            for text, is_number in zip(cells, are_numbers, strict=True)
        ]
        for cells in rows.cells
    )
    return _write_csv(guarded, "\r\n")


def _json_value(cell: Value, column: Column[Any]) -> str:
    """A decimal is written digit by digit as it is (`2.00`), never through a float; an unknown number is null."""
    if column.type in _NUMBERS:
        return str(cell) if cell != "" else "null"
    if isinstance(cell, str):
        return encode_basestring(cell)
    return str(cell) if isinstance(cell, int) else f"[{', '.join(map(encode_basestring, cell))}]"


def _json_object(table: AnyTable, row: Sequence[Value]) -> str:
    cells = zip(row, table.columns, strict=True)
    return "{" + ", ".join([f'"{column.name}": {_json_value(cell, column)}' for cell, column in cells]) + "}"


def _json_chunk(rows: Rows) -> bytes:
    return ",\n".join(rows.objects).encode()


def _jsonl_chunk(rows: Rows) -> bytes:
    return "".join(f"{line}\n" for line in rows.objects).encode()


FORMATS: tuple[Format, ...] = (
    Format(
        "csv",
        "text/csv",
        "CSV（程序用）",
        "CSV for programs",
        csv_head,
        _csv_chunk,
        b"",
        b"",
    ),
    Format(
        "excel.csv",
        "text/csv",
        "CSV（Excel、WPS 用）",
        "CSV for Excel and WPS",
        lambda table: b"\xef\xbb\xbf" + _write_csv([_names(table)], "\r\n"),
        _excel_chunk,
        b"",
        b"",
    ),
    Format("json", "application/json", "JSON", "JSON", lambda _: b"[\n", _json_chunk, b",\n", b"\n]\n"),
    Format("jsonl", "application/jsonl", "JSON Lines", "JSON Lines", lambda _: b"", _jsonl_chunk, b"", b""),
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """The rows of one table of one disclosure, in every format."""

    rows: int
    data: tuple[bytes, ...]
    """In the order of `FORMATS`."""


def make_chunk(table: AnyTable, subjects: Iterable[Any]) -> Chunk:
    """`subjects`: what the table's columns take their values from, one for each row."""
    values = [[column.value(subject) for column in table.columns] for subject in subjects]
    rows = Rows(
        table,
        cells=[
            [_csv_text(cell, column) for cell, column in zip(row, table.columns, strict=True)]
            for row in values
        ],
        objects=[_json_object(table, row) for row in values],
    )
    return Chunk(len(values), tuple(format_.chunk(rows) for format_ in FORMATS))


def file_path(table: AnyTable, format_: Format) -> str:
    return f"data/{table.name}.{format_.extension}"
