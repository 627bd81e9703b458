"""Runs the Pagefind binary over the light copies."""

import importlib
import os
import shutil
import subprocess
from pathlib import Path

from generator.problems import OutsideError
from generator.search.page_files import Names, number_pages

_KEPT = (
    "pagefind.js",
    "pagefind-entry.json",
    "wasm.unknown.pagefind",
    "pagefind.*.pf_meta",
    "index/*.pf_index",
    "fragment/*.pf_fragment",
)
"""What search.js loads. Pagefind's own widgets and worker stay behind."""


def run_pagefind(light_dir: Path, output_dir: Path, names: Names) -> None:
    """Index the light copies into `output_dir`, which it replaces. The same copies give the same bytes."""
    shutil.rmtree(output_dir, ignore_errors=True)
    command = [find_binary(), "--site", str(light_dir.resolve()), "--output-path", str(output_dir.resolve())]
    # Pagefind also reads settings from its working folder and the environment; neither is ours.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(
            [*command, "--silent"],
            cwd=light_dir,
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
    _remove_all_but_kept(output_dir)
    if not number_pages(output_dir, names):
        raise _failed("unknown form of its list of pages")


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


def _remove_all_but_kept(output_dir: Path) -> None:
    kept = {path for pattern in _KEPT for path in output_dir.glob(pattern)}
    for path in output_dir.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()
