"""What bytes are, whatever the name of the file says: portals put HTML in `.doc` and Excel in `.xlsx.doc`."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePath

from generator.importing.readers.refusal import Refused

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_STREAMS = (
    ("locked", ("EncryptedPackage",)),
    ("xls", ("Workbook", "Book")),
    ("doc", ("WordDocument",)),
)
_OTHERS = (
    ("PNG", b"\x89PNG"),
    ("JPEG", b"\xff\xd8\xff"),
    ("GIF", b"GIF8"),
    ("TIFF", b"II*\x00"),
    ("TIFF", b"MM\x00*"),
    ("RAR", b"Rar!\x1a\x07"),
    ("7-Zip", b"7z\xbc\xaf\x27\x1c"),
    ("gzip", b"\x1f\x8b"),
    ("bzip2", b"BZh"),
    ("xz", b"\xfd7zXZ\x00"),
    ("CAJ", b"CAJ\x00"),
)
ARCHIVES = frozenset(("zip", "RAR", "7-Zip", "gzip", "bzip2", "xz", "tar"))
_MHT = re.compile(
    rb"\s*(?:[A-Za-z-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*(?:MIME-Version:|Content-Type:\s*multipart/)",
    re.IGNORECASE,
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|div|p|table|center|style|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD_BYTES = 8192


def kind_of(data: bytes, file_name: str) -> str:
    """The name of a reader, `zip` for an archive, or the name of a format that no reader reads."""
    suffix = PurePath(file_name).suffix.lower().removeprefix(".")
    if data.startswith(_COMPOUND_FILE):
        return _kind_of_compound_file(data, suffix)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data, suffix)
    return _kind_by_mark(data[:_HEAD_BYTES]) or _kind_of_text(data[:_HEAD_BYTES], suffix)


def _kind_by_mark(head: bytes) -> str | None:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if b'progid="Word.Document"' in head:
        return "doc"
    if head[257:262] == b"ustar":
        return "tar"
    return next((name for name, mark in _OTHERS if head.startswith(mark)), None)


def _kind_of_text(head: bytes, suffix: str) -> str:
    if suffix in ("txt", "md"):
        return "text"
    if suffix in ("html", "htm", "mht", "mhtml") or _MHT.match(head) or _HTML.match(_as_ascii(head)):
        return "html"
    return "text"


def is_mht(data: bytes) -> bool:
    return _MHT.match(data[:_HEAD_BYTES]) is not None


def _as_ascii(head: bytes) -> bytes:
    """UTF-16 without its zero bytes, enough to see tags."""
    return head[2:].replace(b"\x00", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head


def _kind_of_compound_file(data: bytes, suffix: str) -> str:
    """Office before 2007, WPS, and encrypted documents; the names of streams stand in them as UTF-16."""
    for kind, streams in _COMPOUND_STREAMS:
        if any(_stream_name(stream) in data for stream in streams):
            return "wps" if (kind, suffix) == ("doc", "wps") else kind
    return "wps" if suffix == "wps" else "compound file"


def _stream_name(name: str) -> bytes:
    """As a directory entry: with its closing zero."""
    return f"{name}\0".encode("utf-16-le")


def _media_type(package: zipfile.ZipFile) -> str:
    with package.open("mimetype") as member:
        return member.read(200).decode("ascii", "replace")


def _kind_of_zip(data: bytes, suffix: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            media = _media_type(package) if "mimetype" in names else ""
    except (
        zipfile.BadZipFile,
        RuntimeError,
        OSError,
        ValueError,
        NotImplementedError,
        EOFError,
        KeyError,
    ) as error:
        raise Refused("import-damaged", format=suffix or "zip", read=type(error).__name__) from error
    if "word/document.xml" in names:
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "OFD.xml" in names:
        return "OFD"
    if media.startswith("application/vnd.oasis.opendocument."):
        return "ods" if "spreadsheet" in media else "odt"
    return "zip"
