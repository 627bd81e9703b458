"""Lists across townships: what each disclosure adds to one, and the little that its page needs of all of them.

A list may have a hundred thousand entries. All of them go into its CSV, disclosure by disclosure, and are forgotten;
for the page the first of each section are kept, and how many there are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Entry = TypeVar("Entry")

SHOWN = 100
"""Of each section of a list, on its page."""


@dataclass(frozen=True, slots=True)
class Gathered(Generic[Entry]):
    """Of one disclosure, or of all of them together."""

    counts: Mapping[str, int] = field(default_factory=dict)
    """Section → how many entries it has. A list without sections has one, named `""`."""
    first: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """Section → its first entries, in the order of the disclosures."""
    left_out: int = 0
    """Entries about groups of one to four persons, which are counted and not listed."""
    tally: Mapping[str, int] = field(default_factory=dict)
    """Printed text → how many projects or rows print it, where a list counts that."""

    @property
    def count(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Portion(Generic[Entry]):
    """What one disclosure adds to a list."""

    gathered: Gathered[Entry]
    csv: bytes = b""
    """Its rows in the list's CSV."""


def gather(
    entries: Iterable[tuple[str, Entry]],
    *,
    limit: int = SHOWN,
    left_out: int = 0,
    tally: Iterable[str] = (),
) -> Gathered[Entry]:
    """`entries`: each with its section."""
    counts: Counter[str] = Counter()
    first: defaultdict[str, list[Entry]] = defaultdict(list)
    for section, entry in entries:
        counts[section] += 1
        if len(first[section]) < limit:
            first[section].append(entry)
    shown = {section: tuple(kept) for section, kept in first.items()}
    return Gathered(dict(counts), shown, left_out, dict(Counter(tally)))


class Gathering(Generic[Entry]):
    """A list while the disclosures come in."""

    def __init__(self, limit: int = SHOWN) -> None:
        self._limit = limit
        self._counts: Counter[str] = Counter()
        self._first: defaultdict[str, list[Entry]] = defaultdict(list)
        self._left_out = 0
        self._tally: Counter[str] = Counter()

    def add(self, part: Gathered[Entry]) -> None:
        self._counts.update(part.counts)
        self._left_out += part.left_out
        self._tally.update(part.tally)
        for section, entries in part.first.items():
            kept = self._first[section]
            kept += entries[: self._limit - len(kept)]

    def result(self) -> Gathered[Entry]:
        shown = {section: tuple(entries) for section, entries in self._first.items()}
        return Gathered(dict(self._counts), shown, self._left_out, dict(self._tally))


def most_frequent(tally: Mapping[str, int], limit: int = 30) -> Sequence[tuple[str, int]]:
    """Equal numbers in the order of the text."""
    return sorted(tally.items(), key=lambda entry: (-entry[1], entry[0]))[:limit]
