"""LibreOffice turns older formats (.doc, .wps, .rtf, .odt) into .docx, where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from generator.importing.readers.refusal import Refused
from generator.problems import OutsideError

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that answers nothing: a document may link to pictures elsewhere, and the network is never used."""
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def convert_to_docx(data: bytes, extension: str) -> bytes:
    """Raises `OutsideError` where LibreOffice is not installed."""
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise OutsideError(
            f"读取 {extension} 文件需要 LibreOffice，没有找到。请安装（Debian/Ubuntu：apt install libreoffice-writer），"
            "或用办公软件另存为 .docx 再导入。",
            f"Reading {extension} files needs LibreOffice, which was not found. Install it (Debian/Ubuntu: apt install "
            "libreoffice-writer), or save the document as .docx and import that.",
        )
    with tempfile.TemporaryDirectory() as folder:
        return _convert(program, Path(folder), data, extension)


def _convert(program: str, folder: Path, data: bytes, extension: str) -> bytes:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    source = folder / f"document{extension}"
    source.write_bytes(data)
    _run(
        [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)),
        ],
        folder,
    )
    converted = folder / "document.docx"
    if not converted.is_file():
        raise Refused("import-damaged", format=extension.removeprefix("."), read="LibreOffice")
    return converted.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """In a session of its own: the program starts another, and both end at the limit."""
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), _NOWHERE)
    environment = os.environ | proxies | {"HOME": str(folder), "no_proxy": ""}
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise Refused("import-too-slow", seconds=str(_SECONDS), memory="—") from error
