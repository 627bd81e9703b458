"""The money of a form: from its labels, or from a table of sums by source and stage (年初、全年、执行)."""

from collections.abc import Iterator, Sequence

from generator.importing.families.form_values import FormHead, amount_of, is_bare_amount
from generator.model.disclosure import Budget, Detail, Execution

_SOURCES = ("total", "fiscal", "other")
_STAGES = {
    "adjusted": "adjusted",
    "executed": "executed",
    "rate": "rate",
    "money_weight": "weight",
    "money_score": "score",
}
_LABELS = {
    "total": "资金总额",
    "fiscal": "财政资金",
    "other": "其他资金",
    "initial": "年初预算数",
    "long_goals": "长期目标",
}
_Place = tuple[Budget | Execution | None, str, tuple[str, str], str]
"""The record, its field, the place in the table of the money, and the label that may hold the sum instead."""
_ROUNDED = 0.01
_COMMAS = str.maketrans("", "", ",，")


def common_unit(heads: Sequence[FormHead]) -> str | None:
    """The money unit that most forms of the document print."""
    units = [unit for head in heads if (unit := _unit_of(head))]
    return max(units, key=units.count) if units else None


def budget_of(head: FormHead, unit: str | None) -> Budget | None:
    """The sums as printed; `unit` is that of the document, and is written only where this form has another."""
    texts = {source: text for source in _SOURCES if (text := _sum_of(head, source)) is not None}
    amounts = {source: amount for source, text in texts.items() if (amount := _number(text)) is not None}
    own = _unit_of(head)
    return Budget(**amounts, unit=own if own != unit else None) if amounts else None


def _sum_of(head: FormHead, source: str) -> str | None:
    return head.money.get((source, "initial"), head.text(source))


def money_lines(head: FormHead, budget: Budget | None, execution: Execution | None) -> dict[str, int]:
    """Field of `ValueLines` → line, for the sums that were read."""
    places: list[_Place] = [(budget, source, (source, "initial"), source) for source in _SOURCES]
    places += [(execution, field, ("total", stage), stage) for stage, field in _STAGES.items()]
    lines = {
        field: head.money_lines.get(place) or head.line(label)
        for record, field, place, label in places
        if record is not None and getattr(record, field) is not None
    }
    return {field: line for field, line in lines.items() if line is not None}


def _number(text: str) -> str | None:
    """The number of a sum; `""` for a blank, None for what is no sum."""
    amount = amount_of(text)
    return amount[0] if amount else None if text else ""


def _unit_of(head: FormHead) -> str | None:
    """The unit that a sum of the form carries itself, else the one beside a label."""
    amounts = (amount_of(_sum_of(head, source) or "") for source in _SOURCES)
    return next((amount[1] for amount in amounts if amount and amount[1]), head.money_unit)


def same_sums(text: str, head: FormHead, columns: Sequence[str]) -> list[str]:
    """The sums of a part that is printed as the whole is, where nothing stands between them; none otherwise."""
    whole = [head.money.get(("total", column), "") for column in columns[:2]]
    return whole if text == "".join(whole) else []


def settle_sums(head: FormHead) -> None:
    """A blank cell that was lost shifts the sums behind it: a rate says which column it stands in.

    Where the whole has no sum for a stage, its parts have none either.
    """
    sources = dict.fromkeys(row for row, _ in head.money)
    whole = _lost(head, "total")
    for source in sources:
        columns = [column for column in head.money_columns if (source, column) in head.money]
        room = len(head.money_columns) - len(columns) if columns == head.money_columns[: len(columns)] else 0
        lost = min(_lost(head, source) or whole, room)
        if lost:
            _shift(head, source, columns, head.money_columns[lost : lost + len(columns)])
        elif columns[-1:] == ["rate"] and "money_score" in head.money_columns and _is_no_rate(head, source):
            _shift(head, source, ["rate"], ["money_score"])


def _lost(head: FormHead, source: str) -> int:
    """How many cells are missing before the rate of a row."""
    columns = [column for column in head.money_columns if (source, column) in head.money]
    rates = [column for column in columns if head.money[source, column].endswith(("%", "％"))]
    if "rate" not in head.money_columns or not rates:
        return 0
    return max(0, head.money_columns.index("rate") - head.money_columns.index(rates[0]))


def _shift(head: FormHead, source: str, columns: Sequence[str], to: Sequence[str]) -> None:
    taken = [(head.money.pop((source, column)), head.money_lines.pop((source, column))) for column in columns]
    for column, (text, line) in zip(to, taken, strict=True):
        head.money[source, column], head.money_lines[source, column] = text, line


def _is_no_rate(head: FormHead, source: str) -> bool:
    planned, spent, rate = (
        _as_number(head.money.get((source, column), "")) for column in ("adjusted", "executed", "rate")
    )
    if not planned or spent is None or rate is None:
        return False
    share = spent / planned
    return abs(rate - share) > _ROUNDED and abs(rate / 100 - share) > _ROUNDED


def _as_number(text: str) -> float | None:
    amount = amount_of(text)
    return float(amount[0].translate(_COMMAS)) if amount else None


def execution_of(head: FormHead) -> Execution | None:
    found = {
        field: text
        for stage, field in _STAGES.items()
        if (text := head.money.get(("total", stage), head.text(stage))) is not None and _fits(field, text)
    }
    return Execution(**found) if any(found.values()) else None


def _fits(field: str, text: str) -> bool:
    return field in ("weight", "score") or not text or amount_of(text.rstrip("%％")) is not None


def details_of(head: FormHead, *without_field: str) -> tuple[Detail, ...]:
    """The labelled cells without a field, and the sums that no field holds; in the order of the document."""
    details = [*head.details, *_other_sums(head), *_other_labels(head), *_as_details(head, without_field)]
    return tuple(sorted(details, key=lambda detail: int(detail.line)))


def _as_details(head: FormHead, names: Sequence[str]) -> Iterator[Detail]:
    for name in names:
        if text := head.text(name):
            yield Detail(label=head.labels[name], value=text, line=str(head.values[name][0].line))


def _other_sums(head: FormHead) -> Iterator[Detail]:
    for (source, stage), text in head.money.items():
        if not text or _is_held(source, stage, text):
            continue
        label = f"{head.money_labels.get(source, source)}·{head.money_labels.get(stage, stage)}"
        yield Detail(label=label, value=text, line=str(head.money_lines[source, stage]))


def _is_held(source: str, stage: str, text: str) -> bool:
    if stage == "initial":
        return source in _SOURCES and is_bare_amount(text)
    return source == "total" and stage in _STAGES and _fits(_STAGES[stage], text)


def _other_labels(head: FormHead) -> Iterator[Detail]:
    for name, label in _LABELS.items():
        text = head.text(name)
        if text and (name in ("initial", "long_goals") or not is_bare_amount(text)):
            yield Detail(label=label, value=text, line=str(head.values[name][0].line))
