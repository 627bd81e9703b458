"""Tokens → columns, where merged cells were lost: the assignment in which the cells fit their columns best.

A row reads its columns from left to right and may leave some out; a new row begins where the columns would have to
go back. The best of all such readings is found by dynamic programming (Viterbi), so a row whose first cells are
missing comes out aligned from the right without a rule of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importing.families.affinity import (
    CHEAP_AT_END,
    FREE_AT_START,
    IMPOSSIBLE,
    SKIP,
    TEXT_FIELDS,
    USUAL_SKIP,
    affinity,
)
from generator.importing.families.tokens import Gap, Line, Token

_NEW_ROW_INSIDE_A_LINE = -8.0
_NEW_LINE_INSIDE_A_ROW = -6.0
_STAY = {Gap.GLUED: -0.3, Gap.BLANK: -1.5, Gap.WIDE: -4.0, Gap.LINE: -3.5}
"""What it costs to put a token together with the one before."""
_NEW_ROW = -1.0
_ONLY_PROJECT = -1.5
_ONLY_CATEGORY = -2.0
"""What it costs to end a row before its name: a sum without indicators, a category with nothing behind it."""
_BEFORE_ROWS = frozenset(("publisher", "code", "project", "total", "goals"))
_NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Placed:
    token: Token
    column: int


AlignedRow = tuple[Placed, ...]


def align(lines: Sequence[Line], columns: Sequence[str], *, row_per_line: bool) -> list[AlignedRow]:
    """The rows of a table. `columns` are fields, blank where a column means nothing to us."""
    tokens: list[Token] = []
    fixed: list[int | None] = []
    for line in lines:
        kept, places = _settled(line, columns)
        tokens.extend(kept)
        fixed.extend(places)
    return _rows(tokens, _best(tokens, fixed, columns, row_per_line=row_per_line)) if tokens else []


def _settled(line: Line, columns: Sequence[str]) -> tuple[Sequence[Token], list[int | None]]:
    """A line with a cell for each column, all of which fit, keeps its places; others lose the blanks at their end."""
    if len(line) == len(columns) and all(
        affinity(token.text, field) > IMPOSSIBLE + 2 for token, field in zip(line, columns, strict=True)
    ):
        return line, list(range(len(columns)))
    last = max((place for place, token in enumerate(line, start=1) if token.key), default=0)
    return line[:last], [None] * last


def _best(
    tokens: Sequence[Token], fixed: Sequence[int | None], columns: Sequence[str], *, row_per_line: bool
) -> list[int]:
    """The column of each token. Negative means that the token begins a row there: column `-1 - value`."""
    costs = _Costs(columns)
    places = range(len(columns))
    scores: list[float] = []
    came: list[list[int]] = []
    for index, token in enumerate(tokens):
        fits = [
            _NEVER if fixed[index] not in (None, place) else affinity(token.text, columns[place])
            for place in places
        ]
        if not index:
            scores, came = [costs.start[place] + fits[place] for place in places], [[-1] * len(columns)]
            continue
        inside, anew = _penalties(token, row_per_line=row_per_line, settled=fixed[index] is not None)
        ended = [score + costs.end[place] for place, score in enumerate(scores)]
        best_end = max(places, key=lambda place: ended[place])
        following: list[float] = []
        origins: list[int] = []
        for place in places:
            choices = [(ended[best_end] + costs.start[place] + anew, -1 - best_end)]
            choices += [
                (scores[before] + costs.between(before, place) + inside, before) for before in range(place)
            ]
            if fixed[index] is None and token.gap in _STAY and columns[place] in TEXT_FIELDS:
                choices.append((scores[place] + _STAY[token.gap] - fits[place] * 0.5 + inside * 0.5, place))
            score, origin = max(choices)
            following.append(score + fits[place])
            origins.append(origin)
        scores = following
        came.append(origins)
    return _traced(scores, came, costs)


def _penalties(token: Token, *, row_per_line: bool, settled: bool) -> tuple[float, float]:
    """For going on with the row, and for beginning a new one."""
    if settled and token.gap is Gap.LINE:
        return _NEVER, 0.0
    if not row_per_line:
        return 0.0, _NEW_ROW
    if token.gap is Gap.LINE:
        return _NEW_LINE_INSIDE_A_ROW, 0.0
    return 0.0, _NEW_ROW_INSIDE_A_LINE


def _traced(scores: Sequence[float], came: Sequence[Sequence[int]], costs: "_Costs") -> list[int]:
    place = max(range(len(scores)), key=lambda place: scores[place] + costs.end[place])
    path: list[int] = []
    for origins in reversed(came):
        origin = origins[place]
        path.append(-1 - place if origin < 0 else place)
        place = -1 - origin if origin < 0 else origin
    return path[::-1]


class _Costs:
    """What leaving out columns costs."""

    def __init__(self, columns: Sequence[str]) -> None:
        skips = [SKIP.get(field, USUAL_SKIP) if field else 0.0 for field in columns]
        lead = [0.0 if field in FREE_AT_START else skip for field, skip in zip(columns, skips, strict=True)]
        tail = [CHEAP_AT_END.get(field, skip) for field, skip in zip(columns, skips, strict=True)]
        self.start = [sum(lead[:place]) for place in range(len(columns))]
        self.end = [sum(tail[place + 1 :]) for place in range(len(columns))]
        for place, field in enumerate(columns):
            if field in _BEFORE_ROWS:
                self.end[place] = max(self.end[place], _ONLY_PROJECT)
            elif field in ("level1", "level2"):
                self.end[place] = max(self.end[place], _ONLY_CATEGORY)
        self._sums = [sum(skips[:place]) for place in range(len(columns) + 1)]

    def between(self, before: int, place: int) -> float:
        return self._sums[place] - self._sums[before + 1]


def _rows(tokens: Sequence[Token], path: Sequence[int]) -> list[AlignedRow]:
    return [tuple(row) for row in _grouped(tokens, path)]


def _grouped(tokens: Sequence[Token], path: Sequence[int]) -> Iterator[list[Placed]]:
    row: list[Placed] = []
    for token, place in zip(tokens, path, strict=True):
        if place < 0 and row:
            yield row
            row = []
        row.append(Placed(token, -1 - place if place < 0 else place))
    if row:
        yield row
