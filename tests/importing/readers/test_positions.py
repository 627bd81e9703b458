"""Each imported row says where it stands, in formats that have pages, tables or sheets."""

import re

import pytest
from invented import DOCUMENTS, draft_of, load, printed
from publishing import as_docx, as_pdf, as_xlsx

from generator.importing import ImportResult, import_document


def imported(data: bytes, extension: str) -> ImportResult:
    return import_document(data, file_name=f"file.{extension}", township="999999-bingding", year="2023")


def rows_of(result: ImportResult) -> list[dict[str, str]]:
    return [row for project in draft_of(result)["projects"] for row in project["indicators"]]


@pytest.mark.parametrize(
    ("extension", "publish", "shape"),
    [("docx", as_docx, r"T\d+R\d+C\d+"), ("xlsx", as_xlsx, r".+!R\d+C\d+"), ("pdf", as_pdf, r"T\d+R\d+C\d+")],
)
def test_every_row_has_its_cell(extension, publish, shape):
    result = imported(publish(printed(load(DOCUMENTS[0]))), extension)

    assert [row["cell"] for row in rows_of(result) if not re.fullmatch(shape, row["cell"])] == []


def test_a_pdf_gives_the_page_too():
    result = imported(as_pdf(printed(load(DOCUMENTS[0]))), "pdf")

    assert {row["page"] for row in rows_of(result)} <= {"1", "2", "3", "4", "5"}


def test_text_has_lines_alone():
    data = (DOCUMENTS[0].parent / f"{DOCUMENTS[0].stem}.txt").read_bytes()

    result = imported(data, "txt")

    assert [row for row in rows_of(result) if "cell" in row or "page" in row] == []


def test_the_values_above_the_rows_have_lines_of_their_own():
    result = imported(as_docx(printed(load(DOCUMENTS[0]))), "docx")

    lines = draft_of(result)["projects"][0]["lines"]
    cells = {name: result.report.places[int(lines[name])].cell_name for name in ("code", "total", "dec")}
    assert cells == {"code": "T1R1C2", "total": "T1R2C3", "dec": "T1R5C5"}
