"""A number with what is printed behind it: tolerance, second end of a range, unit, rate, comparison."""

import re
from dataclasses import replace
from decimal import Decimal

from generator.readings import rates
from generator.readings.comparators import APPROXIMATE, Comparator, find_after
from generator.readings.numerals import Number, next_number_start, read_number, shift
from generator.readings.quantity import Quantity, Unknown
from generator.readings.reading import Note
from generator.readings.units import TIME_UNITS, UNITS, PrintedUnit, Unit, read_unit

_TO = re.compile(r"(?:\(不?含[^()]{0,8}\))?(?:[-~]+|至|到(?!位))")
_TOLERANCE = re.compile(r"±([0-9]+(?:\.[0-9]+)?)")
_INCLUSION = re.compile(r"\(含[^()]{0,8}\)(?!-|~|至|到)")
_MAX_WITH_TOLERANCE = 9
"""Signs; longer numbers have no tolerance."""
_BEFORE_MINUS = "≥≤<>=为达至到"


def read_figure(text: str, number: Number, unknown: Unknown | None = None) -> Quantity:
    quantity = Quantity(
        number.start, number.end, number.value, number.upper, number_start=number.start, number_end=number.end
    )
    _note_number(quantity, number)
    if _has_minus(text, number.start):
        quantity.value, quantity.start = -quantity.value, number.start - 1
    unit = _read_range(text, quantity, _read_unit_and_tolerance(text, quantity, number))
    _read_after(text, quantity)
    if unknown is not None and unit is None:
        quantity.unit, quantity.per = unknown.unit, quantity.per or unknown.per
    _apply_unit(quantity, unit, number)
    return quantity


def read_bracketed_unit(text: str, start: int) -> PrintedUnit | None:
    """`(%)` of `95(%)`, `(次)` of `12(次)`."""
    if text[start : start + 1] != "(":
        return None
    printed = read_unit(text, start + 1)
    if printed is None or printed.unit is None or text[printed.end : printed.end + 1] != ")":
        return None
    return replace(printed, end=printed.end + 1)


def _note_number(quantity: Quantity, number: Number) -> None:
    if number.is_converted:
        quantity.notes.append(Note.NUMERAL_CONVERTED)
    if number.upper is not None:
        quantity.notes.append(Note.APPROXIMATE)


def _has_minus(text: str, start: int) -> bool:
    """A dash before the number is a minus, unless it links two numbers or words."""
    return text[start - 1 : start] == "-" and (start == 1 or text[start - 2] in _BEFORE_MINUS)


def _read_unit_and_tolerance(text: str, quantity: Quantity, number: Number) -> PrintedUnit | None:
    """`18±2度`, `98%±2%`."""
    unit = _read_unit(text, quantity, number.unit)
    if _read_tolerance(text, quantity):
        return _read_unit(text, quantity, None) or unit
    return unit


def _read_tolerance(text: str, quantity: Quantity) -> bool:
    """`18±2` is 16 to 20."""
    match = _TOLERANCE.match(text, quantity.end)
    printed = text[quantity.number_start : quantity.number_end]
    if match is None or max(len(match[1]), len(printed)) > _MAX_WITH_TOLERANCE:
        return False
    middle, distance = quantity.value, Decimal(match[1])
    quantity.value, quantity.value_max = middle - distance, middle + distance
    quantity.number_end = quantity.end = match.end()
    return True


def _read_unit(text: str, quantity: Quantity, own: str | None) -> PrintedUnit | None:
    if own is not None:
        return _own_unit(own, quantity.end)
    printed = read_unit(text, quantity.end) or read_bracketed_unit(text, quantity.end)
    if printed is None:
        return None
    quantity.end = printed.end
    if printed.unit is None:
        quantity.number_end = printed.end
    if printed.is_about:
        quantity.notes.append(Note.APPROXIMATE)
    return printed


def _own_unit(plain: str, end: int) -> PrintedUnit:
    """Of a number that is a share by itself: `百分之九十五`, `三分之二`."""
    return PrintedUnit(UNITS.get(plain) or Unit(plain, "ratio", Decimal(1)), 0, is_about=False, end=end)


def _read_range(text: str, quantity: Quantity, unit: PrintedUnit | None) -> PrintedUnit | None:
    """`60-80%`, `60%至80%`, `3到5次`: the unit after the second number is that of both."""
    link = _TO.match(text, quantity.end)
    if link is None or quantity.value_max is not None:
        return unit
    second = read_number(text, link.end())
    if second is None:
        return unit
    end_unit = _own_unit(second.unit, second.end) if second.unit else read_unit(text, second.end)
    if unit and not _may_end_range(unit, end_unit):
        return unit
    if second.is_converted:
        quantity.notes.append(Note.NUMERAL_CONVERTED)
    if quantity.value > second.value:
        quantity.notes.append(Note.RANGE_REVERSED)
    quantity.value, quantity.value_max = sorted((quantity.value, second.value))
    quantity.number_end, quantity.end = second.end, end_unit.end if end_unit else second.end
    return end_unit


def _may_end_range(unit: PrintedUnit, end_unit: PrintedUnit | None) -> bool:
    """`60%至80%` is a range, `5人到3村` and `3人-5` are not."""
    if end_unit is None or unit.places != end_unit.places:
        return unit.unit is None and end_unit is not None and not unit.places
    return unit.unit is None or (end_unit.unit is not None and unit.unit.plain == end_unit.unit.plain)


def _read_after(text: str, quantity: Quantity) -> None:
    """Comparison, rate, and a comparison once more: `200元以上/人`, `200元/人以内`."""
    if (inclusion := _INCLUSION.match(text, quantity.end)) and find_after(text, quantity.end) is None:
        quantity.end = inclusion.end()
    _take_after(quantity, find_after(text, quantity.end))
    per, end = rates.read_chain(text, quantity.end)
    if per and (text[quantity.end] == "/" or next_number_start(text, end, len(text)) is None):
        quantity.per, quantity.end = per, end
        _take_after(quantity, find_after(text, quantity.end))


def _take_after(quantity: Quantity, comparator: Comparator | None) -> None:
    if comparator is None:
        return
    quantity.end = comparator.end
    if comparator.op == APPROXIMATE:
        quantity.notes.append(Note.APPROXIMATE)
    else:
        quantity.op, quantity.op_printed = comparator.op, True


def _apply_unit(quantity: Quantity, printed: PrintedUnit | None, number: Number) -> None:
    is_paid = bool(quantity.per) and quantity.per[0] not in TIME_UNITS
    if printed is None or printed.unit is None:
        places = printed.places if printed else 0
        if is_paid and quantity.unit is None:
            quantity.imply_currency(places)
        elif places:
            _multiply(quantity, places)
        return
    if printed.places:
        _multiply(quantity, printed.places)
    quantity.take_unit(printed.unit)
    if number.is_half and quantity.unit == "年":
        quantity.value, quantity.unit = Decimal(6), "月"


def _multiply(quantity: Quantity, places: int) -> None:
    quantity.value = shift(quantity.value, places)
    if quantity.value_max is not None:
        quantity.value_max = shift(quantity.value_max, places)
    quantity.notes.append(Note.MAGNITUDE_APPLIED)
