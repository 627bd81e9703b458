"""The only place that changes the disk: a new folder beside the old site, which it replaces at the end in one step.

A build that fails or is killed leaves the last good site as it was; what it had written is swept by the next one.
"""

import ctypes
import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.problems import OutsideError, UserError

MARKER = ".township-targets"
"""A file that tells a folder of ours from one that must never be replaced."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site, ready to be written."""

    path: str
    """Relative to the output folder, with `/`."""
    data: bytes
    source: str
    """The content file it is made of, for the message when two outputs have one path."""


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder a build writes into."""

    root: Path

    def write(self, output: Output) -> None:
        write_file(self.root, output.path, output.data)


def write_file(root: Path, path: str, data: bytes) -> None:
    """Write below `root`; folders are made when they are missed, which is rarer than asking every time."""
    target = f"{root}/{path}"
    try:
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - on the hot path
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]
    finally:
        os.close(file)


@contextmanager
def open_staging(output_dir: Path, *, is_clean: bool = False) -> Iterator[Staging]:
    """A new folder beside `output_dir` that takes its place when the block ends well, and vanishes when not.

    Raises `UserError` when `output_dir` holds something that is not a site of ours, `OutsideError` when it cannot
    be written.
    """
    output_dir = Path(os.path.abspath(output_dir))  # noqa: PTH100 - a link is replaced, not followed
    with _as_outside_error(output_dir):
        _refuse_foreign(output_dir)
        output_dir.parent.mkdir(parents=True, exist_ok=True)
        _sweep(output_dir, is_clean=is_clean)
        root = Path(
            tempfile.mkdtemp(prefix=_prefix(output_dir), suffix=f".{os.getpid()}", dir=output_dir.parent)
        )
    try:
        with _as_outside_error(output_dir):
            root.chmod(0o755)
            (root / MARKER).write_bytes(b"")
            yield Staging(root)
            _replace(root, output_dir)
    finally:
        _remove(root)


def _remove(path: Path) -> None:
    """A folder of ours, or the link to one that stood in the site's place."""
    if path.is_symlink():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def _refuse_foreign(output_dir: Path) -> None:
    if not output_dir.exists() and not output_dir.is_symlink():
        return
    if not output_dir.is_dir() or (not (output_dir / MARKER).exists() and any(output_dir.iterdir())):
        raise UserError(
            f"{output_dir} 不是本程序生成的网站，不会覆盖。请用 --output 另选文件夹，或先清空它。",
            f"{output_dir} is not a site made by this program and is not replaced. Choose another --output or empty it.",
        )


@contextmanager
def _as_outside_error(output_dir: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutsideError(
            f"无法写入 {output_dir}：{reason}。请检查权限和磁盘空间，或用 --output 另选文件夹。",
            f"{output_dir} cannot be written: {reason}. Check permissions and disk space or choose another --output.",
        ) from error


def _prefix(output_dir: Path) -> str:
    return f".{output_dir.name}.building-"


def _sweep(output_dir: Path, *, is_clean: bool) -> None:
    """Remove what killed builds left: folders whose process is gone, or all of them."""
    for leftover in output_dir.parent.glob(f"{glob.escape(_prefix(output_dir))}*"):
        process = leftover.suffix.lstrip(".")
        if is_clean or (process.isdigit() and not _is_running(int(process))):
            _remove(leftover)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _replace(root: Path, output_dir: Path) -> None:
    """Put the new folder in place of the old one, in one step where the system can exchange two names."""
    if not output_dir.exists():
        root.rename(output_dir)
    elif not _exchange(root, output_dir):
        old = root.with_name(f"{root.name}.old")
        output_dir.rename(old)
        root.rename(output_dir)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Linux's renameat2 with RENAME_EXCHANGE; False where there is no such call."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if renameat2 is None:
        return False
    failed = renameat2(
        _AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), ctypes.c_uint(_RENAME_EXCHANGE)
    )
    if failed and ctypes.get_errno() not in {errno.ENOSYS, errno.EINVAL}:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return not failed


def open_file(root: Path, path: str) -> BinaryIO:
    """A file below `root` that is written bit by bit."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.open("wb")


def write_outside(path: Path, data: bytes) -> None:
    """A file the user asked for by name: a report, a draft. Raises `OutsideError` when it cannot be written."""
    with _as_outside_error(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
