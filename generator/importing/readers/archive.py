"""The documents in a folder or a zip file, one after another, never leaving it."""

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.importing.import_problems import ImportProblem
from generator.importing.readers.package import MOST_DOCUMENT_BYTES, Package
from generator.importing.readers.refusal import Refused, check_limit
from generator.importing.readers.sniffing import ARCHIVES, kind_of

_MOST_DOCUMENTS = 500
_NO_DOCUMENTS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_UTF8_NAME = 0x800
"""The flag of a zip member whose name is UTF-8; Chinese programs write GBK without it."""


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    """Path in the folder or archive, with `/`."""
    data: bytes
    problem: ImportProblem | None = None
    """Why it was not read; `data` is empty then."""


def members_of_folder(folder: Path) -> Iterator[Member]:
    """In the order of their names; links and archives are refused."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file()]
    yield from _limited(
        _file(path, path.relative_to(folder).as_posix()) for path in paths if _counts(path.name)
    )


def members_of_zip(data: bytes) -> Iterator[Member]:
    """Raises `Refused` for an archive that is damaged, locked or too large."""
    package = Package(data, "zip")
    infos = [(info, _name_of(info)) for info in package.members if not info.is_dir()]
    infos = [(info, name) for info, name in infos if all(map(_counts, name.split("/")))]
    yield from _limited(
        _member(package, info, name) for info, name in sorted(infos, key=lambda each: each[1])
    )


def _limited(members: Iterator[Member]) -> Iterator[Member]:
    count = 0
    for count, member in enumerate(members, start=1):
        if count > _MOST_DOCUMENTS:
            values = {"what": "文件数 files", "read": f">{_MOST_DOCUMENTS}", "expected": str(_MOST_DOCUMENTS)}
            yield Member(member.name, b"", ImportProblem("import-too-large", 0, values))
            return
        yield member
    if not count:
        yield Member("", b"", ImportProblem("import-archive-empty", 0))


def _counts(name: str) -> bool:
    """Leaves out what systems and office programs put beside documents."""
    return name not in _NO_DOCUMENTS and not name.startswith(("~$", "._"))


def _file(path: Path, name: str) -> Member:
    if path.is_symlink():
        return _refused(name, "import-archive-link")
    try:
        check_limit("字节数 bytes", path.stat().st_size, MOST_DOCUMENT_BYTES)
        return _checked(name, path.read_bytes())
    except Refused as refused:
        return Member(name, b"", refused.problem)
    except OSError as error:
        values = {"format": path.suffix, "read": error.strerror or str(error)}
        return Member(name, b"", ImportProblem("import-damaged", 0, values))


def _member(package: Package, info: zipfile.ZipInfo, name: str) -> Member:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return _refused(name, "import-archive-path")
    if stat.S_ISLNK(info.external_attr >> 16):
        return _refused(name, "import-archive-link")
    try:
        return _checked(name, package.read(info))
    except Refused as refused:
        return Member(name, b"", refused.problem)


def _checked(name: str, data: bytes) -> Member:
    try:
        is_archive = kind_of(data, name) in ARCHIVES
    except Refused as refused:
        return Member(name, b"", refused.problem)
    return _refused(name, "import-archive-nested") if is_archive else Member(name, data)


def _refused(name: str, code: str) -> Member:
    return Member(name, b"", ImportProblem(code, 0, {"read": name}))


def _name_of(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
