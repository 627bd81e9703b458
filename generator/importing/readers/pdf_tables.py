"""The tables of one page of a PDF: with rules, and without."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from generator.importing.readers.pdf_text import TextLine, cell_text, lines_of

SAME_EDGE = 3.0
"""Points within which two edges are one."""
_FEWEST_COLUMNS = 3
_OVERHANG = 14.0
"""Points by which the last line of a cell that goes on over the page may hang out below it."""
_FULL_WITHIN = 3.2
"""A line is full where less than so many characters would fit behind it: the padding of the cell, and one that must
not begin a line with the one before it."""
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
    is_full: bool = False
    """Its last line reaches its right side, so that the next character may stand on the next page."""

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


def ends_of_rules(edges: Iterable[_Object]) -> list[float]:
    """The heights at which tables begin and end. A cell that goes on over the page has no rule there, but sides."""
    ends: list[float] = []
    sides = sorted((edge["top"], edge["bottom"]) for edge in edges if edge["orientation"] == "v")
    for top, bottom in sides:
        if ends and top <= ends[-1] + SAME_EDGE:
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
    return PageTable(page, tuple(map(_with_text, cells, inside))), outside


def _with_text(cell: Box, characters: Sequence[_Object]) -> Box:
    lines = lines_of(characters)
    is_full = bool(lines) and cell.right - lines[-1].right < _FULL_WITHIN * lines[-1].height
    return replace(cell, text=cell_text(lines), is_full=is_full)


def _with_open_ends(boxes: Sequence[Box], rules: Sequence[_Object]) -> list[Box]:
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    return [
        replace(
            box,
            is_open_above=abs(box.top - top) < SAME_EDGE and not _has_rule(box, box.top, rules),
            is_open_below=abs(box.bottom - bottom) < SAME_EDGE and not _has_rule(box, box.bottom, rules),
        )
        for box in boxes
    ]


def _holder(boxes: Sequence[Box], character: _Object) -> int | None:
    return next((place for place, box in enumerate(boxes) if box.holds(character)), None)


def _has_rule(box: Box, height: float, rules: Iterable[_Object]) -> bool:
    middle = (box.left + box.right) / 2
    return any(abs(rule["top"] - height) < SAME_EDGE and rule["x0"] <= middle <= rule["x1"] for rule in rules)


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
    return any(left - SAME_EDGE <= line.left and line.right <= right + SAME_EDGE for left, right in columns)


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
