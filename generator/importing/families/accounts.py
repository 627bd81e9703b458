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
        if used.isdisjoint(range(block.line, block.last_line + 1)):
            yield use_of(block, _fate(block, lines[place]))


def _fate(block: Block, line: Line) -> Fate:
    if isinstance(block, Row) and not block.printed:
        return Fate.BLANK_ROW
    printed = any(token.key for token in line)
    return Fate.UNRECOGNISED if printed else Fate.LABEL
