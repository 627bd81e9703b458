"""`import` as an editor meets it: drafts written, never over a person's work."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

DOCUMENTS = Path(__file__).parents[1] / "importing" / "documents"
DOCUMENT = DOCUMENTS / "cells.txt"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def run(document: Path, content: Path, *options: str) -> Result:
    command = ["--lang", "en", "import", str(document), "--township", "999999-bingding", "--year", "2023"]
    return CliRunner().invoke(main, [*command, "--output", str(content), *options])


def folder(content: Path) -> Path:
    return content / "townships" / "999999" / "bingding" / "2023"


def names(content: Path) -> list[str]:
    return sorted(path.name for path in folder(content).iterdir())


def test_a_draft_and_an_outline_are_written(content: Path):
    result = run(DOCUMENT, content)

    assert names(content) == ["disclosure.yaml", "overview.md"]
    assert (folder(content) / "disclosure.yaml").read_text(encoding="utf-8") == DOCUMENT.with_suffix(
        ".yaml"
    ).read_text(encoding="utf-8")
    assert result.stdout == ""


def test_a_dry_run_prints_the_draft_and_writes_nothing(content: Path):
    result = run(DOCUMENT, content, "--dry-run")

    assert result.stdout == DOCUMENT.with_suffix(".yaml").read_text(encoding="utf-8")
    assert not content.exists()


def test_importing_again_changes_nothing(content: Path):
    run(DOCUMENT, content)

    result = run(DOCUMENT, content)

    assert "is unchanged" in result.stderr
    assert names(content) == ["disclosure.yaml", "overview.md"]


def test_an_edited_file_is_kept_and_the_difference_shown(content: Path):
    run(DOCUMENT, content)
    edited = folder(content) / "disclosure.yaml"
    text = edited.read_text(encoding="utf-8").replace("year_basis: printed", "year_basis: editor")
    edited.write_text(text, encoding="utf-8")

    result = run(DOCUMENT, content)

    assert edited.read_text(encoding="utf-8") == text
    assert names(content) == ["disclosure.draft.yaml", "disclosure.yaml", "overview.md"]
    assert "-year_basis: editor\n+year_basis: printed\n" in result.stdout


def test_replace_writes_over_the_disclosure_but_not_over_the_overview(content: Path):
    run(DOCUMENT, content)
    for name in ("disclosure.yaml", "overview.md"):
        (folder(content) / name).write_text("edited", encoding="utf-8")

    run(DOCUMENT, content, "--replace")

    assert (folder(content) / "disclosure.yaml").read_text(encoding="utf-8") != "edited"
    assert (folder(content) / "overview.md").read_text(encoding="utf-8") == "edited"


def test_several_documents_of_one_year_wait_for_a_person(content: Path, tmp_path: Path):
    archive = tmp_path / "documents.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(DOCUMENTS / "cells.txt", "1.txt")
        file.write(DOCUMENTS / "pipes.txt", "2.txt")

    run(archive, content)

    assert names(content) == ["disclosure.1.draft.yaml", "disclosure.2.draft.yaml"]


def test_a_folder_is_read_like_an_archive(content: Path, tmp_path: Path):
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "only.txt").write_bytes(DOCUMENT.read_bytes())

    run(documents, content)

    assert names(content) == ["disclosure.yaml", "overview.md"]


def test_a_document_without_a_target_table_gives_no_draft(content: Path, tmp_path: Path):
    document = tmp_path / "letter.txt"
    document.write_text("一封信\n\n没有表格。\n", encoding="utf-8")

    result = run(document, content)

    assert result.exit_code == 1
    assert not content.exists()


@pytest.mark.parametrize(
    ("township", "year"), [("130324", "2023"), ("130324-Shuangwang", "2023"), ("130324-a", "23")]
)
def test_a_wrong_id_or_year_is_wrong_use(content: Path, township: str, year: str):
    options = ["import", str(DOCUMENT), "--township", township, "--year", year, "--output", str(content)]

    result = CliRunner().invoke(main, options)

    assert result.exit_code == 2
    assert not content.exists()


def test_a_missing_document_is_wrong_use(content: Path, tmp_path: Path):
    result = run(tmp_path / "missing.txt", content)

    assert result.exit_code == 2
    assert "missing.txt" in result.stderr
