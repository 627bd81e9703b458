"""The filled part of a sheet → its tables, parted by blank rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.importing.readers.grid import GridCell
from generator.importing.readers.layout import Layout
from generator.importing.readers.refusal import check_limit

Texts = Mapping[tuple[int, int], str]
"""0-based row and column → text of each cell that is not blank."""
_MOST_MERGED_ROWS = 500_000
_Row = dict[int, str]
"""Column → text."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area; first and last are part of it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def height(self) -> int:
        return self.last_row - self.first_row + 1


def add_sheet(layout: Layout, name: str, texts: Texts, merges: Sequence[Merge]) -> None:
    rows: dict[int, _Row] = defaultdict(dict)
    for (row, column), text in texts.items():
        rows[row][column] = text
    last = max(rows, default=-1)
    check_limit("合并行数 merged rows", sum(min(each.height, last + 1) for each in merges), _MOST_MERGED_ROWS)
    merged: dict[int, list[Merge]] = defaultdict(list)
    for merge in merges:
        merged[merge.first_row].append(merge)
        if merge.first_column in rows.get(merge.first_row, {}):
            # A merged area holds its text in all of its rows.
            for row in range(merge.first_row, min(merge.last_row, last) + 1):
                rows.setdefault(row, {})
    for run in _runs(sorted(rows)):
        layout.add_table(_cells({row: rows[row] for row in run}, merged), sheet=name)


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number > run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _cells(rows: Mapping[int, _Row], merged: Mapping[int, list[Merge]]) -> Iterator[GridCell]:
    """Every cell of the columns that hold something, except those covered by a merged area."""
    columns = sorted({column for row in rows.values() for column in row})
    covered: set[tuple[int, int]] = set()
    for number, row in rows.items():
        heights = {}
        for merge in merged.get(number, ()):
            heights[merge.first_column] = merge.height
            spanned = [column for column in columns if merge.first_column <= column <= merge.last_column]
            below = range(number, min(merge.last_row, max(rows)) + 1)
            covered.update((each, column) for each in below for column in spanned)
        for column in columns:
            if column in heights:
                yield GridCell(row.get(column, ""), number, column, rows=heights[column])
            elif (number, column) not in covered:
                yield GridCell(row.get(column, ""), number, column)
