"""Folders and zip files of documents: each is read, none leads outside."""

import stat
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from invented import DOCUMENTS, load, printed
from publishing import as_docx, as_html, zipped

from generator.importing import ImportResult, import_archive, import_folder


def from_zip(data: bytes) -> tuple[ImportResult, ...]:
    return tuple(import_archive(data, file_name="x.zip", township="999999-bingding", year="2023"))


def summary(results: tuple[ImportResult, ...]) -> list[tuple[str, str]]:
    """The name of each member, and its first problem where there is no draft."""
    return [
        (result.report.file, "" if result.disclosure_yaml else result.problems[0].code) for result in results
    ]


@pytest.fixture
def documents() -> dict[str, bytes]:
    contents = printed(load(DOCUMENTS[0]))
    return {"乙.docx": as_docx(contents), "甲/一.html": as_html(contents)}


def test_each_document_of_an_archive_is_imported_in_order(documents: dict[str, bytes]):
    assert summary(from_zip(zipped({**documents, "__MACOSX/._乙.docx": "x", "甲/~$一.docx": "x"}))) == [
        ("乙.docx", ""),
        ("甲/一.html", ""),
    ]


def test_each_document_of_a_folder_is_imported_in_order(documents: dict[str, bytes], tmp_path: Path):
    for name, data in documents.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / ".DS_Store").write_bytes(b"x")

    results = tuple(import_folder(tmp_path, township="999999-bingding", year="2023"))

    assert summary(results) == [("乙.docx", ""), ("甲/一.html", "")]


def test_names_in_gbk_are_read(documents: dict[str, bytes]):
    data = zipped({"##.docx": documents["乙.docx"]}).replace(b"##.docx", "乙.docx".encode("gbk"))

    assert summary(from_zip(data)) == [("乙.docx", "")]


@pytest.mark.parametrize("name", ["../外.txt", "/etc/外.txt", "..\\外.txt", "C:/外.txt", "a/../../外.txt"])
def test_paths_that_leave_the_archive_are_refused(name: str):
    assert [code for _, code in summary(from_zip(zipped({name: "x"})))] == ["import-archive-path"]


def test_links_in_an_archive_are_refused():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        package.writestr(link, "/etc/passwd")

    assert summary(from_zip(stream.getvalue())) == [("a.txt", "import-archive-link")]


def test_links_in_a_folder_are_refused(tmp_path: Path):
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)
    (folder / "b").symlink_to(tmp_path)

    results = tuple(import_folder(folder, township="999999-bingding", year="2023"))

    assert summary(results) == [("a.txt", "import-archive-link"), ("b", "import-archive-link")]


def test_archives_in_archives_are_refused():
    assert summary(from_zip(zipped({"a.zip": zipped({"b.txt": "x"}), "c.rar": b"Rar!\x1a\x07\x00"}))) == [
        ("a.zip", "import-archive-nested"),
        ("c.rar", "import-archive-nested"),
    ]


def test_an_archive_that_unpacks_to_too_much_is_refused():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(5):
            package.writestr(f"{number}.txt", bytes(60 * 1024 * 1024))

    assert summary(from_zip(stream.getvalue())) == [("x.zip", "import-too-large")]


def test_a_locked_archive_is_named_as_such():
    data = bytearray(zipped({"a.txt": "x" * 100}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert summary(from_zip(bytes(data))) == [("a.txt", "import-encrypted")]


@pytest.mark.parametrize(
    ("data", "code"), [(b"PK\x03\x04", "import-damaged"), (zipped({}), "import-archive-empty")]
)
def test_an_archive_without_documents_is_a_problem(data: bytes, code: str):
    assert [found for _, found in summary(from_zip(data))] == [code]


def test_too_many_documents_are_not_read():
    results = from_zip(zipped({f"{number:03}.txt": "x" for number in range(600)}))

    assert (len(results), summary(results)[-1][1]) == (501, "import-too-large")
