"""Older office formats, which LibreOffice converts where it is installed."""

import os
import shutil
from pathlib import Path

import pytest
from invented import DOCUMENTS, draft_of, load, printed, without_lines
from publishing import as_docx
from reading import problem_of, read, shown

from generator.importing import import_document
from generator.importing.readers import office, read_document
from generator.problems import OutsideError

RTF = rb"{\rtf1\ansi\ansicpg936 \u32489?\u25928?\par}"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument\0".encode("utf-16-le")


@pytest.fixture
def office_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in that puts a finished document where the real program would put its own."""
    converted = tmp_path / "converted.docx"
    program = tmp_path / "soffice"
    program.write_text(
        '#!/bin/sh\nwhile [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done\n'
        f'[ -f "$1" ] && [ -f {converted} ] && cp {converted} "$out/document.docx"\nexit 0\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return converted


@pytest.mark.parametrize(("name", "data"), [("x.rtf", RTF), ("x.doc", OLD_WORD), ("x.wps", OLD_WORD)])
def test_without_the_program_the_remedy_is_named(
    name: str, data: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(OutsideError) as caught:
        read_document(data, name)

    assert "apt install libreoffice-writer" in caught.value.message("en")


@pytest.mark.parametrize(("name", "data"), [("x.rtf", RTF), ("x.doc", OLD_WORD), ("x.wps", OLD_WORD)])
def test_the_converted_document_is_imported(name: str, data: bytes, office_program: Path):
    disclosure = load(DOCUMENTS[0])
    office_program.write_bytes(as_docx(printed(disclosure)))

    draft = draft_of(import_document(data, file_name=name, township="999999-bingding", year="2023"))

    assert draft["source"]["format"] == name.removeprefix("x.")
    assert without_lines(draft["projects"]) == without_lines(disclosure["projects"])


@pytest.mark.usefixtures("office_program")
def test_what_the_program_cannot_convert_is_damaged():
    assert problem_of(OLD_WORD, "x.doc").code == "import-damaged"


def test_a_program_that_does_not_end_is_stopped(office_program: Path, monkeypatch: pytest.MonkeyPatch):
    (office_program.parent / "soffice").write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    monkeypatch.setattr(office, "_SECONDS", 0.2)

    assert problem_of(RTF, "x.rtf").code == "import-too-slow"


def test_the_real_program_or_its_remedy():
    """With LibreOffice the text; without it the sentence that names it."""
    if shutil.which("soffice"):
        assert shown(read(RTF, "x.rtf")) == ["绩效"]
    else:
        with pytest.raises(OutsideError):
            read_document(RTF, "x.rtf")
