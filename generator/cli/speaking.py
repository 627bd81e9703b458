"""How the commands speak: language, messages, exit status, JSON."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import NoReturn, ParamSpec

import click

from generator.build import ContentProblems
from generator.problems import Language, Problem, UserError

_Params = ParamSpec("_Params")
FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
ANY_PATH = click.Path(path_type=Path)


def _remember_language(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.meta["lang"] = value


lang_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    expose_value=False,
    callback=_remember_language,
    help="Language of the messages; else by LANG.",
)
"""Before or after the name of the command, as one likes."""


def language() -> Language:
    """Chinese or English, by `--lang` or the environment."""
    chosen = click.get_current_context().meta.get("lang")
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    setting = chosen or next((value for name in names if (value := os.environ.get(name))), "")
    return "zh" if setting.startswith("zh") else "en"


def tell(zh: str, en: str) -> None:
    click.echo(zh if language() == "zh" else en, err=True)


def exits(command: Callable[_Params, None]) -> Callable[_Params, None]:
    """Turns what a user can cause into lines and an exit status."""

    @wraps(command)
    def run(*args: _Params.args, **kwargs: _Params.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except UserError as error:
            click.echo(error.message(language()), err=True)
            sys.exit(error.exit_status)
        except ContentProblems as faults:
            _fail(faults.problems)

    return run


def _fail(problems: Iterable[Problem]) -> NoReturn:
    show(problems)
    tell("内容有问题，网站没有改动。", "The content has problems; the site was left as it was.")
    sys.exit(1)


def show(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(problem.as_text(language()), err=True)


def to_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def show_progress(text: str) -> None:
    """One line on a terminal, each over the last; nothing elsewhere."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)


def end_progress() -> None:
    show_progress("")
