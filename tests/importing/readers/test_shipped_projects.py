"""The shipped disclosures, published in each format and imported again, give the shipped projects."""

from pathlib import Path

import pytest
from invented import draft_of, load, printed, without_lines
from publishing import as_docx, as_html, as_ods, as_xlsx

from generator.importing import import_document

DISCLOSURES = sorted((Path(__file__).parents[3] / "content").glob("townships/*/*/*/disclosure.yaml"))
FORMATS = {"docx": as_docx, "html": as_html, "xlsx": as_xlsx, "ods": as_ods}


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("path", DISCLOSURES, ids=lambda path: path.parts[-3])
def test_the_shipped_projects_come_back(path: Path, extension: str):
    # The sub-targets are prose, which has the same form in every format; the text tests cover it.
    disclosure = {name: value for name, value in load(path).items() if name != "sub_targets"}
    data = FORMATS[extension](printed(disclosure))

    result = import_document(
        data, file_name=f"file.{extension}", township="999999-bingding", year=disclosure["year"]
    )

    assert without_lines(draft_of(result)["projects"]) == without_lines(disclosure["projects"])
