"""Zip files, and the office formats that are zip files: opened within limits."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

from generator.importing.readers.refusal import Refused, check_limit

MOST_DOCUMENT_BYTES = 64 * 1024 * 1024
"""Of a document as it was published."""
_MOST_BYTES = 256 * 1024 * 1024
"""Of all members together, unpacked."""
_MOST_MEMBERS = 5_000
_UNREADABLE = (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, KeyError)
"""What `zipfile` raises on members that are damaged or packed in an unknown way."""


class Package:
    def __init__(self, data: bytes, name: str) -> None:
        self.format = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _UNREADABLE as error:
            raise Refused("import-damaged", format=name, read=type(error).__name__) from error
        check_limit("压缩包成员数 members", len(self.members), _MOST_MEMBERS)
        check_limit("解压后字节数 bytes unpacked", sum(each.file_size for each in self.members), _MOST_BYTES)

    @property
    def members(self) -> Sequence[zipfile.ZipInfo]:
        return self._zip.infolist()

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._zip.namelist())

    def read(self, member: str | zipfile.ZipInfo) -> bytes:
        """Never more bytes than the member declares, and those were added up before."""
        try:
            return self._zip.read(member)
        except RuntimeError as error:
            raise Refused("import-encrypted") from error
        except _UNREADABLE as error:
            raise Refused("import-damaged", format=self.format, read=type(error).__name__) from error
