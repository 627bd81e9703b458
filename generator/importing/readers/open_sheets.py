"""Spreadsheets of LibreOffice and its like (.ods), which hold the displayed text of each cell."""

from collections.abc import Iterator
from typing import Any

from generator.importing.blocks import Document
from generator.importing.readers.docx_text import attribute, child, local
from generator.importing.readers.layout import Layout
from generator.importing.readers.package import Package
from generator.importing.readers.refusal import Refused, check_limit
from generator.importing.readers.sheet_layout import Merge, add_sheet
from generator.importing.readers.xml_parts import parse_part

_MOST_CELLS = 500_000
_GROUPS = frozenset(("table-row-group", "table-header-rows", "table-rows"))
_BLANKS = {"tab": " ", "line-break": "\n"}


def read_open_sheets(data: bytes, name: str = "ods") -> Document:
    package = Package(data, name)
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.read(
        "META-INF/manifest.xml"
    ):
        raise Refused("import-encrypted")
    root = parse_part(package, "content.xml")
    sheets = child(root, "body", "spreadsheet") if root is not None else None
    if sheets is None:
        raise Refused("import-damaged", format=name, read="content.xml")
    layout = Layout()
    for sheet in sheets:
        if local(sheet) == "table":
            _read_sheet(layout, sheet)
    return layout.document()


def _read_sheet(layout: Layout, sheet: Any) -> None:
    texts: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    row = 0
    for each in _rows(sheet):
        cells = list(_filled_cells(each))
        repeated = _number(each, "number-rows-repeated")
        count = len(texts) + repeated * sum(columns for _, columns, _, _ in cells)
        check_limit("单元格数 cells", count, _MOST_CELLS)
        for number in range(row, row + repeated if cells else row):
            for column, columns, cell, text in cells:
                texts.update(((number, place), text) for place in range(column, column + columns))
                height, width = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
                if height * width > 1:
                    merges.append(Merge(number, column, number + height - 1, column + width - 1))
        row += repeated
    add_sheet(layout, attribute(sheet, "name") or "", texts, merges)


def _rows(element: Any) -> Iterator[Any]:
    for each in element:
        if local(each) == "table-row":
            yield each
        elif local(each) in _GROUPS:
            yield from _rows(each)


def _filled_cells(row: Any) -> Iterator[tuple[int, int, Any, str]]:
    """Column, how often it is repeated, the cell and its text."""
    column = 0
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        repeated = _number(cell, "number-columns-repeated")
        text = "\n".join("".join(_pieces(each)) for each in cell if local(each) == "p")
        if text.strip() and local(cell) == "table-cell":
            yield column, repeated, cell, text
        column += repeated


def _pieces(element: Any) -> Iterator[str]:
    """Text between the tags as well as in them; notes on a cell are not printed."""
    yield element.text or ""
    for each in element:
        if local(each) == "s":
            yield " " * min(_number(each, "c"), 100)
        elif local(each) in _BLANKS:
            yield _BLANKS[local(each)]
        elif local(each) != "annotation":
            yield from _pieces(each)
        yield each.tail or ""


def _number(element: Any, name: str) -> int:
    text = attribute(element, name) or ""
    return max(1, int(text)) if text.isdecimal() and len(text) < 8 else 1
