"""The static files of a theme as they are published: without comments and blanks, and named after what is in them.

A name with a hash never stands for anything else, so browsers may keep the file for ever. Files name each other with
`./`; that becomes the published name, and what names nothing that is there stops the build.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

import rcssmin
import rjsmin

from generator.problems import UserError

_HASH_LENGTH = 10
_REFERENCE = re.compile(r"""(?<=["'(])\./([\w./-]+)(?=["')])""")
_TEXTS = frozenset({".css", ".js", ".svg"})
"""What may name other files."""


@dataclass(frozen=True, slots=True)
class StaticFile:
    path: str
    """Relative to the folder of static files: `search.0f3a9c1b2d.js`."""
    data: bytes


def publish(files: Mapping[str, bytes]) -> dict[str, StaticFile]:
    """By the name in the theme. Raises `UserError` for a name that leads nowhere or in a circle."""
    published: dict[str, StaticFile] = {}
    for name in files:
        _publish(name, files, published, ())
    return published


def _publish(
    name: str, files: Mapping[str, bytes], published: dict[str, StaticFile], users: tuple[str, ...]
) -> StaticFile:
    """`users`: the files on the way here, each of which names the next."""
    if name in published:
        return published[name]
    if name not in files or name in users:
        raise _fault(name, users)
    path, data = PurePosixPath(name), files[name]

    def published_name(match: re.Match[str]) -> str:
        named = _publish((path.parent / match[1]).as_posix(), files, published, (*users, name))
        return f"./{PurePosixPath(named.path).relative_to(path.parent).as_posix()}"

    if path.suffix in _TEXTS:
        data = _REFERENCE.sub(published_name, _shorten(data.decode(), path.suffix)).encode()
    digest = hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]
    published[name] = StaticFile(path.with_suffix(f".{digest}{path.suffix}").as_posix(), data)
    return published[name]


def _fault(name: str, users: tuple[str, ...]) -> UserError:
    way = " → ".join((*users, name))
    if name in users:
        return UserError(
            f"主题的静态文件互相引用成了环：{way}。",
            f"The theme's static files name each other in a circle: {way}.",
        )
    return UserError(
        f"主题的静态文件引用了不存在的文件：{way}。",
        f"A static file of the theme names one that is not there: {way}.",
    )


def _shorten(text: str, suffix: str) -> str:
    if suffix == ".css":
        return str(rcssmin.cssmin(text))
    return str(rjsmin.jsmin(text)) if suffix == ".js" else text
