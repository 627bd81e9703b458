"""The recognisers of target tables, in the order in which they are asked.

Each has a `NAME`, `accepts(blocks)` and `read(blocks)`. The first group in which one accepts a document reads it; a
family that is known by words of its own stands before those that read any form.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import ModuleType

from generator.importing.blocks import Block, Paragraph, Residue
from generator.importing.families import forms, hebei, prose, wide
from generator.importing.target_tables import TargetTables
from generator.model.disclosure import Project

FAMILIES: tuple[tuple[ModuleType, ...], ...] = ((hebei,), (wide, forms), (prose,))
"""Those of one group may stand in one document together."""


def read_tables(blocks: Sequence[Block], residue: Iterable[Residue] = ()) -> TargetTables:
    """Every project target table of a document; empty where no family knows it."""
    with_numbers = _with_numbers(blocks, residue)
    for group in FAMILIES:
        given = blocks if hebei in group else with_numbers
        found: list[TargetTables] = [family.read(given) for family in group if family.accepts(given)]
        if found:
            return found[0] if len(found) == 1 else _together(found)
    return TargetTables()


def _with_numbers(blocks: Sequence[Block], residue: Iterable[Residue]) -> Sequence[Block]:
    """A number alone in a line is a page number in a text, but a cell where each cell has a line of its own."""
    numbers = [
        Paragraph(each.text, each.line) for each in residue if each.whole_line and each.text.isdecimal()
    ]
    return sorted((*blocks, *numbers), key=lambda block: block.line)


def _together(found: Sequence[TargetTables]) -> TargetTables:
    """The projects of several families in the order of the document, numbered anew."""
    projects = sorted((project for each in found for project in each.projects), key=_line)
    return TargetTables(
        projects=tuple(replace(project, no=str(no)) for no, project in enumerate(projects, start=1)),
        unit_targets=tuple(unit for each in found for unit in each.unit_targets),
        subtotals=tuple(line for each in found for line in each.subtotals),
        publisher=next((each.publisher for each in found if each.publisher), None),
        money_unit=next((each.money_unit for each in found if each.money_unit), None),
        uses=tuple(use for each in found for use in each.uses),
        problems=tuple(problem for each in found for problem in each.problems),
        decisions=tuple(decision for each in found for decision in each.decisions),
    )


def _line(project: Project) -> int:
    return int(project.line)
