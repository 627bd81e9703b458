"""The numbers that Word prints before paragraphs without their being in the text, from `numbering.xml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.importing.readers.docx_text import attribute, child, local

_DIGITS = "零一二三四五六七八九"
_DEEPEST = 9
"""Levels of a list, as in Word."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    number_format: str
    text: str
    """`%1.` or `（%2）`"""
    has_gap: bool
    """Whether a tab or blank follows."""


@dataclass(slots=True)
class Numbering:
    """Counts as Word does, paragraph by paragraph in the order of the document."""

    _lists: Mapping[str, str]
    """numId → abstractNumId."""
    _levels: Mapping[tuple[str, int], _Level]
    """abstractNumId and level."""
    _restarts: dict[tuple[str, int], int]
    """numId and level → the number its first paragraph begins with."""
    _styles: Mapping[str, tuple[str, int]]
    """Style → numId and level."""
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def number_of(self, properties: Any) -> str:
        """What Word prints before a paragraph with these `w:pPr`, with a blank after it; blank for most."""
        found = self._list_of(properties)
        if not found or found[0] not in self._lists:
            return ""
        list_id, depth = found
        abstract = self._lists[list_id]
        level = self._levels.get((abstract, depth))
        if level is None:
            return ""
        self._count(abstract, list_id, depth, level)
        if "%" not in level.text:
            # A bullet, often a sign of a symbol font.
            return ""
        text = re.sub(r"%([1-9])", lambda place: self._shown(abstract, int(place[1]) - 1), level.text)
        return text + " " if text and level.has_gap else text

    def _list_of(self, properties: Any) -> tuple[str, int] | None:
        if properties is None:
            return None
        style = child(properties, "pStyle")
        inherited = self._styles.get(attribute(style, "val") or "") if style is not None else None
        own = child(properties, "numPr")
        return _list_and_level(own, inherited) if own is not None else inherited

    def _count(self, abstract: str, list_id: str, depth: int, level: _Level) -> None:
        restart = self._restarts.pop((list_id, depth), None)
        known = self._counts.get((abstract, depth))
        if restart is not None or known is None:
            self._counts[abstract, depth] = level.start if restart is None else restart
        else:
            self._counts[abstract, depth] = known + 1
        for deeper in range(depth + 1, _DEEPEST):
            self._counts.pop((abstract, deeper), None)

    def _shown(self, abstract: str, depth: int) -> str:
        level = self._levels.get((abstract, depth))
        if level is None:
            return ""
        return _formatted(self._counts.get((abstract, depth), level.start), level.number_format)


def read_numbering(numbering: Any, styles: Any) -> Numbering:
    """Both are root elements or None."""
    lists: dict[str, str] = {}
    levels: dict[tuple[str, int], _Level] = {}
    restarts: dict[tuple[str, int], int] = {}
    for each in numbering if numbering is not None else ():
        if local(each) == "abstractNum":
            abstract = attribute(each, "abstractNumId") or ""
            levels |= {(abstract, depth): level for depth, level in _levels(each)}
        elif local(each) == "num":
            list_id, of = attribute(each, "numId") or "", child(each, "abstractNumId")
            lists[list_id] = (attribute(of, "val") or "") if of is not None else ""
            restarts |= {(list_id, depth): start for depth, start in _restarts(each)}
    return Numbering(lists, levels, restarts, _numbered_styles(styles))


def _levels(abstract: Any) -> Any:
    for each in abstract:
        if local(each) == "lvl":
            yield (
                _number(attribute(each, "ilvl"), 0),
                _Level(
                    start=_number(_value(each, "start"), 1),
                    number_format=_value(each, "numFmt") or "decimal",
                    text=_value(each, "lvlText") or "",
                    has_gap=_value(each, "suff") != "nothing",
                ),
            )


def _restarts(num: Any) -> Any:
    for each in num:
        start = _value(each, "startOverride") if local(each) == "lvlOverride" else None
        if start is not None:
            yield _number(attribute(each, "ilvl"), 0), _number(start, 1)


def _numbered_styles(styles: Any) -> dict[str, tuple[str, int]]:
    """Styles that number their paragraphs, by themselves or through the style they are based on."""
    own: dict[str, tuple[str, int]] = {}
    bases: dict[str, str] = {}
    for each in styles if styles is not None else ():
        if local(each) != "style":
            continue
        style = attribute(each, "styleId") or ""
        bases[style] = _value(each, "basedOn") or ""
        properties = child(each, "pPr", "numPr")
        found = _list_and_level(properties, None) if properties is not None else None
        if found:
            own[style] = found
    return {style: own[base] for style in bases if (base := _numbered_base(style, own, bases))}


def _numbered_base(style: str, own: Mapping[str, object], bases: Mapping[str, str]) -> str:
    for _ in range(_DEEPEST + 1):
        if style in own or not style:
            break
        style = bases.get(style, "")
    return style if style in own else ""


def _list_and_level(properties: Any, inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    list_id = _value(properties, "numId") or (inherited[0] if inherited else None)
    level = _value(properties, "ilvl")
    if list_id is None:
        return None
    return list_id, _number(level, inherited[1] if inherited else 0)


def _value(element: Any, name: str) -> str | None:
    found = child(element, name)
    return attribute(found, "val") if found is not None else None


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise


def _formatted(number: int, number_format: str) -> str:
    """Formats that number the parts of Chinese documents; bullets and rare ones give nothing."""
    if number_format in ("decimal", "decimalFullWidth", "decimalHalfWidth", "ideographDigital"):
        return str(number)
    if number_format == "decimalZero":
        return f"{number:02}"
    if number_format.startswith(("chinese", "taiwanese", "japaneseCounting", "ideographTraditional")):
        return _chinese(number)
    if number_format.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if number_format in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr((97 if number_format == "lowerLetter" else 65) + number - 1)
    return ""


def _chinese(number: int) -> str:
    """1 to 99 as Word counts them; beyond that no list of such a document goes."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
