"""The shipped disclosures, published in each format and imported again, give the shipped projects."""

import json
from pathlib import Path
from typing import Any

import pytest
from invented import draft_of, load, printed, without_lines
from publishing import as_docx, as_html, as_ods, as_pdf, as_xlsx

from generator.importing import import_document

DISCLOSURES = sorted((Path(__file__).parents[3] / "content").glob("townships/*/*/*/disclosure.yaml"))
PRINTED = [path for path in DISCLOSURES if "liuzao" in path.parts or path.parts[-3].startswith("unnamed")]
"""A browser prints each as a PDF, which takes about a second."""
FORMATS = {"docx": as_docx, "html": as_html, "xlsx": as_xlsx, "ods": as_ods}


def without_sub_targets(path: Path) -> dict[str, Any]:
    """The sub-targets are prose, which has the same form in every format; the text tests cover it."""
    return {name: value for name, value in load(path).items() if name != "sub_targets"}


def imported(data: bytes, extension: str, year: str) -> Any:
    result = import_document(data, file_name=f"file.{extension}", township="999999-bingding", year=year)
    return without_lines(draft_of(result)["projects"])


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("path", DISCLOSURES, ids=lambda path: path.parts[-3])
def test_the_shipped_projects_come_back(path: Path, extension: str):
    disclosure = without_sub_targets(path)

    found = imported(FORMATS[extension](printed(disclosure)), extension, disclosure["year"])

    assert found == without_lines(disclosure["projects"])


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.parts[-3])
def test_the_shipped_projects_come_back_from_paper(path: Path):
    disclosure = without_sub_targets(path)

    found = imported(as_pdf(printed(disclosure)), "pdf", disclosure["year"])

    # The font prints both slashes with one sign, so a PDF cannot tell which was meant.
    assert found == with_one_slash(without_lines(disclosure["projects"]))


def with_one_slash(entry: Any) -> Any:
    return json.loads(json.dumps(entry, ensure_ascii=False).replace("／", "∕"))
