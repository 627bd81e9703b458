r"""Extracted plain text → blocks.

Four ways of printing a table are understood: one cell per line, each after a tab, rows parted by a blank line (a
line without a tab runs on in the cell above, also after one blank line); rows with tabs between the cells; Markdown
rows with `|`; and rows with `|` over several lines. Lines are parted at `\n` only, as editors and `grep -n` count them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.importing.blocks import Block, Cell, Document, Paragraph, Residue, Row
from generator.importing.wrapped_rows import wrapped_rows

_FIELD_CODE = re.compile(r"\s*\bTC\s.*?\\f\s+\w\s+\\l\s+\d+\s?")
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]\s?")
_HEADING_MARK = re.compile(r"^\s{0,3}#{1,6}\s+")
_LIST_MARK = re.compile(r"^\s*[-*+]\s+(?=\S)")
_EMPHASIS = re.compile(r"(?<![≥≤≧≦＞＜><=（(])\*\*(?P<text>.+?)\*\*")
"""Of Markdown; stars behind a comparison sign stand for a number that a template leaves open (`≥**株`)."""
_RULE = re.compile(r"[-=:+|\s]*-{2,}[-=:+|\s]*")
_PAGE_NUMBER = re.compile(r"[-—–\s]*\d{1,3}[-—–\s]*|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?")
_PIPE = re.compile(r"(?<!\\)\|")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TABLE_TITLE = re.compile(r"绩效目标(?:申报)?表\s*(?:[（(][^）)]*[）)])?\s*$")
_SECTION_HEAD = re.compile(r"第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、")


def decode(data: bytes) -> str | None:
    """UTF-8, with or without a byte-order mark, or GB 18030; None for anything else."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    for encoding, refused in (("utf-8-sig", ("Cc",)), ("gb18030", ("Cc", "Cn", "Co"))):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Nearly any bytes can be read as GB 18030, but then some come out as no character at all.
        odd = {character for character in text if unicodedata.category(character) in refused}
        return text if odd <= set("\t\n\r\f\v") else None
    return None


def read_text(text: str) -> Document:
    lines = text.split("\n")
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    reader = _Reader(cell_per_line=_has_cell_per_line(lines))
    wrapped = wrapped_rows(lines)
    taken = 0
    for number, line in enumerate(lines, start=1):
        if number in wrapped:
            taken, cells = wrapped[number]
            reader.add_row(cells)
            reader.residue += _only_pipes(lines[number - 1 : taken], number)
        elif number > taken:
            reader.read(line.rstrip("\r"), number)
    reader.end_row()
    printed = frozenset(number for number, line in enumerate(lines, start=1) if line.strip())
    return Document(tuple(reader.blocks), len(lines), printed, tuple(reader.residue))


def _has_cell_per_line(lines: Iterable[str]) -> bool:
    """Whether most lines with a tab hold one cell, not a row."""
    counts = [len(_printed(line.split("\t"))) for line in lines if "\t" in line]
    return sum(count < 2 for count in counts) > len(counts) / 2


def _printed(cells: Iterable[str]) -> list[str]:
    return [cell for cell in cells if cell.strip()]


@dataclass(slots=True)
class _Reader:
    cell_per_line: bool
    blocks: list[Block] = field(default_factory=list)
    residue: list[Residue] = field(default_factory=list)
    _cells: list[Cell] = field(default_factory=list)
    """Of the row that is being read."""
    _blank_lines: int = 0
    """Since the last line that was not blank."""

    def read(self, line: str, number: int) -> None:
        if not line.strip() and "\t" not in line:
            self._blank_lines += 1
            return
        if _is_rule(line):
            self.residue.append(Residue(number, line.strip(), whole_line=True))
            return
        line = self._without_residue(line, number)
        if line.lstrip().startswith("|") and len(_PIPE.findall(line)) > 1:
            self.add_row(_cells(_pipe_cells(line), number))
        elif "\t" in line:
            self._read_tabs(line, number)
        elif line.strip():
            self._read_words(line, number)
        self._blank_lines = 0

    def _read_tabs(self, line: str, number: int) -> None:
        cells = line.split("\t")
        if _TABLE_TITLE.search(line) and len(_printed(cells)) == 1:
            self._read_words(line, number)
        elif not self.cell_per_line or len(_printed(cells)) > 2:
            self.add_row(_cells(cells, number))
        elif not line.startswith("\t") and self._runs_on(line):
            self._continue_cell(line.replace("\t", " "))
        else:
            if self._blank_lines:
                self.end_row()
            self._cells.append(Cell(line.replace("\t", " ").strip(), number))

    def _read_words(self, line: str, number: int) -> None:
        if self._runs_on(line):
            self._continue_cell(line)
        elif _PAGE_NUMBER.fullmatch(line.strip()):
            self.residue.append(Residue(number, line.strip(), whole_line=True))
        else:
            self.end_row()
            self.blocks.append(Paragraph(line, number))

    def _runs_on(self, line: str) -> bool:
        """Whether a line without a tab before it belongs to the cell above."""
        allowed = 1 if self.cell_per_line else 0
        if not line.strip(" |"):
            return False
        if not self._cells or self._blank_lines > allowed or _TABLE_TITLE.search(line):
            return False
        if not self.cell_per_line and not self._is_short():
            return False
        return not (self._blank_lines and _SECTION_HEAD.match(line.strip()))

    def _is_short(self) -> bool:
        """Whether the row has fewer cells than the one above: only then can a line break have cut it."""
        above = self.blocks[-1] if self.blocks else None
        return isinstance(above, Row) and len(self._cells) < len(above.cells)

    def _continue_cell(self, line: str) -> None:
        cell = self._cells[-1]
        breaks = "\n" * (self._blank_lines + 1)
        self._cells[-1] = Cell(cell.text + breaks + line, cell.line)

    def add_row(self, cells: Iterable[Cell]) -> None:
        self.end_row()
        self._cells = list(cells)

    def end_row(self) -> None:
        if self._cells:
            self.blocks.append(Row(tuple(self._cells)))
        self._cells = []

    def _without_residue(self, line: str, number: int) -> str:
        if _PAGE_NUMBER.fullmatch(line.strip()):
            return line
        for pattern in (_FIELD_CODE, _BOOKMARK, _HEADING_MARK, _LIST_MARK):
            for found in pattern.findall(line):
                self.residue.append(Residue(number, found.strip(), whole_line=False))
            line = pattern.sub("", line)
        return _EMPHASIS.sub(r"\g<text>", line)


def _is_rule(line: str) -> bool:
    """A row of dashes under a table head. One dash alone is a printed value, and so are full-width dashes."""
    return _RULE.fullmatch(line) is not None and (not line.startswith("\t") or "\t" in line.strip())


def _only_pipes(lines: Iterable[str], first: int) -> Iterator[Residue]:
    return (
        Residue(number, line.strip(), whole_line=True)
        for number, line in enumerate(lines, start=first)
        if not line.strip(" |\t\r\u3000")
    )


def _cells(texts: Iterable[str], number: int) -> Iterator[Cell]:
    return (Cell(text.strip(), number) for text in texts)


def _pipe_cells(line: str) -> list[str]:
    inner = re.sub(r"(?<!\\)\|$", "", line.strip().removeprefix("|"))
    return [_LINE_BREAK.sub(" ", cell.replace("\\|", "|")) for cell in _PIPE.split(inner)]
