"""A number found in a clause, while its parts are being read."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from generator.readings.reading import Kind, Note
from generator.readings.units import MONEY, Unit, money_unit

_CHANGED = re.compile(
    r"(?:较|比|同比|环比)[^,。;]*(?:提高|提升|增加|增长|上升|减少|降低|下降|缩短|增)了?$"
    r"|(?:提高|增长|增幅|增速|增长率|下降|降低|减少|上升|降幅|提升)了?$"
)
_CHANGE_BEHIND = re.compile(r"(?:的)?(?:增长|增幅|增速|提升|提高|下降|降低|减少|降幅)")
_SHARES = {"ratio", "percentage points"}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A unit column that no table of units has."""

    unit: str
    per: tuple[str, ...]


@dataclass(slots=True)
class Quantity:
    start: int
    """Where the number with what stands directly before it begins."""
    end: int
    value: Decimal
    value_max: Decimal | None = None
    unit: str | None = None
    family: str = ""
    """Of the unit, empty where it is not in the tables."""
    op: str = "="
    op_printed: bool = False
    per: tuple[str, ...] = ()
    subject: str = ""
    tail: str = ""
    first: int = 0
    """Where the first of its parts begins: `每村` of `每村平均发放6268元`."""
    number_start: int = 0
    number_end: int = 0
    is_zero_of: bool = False
    """`零事故`: the noun in the tail is what is counted."""
    notes: list[Note] = field(default_factory=list)

    @property
    def sign_position(self) -> int:
        """Where a comparison of another column belongs."""
        return self.number_start - (self.value < 0)

    @property
    def is_share(self) -> bool:
        return self.family in _SHARES

    @property
    def kind(self) -> Kind:
        if self.family == MONEY:
            return Kind.MONEY
        if self.is_share:
            return Kind.RATIO
        is_phrase = self.unit is None and self.tail and not self.is_zero_of
        return Kind.UNMEASURABLE if is_phrase else Kind.QUANTITY

    @property
    def is_change(self) -> bool:
        """`较上年提高5%`, but neither `提高到95%` nor `提高60周岁以上人员生活质量`."""
        if self.unit in {"周岁", "岁"}:
            return False
        return _CHANGED.search(self.subject) is not None or _CHANGE_BEHIND.match(self.tail) is not None

    def take_unit(self, unit: Unit) -> None:
        self.unit, self.family = unit.plain, unit.family

    def imply_currency(self, places: int) -> None:
        """元, or 万元 for a magnitude of four places."""
        self.take_unit(money_unit(places))
        self.notes.append(Note.CURRENCY_IMPLIED)
