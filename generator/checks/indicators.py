"""Whether a target value can be measured (domain.md §3, I)."""

import re
from collections.abc import Iterator

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts
from generator.checks import limits
from generator.checks.check import Check
from generator.checks.finding import Hit, Outcome, Severity, project_name
from generator.checks.row_notes import notes_on_rows
from generator.readings import Kind, Note, Quality, Reading
from generator.textual import squeeze

_UNIT_IN_NAME = re.compile(r"[（(][^（()）]{1,8}[）)]$|(?:人|次|个|户|村|天|件|场|期|台|项|条|篇|辆)数$")
"""`完成率（%）`, `里程（≥**公里）`, `组织次数`: the name says what is counted."""


def _clauses(row: IndicatorFacts) -> tuple[Reading, ...]:
    return (row.reading, *row.reading.further)


def _is_number_without_unit(row: IndicatorFacts) -> bool:
    reading = row.reading
    without = reading.kind is Kind.UNMEASURABLE or (reading.kind is Kind.QUANTITY and reading.unit is None)
    return without and not (reading.kind is Kind.QUANTITY and _UNIT_IN_NAME.search(squeeze(row.printed.name)))


_GRADE = re.compile(r"(?:优秀?|优良|良好?|中等?|较?好|很好|较?高|较强|明显|显著|有效)")
_SCALE = re.compile(r"优秀?良好?[中低差]|[优良中低差][、/，,][良中低差]")
_GRADED_BY_LAW = re.compile("空气|水质|声环境")
"""Their grades are defined by national standards."""
_GREATLY = re.compile(r"(?:显著|明显|大幅度?|极大)(?:提高|提升|改善|增强|降低|下降|减少|好转)")


def _is_grade_without_scale(row: IndicatorFacts) -> bool:
    text = squeeze(row.printed.target).rstrip("。")
    is_grade = row.reading.kind is Kind.QUALITATIVE and (_GRADE.fullmatch(text) or _GREATLY.fullmatch(text))
    printed = row.printed
    around = squeeze(
        "".join([printed.target, printed.description or "", printed.unit or "", printed.remark or ""])
    )
    return bool(is_grade) and not _SCALE.search(around) and not _GRADED_BY_LAW.search(printed.name)


_STEP_BY_STEP = re.compile(
    r"(?:逐步|逐年|逐渐|进一步|不断|有所|稳步)(?:有所|得到)?(?:提高|提升|改善|增强|增加|扩大|降低|减少|好转)"
)
_DIGIT = re.compile(r"[0-9０-９%％]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?度?")


def _is_change_without_baseline(row: IndicatorFacts) -> bool:
    is_change = any(
        clause.kind is Kind.QUALITATIVE
        and clause.quality is Quality.CHANGE
        and (clause.base is not None or _STEP_BY_STEP.search(clause.raw))
        for clause in _clauses(row)
    )
    around = _YEAR.sub("", f"{row.printed.target}{row.printed.description or ''}")
    return is_change and not _DIGIT.search(around)


_HEADS = re.compile(r"(?:人数|人员数量?)(?:[（(].*[）)])?$")


def _is_counter_of_things_for_people(row: IndicatorFacts) -> bool:
    printed = row.printed
    names = (squeeze(printed.name), squeeze(printed.description or ""))
    unit = squeeze(printed.unit or "") or squeeze(printed.target)[-1:]
    return row.reading.kind is Kind.QUANTITY and unit == "个" and any(_HEADS.search(name) for name in names)


_PERSON = frozenset({"人", "名", "位"})
_PERIOD = frozenset(
    [
        "年",
        "年度",
        "半年",
        "季度",
        "季",
        "月",
        "周",
        "日",
        "天",
        "次",
        "期",
        "学期",
        "届",
        "个月",
        "小时",
        "工时",
        "课时",
        "工日",
    ]
)
_REGULAR_PAY = re.compile("工资|薪酬|补贴|津贴|补助|报酬")
_ONCE = re.compile("一次性|奖|慰问|活动|培训")


def _rates_with_a_part_missing(facts: DisclosureFacts) -> Iterator[Hit]:
    note = notes_on_rows(_is_money_rate, "description")
    for hit in note(facts):
        if hit.row and hit.project and _lacks_a_part(hit.row, hit.project.printed.name):
            yield hit


def _is_money_rate(row: IndicatorFacts) -> bool:
    return row.reading.kind is Kind.MONEY and bool(row.reading.per)


def _lacks_a_part(row: IndicatorFacts, title: str) -> bool:
    reading = row.reading
    if Note.CURRENCY_IMPLIED in reading.notes:
        return True
    words = squeeze(title + row.printed.name + (row.printed.description or "") + row.printed.target)
    is_pay = _REGULAR_PAY.search(squeeze(title)) and not _ONCE.search(words)
    return bool(is_pay) and not _PERSON.isdisjoint(reading.per) and not _has_period(reading, words)


def _has_period(reading: Reading, words: str) -> bool:
    return (
        any(part.lstrip("0123456789") in _PERIOD for part in reading.per)
        or re.search("[每按逐][年月季]|[年月]均", words) is not None
    )


def _is_yes_or_no(row: IndicatorFacts) -> bool:
    return row.reading.quality is Quality.YES_NO


def _is_satisfaction_without_number(row: IndicatorFacts) -> bool:
    reading = row.reading
    if row.level1_id != "satisfaction" or reading.kind is Kind.BLANK:
        return False
    return not any(clause.value is not None and clause.unit for clause in _clauses(row)) and not (
        reading.kind is Kind.QUANTITY and _UNIT_IN_NAME.search(squeeze(row.printed.name))
    )


_FEWEST_ROWS = 2


def _without_measurable_target(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        rows = [row for row in project.indicators if row.reading.kind is not Kind.BLANK]
        is_whole = not project.printed.cut_off or any(row.level1_id == "satisfaction" for row in rows)
        if is_whole and len(rows) >= _FEWEST_ROWS and not any(row.is_measurable for row in rows):
            yield Hit(Outcome.NOTE, (project_name(project),), project, values={"rows": str(len(rows))})


CHECKS = (
    Check("I01", Severity.NOTE, notes_on_rows(_is_number_without_unit)),
    Check("I02", Severity.INFO, limits.reaches_the_whole),
    Check("I03", Severity.NOTE, notes_on_rows(limits.is_unusual_limit)),
    Check("I04", Severity.INFO, limits.units_of_other_categories),
    Check("I05", Severity.INFO, notes_on_rows(_is_grade_without_scale)),
    Check("I06", Severity.INFO, notes_on_rows(_is_change_without_baseline)),
    Check("I07", Severity.INFO, notes_on_rows(_is_counter_of_things_for_people)),
    Check("I08", Severity.NOTE, _rates_with_a_part_missing),
    Check("I09", Severity.INFO, notes_on_rows(_is_yes_or_no)),
    Check("I10", Severity.NOTE, notes_on_rows(_is_satisfaction_without_number)),
    Check("I11", Severity.NOTE, _without_measurable_target),
)
