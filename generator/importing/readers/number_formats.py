"""How a spreadsheet displays its numbers and dates: 0.95 as `95%`, 12.5 as `12.50`, 3.0 as `3`."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from generator.importing.readers.docx_text import attribute, child, local
from generator.importing.readers.package import Package
from generator.importing.readers.xml_parts import parse_part

NumberFormats = Mapping[tuple[int, int], str]
"""0-based row and column → the code of the number format; cells in General are absent."""
Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    31: 'yyyy"年"m"月"d"日"',
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    57: 'yyyy"年"m"月"',
}
_DIGITS = re.compile(r"(?P<whole>[#0?,]*[#0?])?(?P<point>\.(?P<decimals>[#0?]+))?")
_LITERALS = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].'
)
_DATE_TOKENS = re.compile(r"y+|m+|d+")
_REFERENCE = re.compile(r"(?P<letters>[A-Z]{1,3})(?P<row>\d{1,7})")


def displayed(value: Value, code: str = "") -> str:
    """The text in the cell; `code` blank for General or where the format is not known."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, code)
    if isinstance(value, dt.date):
        return _date(value, code)
    return str(value)


@dataclass(frozen=True, slots=True)
class _Pattern:
    prefix: str
    suffix: str
    decimals: int
    optional_decimals: int
    thousands: bool
    percent: bool


def _number(value: float, code: str) -> str:
    pattern = _pattern(code.partition(";")[0])
    if not abs(value) < 1e15:
        return str(value)
    if pattern is None:
        return _general(value)
    number = Decimal(repr(value))
    if pattern.percent:
        number *= 100
    rounded = number.quantize(Decimal(1).scaleb(-pattern.decimals), ROUND_HALF_UP)
    text = f"{rounded:,f}" if pattern.thousands else f"{rounded:f}"
    for _ in range(pattern.optional_decimals):
        text = text.removesuffix("0")
    return f"{pattern.prefix}{text.removesuffix('.')}{pattern.suffix}"


def _general(value: float) -> str:
    """Fifteen digits, as programs show them; more is the rest of a calculation."""
    text = format(Decimal(format(value, ".15g")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _pattern(code: str) -> _Pattern | None:
    """None for General and for codes that are more than one number with words around it."""
    literals: list[str] = []

    def keep(found: re.Match[str]) -> str:
        literals.append(found["quoted"] or found["escaped"] or found["currency"] or "")
        return "\x00"

    bare = _LITERALS.sub(keep, code)
    found = next((each for each in _DIGITS.finditer(bare) if each["whole"] or each["point"]), None)
    if found is None or re.search(r"[#0?.@Ee/]", bare[found.end() :]):
        return None
    texts = iter(literals)
    prefix, suffix = (
        re.sub("\x00", lambda _: next(texts), part).strip()
        for part in (bare[: found.start()], bare[found.end() :])
    )
    decimals = found["decimals"] or ""
    return _Pattern(
        prefix=prefix,
        suffix=suffix,
        decimals=len(decimals),
        optional_decimals=len(decimals) - len(decimals.rstrip("#?")),
        thousands="," in (found["whole"] or ""),
        percent="%" in bare,
    )


def _date(value: dt.date, code: str) -> str:
    if isinstance(value, dt.datetime) and (value.hour or value.minute or value.second):
        return f"{value:%Y-%m-%d %H:%M}"
    day = dt.date(value.year, value.month, value.day)
    plain = _LITERALS.sub(
        lambda found: found["quoted"] or found["escaped"] or "", code.partition(";")[0]
    ).lower()
    if "y" not in plain or not re.fullmatch(r"[ymd年月日/.\-\s]+", plain):
        return day.isoformat()
    shown = {"y": f"{day.year}", "m": f"{day.month}", "d": f"{day.day}"}
    return _DATE_TOKENS.sub(
        lambda found: shown[found[0][0]].zfill(2 if len(found[0]) == 2 else 1)[-4:], plain
    ).strip()


# Where the codes stand in an .xlsx


def read_number_formats(package: Package) -> Mapping[str, NumberFormats]:
    """By the name of the sheet."""
    codes = _codes(parse_part(package, "xl/styles.xml"))
    return {name: dict(_formats_of(parse_part(package, part), codes)) for name, part in _sheet_parts(package)}


def _codes(styles: Any) -> list[str]:
    """The code of each cell style, in their order."""
    if styles is None:
        return []
    formats = child(styles, "numFmts")
    own = {
        attribute(each, "numFmtId"): attribute(each, "formatCode") or ""
        for each in (formats if formats is not None else ())
    }
    styles_of_cells = child(styles, "cellXfs")
    numbers = [
        attribute(each, "numFmtId") or "0"
        for each in (styles_of_cells if styles_of_cells is not None else ())
    ]
    return [
        own.get(number) or _BUILT_IN.get(int(number) if number.isdecimal() else 0, "") for number in numbers
    ]


def _sheet_parts(package: Package) -> Iterator[tuple[str, str]]:
    workbook, relations = (
        parse_part(package, "xl/workbook.xml"),
        parse_part(package, "xl/_rels/workbook.xml.rels"),
    )
    if workbook is None or relations is None:
        return
    targets = {attribute(each, "Id"): attribute(each, "Target") or "" for each in relations}
    sheets = child(workbook, "sheets")
    for each in sheets if sheets is not None else ():
        target = targets.get(attribute(each, "id"), "")
        yield (
            attribute(each, "name") or "",
            target.removeprefix("/") if target.startswith("/") else f"xl/{target}",
        )


def _formats_of(sheet: Any, codes: list[str]) -> Iterator[tuple[tuple[int, int], str]]:
    rows = child(sheet, "sheetData") if sheet is not None else None
    for row in rows if rows is not None else ():
        for cell in row:
            style = attribute(cell, "s") or ""
            code = codes[int(style)] if style.isdecimal() and int(style) < len(codes) else ""
            place = _REFERENCE.fullmatch(attribute(cell, "r") or "") if local(cell) == "c" and code else None
            if place:
                yield (int(place["row"]) - 1, _column(place["letters"])), code


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
