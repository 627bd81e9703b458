"""What became of the blocks between the first and the last of a form: none may stay without a use."""

from collections.abc import Iterator, Sequence

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Block, Row
from generator.importing.families.tokens import Line, Token


def use_of_token(token: Token, fate: Fate, what: str = "") -> Use:
    return Use(token.line, token.line + token.text.strip().count("\n"), fate, what)


def remaining_uses(
    blocks: Sequence[Block], lines: Sequence[Line], tokens: Sequence[Token], uses: Sequence[Use]
) -> Iterator[Use]:
    """Blocks among those of `tokens` that no use names: blank rows, second halves of words, lines between rows."""
    used = {line for use in uses for line in range(use.line, use.last_line + 1)}
    places = [token.block for token in tokens]
    for place in range(min(places, default=0), max(places, default=-1) + 1):
        block = blocks[place]
        left = [line for line in range(block.line, block.last_line + 1) if line not in used]
        if len(left) > block.last_line - block.line:
            yield use_of(block, _fate(block, lines[place]))
        else:
            # A cell may run over several lines, and a piece of it knows only its first: they share its use.
            yield from (_like_above(line, uses) for line in left)


def _like_above(line: int, uses: Sequence[Use]) -> Use:
    above = max((use for use in uses if use.line < line), key=lambda use: use.line, default=None)
    return Use(line, line, above.fate, above.what) if above else Use(line, line, Fate.UNRECOGNISED)


def _fate(block: Block, line: Line) -> Fate:
    if isinstance(block, Row) and not block.printed:
        return Fate.BLANK_ROW
    printed = any(token.key for token in line)
    return Fate.UNRECOGNISED if printed else Fate.LABEL
