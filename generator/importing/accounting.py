"""What became of each line of the source. Nothing printed is lost: a line without a use is a bug."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.importing.blocks import Block, Cell


class Fate(StrEnum):
    """In order of rank: where a line has several uses, the first of these is named."""

    PRIVATE = "private"
    """A name, telephone or identity number was withheld."""
    UNRECOGNISED = "unrecognised"
    """Not understood: a person must look."""
    CATEGORY_ONLY = "category_only"
    """A row with only its category printed: carried, with the other cells empty."""
    PARTLY = "partly"
    """Some of the line is carried, the rest is for `overview.md`."""
    FIGURES = "figures"
    """The figures are carried, the wording is for `overview.md`."""
    CARRIED = "carried"
    BLANK_ROW = "blank_row"
    REPETITION = "repetition"
    LABEL = "label"
    """The head or a label of a table or form."""
    HEADING = "heading"
    NARRATIVE = "narrative"
    RESIDUE = "residue"


_RANK = {fate: rank for rank, fate in enumerate(Fate)}


@dataclass(frozen=True, slots=True)
class Use:
    line: int
    last_line: int
    fate: Fate
    what: str = ""
    """The field, the heading it stands under, or the line it repeats."""


def use_of(block: Block | Cell, fate: Fate, what: str = "") -> Use:
    return Use(block.line, block.last_line, fate, what)


def by_line(uses: Iterable[Use]) -> Mapping[int, Use]:
    """Line → its use of the highest rank, as a use of that one line."""
    chosen: dict[int, Use] = {}
    for use in uses:
        for line in range(use.line, use.last_line + 1):
            known = chosen.get(line)
            if known is None or _RANK[use.fate] < _RANK[known.fate]:
                chosen[line] = Use(line, line, use.fate, use.what)
    return dict(sorted(chosen.items()))


def runs(uses: Mapping[int, Use]) -> tuple[Use, ...]:
    """Neighbouring lines of one use, put together; blank lines between them do not part them."""
    together: list[Use] = []
    for use in uses.values():
        last = together[-1] if together else None
        if last and (last.fate, last.what) == (use.fate, use.what):
            together[-1] = Use(last.line, use.last_line, use.fate, use.what)
        else:
            together.append(use)
    return tuple(together)
