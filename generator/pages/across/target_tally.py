"""How many of the targets on one axis say the same: the distribution in words and figures."""

from generator.analyse.distribution import Comparable
from generator.pages.across.surroundings import Surroundings
from generator.pages.charts.dots import SHAPES
from generator.pages.figures import set_count
from generator.pages.views import Cell, Role, Table
from generator.readings.plain_words import in_words

_MOST = 12
"""Different targets; of more, the chart and the list of rows must do."""
_FEWEST_EACH = 2
"""On average; where less is said twice, the list of rows is as short."""


def target_tally(around: Surroundings, targets: Comparable) -> Table | None:
    """In the order of the axis; None where it would be hardly shorter than the list of rows, or too long."""
    t, signs = around.t, list(SHAPES)
    words: dict[tuple[object, ...], str] = {}
    counts: dict[tuple[object, ...], int] = {}
    for listed, each in sorted(targets.targets, key=lambda entry: (entry[1].value, signs.index(entry[1].op))):
        key = (each.op, each.value, each.value_max)
        words.setdefault(key, in_words(listed.row.reading, t.reading_language))
        counts[key] = counts.get(key, 0) + 1
    if len(counts) > _MOST or len(targets.targets) < _FEWEST_EACH * len(counts):
        return None
    heads = (
        Cell(t.column_reading, role=Role.NAME),
        Cell(t.py_tally_rows, is_number=True, role=Role.AMOUNT),
    )
    rows = tuple((Cell(words[key]), Cell(set_count(count), is_number=True)) for key, count in counts.items())
    return Table(t.py_tally, heads, rows)
