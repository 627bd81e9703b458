"""Strings the datasets together as the disclosures come in, and says what came of them."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from generator.datasets.columns import AnyTable
from generator.datasets.files import FORMATS, Chunk, Format, file_path, make_chunk
from generator.datasets.tables import TABLES
from generator.output import open_file

INDEX_PATH = "data/index.json"


@dataclass(frozen=True, slots=True)
class DatasetFile:
    """One finished file of a dataset."""

    table: AnyTable
    format: Format
    path: str
    """Relative to the output folder."""
    bytes: int
    sha256: str
    rows: int


class _Growing:
    """A file of a dataset while it is being written."""

    def __init__(self, root: Path, table: AnyTable, format_: Format) -> None:
        self.table = table
        self.format = format_
        self.path = file_path(table, format_)
        self._file: BinaryIO = open_file(root, self.path)
        self._digest = hashlib.sha256()
        self._size = 0
        self._rows = 0
        self._write(format_.head(table))

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)

    def add(self, rows: int, data: bytes) -> None:
        if not data:
            return
        if self._rows:
            self._write(self.format.separator)
        self._write(data)
        self._rows += rows

    def finish(self) -> DatasetFile:
        self._write(self.format.foot)
        self.close()
        return DatasetFile(
            self.table, self.format, self.path, self._size, self._digest.hexdigest(), self._rows
        )

    def close(self) -> None:
        self._file.close()


class Datasets:
    """All dataset files of a build; a context manager, so that a failing build leaves no open file."""

    def __init__(self, root: Path) -> None:
        self._files = {
            table.name: [_Growing(root, table, format_) for format_ in FORMATS] for table in TABLES
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._all():
            file.close()

    def add(self, chunks: tuple[Chunk, ...]) -> None:
        """The rows of one disclosure, in the order of `TABLES`."""
        for table, chunk in zip(TABLES, chunks, strict=True):
            for file, data in zip(self._files[table.name], chunk.data, strict=True):
                file.add(chunk.rows, data)

    def add_rows(self, table: AnyTable, subjects: Iterable[Any]) -> None:
        """Rows that belong to no single disclosure."""
        chunk = make_chunk(table, subjects)
        for file, data in zip(self._files[table.name], chunk.data, strict=True):
            file.add(chunk.rows, data)

    def finish(self) -> tuple[DatasetFile, ...]:
        return tuple(file.finish() for file in self._all())

    def _all(self) -> Iterator[_Growing]:
        for files in self._files.values():
            yield from files


def make_index(files: tuple[DatasetFile, ...]) -> bytes:
    """`data/index.json`: every file with its size, checksum and rows."""
    entries = [
        {
            "path": file.path,
            "bytes": file.bytes,
            "sha256": file.sha256,
            "rows": file.rows,
            "media_type": file.format.media_type,
        }
        for file in files
    ]
    return (json.dumps({"files": entries}, ensure_ascii=False, indent=2) + "\n").encode()
