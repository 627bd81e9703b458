"""Printed target values as data. Pure: text in, frozen values out; nothing is read from or written to disk.

Reading never fails and never guesses silently: what is not understood is qualitative, and `notes` name what was
inferred.
"""

from generator.readings.canonical import canonical
from generator.readings.dates import last_day
from generator.readings.measures import base_unit, measure
from generator.readings.prose import find_readings
from generator.readings.reader import read_target
from generator.readings.reading import FoundReading, Kind, Measure, Note, Quality, Reading, to_record

__all__ = [
    "FoundReading",
    "Kind",
    "Measure",
    "Note",
    "Quality",
    "Reading",
    "base_unit",
    "canonical",
    "find_readings",
    "last_day",
    "measure",
    "read_target",
    "to_record",
]
