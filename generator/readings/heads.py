"""What stands before a number: comparison, rate, and the words that name the subject."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.readings.comparators import APPROXIMATE, Comparator, find_before, find_distant
from generator.readings.figures import read_bracketed_unit
from generator.readings.quantity import Quantity
from generator.readings.rates import Per
from generator.readings.reading import Note
from generator.readings.units import UNITS


@dataclass(slots=True)
class _Head:
    end: int
    """Where comparison and rate directly before the number begin."""
    strong: Comparator | None = None
    weak: Comparator | None = None

    def take(self, comparator: Comparator, quantity: Quantity) -> None:
        self.end = comparator.start
        if comparator.op == APPROXIMATE:
            quantity.notes.append(Note.APPROXIMATE)
        elif comparator.is_weak:
            self.weak = self.weak or comparator
        else:
            self.strong = self.strong or comparator


def read_head(text: str, quantity: Quantity, pers: Sequence[Per], since: int) -> None:
    """Completes the quantity by the text from `since` to where it begins. `pers` are the rates printed there."""
    pers = [per for per in pers if per.end <= quantity.start and not (per.is_mean and quantity.is_share)]
    head, apart = _read_directly_before(text, quantity, pers, since)
    quantity.first = min([head.end, *(per.start for per in pers)])
    has_currency = "¥" in text[head.end : quantity.number_start]
    quantity.start = head.end
    words = text[since : head.end]
    for per in reversed(apart):
        words = words[: per.start - since] + words[per.end - since :]
    quantity.subject = _take_distant(words, since, quantity, head).strip(":(")
    quantity.per = (*(per.base for per in pers), *quantity.per)
    _settle(quantity, head.strong, head.weak)
    if quantity.unit is None:
        _look_for_unit(quantity, has_currency=has_currency)


def _read_directly_before(
    text: str, quantity: Quantity, pers: Sequence[Per], since: int
) -> tuple[_Head, Sequence[Per]]:
    """Comparisons and rates in any order; and the rates that stand further off."""
    head, apart = _Head(quantity.start), list(pers)
    while head.end > since:
        if (comparator := find_before(text, since, head.end)) is not None:
            head.take(comparator, quantity)
        elif apart and apart[-1].end == head.end:
            head.end = apart.pop().start
        elif text[head.end - 1] in "¥:(" and head.end == quantity.start:
            head.end -= 1
        else:
            break
    return head, apart


def _take_distant(words: str, since: int, quantity: Quantity, head: _Head) -> str:
    """The words without a comparison a little before the number: `最高补助2000元`."""
    if head.strong or head.weak or (distant := find_distant(words)) is None:
        return words
    if distant.is_weak:
        head.weak = distant
    else:
        head.strong = distant
    quantity.first = min(quantity.first, since + distant.start)
    return words[: distant.start] + words[distant.end :]


def _settle(quantity: Quantity, strong: Comparator | None, weak: Comparator | None) -> None:
    """One comparison of those before and after the number."""
    if strong is not None:
        if quantity.op_printed and quantity.op != strong.op:
            quantity.notes.append(Note.OPERATORS_DIFFER)
        quantity.op, quantity.op_printed = strong.op, True
    elif weak is not None and not quantity.op_printed:
        quantity.op = "=" if Note.APPROXIMATE in quantity.notes else weak.op
        quantity.op_printed = True


def _look_for_unit(quantity: Quantity, *, has_currency: bool) -> None:
    """`¥2000`, `满意度(%)≥95`."""
    if has_currency:
        quantity.take_unit(UNITS["元"])
        return
    start = quantity.subject.rfind("(")
    printed = read_bracketed_unit(quantity.subject, start) if start > 0 else None
    if printed and printed.unit and printed.end == len(quantity.subject):
        quantity.subject = quantity.subject[:start]
        quantity.take_unit(printed.unit)
