"""`import`: a published document, or a folder or archive of them, becomes draft content."""

import difflib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from generator import addresses
from generator.cli.speaking import (
    ANY_PATH,
    FILE,
    FOLDER,
    end_progress,
    exits,
    lang_option,
    language,
    show_progress,
    tell,
    to_json,
)
from generator.importing import ImportResult, import_archive, import_document, import_folder
from generator.load.content import draft_name
from generator.output import write_outside
from generator.problems import UserError


@click.command("import")
@click.argument("document", type=ANY_PATH)
@click.option("--township", required=True, help="Id of the township: <county code>-<slug>.")
@click.option("--year", required=True, help="The budget year.")
@click.option(
    "--output",
    type=FOLDER,
    default=Path("content"),
    show_default=True,
    help="The content folder to write into.",
)
@click.option("--dry-run", is_flag=True, help="Print the draft on stdout; write nothing.")
@click.option("--replace", is_flag=True, help="Write over a disclosure.yaml that is there.")
@click.option("--report", type=FILE, help="Write the import report as JSON.")
@lang_option
@exits
def import_(**options: Any) -> None:
    """Make draft content from a published DOCUMENT.

    DOCUMENT is a Word, WPS, PDF, HTML, spreadsheet or text file, or a folder or .zip of them. What is there
    already is never written over without --replace: the draft is then put beside it and the difference shown.
    """
    county_code, slug = addresses.split_township_id(options["township"])
    addresses.check_year(options["year"])
    results = []
    for result in _import(options["document"], options["township"], options["year"]):
        show_progress(result.report.file)
        results.append(result)
    end_progress()
    if options["report"]:
        reports = [result.report.as_json() for result in results]
        write_outside(options["report"], to_json(reports[0] if len(reports) == 1 else reports))
    for result in results:
        click.echo(result.report.as_text(language()), err=True)
    drafts = [result for result in results if result.disclosure_yaml]
    if options["dry_run"]:
        for result in drafts:
            click.echo(result.disclosure_yaml, nl=False)
    else:
        folder = options["output"] / "townships" / county_code / slug / options["year"]
        _write(drafts, folder, may_replace=options["replace"])
    if not drafts or any(result.has_errors for result in results):
        sys.exit(1)


def _import(path: Path, township: str, year: str) -> Iterable[ImportResult]:
    if path.is_dir():
        return import_folder(path, township=township, year=year)
    data = _read(path)
    if path.suffix.lower() == ".zip":
        return import_archive(data, file_name=path.name, township=township, year=year)
    return (import_document(data, file_name=path.name, township=township, year=year),)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(f"无法读取 {path}：{reason}。", f"{path} cannot be read: {reason}.") from error


def _write(drafts: Sequence[ImportResult], folder: Path, *, may_replace: bool) -> None:
    """One draft is the content; several of one township and year are for a person to bring together."""
    for number, result in enumerate(drafts, start=1):
        text = result.disclosure_yaml or ""
        if len(drafts) > 1:
            _put(folder / draft_name(str(number)), text)
        else:
            _write_disclosure(folder, text, may_replace=may_replace)
    if len(drafts) == 1 and not (folder / "overview.md").exists():
        # An overview that is there was written by a person, and an outline is no substitute for it.
        _put(folder / "overview.md", drafts[0].overview_md)


def _write_disclosure(folder: Path, text: str, *, may_replace: bool) -> None:
    target, draft = folder / "disclosure.yaml", folder / draft_name()
    present = _present(target)
    if present == text:
        tell(f"{target} 没有变化。", f"{target} is unchanged.")
    elif present is None or may_replace:
        _put(target, text)
    else:
        _put(draft, text)
        click.echo("".join(_difference(present, text, target.name, draft.name)), nl=False)
        tell(
            f"{target} 已存在，没有改动；不同之处见上。合并后请删去 {draft.name}，或用 --replace 覆盖。",
            f"{target} was there and is unchanged; the differences are above. Merge them and delete {draft.name}, "
            "or use --replace.",
        )


def _present(path: Path) -> str | None:
    return _read(path).decode("utf-8", "replace") if path.exists() else None


def _difference(old: str, new: str, old_name: str, new_name: str) -> Iterator[str]:
    return difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), old_name, new_name, n=1
    )


def _put(path: Path, text: str) -> None:
    write_outside(path, text.encode())
    tell(f"已写入 {path}", f"Written: {path}")
