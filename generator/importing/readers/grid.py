"""Cells with their spans → rows whose cells stand in the columns of the table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.importing.readers.refusal import check_limit

_MOST_COLUMNS = 256
"""A wider table holds no targets; its blank cells alone could fill the memory."""
_MOST_CELLS = 500_000
_MOST_SHAPES = 200
"""A table with more shapes of rows has no columns to speak of."""

_Shape = tuple[int, ...]
"""The columns in which the cells of a row begin."""


@dataclass(frozen=True, slots=True)
class GridCell:
    text: str | None
    """None for a cell that one above it or beside it is merged over."""
    row: int
    """0-based, as `column`."""
    column: int
    rows: int = 1
    """Over how many it is merged."""
    columns: int = 1


@dataclass(frozen=True, slots=True)
class GridRow:
    number: int
    """0-based."""
    cells: tuple[tuple[int, str | None], ...]
    """Column and text, from left to right; None where another cell is merged over the place."""

    @property
    def printed(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.cells if text and text.strip())


def arrange(cells: Iterable[GridCell]) -> list[GridRow]:
    """Rows from top to bottom, with blanks for merged cells as `blocks` describes."""
    texts = _texts(list(cells))
    numbers = sorted(texts)
    wider = _wider_shapes([tuple(sorted(texts[number])) for number in numbers])
    rows = []
    for number in numbers:
        shape = tuple(sorted(texts[number]))
        columns = wider.get(shape, shape)
        rows.append(GridRow(number, tuple((column, texts[number].get(column)) for column in columns)))
    return rows


def _texts(cells: Sequence[GridCell]) -> dict[int, dict[int, str | None]]:
    """Row → column → text; a cell merged downwards covers its place in the rows below its first."""
    check_limit("表格列数 columns of a table", len({cell.column for cell in cells}), _MOST_COLUMNS)
    texts: dict[int, dict[int, str | None]] = {cell.row: {} for cell in cells}
    for cell in cells:
        texts[cell.row][cell.column] = cell.text
    last = max(texts, default=0)
    count = 0
    for cell in cells:
        below = range(cell.row + 1, min(cell.row + cell.rows, last + 1))
        count += len(below)
        check_limit("表格单元格数 cells of a table", count, _MOST_CELLS)
        for row in below:
            # A row without a cell of its own is none: it is only how far the cells above it reach.
            if row in texts:
                texts[row].setdefault(cell.column, None)
    return texts


def _wider_shapes(shapes: Sequence[_Shape]) -> Mapping[_Shape, _Shape]:
    """The shape of a row → the commonest one that also has all its columns, where that is commoner.

    So `合计` over three columns keeps its sums below the others, while the wide rows of a head do not tear apart the
    rows of indicators below it.
    """
    counted = Counter(shapes)
    if len(counted) > _MOST_SHAPES:
        return {}
    by_rank = sorted(counted, key=lambda shape: (-counted[shape], shapes.index(shape)))
    wider: dict[_Shape, _Shape] = {}
    for shape in counted:
        over = next(
            (other for other in by_rank if counted[other] > counted[shape] and {*shape} < {*other}), None
        )
        if over:
            wider[shape] = over
    return wider
