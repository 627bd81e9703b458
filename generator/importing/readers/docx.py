"""Word documents (.docx): the body in document order, tables with their merged cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.importing.blocks import Document
from generator.importing.readers.docx_numbering import Numbering, read_numbering
from generator.importing.readers.docx_text import (
    ParagraphText,
    attribute,
    child,
    chosen_alternative,
    local,
)
from generator.importing.readers.grid import GridCell
from generator.importing.readers.layout import Layout
from generator.importing.readers.package import Package
from generator.importing.readers.refusal import Refused
from generator.importing.readers.xml_parts import parse_part

_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_CONTENTS_STYLES = ("toc ", "目录")
_RUNNING = re.compile(r"word/(?:header|footer)\d*\.xml")


def read_docx(data: bytes, _name: str = "") -> Document:
    package = Package(data, "docx")
    root = parse_part(package, "word/document.xml")
    body = child(root, "body") if root is not None else None
    if body is None:
        raise Refused("import-damaged", format="docx", read="word/document.xml")
    styles = parse_part(package, "word/styles.xml")
    reader = _Reader(
        read_numbering(parse_part(package, "word/numbering.xml"), styles), _contents_styles(styles)
    )
    reader.read_blocks(body)
    for part, note in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
        reader.read_notes(parse_part(package, part), note)
    for part in sorted(filter(_RUNNING.fullmatch, package.names)):
        reader.read_running(parse_part(package, part))
    return reader.layout.document()


def _contents_styles(styles: Any) -> frozenset[str]:
    """Styles of the lines of a table of contents."""
    found = []
    for each in styles if styles is not None else ():
        name = child(each, "name") if local(each) == "style" else None
        if name is not None and (attribute(name, "val") or "").lower().startswith(_CONTENTS_STYLES):
            found.append(attribute(each, "styleId") or "")
    return frozenset(found)


def _parts(element: Any) -> Iterator[Any]:
    """Paragraphs, tables, rows or cells in order, also those in content controls and tracked insertions."""
    for each in element:
        name = local(each)
        if name in _WRAPPERS:
            yield from _parts(each)
        elif name == "AlternateContent":
            chosen = chosen_alternative(each)
            yield from _parts(chosen) if chosen is not None else ()
        else:
            yield each


@dataclass(slots=True)
class _Reader:
    numbering: Numbering
    contents_styles: frozenset[str]
    layout: Layout = field(default_factory=Layout)
    _text: ParagraphText = field(default_factory=ParagraphText)
    _running: set[str] = field(default_factory=set)

    def read_blocks(self, element: Any) -> None:
        for each in _parts(element):
            if local(each) == "p":
                self._read_paragraph(each)
            elif local(each) == "tbl":
                self._read_table(each)

    def read_notes(self, notes: Any, name: str) -> None:
        """Footnotes or endnotes, after the body; those of a type are only the line above them."""
        for each in notes if notes is not None else ():
            if local(each) == name and attribute(each, "type") is None:
                self.read_blocks(each)

    def read_running(self, part: Any) -> None:
        """A header or footer: printed on each page, named once, and no part of the text."""
        for each in part.iter() if part is not None else ():
            if local(each) != "p":
                continue
            text = self._text.read(each)
            self._text.take_boxes()
            words = text.strip(" -—–")
            if words and not words.isdecimal() and text not in self._running:
                self._running.add(text)
                self.layout.add_residue(text)

    def _read_paragraph(self, paragraph: Any) -> None:
        properties = child(paragraph, "pPr")
        text = self._text.read(paragraph)
        number = self.numbering.number_of(properties)
        style = child(properties, "pStyle") if properties is not None else None
        if style is not None and attribute(style, "val") in self.contents_styles:
            self.layout.add_residue(text)
        elif text.strip():
            self.layout.add_text(number + text)
        for box in self._text.take_boxes():
            self.read_blocks(box)

    def _read_table(self, table: Any) -> None:
        """Rows that hold tables of their own are opened: what is in them follows one after the other."""
        cells: list[GridCell] = []
        rows = [each for each in _parts(table) if local(each) == "tr" and not _is_deleted(each)]
        for number, row in enumerate(rows):
            if any(local(part) == "tbl" for cell in _cells(row) for part in _parts(cell)):
                self.layout.add_table(cells)
                cells = []
                for cell in _cells(row):
                    self.read_blocks(cell)
            else:
                cells.extend(self._row(row, number))
        self.layout.add_table(cells)

    def _row(self, row: Any, number: int) -> Iterator[GridCell]:
        column = _value(row, "trPr", "gridBefore") or 0
        for cell in _cells(row):
            span = max(1, _value(cell, "tcPr", "gridSpan") or 1)
            if not _goes_on(cell, "hMerge"):
                text = None if _goes_on(cell, "vMerge") else self._cell_text(cell)
                yield GridCell(text, number, column, columns=span)
            column += span

    def _cell_text(self, cell: Any) -> str:
        lines = []
        for paragraph in _parts(cell):
            if local(paragraph) != "p":
                continue
            text = self._text.read(paragraph)
            lines.append(self.numbering.number_of(child(paragraph, "pPr")) + text)
            lines.extend(self._cell_text(box) for box in self._text.take_boxes())
        return "\n".join(lines)


def _cells(row: Any) -> Iterator[Any]:
    return (each for each in _parts(row) if local(each) == "tc")


def _is_deleted(row: Any) -> bool:
    return child(row, "trPr", "del") is not None


def _goes_on(cell: Any, merge: str) -> bool:
    """Whether the cell is covered by the one above or before it."""
    found = child(cell, "tcPr", merge)
    return found is not None and attribute(found, "val") in (None, "continue")


def _value(element: Any, *names: str) -> int | None:
    found = child(element, *names)
    text = attribute(found, "val") if found is not None else None
    return int(text) if text and text.isdecimal() and len(text) < 6 else None
