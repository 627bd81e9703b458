r"""Rows of a web table whose cells were printed on lines of their own.

Some extractions of web pages end the line behind each cell that held a paragraph or a line break, and close a row
with a pipe for each cell that a merged one covers: `绩效指标 |\n一级指标 | 二级指标 |\n指标值 | ||`. Each row of the
table then has the same number of pipes, on however many lines; where no such number parts the lines, they stay.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import gcd

from generator.importing.blocks import Cell

_PIPE = re.compile(r"(?<!\\)\|")
_ENDS_ROW = re.compile(r"\|\s*\|\s*$")
_FEWEST_CELLS = 3
_FEWEST_PADDED = 2
_MOST_STARTS = 30
"""Lines at the start of a run of lines with pipes that may be another table, as the page's own."""

Run = tuple[int, int]


def wrapped_rows(lines: Sequence[str]) -> dict[int, tuple[int, tuple[Cell, ...]]]:
    """First line → last line and cells of each row of a table in which rows run over several lines."""
    rows: dict[int, tuple[int, tuple[Cell, ...]]] = {}
    for start, end in _runs(lines):
        for first, last in _table(lines, start, end):
            rows[first + 1] = last, tuple(_cells(lines, first, last))
    return rows


def _runs(lines: Sequence[str]) -> Iterator[Run]:
    """Neighbouring lines that end with a pipe; the last of a table that was cut off may end without."""
    start: int | None = None
    for place, line in enumerate([*lines, ""]):
        if line.rstrip().endswith("|"):
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def _table(lines: Sequence[str], start: int, end: int) -> list[Run]:
    for first in range(start, min(end, start + _MOST_STARTS)):
        pipes = [len(_PIPE.findall(line)) for line in lines[first:end]]
        ends = list(accumulate(pipes))
        padded = [total for total, line in zip(ends, lines[first:end], strict=True) if _ENDS_ROW.search(line)]
        width = gcd(*padded)
        if len(padded) >= _FEWEST_PADDED and width >= _FEWEST_CELLS and _parts(ends, width):
            spans = _spans(ends, first, width)
            return spans if any(last - place > 1 for place, last in spans) else []
    return []


def _parts(ends: Sequence[int], width: int) -> bool:
    """Whether every row ends with a line."""
    return set(range(width, ends[-1] + 1, width)) <= set(ends)


def _spans(ends: Sequence[int], first: int, width: int) -> list[Run]:
    spans: list[Run] = []
    start = first
    for place, total in enumerate(ends, start=first + 1):
        if total % width == 0 or place == first + len(ends):
            spans.append((start, place))
            start = place
    return spans


def _cells(lines: Sequence[str], first: int, last: int) -> Iterator[Cell]:
    """The text before each pipe; a row that begins with a pipe has no cell before it."""
    for place in range(first, last):
        line = lines[place].strip()
        texts = _PIPE.split(line.removesuffix("|"))
        begins = place == first and line.startswith("|")
        for text in texts[1:] if begins else texts:
            yield Cell(text.strip().replace("\\|", "|"), place + 1)
