"""Where the project target tables of a document are: from a title to the last row of indicators."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importing.blocks import Block, Paragraph, Row
from generator.importing.indicator_rows import overflows, starts_row, width_of
from generator.importing.numbering import parse_numbered
from generator.importing.table_labels import column_of, is_head_cell, is_indicator_head, is_title


@dataclass(frozen=True, slots=True)
class Table:
    title: Paragraph | None
    head_rows: tuple[Row, ...]
    columns: Row
    body: tuple[Row, ...]
    repeated_heads: tuple[Row, ...]
    start: int
    """Places in the blocks: the first block, and the one after the last."""
    end: int

    @property
    def line(self) -> int:
        return (self.title or (*self.head_rows, self.columns)[0]).line


def find_tables(blocks: Sequence[Block]) -> Iterator[Table]:
    free_from = 0
    for place, block in enumerate(blocks):
        if place >= free_from and isinstance(block, Row) and is_indicator_head(block):
            table = _table_at(blocks, free_from, place, block)
            free_from = table.end
            yield table


def _table_at(blocks: Sequence[Block], free_from: int, place: int, columns: Row) -> Table:
    start, title = _start_of(blocks, free_from, place)
    head_rows = tuple(_as_row(block) for block in blocks[start:place] if block is not title)
    body_from = place + 1
    following = blocks[body_from] if body_from < len(blocks) else None
    if isinstance(following, Row) and _are_columns(following):
        columns = Row(columns.cells + following.cells)
        body_from += 1
    body, repeated, end = _body_from(blocks, body_from, width_of(columns))
    if isinstance(title, Row):
        title = Paragraph(title.printed[0].text.strip(), title.printed[0].printed_line)
    return Table(title, head_rows, columns, body, repeated, start, end)


def _as_row(block: Block) -> Row:
    return Row((block.cell,)) if isinstance(block, Paragraph) else block


def _are_columns(row: Row) -> bool:
    return bool(row.printed) and all(column_of(cell.key) for cell in row.printed) and not starts_row(row)


def _start_of(blocks: Sequence[Block], free_from: int, place: int) -> tuple[int, Block | None]:
    """The first block of the table whose column heads are at `place`, and its title if it has one.

    With a printed title everything between it and the column heads belongs to the table; without one, only what
    reads like the head of a target table, and a numbered line right above.
    """
    for start in range(place - 1, free_from - 1, -1):
        if _is_title(blocks[start]):
            return start, blocks[start]
        block = blocks[start]
        if isinstance(block, Row) and is_indicator_head(block):
            break
    start = place
    for above in range(place - 1, free_from - 1, -1):
        block = blocks[above]
        if isinstance(block, Paragraph) and not is_head_cell(block.cell):
            break
        if any(is_head_cell(cell) for cell in _as_row(block).printed[:1]):
            start = above
    above = start - 1
    if above >= free_from and start < place and _is_numbered_line(blocks[above]):
        return above, blocks[above]
    return start, None


def _is_title(block: Block) -> bool:
    cells = _as_row(block).printed
    return len(cells) == 1 and is_title(cells[0].key)


def _is_numbered_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and parse_numbered(block.text) is not None


def _body_from(
    blocks: Sequence[Block], start: int, width: int
) -> tuple[tuple[Row, ...], tuple[Row, ...], int]:
    """The rows below the column heads, heads printed again after a page break, and the place after the last."""
    body: list[Row] = []
    repeated: list[Row] = []
    end = start
    for place in range(start, len(blocks)):
        block = blocks[place]
        if isinstance(block, Paragraph):
            if not _goes_on(blocks, place, width):
                break
            continue
        if is_indicator_head(block):
            repeated.append(block)
        elif _is_body_row(block, body, width):
            body.append(block)
        else:
            break
        end = place + 1
    return tuple(body), tuple(repeated), end


def _is_body_row(row: Row, above: Sequence[Row], width: int) -> bool:
    """A row with a category, one below merged cells, or the rest of a row that was broken."""
    if overflows(row, width):
        return False
    if starts_row(row) or not row.printed:
        return True
    is_rest = bool(above) and len(above[-1].cells) < width
    return not is_head_cell(row.printed[0]) and (is_rest or not row.cells[0].key)


def _goes_on(blocks: Sequence[Block], place: int, width: int) -> bool:
    """Whether a line between the rows (a page head) interrupts a table that goes on below it."""
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return (
        not _is_title(blocks[place])
        and isinstance(following, Row)
        and starts_row(following)
        and not overflows(following, width)
    )
