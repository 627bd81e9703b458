"""The characters of a PDF page → lines of text.

A PDF holds characters at places, in any order, without blanks, lines or paragraphs.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from generator.textual import squeeze

_BLANK_FROM = 0.2
"""Gaps as parts of the height of a character: from here on a blank, and from the next a cell."""
_SEGMENT_FROM = 1.8
_DOUBLED_WITHIN = 0.3
_CODE_CUT = re.compile(r"[0-9A-Z.,-]*\d[0-9A-Z.,-]*$")
_CODE_REST = re.compile(r"[0-9A-Z.,%-]")
_RADICALS = dict(
    zip(
        "⺁⺆⺇⺊⺌⺍⺎⺒⺓⺜⺝⺟⺠⺧⺩⺪⺫⺬⺮⺯⺶⺷⺻⺼⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂冂几卜小小兀巳幺日月母民牛王疋目示竹糸羊羊聿肉虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""Radicals that have no decomposition in Unicode."""


@dataclass(frozen=True, slots=True)
class TextLine:
    segments: tuple[str, ...]
    """What is parted by wide gaps: the cells of a table without rules."""
    edges: tuple[tuple[float, float], ...]
    """Left and right of each segment, in points."""
    top: float
    bottom: float
    height: float
    """Of most of its characters."""

    @property
    def text(self) -> str:
        return "\t".join(self.segments)

    @property
    def key(self) -> str:
        return squeeze(self.text)

    @property
    def left(self) -> float:
        return self.edges[0][0]

    @property
    def right(self) -> float:
        return self.edges[-1][1]


def lines_of(characters: Iterable[Mapping[str, Any]]) -> list[TextLine]:
    """`characters` are those of pdfplumber, all of one column or cell."""
    printed = [each for each in characters if each["text"].strip()]
    printed.sort(key=lambda each: (each["top"] + each["bottom"]) / 2)
    rows: list[list[Mapping[str, Any]]] = []
    for each in printed:
        if rows and _is_beside(each, rows[-1]):
            rows[-1].append(each)
        else:
            rows.append([each])
    return [_line(sorted(row, key=lambda each: each["x0"])) for row in rows]


def _is_beside(character: Mapping[str, Any], row: Sequence[Mapping[str, Any]]) -> bool:
    """Whether its middle is within the last of the row; digits often have a font and height of their own."""
    middle = (character["top"] + character["bottom"]) / 2
    tallest = max(row[-4:], key=lambda each: each["bottom"] - each["top"])
    return bool(tallest["top"] <= middle <= tallest["bottom"])


def _line(row: Sequence[Mapping[str, Any]]) -> TextLine:
    segments: list[str] = []
    edges: list[tuple[float, float]] = []
    before: Mapping[str, Any] | None = None
    for each in row:
        size = each["bottom"] - each["top"]
        gap = (each["x0"] - before["x1"]) / size if before and size else 0.0
        if (
            before
            and each["text"] == before["text"]
            and abs(each["x0"] - before["x0"]) < _DOUBLED_WITHIN * size
        ):
            continue
        if before is None or gap > _SEGMENT_FROM:
            segments.append(_plain(each["text"]))
            edges.append((each["x0"], each["x1"]))
        else:
            segments[-1] += (" " if gap > _BLANK_FROM else "") + _plain(each["text"])
            edges[-1] = (edges[-1][0], each["x1"])
        before = each
    if len(segments) > 1 and all(len(segment) == 1 for segment in segments):
        # A title set wide, not a row of cells.
        segments, edges = ["".join(segments)], [(edges[0][0], edges[-1][1])]
    return TextLine(
        tuple(segments),
        tuple(edges),
        min(each["top"] for each in row),
        max(each["bottom"] for each in row),
        median(each["bottom"] - each["top"] for each in row),
    )


def _plain(text: str) -> str:
    """Fonts share one glyph for 一 and the radical ⼀, and many a PDF then tells the wrong one of the two."""
    return "".join(
        unicodedata.normalize("NFKC", character)
        if "\u2f00" <= character <= "\u2fdf" or "\ufb00" <= character <= "\ufb06"
        else _RADICALS.get(character, character)
        for character in text
    )


def cell_text(lines: Sequence[TextLine]) -> str:
    """A code or number that was broken at the edge of its cell is put together; other breaks stay."""
    text = ""
    for line in lines:
        text = with_rest(text, " ".join(line.segments))
    return text


def with_rest(text: str, rest: str) -> str:
    return text + rest if not text or not rest or is_cut(text, rest) else f"{text}\n{rest}"


def paragraph_text(lines: Sequence[TextLine]) -> str:
    """One line, however many it took on the page."""
    text = ""
    for line in lines:
        is_latin = text[-1:].isascii() and line.text[:1].isascii()
        text += f" {line.text}" if text and is_latin and not is_cut(text, line.text) else line.text
    return text


def is_cut(text: str, rest: str) -> bool:
    return _CODE_CUT.search(text) is not None and _CODE_REST.match(rest) is not None
