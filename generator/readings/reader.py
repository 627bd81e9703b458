"""One printed target value, with its operator and unit columns, → one reading."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.readings import glyphs, rates
from generator.readings.clauses import read_clause, read_words, split_clauses
from generator.readings.comparators import parse_operator
from generator.readings.quantities import find_quantity
from generator.readings.quantity import Quantity, Unknown
from generator.readings.reading import Kind, Note, Quality, Reading
from generator.readings.units import read_unit

_MAX_LENGTH = 1000
_MAX_CLAUSES = 40
_REMEMBERED_LENGTH = 200
_WRAPPINGS = ("“”", "()", "【】", '""', "「」", "[]", "''", "‘’")
_STOPS = ",、;。!?"
_DASHES = re.compile(r"[-_/~·.…*,、;。!?:]*")
_NO_UNIT = re.compile(r"[-_/~.…]*|无|空|定性|文字描述")
_NO_OPERATOR = re.compile(r"[-_/~.…]*|无|空")
_OPERATOR_SIGNS = {">=": "≥", "<=": "≤"}
_YEAR = "(?:19|20)[0-9]{2}"
_NAMES_A_DATE = re.compile(rf"[年月日季]|{_YEAR}([-./])[0-9]{{1,2}}\1[0-9]{{1,2}}(?![0-9.])")
_BEGINS_WITH_A_YEAR = re.compile(f"{_YEAR}[-./0-9]")
_BARE_YEARS = re.compile(f"{_YEAR}(?:[-~至]{_YEAR})?")


def read_target(raw: str, *, operator: str = "", unit: str = "") -> Reading:
    """What `raw` says. `operator` and `unit` are the cells of those columns, where a form has them. Never fails."""
    if len(raw) + len(operator) + len(unit) > _REMEMBERED_LENGTH:
        return _read(raw, operator, unit)
    return _read_remembered(raw, operator, unit)


def _read(raw: str, operator: str, unit: str) -> Reading:
    if len(raw) > _MAX_LENGTH:
        return Reading(raw, Kind.QUALITATIVE, notes=(Note.TOO_LONG,), quality=Quality.TEXT, text=raw)
    plain = _unwrap(glyphs.make_plain(raw))
    if _DASHES.fullmatch(plain):
        return Reading(raw, Kind.BLANK)
    columns = _join_columns(plain, glyphs.make_plain(operator)[:40], glyphs.make_plain(unit)[:40])
    first, *others = _read_all(columns)
    notes = (*first.notes, *columns.notes, *_glyph_notes(raw), *([Note.SEVERAL_CLAUSES] if others else []))
    return replace(
        first, raw=raw, text=columns.text, further=tuple(others), notes=tuple(dict.fromkeys(notes))
    )


_read_remembered = lru_cache(maxsize=1 << 16)(_read)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The value with its columns put where other forms print them."""

    text: str
    may_be_date: bool = True
    unknown: Unknown | None = None
    notes: tuple[Note, ...] = ()


def _read_all(columns: _Columns) -> list[Reading]:
    readings: list[Reading] = []
    for clause in split_clauses(columns.text)[:_MAX_CLAUSES]:
        readings += read_clause(clause, columns.unknown, may_be_date=columns.may_be_date)
    return readings or [read_words(columns.text)]


def _unwrap(text: str) -> str:
    """Without the quotes or brackets around the whole, and stray stops."""
    while (inner := _unwrap_once(text)) != text:
        text = inner
    return text


def _unwrap_once(text: str) -> str:
    text = text.strip(_STOPS)
    inner = text[1:-1]
    for pair in _WRAPPINGS:
        if text[:1] + text[-1:] == pair and pair[0] not in inner and pair[1] not in inner:
            return inner
    return text


def _join_columns(text: str, operator: str, unit: str) -> _Columns:
    if not operator and not unit:
        return _Columns(text)
    unit = "" if _NO_UNIT.fullmatch(unit) else unit
    if unit in {"年", "年度"} and _BARE_YEARS.fullmatch(text):
        # Years of the calendar, not so many years.
        text, unit = text + unit, ""
    may_be_date = _may_be_date(text, unit)
    clause = (split_clauses(text) or [text])[0]
    first = read_clause(clause, may_be_date=may_be_date)[0]
    quantity = find_quantity(clause) if text.startswith(clause) and first.value is not None else None
    notes: list[Note] = []
    unknown = None
    if unit and quantity:
        text, unknown = _join_unit(text, quantity, unit, notes)
    return _Columns(
        _join_operator(text, first, quantity, operator, notes), may_be_date, unknown, tuple(notes)
    )


def _may_be_date(text: str, unit: str) -> bool:
    """Beside a unit only what is printed as a date: `12` with `月` is a length of time."""
    if not unit or _NAMES_A_DATE.search(text):
        return True
    return unit[0] in "年月日" and _BEGINS_WITH_A_YEAR.match(text) is not None


def _join_unit(text: str, quantity: Quantity, unit: str, notes: list[Note]) -> tuple[str, Unknown | None]:
    """The unit put behind the number: `95以上`, `%` → `95%以上`."""
    printed = read_unit(unit, 0)
    end = rates.read_chain(unit, printed.end)[1] if printed else 0
    has_own = quantity.unit is not None and Note.CURRENCY_IMPLIED not in quantity.notes
    if has_own:
        if printed and printed.unit and printed.unit.plain != quantity.unit:
            notes.append(Note.UNITS_DIFFER)
        return text, None
    if (printed and end == len(unit)) or (unit[0] == "/" and rates.read_chain(unit, 0)[1] == len(unit)):
        return text[: quantity.number_end] + unit + text[quantity.number_end :], None
    notes.append(Note.UNIT_UNKNOWN)
    parts = rates.parse_bases(unit) or (unit,)
    return text, Unknown(parts[0], parts[1:])


def _join_operator(
    text: str, first: Reading, quantity: Quantity | None, operator: str, notes: list[Note]
) -> str:
    if not operator or _NO_OPERATOR.fullmatch(operator) or (operator == "定性" and quantity is None):
        return text
    op = parse_operator(operator)
    if op is None:
        notes.append(Note.OPERATOR_UNREAD)
        return text
    sign = _OPERATOR_SIGNS.get(op, op)
    if first.op_printed:
        notes += [Note.OPERATORS_DIFFER] if first.op != op else []
        return text
    position = quantity.sign_position if quantity else 0
    return text[:position] + sign + text[position:]


def _glyph_notes(raw: str) -> list[Note]:
    notes = [Note.GLYPH_NORMALISED] if glyphs.has_odd_glyphs(raw) else []
    return [*notes, Note.BLANK_IN_NUMBER] if glyphs.has_blank_in_number(raw) else notes
