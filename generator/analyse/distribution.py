"""The targets of one indicator family, parted into what can stand on one axis and what cannot, with the reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.analyse.catalogue import ListedRow
from generator.readings import Kind, Measure, Reading, measure

_MOST_FAMILIES = 12
"""With an axis of their own on one page; what is beyond is listed with those that stand alone."""


class Apart(StrEnum):
    """Why a target stands on no axis."""

    WORDS = "words"
    NO_UNIT = "no_unit"
    """A number without a unit of measure, or with a phrase in its place."""
    SEVERAL = "several"
    """Several values in one cell: `书记500元，委员300元`."""
    DATE = "date"
    FREQUENCY = "frequency"
    OTHER = "other"
    """A value that has no exact common measure, such as `元/10户`."""
    ALONE = "alone"
    """The only one of its measure."""
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Comparable:
    """Targets of one measure."""

    measure: str
    """`ratio`, `money:元/人/月`"""
    targets: tuple[tuple[ListedRow, Measure], ...]


@dataclass(frozen=True, slots=True)
class Distribution:
    comparable: tuple[Comparable, ...]
    """The largest first, equal ones in the order of the documents."""
    apart: Mapping[Apart, Sequence[ListedRow]]
    """In the order of `Apart`, without empty ones."""


def distribute(rows: Iterable[ListedRow]) -> Distribution:
    by_measure: dict[str, list[tuple[ListedRow, Measure]]] = defaultdict(list)
    apart: dict[Apart, list[ListedRow]] = {reason: [] for reason in Apart}
    for listed in rows:
        measured = comparable_measure(listed.row.reading)
        if measured is None:
            apart[_reason(listed.row.reading)].append(listed)
        else:
            by_measure[measured.family].append((listed, measured))
    ordered = sorted(by_measure.items(), key=lambda entry: -len(entry[1]))
    shown = [(family, targets) for family, targets in ordered[:_MOST_FAMILIES] if len(targets) > 1]
    for _, targets in ordered[len(shown) :]:
        apart[Apart.ALONE] += [listed for listed, _ in targets]
    return Distribution(
        tuple(Comparable(family, tuple(targets)) for family, targets in shown),
        {reason: found for reason, found in apart.items() if found},
    )


def comparable_measure(reading: Reading) -> Measure | None:
    """The measure of a cell with one value; None where it has several."""
    return None if _has_several(reading) else measure(reading)


def _has_several(reading: Reading) -> bool:
    return any(measure(clause) is not None for clause in reading.further)


_REASONS = {
    Kind.BLANK: Apart.BLANK,
    Kind.QUALITATIVE: Apart.WORDS,
    Kind.DEADLINE: Apart.DATE,
    Kind.FREQUENCY: Apart.FREQUENCY,
    Kind.UNMEASURABLE: Apart.NO_UNIT,
}


def _reason(reading: Reading) -> Apart:
    if _has_several(reading):
        return Apart.SEVERAL
    if reading.kind in _REASONS:
        return _REASONS[reading.kind]
    return Apart.NO_UNIT if reading.unit is None else Apart.OTHER
