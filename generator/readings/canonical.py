"""The canonical printed form of a reading."""

from dataclasses import replace

from generator.readings.reader import read_target
from generator.readings.reading import Kind, Reading, plain

_NUMERIC = {Kind.QUANTITY, Kind.RATIO, Kind.MONEY, Kind.UNMEASURABLE}


def canonical(reading: Reading) -> str:
    """`不低于 95 ％` → `>=95%`; `每人每月10元` → `=10元/人/月`.

    `read_target` of it gives the same reading but for `raw`, `op_printed` and `notes`. Words, dates and the few
    numbers whose parts would be read otherwise in another order come back as their plain text.
    """
    if reading.kind not in _NUMERIC:
        return reading.text
    printed = "；".join(_print(clause) for clause in (reading, *reading.further))
    return printed if essence(read_target(printed)) == essence(reading) else reading.text


def essence(reading: Reading) -> Reading:
    """What a reading says, without how it was printed."""
    further = tuple(essence(clause) for clause in reading.further)
    return replace(reading, raw="", op_printed=False, notes=(), timing="", further=further)


def _print(reading: Reading) -> str:
    if reading.kind not in _NUMERIC:
        return reading.text
    upper = "" if reading.value_max is None else f"~{plain(reading.value_max)}"
    rate = "".join(f"/{base}" for base in reading.per)
    number = f"{plain(reading.value)}{upper}{reading.unit or ''}"
    return f"{reading.subject}{reading.op}{number}{rate}{reading.tail}"
