"""A printed value taken apart into clauses, and one clause read."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.readings.comparators import find_leading
from generator.readings.deadlines import Deadline, find_deadline
from generator.readings.frequencies import Frequency, find_frequency
from generator.readings.qualitative import classify, find_base, find_direction
from generator.readings.quantities import find_quantity
from generator.readings.quantity import Quantity, Unknown
from generator.readings.reading import Kind, Note, Quality, Reading

_SEPARATOR = re.compile(r"\([^()]*\)|[、;。!?]|(?<![0-9]),|,(?![0-9]{3}(?![0-9]))")
_TWO_BOUNDS = re.compile(
    r"((?:≥|>|不低于|不少于|不小于|大于|高于)[^,、;]{1,12})[,、;](?=(?:≤|<|不高于|不超过|不多于|不大于|小于|低于)[0-9])"
)
_BETWEEN = re.compile(r"^([0-9.]+%?)([≤<])([^0-9≤<≥>=,;]{1,20})([≤<][0-9])")
_MAX_RUN_ON = 8
"""More numbers in one clause than any target has; what follows stays in the tail of the last."""
_EMPTY = ",、;。.!?: "
_WITHIN = re.compile(r"(?:预算|计划|限额|控制数|指标|额度)[^,。;]{0,6}(?:之内|以内|内)$|及?以下$")
_AND_ABOVE = re.compile(r"及?以上$")


def split_clauses(text: str) -> list[str]:
    """At commas and stops, but neither inside brackets nor inside `5,386,900` or `≥60,≤80`."""
    text = _BETWEEN.sub(_turn_round, _TWO_BOUNDS.sub(r"\1且", text))
    clauses, start = [], 0
    for match in _SEPARATOR.finditer(text):
        if match[0][0] != "(":
            clauses.append(text[start : match.start()])
            start = match.end()
    clauses.append(text[start:])
    return [plain for clause in clauses if (plain := clause.strip(_EMPTY))]


def _turn_round(match: re.Match[str]) -> str:
    """`90%≤满意度≤95%` → `满意度≥90%且≤95%`."""
    low, sign, subject, rest = match.groups()
    return f"{subject}{'≥' if sign == '≤' else '>'}{low}且{rest}"


def read_clause(
    text: str, unknown: Unknown | None = None, *, may_be_date: bool = True
) -> tuple[Reading, ...]:
    """The reading of a clause, and of what is run on behind it without a comma: `1100人每人每月10元`."""
    first, rest = _read_first(text, unknown, may_be_date=may_be_date)
    readings = [first]
    while rest and len(readings) < _MAX_RUN_ON:
        reading, rest = _read_first(rest, None, may_be_date=True)
        readings.append(reading)
    return tuple(readings)


def _read_first(text: str, unknown: Unknown | None, *, may_be_date: bool) -> tuple[Reading, str]:
    """A reading, and what is left for another one."""
    deadline = find_deadline(text) if may_be_date else None
    frequency = find_frequency(text)
    masks = [(found.start, found.end) for found in (deadline, frequency) if found]
    quantity = find_quantity(text, masks, unknown)
    if quantity:
        return _part_from_rest(reading_of_quantity(text, quantity, deadline))
    if deadline and _is_compared(text, deadline):
        deadline = None
    if frequency and (deadline is None or frequency.start <= deadline.start):
        return _of_frequency(text, frequency), ""
    return (_of_deadline(text, deadline) if deadline else read_words(text)), ""


def read_words(text: str) -> Reading:
    """A clause without a number."""
    comparator = find_leading(text)
    op = comparator.op if comparator else None
    quality = classify(text[comparator.end :] if comparator and not comparator.is_word else text)
    if op is None and _WITHIN.search(text):
        op = "<="
    elif op is None and quality is Quality.GRADE and _AND_ABOVE.search(text):
        op = ">="
    is_change = quality is Quality.CHANGE
    return Reading(
        text,
        Kind.QUALITATIVE,
        op,
        op_printed=op is not None,
        quality=quality,
        change=find_direction(text) if is_change else None,
        base=find_base(text),
        text=text,
    )


def reading_of_quantity(text: str, quantity: Quantity, deadline: Deadline | None) -> Reading:
    is_change = quantity.is_change
    return Reading(
        text,
        quantity.kind,
        quantity.op,
        op_printed=quantity.op_printed,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        per=quantity.per,
        deadline=deadline.deadline if deadline else None,
        since=deadline.since if deadline else None,
        notes=_notes(quantity, deadline),
        subject=quantity.subject,
        tail=quantity.tail,
        change=find_direction(f"{quantity.subject}{quantity.tail}") if is_change else None,
        base=find_base(quantity.subject),
        text=text,
    )


def _notes(quantity: Quantity, deadline: Deadline | None) -> tuple[Note, ...]:
    notes = [] if quantity.op_printed else [Note.OPERATOR_ABSENT]
    notes += quantity.notes
    notes += [Note.SUBJECT_KEPT] * bool(quantity.subject) + [Note.TAIL_KEPT] * bool(quantity.tail)
    return tuple(dict.fromkeys((*notes, *(deadline.notes if deadline else ()))))


def _part_from_rest(reading: Reading) -> tuple[Reading, str]:
    if not reading.tail or reading.unit is None or find_quantity(reading.tail) is None:
        return reading, ""
    kept = tuple(note for note in reading.notes if note is not Note.TAIL_KEPT)
    rest = reading.tail[1:-1] if reading.tail[0] == "(" and reading.tail[-1] == ")" else reading.tail
    return replace(reading, tail="", notes=kept), rest


def _is_compared(text: str, deadline: Deadline) -> bool:
    """`较2020年有所提高` names no deadline."""
    return bool(find_base(text)) and text[max(0, deadline.start - 1) : deadline.start] in {
        "较",
        "比",
        "与",
        "同",
    }


def _of_frequency(text: str, frequency: Frequency) -> Reading:
    return Reading(
        text,
        Kind.FREQUENCY,
        per=frequency.per,
        interval=frequency.interval,
        times=frequency.times,
        timing=text[frequency.start : frequency.end],
        notes=tuple(_words_around(text, frequency.start, frequency.end)),
        subject=text[: frequency.start],
        tail=text[frequency.end :],
        text=text,
    )


def _of_deadline(text: str, deadline: Deadline) -> Reading:
    notes = (*deadline.notes, *_words_around(text, deadline.start, deadline.end))
    if deadline.op and not deadline.is_printed:
        notes = (Note.OPERATOR_ABSENT, *notes)
    return Reading(
        text,
        Kind.DEADLINE,
        deadline.op,
        op_printed=deadline.is_printed,
        deadline=deadline.deadline,
        since=deadline.since,
        timing=text[deadline.start : deadline.end],
        notes=tuple(dict.fromkeys(notes)),
        subject=text[: deadline.start],
        tail=text[deadline.end :],
        text=text,
    )


def _words_around(text: str, start: int, end: int) -> Sequence[Note]:
    return [Note.SUBJECT_KEPT] * (start > 0) + [Note.TAIL_KEPT] * (end < len(text))
