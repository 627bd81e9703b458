"""The words for the time of payment against the spending plan (domain.md §3, M07)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.amounts import trimmed
from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks.check import Check
from generator.checks.finding import Hit, Outcome, PrintedFact, Severity, cell, plan_point
from generator.textual import squeeze

_DATES = ("mar", "jun", "oct", "dec")
_WHOLE = Decimal(100)
_NOTHING = Decimal(0)
_TOLERANCE = Decimal("0.05")

_PAID = re.compile("发放|拨付|支付|兑付|拨款|下拨")
_NAMES_THE_TIME = re.compile(f"(?:{_PAID.pattern})(?:时间|时限|周期|频率|频次)")
_CLAUSE = re.compile("[，,；;。]")
_UNCLEAR = re.compile("前|完成|开始|起|后|至|到|[一二三四1-4][、和及与~～-]第?[一二三四1-4]")
"""`年底前发放`, `年初开始发放` and `第一、三季度发放` are met by more than one plan."""
_SEVERAL_PURPOSES = re.compile("[、及和与]")
"""In a title: `村干部工资及奖金`. What is printed of one of them says nothing of the plan of both."""

Shares = tuple[Decimal, Decimal, Decimal, Decimal]
"""March, June, October, December: cumulative per cent, ending with 100."""
_Verdict = Callable[[Shares], bool | None]
"""Whether the plan goes with the words; None where both can be meant."""


def _at_start(shares: Shares) -> bool | None:
    march, june, *_ = shares
    return True if march == _WHOLE else False if june < _WHOLE else None


def _in_first_quarter(shares: Shares) -> bool | None:
    return shares[0] == _WHOLE


def _in_second_quarter(shares: Shares) -> bool | None:
    return shares[0] == _NOTHING and shares[1] == _WHOLE


def _in_third_quarter(shares: Shares) -> bool | None:
    return shares[1] == _NOTHING and shares[2] == _WHOLE


def _in_fourth_quarter(shares: Shares) -> bool | None:
    return shares[1] == _NOTHING


def _at_end(shares: Shares) -> bool | None:
    _, june, october, _ = shares
    return True if october == _NOTHING else False if june > _NOTHING else None


def _in_mid_year_and_at_end(shares: Shares) -> bool | None:
    march, _, october, _ = shares
    return march == _NOTHING and _NOTHING < october < _WHOLE


def _again_and_again(shares: Shares) -> bool | None:
    march, june, october, december = shares
    if june in {march, october}:
        return False
    return True if march > _NOTHING and october < december else None


_TIMES: tuple[tuple[re.Pattern[str], _Verdict], ...] = (
    (re.compile("年中(?:及|和|与|、)年[底末]"), _in_mid_year_and_at_end),
    (
        re.compile("每[两二2]个?月|每个?月|按月|逐月|每个?季度?末?|按季度?|逐季|分[四4]个?季度"),
        _again_and_again,
    ),
    (re.compile("第?[一1]季度"), _in_first_quarter),
    (re.compile("第?[二2]季度"), _in_second_quarter),
    (re.compile("第?[三3]季度"), _in_third_quarter),
    (re.compile("第?[四4]季度"), _in_fourth_quarter),
    (re.compile("年初"), _at_start),
    (re.compile("年[底末]"), _at_end),
)


@dataclass(frozen=True, slots=True)
class _Payment:
    """What a row says of the time of payment."""

    row: IndicatorFacts
    verdict: _Verdict
    is_of_all: bool
    """No word in the target names a part of the money (`奖金年底发放`)."""


def _plan_and_payout(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        shares = _shares(project)
        payments = [payment for row in project.indicators if (payment := _payment(row))] if shares else []
        # Two rows with two times speak of two parts of the money; the plan is of the whole.
        if shares is None or len({payment.verdict for payment in payments}) != 1:
            continue
        for payment in payments:
            goes_with = payment.verdict(shares)
            is_judged = goes_with or (
                payment.is_of_all and not _SEVERAL_PURPOSES.search(project.printed.name)
            )
            if goes_with is not None and is_judged:
                outcome = Outcome.AGREES if goes_with else Outcome.DIFFERS
                yield _hit(project, payment.row, shares, outcome)


def _hit(project: ProjectFacts, row: IndicatorFacts, shares: Shares, outcome: Outcome) -> Hit:
    points = tuple(plan_point(project, name) for name in _DATES)
    percents = [f"{trimmed(share)}%" for share in shares]
    return Hit(
        outcome,
        (cell(row, "target"), *points),
        project,
        row,
        computation=(_dated(points, percents, 0, "，"), _dated(points, percents, 1, ", ")),
        values={"target": row.printed.target, "series": " → ".join(percents)},
    )


def _dated(points: Sequence[PrintedFact], percents: Sequence[str], language: int, comma: str) -> str:
    return comma.join(
        f"{date.label[language]} {percent}" for date, percent in zip(points, percents, strict=True)
    )


def _shares(project: ProjectFacts) -> Shares | None:
    """Only of a plan that is printed for all four dates and ends with the whole."""
    march, june, october, december = project.plan_shares
    if march is None or june is None or october is None or december is None:
        return None
    is_cumulative = march <= june <= october <= december and abs(december - _WHOLE) < _TOLERANCE
    return (march, june, october, _WHOLE) if is_cumulative else None


def _payment(row: IndicatorFacts) -> _Payment | None:
    """None unless all clauses of the target with a time are of payment and name the same time."""
    if row.level2_id != "output.timeliness":
        return None
    clauses = [clause for clause in _CLAUSE.split(squeeze(row.printed.target)) if clause]
    timed = [(clause, *_times_of(clause)) for clause in clauses]
    timed = [(clause, verdicts, rest) for clause, verdicts, rest in timed if verdicts]
    is_named_payment = len(clauses) == 1 and _NAMES_THE_TIME.search(squeeze(row.printed.name)) is not None
    if not all(is_named_payment or _PAID.search(clause) for clause, _, _ in timed):
        return None
    if any(_UNCLEAR.search(clause) for clause, _, _ in timed):
        return None
    found = {verdict for _, verdicts, _ in timed for verdict in verdicts}
    is_of_all = all(not _PAID.sub("", rest) for _, _, rest in timed)
    return _Payment(row, found.pop(), is_of_all) if len(found) == 1 else None


def _times_of(clause: str) -> tuple[list[_Verdict], str]:
    """The times a clause names, and what is left of it without them."""
    found = []
    for pattern, verdict in _TIMES:
        if pattern.search(clause):
            found.append(verdict)
            clause = pattern.sub("", clause)
    return found, clause


CHECKS = (Check("M07", Severity.DIFFERS, _plan_and_payout),)
