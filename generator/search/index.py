"""Runs the Pagefind binary over the light copies."""

import importlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from generator.problems import OutsideError
from generator.search.page_files import Names, number_pages

_KEPT_OF_PARTS = ("pagefind-entry.json", "pagefind.*.pf_meta", "index/*.pf_index", "fragment/*.pf_fragment")
_KEPT = ("pagefind.js", "wasm.unknown.pagefind", *_KEPT_OF_PARTS)
"""What search.js loads. Pagefind's own widgets and worker stay behind."""


PAGES_PER_PART = 10_000
"""Pagefind's time to answer grows with the square of the hits in one index, and so does its memory with the pages."""


def run_pagefind(light_dir: Path, output_dir: Path, names: Names) -> None:
    """Index the light copies into `output_dir`, which it replaces. The same copies give the same bytes.

    Many are several indexes, which the browser asks as one: those after the first lie in `part-1` and so on.
    """
    shutil.rmtree(output_dir, ignore_errors=True)
    parts = []
    for number, copies in enumerate(_divide(light_dir)):
        part = output_dir / f"part-{number}" if number else output_dir
        _index(copies, part)
        _remove_all_but(_KEPT_OF_PARTS if number else _KEPT, part)
        parts.append(part)
    with (output_dir / "pagefind.js").open("a", encoding="utf-8", newline="\n") as script:
        script.write(f"\nexport const parts = {len(parts)};\n")
    if not number_pages(output_dir, parts, names):
        raise _failed("unknown form of its list of pages")


def _divide(light_dir: Path) -> list[Path]:
    """Folders of light copies, by their addresses; those of many are moved into folders of their own."""
    copies = sorted(light_dir.rglob("*.html"))
    if len(copies) <= PAGES_PER_PART:
        return [light_dir]
    folders = []
    for number, start in enumerate(range(0, len(copies), PAGES_PER_PART)):
        folder = light_dir / f"part-{number}"
        for copy in copies[start : start + PAGES_PER_PART]:
            moved = folder / copy.relative_to(light_dir)
            moved.parent.mkdir(parents=True, exist_ok=True)
            copy.rename(moved)
        folders.append(folder)
    return folders


def _index(copies: Path, output_dir: Path) -> None:
    command = [find_binary(), "--site", str(copies.resolve()), "--output-path", str(output_dir.resolve())]
    # Pagefind also reads settings from its working folder and the environment; neither is ours.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(
            [*command, "--silent"],
            cwd=copies,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        raise _failed(str(error)) from error
    if done.returncode != 0:
        lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise _failed(lines[-1] if lines else f"exit status {done.returncode}")


def find_binary() -> str:
    """The path of the standard Pagefind binary, from the package `pagefind-bin`."""
    try:
        return str(importlib.import_module("pagefind_bin").get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise OutsideError(
            "缺少搜索程序 Pagefind。请运行 pip install -r requirements.lock，或用 --no-search 生成不带搜索的网站。",
            "The search binary Pagefind is missing. Run pip install -r requirements.lock, or build with --no-search.",
        ) from error


def _failed(reason: str) -> OutsideError:
    return OutsideError(
        f"搜索程序 Pagefind 运行失败（{reason}）。请排除这一原因，或用 --no-search 生成不带搜索的网站。",
        f"The search binary Pagefind failed ({reason}). Mend this, or build with --no-search.",
    )


def _remove_all_but(patterns: Sequence[str], output_dir: Path) -> None:
    kept = {path for pattern in patterns for path in output_dir.glob(pattern)}
    for path in output_dir.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()
