"""Invented disclosures, published in each format and imported again, are the same disclosures."""

from typing import Any

import pytest
from invented import DOCUMENTS, draft_of, load, printed, without_lines
from publishing import (
    as_docx,
    as_gbk_html,
    as_html,
    as_mht,
    as_ods,
    as_pdf,
    as_xlsx,
)
from reading import read

from generator.importing import ImportResult, import_document
from generator.importing.blocks import Row

FORMATS = {
    "docx": as_docx,
    "html": as_html,
    "htm": as_gbk_html,
    "mht": as_mht,
    "xlsx": as_xlsx,
    "ods": as_ods,
    "pdf": as_pdf,
}


Published = tuple[dict[str, Any], bytes, ImportResult]


@pytest.fixture(
    scope="module",
    params=[(path, extension) for path in DOCUMENTS for extension in FORMATS],
    ids=lambda each: f"{each[0].stem}-{each[1]}",
)
def published(request: pytest.FixtureRequest) -> Published:
    path, extension = request.param
    disclosure = load(path)
    data = FORMATS[extension](printed(disclosure))
    name = f"file.{extension}"
    return disclosure, data, import_document(data, file_name=name, township="999999-bingding", year="2023")


def test_a_published_disclosure_comes_back_as_it_was(published: Published):
    disclosure, _, result = published

    found = without_lines(draft_of(result))

    expected = without_lines(disclosure)
    expected["expected"].pop("budget_lines", None)
    assert found == expected


def test_the_draft_says_which_format_it_was(published: Published):
    _, data, result = published

    source = draft_of(result)["source"]

    extension = result.report.file.removeprefix("file.")
    assert source["format"] == {"htm": "html", "mht": "html"}.get(extension, extension)
    assert source["lines"] == str(read(data, result.report.file).lines)


def test_every_printed_line_is_accounted_for(published: Published):
    _, data, result = published

    assert read(data, result.report.file).printed_lines <= result.report.uses.keys()


def test_lines_run_from_first_to_last_and_each_has_its_place(published: Published):
    _, data, result = published

    document = read(data, result.report.file)

    lines = [
        each.line
        for block in document.blocks
        for each in (block.cells if isinstance(block, Row) else [block])
    ]
    assert lines == sorted(set(lines))
    assert document.places.keys() == set(range(1, document.lines + 1))


def test_a_row_knows_its_table_and_its_cells_their_columns(published: Published):
    _, data, result = published

    document = read(data, result.report.file)

    for row in (block for block in document.blocks if isinstance(block, Row)):
        places = [document.places[cell.line] for cell in row.cells]
        assert len({(place.table, place.row, place.page, place.sheet) for place in places}) == 1
        columns = [place.cell or 0 for place in places]
        assert columns == sorted(set(columns))
        assert columns[0] > 0


def test_the_same_bytes_give_the_same_draft_and_report(published: Published):
    _, data, result = published

    again = import_document(data, file_name=result.report.file, township="999999-bingding", year="2023")

    assert again == result
