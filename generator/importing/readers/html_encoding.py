"""The characters of a web page, which may declare no encoding or a wrong one."""

import re

from generator.importing.readers.refusal import Refused

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_GB = frozenset(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936"))
_MOST_LOST = 50
"""One character in so many may be damaged; a page with more is in another encoding."""


def decode_page(data: bytes) -> tuple[str, int]:
    """The text of a page, and how many of its characters were damaged."""
    for mark, encoding in (
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xef\xbb\xbf", "utf-8"),
    ):
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    declared = _DECLARED.search(data[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    candidates = ["gb18030", "utf-8"] if name in _GB else ["utf-8", "gb18030"]
    if name == "big5":
        candidates.insert(0, "big5hkscs")
    for encoding in candidates:
        try:
            return data.decode(encoding), 0
        except UnicodeDecodeError:
            continue
    return min((_decoded(data, encoding) for encoding in candidates), key=lambda found: found[1])


def _decoded(data: bytes, encoding: str) -> tuple[str, int]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost * _MOST_LOST > len(text):
        raise Refused("import-encoding")
    return text, lost
