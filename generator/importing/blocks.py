"""What a document holds, whatever its file format: paragraphs and table rows, each with its source line.

A reader makes a `Document`; the recognisers see nothing else.

Lines: a format without lines (Word, HTML, spreadsheets, PDF) is numbered as its extracted text would be. Each
paragraph and each line of each cell, blank cells too, has the next number in reading order.

Merged cells: a cell merged over several rows gives its text in the first and blank cells below. A cell merged over
several columns is one cell where the rows around it are merged alike, and its text followed by blanks where they are
not, so that the cells of one column of a table stand at one place of its rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.importing.import_problems import ImportProblem
from generator.textual import clean_cell, squeeze


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    """As extracted, with the line breaks inside the cell."""
    line: int
    """1-based line of its first character."""
    covered: bool = False
    """Whether another cell is merged over this blank one; a text does not tell."""
    column: int | None = None
    """0-based, in formats that have columns; rows of one table may hold different ones of them."""

    @property
    def last_line(self) -> int:
        return self.line + self.text.count("\n")

    @property
    def printed_line(self) -> int:
        """The line of its first printed character; a cell may begin with a line break."""
        return self.line + self.text[: len(self.text) - len(self.text.lstrip())].count("\n")

    @property
    def key(self) -> str:
        """For comparing: without blanks."""
        return squeeze(self.text)

    @property
    def clean(self) -> str:
        return clean_cell(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]

    @property
    def line(self) -> int:
        return self.cells[0].line

    @property
    def last_line(self) -> int:
        return self.cells[-1].last_line

    @property
    def printed(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.key)


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    line: int

    @property
    def last_line(self) -> int:
        return self.line + self.text.count("\n")

    @property
    def key(self) -> str:
        return squeeze(self.text)

    @property
    def clean(self) -> str:
        return clean_cell(self.text)

    @property
    def cell(self) -> Cell:
        return Cell(self.text, self.line)


Block = Row | Paragraph


@dataclass(frozen=True, slots=True)
class Residue:
    """What the extraction left in the text and the reader took out: rules, field codes, bookmarks, page numbers."""

    line: int
    text: str
    whole_line: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands in a format that has pages, sheets or tables; all counted from 1."""

    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    """In the whole document."""
    row: int | None = None
    """In the table; in a spreadsheet the row of the sheet."""
    cell: int | None = None
    """The printed column; a cell merged over several columns has that of the first."""

    @property
    def cell_name(self) -> str | None:
        """`T2R8C3`, or `Sheet1!R8C3` in a spreadsheet; None outside a table."""
        if self.row is None or self.cell is None:
            return None
        owner = f"{self.sheet}!" if self.sheet else f"T{self.table}"
        return f"{owner}R{self.row}C{self.cell}"

    @property
    def name(self) -> str:
        """Page and cell together, as far as there are any: `p. 2, T1R8C3`."""
        return ", ".join(
            part for part in (f"p. {self.page}" if self.page else "", self.cell_name or "") if part
        )


@dataclass(frozen=True, slots=True)
class Document:
    blocks: tuple[Block, ...]
    lines: int
    printed_lines: frozenset[int]
    """The lines that are not blank; each must be accounted for."""
    residue: tuple[Residue, ...] = ()
    places: Mapping[int, Place] = field(default_factory=dict)
    """Line → where it stands; empty for text."""
    problems: tuple[ImportProblem, ...] = ()
    """What the reader could not read or had to leave out."""
