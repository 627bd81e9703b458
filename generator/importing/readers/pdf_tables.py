"""Tables of a PDF: ruled and unruled ones of a page, and those that go on over pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from generator.importing.readers.grid import GridCell
from generator.importing.readers.pdf_text import TextLine, cell_text, lines_of
from generator.textual import squeeze

_SAME_EDGE = 3.0
"""Points within which two edges are one."""
_FEWEST_COLUMNS = 3
_OVERHANG = 14.0
"""Points by which the last line of a cell that goes on over the page may hang out below it."""
_TALLEST = 200
"""Rows of a page that a cell may reach over."""
_ROW_GAP = 1.6
"""Rows of a table without rules stand apart by so many times the gap between the lines in a cell."""


_Object = Mapping[str, Any]
"""A character or edge of pdfplumber."""


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float
    text: str = ""
    is_open_above: bool = False
    """Without a rule above it: at the top of a page, the rest of a cell of the page before."""
    is_open_below: bool = False

    def holds(self, character: _Object) -> bool:
        across = (character["x0"] + character["x1"]) / 2
        down = (character["top"] + character["bottom"]) / 2
        return bool(self.left <= across <= self.right and self.top <= down <= self.bottom)


@dataclass(frozen=True, slots=True)
class PageTable:
    page: int
    cells: tuple[Box, ...]

    @property
    def top(self) -> float:
        return min(cell.top for cell in self.cells)

    @property
    def sides(self) -> tuple[float, float]:
        return min(cell.left for cell in self.cells), max(cell.right for cell in self.cells)


@dataclass(frozen=True, slots=True)
class JoinedTable:
    cells: tuple[GridCell, ...]
    pages: Mapping[int, int]
    """Row → page."""
    repeated: frozenset[int]
    """Rows that are the head, printed again at the top of a page."""


# On one page


def ends_of_rules(edges: Iterable[_Object]) -> list[float]:
    """The heights at which tables begin and end. A cell that goes on over the page has no rule there, but sides."""
    ends: list[float] = []
    sides = sorted((edge["top"], edge["bottom"]) for edge in edges if edge["orientation"] == "v")
    for top, bottom in sides:
        if ends and top <= ends[-1] + _SAME_EDGE:
            ends[-1] = max(ends[-1], bottom)
        else:
            ends += [top, bottom]
    return ends


def ruled_table(
    page: int,
    boxes: Sequence[Box],
    characters: Iterable[_Object],
    edges: Iterable[_Object],
) -> tuple[PageTable, list[_Object]]:
    """The table, and the characters that are in none of its cells."""
    cells = _with_open_ends(boxes, [edge for edge in edges if edge["orientation"] == "h"])
    reach = [replace(cell, bottom=cell.bottom + _OVERHANG * cell.is_open_below) for cell in cells]
    inside: list[list[_Object]] = [[] for _ in boxes]
    outside: list[_Object] = []
    last = 0
    for each in characters:
        # The next character is mostly in the cell of the one before.
        place = last if reach[last].holds(each) else _holder(reach, each)
        if place is None:
            outside.append(each)
        else:
            inside[place].append(each)
            last = place
    texts = (cell_text(lines_of(found)) for found in inside)
    return PageTable(page, tuple(map(_with_text, cells, texts))), outside


def _with_text(cell: Box, text: str) -> Box:
    return replace(cell, text=text)


def _with_open_ends(boxes: Sequence[Box], rules: Sequence[_Object]) -> list[Box]:
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    return [
        replace(
            box,
            is_open_above=abs(box.top - top) < _SAME_EDGE and not _has_rule(box, box.top, rules),
            is_open_below=abs(box.bottom - bottom) < _SAME_EDGE and not _has_rule(box, box.bottom, rules),
        )
        for box in boxes
    ]


def _holder(boxes: Sequence[Box], character: _Object) -> int | None:
    return next((place for place, box in enumerate(boxes) if box.holds(character)), None)


def _has_rule(box: Box, height: float, rules: Iterable[_Object]) -> bool:
    middle = (box.left + box.right) / 2
    return any(
        abs(rule["top"] - height) < _SAME_EDGE and rule["x0"] <= middle <= rule["x1"] for rule in rules
    )


def with_unruled_tables(page: int, lines: Sequence[TextLine]) -> Iterator[TextLine | PageTable]:
    """The lines, with runs of them that stand in the same columns put together to tables."""
    run: list[TextLine] = []
    columns: list[tuple[float, float]] = []
    for line in lines:
        widened = _columns([*run, line])
        if run and len(widened) >= _FEWEST_COLUMNS and (len(line.segments) > 1 or _is_in(line, columns)):
            run.append(line)
            columns = widened
            continue
        yield from _table_or_lines(page, run, columns)
        starts = len(line.segments) >= _FEWEST_COLUMNS
        run, columns = ([line], list(line.edges)) if starts else ([], [])
        if not starts:
            yield line
    yield from _table_or_lines(page, run, columns)


def _columns(lines: Sequence[TextLine]) -> list[tuple[float, float]]:
    """Where the segments of the lines stand, put together where they overlap."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted(edge for line in lines for edge in line.edges):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _is_in(line: TextLine, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a line of one segment is the rest of a cell: within one column, and not the first of a paragraph."""
    return any(left - _SAME_EDGE <= line.left and line.right <= right + _SAME_EDGE for left, right in columns)


def _table_or_lines(
    page: int, run: Sequence[TextLine], columns: Sequence[tuple[float, float]]
) -> Iterator[TextLine | PageTable]:
    if len(run) < 2:
        yield from run
        return
    rows = _row_groups(run)
    cells: list[Box] = []
    for row in rows:
        top, bottom = row[0].top, row[-1].bottom
        for left, right in columns:
            texts = [
                text
                for line in row
                for text, edge in zip(line.segments, line.edges, strict=True)
                if left <= edge[0] <= right
            ]
            cells.append(Box(left, top, right, bottom, "\n".join(texts)))
    yield PageTable(page, tuple(cells))


def _row_groups(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    gaps = [max(0.0, below.top - above.bottom) for above, below in pairwise(lines)]
    smallest, usual = min(gaps), median(line.height for line in lines)
    apart = max(gaps) > smallest * _ROW_GAP + usual * 0.2
    groups = [[lines[0]]]
    for gap, line in zip(gaps, lines[1:], strict=True):
        if not apart or gap > smallest * _ROW_GAP + usual * 0.1:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


# Over pages


def goes_on(table: PageTable, below: PageTable) -> bool:
    """Whether a table at the top of a page may be the rest of the last one of the page before: as wide, at the same place."""
    pairs = zip(table.sides, below.sides, strict=True)
    return below.page == table.page + 1 and all(abs(one - other) < _SAME_EDGE for one, other in pairs)


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
        text = f"{self.box.text}\n{rest.box.text}".strip()
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
    for place, number in _open_cells(rows).items():
        rest = first.get(place)
        if rest and (rest.box.is_open_above or heads):
            height = len(rows) - number + heads + rest.rows
            rows[number][place] = rows[number][place].with_rest(rest, rows=height)
            del first[place]


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
        if not found or edge - found[-1] >= _SAME_EDGE:
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
    """Whether a row is what a page break cut off from the one above: little is printed, below what is printed there.

    The first two columns hold categories, which are printed alone in a row of their own.
    """
    order = sorted({*above, *row})
    filled, here = (
        [place for place in order if place in cells and cells[place].box.text] for cells in (above, row)
    )
    late = [place for place in filled if order.index(place) > 1]
    return bool(here) and {*here} <= {*late} and len(here) * 2 < len(late)
