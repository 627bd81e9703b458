"""What the labels of one form were filled in with, and the shapes of sums and unit names."""

import re
from dataclasses import dataclass, field

from generator.importing.accounting import Use
from generator.importing.families.tokens import Gap, Token, joined_text, line_at
from generator.importing.import_problems import ImportProblem
from generator.importing.numbering import find_goals
from generator.importing.table_labels import parse_publisher
from generator.model.disclosure import Detail
from generator.textual import clean_cell

_AMOUNT = re.compile(r"约?(?P<amount>-?\d[\d,，]*(?:\.\d+)?)(?P<unit>万元|万|元)?")
_REMARK = re.compile(r"[（(][^（()）]*[）)](?:[一二三四五六]、)?$")
_PUBLISHER = re.compile(r"(?P<code>\d{3}(?:\d{3}){0,2})\s*[-－—_]\s*(?P<name>[\u4e00-\u9fff].+)")


@dataclass(frozen=True, slots=True)
class FormGoals:
    texts: tuple[str, ...]
    lines: tuple[int, ...]
    """One for each text."""


@dataclass(slots=True)
class FormHead:
    """What the labels of one form were filled in with."""

    values: dict[str, list[Token]] = field(default_factory=dict)
    """Field → its tokens; a field whose label has nothing beside it is there with none."""
    labels: dict[str, str] = field(default_factory=dict)
    """Field → the label that was printed for it."""
    money: dict[tuple[str, str], str] = field(default_factory=dict)
    """(row, column) → amount, as printed."""
    money_lines: dict[tuple[str, str], int] = field(default_factory=dict)
    money_columns: list[str] = field(default_factory=list)
    """As printed, from left to right."""
    money_labels: dict[str, str] = field(default_factory=dict)
    """Row or column → its printed label."""
    details: list[Detail] = field(default_factory=list)
    publisher: tuple[str, str] | None = None
    money_unit: str | None = None
    title: Token | None = None
    uses: list[Use] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)

    def text(self, name: str) -> str | None:
        tokens = self.values.get(name)
        return None if tokens is None else clean_cell(joined_text(tokens))

    def line(self, name: str) -> int | None:
        """The line that the text of a field begins in; None where nothing is filled in."""
        return next((token.line for token in self.values.get(name, ()) if token.key), None)

    def goals(self, name: str) -> FormGoals:
        """The goals or results in a field that may stand in several cells."""
        cells: list[list[Token]] = []
        for token in self.values.get(name, ()):
            if not cells or token.gap in (Gap.CELL, Gap.WIDE):
                cells.append([])
            cells[-1].append(token)
        found = find_goals([joined_text(tokens) for tokens in cells])
        return FormGoals(
            tuple(goal.text for goal in found), tuple(line_at(cells[goal.cell], goal.start) for goal in found)
        )


def amount_of(text: str) -> tuple[str, str | None] | None:
    """`10606.75万元` → the number and its unit; None for what is no single sum."""
    found = _AMOUNT.fullmatch(_REMARK.sub("", text))
    if not found:
        return None
    return found["amount"], "万元" if found["unit"] == "万" else found["unit"]


def is_bare_amount(text: str) -> bool:
    """Whether nothing stands beside the sum that would be lost with it."""
    return _AMOUNT.fullmatch(text) is not None


def parse_unit_name(text: str) -> tuple[str, str] | None:
    """`904001-某镇人民政府` → code and name."""
    found = _PUBLISHER.fullmatch(clean_cell(text))
    return (found["code"], found["name"]) if found else parse_publisher(clean_cell(text))
