"""Blocks → tokens: the smallest pieces that can be cells, each with what parts it from the one before.

Web pages give the cells of a form with pipes, tabs, runs of blanks, single blanks or line breaks between them. A
piece that was parted wrongly is put together again where it turns out to belong to one field.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from generator.importing.blocks import Block, Cell, Paragraph, Row
from generator.importing.families.form_labels import is_title, label_of
from generator.importing.families.words import (
    column_of,
    is_spine,
    levels_of,
    project_column_of,
    without_points,
)
from generator.importing.private_data import WITHHELD, is_private_label
from generator.textual import clean_cell, squeeze

_WIDE = re.compile(r"[ \u00a0]{2,}|\u3000+|\t+")
_PIPE = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"-?\d[\d,，]*(?:\.\d+)?[%％]?")
_COLON = re.compile(r"[：:]")
_LONGEST_LABEL = 16
_LONGEST_BROKEN_WORD = 24


class Gap(IntEnum):
    """What parts a token from the one before, the weakest first."""

    GLUED = 0
    BLANK = 1
    WIDE = 2
    CELL = 3
    LINE = 4


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    line: int
    gap: Gap
    block: int
    """Place of its block in the document."""
    place: int = 0
    """Place in its table row, or among the pieces of its line."""
    column: int = 0
    """In the table; `place`, where nothing tells."""
    covered: bool = False
    """Blank, because another cell is merged over it."""

    @property
    def key(self) -> str:
        return squeeze(self.text)

    @property
    def clean(self) -> str:
        return clean_cell(self.text)


Line = tuple[Token, ...]
"""The tokens of one block: a table row, or a paragraph."""


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    lines = [tuple(_tokens(block, place)) for place, block in enumerate(blocks)]
    return _mended(lines)


def is_known(text: str) -> bool:
    """A word of the form itself, not of what was filled in."""
    return bool(
        label_of(text)
        or column_of(text)
        or project_column_of(text)
        or levels_of(text)
        or is_spine(squeeze(text))
    ) or _is_private(text)


def _is_private(text: str) -> bool:
    return WITHHELD in text or is_private_label(text)


def _tokens(block: Block, place: int) -> Iterator[Token]:
    if isinstance(block, Row):
        for index, cell in enumerate(block.cells):
            gap = Gap.CELL if index else Gap.LINE
            column = index if cell.column is None else cell.column
            yield Token(cell.text, cell.printed_line, gap, place, index, column, covered=cell.covered)
        return
    for index, (gap, cell) in enumerate(_pieces(block)):
        yield Token(cell.text, cell.line, gap if index else Gap.LINE, place, index, index)


def _pieces(paragraph: Paragraph) -> Iterator[tuple[Gap, Cell]]:
    for number, text in enumerate(paragraph.text.split("\n")):
        line = paragraph.line + number
        if _PIPE.search(text):
            yield from ((Gap.CELL, Cell(piece, line)) for piece in _between_pipes(text))
        elif text.strip():
            yield from ((gap, Cell(piece, line)) for gap, piece in _between_blanks(text.strip()))


def _between_pipes(text: str) -> list[str]:
    pieces = [piece.strip() for piece in _PIPE.split(text.strip())]
    start = 1 if len(pieces) > 1 and not pieces[0] else 0
    end = len(pieces) - 1 if len(pieces) - start > 1 and not pieces[-1] else len(pieces)
    return pieces[start:end]


def _between_blanks(text: str) -> Iterator[tuple[Gap, str]]:
    if is_title(text):
        yield Gap.WIDE, text
        return
    label, text = _broken_label(text)
    if label:
        yield Gap.WIDE, label
    wide = [part for piece in _WIDE.split(text) if piece.strip() for part in _at_labels(piece)]
    single = _reads_like_cells(text)
    for piece in wide:
        words = piece.split() if single else _label_and_rest(piece)
        yield from ((Gap.BLANK if index else Gap.WIDE, word) for index, word in enumerate(words))


def _broken_label(text: str) -> tuple[str, str]:
    """The label that blanks had broken at the start of a line, `年度主要 目标 修桥2座`, and the rest."""
    words = text.split()
    for count in (2, 3):
        label = "".join(words[:count])
        if len(words) > count and label_of(label) and not label_of("".join(words[1:count])):
            return " ".join(words[:count]), text.split(None, count)[count]
    return "", text


def _at_labels(text: str) -> list[str]:
    """`项目名称：养护费项目编码：99` → each label with its value, where several stand one behind the other."""
    starts = [
        start for found in _COLON.finditer(text) if (start := _label_start(text, found.start())) is not None
    ]
    if len(starts) < 2 or starts[0]:
        return [text]
    return [text[start:end] for start, end in pairwise([*dict.fromkeys(starts), len(text)])]


def _label_start(text: str, end: int) -> int | None:
    """Where the longest label begins that ends at a place."""
    lowest = max(0, end - _LONGEST_LABEL)
    return next((start for start in range(lowest, end - 1) if label_of(text[start:end])), None)


def _label_and_rest(text: str) -> list[str]:
    """`年度目标 养护道路 30公里` → the label, and all that follows it."""
    first, _, rest = text.partition(" ")
    return [first, rest.strip()] if rest.strip() and len(squeeze(first)) > 2 and label_of(first) else [text]


def _reads_like_cells(text: str) -> bool:
    """Whether single blanks part cells: words of a form, or numbers, stand between them."""
    words = text.split()
    known = sum(is_known(word) for word in words)
    numbers = sum(_NUMBER.fullmatch(word) is not None for word in words)
    return len(words) > 1 and (
        known > 1 or (known > 0 and numbers > 0) or known * 2 >= len(words) or numbers > 1
    )


def _mended(lines: Sequence[Line]) -> list[Line]:
    """Words of the form that a line break or blank had broken: `社会效益`, `指标`."""
    mended: list[list[Token]] = []
    last: Token | None = None
    for line in lines:
        kept: list[Token] = []
        for token in line:
            joined = _joined(last, token) if last else None
            if joined and kept:
                kept[-1] = last = joined
            elif joined and mended and mended[-1]:
                mended[-1][-1] = last = joined
            else:
                kept.append(token)
                last = token
        mended.append(kept)
    return [tuple(line) for line in mended]


def _joined(last: Token, token: Token) -> Token | None:
    if token.gap is Gap.CELL or not last.key or len(last.key + token.key) > _LONGEST_BROKEN_WORD:
        return None
    whole = last.key + token.key
    is_ending = token.key.endswith(("指标", "目标")) and levels_of(last.key) and levels_of(whole)
    is_suffix = token.key in ("指标", "目标")
    is_broken = is_known(whole) and not is_known(last.key) and (is_suffix or not is_known(token.key))
    is_points = bool(levels_of(last.key)) and not without_points(token.key)[0]
    if not (is_ending or is_broken or is_points) or "：" in whole or ":" in whole:
        return None
    return Token(f"{last.text} {token.text}", last.line, last.gap, last.block, last.place)


def as_parted_by(line: Line, head: Sequence[Token]) -> Line:
    """A line below a head whose words are parted by single blanks: its cells are too. Below a glued one, none are."""
    if all(token.gap is Gap.GLUED for token in head):
        return _rejoined(line)
    if not any(token.gap is Gap.BLANK for token in head):
        return line
    return tuple(part for token in line for part in _words(token))


def _rejoined(line: Line) -> Line:
    """The words of a line that only the breaks inside its cells had parted."""
    if not line or any(token.gap in (Gap.CELL, Gap.WIDE) for token in line[1:]):
        return line
    if not any(token.gap is Gap.BLANK for token in line):
        return line
    return (replace(line[0], text="".join(token.key for token in line)),)


def _words(token: Token) -> Iterator[Token]:
    if is_known(token.text):
        yield token
        return
    for place, word in enumerate(token.text.split()):
        yield replace(token, text=word, gap=Gap.BLANK if place else token.gap)


def joined_text(tokens: Sequence[Token]) -> str:
    """The text of one field from its tokens, with the breaks between them as blanks."""
    pieces = [tokens[0].text] if tokens else []
    pieces += [{Gap.GLUED: "", Gap.LINE: "\n"}.get(token.gap, " ") + token.text for token in tokens[1:]]
    return "".join(pieces)


def line_at(tokens: Sequence[Token], place: int) -> int:
    """The line of a place in `joined_text(tokens)`; a text that blanks begin starts behind them."""
    end = 0
    for number, token in enumerate(tokens):
        gap = len(joined_text((token, token))) - 2 * len(token.text) if number else 0
        start, end = end + gap, end + gap + len(token.text)
        if place < end or number == len(tokens) - 1:
            lead = len(token.text) - len(token.text.lstrip())
            return token.line + token.text.count("\n", lead, max(lead, place - start))
    return 0
