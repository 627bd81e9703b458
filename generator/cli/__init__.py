"""The command line. The only place that reads the environment and the arguments.

Exit status: 0 fine, 1 problems in the content or the document, 2 wrong use, 3 something outside is missing.
Progress goes to a terminal on stderr and nowhere else; stdout is for what was asked for.
"""

import click

from generator.cli.content import build, schema, validate
from generator.cli.importing import import_
from generator.cli.reading import explain
from generator.cli.speaking import lang_option


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@lang_option
def main() -> None:
    """Township budget performance targets as an open-data site (乡镇绩效目标公开数据)."""


for command in (build, validate, import_, explain, schema):
    main.add_command(command)
