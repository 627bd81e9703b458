"""The command line. The only place that reads the environment and the arguments.

Exit status: 0 fine, 1 problems in the content or the document, 2 wrong use, 3 something outside is missing.
Progress goes to a terminal on stderr and nowhere else; stdout is for what was asked for.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn, ParamSpec

import click

from generator import addresses
from generator.build import BuildOptions, ContentProblems, build_site, validate_content
from generator.build.report import BuildReport
from generator.importing import ImportResult, import_document
from generator.load.content import find_content_root
from generator.model.fields import fields_of
from generator.model.schema import CONTENT_FILES, make_schema, make_schemas
from generator.model.site import Site
from generator.output import write_outside
from generator.problems import Language, Problem, Severity, UserError, arrange

_Params = ParamSpec("_Params")
_THEME = Path(__file__).resolve().parent.parent / "themes" / "default"
_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)
_ANY = click.Path(path_type=Path)


def _remember_language(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.meta["lang"] = value


_lang = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    expose_value=False,
    callback=_remember_language,
    help="Language of the messages; else by LANG.",
)
"""Before or after the name of the command, as one likes."""


def _language() -> Language:
    """Chinese or English, by `--lang` or the environment."""
    chosen = click.get_current_context().meta.get("lang")
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    setting = chosen or next((value for name in names if (value := os.environ.get(name))), "")
    return "zh" if setting.startswith("zh") else "en"


def _check_base_url(_context: click.Context, _option: click.Parameter, value: str) -> str:
    declaration = fields_of(Site)["base_url"]
    if value and not re.fullmatch(declaration.pattern, value):
        raise click.BadParameter(" / ".join(declaration.expected))
    return value


def _tell(zh: str, en: str) -> None:
    click.echo(zh if _language() == "zh" else en, err=True)


def _exits(command: Callable[_Params, None]) -> Callable[_Params, None]:
    """Turns what a user can cause into lines and an exit status."""

    @wraps(command)
    def run(*args: _Params.args, **kwargs: _Params.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except UserError as error:
            click.echo(error.message(_language()), err=True)
            sys.exit(error.exit_status)
        except ContentProblems as faults:
            _fail(faults.problems)

    return run


def _fail(problems: Iterable[Problem]) -> NoReturn:
    _show(problems)
    _tell("内容有问题，网站没有改动。", "The content has problems; the site was left as it was.")
    sys.exit(1)


def _show(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(problem.as_text(_language()), err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@_lang
def main() -> None:
    """Township budget performance targets as an open-data site (乡镇绩效目标公开数据)."""


@main.command()
@click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="The content folder."
)
@click.option("--output", type=_FOLDER, default=Path("site"), show_default=True, help="Where the site goes.")
@click.option("--theme", type=_FOLDER, default=_THEME, help="The theme folder; else the default theme.")
@click.option(
    "--base-url",
    default="",
    callback=_check_base_url,
    help="Address of the site, in place of the one in site.yaml.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; else one per processor.")
@click.option("--no-search", is_flag=True, help="Leave the search index out.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option(
    "--clean", is_flag=True, help="First remove everything that earlier builds left beside the output."
)
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
@click.option("--report", type=_FILE, help="Write counts, seconds and bytes per stage, and problems as JSON.")
@_lang
@_exits
def build(**options: Any) -> None:
    """Make the site from the content."""
    settings = BuildOptions(
        content=options["content"],
        output=options["output"],
        theme=options["theme"],
        language="zh-CN",
        base_url=options["base_url"],
        jobs=options["jobs"] or os.cpu_count() or 1,
        with_search=not options["no_search"],
        is_strict=options["strict"],
        is_clean=options["clean"],
        progress=_show_progress if sys.stderr.isatty() and not options["quiet"] else lambda _: None,
    )
    report = _build(settings, options["report"])
    _show(report.problems)
    if not options["quiet"]:
        _summarise(report, settings.output)


def _build(settings: BuildOptions, report_path: Path | None) -> BuildReport:
    """Build, and write the report whether it went well or not."""
    try:
        report = build_site(settings)
    except ContentProblems as faults:
        if report_path:
            write_outside(report_path, _json(BuildReport(problems=faults.problems).as_json()))
        raise
    if report_path:
        write_outside(report_path, _json(report.as_json()))
    return report


def _show_progress(text: str) -> None:
    click.echo(f"\r{text}", nl=False, err=True)


def _summarise(report: BuildReport, output: Path) -> None:
    counts, seconds = report.counts, sum(stage.seconds for stage in report.stages)
    if sys.stderr.isatty():
        click.echo("\r", nl=False, err=True)
    _tell(
        f"{output}：{counts['disclosures']} 份公开文件，{counts['projects']} 个项目，{counts['indicators']} 行指标，"
        f"{counts['pages']} 个页面，{seconds:.1f} 秒。",
        f"{output}: {counts['disclosures']} disclosures, {counts['projects']} projects, {counts['indicators']} indicators, "
        f"{counts['pages']} pages, {seconds:.1f} s.",
    )


@main.command()
@click.argument("paths", nargs=-1, type=_ANY, metavar="[PATH…]")
@click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="The content folder."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the problems are printed.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@_lang
@_exits
def validate(paths: tuple[Path, ...], content: Path, form: str, *, strict: bool) -> None:
    """Check the content only. PATH: content folders, or files and folders in one; else all of --content."""
    problems = arrange(problem for path in paths or (content,) for problem in _validate_path(path))
    if form == "json":
        click.echo(_json([problem.as_json() for problem in problems]).decode(), nl=False)
    else:
        for problem in problems:
            click.echo(problem.as_text(_language()))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    _tell(
        f"{errors} 个错误，{len(problems) - errors} 个提醒。",
        f"{errors} errors, {len(problems) - errors} warnings.",
    )
    if errors or (strict and problems):
        sys.exit(1)


def _validate_path(path: Path) -> tuple[Problem, ...]:
    root, inside = find_content_root(path)
    if inside == ".":
        return validate_content(root)
    return validate_content(root, chosen=lambda file: file == inside or file.startswith(f"{inside}/"))


@main.command("import")
@click.argument("document", type=_FILE)
@click.option("--township", required=True, help="Id of the township: <county code>-<slug>.")
@click.option("--year", required=True, help="The budget year.")
@click.option(
    "--output",
    type=_FOLDER,
    default=Path("content"),
    show_default=True,
    help="The content folder to write into.",
)
@click.option("--dry-run", is_flag=True, help="Print the draft on stdout; write nothing.")
@click.option("--report", type=_FILE, help="Write the import report as JSON.")
@_lang
@_exits
def import_(**options: Any) -> None:
    """Make draft content from a published DOCUMENT (.txt)."""
    document: Path = options["document"]
    county_code, slug = addresses.split_township_id(options["township"])
    addresses.check_year(options["year"])
    result = import_document(
        _read_document(document), file_name=document.name, township=options["township"], year=options["year"]
    )
    if options["report"]:
        write_outside(options["report"], _json(result.report.as_json()))
    click.echo(result.report.as_text(_language()), err=True)
    if result.disclosure_yaml and options["dry_run"]:
        click.echo(result.disclosure_yaml, nl=False)
    elif result.disclosure_yaml:
        _write_draft(result, options["output"] / "townships" / county_code / slug / options["year"])
    if result.has_errors:
        sys.exit(1)


def _read_document(path: Path) -> bytes:
    if path.suffix.lower() != ".txt":
        raise UserError(
            f"{path.name}：目前只能导入 .txt 文本。请先把文件另存为纯文本。",
            f"{path.name}: only .txt can be imported so far. Save the document as plain text first.",
        )
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(f"无法读取 {path}：{reason}。", f"{path} cannot be read: {reason}.") from error


def _write_draft(result: ImportResult, folder: Path) -> None:
    """Never over what is there: a person may have edited it."""
    drafts = {"disclosure.yaml": result.disclosure_yaml or "", "overview.md": result.overview_md}
    taken = [name for name in drafts if (folder / name).exists()]
    if taken:
        raise UserError(
            f"{folder} 里已有 {'、'.join(taken)}，没有覆盖。请用 --output 写到别处再比较，或用 --dry-run 查看。",
            f"{folder} already holds {', '.join(taken)}, which was not overwritten. Write elsewhere with --output "
            "and compare, or look with --dry-run.",
        )
    for name, text in drafts.items():
        write_outside(folder / name, text.encode())
    _tell(f"已写入 {folder}", f"Written to {folder}")


@main.command()
@click.argument("name", required=False, type=click.Choice(list(CONTENT_FILES)))
@_lang
@_exits
def schema(name: str | None) -> None:
    """Print the JSON Schema of the content files, or of one kind of them."""
    click.echo(_json(make_schema(name) if name else make_schemas()).decode(), nl=False)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
