"""A column of a dataset: declared once, with the value it takes from a row's subject."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from generator.analyse.amounts import plain, to_decimal
from generator.model.fields import Kind, RecordClass, fields_of

Subject = TypeVar("Subject")
Value = str | int | Sequence[str]


class Type(StrEnum):
    TEXT = "text"
    """Our words and ids, and printed text."""
    NUMBER = "number"
    """A plain decimal; empty when unknown."""
    INTEGER = "integer"
    LIST = "list"
    """A JSON list; joined in CSV."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Subject]):
    name: str
    zh: str
    en: str
    value: Callable[[Subject], Value]
    """`""` where there is none."""
    type: Type = Type.TEXT
    about_zh: str = ""
    about_en: str = ""
    separator: str = "；"
    """Between the parts of a list in CSV."""


def text(
    name: str, zh: str, en: str, value: Callable[[Subject], str], about: tuple[str, str] = ("", "")
) -> Column[Subject]:
    return Column(name, zh, en, value, Type.TEXT, *about)


def number(
    name: str, zh: str, en: str, value: Callable[[Subject], str], about: tuple[str, str] = ("", "")
) -> Column[Subject]:
    return Column(name, zh, en, value, Type.NUMBER, *about)


def integer(
    name: str, zh: str, en: str, value: Callable[[Subject], int | str], about: tuple[str, str] = ("", "")
) -> Column[Subject]:
    return Column(name, zh, en, value, Type.INTEGER, *about)


_TYPES = {
    Kind.AMOUNT: Type.NUMBER,
    Kind.NUMBER: Type.INTEGER,
    Kind.CELLS: Type.LIST,
    Kind.TEXTS: Type.LIST,
}


def printed(record: RecordClass, field: str, of: Callable[[Any], Any], *, name: str = "") -> Column[Any]:
    """A column that holds a printed field: its type, label and meaning come from the field's declaration.

    A printed amount is given as a plain decimal, without its thousands commas.
    """
    declaration = fields_of(record)[field]
    type_ = _TYPES.get(declaration.kind, Type.TEXT)

    def value(subject: Any) -> Value:
        owner = of(subject)
        cell = "" if owner is None else getattr(owner, field) or ""
        return plain(to_decimal(cell)) if type_ is Type.NUMBER else cell

    return Column(
        name or field,
        declaration.zh,
        declaration.en,
        value,
        type_,
        about_zh=declaration.about_zh,
        about_en=declaration.about_en,
    )


@dataclass(frozen=True, slots=True)
class DataTable(Generic[Subject]):
    """A dataset. `rows` gives its subjects for one disclosure, in the order of the source."""

    name: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    rows: Callable[[Any], Sequence[Subject]]
    columns: tuple[Column[Subject], ...]


AnyTable = DataTable[Any]
