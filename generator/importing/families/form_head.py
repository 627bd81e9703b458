"""The part of a form above its indicators: labels and what was filled in beside, below or behind them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.importing.accounting import Fate
from generator.importing.families import side_by_side
from generator.importing.families.accounts import use_of_token
from generator.importing.families.form_labels import MONEY_COLUMNS, MONEY_ROWS, is_title, money_unit_in
from generator.importing.families.form_money import same_sums
from generator.importing.families.form_values import FormHead, amount_of, parse_unit_name
from generator.importing.families.glued_results import split_sums
from generator.importing.families.label_tokens import (
    inline_label,
    is_idle,
    is_section,
    label_by_place,
    label_in,
)
from generator.importing.families.tokens import Gap, Line, Token, joined_text
from generator.importing.import_problems import ImportProblem
from generator.importing.private_data import WITHHELD
from generator.model.disclosure import Detail
from generator.textual import clean_cell

_STAGES = ("initial", "adjusted", "executed", "rate")
"""Heads that open a table of the money; points and remarks only stand beside them."""
_WITHOUT_FIELD = ("detail", "private", "tail", "money", "term_long", "term_year")
_LONG_FIELDS = ("goals", "results", "long_goals", "purpose", "detail")
_MONEY_VALUE = re.compile(r"-?\d[\d,，.]*(?:[%％]|万元|元)?|[-—/／\\]+|无")
_LONG_DETAIL = re.compile(r"概况|概述|内容|依据|情况|方案|说明|措施|必要性|可行性|结论|问题|任务|计划")


def read_form_head(lines: Sequence[Line], *, is_glued: bool = False) -> FormHead:
    """`is_glued`: nothing stands between the cells, so that the sums of a row are one run of digits."""
    reader = _Reader(FormHead(), is_glued)
    for line in lines:
        reader.read_line(line)
    reader.finish()
    return reader.head


@dataclass(slots=True)
class _Reader:
    head: FormHead
    is_glued: bool
    _awaiting: list[tuple[str, Token]] = field(default_factory=list)
    """Labels without a value yet, the next to be filled first."""
    _columns: list[str] = field(default_factory=list)
    """Heads of the table of the money, in order."""
    _row: str = ""
    """The row of the money that is being filled in."""
    _filled: int = 0
    _after_label: bool = False
    _last: str = ""
    """The field that was filled last; a text that goes on belongs to it."""
    _detail: tuple[str, list[Token]] | None = None
    _heads: list[Token] = field(default_factory=list)
    """Labels side by side in the line above."""

    def read_line(self, line: Line) -> None:
        line, unparted = side_by_side.with_whole_values(line)
        if unparted:
            self._ask_for_parting(unparted)
        labels = {token: label_in(token) for token in line}
        printed = [token for token in line if token.key]
        if self._reads_below(line, printed, labels):
            return
        for token in line:
            if token.key:
                self._read(token, labels[token] or label_by_place(line, token))
            elif not token.covered and (token.gap is Gap.CELL or len(line) == 1):
                self._read_blank()
        self._heads = side_by_side.heads_of_values(printed, labels)

    def _ask_for_parting(self, label: Token) -> None:
        values = {"read": label.clean.rstrip("：:")}
        self.head.problems.append(ImportProblem("import-goals-together", label.line, values))

    def _reads_below(self, line: Line, printed: Sequence[Token], labels: Mapping[Token, str | None]) -> bool:
        """Whether a line fills in the labels above it, side by side as they are: 预期目标 | 实际完成情况."""
        heads = self._heads
        self._heads = []
        if not heads or not printed or any(labels.values()):
            return False
        values = printed if len(printed) == len(heads) else side_by_side.as_two_sentences(printed, heads)
        filled = side_by_side.filled_in(heads, line, values)
        if not filled:
            return False
        for head, token in filled:
            self._store(label_in(head) or "", head, token)
        taken = [token for _, token in filled]
        for token in values:
            if token not in taken:
                self._read_value(token)
        self._awaiting = []
        return True

    def _read(self, token: Token, label: str | None) -> None:
        if is_title(token.text) and label is None:
            self.head.title = token
            self._use(token, Fate.LABEL)
        elif is_section(token):
            self._leave_unfilled()
            self._row, self._last = "", ""
            self._use(token, Fate.LABEL)
        elif label:
            self._read_label(token, label)
        elif token.key.endswith(("元", "元）", "元)")) and (unit := money_unit_in(token.text)):
            self.head.money_unit = unit
            self._use(token, Fate.CARRIED, "money_unit")
        elif (inline := inline_label(token)) is not None:
            self._read_inline(*inline)
        elif is_idle(token) and not self._awaits_points(token):
            self._use(token, Fate.LABEL)
        else:
            self._read_value(token)

    def _awaits_points(self, token: Token) -> bool:
        """Whether `10分` stands behind its label."""
        return token.key.endswith("分") and bool(self._awaiting or self._columns) and self._after_label

    def _read_inline(self, label: Token, name: str, value: Token) -> None:
        is_sum = name == "money" and amount_of(value.key) is not None
        self._read_label(label, "total" if is_sum else name)
        self._read_value(value)

    def _read_blank(self) -> None:
        if self._row:
            self._filled += 1
        elif self._awaiting and self._after_label and self._awaiting[0][0] != "tail":
            name, _ = self._awaiting.pop(0)
            self.head.values.setdefault(name, [])
        self._after_label = False

    def _read_label(self, token: Token, name: str) -> None:
        self._use(
            token, Fate.PRIVATE if name == "private" else Fate.LABEL, "" if name != "private" else token.key
        )
        self.head.money_unit = money_unit_in(token.text) or self.head.money_unit
        if name in MONEY_COLUMNS and (self._columns or name in _STAGES):
            self._open_column(name, token)
            return
        name = "detail" if name in MONEY_COLUMNS else name
        self._row = ""
        if name in MONEY_ROWS and self._columns:
            self._open_row(name, token)
            return
        self._columns = [] if name not in ("money", *MONEY_ROWS) else self._columns
        if name == "money":
            self._awaiting = []
        elif (
            self._after_label
            and name in side_by_side.PAIRED
            and self._awaiting
            and self._awaiting[-1][0] in side_by_side.PAIRED
        ):
            if side_by_side.is_container(self._awaiting[-1][1]) and self._awaiting[-1][0] == name:
                self._awaiting.pop()
            self._awaiting.append((name, token))
        else:
            self._leave_unfilled()
            self._awaiting = [(name, token)]
        self._after_label = True
        self._last = ""

    def _open_column(self, name: str, token: Token) -> None:
        if not self._columns or self._row:
            self._columns = []
            self._row = ""
        self._columns.append(name)
        self.head.money_columns = list(self._columns)
        self.head.money_labels[name] = token.key
        self._awaiting = []
        self._after_label = True

    def _open_row(self, name: str, token: Token) -> None:
        self._row = name if name not in self.head.money_labels else f"{name} {token.line} {token.place}"
        self.head.money_labels[self._row] = token.key.rstrip("：:")
        self._filled = 0
        self._awaiting = []
        self._after_label = True

    def _read_value(self, token: Token) -> None:
        if self._columns and not self._row and self._after_label and _MONEY_VALUE.fullmatch(token.key):
            self._begin_values(token)
        if self._row and self.is_glued and len(self._columns) > 1:
            self._read_glued_sums(token)
        elif self._row and self._is_of_row(token):
            self._fill_money(token)
            self._use(token, Fate.CARRIED, "budget")
        elif self._awaiting:
            name, label = self._awaiting.pop(0)
            self._store(name, label, token)
        elif self._runs_on(token):
            self._go_on(token)
        elif self._last == "name" and token.gap is Gap.BLANK:
            self.head.values["name"].append(token)
            self._use(token, Fate.CARRIED, "name")
        elif self._last == "private" and token.gap in (Gap.BLANK, Gap.GLUED):
            self._use(token, Fate.PRIVATE)
        elif publisher := parse_unit_name(token.text):
            self.head.publisher = self.head.publisher or publisher
            self._use(token, Fate.CARRIED, "publisher")
        else:
            self._unknown(token)
        self._after_label = False

    def _begin_values(self, label: Token) -> None:
        """A sum right behind the heads: of the only head (`全年执行数 7.92`), or the row of the whole."""
        if len(self._columns) > 1:
            self._row, self._filled = "total", 0
            self.head.money_labels.setdefault("total", "")
        else:
            self._awaiting = [(self._columns[0], label)]
            self._columns = []

    def _runs_on(self, token: Token) -> bool:
        """Whether a text without a label belongs to the field before it."""
        if self._last == "tail":
            return True
        if self._last not in _LONG_FIELDS or token.gap is Gap.CELL:
            return False
        return (
            self._detail is None
            or token.gap is not Gap.LINE
            or _LONG_DETAIL.search(self._detail[0]) is not None
        )

    def _is_of_row(self, token: Token) -> bool:
        if self._filled >= len(self._columns):
            return False
        return self._columns[self._filled] == "money_note" or _MONEY_VALUE.fullmatch(token.key) is not None

    def _read_glued_sums(self, token: Token) -> None:
        texts = split_sums(token.key, self._columns) or same_sums(token.key, self.head, self._columns)
        for text in texts:
            self._fill_money(replace(token, text=text))
        self._use(token, Fate.CARRIED, "budget") if texts else self._unknown(token)

    def _fill_money(self, token: Token) -> None:
        if self._filled < len(self._columns):
            place = self._row, self._columns[self._filled]
            self.head.money[place] = token.clean
            self.head.money_lines[place] = token.line
        self._filled += 1

    def _store(self, name: str, label: Token, token: Token) -> None:
        self._flush()
        self.head.labels.setdefault(name, label.clean.rstrip("：:"))
        self._last = name
        if name == "private":
            self._use(token, Fate.PRIVATE, label.key)
            if WITHHELD in token.text:
                return
            self.head.problems.append(
                ImportProblem("import-private", token.line, {"field": label.key.rstrip("：:")})
            )
            return
        if publisher := parse_unit_name(token.text):
            self.head.publisher = self.head.publisher or publisher
        if name in ("detail", "tail", "carried", "money_row", "term_long", "term_year"):
            self._detail = (label.clean.rstrip("：:"), [token])
            self._last = "tail" if name == "tail" else "detail"
            self._use(token, Fate.CARRIED, "details")
            return
        if name in self.head.values and self.head.values[name] and name not in _LONG_FIELDS:
            self._detail = (label.clean.rstrip("：:"), [token])
            self._last = "detail"
        else:
            self.head.values.setdefault(name, []).append(token)
        self._use(token, Fate.CARRIED, name)

    def _go_on(self, token: Token) -> None:
        if self._detail:
            self._detail[1].append(token)
        else:
            self.head.values[self._last].append(token)
        self._use(token, Fate.CARRIED, self._last)

    def _flush(self) -> None:
        if self._detail:
            label, tokens = self._detail
            value = clean_cell(joined_text(tokens))
            self.head.details.append(Detail(label=label, value=value, line=str(tokens[0].line)))
        self._detail = None

    def finish(self) -> None:
        self._flush()
        self._leave_unfilled()

    def _leave_unfilled(self) -> None:
        """Labels without a value: printed and blank."""
        for name, label in self._awaiting:
            if name in side_by_side.PAIRED and self._last in side_by_side.PAIRED:
                self._ask_for_parting(label)
            if name not in _WITHOUT_FIELD:
                self.head.values.setdefault(name, [])
        self._awaiting = []

    def _unknown(self, token: Token) -> None:
        self._use(token, Fate.UNRECOGNISED)
        self.head.problems.append(ImportProblem("import-cell-unknown", token.line, {"read": token.clean}))

    def _use(self, token: Token, fate: Fate, what: str = "") -> None:
        self.head.uses.append(use_of_token(token, fate, what))
