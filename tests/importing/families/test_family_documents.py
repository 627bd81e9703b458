"""Documents of invented towns in each layout family: `<family>/<form>.txt` → `.yaml`, `.report.md`.

Write the expected files anew with `python tests/importing/families/test_family_documents.py`, then read the changes.
"""

import sys
from pathlib import Path

import pytest
import yaml

from generator.importing import ImportResult, import_document

sys.path.append(str(Path(__file__).parents[1]))
from value_places import misplaced

FOLDER = Path(__file__).parent
DOCUMENTS = sorted(FOLDER.glob("*/*.txt"))


def import_file(path: Path) -> ImportResult:
    return import_document(path.read_bytes(), file_name=path.name, township="999999-bingding", year="2023")


@pytest.fixture(params=DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def document(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_the_draft_is_as_expected(document: Path):
    draft = document.with_suffix(".yaml")

    found = import_file(document).disclosure_yaml

    assert found == (draft.read_text(encoding="utf-8") if draft.exists() else None)


def test_the_report_is_as_expected(document: Path):
    expected = document.with_suffix(".report.md").read_text(encoding="utf-8")

    assert import_file(document).report.as_text("zh") == expected


def test_every_printed_line_is_accounted_for(document: Path):
    lines = document.read_text(encoding="utf-8").split("\n")
    printed = {number for number, line in enumerate(lines, start=1) if line.strip()}

    assert printed <= import_file(document).report.uses.keys()


def test_every_value_begins_at_its_line(document: Path):
    text = document.read_text(encoding="utf-8")
    draft = yaml.load(import_file(document).disclosure_yaml or "{}", Loader=yaml.BaseLoader)

    tables = [*draft.get("projects", []), *draft.get("unit_targets", [])]
    assert [misplaced(text, table) for table in tables] == [[] for _ in tables]


def test_the_report_gives_its_decisions_with_reasons(document: Path):
    for decision in import_file(document).report.as_json()["decisions"]:
        assert decision["confidence"] in ("sure", "likely", "guess")
        assert decision["reason"]["zh"]
        assert decision["reason"]["en"]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("none/*.txt")), ids=lambda path: path.stem)
def test_a_document_without_targets_gives_no_project(path: Path):
    result = import_file(path)

    assert result.disclosure_yaml is None
    assert "未找到项目绩效目标表" in result.report.as_text("zh")


if __name__ == "__main__":
    for path in DOCUMENTS:
        result = import_file(path)
        if result.disclosure_yaml:
            path.with_suffix(".yaml").write_text(result.disclosure_yaml, encoding="utf-8")
        path.with_suffix(".report.md").write_text(result.report.as_text("zh"), encoding="utf-8")
