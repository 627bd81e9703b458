"""XML parts of office documents, read without entities: nothing expands, and nothing else is opened."""

from typing import Any

from docx.oxml import parse_xml

from generator.importing.readers.package import Package
from generator.importing.readers.refusal import Refused

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def parse_part(package: Package, part: str) -> Any:
    """The root element, or None where the package has no part of this name."""
    if part not in package.names:
        return None
    data = package.read(part)
    _refuse_entities(data, part)
    try:
        return parse_xml(data.replace(_STRICT, _TRANSITIONAL))
    except (SyntaxError, ValueError) as error:
        # lxml's own class is a SyntaxError; nesting and texts beyond the limits of libxml2 are among its reasons.
        raise Refused("import-damaged", format=package.format, read=f"{part}: {error}") from error


def refuse_all_entities(package: Package) -> None:
    """For packages that another library reads."""
    for member in package.members:
        if member.filename.endswith((".xml", ".rels")):
            _refuse_entities(package.read(member), member.filename)


def _refuse_entities(data: bytes, part: str) -> None:
    """Office programs write no DOCTYPE; entities that expand without end or read other files need one."""
    if any(mark in data for mark in _DOCTYPES):
        raise Refused("import-doctype", read=part)
