"""How the datasets are written: CSV twice, JSON and JSON Lines, from the same rows.

A disclosure gives one chunk of bytes per table and format; the chunks of all disclosures, with a head and a foot,
are the file. So no table is ever held in memory.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.datasets.columns import Column, DataTable, Type, Value
from generator.datasets.tables import Row

_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
"""What a spreadsheet would run when a text cell begins with it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a table."""

    extension: str
    media_type: str
    zh: str
    en: str
    head: Callable[[DataTable[Row]], bytes]
    chunk: Callable[[DataTable[Row], Sequence[Sequence[Value]]], bytes]
    separator: bytes
    """Between two chunks that are not empty."""
    foot: bytes


def _csv_text(cell: Value, column: Column[Row]) -> str:
    return (
        cell if isinstance(cell, str) else str(cell) if isinstance(cell, int) else column.separator.join(cell)
    )


def _write_csv(rows: Iterable[Sequence[str]], line_end: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end).writerows(rows)
    return text.getvalue().encode()


def _names(table: DataTable[Row]) -> list[str]:
    return [column.name for column in table.columns]


def _csv_chunk(table: DataTable[Row], rows: Sequence[Sequence[Value]]) -> bytes:
    texts = (
        [_csv_text(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in rows
    )
    return _write_csv(texts, "\n")


def guard_formula(text: str) -> str:
    """A leading apostrophe keeps a spreadsheet from running a text cell as a formula: `=79人` → `'=79人`."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _excel_chunk(table: DataTable[Row], rows: Sequence[Sequence[Value]]) -> bytes:
    return _write_csv(
        (
            [
                text if column.type in (Type.NUMBER, Type.INTEGER) else guard_formula(text)
                for text, column in (
                    (_csv_text(cell, column), column) for cell, column in zip(row, table.columns, strict=True)
                )
            ]
            for row in rows
        ),
        "\r\n",
    )


def _json_object(table: DataTable[Row], row: Sequence[Value]) -> str:
    cells = zip(row, table.columns, strict=True)
    return "{" + ", ".join(f'"{column.name}": {_json_value(cell, column)}' for cell, column in cells) + "}"


def _json_value(cell: Value, column: Column[Row]) -> str:
    """A decimal is written digit by digit as it is (`2.00`), never through a float; an unknown number is null."""
    if column.type in (Type.NUMBER, Type.INTEGER):
        return str(cell) if cell != "" else "null"
    return json.dumps(cell, ensure_ascii=False)


def _json_chunk(table: DataTable[Row], rows: Sequence[Sequence[Value]]) -> bytes:
    return ",\n".join(_json_object(table, row) for row in rows).encode()


def _jsonl_chunk(table: DataTable[Row], rows: Sequence[Sequence[Value]]) -> bytes:
    return "".join(f"{_json_object(table, row)}\n" for row in rows).encode()


FORMATS: tuple[Format, ...] = (
    Format(
        "csv",
        "text/csv",
        "CSV（程序用）",
        "CSV for programs",
        lambda table: _write_csv([_names(table)], "\n"),
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


def make_chunk(table: DataTable[Row], start: Row) -> Chunk:
    rows = [[column.value(subject) for column in table.columns] for subject in table.rows(start)]
    return Chunk(len(rows), tuple(format_.chunk(table, rows) for format_ in FORMATS))


def file_path(table: DataTable[Row], format_: Format) -> str:
    return f"data/{table.name}.{format_.extension}"
