"""How a field of a content file is declared: once, beside the value it describes.

Validation, the JSON Schema, the dataset dictionary and the reference pages all read these declarations.
A declaration is the metadata of a dataclass field; `fields_of` gives them back in order.
"""

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

RecordClass = type[Any]
"""A dataclass whose fields are made with `declare`."""


class Kind(StrEnum):
    TEXT = "text"
    """Words of ours; not blank where they are required."""
    CELL = "cell"
    """Printed text: line breaks and the blanks of extraction removed, nothing else."""
    AMOUNT = "amount"
    """A printed sum: digits, perhaps thousands commas and decimals, no unit; or blank."""
    SHARE = "share"
    """A printed point of a spending plan: a sum, or a number with a per cent sign; or blank."""
    NUMBER = "number"
    """A whole number of ours: a count, a line."""
    PATTERN = "pattern"
    """Text of a fixed shape, given by `Field.pattern`."""
    CHOICE = "choice"
    """One of `Field.choices`."""
    TEXTS = "texts"
    """A list of texts."""
    CELLS = "cells"
    """A list of printed texts."""
    NUMBERS = "numbers"
    """A list of whole numbers of ours."""
    RECORD = "record"
    RECORDS = "records"


# Bounded, so that exact decimal arithmetic stays exact; no township prints a sum of more than twelve digits.
_SUM = r"-?\d{1,12}(?:[,，]\d{3}){0,3}(?:\.\d{1,6})?"

PATTERNS: Mapping[Kind, re.Pattern[str]] = {
    Kind.AMOUNT: re.compile(f"|{_SUM}"),
    Kind.SHARE: re.compile(f"|{_SUM}[%％]?"),
    Kind.NUMBER: re.compile("0|[1-9][0-9]{0,8}"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One declaration. `zh` and `en` are the labels, `about_zh` and `about_en` say what the value means."""

    kind: Kind
    zh: str
    en: str
    about_zh: str = ""
    about_en: str = ""
    required: bool = False
    choices: Mapping[str, tuple[str, str]] = dataclasses.field(default_factory=dict)
    """Value → its label in Chinese and English."""
    pattern: str = ""
    """A regular expression that the whole value meets."""
    expected: tuple[str, str] = ("", "")
    """What `pattern` asks for, in words, in Chinese and English."""
    record: RecordClass | None = None
    """The record class of a `RECORD` or of each entry of `RECORDS`."""


def declare(kind: Kind, zh: str, en: str, about: tuple[str, str] = ("", ""), **options: Any) -> Any:
    """A dataclass field with its declaration; `about` is the meaning in Chinese and English.

    An optional single value is `None` when its key is absent (not printed in this document), which is not the same
    as `""` (a printed cell that is blank). An optional list is then empty.
    """
    declaration = Field(kind, zh, en, *about, **options)
    metadata = {"field": declaration}
    if declaration.required:
        return dataclasses.field(metadata=metadata)
    many = kind in (Kind.TEXTS, Kind.CELLS, Kind.NUMBERS, Kind.RECORDS)
    return dataclasses.field(default=() if many else None, metadata=metadata)


def fields_of(record: RecordClass) -> Mapping[str, Field]:
    """Name → declaration, in the order of the class. Fields without a declaration are not of the content."""
    found = _FIELDS.get(record)
    if found is None:
        declared = (entry for entry in dataclasses.fields(record) if "field" in entry.metadata)
        found = _FIELDS[record] = {entry.name: entry.metadata["field"] for entry in declared}
    return found


_FIELDS: dict[RecordClass, Mapping[str, Field]] = {}


def labels_at(record: RecordClass, steps: Iterable[str | int]) -> tuple[str, str]:
    """The labels, in Chinese and English, of the field that a path of YAML keys and indexes leads to."""
    field: Field | None = None
    for step in steps:
        if isinstance(step, str):
            field = next(field for name, field in fields_of(record).items() if yaml_key(name) == step)
            record = field.record or record
    return (field.zh, field.en) if field else ("", "")


def yaml_key(name: str) -> str:
    """The key in YAML of a field: `except_` is `except`, which Python keeps for itself."""
    return name.rstrip("_")
