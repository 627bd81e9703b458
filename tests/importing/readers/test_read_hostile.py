"""Damaged and hostile files: a clear problem in bounded time and memory, never a traceback."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from invented import DOCUMENTS, load, printed
from publishing import as_docx, as_html, as_mht, as_ods, as_pdf, as_xlsx, sheet_xml, workbook, zipped
from reading import problem_of

from generator.importing import import_document
from generator.importing.readers import read_document, worker
from generator.problems import OutsideError

PUBLISH: dict[str, Callable[..., bytes]] = {
    "docx": as_docx,
    "pdf": as_pdf,
    "xlsx": as_xlsx,
    "ods": as_ods,
    "html": as_html,
    "mht": as_mht,
}
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module", params=list(PUBLISH))
def good(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    return request.param, PUBLISH[request.param](printed(load(DOCUMENTS[0])))


def import_it(data: bytes, name: str):
    return import_document(data, file_name=name, township="999999-bingding", year="2023")


@pytest.mark.parametrize("part", [0.02, 0.3, 0.7])
def test_a_file_cut_short_is_reported(good: tuple[str, bytes], part: float):
    extension, data = good

    result = import_it(data[: int(len(data) * part)], f"x.{extension}")

    assert result.problems


def test_damaged_bytes_are_reported(good: tuple[str, bytes]):
    extension, data = good
    damaged = bytearray(data)
    for place in range(200, len(damaged), 97):
        damaged[place] ^= 0x55

    assert import_it(bytes(damaged), f"x.{extension}").problems


@pytest.mark.parametrize("name", ["x.docx", "x.pdf", "x.html", "x.xlsx", "x.txt", "x"])
def test_an_empty_file_is_reported(name: str):
    assert import_it(b"", name).disclosure_yaml is None


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        (b"\x89PNG\r\n", "PNG"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b"II*\x00", "TIFF"),
    ],
)
def test_formats_that_are_not_read_are_named(mark: bytes, kind: str):
    problem = problem_of(mark + bytes(100), "x.docx")

    assert (problem.code, problem.values["read"]) == ("import-format", kind)


def test_the_chinese_layout_format_is_named():
    assert problem_of(zipped({"OFD.xml": "<OFD/>"}), "x.ofd").values["read"] == "OFD"


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["docx", "xlsx", "ods"])
def test_entities_are_refused(name: str, declaration: str, encoding: str):
    parts = {
        "docx": {
            "word/document.xml": f'{declaration}<w:document xmlns:w="{WORD}"><w:body/></w:document>'.encode(
                encoding
            )
        },
        "xlsx": {"xl/workbook.xml": f"{declaration}<workbook/>".encode(encoding)},
        "ods": {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"{declaration}<a/>".encode(encoding),
        },
    }

    assert problem_of(zipped(parts[name]), f"x.{name}").code == "import-doctype"


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    stream = BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(400):
            part.write(bytes(1024 * 1024))

    problem = problem_of(stream.getvalue(), "x.docx")

    assert (problem.code, problem.values["expected"]) == ("import-too-large", "268,435,456")


def test_text_without_end_is_refused():
    assert problem_of(b"1\n" * 5_000_000, "x.txt").code == "import-too-large"


def test_xml_nested_beyond_reason_is_reported():
    deep = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000
    document = f'<w:document xmlns:w="{WORD}"><w:body>{deep}</w:body></w:document>'

    assert problem_of(zipped({"word/document.xml": document}), "x.docx").code == "import-damaged"


def test_a_word_table_of_ten_thousand_columns_is_reported():
    row = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 10_000
    document = f'<w:document xmlns:w="{WORD}"><w:body><w:tbl><w:tr>{row}</w:tr></w:tbl></w:body></w:document>'

    assert problem_of(zipped({"word/document.xml": document}), "x.docx").code == "import-too-large"


def test_a_locked_office_file_is_named_as_such():
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage\0".encode("utf-16-le")

    assert problem_of(locked, "x.docx").code == "import-encrypted"


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(data))
        data += b"%d 0 obj%sendobj\n" % (number, each)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(places)
    end = (
        b"trailer<</Size %d/Root 1 0 R" % (len(objects) + 1)
        + trailer
        + b">>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    )
    return data + table + end


PAGE = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
)


def test_a_locked_pdf_is_named_as_such():
    keys = b"/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">"
    locked = pdf(*PAGE, trailer=b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4" + keys + b">>")

    assert problem_of(locked, "x.pdf").code == "import-encrypted"


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(worker, "MEMORY", 400 * 1024 * 1024)
    worker._WORKER.stop()
    yield
    worker._WORKER.stop()


@pytest.mark.usefixtures("little_memory")
def test_a_stream_that_unpacks_without_end_costs_the_worker_and_nothing_else():
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1024 * 1024)) + packer.flush(zlib.Z_FULL_FLUSH)
    check = ((600 * 1024 * 1024) % 65521 << 16 | 1).to_bytes(4, "big")
    packed = zlib.compress(b"\x78\xda" + block * 600 + b"\x03\x00" + check)
    head = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n" % len(packed)

    problem = problem_of(pdf(*PAGE, head + packed + b"\nendstream "), "x.pdf")

    assert problem.code in ("import-too-slow", "import-damaged")
    assert read_document("<p>甲</p>".encode(), "x.html").format == "html"


def test_a_document_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(worker, "SECONDS", 0.01)
    rows = workbook({"甲": sheet_xml([[f"<c><v>{number}</v></c>" for number in range(100)]] * 3000)})

    problem = problem_of(rows, "x.xlsx")

    assert problem.code == "import-too-slow"


@pytest.mark.parametrize(
    ("module", "package"),
    [("docx.oxml", "python-docx"), ("bs4", "beautifulsoup4"), ("pdfplumber", "pdfplumber")],
)
def test_the_package_to_install_is_named_not_its_module(module: str, package: str):
    assert worker._missing(module).message("en").startswith(f"{package},")


def test_a_library_that_is_missing_is_named_with_the_remedy():
    missing = worker._answer("a_library_that_is_not_there", b"", "docx")

    assert isinstance(missing, OutsideError)
    assert missing.exit_status == 3
    assert "make importer" in missing.message("en")
