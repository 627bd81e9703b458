"""Spreadsheets: numbers as displayed, merged cells, sheets, and what is blank."""

import datetime as dt
from pathlib import Path

import pytest
from publishing import open_sheet, sheet_xml, workbook, zipped
from reading import problem_of, read, shown

from generator.importing.readers.number_formats import displayed

NAME_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def text(content: str) -> str:
    return f'<c t="inlineStr"><is><t>{content}</t></is></c>'


def number(value: str, style: int = 0) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (3.0, "", "3"),
        (3, "", "3"),
        (0.1 + 0.2, "", "0.3"),
        (12.5, "0.00", "12.50"),
        (12.5, "0.00_ ", "12.50"),
        (12.345, "0.00;[Red]-0.00", "12.35"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95.5%"),
        (30, '0"人"', "30人"),
        (30, '"≥"0\\人', "≥30人"),
        (5, "[$¥-804]#,##0", "¥5"),
        (2.5, "0.##", "2.5"),
        (2.0, "0.##", "2"),
        (7.5, "# ?/?", "7.5"),
        (-0.5, "0%", "-50%"),
        (1e20, "", "1e+20"),
        (float("nan"), "0", "nan"),
        (True, "", "TRUE"),
        ("文字", "0.00", "文字"),
        (dt.date(2024, 12, 31), "", "2024-12-31"),
        (dt.date(2024, 2, 1), 'yyyy"年"m"月"d"日"', "2024年2月1日"),
        (dt.datetime(2024, 2, 1, tzinfo=dt.UTC), "yyyy/mm/dd", "2024/02/01"),
        (dt.datetime(2024, 2, 1, 8, 30, tzinfo=dt.UTC), "yyyy/m/d h:mm", "2024-02-01 08:30"),
    ],
)
def test_numbers_are_given_as_they_are_displayed(value: object, code: str, expected: str):
    assert displayed(value, code) == expected


def test_the_format_of_each_cell_is_read_from_the_workbook():
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="0.00&quot;万元&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>'
    )
    rows = (
        '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>12.5</v></c><c r="C1"><v>3</v></c></row>'
    )
    sheet = f"<worksheet {NAME_SPACE}><sheetData>{rows}</sheetData></worksheet>"

    assert shown(read(workbook({"甲": sheet}, styles=styles), "x.xlsx")) == [["100%", "12.50万元", "3"]]


def test_merged_cells_keep_the_columns():
    rows = [
        [text("类别"), text("名称"), text("数量")],
        [text("甲"), text("子"), number("1")],
        ["<c/>", text("丑"), number("2")],
        [text("合计"), "<c/>", number("3")],
    ]

    found = read(workbook({"表": sheet_xml(rows, ["A2:A3", "A4:B4"])}), "x.xlsx")

    assert shown(found) == [["类别", "名称", "数量"], ["甲", "子", "1"], ["", "丑", "2"], ["合计", "", "3"]]


def test_blank_rows_and_columns_are_trimmed_and_part_tables():
    rows = [[], ["<c/>", text("一"), "<c/>", text("二")], [], [], ["<c/>", "<c/>", text("三"), text("四")]]

    found = read(workbook({"表": sheet_xml(rows)}), "x.xlsx")

    assert shown(found) == [["一", "二"], ["三", "四"]]
    assert [found.places[block.line].table for block in found.blocks] == [1, 2]
    assert (found.places[1].row, found.places[2].cell) == (2, 4)


def test_all_visible_sheets_are_read_and_hidden_ones_named():
    sheets = {name: sheet_xml([[text(name), text("值")]]) for name in ("甲", "乙", "丙")}

    found = read(workbook(sheets, hidden=["乙"]), "x.xlsx")

    assert shown(found) == [["甲", "值"], ["丙", "值"]]
    assert [(problem.code, problem.values["sheet"]) for problem in found.problems] == [
        ("import-sheet-hidden", "乙")
    ]
    assert found.places[3].sheet == "丙"


def test_an_old_workbook_is_read_and_its_fractions_are_a_question():
    found = read((Path(__file__).parent / "invented.xls").read_bytes(), "x.xls")

    assert ["3", "0.95"] in shown(found)
    assert {problem.code for problem in found.problems} == {"import-number-format", "import-sheet-hidden"}


def test_the_displayed_text_of_an_open_document_is_read():
    cells = (
        '<table:table-cell office:value-type="percentage" office:value="0.95"><text:p>95%</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="2"><text:p>甲<text:s/>乙</text:p><office:annotation>'
        "<text:p>批注</text:p></office:annotation></table:table-cell>"
    )

    assert shown(read(open_sheet(f"<table:table-row>{cells}</table:table-row>"), "x.ods")) == [
        ["95%", "甲 乙", "甲 乙"]
    ]


def test_a_cell_at_the_far_end_is_a_problem_and_takes_no_memory():
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheet = f"<worksheet {NAME_SPACE}><sheetData>{far}</sheetData></worksheet>"

    assert problem_of(workbook({"甲": sheet}), "x.xlsx").code in ("import-too-large", "import-too-slow")


def test_a_row_of_ten_thousand_cells_is_a_problem():
    data = workbook({"甲": sheet_xml([[number("1")] * 10_000])})

    assert problem_of(data, "x.xlsx").code == "import-too-large"


def test_repetitions_without_end_are_a_problem():
    cell = "<table:table-cell table:number-columns-repeated='9999999'><text:p>甲</text:p></table:table-cell>"
    row = f"<table:table-row table:number-rows-repeated='9999999'>{cell}</table:table-row>"

    assert problem_of(open_sheet(row), "x.ods").code == "import-too-large"


def test_a_locked_open_document_is_named_as_such():
    data = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest:encryption-data/>",
            "content.xml": b"\x00\x01",
        }
    )

    assert problem_of(data, "x.ods").code == "import-encrypted"
