"""Checks that note a property of single rows."""

import re
from collections.abc import Callable, Iterator

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts
from generator.checks.finding import Hit, Outcome, PrintedFact, cell, rows_of

_SIGNS = re.compile("[≥≤＞＜＝>=<]+")


def notes_on_rows(
    holds: Callable[[IndicatorFacts], bool], *columns: str
) -> Callable[[DisclosureFacts], Iterator[Hit]]:
    """A note on every row that has the property, with its name, `columns` and target as printed.

    The sentence may use `{category}`, `{name}` and `{target}`.
    """

    def run(facts: DisclosureFacts) -> Iterator[Hit]:
        for project, row in rows_of(facts):
            if holds(row):
                around = (cell(row, column) for column in ("level2", "name", *columns))
                yield Hit(
                    Outcome.NOTE,
                    (*(fact for fact in around if fact.text), *target_cells(row)),
                    project,
                    row,
                    values={
                        "category": row.printed.level2,
                        "name": row.printed.name,
                        "target": printed_target(row),
                    },
                )

    return run


def target_cells(row: IndicatorFacts) -> tuple[PrintedFact, ...]:
    """The target; with comparison and unit where they have columns of their own."""
    cells = (cell(row, column) for column in ("operator", "target", "unit"))
    return tuple(fact for fact in cells if fact.text)


def printed_target(row: IndicatorFacts) -> str:
    """`≥`, `95`, `%` → `≥95%`; words such as 定性 in the operator column are no part of the value."""
    printed = row.printed
    sign = printed.operator if printed.operator and _SIGNS.fullmatch(printed.operator) else ""
    return f"{sign}{printed.target}{printed.unit or ''}"
