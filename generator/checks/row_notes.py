"""Checks that note a property of single rows."""

import re
from collections.abc import Callable, Iterator

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts
from generator.checks.finding import Hit, Outcome, cell, rows_of

_SIGNS = re.compile("[≥≤＞＜＝>=<]+")
_TARGET = ("operator", "target", "unit")
"""Where comparison and unit have columns of their own, they belong to the printed value."""


def notes_on_rows(
    holds: Callable[[IndicatorFacts], bool], *columns: str
) -> Callable[[DisclosureFacts], Iterator[Hit]]:
    """A note on every row that has the property, with its name, `columns` and target as printed.

    The sentence may use `{category}`, `{name}` and `{target}`.
    """

    def run(facts: DisclosureFacts) -> Iterator[Hit]:
        for project, row in rows_of(facts):
            if holds(row):
                printed = [cell(row, column) for column in ("level2", "name", *columns, *_TARGET)]
                yield Hit(
                    Outcome.NOTE,
                    tuple(fact for fact in printed if fact.text),
                    project,
                    row,
                    values={
                        "category": row.printed.level2,
                        "name": row.printed.name,
                        "target": _joined(*(fact.text for fact in printed[-len(_TARGET) :])),
                    },
                )

    return run


def _joined(operator: str, target: str, unit: str) -> str:
    """`≥`, `95`, `%` → `≥95%`; words such as 定性 in the operator column are no part of the value."""
    return f"{operator if _SIGNS.fullmatch(operator) else ''}{target}{unit}"
