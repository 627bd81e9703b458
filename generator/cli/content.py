"""`build`, `validate` and `schema`."""

import os
import re
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import click

from generator.build import BuildOptions, ContentProblems, Review, build_site, validate_content
from generator.build.report import BuildReport
from generator.build.reviewing import SourceFinding
from generator.cli.speaking import (
    ANY_PATH,
    FILE,
    FOLDER,
    end_progress,
    exits,
    lang_option,
    language,
    show,
    show_progress,
    tell,
    to_json,
)
from generator.load.content import find_content_root
from generator.model.fields import fields_of
from generator.model.schema import CONTENT_FILES, make_schema, make_schemas
from generator.model.site import Site
from generator.output import write_outside
from generator.problems import Problem, Severity, arrange

_THEME = Path(__file__).resolve().parents[2] / "themes" / "default"


def _check_base_url(_context: click.Context, _option: click.Parameter, value: str) -> str:
    declaration = fields_of(Site)["base_url"]
    if value and not re.fullmatch(declaration.pattern, value):
        raise click.BadParameter(" / ".join(declaration.expected))
    return value


@click.command()
@click.option(
    "--content", type=FOLDER, default=Path("content"), show_default=True, help="The content folder."
)
@click.option("--output", type=FOLDER, default=Path("site"), show_default=True, help="Where the site goes.")
@click.option("--theme", type=FOLDER, default=_THEME, help="The theme folder; else the default theme.")
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
@click.option(
    "--report",
    type=FILE,
    help="Write counts, findings by rule and outcome, seconds and bytes per stage, and problems as JSON.",
)
@lang_option
@exits
def build(**options: Any) -> None:
    """Make the site from the content."""
    settings = BuildOptions(
        content=options["content"],
        output=options["output"],
        theme=options["theme"],
        base_url=options["base_url"],
        jobs=options["jobs"] or os.cpu_count() or 1,
        with_search=not options["no_search"],
        is_strict=options["strict"],
        is_clean=options["clean"],
        progress=(lambda _: None) if options["quiet"] else show_progress,
    )
    report = _build(settings, options["report"])
    show(report.problems)
    if not options["quiet"]:
        _summarise(report, settings.output)


def _build(settings: BuildOptions, report_path: Path | None) -> BuildReport:
    """Build, and write the report whether it went well or not."""
    try:
        report = build_site(settings)
    except ContentProblems as faults:
        if report_path:
            write_outside(report_path, to_json(BuildReport(problems=faults.problems).as_json()))
        raise
    if report_path:
        write_outside(report_path, to_json(report.as_json()))
    return report


def _summarise(report: BuildReport, output: Path) -> None:
    counts, seconds = report.counts, sum(stage.seconds for stage in report.stages)
    end_progress()
    tell(
        f"{output}：{counts['disclosures']} 份公开文件，{counts['projects']} 个项目，{counts['indicators']} 行指标，"
        f"{counts['pages']} 个页面，{seconds:.1f} 秒。",
        f"{output}: {counts['disclosures']} disclosures, {counts['projects']} projects, {counts['indicators']} indicators, "
        f"{counts['pages']} pages, {seconds:.1f} s.",
    )


@click.command()
@click.argument("paths", nargs=-1, type=ANY_PATH, metavar="[PATH…]")
@click.option(
    "--content", type=FOLDER, default=Path("content"), show_default=True, help="The content folder."
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
@lang_option
@exits
def validate(paths: tuple[Path, ...], content: Path, form: str, *, strict: bool) -> None:
    """Check the content only. PATH: content folders, or files and folders in one; else all of --content.

    Findings of checks that rest on the text rather than on the document are shown after the problems. They are for a
    person to compare with the source and change nothing in the exit status.
    """
    reviews = [_validate_path(path) for path in paths or (content,)]
    problems = arrange(problem for review in reviews for problem in review.problems)
    findings = {found.finding.id: found for review in reviews for found in review.findings}.values()
    if form == "json":
        lists = {
            "problems": [problem.as_json() for problem in problems],
            "findings": [found.as_json() for found in findings],
        }
        click.echo(to_json(lists).decode(), nl=False)
    else:
        _print_review(problems, findings)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    tell(
        f"{errors} 个错误，{len(problems) - errors} 个提醒。",
        f"{errors} errors, {len(problems) - errors} warnings.",
    )
    if errors or (strict and problems):
        sys.exit(1)


def _print_review(problems: Iterable[Problem], findings: Collection[SourceFinding]) -> None:
    for problem in problems:
        click.echo(problem.as_text(language()))
    if findings:
        heading = {"zh": "请对照来源文件：", "en": "To compare with the source:"}
        click.echo(heading[language()])
    for found in findings:
        click.echo(found.as_text(language()))


def _validate_path(path: Path) -> Review:
    root, inside = find_content_root(path)
    if inside == ".":
        return validate_content(root)
    return validate_content(root, chosen=lambda file: file == inside or file.startswith(f"{inside}/"))


@click.command()
@click.argument("name", required=False, type=click.Choice(list(CONTENT_FILES)))
@lang_option
@exits
def schema(name: str | None) -> None:
    """Print the JSON Schema of the content files, or of one kind of them."""
    click.echo(to_json(make_schema(name) if name else make_schemas()).decode(), nl=False)
