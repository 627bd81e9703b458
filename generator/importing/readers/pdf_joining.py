"""Tables that go on over the pages of a PDF: put together, with the cells and rows that a page break has cut."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.importing.readers.grid import GridCell
from generator.importing.readers.pdf_tables import SAME_EDGE, Box, PageTable
from generator.importing.readers.pdf_text import is_cut, with_rest
from generator.textual import squeeze

_TALLEST = 200
"""Rows of a page that a cell may reach over."""
_SHORT, _LONG = 2, 20
"""Characters of what is cut off from a category, and of what is none."""


@dataclass(frozen=True, slots=True)
class JoinedTable:
    cells: tuple[GridCell, ...]
    pages: Mapping[int, int]
    """Row → page."""
    repeated: frozenset[int]
    """Rows that are the head, printed again at the top of a page."""


def goes_on(table: PageTable, below: PageTable) -> bool:
    """Whether a table at the top of a page may be the rest of the last one of the page before: as wide, at the same place."""
    pairs = zip(table.sides, below.sides, strict=True)
    return below.page == table.page + 1 and all(abs(one - other) < SAME_EDGE for one, other in pairs)


def join(parts: Sequence[PageTable]) -> JoinedTable:
    edges = _distinct(edge for part in parts for cell in part.cells for edge in (cell.left, cell.right))
    rows: list[_Row] = []
    pages: dict[int, int] = {}
    repeated: set[int] = set()
    for part in parts:
        placed = _rows(part, edges)
        heads = _repeated_heads(rows, placed)
        repeated.update(range(len(rows), len(rows) + heads))
        pages.update(dict.fromkeys(range(len(rows), len(rows) + len(placed)), part.page))
        if rows and heads < len(placed):
            _close(rows, placed, heads)
        rows.extend(placed)
    cells = (
        GridCell(cell.box.text, number, column, cell.rows, cell.columns)
        for number, row in enumerate(rows)
        for column, cell in row.items()
    )
    return JoinedTable(tuple(cells), pages, frozenset(repeated))


@dataclass(frozen=True, slots=True)
class _Placed:
    box: Box
    rows: int
    columns: int

    def with_rest(self, rest: "_Placed", *, rows: int) -> "_Placed":
        text = with_rest(self.box.text, rest.box.text)
        return replace(self, box=replace(rest.box, text=text), rows=rows)


_Row = dict[int, _Placed]
"""Column → the cell that begins there."""


def _rows(part: PageTable, edges: Sequence[float]) -> list[_Row]:
    levels = _distinct(edge for cell in part.cells for edge in (cell.top, cell.bottom))
    rows: list[_Row] = [{} for _ in levels[:-1]]
    for cell in part.cells:
        top, bottom = _nearest(levels, cell.top), _nearest(levels, cell.bottom)
        left, right = _nearest(edges, cell.left), _nearest(edges, cell.right)
        if top < bottom and left < right:
            rows[top][left] = _Placed(cell, bottom - top, right - left)
    return rows


def _close(rows: list[_Row], below: list[_Row], heads: int) -> None:
    """Put together the cells that a page break has cut; `heads` rows at the top of the next page are a head."""
    first = below[heads]
    if _is_rest(rows[-1], first):
        rows[-1] |= {
            place: rows[-1][place].with_rest(cell, rows=1) for place, cell in first.items() if cell.box.text
        }
        first.clear()
        return
    cut = {
        place: number
        for place, number in _open_cells(rows).items()
        if place in first and (first[place].box.is_open_above or heads)
    }
    for place, number in _without_whole_rows(cut, rows, first).items():
        rest = first.pop(place)
        height = len(rows) - number + heads + rest.rows
        rows[number][place] = rows[number][place].with_rest(rest, rows=height)


def _without_whole_rows(cut: Mapping[int, int], rows: Sequence[_Row], first: _Row) -> Mapping[int, int]:
    """Leaves out the cells of one row on either side of the break, where these are two rows.

    A row none of whose cells has a rule below it may be cut or end there: it ends where most have a text on both sides.
    """
    if not all(cell.box.is_open_below for cell in rows[-1].values()):
        return cut
    single = {place for place, number in cut.items() if rows[number][place].rows == first[place].rows == 1}
    texts = [(rows[cut[place]][place].box.text, first[place].box.text) for place in single]
    on_both, on_any = sum(all(pair) for pair in texts), sum(any(pair) for pair in texts)
    return {place: number for place, number in cut.items() if on_both * 2 <= on_any or place not in single}


def _open_cells(rows: Sequence[_Row]) -> dict[int, int]:
    """Column → row of the cells that reach the foot of the page without a rule below them."""
    found: dict[int, int] = {}
    for number in range(len(rows) - 1, -1, -1):
        for place, cell in rows[number].items():
            if cell.box.is_open_below and number + cell.rows >= len(rows):
                found.setdefault(place, number)
        if len(rows) - number > _TALLEST:
            break
    return found


def _distinct(edges: Iterable[float]) -> list[float]:
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] >= SAME_EDGE:
            found.append(edge)
    return found


def _nearest(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - edge))


def _repeated_heads(rows: Sequence[_Row], below: Sequence[_Row]) -> int:
    """How many rows at the top of the next page are those at the top of the table."""
    count = 0
    for first, again in zip(rows, below, strict=False):
        keys = [[squeeze(cell.box.text) for _, cell in sorted(row.items())] for row in (first, again)]
        if keys[0] != keys[1] or not any(keys[0]):
            break
        count += 1
    return count


def _is_rest(above: _Row, row: _Row) -> bool:
    """Whether a row is what a page break cut off from the one above.

    Then it has less printed than that, unless all is long, and below full lines only. The first two columns hold categories, which may
    stand alone in a row of their own; what is cut off from one is short.
    """
    order = sorted({*above, *row})
    filled, here = (
        [place for place in order if place in cells and cells[place].box.text] for cells in (above, row)
    )
    if not here or not {*here} <= {*filled} or not all(above[place].box.is_full for place in here):
        return False
    if here == filled:
        return all(len(squeeze(above[place].box.text)) > _LONG for place in here)
    return order.index(here[-1]) > 1 or all(_is_no_category(above[place], row[place]) for place in here)


def _is_no_category(cell: _Placed, rest: _Placed) -> bool:
    """Whether `rest` can only be the end of the cell above it: of a word, a long text or a code."""
    text, end = squeeze(cell.box.text), squeeze(rest.box.text)
    return len(end) <= _SHORT or len(text) > _LONG or is_cut(text, end)
