"""Whole documents of invented towns: `documents/<name>.txt` → `.yaml`, `.report.md`, `.overview.md`."""

from pathlib import Path

import pytest
import yaml
from value_places import misplaced

from generator.importing import ImportResult, import_document

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


def import_file(path: Path) -> ImportResult:
    return import_document(path.read_bytes(), file_name=path.name, township="999999-bingding", year="2023")


@pytest.fixture(params=DOCUMENTS, ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_the_draft_is_as_expected(document: Path):
    expected = document.with_suffix(".yaml").read_text(encoding="utf-8")

    assert import_file(document).disclosure_yaml == expected


def test_the_report_is_as_expected(document: Path):
    expected = document.with_suffix(".report.md").read_text(encoding="utf-8")

    assert import_file(document).report.as_text("zh") == expected


def test_the_outline_is_as_expected(document: Path):
    expected = document.with_suffix(".overview.md").read_text(encoding="utf-8")

    assert import_file(document).overview_md == expected


def test_every_printed_line_is_accounted_for(document: Path):
    lines = document.read_text(encoding="utf-8").split("\n")
    printed = {number for number, line in enumerate(lines, start=1) if line.strip()}

    assert printed <= import_file(document).report.uses.keys()


def test_carried_lines_stand_in_the_draft(document: Path):
    result = import_file(document)
    lines = document.read_text(encoding="utf-8").split("\n")
    kept = "".join((result.disclosure_yaml or "").split())

    carried = [use.line for use in result.report.uses.values() if use.fate == "carried"]

    missing = [line for line in carried if not any(end in kept for end in _ends(lines[line - 1]))]
    assert missing == []


def test_every_value_begins_at_its_line(document: Path):
    text = document.read_text(encoding="utf-8")
    draft = yaml.load(import_file(document).disclosure_yaml or "", Loader=yaml.BaseLoader)

    assert [misplaced(text, project) for project in draft["projects"]] == [[] for _ in draft["projects"]]


def _ends(line: str) -> list[str]:
    """The last printed characters of each cell, where no label or number stands."""
    cells = line.replace("**", "").replace("|", "\t").partition(" TC ")[0].split("\t")
    texts = ["".join(cell.split()).removesuffix("绩效目标表").removesuffix("项目") for cell in cells]
    return [text.rstrip("。；").split("：")[-1][-4:] for text in texts if text]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing_but_the_checksum(document: Path):
    text = document.read_text(encoding="utf-8")
    data = ("\ufeff" + text.replace("\n", "\r\n")).encode()

    result = import_document(data, file_name=document.name, township="999999-bingding", year="2023")

    assert _without_source(result) == _without_source(import_file(document))


def test_gb18030_is_read(document: Path):
    data = document.read_text(encoding="utf-8").encode("gb18030")

    result = import_document(data, file_name=document.name, township="999999-bingding", year="2023")

    assert _without_source(result) == _without_source(import_file(document))


def _without_source(result: ImportResult) -> dict[str, object]:
    draft = yaml.load(result.disclosure_yaml or "", Loader=yaml.BaseLoader)
    del draft["source"]
    return draft
