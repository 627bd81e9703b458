"""Where each value of a project stands in the document, for `lines` of the draft."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.importing.numbering import Goal
from generator.model.disclosure import ValueLines


def line_in(text: str, place: int, first_line: int) -> int:
    """The line of a place in a text whose first character stands in `first_line`."""
    return first_line + text.count("\n", 0, place)


def value_lines(
    start: int, values: Mapping[str, int], *, goals: Sequence[int] = (), results: Sequence[int] = ()
) -> ValueLines | None:
    """The lines that are not the first of the project; None where all values stand there.

    `values`: field of `ValueLines` → line.
    """
    kept: dict[str, Any] = {name: str(line) for name, line in values.items() if line != start}
    for name, lines in (("goals", goals), ("results", results)):
        if any(line != start for line in lines):
            kept[name] = tuple(map(str, lines))
    return ValueLines(**kept) if kept else None


def goal_lines(goals: Sequence[Goal], cells: Sequence[tuple[str, int]]) -> tuple[int, ...]:
    """The line of each goal; `cells` are the texts they were found in, each with its first line."""
    return tuple(line_in(cells[goal.cell][0], goal.start, cells[goal.cell][1]) for goal in goals)
