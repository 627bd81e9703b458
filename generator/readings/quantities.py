"""Numbers with their comparison, unit and rate inside one clause."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from generator.readings import rates
from generator.readings.comparators import APPROXIMATE, Comparator, find_after, find_before, find_distant
from generator.readings.numerals import Number, next_number_start, read_number, shift
from generator.readings.reading import Kind, Note
from generator.readings.units import (
    MONEY,
    TIME_UNITS,
    UNITS,
    PrintedUnit,
    Unit,
    is_vague_after_chinese,
    money_unit,
    read_unit,
)

Span = tuple[int, int]

_TO = re.compile(r"(?:\(不?含[^()]{0,8}\))?(?:[-~]+|至|到(?!位))")
_TOLERANCE = re.compile(r"±([0-9]+(?:\.[0-9]+)?)")
_AND = re.compile(r"(?:且|并且|并|同时|,|、|;|和)*")
_NO_QUANTITY = re.compile(
    # Ordinals, document numbers, telephone numbers, and figures of speech.
    r"(?:19|20)[0-9]{2}年(?!底)|第[0-9一二三四五六七八九十百]+(?:[-~至到][0-9]+)?|[0-9]+号|[\[〔【(](?:19|20)[0-9]{2}[\]〕】)]|0[0-9]{2,3}-[0-9]{7,8}|(?<![0-9])1[3-9][0-9]{9}(?![0-9])"
    r"|(?:前|全[县市镇乡区]前)[0-9一二三四五六七八九十]+[名位]|(?:排名|名列|位列|位居|全[县市区镇乡省]|居)[^0-9]{0,6}(?:第|前)[0-9]+|[A-Za-z]+[-_]?[0-9]+(?:\.[0-9]+)?|(?<!提)[前后][0-9一二三四五六七八九十]+[名位%]|[0-9]+[×*x][0-9]+|一[户人村镇乡企项事物校家生师品岗案会策组队车房]一"
    r"|一事一议|一次性|一体化|一站式|一对一|一村一|一户一|一卡通|一网通办|一张网|一盘棋|一把手|一线|一律|一系列|一批|一定|一些|一致|一般|一流|一同|一并|统一|进一步|唯一|同一|万一|一旦"
    r"|[三四两]个(?:代表|意识|自信|维护|责任|确保|专项|清单|必须|严格|全面|文明|创新|不)|[一二三四五六七八九十]个一(?!次)|两个责任|四个不|三个一批|五位一体|六个一"
    r"|两会|两委|三资|四术|三公|三农|七一|八一|五一|十一|百分点|四好|三支一扶|五保|两节|双拥|三小|三夏|三秋|一切|三级|两级|二级|一级|十四五|十三五|百姓|千方百计|万众|十分(?!钟|之)"
)
_ZERO_OF = re.compile(
    r"零(?:安全|生产|责任|重大|火灾|信访|进京|赴京|赴省|越级|到省|集体|有效)*(?:事故|上访|投诉|差错|发生|伤亡|死亡|新增|违规|违纪|火情|火灾|感染|案件|案发|进京|赴京|赴省|事件|拖欠|失误|积压|火点|发案|纠纷|聚集|火警)"
)
_BOILERPLATE_TAIL = re.compile(r"完成|指标|任务|满意|达标|效益|合格")
_CHANGED = re.compile(r"(?:较|比|同比|环比)[^,。;]*(?:提高|提升|增加|增长|上升|减少|降低|下降|缩短|增)了?$|(?:提高|增长|增幅|增速|增长率|下降|降低|减少|上升|降幅|提升)了?$")
_CHANGE_BEHIND = re.compile(r"(?:的)?(?:增长|增幅|增速|提升|提高|下降|降低|减少|降幅)")
_YEAR_LIKE = re.compile(r"(?:19|20)[0-9]{2}$")


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
    is_money: bool = False
    is_share: bool = False
    op: str = "="
    op_printed: bool = False
    per: tuple[str, ...] = ()
    subject: str = ""
    tail: str = ""
    first: int = 0
    """Where the first of its parts begins: `每村` of `每村平均发放6268元`."""
    number_start: int = 0
    number_end: int = 0
    notes: list[Note] = field(default_factory=list)

    @property
    def sign_position(self) -> int:
        """Where a comparison of another column belongs."""
        return self.number_start - (self.value < 0)

    @property
    def kind(self) -> Kind:
        if self.is_money:
            return Kind.MONEY
        if self.is_share:
            return Kind.RATIO
        is_phrase = self.unit is None and self.tail and Note.NUMERAL_CONVERTED not in self.notes
        return Kind.UNMEASURABLE if is_phrase else Kind.QUANTITY

    @property
    def is_change(self) -> bool:
        """`较上年提高5%`, but not `提高到95%`."""
        if self.unit in {"周岁", "岁"}:
            return False
        return _CHANGED.search(self.subject) is not None or _CHANGE_BEHIND.match(self.tail) is not None


def find_quantity(text: str, masks: Sequence[Span] = (), unknown: Unknown | None = None) -> Quantity | None:
    """The first number in the clause that counts or measures something. `masks` are places that are dates."""
    return next(find_quantities(text, masks, unknown), None)


def find_quantities(
    text: str, masks: Sequence[Span] = (), unknown: Unknown | None = None
) -> Iterator[Quantity]:
    pers = rates.find_before(text, 0, len(text))
    closed = [*masks, *((per.start, per.end) for per in pers), *(match.span() for match in _NO_QUANTITY.finditer(text))]
    position = before = 0
    while (start := next_number_start(text, position, len(text))) is not None:
        if text[start] in "十拾" and text[start - 1 : start] in {"数", "几", "上"}:
            position = start + 1
            continue
        inside = next((end for begin, end in closed if begin <= start < end), None)
        if inside is not None:
            position = inside
            continue
        if zero := _ZERO_OF.match(text, start):
            yield _zero(text, zero, before)
            position = before = zero.end()
            continue
        number = read_number(text, start)
        if number is None:
            position = start + 1
            continue
        position = number.end
        quantity = _read_at(text, number, unknown)
        _read_head(text, quantity, [per for per in pers if per.start >= before], before)
        if _is_meant(text, number, quantity):
            yield _finish(text, quantity)
            position = before = quantity.end


def read_bound(text: str, start: int) -> Quantity | None:
    """A second bound right behind the first: `且≤80`, `，不高于80%`."""
    begin = _AND.match(text, start)
    position = begin.end() if begin else start
    number_start = next_number_start(text, position, position + 12)
    number = read_number(text, number_start) if number_start is not None else None
    if number is None or number_start is None:
        return None
    before = find_before(text, position, number_start)
    bound = _read_at(text, number, None)
    if before is not None and before.start == position:
        bound.op, bound.op_printed = before.op, True
        return bound
    return bound if bound.op_printed and number_start == position else None


def _zero(text: str, match: re.Match[str], since: int) -> Quantity:
    """`零事故` is a count of 0 whose noun stands in the tail."""
    start = match.start()
    quantity = Quantity(start, match.end(), Decimal(0), first=start, number_start=start, number_end=start + 1)
    quantity.subject, quantity.tail = text[since:start], text[start + 1 :]
    quantity.notes += [Note.NUMERAL_CONVERTED, Note.UNIT_ABSENT]
    return quantity


def _read_at(text: str, number: Number, unknown: Unknown | None) -> Quantity:
    """The number, a second one of a range, unit, rate and the comparison after it."""
    quantity = Quantity(number.start, number.end, number.value, number.upper, number_start=number.start, number_end=number.end)
    if number.is_converted:
        quantity.notes.append(Note.NUMERAL_CONVERTED)
    if number.upper is not None:
        quantity.notes.append(Note.APPROXIMATE)
    if number.start and text[number.start - 1] == "-" and (number.start == 1 or text[number.start - 2] in "≥≤<>=为达至到"):
        quantity.value, quantity.start = -quantity.value, number.start - 1
    _read_tolerance(text, quantity)
    unit = _read_unit(text, quantity, number.unit)
    unit = _read_range(text, quantity, unit)
    _read_after(text, quantity)
    if unknown is not None and unit is None:
        quantity.unit, quantity.per = unknown.unit, quantity.per or unknown.per
    _apply_unit(quantity, unit, number)
    return quantity


def _read_tolerance(text: str, quantity: Quantity) -> None:
    """`18±2` is 16 to 20."""
    match = _TOLERANCE.match(text, quantity.end)
    if match is None or len(match[1]) > 9 or len(text[quantity.number_start : quantity.end]) > 9:
        return
    middle, distance = quantity.value, Decimal(match[1])
    quantity.value, quantity.value_max = middle - distance, middle + distance
    quantity.number_end = quantity.end = match.end()


def _read_unit(text: str, quantity: Quantity, own: str | None) -> PrintedUnit | None:
    if own is not None:
        unit = UNITS.get(own) or Unit(own, "ratio", Decimal(1))
        return PrintedUnit(unit, 0, is_about=False, end=quantity.end)
    printed = read_unit(text, quantity.end) or _in_brackets(text, quantity.end)
    if printed is None:
        return None
    quantity.end = printed.end
    if printed.unit is None:
        quantity.number_end = printed.end
    if printed.is_about:
        quantity.notes.append(Note.APPROXIMATE)
    return printed


def _in_brackets(text: str, start: int) -> PrintedUnit | None:
    """`95(%)`, `12(次)`."""
    if text[start : start + 1] != "(":
        return None
    printed = read_unit(text, start + 1)
    if printed is None or printed.unit is None or text[printed.end : printed.end + 1] != ")":
        return None
    return replace(printed, end=printed.end + 1)


def _read_range(text: str, quantity: Quantity, unit: PrintedUnit | None) -> PrintedUnit | None:
    """`60-80%`, `60%至80%`, `3到5次`: the unit after the second number is that of both."""
    link = _TO.match(text, quantity.end)
    second = None
    if link and quantity.value_max is None:
        second = read_number(text, link.end() + (text[link.end() : link.end() + 1] == "-"))
    if second is None or link is None:
        return unit
    end_unit = second.unit and PrintedUnit(UNITS.get(second.unit) or Unit(second.unit, "ratio", Decimal(1)), 0, is_about=False, end=second.end)
    end_unit = end_unit or read_unit(text, second.end)
    if unit and unit.unit and (end_unit is None or end_unit.unit is None or end_unit.unit.plain != unit.unit.plain):
        return unit
    if unit and unit.places and end_unit and unit.places != end_unit.places:
        return unit
    low, high = quantity.value, second.value
    if low > high:
        low, high = high, low
        quantity.notes.append(Note.RANGE_REVERSED)
    if second.is_converted and Note.NUMERAL_CONVERTED not in quantity.notes:
        quantity.notes.append(Note.NUMERAL_CONVERTED)
    quantity.value, quantity.value_max = low, high
    quantity.number_end, quantity.end = second.end, end_unit.end if end_unit else second.end
    return end_unit


def _read_after(text: str, quantity: Quantity) -> None:
    """Comparison, rate, and a comparison once more: `200元以上/人`, `200元/人以内`."""
    _take_after(quantity, find_after(text, quantity.end))
    per, end = rates.read_chain(text, quantity.end)
    if per and (text[quantity.end] == "/" or next_number_start(text, end, len(text)) is None):
        quantity.per, quantity.end = per, end
        _take_after(quantity, find_after(text, quantity.end))


def _take_after(quantity: Quantity, comparator: Comparator | None) -> None:
    if comparator is None:
        return
    quantity.end = comparator.end
    if comparator.op == APPROXIMATE:
        quantity.notes.append(Note.APPROXIMATE)
    else:
        quantity.op, quantity.op_printed = comparator.op, True


def _apply_unit(quantity: Quantity, printed: PrintedUnit | None, number: Number) -> None:
    if printed is None:
        if quantity.unit is None and quantity.per and quantity.per[0] not in TIME_UNITS:
            _imply_currency(quantity, 0)
        return
    if printed.unit is None and quantity.per and quantity.per[0] not in TIME_UNITS:
        _imply_currency(quantity, printed.places)
        return
    if printed.places:
        quantity.value = shift(quantity.value, printed.places)
        quantity.value_max = quantity.value_max and shift(quantity.value_max, printed.places)
        quantity.notes.append(Note.MAGNITUDE_APPLIED)
    if printed.unit is None:
        return
    _set_unit(quantity, printed.unit)
    if number.value == Decimal("0.5") and number.is_converted and quantity.unit == "年" and not number.unit:
        quantity.value, quantity.unit = Decimal(6), "月"


def _set_unit(quantity: Quantity, unit: Unit) -> None:
    quantity.unit = unit.plain
    quantity.is_money = unit.family == MONEY
    quantity.is_share = unit.family in {"ratio", "percentage points"}


def _imply_currency(quantity: Quantity, places: int) -> None:
    quantity.unit, quantity.is_money = money_unit(places).plain, True
    quantity.notes.append(Note.CURRENCY_IMPLIED)


def _read_head(text: str, quantity: Quantity, pers: Sequence[rates.Per], since: int) -> None:
    """What stands before the number: comparison, rate, and the words that name the subject."""
    end = quantity.start
    strong: Comparator | None = None
    weak: Comparator | None = None
    before = [per for per in pers if per.end <= end and not (per.is_mean and quantity.is_share)]
    used = list(before)
    while end > since:
        if (comparator := find_before(text, since, end)) is not None:
            if comparator.op == APPROXIMATE:
                quantity.notes.append(Note.APPROXIMATE)
            elif comparator.is_weak:
                weak = weak or comparator
            else:
                strong = strong or comparator
            end = comparator.start
        elif before and before[-1].end == end:
            end = before.pop().start
        elif text[end - 1] in "¥:(" and end == quantity.start:
            end -= 1
        else:
            break
    quantity.start = end
    quantity.first = min([end, *(per.start for per in used)])
    head = text[since:end]
    for per in reversed(before):
        head = head[: per.start - since] + head[per.end - since :]
    if strong is None and weak is None and (distant := find_distant(head)) is not None:
        strong, weak = (None, distant) if distant.is_weak else (distant, None)
        head = head[: distant.start] + head[distant.end :]
        quantity.first = min(quantity.first, since + distant.start)
    quantity.subject = head.strip(":(")
    quantity.per = (*(per.base for per in used), *quantity.per)
    _settle(quantity, strong, weak)
    if quantity.unit is None and quantity.subject.endswith(")"):
        _take_unit_of_subject(quantity)
    if "¥" in text[end : quantity.number_start] and quantity.unit is None:
        quantity.unit, quantity.is_money = "元", True


def _take_unit_of_subject(quantity: Quantity) -> None:
    """`满意度(%)≥95`."""
    printed = _in_brackets(quantity.subject, quantity.subject.rfind("("))
    if printed and printed.unit and printed.end == len(quantity.subject):
        quantity.subject = quantity.subject[: quantity.subject.rfind("(")]
        _set_unit(quantity, printed.unit)


def _settle(quantity: Quantity, strong: Comparator | None, weak: Comparator | None) -> None:
    """One comparison of those before and after the number."""
    if strong is not None:
        if quantity.op_printed and quantity.op != strong.op:
            quantity.notes.append(Note.OPERATORS_DIFFER)
        quantity.op, quantity.op_printed = strong.op, True
    elif weak is not None and not quantity.op_printed:
        quantity.op = "=" if Note.APPROXIMATE in quantity.notes else weak.op
        quantity.op_printed = True


def _is_meant(text: str, number: Number, quantity: Quantity) -> bool:
    """Whether the number counts or measures something, rather than being part of a name."""
    tail, has_sign = text[quantity.end :], quantity.op_printed
    if quantity.unit is not None:
        unit = UNITS.get(quantity.unit)
        is_chinese = number.is_converted and number.unit is None and not text[number.start].isdigit()
        return not (is_chinese and unit and is_vague_after_chinese(unit) and not has_sign)
    printed = text[quantity.number_start : quantity.number_end]
    if len(printed) >= 11:
        return False
    if number.is_converted and not printed[0].isdigit():
        return has_sign or (not tail and not quantity.subject)
    if not tail:
        return not (quantity.subject and _YEAR_LIKE.fullmatch(printed) and not has_sign)
    return has_sign or (not quantity.subject and _BOILERPLATE_TAIL.search(tail) is not None)


def _finish(text: str, quantity: Quantity) -> Quantity:
    quantity.tail = text[quantity.end :]
    bound = read_bound(text, quantity.end) if quantity.op in {">=", ">"} and quantity.value_max is None else None
    if bound and bound.op in {"<=", "<"} and bound.value >= quantity.value and (quantity.unit is None or bound.unit in {None, quantity.unit}):
        if ">" in {quantity.op} or "<" in {bound.op}:
            quantity.notes.append(Note.BOUNDS_EXCLUSIVE)
        quantity.value_max, quantity.op, quantity.end = bound.value, "=", bound.end
        quantity.unit, quantity.is_share, quantity.is_money = bound.unit or quantity.unit, bound.is_share or quantity.is_share, bound.is_money or quantity.is_money
        quantity.tail = text[bound.end :]
    if quantity.unit is None:
        quantity.notes.append(Note.UNIT_ABSENT)
    return quantity
