"""Groups of so few persons that they could be known, and what stays in their document for them (domain.md §9).

The one place that says so: whatever gathers rows across townships asks `stays_in_document`.
"""

from generator.analyse.disclosure import IndicatorFacts, ProjectFacts
from generator.readings import Kind, Reading
from generator.readings.units import UNITS

_FEWEST_SHOWN = 5
_PEOPLE = frozenset({"count:persons", "count:households"})


def stays_in_document(project: ProjectFacts, row: IndicatorFacts) -> bool:
    """Whether the row counts a small group, or prints money in a table that counts one: it tells what each gets."""
    return is_small_group(row) or (_has_money(row) and has_small_group(project))


def has_small_group(project: ProjectFacts) -> bool:
    return any(map(is_small_group, project.indicators))


def is_small_group(row: IndicatorFacts) -> bool:
    """Whether the target counts one to four persons or households (`1人`, `≥3户`, `3个` of a 人数): they could be
    known.
    """
    counts_people = "人数" in row.printed.name
    return any(
        _is_few(clause)
        and (_unit_family(clause) in _PEOPLE or (counts_people and clause.unit in {None, "个"}))
        for clause in _clauses(row)
    )


def _has_money(row: IndicatorFacts) -> bool:
    return any(clause.kind is Kind.MONEY for clause in _clauses(row))


def _clauses(row: IndicatorFacts) -> tuple[Reading, ...]:
    return (row.reading, *row.reading.further)


def _is_few(reading: Reading) -> bool:
    highest = reading.value if reading.value_max is None else reading.value_max
    return reading.kind is Kind.QUANTITY and highest is not None and 0 < highest < _FEWEST_SHOWN


def _unit_family(reading: Reading) -> str:
    unit = UNITS.get(reading.unit or "")
    return unit.family if unit else ""
