"""Blocks with running line numbers and places, put together in reading order by the readers of all formats."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.importing.blocks import Block, Cell, Document, Paragraph, Place, Residue, Row
from generator.importing.import_problems import ImportProblem
from generator.importing.readers.grid import GridCell, GridRow, arrange
from generator.importing.readers.refusal import Refused, check_limit

_MOST_LINES = 500_000
_NUMBER_ALONE = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．]?|第.{1,3}部分|[-•●◆■]")
_NO_PAGES: Mapping[int, int] = MappingProxyType({})


@dataclass(slots=True)
class Layout:
    problems: list[ImportProblem] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _residue: list[Residue] = field(default_factory=list)
    _places: dict[int, Place] = field(default_factory=dict)
    _printed: set[int] = field(default_factory=set)
    _line: int = 0
    _tables: int = 0

    def add_text(self, text: str, place: Place | None = None) -> None:
        """One paragraph for each line that is not blank; a line with tabs between words is a row."""
        for line in _printed_lines(text):
            parts = _parts(line)
            cells = tuple(self._cell(part, place or Place()) for part in parts)
            self._blocks.append(Row(cells) if len(cells) > 1 else Paragraph(cells[0].text, cells[0].line))

    def add_residue(self, text: str, place: Place | None = None) -> None:
        """Printed, but no part of the document: page numbers, running heads, navigation."""
        for line in _printed_lines(text):
            cell = self._cell(line, place or Place())
            self._residue.append(Residue(cell.line, line.strip(), whole_line=True))

    def add_table(
        self,
        cells: Iterable[GridCell],
        *,
        pages: Mapping[int, int] = _NO_PAGES,
        sheet: str | None = None,
        repeated: Collection[int] = (),
    ) -> None:
        """A table; `pages` has the page of each row, `repeated` the rows that are a head printed again.

        What stands above the first row of several cells is a title: paragraphs, as in text.
        """
        rows = arrange(cells)
        if not any(row.printed for row in rows):
            return
        self._tables += 1
        is_title = True
        for row in rows:
            place = Place(pages.get(row.number), sheet, self._tables, row.number + 1)
            is_title = is_title and len(row.printed) < 2
            if row.number in repeated:
                self.add_residue("\n".join(row.printed), place)
            elif is_title:
                self.add_text("\n".join(row.printed), place)
            else:
                self._blocks.append(Row(tuple(self._row_cells(row, place))))

    def document(self) -> Document:
        if not self._printed:
            raise Refused("import-empty")
        return Document(
            tuple(self._blocks),
            self._line,
            frozenset(self._printed),
            tuple(self._residue),
            self._places,
            tuple(self.problems),
        )

    def _row_cells(self, row: GridRow, place: Place) -> Iterator[Cell]:
        for column, text in row.cells:
            lines = "\n".join(line.replace("\t", " ").strip() for line in _printed_lines(text or ""))
            cell = self._cell(lines, Place(place.page, place.sheet, place.table, place.row, column + 1))
            yield replace(cell, covered=text is None, column=column)

    def _cell(self, text: str, place: Place) -> Cell:
        """The next lines, one for each of the text; a blank cell takes one too."""
        first = self._line + 1
        self._line += text.count("\n") + 1
        check_limit("行数 lines", self._line, _MOST_LINES)
        numbers = range(first, self._line + 1)
        self._places.update(dict.fromkeys(numbers, place))
        if text.strip():
            self._printed.update(numbers)
        return Cell(text, first)


def _printed_lines(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if line.strip())


def _parts(line: str) -> list[str]:
    """What stands between tabs; a number and the heading after its tab stay together."""
    parts = [part.strip() for part in line.split("\t") if part.strip()]
    if len(parts) > 1 and _NUMBER_ALONE.fullmatch(parts[0]):
        parts[:2] = [f"{parts[0]} {parts[1]}"]
    return parts
