"""Makes the reference pages from the declarations in the code; `--check` only tells whether they are stale.

A page is a function that returns its text. Only `main` touches the disk.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from generator.cli import main as command_line
from generator.datasets.columns import AnyTable, Column
from generator.datasets.files import FORMATS, file_path
from generator.datasets.tables import TABLES
from generator.importing.import_problems import KINDS
from generator.load.decode import KIND_WORDS
from generator.model.fields import Field, Kind, RecordClass, fields_of, yaml_key
from generator.model.schema import CONTENT_FILES
from generator.problems import CATALOGUE, ProblemKind
from tools import reference_checks

REPOSITORY = Path(__file__).resolve().parent.parent

_MADE = "<!-- Made by `make docs` from the code. Do not edit by hand. -->"

_CONTENT_INTRODUCTION = """\
# Content files

What an editor writes, field by field. Everything below comes from the declarations in `generator/model/`, which the
validator, the JSON Schema (`python -m generator schema`) and the dataset dictionary read too.

Every YAML value is the text that stands there: `year: 2024` and `year: "2024"` are the same four characters, and no
date, number or `yes` appears by itself. UTF-8 without BOM, at most 8 MiB; no anchors, tags, second documents, or keys
that are given twice. A fault is reported with file, line and column; [problems](../problems.md) lists them all.

**A key that is left out is not the same as an empty value.** Left out means that the document does not print the
cell at all; `""` means that it prints the cell and leaves it blank.

Printed text stays as printed. Only line breaks and the blanks that extraction puts between Chinese characters are
removed; look-alike characters and misprints are kept.

Two more kinds of file are Markdown, without front matter and without HTML, and begin with `# title`:

| file | what it is |
|---|---|
| `townships/<county code>/<slug>/<year>/overview.md` | an editor's summary of one disclosure; `[第 52 行](line:52)` leads to a line of the source |
| `pages/*.md` | a page of the site: `pages/about.md` is `/about/` |
| `overview.en.md`, `pages/*.en.md` | the same in English, beside it; where there is none, the English page shows the Chinese |
"""

_COMMANDS_INTRODUCTION = """\
# Commands

`python -m generator …`, inside the virtual environment that `make site` makes (`.venv/bin/python`).

Exit status: 0 fine, 1 problems in the content or the document, 2 wrong use, 3 something outside is missing (named with
its remedy). Messages are Chinese or English by `--lang`, else by `LC_ALL`, `LC_MESSAGES` or `LANG`. What was asked for
goes to stdout; messages and progress go to stderr, progress only when that is a terminal.
"""

_DATASETS_INTRODUCTION = """\
# Datasets

What a build writes into `data/`. Every table comes in every format, with the same rows in the same order:

{formats}

`index.json` lists all files with bytes, SHA-256 and rows. The order of the columns is fixed; new columns come at the
end. Numbers are plain decimals. A value that is not printed is empty in CSV; in JSON it is `null` in a column of numbers
and `""` in a column of texts. A list is a list in JSON, and joined in CSV: `per` with `/`, others with `；`.

`kind` … `deadline` say how the program reads `target`, which stays beside them as printed; `reading_notes` name what was
inferred. [Checks](../checks.md) says what stands in `findings`.

In the CSV for Excel and WPS, a text that a spreadsheet would run as a formula (`=79人`) begins with an apostrophe.
"""

_PROBLEMS_INTRODUCTION = """\
# Problems

Every fault that `validate`, `build` and `import` report, with what to do. A code never changes its meaning.
`{read}` stands for what was read, `{expected}` for what was expected; other names in braces are likewise filled in.

An **error** means that wrong data would be published: nothing is written, and the last good site stays. A **warning**
asks a person to look; `validate --strict` and `build --strict` count it as an error.
"""


def make_content_page() -> str:
    parts = [_MADE, _CONTENT_INTRODUCTION]
    for name, (path, record, is_list) in CONTENT_FILES.items():
        shape = "A list; each entry has these fields." if is_list else "One group of fields."
        parts.append(f"## {name}\n\n`{path}` — {shape}\n")
        parts += _record_tables(record, "")
    return _page(parts)


def _record_tables(record: RecordClass, prefix: str) -> Iterator[str]:
    """The table of a record and, below it, those of the records inside it, in order."""
    fields = {yaml_key(name): field for name, field in fields_of(record).items()}
    if prefix:
        yield f"### {prefix}\n"
    yield _table(
        ("key", "label", "type", "required", "meaning"),
        (
            (
                f"`{key}`",
                _both(field.zh, field.en),
                _type(field),
                "yes" if field.required else "",
                _both(field.about_zh, field.about_en),
            )
            for key, field in fields.items()
        ),
    )
    for key, field in fields.items():
        if field.record is not None:
            many = "[]" if field.kind is Kind.RECORDS else ""
            yield from _record_tables(field.record, f"{prefix}.{key}{many}".lstrip("."))


def _type(field: Field) -> str:
    if field.kind is Kind.CHOICE:
        return "; ".join(
            f"`{value}`" if value == zh == en else f"`{value}` {_both(zh, en)}"
            for value, (zh, en) in field.choices.items()
        )
    return field.expected[1] if field.kind is Kind.PATTERN else KIND_WORDS[field.kind][1]


def make_commands_page() -> str:
    parts = [_MADE, _COMMANDS_INTRODUCTION, "Before the command:\n", _parameters(command_line)]
    for name, command in command_line.commands.items():
        usage = " ".join(_arguments(command))
        parts += [
            f"## {name}\n",
            f"{command.help}\n",
            f"    python -m generator {name} [OPTIONS] {usage}".rstrip() + "\n",
        ]
        parts += (
            [_parameters(command)] if any(isinstance(each, click.Option) for each in command.params) else []
        )
    return _page(parts)


def _arguments(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            word = parameter.metavar or (parameter.name or "").upper()
            yield word if parameter.required or parameter.metavar else f"[{word}]"


def _parameters(command: click.Command) -> str:
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    return _table(
        ("option", "value", "default", "meaning"),
        (
            (
                " ".join(f"`{name}`" for name in option.opts),
                _value(option),
                f"`{option.default}`" if option.show_default else "required" if option.required else "",
                option.help or "",
            )
            for option in options
        ),
    )


def _value(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return " or ".join(f"`{choice}`" for choice in option.type.choices)
    return option.type.name.removesuffix(" range")


def make_datasets_page() -> str:
    formats = _table(
        ("file", "format", "media type"),
        ((f"`<table>.{each.extension}`", _both(each.zh, each.en), each.media_type) for each in FORMATS),
    ).rstrip()
    parts = [_MADE, _DATASETS_INTRODUCTION.format(formats=formats)]
    for table in TABLES:
        files = ", ".join(f"`{file_path(table, format_)}`" for format_ in FORMATS)
        about = f"{table.zh}: {_both(table.about_zh, table.about_en)}."
        parts += [f"## {table.name}\n", f"{about} {files}\n", _columns(table)]
    return _page(parts)


def _columns(table: AnyTable) -> str:
    def cells(column: Column[Any]) -> tuple[str, ...]:
        about = _both(column.about_zh, column.about_en)
        return f"`{column.name}`", _both(column.zh, column.en), str(column.type), about

    return _table(("column", "label", "type", "meaning"), map(cells, table.columns))


def make_problems_page() -> str:
    parts = [_MADE, _PROBLEMS_INTRODUCTION, *_problems("## Of the content\n", CATALOGUE)]
    return _page([*parts, *_problems("## Of an imported document\n", KINDS)])


def _problems(heading: str, kinds: Mapping[str, ProblemKind]) -> Iterator[str]:
    yield heading
    for code, kind in kinds.items():
        yield f"### {code}\n"
        yield f"{kind.severity.capitalize()}.\n"
        yield f"- {_plain(kind.zh)} {_plain(kind.hint_zh)}\n- {_plain(kind.en)} {_plain(kind.hint_en)}\n"


def make_checks_page() -> str:
    overview = _table(reference_checks.OVERVIEW_HEAD, reference_checks.overview())
    return _page([_MADE, reference_checks.INTRODUCTION, overview, *reference_checks.sections()])


PAGES: Mapping[str, Callable[[], str]] = {
    "docs/reference/content.md": make_content_page,
    "docs/reference/commands.md": make_commands_page,
    "docs/reference/datasets.md": make_datasets_page,
    "docs/problems.md": make_problems_page,
    "docs/checks.md": make_checks_page,
}
"""Path, relative to the repository → the function that makes its text."""


def _both(zh: str, en: str) -> str:
    """Label or meaning in both languages; once where both are the same."""
    return " / ".join(dict.fromkeys(text for text in (zh, en) if text))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ["---"] * len(head)
    return "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in (head, rule, *rows))


def _cell(text: str) -> str:
    return text.replace("|", "\\|") if text.startswith("`") else _plain(text).replace("|", "\\|")


def _plain(text: str) -> str:
    """Words of ours hold no HTML: `<slug>` is to be read as it stands."""
    return text.replace("<", "&lt;")


def _page(parts: Iterable[str]) -> str:
    return "\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.reference", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 when a page is stale"
    )
    is_check = parser.parse_args(arguments).check
    stale = [path for path, make in PAGES.items() if _read(REPOSITORY / path) != make()]
    for path in stale:
        if is_check:
            print(f"{path} is stale: run `make docs`", file=sys.stderr)
        else:
            _write(REPOSITORY / path, PAGES[path]())
    return 1 if is_check and stale else 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
