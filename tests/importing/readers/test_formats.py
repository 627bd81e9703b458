"""Invented disclosures, published in each format and imported again, are the same disclosures."""

from pathlib import Path

import pytest
from invented import DOCUMENTS, draft_of, load, printed, without_lines
from publishing import (
    Publish,
    as_docx,
    as_gbk_html,
    as_html,
    as_mht,
    as_ods,
    as_pdf,
    as_xlsx,
)

from generator.importing import ImportResult, import_document

FORMATS = {
    "docx": as_docx,
    "html": as_html,
    "htm": as_gbk_html,
    "mht": as_mht,
    "xlsx": as_xlsx,
    "ods": as_ods,
    "pdf": as_pdf,
}


@pytest.fixture(
    scope="module",
    params=[(path, name) for path in DOCUMENTS for name in FORMATS],
    ids=lambda each: f"{each[0].stem}-{each[1]}",
)
def published(request: pytest.FixtureRequest) -> tuple[dict, ImportResult]:
    path, extension = request.param
    disclosure = load(path)
    data = FORMATS[extension](printed(disclosure))
    return disclosure, import_document(
        data, file_name=f"file.{extension}", township="999999-bingding", year="2023"
    )


def test_a_published_disclosure_comes_back_as_it_was(published):
    disclosure, result = published

    found = without_lines(draft_of(result))

    expected = without_lines(disclosure)
    expected["expected"].pop("budget_lines", None)
    assert found == expected
