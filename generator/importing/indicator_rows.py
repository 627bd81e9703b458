"""The rows below 一级指标/二级指标/三级指标 …: put together where they were broken, then read by column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Cell, Row
from generator.importing.import_problems import ImportProblem
from generator.importing.table_labels import column_of, is_category, is_first_level
from generator.model.disclosure import Indicator

_Columns = Mapping[int, str]
"""Place in the row → field of the indicator."""


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    indicators: tuple[Indicator, ...]
    uses: tuple[Use, ...]
    problems: tuple[ImportProblem, ...]
    last_is_short: bool
    """The last row has fewer cells than the head: the text ends inside the table."""


def width_of(head: Row) -> int:
    return max(place for place, cell in enumerate(head.cells, start=1) if cell.key)


def overflows(row: Row, width: int) -> bool:
    return any(cell.key for cell in row.cells[width:])


def starts_row(row: Row) -> bool:
    """Whether one of the first two cells names a category, as in every whole row."""
    return any(is_category(cell.key) for cell in row.cells[:2])


def read_indicators(head: Row, rows: Sequence[Row]) -> IndicatorRows:
    width = width_of(head)
    columns = {place: field for place, cell in enumerate(head.cells) if (field := column_of(cell.key))}
    problems = [
        ImportProblem("import-column-unknown", cell.printed_line, {"read": cell.clean})
        for place, cell in enumerate(head.cells)
        if cell.key and place not in columns
    ]
    whole = [_aligned(row, width) for row in _mended(rows, width)]
    filled = [row for row in whole if row.printed]
    problems += _short_rows(filled[:-1], width)
    indicators = tuple(_carry_down(_by_column(row, columns) for row in filled))
    return IndicatorRows(
        indicators,
        tuple(_uses(head, whole, columns)),
        tuple(problems),
        bool(filled) and len(filled[-1].cells) < width,
    )


def _mended(rows: Sequence[Row], width: int) -> Iterator[Row]:
    """Rows that a blank line or a page break inside a cell had broken are put together again."""
    held: Row | None = None
    for row in rows:
        if held and (joined := _join(held, row, width)):
            held = joined
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _join(row: Row, rest: Row, width: int) -> Row | None:
    if len(row.cells) >= width or starts_row(rest) or not row.printed or not rest.printed:
        return None
    missing = width - len(row.cells)
    if len(rest.cells) <= missing:
        return Row(row.cells + rest.cells)
    broken, continued = row.cells[-1], rest.cells[0]
    if len(rest.cells) == missing + 1 and broken.key and continued.key:
        breaks = "\n" * (continued.line - broken.last_line)
        mended = Cell(broken.text + breaks + continued.text, broken.line)
        return Row((*row.cells[:-1], mended, *rest.cells[1:]))
    return None


def _aligned(row: Row, width: int) -> Row:
    """A row whose merged first cell was left out by the extraction gets it back, blank."""
    first = row.cells[0]
    second = row.cells[1].key if len(row.cells) > 1 else ""
    left_out = is_category(first.key) and not is_first_level(first.key) and not is_category(second)
    if len(row.cells) == width - 1 and left_out:
        return Row((Cell("", row.line), *row.cells))
    return row


def _short_rows(rows: Sequence[Row], width: int) -> list[ImportProblem]:
    return [
        ImportProblem("import-row-short", row.line, {"read": str(len(row.cells)), "expected": str(width)})
        for row in rows
        if len(row.cells) < width and len(row.printed) > 2
    ]


def _by_column(row: Row, columns: _Columns) -> dict[str, str]:
    cells = dict.fromkeys(columns.values(), "")
    for place, cell in enumerate(row.cells):
        if place in columns:
            cells[columns[place]] = cell.clean
    return {**cells, "line": str(row.printed[0].printed_line)}


def _carry_down(rows: Iterable[dict[str, str]]) -> Iterator[Indicator]:
    """Merged cells of the first two columns count for each of their rows."""
    level1 = level2 = ""
    for row in rows:
        if row["level1"]:
            level1, level2 = row["level1"], ""
        level2 = row["level2"] or level2
        required = {"name": "", "target": ""}
        yield Indicator(**(required | row | {"level1": level1, "level2": level2}))


def _uses(head: Row, rows: Sequence[Row], columns: _Columns) -> Iterator[Use]:
    yield use_of(head, Fate.LABEL)
    for row in rows:
        if not row.printed:
            yield use_of(row, Fate.BLANK_ROW)
            continue
        only_category = all(is_category(cell.key) for cell in row.printed)
        carried = Fate.CATEGORY_ONLY if only_category else Fate.CARRIED
        for place, cell in enumerate(row.cells):
            if cell.key and place in columns:
                yield use_of(cell, carried)
            elif cell.key:
                yield use_of(cell, Fate.UNRECOGNISED, head.cells[place].clean)
