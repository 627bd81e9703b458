"""Spreadsheets of Excel (.xlsx, .xls): every visible sheet, the numbers as they are displayed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from generator.importing.blocks import Document
from generator.importing.import_problems import ImportProblem
from generator.importing.readers.layout import Layout
from generator.importing.readers.number_formats import NumberFormats, displayed, read_number_formats
from generator.importing.readers.package import Package
from generator.importing.readers.refusal import Refused, check_limit
from generator.importing.readers.sheet_layout import Merge, Texts, add_sheet
from generator.importing.readers.xml_parts import refuse_all_entities

_MOST_CELLS = 8_000_000
"""Of a sheet from its first to its last filled cell; most of so many are blank."""


def read_sheets(data: bytes, name: str = "xlsx") -> Document:
    """`name` is `xlsx` or `xls`; only the former tells how numbers are displayed."""
    formats: Mapping[str, NumberFormats] | None = None
    if name == "xlsx":
        package = Package(data, name)
        refuse_all_entities(package)
        formats = read_number_formats(package)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as error:
        raise Refused("import-encrypted") from error
    reader = _Reader(formats)
    for index, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ == SheetTypeEnum.WorkSheet:
            reader.read(
                workbook.get_sheet_by_index(index), is_visible=sheet.visible == SheetVisibleEnum.Visible
            )
    return reader.document()


@dataclass(slots=True)
class _Reader:
    formats: Mapping[str, NumberFormats] | None
    layout: Layout = field(default_factory=Layout)
    _unsure: int = 0
    """Fractions that may be displayed as per cent."""

    def read(self, sheet: CalamineSheet, *, is_visible: bool) -> None:
        check_limit("单元格数 cells", sheet.height * sheet.width, _MOST_CELLS)
        texts = self._texts(sheet)
        if not texts:
            return
        if not is_visible:
            problem = ImportProblem("import-sheet-hidden", 0, {"sheet": sheet.name})
            self.layout.problems.append(problem)
            return
        merges = [Merge(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
        add_sheet(self.layout, sheet.name, texts, merges)

    def document(self) -> Document:
        if self._unsure:
            problem = ImportProblem("import-number-format", 0, {"count": str(self._unsure)})
            self.layout.problems.append(problem)
        return self.layout.document()

    def _texts(self, sheet: CalamineSheet) -> Texts:
        formats = (self.formats or {}).get(sheet.name, {})
        first_row, first_column = sheet.start or (0, 0)
        texts = {}
        for row, values in enumerate(sheet.to_python(skip_empty_area=True), start=first_row):
            for column, value in enumerate(values, start=first_column):
                text = displayed(value, formats.get((row, column), ""))
                if text.strip():
                    texts[row, column] = text
                    self._unsure += self.formats is None and isinstance(value, float) and 0 < abs(value) < 1
        return texts
