"""Which formats are read, and by what."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.importing.blocks import Document
from generator.importing.import_problems import ImportProblem
from generator.importing.readers.office import convert_to_docx
from generator.importing.readers.package import MOST_DOCUMENT_BYTES
from generator.importing.readers.refusal import Refused, check_limit
from generator.importing.readers.sniffing import ARCHIVES, kind_of
from generator.importing.readers.worker import read_apart
from generator.importing.text_reader import decode, read_text

_MOST_TEXT_BYTES = 8 * 1024 * 1024
"""Of plain text: several times the longest disclosure of a whole county."""


@dataclass(frozen=True, slots=True)
class Reader:
    name: str
    """Stands in the draft as `source.format`."""
    extensions: tuple[str, ...]
    module: str
    """In this package; its function `read_<module>` takes the bytes. Blank for plain text."""
    by_office: bool = False
    """Whether LibreOffice makes a .docx of it first."""


READERS = (
    Reader("docx", (".docx", ".docm"), "docx"),
    Reader("doc", (".doc",), "docx", by_office=True),
    Reader("wps", (".wps",), "docx", by_office=True),
    Reader("rtf", (".rtf",), "docx", by_office=True),
    Reader("odt", (".odt",), "docx", by_office=True),
    Reader("pdf", (".pdf",), "pdf"),
    Reader("html", (".html", ".htm", ".mht", ".mhtml"), "html"),
    Reader("xlsx", (".xlsx", ".xlsm"), "sheets"),
    Reader("xls", (".xls", ".et"), "sheets"),
    Reader("ods", (".ods",), "open_sheets"),
    Reader("text", (".txt", ".md"), ""),
)
_BY_NAME: Mapping[str, Reader] = {reader.name: reader for reader in READERS}
EXTENSIONS = tuple(extension for reader in READERS for extension in reader.extensions)


@dataclass(frozen=True, slots=True)
class Reading:
    format: str
    outcome: Document | ImportProblem
    """The problem says why there is no document."""


def read_document(data: bytes, file_name: str) -> Reading:
    """Raises `OutsideError` alone, for a library or program that is missing."""
    kind = "text"
    try:
        check_limit("字节数 bytes", len(data), MOST_DOCUMENT_BYTES)
        kind = kind_of(data, file_name)
        return Reading(kind, _read(_reader_of(kind), data))
    except Refused as refused:
        return Reading(kind, refused.problem)


def _reader_of(kind: str) -> Reader:
    if kind == "locked":
        raise Refused("import-encrypted")
    if kind in ARCHIVES:
        raise Refused("import-archive") if kind == "zip" else Refused("import-format", read=kind)
    if kind not in _BY_NAME:
        raise Refused("import-format", read=kind)
    return _BY_NAME[kind]


def _read(reader: Reader, data: bytes) -> Document:
    if not reader.module:
        check_limit("字节数 bytes", len(data), _MOST_TEXT_BYTES)
        text = decode(data)
        if text is None:
            raise Refused("import-encoding")
        return read_text(text)
    if reader.by_office:
        data = convert_to_docx(data, reader.extensions[0])
    return read_apart(reader.module, data, reader.name)
