"""`explain`: how a target value is read."""

import sys
from collections.abc import Iterator

import click

from generator.cli.speaking import exits, lang_option, language, to_json
from generator.problems import Language
from generator.readings import Reading, canonical, read_target, to_record
from generator.readings.plain_words import in_words
from generator.readings.wording import KINDS, NOTES

_LABELS: dict[Language, tuple[str, str, str, str]] = {
    "zh": ("类型", "读作", "说明", "标准写法"),
    "en": ("kind", "read as", "note", "plain form"),
}


@click.command()
@click.argument("texts", nargs=-1, metavar="TEXT…")
@click.option("--operator", default="", help="The comparison, where it has a column of its own: ≥, 大于等于.")
@click.option("--unit", default="", help="The unit, where it has a column of its own: %, 元/人·月.")
@click.option("--json", "as_json", is_flag=True, help="Print an array of readings.")
@lang_option
@exits
def explain(texts: tuple[str, ...], operator: str, unit: str, *, as_json: bool) -> None:
    """Show how target values are read. TEXT: as printed, each an argument of its own; - for the lines of stdin."""
    readings = [read_target(text, operator=operator, unit=unit) for text in _texts(texts)]
    if as_json:
        click.echo(to_json([to_record(reading) for reading in readings]).decode(), nl=False)
        return
    click.echo("\n\n".join("\n".join(_lines(reading, language())) for reading in readings))


def _texts(arguments: tuple[str, ...]) -> Iterator[str]:
    if not arguments:
        raise click.UsageError("Missing argument 'TEXT…'.")
    for argument in arguments:
        if argument == "-":
            yield from sys.stdin.buffer.read().decode("utf-8", "replace").splitlines()
        else:
            # An argument that is no UTF-8 has half characters in it, which cannot be printed.
            yield argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _lines(reading: Reading, speech: Language) -> Iterator[str]:
    (kind, read_as, note, plain_form), colon = _LABELS[speech], "：" if speech == "zh" else ": "
    yield reading.raw
    yield f"  {kind}{colon}{KINDS[reading.kind][speech]}"
    if words := in_words(reading, speech):
        yield f"  {read_as}{colon}{words}"
    for each in dict.fromkeys(note for clause in (reading, *reading.further) for note in clause.notes):
        yield f"    {note}{colon}{NOTES[each][speech]}"
    if printed := canonical(reading):
        yield f"  {plain_form}{colon}{printed}"
