"""Numbers inside sentences: goals, sub-target indicators, descriptions."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.readings import glyphs
from generator.readings.clauses import reading_of_quantity
from generator.readings.deadlines import find_deadlines
from generator.readings.frequencies import find_frequencies
from generator.readings.numerals import next_number_start
from generator.readings.quantities import find_quantities
from generator.readings.quantity import Quantity
from generator.readings.reading import FoundReading

_MAX_CLAUSE = 300
_CLAUSE = re.compile(rf"(?:[^,、;。!?\n]|(?<=[0-9]),(?=[0-9]{{3}}(?![0-9]))){{1,{_MAX_CLAUSE}}}")
_ARTICLES = "一个 一种 一项 一位 一名 一处 一套 一级 一场 一件 一人 一户 一家 一年 一月 一日 一天 一季 两个"
"""In a sentence these are no counts: 选定一个重点."""
_LOOSE = frozenset(_ARTICLES.split())


def find_readings(text: str) -> tuple[FoundReading, ...]:
    """The numbers in a sentence, in order. Dates, years, document and telephone numbers, and ordinals are none."""
    plain, places = _without_blanks(text)
    return tuple(
        FoundReading(replace(found.reading, raw=text[start:end]), start, end)
        for clause in _CLAUSE.finditer(plain)
        for found in _find_in(clause[0], clause.start())
        for start, end in [(places[found.start], places[found.end - 1] + 1)]
    )


def _find_in(clause: str, offset: int) -> Iterator[FoundReading]:
    if next_number_start(clause, 0, len(clause)) is None:
        return
    masks = [
        *((found.start, found.end) for found in find_deadlines(clause)),
        *((found.start, found.end) for found in find_frequencies(clause)),
    ]
    for quantity in find_quantities(clause, masks):
        if _is_counted(clause, quantity):
            reading = reading_of_quantity(clause, quantity, None)
            yield FoundReading(reading, offset + quantity.first, offset + quantity.end)


def _is_counted(clause: str, quantity: Quantity) -> bool:
    """A number alone is a name or a code more often than a count."""
    if quantity.op_printed or quantity.per or quantity.value == 0:
        return True
    return quantity.unit is not None and clause[quantity.number_start : quantity.number_end + 1] not in _LOOSE


def _without_blanks(text: str) -> tuple[str, list[int]]:
    """Plain text and the printed place of each sign. A blank between digits stays: in prose it parts two numbers."""
    plain = glyphs.make_plain_in_place(text)
    places = [
        place
        for place, sign in enumerate(plain)
        if sign != " " or (plain[place - 1 : place].isdigit() and plain[place + 1 : place + 2].isdigit())
    ]
    return "".join(plain[place] for place in places), places
