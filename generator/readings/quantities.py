"""The numbers in a clause that count or measure something."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.readings import rates
from generator.readings.comparators import find_before
from generator.readings.figures import read_figure
from generator.readings.heads import read_head
from generator.readings.idioms import find_idioms, is_uncertain, match_zero
from generator.readings.numerals import Number, next_number_start, read_number
from generator.readings.quantity import Quantity, Unknown
from generator.readings.reading import Note
from generator.readings.units import UNITS, is_vague_after_chinese

_AND = re.compile(r"(?:且|并且|并|同时|,|、|;|和)*")
_MAX_BETWEEN_BOUNDS = 12
_BOILERPLATE_TAIL = re.compile(r"完成|指标|任务|满意|达标|效益|合格")
_YEAR_LIKE = re.compile(r"(?:19|20)[0-9]{2}$")
_MAX_BARE_LENGTH = 10
"""Digits; a longer number without a unit is a telephone or an identity number."""


def find_quantity(
    text: str, masks: Sequence[tuple[int, int]] = (), unknown: Unknown | None = None
) -> Quantity | None:
    """The first one. `masks` are places that are dates."""
    return next(find_quantities(text, masks, unknown), None)


def find_quantities(
    text: str, masks: Sequence[tuple[int, int]] = (), unknown: Unknown | None = None
) -> Iterator[Quantity]:
    pers = rates.find_before(text, 0, len(text))
    closed = [*masks, *((per.start, per.end) for per in pers), *find_idioms(text)]
    position = before = 0
    while (start := next_number_start(text, position, len(text))) is not None:
        if (inside := _end_of_closed(closed, start)) is not None:
            position = inside
            continue
        number = None if is_uncertain(text, start) else read_number(text, start)
        quantity = None
        if (end := match_zero(text, start)) is not None:
            quantity = _zero(text, start, end, before)
        elif number is not None:
            quantity = read_figure(text, number, unknown)
            read_head(text, quantity, [per for per in pers if per.start >= before], before)
            quantity = _finish(text, quantity) if _is_meant(text, number, quantity) else None
        if quantity is not None:
            yield quantity
            before = quantity.end
        position = quantity.end if quantity else number.end if number else start + 1


def _end_of_closed(closed: Sequence[tuple[int, int]], start: int) -> int | None:
    return next((end for begin, end in closed if begin <= start < end), None)


def _zero(text: str, start: int, end: int, since: int) -> Quantity:
    """`零事故` is a count of 0 whose noun stands in the tail."""
    quantity = Quantity(start, end, Decimal(0), first=start, number_start=start, number_end=start + 1)
    quantity.subject, quantity.tail = text[since:start], text[start + 1 :]
    quantity.is_zero_of = True
    quantity.notes += [Note.NUMERAL_CONVERTED] * (text[start] == "零") + [Note.UNIT_ABSENT]
    return quantity


def _is_meant(text: str, number: Number, quantity: Quantity) -> bool:
    """Whether the number counts or measures something, rather than being part of a name."""
    tail, has_sign = text[quantity.end :], quantity.op_printed
    is_chinese = number.is_converted and number.unit is None and text[number.start] not in "0123456789"
    if quantity.unit is not None:
        unit = UNITS.get(quantity.unit)
        return has_sign or not (is_chinese and unit and is_vague_after_chinese(unit))
    printed = text[quantity.number_start : quantity.number_end]
    if len(printed) > _MAX_BARE_LENGTH:
        return False
    if is_chinese:
        return has_sign or (len(printed) > 1 and not tail and not quantity.subject)
    if not tail:
        return has_sign or not (quantity.subject and _YEAR_LIKE.fullmatch(printed))
    return has_sign or (not quantity.subject and _BOILERPLATE_TAIL.search(tail) is not None)


def _finish(text: str, quantity: Quantity) -> Quantity:
    if quantity.op in {">=", ">"} and quantity.value_max is None:
        bound = _read_bound(text, quantity.end)
        if bound and _is_upper_end(quantity, bound):
            _take_bound(quantity, bound)
    quantity.tail = text[quantity.end :]
    if quantity.unit is None:
        quantity.notes.append(Note.UNIT_ABSENT)
    return quantity


def _read_bound(text: str, start: int) -> Quantity | None:
    """A second bound right behind the first: `且≤80`, `,不高于80%`, `5000元以下`."""
    link = _AND.match(text, start)
    position = link.end() if link else start
    number_start = next_number_start(text, position, position + _MAX_BETWEEN_BOUNDS)
    number = None if number_start is None else read_number(text, number_start)
    if number is None:
        return None
    bound = read_figure(text, number)
    before = find_before(text, position, number.start)
    if before is not None and before.start == position:
        bound.op, bound.op_printed = before.op, True
        return bound
    return bound if bound.op_printed and number.start == position else None


def _is_upper_end(quantity: Quantity, bound: Quantity) -> bool:
    has_same_unit = quantity.unit is None or bound.unit in {None, quantity.unit}
    return bound.op in {"<=", "<"} and bound.value >= quantity.value and has_same_unit


def _take_bound(quantity: Quantity, bound: Quantity) -> None:
    if quantity.op == ">" or bound.op == "<":
        quantity.notes.append(Note.BOUNDS_EXCLUSIVE)
    quantity.value_max, quantity.op, quantity.end = bound.value, "=", bound.end
    if quantity.unit is None:
        quantity.unit, quantity.family = bound.unit, bound.family
