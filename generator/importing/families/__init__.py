"""The recognisers of target tables, one for each layout family, in the order in which they are asked.

Each has a `NAME`, `accepts(blocks)` and `read(blocks)`. The first that accepts a document reads it; one that knows
a form by words of its own stands before one that reads any form.
"""

from collections.abc import Iterable, Sequence
from types import ModuleType

from generator.importing.blocks import Block, Paragraph, Residue
from generator.importing.families import forms, hebei, prose, wide
from generator.importing.target_tables import TargetTables

FAMILIES: tuple[ModuleType, ...] = (hebei, wide, forms, prose)


def read_tables(blocks: Sequence[Block], residue: Iterable[Residue] = ()) -> TargetTables:
    """Every project target table of a document; empty where no family knows it."""
    for family in FAMILIES:
        given = blocks if family is hebei else _with_numbers(blocks, residue)
        if family.accepts(given):
            found: TargetTables = family.read(given)
            return found
    return TargetTables()


def _with_numbers(blocks: Sequence[Block], residue: Iterable[Residue]) -> Sequence[Block]:
    """A number alone in a line is a page number in a text, but a cell where each cell has a line of its own."""
    numbers = [
        Paragraph(each.text, each.line) for each in residue if each.whole_line and each.text.isdecimal()
    ]
    return sorted((*blocks, *numbers), key=lambda block: block.line)
